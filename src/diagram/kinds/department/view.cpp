#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/narrow_heads.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "../identifiers.hpp"
#include "../scopes.hpp"
#include "facts.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>
#include <sstream>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"department-picture.kind"};
constexpr Phrase neutral{"department-picture.neutral"};
constexpr Phrase finding{"department-picture.finding"};
constexpr Phrase finding_with{"department-picture.finding-with"};
constexpr Phrase first_named{"department-picture.first-named"};
constexpr Phrase leads{"department-picture.leads"};
constexpr Phrase leads_or_first{"department-picture.leads-or-first"};
constexpr Phrase also_named{"department-picture.also-named"};
constexpr Phrase joins{"department-picture.joins"};
constexpr Phrase subtitle{"department-picture.subtitle"};
constexpr Phrase bounds{"department-picture.bounds"};
constexpr Phrase open_bounds{"department-picture.open-bounds"};
constexpr Phrase shows_what{"department-picture.shows"};
constexpr Phrase rule{"department-picture.rule"};
constexpr Phrase part{"department-picture.part"};
constexpr Phrase part_again{"department-picture.part-again"};
constexpr Phrase own{"department-picture.own"};
constexpr Phrase shared{"department-picture.shared"};
constexpr Phrase limited{"department-picture.limited"};
constexpr Phrase strangers{"department-picture.strangers"};
constexpr Phrase alone{"department-picture.alone"};
constexpr Phrase shares{"department-picture.shares"};
constexpr Phrase nothing{"department-picture.nothing"};
constexpr Phrase perhaps{"department-picture.perhaps"};

constexpr std::size_t most_in_head = 8;    // departments, of a key above the rows
constexpr std::size_t most_in_words = 12;  // departments that are named in full in a line
constexpr double most_columns = 0.62;      // of the width, where all are to stand on a page
constexpr double columns_share = 0.55;     // of the room, for the dots

std::string leading_counted(const Dataset& dataset, std::size_t number, Language language) {
    const auto& phrase = dataset.declares_all_leads() ? leads
                         : dataset.declares_leads()   ? leads_or_first
                                                      : first_named;
    return phrase.fill(language, {count(number)});
}

std::string joining_counted(const Dataset& dataset, std::size_t number, Language language) {
    return (dataset.declares_all_leads() ? joins : also_named).fill(language, {count(number)});
}

/// "first-named in 3, also named in 6".
std::string roles_counted(const Dataset& dataset, const DepartmentFacts& facts, Language language) {
    const auto joining = facts.measures.size() - facts.leading;
    ListWriter list(language);
    if (facts.leading > 0) list.add(leading_counted(dataset, facts.leading, language));
    if (joining > 0) list.add(joining_counted(dataset, joining, language));
    return list.text();
}

Headline headline(const Dataset& dataset, const DepartmentFacts& facts) {
    const auto named = [&](Language language) {
        return std::string(dataset[facts.department].short_name.in(language));
    };
    const auto all = facts.measures.size();
    Headline head;
    head.shows_numbers = true;
    head.kind = [&](Language language) {
        const auto& body = dataset[facts.department];
        std::string name(body.name.in(language));
        const auto brief = body.short_name.in(language);
        if (brief == body.abbreviation && name.find(brief) == std::string::npos)
            name = marks::brackets.fill(language, {name, std::string(brief)});
        return kind.fill(language, {name});
    };
    head.neutral = [=](Language language) { return neutral.fill(language, {named(language)}); };
    head.finding = [=, &dataset, &facts](Language language) {
        auto text = finding.fill(
            language, {accent(named(language)), count(all), count(dataset.measures().size()),
                       leading_counted(dataset, facts.leading, language)});
        if (facts.closest == 0) return text;
        std::vector<DepartmentIndex> closest;
        for (std::size_t i = 0; i < facts.closest; ++i) {
            closest.push_back(facts.partners[i].department);
        }
        const Names names(dataset, {language});
        return text + finding_with.fill(
                          language, {names.list(closest, language, true),
                                     count(facts.partners.front().shared), count(facts.closest)});
    };
    head.subtitle = [=, &dataset, &facts](Language language) {
        const auto hidden = dataset.withheld();
        std::string between;
        if (hidden + facts.possible > 0) {
            between = (facts.possible > 0 ? open_bounds : bounds)
                          .fill(language, {count(hidden), whole_percent(facts.share.low),
                                           whole_percent(facts.share.high)});
        }
        return subtitle.fill(language, {whole_percent(facts.share.of_listed), between,
                                        roles_counted(dataset, facts, language)});
    };
    head.description = [=, &facts](Language language) {
        return shows_what.fill(language,
                               {named(language), count(all), count(facts.partners.size())});
    };
    head.rule = [=](Language language) { return rule.fill(language, {named(language)}); };
    return head;
}

