#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "curves.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"robustness-picture.kind"};
constexpr Phrase neutral{"robustness-picture.neutral"};
constexpr Phrase subtitle{"robustness-picture.subtitle"};
constexpr Phrase subtitle_least{"robustness-picture.subtitle-least"};
constexpr Phrase subtitle_last{"robustness-picture.subtitle-last"};
constexpr Phrase shows{"robustness-picture.shows"};
constexpr Phrase area_rule{"robustness-picture.area-rule"};
constexpr Phrase order_rule{"robustness-picture.order-rule"};
constexpr Phrase any_rule{"robustness-picture.any-rule"};
constexpr Phrase withheld_rule{"robustness-picture.withheld-rule"};
constexpr Phrase beyond_rule{"robustness-picture.beyond-rule"};
constexpr Phrase nothing{"robustness-picture.nothing"};
constexpr Phrase order_head{"robustness-picture.order"};
constexpr Phrase departments_head{"robustness-picture.departments"};
constexpr Phrase each_head{"robustness-picture.each"};
constexpr Phrase left_head{"robustness-picture.left"};
constexpr Phrase so_many{"robustness-picture.so-many"};
constexpr Phrase others{"robustness-picture.others"};
constexpr Phrase told{"robustness-picture.told"};

constexpr std::size_t most_rows = 10;
constexpr std::size_t most_names = 8;  // of equals
constexpr double beside = 56.0;        // sizes of text: the width from which the list stands there
constexpr double names_beside = 15.0;
constexpr double names_below = 30.0;
constexpr std::size_t most_lines = 4;  // of a name
constexpr std::size_t least_rows = 3;
constexpr double wide = 850.0;  // points

Headline headline(const Dataset& dataset, const RobustnessFacts& facts) {
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return robustness_finding(dataset, facts, language); };
    head.subtitle = [&](Language language) {
        const auto counts = subtitle.fill(
            language, {counted_measures(dataset, language), count(facts.departments)});
        if (facts.one_order || facts.counted == 0) return counts;
        return counts + separator +
               (facts.half_of_least == facts.departments
                    ? std::string(subtitle_last.in(language))
                    : subtitle_least.fill(language, {count(facts.half_of_least)}));
    };
    head.description = [&](Language language) -> std::string {
        if (facts.counted == 0) return std::string(nothing.in(language));
        return shows.fill(language, {count(facts.counted), count(facts.departments),
                                     count(facts.half), count(facts.half_of_least)});
    };
    head.rule = [&](Language language) {
        if (facts.counted == 0) return std::string();
        const auto hidden = dataset.withheld();
        return sentences(
            language, {std::string(area_rule.in(language)),
                       std::string((facts.one_order ? any_rule : order_rule).in(language)),
                       hidden > 0 ? withheld_rule.fill(language, {count(hidden)}) : "",
                       facts.beyond > 0 ? beyond_rule.fill(language, {count(facts.beyond)}) : ""});
    };
    head.shows_order = false;
    return head;
}

/// The curves, and who drops out first.
class RobustnessView {
 public:
    /// \param most  rows of the list
    RobustnessView(const Dataset& dataset, const RobustnessFacts& facts, const Theme& theme,
                   std::size_t most)
        : dataset_(dataset),
          facts_(facts),
          theme_(theme),
          aside_(theme.width >= beside * theme.size),
          names_room_((aside_ ? names_beside : names_below) * theme.size),
          lead_(facts.rows.size() > most + 1 ? rows_without_loss() : 0),
          shown_(facts.rows.size() > lead_ + most + 1 ? lead_ + most : facts.rows.size()),
          named_(named()),
          names_(dataset, theme.languages, named_, names_room_, theme.body(true), most_lines) {}

    [[nodiscard]] BlockPtr block() const {
        const auto curves = curves_block(theme_, facts_);
        std::vector<Stack::Item> items;
        if (aside_) {
            items.push_back({row({{curves, 1.0}, {list()}}, 2.5 * theme_.size), 0.0, true});
        } else {
            items = {{curves, 0.0, true}, {list(), 1.5 * theme_.size}};
        }
        if (auto key = key_block(theme_, names_, named_)) items.push_back({key, theme_.size});
        return stack(std::move(items));
    }

