#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "../identifiers.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/number_text.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"workload-picture.kind"};
constexpr Phrase neutral{"workload-picture.neutral"};
constexpr Phrase subtitle{"workload-picture.subtitle"};
constexpr Phrase shows{"workload-picture.shows"};
constexpr Phrase rule{"workload-picture.rule"};
constexpr Phrase band_rule{"workload-picture.band-rule"};
constexpr Phrase open_band_rule{"workload-picture.open-band-rule"};
constexpr Phrase nothing{"workload-picture.nothing"};
constexpr Phrase held_of{"workload-picture.held-of"};
constexpr Phrase of_listed{"workload-picture.of-listed"};
constexpr Phrase of_announced{"workload-picture.of-announced"};
constexpr Phrase by_fractions{"workload-picture.by-fractions"};
constexpr Phrase sum{"workload-picture.sum"};
constexpr Phrase sum_of_roles{"workload-picture.sum-of-roles"};
constexpr Phrase tooltip{"workload-picture.tooltip"};

constexpr const char* quiet_leading = "#6E7B87";
constexpr const char* quiet_joining = "#B9C1C9";
constexpr double widest_name = 0.26;  // of the room

/// "45–65%".
std::string bounds(const Share& share) {
    auto low = whole_percent(share.low);
    if (low.ends_with('%')) low.pop_back();
    return low + "\u2013" + whole_percent(share.high);
}

Headline headline(const Dataset& dataset, const WorkloadFacts& facts) {
    Headline head;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return workload_finding(facts, language); };
    head.subtitle = [&](Language language) {
        return subtitle.fill(language, {counted_measures(dataset, language),
                                        count(facts.rows.size()), count(facts.workload.links)});
    };
    head.description = [&](Language language) -> std::string {
        if (facts.rows.empty()) return std::string(nothing.in(language));
        const auto& first = facts.rows.front();
        return shows.fill(language, {count(facts.rows.size()),
                                     std::string(dataset[first.department].short_name.in(language)),
                                     count(first.measures)});
    };
    head.rule = [&](Language language) {
        std::string text(rule.in(language));
        if (!facts.bounded()) return text;
        const auto& band = facts.workload.open > 0 ? open_band_rule : band_rule;
        return sentences(language, {text, band.fill(language, {count(dataset.withheld())})});
    };
    return head;
}

/// The rows and their columns.
class WorkloadView {
 public:
    WorkloadView(const Dataset& dataset, const WorkloadFacts& facts, const Theme& theme,
                 const Names& names, double widest)
        : dataset_(dataset), facts_(facts), theme_(theme), names_(names), widest_(widest) {
        const Font bold = theme.body(true);
        std::size_t most = 1;
        for (const auto& row : facts.rows) most = std::max(most, facts.at_most(row));
        style_.most = static_cast<double>(most);
        style_.room = rich_width(count(most), bold, theme.languages.first) + 6.0;
        style_.width = 14.0 * theme.size;
        style_.height = 1.55 * theme.size;
        for (const auto& row : facts.rows) {
            fractions_.most = std::max(fractions_.most, row.fractional);
        }
        fractions_.width = 5.0 * theme.size;
        fractions_.height = 0.7 * theme.size;
        on_a_line_ = have_room_on_a_line();
    }

    [[nodiscard]] BlockPtr block() const {
        Grid grid;
        grid.id = "workload";
        grid.padding = 0.16 * theme_.size;
        grid.columns = columns();
        for (std::size_t i = 0; i < facts_.rows.size(); ++i) {
            grid.add(cells(facts_.rows[i], i));
        }
        grid.rows.back().ruled = true;
        grid.add(sums()).stays = true;
        return std::make_shared<Grid>(std::move(grid));
    }

 private:
    enum Column : std::size_t { name, bars, bracket, listed, announced, fraction, value };

    [[nodiscard]] BlockPtr head(const Phrase& phrase, Align align) const {
        TextOptions options;
        options.align = align;
        options.least = 5.0 * theme_.size;
        return text(theme_, in_every(phrase), theme_.small(), options);
    }