/// What the columns are called, and how wide they are.
struct ColumnNames {
    Names names;
    double width = 0.0;
};

/// Of the short names: no column breaks it.
double widest_word(const Dataset& dataset, std::span<const DepartmentIndex> departments,
                   const Theme& theme) {
    double widest = 0.0;
    for (const auto d : departments) {
        const auto language = theme.languages.first;
        std::istringstream words{std::string(dataset[d].short_name.in(language))};
        for (std::string word; words >> word;) {
            widest = std::max(widest, rich_width(word, theme.body(true), language));
        }
    }
    return std::min(widest, 12.0 * theme.size);
}

ColumnNames column_names(const Dataset& dataset, const DepartmentFacts& facts, const Theme& theme) {
    const auto all = facts.columns();
    const auto size = theme.size;
    const auto even = columns_share * theme.width / static_cast<double>(all.size()) - size;
    struct Room {
        double width;
        std::size_t lines;
    };
    const auto width = std::clamp(even, 3.4 * size, 8.0 * size);
    const std::array rooms{Room{width, 2}, Room{width, 3}, Room{5.0 * size, 3},
                           Room{std::max(7.0 * size, widest_word(dataset, all, theme)), 3}};
    for (const auto& room : rooms) {
        Names names(dataset, theme.languages, all, room.width, theme.body(true), room.lines);
        const auto is_cut = [&](DepartmentIndex d) {
            return names.of(d, theme.languages.first).find("…") != std::string::npos;
        };
        if (&room == &rooms.back() || std::none_of(all.begin(), all.end(), is_cut)) {
            return {std::move(names), room.width};
        }
    }
    return {Names(dataset, theme.languages), 0.0};  // never reached
}

class DepartmentView {
 public:
    DepartmentView(const Dataset& dataset, const DepartmentFacts& facts, const Scopes& scopes,
                   const Theme& theme)
        : dataset_(dataset),
          facts_(facts),
          scopes_(scopes),
          theme_(theme),
          columns_(column_names(dataset, facts, theme)) {
        place_names();
        const auto all = facts.columns();
        if (static_cast<double>(all.size()) * (width_ + 0.8 * theme.size) <=
            most_columns * theme.width) {
            return;
        }
        narrow_.emplace(dataset, theme, all);
    }

    [[nodiscard]] BlockPtr block() const {
        const auto departments = facts_.columns();
        const auto key = narrow_ ? key_block(theme_, narrow_->key())
                                 : key_block(theme_, columns_.names, departments);
        const bool above = departments.size() <= most_in_head;
        std::vector<Stack::Item> items{{grid(above ? key : nullptr), 0.0, true}};
        items.push_back({remark(), 0.7 * theme_.size});
        if (!above && key) items.push_back({key, 0.5 * theme_.size, false, true});
        std::erase_if(items, [](const Stack::Item& item) { return !item.block; });
        return stack(std::move(items));
    }

 private:
    enum Column : std::size_t { number, title, scope, itself, partner };