 private:
    enum Column : std::size_t { order, who, each, left };

    /// The first rows behind which all measures are left, if these are several.
    [[nodiscard]] std::size_t rows_without_loss() const {
        std::size_t rows = 0;
        while (rows < facts_.rows.size() && facts_.rows[rows].left == facts_.counted) ++rows;
        return rows > 1 ? rows : 0;
    }

    [[nodiscard]] bool in_names(const LeavingRow& row) const {
        return row.departments.size() <= most_names;
    }

    [[nodiscard]] std::vector<DepartmentIndex> named() const {
        std::vector<DepartmentIndex> all;
        for (auto r = lead_; r < shown_; ++r) {
            const auto& row = facts_.rows[r];
            if (in_names(row)) {
                all.insert(all.end(), row.departments.begin(), row.departments.end());
            }
        }
        return all;
    }

    [[nodiscard]] BlockPtr head(const Words& say, Align align, const char* id) const {
        TextOptions options;
        options.align = align;
        options.least = 4.0 * theme_.size;
        options.mark = {id, "head"};
        return text(theme_, say, theme_.small(), options);
    }

    [[nodiscard]] BlockPtr list() const {
        Grid grid;
        grid.id = "order";
        grid.padding = 0.25 * theme_.size;
        grid.growth = 0.3;
        grid.columns.resize(4);
        grid.columns[order].head = head(in_every(order_head), Align::right, "head-order");
        grid.columns[who].head = head(in_every(departments_head), Align::left, "head-who");
        grid.columns[each].head = head(in_every(each_head), Align::right, "head-each");
        const auto say = [this](Language language) {
            return left_head.fill(language, {count(facts_.counted)});
        };
        grid.columns[left].head = head(say, Align::right, "head-left");
        for (auto* column : {&grid.columns[who], &grid.columns[each], &grid.columns[left]}) {
            column->gap = theme_.size;
        }
        if (!aside_) grid.columns[who].share = 1.0;
        if (lead_ > 0) grid.add(lead());
        for (auto r = lead_; r < shown_; ++r) {
            auto& row = grid.add(cells(r));
            row.ruled = r + 1 == facts_.until_half && r + 1 < facts_.rows.size();
        }
        if (shown_ < facts_.rows.size()) grid.add(rest());
        return std::make_shared<Grid>(std::move(grid));
    }

    [[nodiscard]] std::vector<BlockPtr> cells(std::size_t index) const {
        const auto& row = facts_.rows[index];
        const bool first = index < facts_.until_half;
        const auto id = count(row.first);
        const auto places = row.first == row.last ? id : id + "–" + count(row.last);
        std::vector<BlockPtr> all(4);
        all[order] = number("order-" + id, places, first);
        all[who] = names(row, first);
        all[each] = number("each-" + id, count(row.measures), first);
        all[left] = number("left-" + id, count(row.left), first);
        return all;
    }

    /// All that drop out before anything happens.
    [[nodiscard]] std::vector<BlockPtr> lead() const {
        const auto& begin = facts_.rows.front();
        const auto& end = facts_.rows[lead_ - 1];
        TextOptions options;
        options.least = options.widest = names_room_;
        options.mark = {"names-1", "names"};
        const auto say = [&](Language language) {
            return so_many.fill(language, {count(end.last)});
        };
        std::vector<BlockPtr> all(4);
        all[order] = number("order-1", "1–" + count(end.last), true);
        all[who] = text(theme_, say, font(true), options);
        all[each] = number("each-1", count(end.measures) + "–" + count(begin.measures), true);
        all[left] = number("left-1", count(end.left), true);
        return all;
    }

    [[nodiscard]] BlockPtr names(const LeavingRow& row, bool first) const {
        TextOptions options;
        options.least = names_room_;
        options.widest = options.least;
        options.mark = {"names-" + count(row.first), "names", told_of(row)};
        if (!in_names(row)) {
            const auto say = [&](Language language) {
                return so_many.fill(language, {count(row.departments.size())});
            };
            return text(theme_, say, font(first), options);
        }
        auto languages = theme_;
        if (are_alike(row.departments)) languages.languages.second.reset();
        const auto say = [&](Language language) {
            return names_on_lines(row.departments, font(first), language);
        };
        return text(languages, say, font(first), options);
    }