    [[nodiscard]] std::vector<GridColumn> columns() const {
        const auto roles = role_words(dataset_);
        const auto say = [](const RoleWord& word) {
            return [word](Language language) { return std::string(word.in(language)); };
        };
        // Those of the title in color, all others in grey.
        const bool two = facts_.heavy > 0;
        std::vector<Sample> samples;
        if (facts_.leading > 0) {
            samples.push_back({Sample::Form::square, palette::leading_bar, say(roles.leading),
                               two ? quiet_leading : ""});
        }
        if (facts_.leading < facts_.workload.links) {
            samples.push_back({Sample::Form::square, palette::joining_bar, say(roles.joining),
                               two ? quiet_joining : ""});
        }
        std::vector<GridColumn> all(7);
        all[bars].gap = theme_.size;
        all[bars].share = 1.0;
        all[bars].head =
            stack({{legend(theme_, samples)}, {axis_head(theme_, "measures", style_), 3.0}});
        all[bars].behind = axis_lines("measures", style_, theme_.small().size);
        all[listed].head = head(of_listed, Align::right);
        all[announced].gap = facts_.bounded() ? 1.4 * theme_.size : 0.0;
        if (facts_.bounded()) all[announced].head = head(of_announced, Align::right);
        all[fraction].gap = 2.2 * theme_.size;
        all[value].head = head(by_fractions, Align::right);
        return all;
    }

    [[nodiscard]] BlockPtr number(const std::string& id, const std::string& word,
                                  const std::string& figure, bool quiet, bool bold = false) const {
        auto font = theme_.body(bold);
        if (quiet) font.color = palette::secondary;
        TextOptions options;
        options.align = Align::right;
        options.mark = {id, "value" + word};
        return text(theme_, figure, font, options);
    }

    [[nodiscard]] std::vector<BlockPtr> cells(const DepartmentLoad& row, std::size_t index) const {
        const auto id = department_id(dataset_, row.department);
        const auto word = of(dataset_, row.department);
        const bool heavy = index < facts_.heavy;
        TextOptions named;
        named.align = Align::right;
        named.most_lines = 2;
        named.least = widest_;
        named.mark = {"department-" + id, "department" + word, told(row)};
        std::vector<BlockPtr> all(7);
        all[name] = name_of(row.department, theme_.body(heavy), named);
        all[bars] = bar_of(row, heavy, id);
        if (heavy) all[bracket] = bracket_part(index);
        all[listed] = number("listed-" + id, word, whole_percent(row.share.of_listed), false);
        if (facts_.bounded()) {
            all[announced] = number("announced-" + id, word, bounds(row.share), true);
        }
        all[fraction] = bar(theme_, fractions_,
                            {{row.fractional,
                              palette::muted,
                              "",
                              "",
                              {"fraction-" + id, "fraction" + word, told(row)}}});
        all[value] = number("fraction-value-" + id, word, fixed(row.fractional, 2), false);
        return all;
    }

    /// Of two languages beside each other where all have room so.
    [[nodiscard]] BlockPtr name_of(DepartmentIndex d, const Font& font,
                                   const TextOptions& options) const {
        if (!on_a_line_) return text(theme_, names_.of(d), font, options);
        Theme one = theme_;
        one.languages.second.reset();
        return text(one, both_names(d), font, options);
    }

    /// \pre there is a second language
    [[nodiscard]] std::string both_names(DepartmentIndex d) const {
        const auto& [first, second] = theme_.languages;
        const auto other = names_.of(d, *second);
        return names_.of(d, first) == other
                   ? other
                   : names_.of(d, first) + "  " + marked(other, Ink::quiet);
    }

    [[nodiscard]] bool have_room_on_a_line() const {
        if (!theme_.languages.second) return false;
        return std::all_of(facts_.rows.begin(), facts_.rows.end(), [&](const auto& row) {
            return rich_width(both_names(row.department), theme_.body(true),
                              theme_.languages.first) <= widest_;
        });
    }

    [[nodiscard]] BlockPtr bar_of(const DepartmentLoad& row, bool heavy,
                                  const std::string& id) const {
        const auto word = of(dataset_, row.department);
        const auto leading = row.standings.ahead();
        const auto joining = row.measures - leading;
        const bool colored = heavy || facts_.heavy == 0;
        const HexColor dark = colored ? palette::leading_bar : quiet_leading;
        const HexColor light = colored ? palette::joining_bar : quiet_joining;
        return bar(theme_, style_,
                   {{static_cast<double>(leading),
                     dark,
                     count(leading),
                     palette::white,
                     {"leading-" + id, "bar leading" + word, told(row)}},
                    {static_cast<double>(joining),
                     light,
                     count(joining),
                     palette::ink,
                     {"joining-" + id, "bar joining" + word, told(row)}}},
                   static_cast<double>(facts_.at_most(row)), count(row.measures),
                   {"count-" + id, "count" + word});
    }