    /// The widest name, and the highest.
    void place_names() {
        double widest = 0.0;
        for (const auto d : facts_.columns()) {
            widest = std::max(widest, name_of(d, true)->widths().natural);
        }
        width_ = std::max(2.4 * theme_.size, std::min(widest, columns_.width));
        for (const auto d : facts_.columns()) {
            names_height_ = std::max(names_height_, name_of(d, true)->height(width_));
        }
    }

    [[nodiscard]] BlockPtr name_of(DepartmentIndex department, bool colored) const {
        TextOptions options;
        options.align = Align::center;
        options.mark = {"name-" + department_id(dataset_, department),
                        "department" + of(dataset_, department)};
        auto font = theme_.body(colored);
        if (colored) font.color = palette::nationwide;
        return text(theme_, columns_.names.of(department), font, options);
    }

    [[nodiscard]] BlockPtr caption_of(const Phrase& phrase) const {
        TextOptions options;
        options.align = Align::center;
        return text(theme_, in_every(phrase), theme_.small(), options);
    }

    [[nodiscard]] BlockPtr grid(const BlockPtr& key) const {
        Grid grid;
        grid.id = "department";
        grid.padding = (theme_.languages.second ? 0.15 : 0.28) * theme_.size;
        grid.head_gap = 0.3 * theme_.size;
        grid.heading_gap = 0.4 * theme_.size;
        grid.columns.resize(partner + facts_.partners.size());
        // Where it is alone, its dots stand beside the titles.
        if (facts_.partners.empty()) grid.columns.emplace_back();
        (facts_.partners.empty() ? grid.columns.back() : grid.columns[title]).share = 1.0;
        grid.columns[itself].gap = 1.2 * theme_.size;
        for (std::size_t i = 0; i < facts_.partners.size(); ++i) {
            auto& column = grid.columns[partner + i];
            column.divides = true;
            column.gap = (i == 0 ? 1.6 : 0.8) * theme_.size;
        }
        if (narrow_) {
            add_narrow_heads(grid);
        } else {
            add_wide_heads(grid);
        }
        grid.bands.push_back({number, scope, above(key), true});
        for (std::size_t i = 0; i < facts_.measures.size(); ++i) {
            if (i == 0 || i == facts_.leading) add_heading(grid, i == facts_.leading);
            add_row(grid, facts_.measures[i], i < facts_.leading);
        }
        return std::make_shared<Grid>(std::move(grid));
    }

    void add_wide_heads(Grid& grid) const {
        grid.columns[itself].head = head(facts_.department, facts_.measures.size(), true, &own);
        for (std::size_t i = 0; i < facts_.partners.size(); ++i) {
            const auto& each = facts_.partners[i];
            grid.columns[partner + i].head =
                head(each.department, each.shared, i < facts_.closest, i == 0 ? &shared : nullptr);
        }
    }