    /// Whether they are called the same in both languages, and need not be named twice.
    [[nodiscard]] bool are_alike(std::span<const DepartmentIndex> departments) const {
        const auto& [first, second] = theme_.languages;
        return !second || std::all_of(departments.begin(), departments.end(), [&](auto d) {
            return names_.of(d, first) == names_.of(d, *second);
        });
    }

    /// As a list that breaks between names, as far as these have room on a line.
    [[nodiscard]] std::string names_on_lines(std::span<const DepartmentIndex> departments,
                                             const Font& font, Language language) const {
        ListWriter list(language);
        for (const auto d : departments) list.add(names_.of(d, language));
        auto text = list.text();
        const auto set = language == theme_.languages.first ? font : second_font(font);
        std::size_t line = 0;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < departments.size(); ++i) {
            const auto name = names_.of(departments[i], language);
            begin = text.find(name, begin);
            if (begin == text.npos) break;
            const auto next =
                i + 1 < departments.size()
                    ? text.find(names_.of(departments[i + 1], language), begin + name.size())
                    : text.size();
            const auto width = rich_width(std::string_view(text).substr(line, next - line), set,
                                          theme_.languages.first);
            if (begin > line && width > names_room_) {
                if (text[begin - 1] == ' ') {
                    text[begin - 1] = '\n';
                } else {
                    text.insert(begin++, 1, '\n');
                }
                line = begin;
            }
            begin += name.size();
        }
        return text;
    }

    [[nodiscard]] std::vector<BlockPtr> rest() const {
        const auto& begin = facts_.rows[shown_];
        TextOptions options;
        options.least = names_room_;
        options.widest = options.least;
        options.mark = {"others", "left-out"};
        const auto say = [&](Language language) {
            return others.fill(
                language, {count(facts_.departments - begin.first + 1), count(begin.measures)});
        };
        std::vector<BlockPtr> all(4);
        all[order] =
            number("order-others", count(begin.first) + "–" + count(facts_.departments), false);
        all[who] = text(theme_, say, font(false), options);
        all[left] = number("left-others", "0", false);
        return all;
    }

    [[nodiscard]] Font font(bool first) const {
        auto font = theme_.body(first);
        font.color = first ? palette::nationwide : palette::secondary;
        return font;
    }

    [[nodiscard]] BlockPtr number(const std::string& id, const std::string& figure,
                                  bool first) const {
        TextOptions options;
        options.align = Align::right;
        options.mark = {id, "value"};
        return text(theme_, figure, font(first), options);
    }

    [[nodiscard]] std::string told_of(const LeavingRow& row) const {
        const auto language = theme_.languages.first;
        ListWriter list(language);
        for (const auto d : row.departments) list.add(dataset_[d].name.in(language));
        return told.fill(language, {list.text(), count(row.measures)});
    }

    const Dataset& dataset_;
    const RobustnessFacts& facts_;
    Theme theme_;
    bool aside_;  ///< Whether the list stands beside the curves.
    double names_room_;
    std::size_t lead_;   ///< Rows that stand as one.
    std::size_t shown_;  ///< Rows, with those.
    std::vector<DepartmentIndex> named_;
    Names names_;
};

/// With as many rows as have room where text is small, and else with most.
BlockPtr view(const Dataset& dataset, const RobustnessFacts& facts, const Theme& theme) {
    const bool small = theme.size <= (theme.width > wide ? 11.0 : 9.0);
    for (auto most = most_rows;; --most) {
        auto block = RobustnessView(dataset, facts, theme, most).block();
        if (!small || most <= least_rows || block->height(theme.width) <= theme.height)
            return block;
    }
}

}  // namespace
}  // namespace drawing

Picture robustness_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = robustness_facts(dataset);
    const auto words = frame_text(dataset, options, headline(dataset, facts));
    if (facts.counted == 0) return nothing_drawn(words, options, in_every(nothing));
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return view(dataset, facts, theme); },
        page_bound(dataset.measures().size(), "the table 'remit structure --show robustness'"));
}

}  // namespace remit