    /// A part of the bracket around the heavy rows: a piece a row, so that it may be divided.
    [[nodiscard]] BlockPtr bracket_part(std::size_t index) const {
        const bool first = index == 0;
        const bool last = index + 1 == facts_.heavy;
        const auto say = [&](Language language) {
            return held_of.fill(language, {count(facts_.held), count(facts_.workload.links)});
        };
        TextOptions options;
        options.mark = {"held", "held"};
        const auto label = text(theme_, say, {theme_.size, true, palette::nationwide}, options);
        const auto hook = 0.6 * theme_.size;
        const auto width = label->widths().natural + 2.0 * hook;
        const auto padding = 0.16 * theme_.size;
        const auto with_label = index == (facts_.heavy - 1) / 2;
        const auto size = theme_.size;
        return drawn(
            {width, width}, 1.0,  // the label may reach into the rows above and below
            [=](const Rectangle& at, Diagram& page) {
                const auto x = at.x + hook;
                const auto top = at.y - padding + (first ? 0.25 * size : 0.0);
                const auto bottom = at.bottom() + padding - (last ? 0.25 * size : 0.0);
                const auto line = [&](const char* what, Point from, Point to) {
                    add_line(page,
                             {"bracket-" + std::string(what) + std::to_string(index), "bracket"},
                             from, to, palette::nationwide, 1.6);
                };
                line("side-", {x, top}, {x, bottom});
                if (first) line("top-", {x - hook, top}, {x, top});
                if (last) line("end-", {x - hook, bottom}, {x, bottom});
                if (!with_label) return;
                label->draw({x + 0.7 * hook, at.y, width - 1.7 * hook, at.height}, page);
            });
    }

    [[nodiscard]] std::vector<BlockPtr> sums() const {
        std::vector<BlockPtr> all(7);
        TextOptions named;
        named.align = Align::right;
        named.mark = {"sum-name", "sum"};
        all[name] = text(theme_, in_every(sum), theme_.body(true), named);
        const auto roles = role_words(dataset_);
        const auto say = [&](Language language) {
            return sum_of_roles.fill(
                language, {count(facts_.leading), std::string(roles.leading.in(language)),
                           count(facts_.workload.links - facts_.leading),
                           std::string(roles.joining.in(language)), count(facts_.workload.links)});
        };
        TextOptions placed;
        placed.least = style_.width;
        placed.mark = {"sum-count", "sum"};
        all[bars] = text(theme_, say, theme_.body(), placed);
        double fractions = 0.0;
        for (const auto& row : facts_.rows) fractions += row.fractional;
        all[value] = number("sum-fractional", "", fixed(fractions, 2), false, true);
        return all;
    }

    [[nodiscard]] std::string told(const DepartmentLoad& row) const {
        const auto language = theme_.languages.first;
        return tooltip.fill(
            language, {std::string(dataset_[row.department].name.in(language)), count(row.measures),
                       count(facts_.workload.listed), fixed(row.fractional, 2)});
    }

    const Dataset& dataset_;
    const WorkloadFacts& facts_;
    Theme theme_;
    const Names& names_;
    double widest_;
    bool on_a_line_ = false;  ///< Names in both languages.
    BarStyle style_;
    BarStyle fractions_;
};

}  // namespace
}  // namespace drawing

Picture workload_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = workload_facts(dataset);
    const auto words = frame_text(dataset, options, headline(dataset, facts));
    if (facts.rows.empty()) return nothing_drawn(words, options, in_every(nothing));
    std::vector<DepartmentIndex> departments;
    for (const auto& row : facts.rows) departments.push_back(row.department);
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) {
            const auto widest = widest_name * theme.width;
            const Names names(dataset, options.languages, departments, widest, theme.body(true), 2);
            std::vector<Stack::Item> items{
                {WorkloadView(dataset, facts, theme, names, widest).block(), 0.0, true}};
            if (auto key = key_block(theme, names, departments)) {
                items.push_back({key, 6.0, false, true});
            }
            return stack(std::move(items));
        },
        page_bound(dataset.measures().size(), "the table 'remit workload'"));
}

}  // namespace remit