    /// Of more partners than have room otherwise.
    void add_narrow_heads(Grid& grid) const {
        const auto name_head = [&](DepartmentIndex d, bool colored) {
            return NarrowHead{narrow_->of(d),
                              {"name-" + department_id(dataset_, d), "department" + of(dataset_, d),
                               full_name(d, theme_.languages.first)},
                              colored ? palette::nationwide : palette::ink,
                              colored};
        };
        std::vector<NarrowHead> heads;
        for (std::size_t i = 0; i < facts_.partners.size(); ++i) {
            heads.push_back(name_head(facts_.partners[i].department, i < facts_.closest));
        }
        const auto least = 1.5 * theme_.size;
        const auto all = narrow_heads(theme_, heads, least, most_columns * theme_.width);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto& each = facts_.partners[i];
            auto& column = grid.columns[partner + i];
            column.head = stack({{narrow_bar(each.department, each.shared, i < facts_.closest)},
                                 {all.blocks[i], 3.0}});
            column.gap = 0.0;
        }
        grid.columns.push_back({all.overhang});
        // Beside it other partners stand on each page, so that it keeps to its own column.
        const auto one = narrow_heads(theme_, {name_head(facts_.department, true)}, least, least);
        const auto width = one.column + 2.0 * (one.overhang + all.overhang);
        const auto name = one.blocks.front();
        grid.columns[itself].head =
            stack({{narrow_bar(facts_.department, facts_.measures.size(), true)},
                   {drawn({width, width}, name->height(one.column),
                          [name, column = one.column](const Rectangle& at, Diagram& page) {
                              const auto left = at.middle().x - column / 2.0;
                              name->draw({left, at.y, column, at.height}, page);
                          }),
                    3.0}});
    }

    [[nodiscard]] BlockPtr narrow_bar(DepartmentIndex d, std::size_t measures, bool colored) const {
        const HexColor fill = colored ? palette::nationwide : palette::quiet_bar;
        const Font font{theme_.small().size, true, colored ? palette::nationwide : palette::ink};
        const auto told = shares.fill(theme_.languages.first,
                                      {full_name(d, theme_.languages.first), count(measures)});
        return upright_bar(theme_, static_cast<double>(measures),
                           static_cast<double>(facts_.measures.size()), 3.0 * theme_.size, fill,
                           font,
                           {"bar-" + department_id(dataset_, d), "bar" + of(dataset_, d), told});
    }

    /// A bar with its number, and the name below it.
    [[nodiscard]] BlockPtr head(DepartmentIndex department, std::size_t measures, bool colored,
                                const Phrase* caption) const {
        const auto size = theme_.size;
        const auto full = 4.5 * size;
        const auto height =
            full * static_cast<double>(measures) / static_cast<double>(facts_.measures.size());
        const auto name = name_of(department, colored);
        const auto above = caption ? caption_of(*caption) : nullptr;
        const auto width = above ? std::max(width_, above->widths().natural) : width_;
        const auto above_height = above ? above->height(width) : 0.0;
        const auto figure = 1.25 * size;
        const auto foot = names_height_ + 0.3 * size;
        const auto id = department_id(dataset_, department);
        const auto language = theme_.languages.first;
        const HexColor fill = colored ? palette::nationwide : palette::quiet_bar;
        const HexColor ink = colored ? palette::nationwide : palette::ink;
        const auto word = of(dataset_, department);
        Mark mark{"bar-" + id, "bar" + word,
                  shares.fill(language, {full_name(department, language), count(measures)})};
        return drawn(
            {width, width}, above_height + figure + height + foot,
            [=, names = names_height_](const Rectangle& at, Diagram& page) {
                const auto middle = at.middle().x;
                const auto bottom = at.bottom() - foot;
                if (above) above->draw({at.x, at.y, at.width, above_height}, page);
                page.shapes.emplace_back(Label{{"count-" + id, "count" + word},
                                               {middle, bottom - height - figure / 2.0},
                                               Align::center,
                                               count(measures),
                                               size,
                                               true,
                                               ink,
                                               language});
                page.shapes.emplace_back(
                    Area{mark, {middle - size, bottom - height, 2.0 * size, height}, fill});
                name->draw({at.x, at.bottom() - names, at.width, name->height(at.width)}, page);
            });
    }

    /// Legend and key, at the left of the bars.
    [[nodiscard]] BlockPtr above(const BlockPtr& key) const {
        const auto roles = role_words(dataset_);
        const auto say = [](const RoleWord& word) {
            return [word](Language language) { return std::string(word.in(language)); };
        };
        std::vector<Sample> samples;
        if (shows(true)) {
            samples.push_back({Sample::Form::filled_dot, palette::ink, say(roles.leading)});
        }
        if (shows(false)) {
            samples.push_back({Sample::Form::hollow_dot, palette::ink, say(roles.joining)});
        }
        std::vector<Stack::Item> items{{legend(theme_, samples)}};
        if (const auto tags = scope_legend()) items.push_back({tags, 0.5 * theme_.size});
        if (key) items.push_back({key, 0.5 * theme_.size});
        return stack(std::move(items));
    }

    /// Whether some dot is of who leads, or of who does not.
    [[nodiscard]] bool shows(bool leading) const {
        return std::any_of(
            facts_.measures.begin(), facts_.measures.end(), [&](MeasureIndex measure) {
                const auto all = dataset_.responsibilities(measure);
                for (std::size_t i = 0; i < all.size(); ++i) {
                    if ((dataset_.standing(measure, i) != Standing::other) == leading) return true;
                }
                return false;
            });
    }

    /// What the tags mean, where all that are orange mean the same.
    [[nodiscard]] BlockPtr scope_legend() const {
        if (!scopes_.only || !scopes_.nation) return nullptr;
        const auto found = std::find_if(
            facts_.measures.begin(), facts_.measures.end(),
            [&](MeasureIndex m) { return static_cast<bool>(scopes_.is_limited[m.value]); });
        if (found == facts_.measures.end()) return nullptr;
        const auto say = [this](Language language) {
            return limited.fill(language, {scope_name(dataset_, *scopes_.only, language),
                                           scope_name(dataset_, *scopes_.nation, language)});
        };
        TextOptions options;
        options.least = 8.0 * theme_.size;
        options.mark = {"limited", "legend"};
        return row({{scope_tag_of(*found, "limited-tag")},
                    {text(theme_, say, theme_.small(), options), 1.0}},
                   0.5 * theme_.size);
    }

    void add_heading(Grid& grid, bool joining) const {
        const auto others = facts_.measures.size() - facts_.leading;
        const auto say = [&](const Phrase& phrase, Language language) {
            return phrase.fill(language,
                               {std::string(dataset_[facts_.department].short_name.in(language)),
                                joining ? joining_counted(dataset_, others, language)
                                        : leading_counted(dataset_, facts_.leading, language)});
        };
        auto font = theme_.body(true);
        font.color = palette::nationwide;
        TextOptions options;
        options.least = 8.0 * theme_.size;
        options.mark = {joining ? "joining" : "leading", "heading"};
        const auto heading = [&](const Phrase& phrase) {
            return in_line(
                theme_, [&](Language each) { return say(phrase, each); }, font, options);
        };
        auto& row = grid.add_heading(heading(part), heading(part_again));
        row.ruled = true;
    }

    void add_row(Grid& grid, MeasureIndex measure, bool leading) const {
        const auto id = measure_id(dataset_, measure);
        const auto word = of(dataset_, measure);
        std::vector<BlockPtr> cells(grid.columns.size());
        TextOptions numbered;
        numbered.align = Align::right;
        numbered.mark = {"number-" + id, "number" + word};
        cells[number] = text(theme_, measure_number(dataset_, measure),
                             {theme_.size, true, palette::secondary}, numbered);
        TextOptions titled;
        titled.least = 18.0 * theme_.size;
        titled.mark = {"measure-" + id, "measure" + word,
                       measure_tooltip(dataset_, measure, theme_.languages.first)};
        const auto say = [&](Language language) {
            return picture_title(dataset_, measure, language);
        };
        cells[title] = text(theme_, say, theme_.body(), titled);
        cells[scope] = scope_tag_of(measure, "scope-" + id);
        cells[itself] =
            dot({"own-" + id, (leading ? "own leading" : "own joining") + word},
                leading ? DotForm::filled : DotForm::hollow, theme_.size, palette::nationwide);
        std::size_t last = itself;
        for (std::size_t i = 0; i < facts_.partners.size(); ++i) {
            const auto department = facts_.partners[i].department;
            const auto stands = standing_of(dataset_, measure, department);
            const auto form = !stands                      ? DotForm::none
                              : *stands != Standing::other ? DotForm::filled
                                                           : DotForm::hollow;
            cells[partner + i] =
                dot({"dot-" + department_id(dataset_, department) + "-of-" + id,
                     (stands ? "partner" : "none") + of(dataset_, department) + word},
                    form, theme_.size, palette::ink);
            if (stands) last = partner + i;
        }
        auto& row = grid.add(std::move(cells));
        row.ruled = true;
        if (last != itself) row.joined = {itself, last};
    }

    /// Where a measure applies that does not apply everywhere; null for others.
    [[nodiscard]] BlockPtr scope_tag_of(MeasureIndex measure, const std::string& id) const {
        if (!dataset_.has_scope()) return nullptr;
        if (is_nationwide(dataset_, measure)) return nullptr;
        auto font = theme_.small();
        font.bold = scopes_.is_limited[measure.value];
        if (font.bold) font.color = palette::pilot;
        return tag(theme_, scope_words(dataset_, measure), font, {id, "scope"}, 9.0 * font.size);
    }

    /// Who shares nothing.
    [[nodiscard]] BlockPtr remark() const {
        if (facts_.strangers.empty() && !facts_.partners.empty()) return nullptr;
        const auto say = [&](Language language) {
            const auto name = std::string(dataset_[facts_.department].short_name.in(language));
            if (facts_.partners.empty()) return alone.fill(language, {name});
            ListWriter list(language);
            for (const auto d : facts_.strangers) {
                const bool full = facts_.strangers.size() <= most_in_words &&
                                  dataset_[d].short_name.in(language) == dataset_[d].abbreviation;
                list.add(full ? full_name(d, language)
                              : std::string(dataset_[d].short_name.in(language)));
            }
            return strangers.fill(language, {list.text(), name});
        };
        TextOptions options;
        options.least = 20.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"strangers", "remark"};
        auto font = theme_.small();
        return text(theme_, say, font, options);
    }

    [[nodiscard]] std::string full_name(DepartmentIndex department, Language language) const {
        return std::string(dataset_[department].name.in(language));
    }

    const Dataset& dataset_;
    const DepartmentFacts& facts_;
    const Scopes& scopes_;
    Theme theme_;
    ColumnNames columns_;
    double width_ = 0.0;  // of a column of dots
    double names_height_ = 0.0;
    std::optional<HeadNames> narrow_;  // of more columns than have room otherwise
};

}  // namespace
}  // namespace drawing

Picture department_diagram(const Dataset& dataset, DepartmentIndex department,
                           const PictureOptions& options) {
    using namespace drawing;
    const auto facts = department_facts(dataset, department);
    const auto scopes = scopes_of(dataset);
    return paged(
        options.page, frame_text(dataset, options, headline(dataset, facts)), options.languages,
        [&](const Theme& theme) { return DepartmentView(dataset, facts, scopes, theme).block(); },
        page_bound(dataset.measures().size(), "the tables 'remit pairs' and 'remit show'"));
}

Picture department_diagram(const Dataset& dataset, BodyIndex body, const PictureOptions& options) {
    using namespace drawing;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (dataset.departments()[d.value].body == body) {
            return department_diagram(dataset, d, options);
        }
    }
    const auto why = [&](Language language) {
        const auto hidden = dataset.withheld();
        return nothing.fill(language,
                            {std::string(dataset.registry()[body].short_name.in(language))}) +
               (hidden == 0 ? "" : perhaps.fill(language, {count(hidden)}));
    };
    Headline head;
    head.kind = [&](Language language) {
        return kind.fill(language, {std::string(dataset.registry()[body].name.in(language))});
    };
    head.neutral = [&](Language language) {
        return neutral.fill(language,
                            {std::string(dataset.registry()[body].short_name.in(language))});
    };
    head.subtitle = [&](Language language) { return counted_measures(dataset, language); };
    head.description = why;
    head.shows_order = false;
    return nothing_drawn(frame_text(dataset, options, head), options, why);
}

}  // namespace remit
