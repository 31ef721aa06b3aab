#include "../../page/grid.hpp"
#include "../../page/narrow_heads.hpp"
#include "../../page/pager.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <array>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"matrix-picture.kind"};
constexpr Phrase kind_alone{"matrix-picture.kind-alone"};
constexpr Phrase neutral{"matrix-picture.neutral"};
constexpr Phrase neutral_alone{"matrix-picture.neutral-alone"};
constexpr Phrase finding{"matrix-picture.finding"};
constexpr Phrase subtitle{"matrix-picture.subtitle"};
constexpr Phrase shows{"matrix-picture.shows"};
constexpr Phrase rule{"matrix-picture.rule"};
constexpr Phrase rule_alone{"matrix-picture.rule-alone"};
constexpr Phrase includes{"region-kinds.includes"};
constexpr Phrase in_part{"region-kinds.in-part"};
constexpr Phrase measure_head{"matrix-picture.measure-head"};
constexpr Phrase count_head{"matrix-picture.count-head"};
constexpr Phrase scope_head{"matrix-picture.scope-head"};
constexpr Phrase members{"matrix-picture.members"};
constexpr Phrase all_regions{"matrix-picture.all-regions"};
constexpr Phrase withheld_row{"matrix-picture.withheld"};
constexpr Phrase withheld_alone{"matrix-picture.withheld-alone"};
constexpr Phrase sum{"matrix-picture.sum"};
constexpr Phrase continued{"matrix-picture.continued"};
constexpr Phrase counted{"captions.listed"};
constexpr Phrase link_tip{"matrix-picture.link-tip"};
constexpr Phrase reach_tip{"matrix-picture.reach-tip"};
constexpr Phrase nothing{"matrix-picture.nothing"};

constexpr double wide_page = 700.0;     // on which categories stand beside their measures
constexpr std::size_t few_regions = 3;  // whose heads are words
constexpr std::size_t most_regions = 12;
constexpr std::array<std::size_t, 3> title_lines{8, 5, 3};  // of which the first that fit are taken
constexpr const char* dark = "#30363C";

/// What the column of some regions is called.
std::string regions_name(const Dataset& dataset, const MatrixFacts& facts,
                         const RegionKind& regions, bool brief, Language language) {
    // Where no place is named, the nation is no rest.
    if (facts.places == 0 && regions.places.empty()) {
        return nation_name(dataset.registry(), language);
    }
    return kind_name(dataset, regions, language, brief);
}

std::vector<DepartmentIndex> ahead(const MatrixFacts& facts) {
    std::vector<DepartmentIndex> all;
    for (std::size_t i = 0; i < facts.ahead; ++i) all.push_back(facts.departments[i].department);
    return all;
}

Headline headline(const Dataset& dataset, const MatrixFacts& facts, const Names& names) {
    Headline head;
    const bool scoped = dataset.has_scope();
    head.kind = in_every(scoped ? kind : kind_alone);
    head.neutral = in_every(scoped ? neutral : neutral_alone);
    head.finding = [&](Language language) -> std::string {
        if (!facts.about_departments(dataset))
            return scope_finding(dataset, facts.scopes, language);
        if (facts.ahead == 0) return {};
        return finding.fill(language, {names.list(ahead(facts), language, true), count(facts.ahead),
                                       count(facts.departments.front().measures),
                                       count(dataset.measures().size())});
    };
    head.subtitle = [&](Language language) {
        return subtitle.fill(language, {counted_measures(dataset, language),
                                        count(facts.departments.size()), count(facts.links)});
    };
    head.description = [&](Language language) -> std::string {
        if (facts.departments.empty()) return std::string(neutral_alone.in(language));
        const auto& most = facts.departments.front();
        return shows.fill(language, {count(facts.departments.size()),
                                     std::string(dataset[most.department].name.in(language)),
                                     count(most.measures)});
    };
    head.rule = [&](Language language) {
        if (facts.regions.empty()) return std::string(rule_alone.in(language));
        std::string reading;
        if (facts.scopes.everywhere > 0 && facts.places > 0) {
            reading = includes.fill(language, {nation_name(dataset.registry(), language)});
        }
        return sentences(
            language, {std::string(rule.in(language)), reading, extent_remark(dataset, language)});
    };
    head.shows_numbers = true;
    return head;
}

/// What stands for where the measures apply.
enum class ScopeForm : std::uint8_t { none, regions, words };

class MatrixView {
 public:
    MatrixView(const Dataset& dataset, const MatrixFacts& facts, const Theme& theme, ScopeForm form,
               std::size_t lines)
        : dataset_(dataset),
          facts_(facts),
          theme_(theme),
          form_(form),
          title_lines_(lines),
          names_(dataset, theme, departments()) {
        const auto has_heading = std::any_of(
            facts.rows.begin(), facts.rows.end(),
            [](const ProgrammeRow& row) { return row.kind == ProgrammeRow::Kind::category; });
        beside_ = has_heading && theme.width > wide_page;
        column_of_.resize(facts.departments.size());
        for (std::size_t i = 0; i < facts.departments.size(); ++i) {
            column_of_[facts.departments[i].department.value] = i;
        }
    }

    [[nodiscard]] BlockPtr block() {
        grid_.id = "matrix";
        grid_.padding = 0.07 * theme_.size;
        grid_.heading_gap = 4.0;
        add_columns();
        for (const auto& row : facts_.rows) add_row(row);
        grid_.rows.back().ruled = true;
        grid_.add(sums()).stays = true;
        std::vector<Stack::Item> items{{std::make_shared<Grid>(grid_), 0.0, true}};
        if (key_ && !key_above_) items.push_back({key_, 5.0, false, true});
        return stack(std::move(items));
    }

 private:
    [[nodiscard]] std::vector<DepartmentIndex> departments() const {
        std::vector<DepartmentIndex> all;
        for (const auto& each : facts_.departments) all.push_back(each.department);
        return all;
    }

    GridColumn& add_column(double gap, BlockPtr head = {}) {
        grid_.columns.push_back({gap, 0.0, std::move(head)});
        return grid_.columns.back();
    }

    void add_columns() {
        if (beside_) add_column(0.0);
        number_ = grid_.columns.size();
        add_column(8.0);
        title_ = grid_.columns.size();
        add_column(7.0).share = 0.5;
        add_department_columns();
        set_title_head();
        region_ = grid_.columns.size();
        if (form_ == ScopeForm::regions) add_region_columns();
        if (form_ == ScopeForm::words) {
            add_column(8.0, text(theme_, in_every(scope_head), theme_.small()));
        }
        count_ = grid_.columns.size();
        TextOptions options;
        options.least = options.widest = 4.0 * theme_.size;
        options.filling = Filling::full;
        add_column(10.0, text(theme_, in_every(count_head), theme_.small(), options));
        std::size_t most = 1;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            most = std::max(most, dataset_.responsibilities(m).size());
        }
        bars_.most = static_cast<double>(most);
        bars_.room =
            rich_width(count(facts_.links), theme_.body(true), theme_.languages.first) + 6.0;
        bars_.width = 2.4 * theme_.size;
        bars_.height = 0.75 * theme_.size;
    }

    /// What the dots mean; above that the keys, where the other heads are high enough.
    void set_title_head() {
        key_ = key();
        auto& head = grid_.columns[title_].head;
        head = title_head();
        if (!key_ || facts_.departments.empty()) return;
        const auto room = 0.3 * theme_.width;
        const auto height = grid_.columns[first_].head->height(room);
        key_above_ = key_->height(room) + 6.0 + head->height(room) <= height;
        if (key_above_) head = stack({{key_}, {head, 6.0}});
    }

    [[nodiscard]] BlockPtr title_head() const {
        const auto roles = role_words(dataset_);
        const auto say = [](const RoleWord& word) {
            return [word](Language language) { return std::string(word.in(language)); };
        };
        bool leading = false;
        bool joining = false;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            for (std::size_t i = 0; i < dataset_.responsibilities(m).size(); ++i) {
                (dataset_.standing(m, i) != Standing::other ? leading : joining) = true;
            }
        }
        std::vector<Sample> samples;
        if (leading) samples.push_back({Sample::Form::filled_dot, dark, say(roles.leading)});
        if (joining) samples.push_back({Sample::Form::hollow_dot, dark, say(roles.joining)});
        if (partial()) samples.push_back({Sample::Form::hollow_square, dark, in_every(in_part)});
        return row({{text(theme_, in_every(measure_head), theme_.small()), 1.0},
                    {legend(theme_, samples)}},
                   theme_.size);
    }

    [[nodiscard]] bool partial() const {
        if (form_ != ScopeForm::regions) return false;
        return std::any_of(facts_.regions.begin(), facts_.regions.end(), [](const auto& each) {
            return std::find(each.reach.begin(), each.reach.end(), Reach::partial) !=
                   each.reach.end();
        });
    }

    void add_department_columns() {
        std::vector<NarrowHead> heads;
        for (std::size_t i = 0; i < facts_.departments.size(); ++i) {
            const auto d = facts_.departments[i].department;
            heads.push_back(
                {names_.of(d),
                 {"department-" + department_id(dataset_, d), "department" + of(dataset_, d),
                  std::string(dataset_[d].name.in(theme_.languages.first))},
                 colored(i) ? palette::nationwide : palette::ink,
                 colored(i)});
        }
        const auto all = narrow_heads(theme_, heads, 1.5 * theme_.size, 0.42 * theme_.width);
        add_column(4.0 + all.overhang);
        first_ = grid_.columns.size();
        for (const auto& block : all.blocks) {
            auto& column = add_column(0.0, block);
            column.share = 0.03;
            column.divides = true;
            column.behind = [](const Rectangle& rows, Diagram& page) {
                add_line(page, {numbered("matrix-line", page), "line"}, {rows.x, rows.y},
                         {rows.x, rows.bottom()}, palette::hairline, 0.7);
            };
        }
        add_column(2.0 + all.overhang);
    }

    /// Whether the title speaks of the department in this column.
    [[nodiscard]] bool colored(std::size_t column) const {
        return facts_.about_departments(dataset_) && column < facts_.ahead;
    }

    [[nodiscard]] std::string region_head(const RegionKind& regions, Language language) const {
        const bool narrow = facts_.regions.size() > few_regions;
        return regions_name(dataset_, facts_, regions, narrow, language);
    }

    [[nodiscard]] Words regions_words(const RegionKind& regions) const {
        return [this, &regions](Language language) { return region_head(regions, language); };
    }

    void add_region_columns() {
        std::vector<NarrowHead> heads;
        for (const auto& each : facts_.regions) {
            const bool special = facts_.scopes.limited > 0 && !each.places.empty();
            heads.push_back(
                {regions_words(each),
                 {"region-" + kind_id(dataset_, each), "region",
                  each.places.empty() ? not_addressed_remark(dataset_, theme_.languages.first)
                                      : places_list(dataset_, each.places, theme_.languages.first)},
                 special ? palette::pilot_on_tint : palette::secondary,
                 special});
        }
        if (heads.size() > few_regions) {
            const auto all = narrow_heads(theme_, heads, 1.5 * theme_.size, 0.25 * theme_.width);
            for (std::size_t i = 0; i < heads.size(); ++i) {
                add_column(i == 0 ? 8.0 + all.overhang : 2.0, all.blocks[i]);
            }
            add_column(all.overhang);
            return;
        }
        for (const auto& head : heads) {
            TextOptions options;
            options.align = Align::center;
            options.least = 4.4 * theme_.size;
            options.widest = 5.2 * theme_.size;
            options.mark = head.mark;
            const Font font{theme_.small().size, head.bold, head.color};
            add_column(&head == heads.data() ? 8.0 : 1.0, text(theme_, head.text, font, options));
        }
    }

    void add_row(const ProgrammeRow& row) {
        switch (row.kind) {
            case ProgrammeRow::Kind::notice:
                grid_.add_heading(heading(row, false), heading(row, true)).ruled = true;
                return;
            case ProgrammeRow::Kind::category:
                (beside_ ? grid_.add_side_heading(side_heading(row, false), side_heading(row, true))
                         : grid_.add_heading(heading(row, false), heading(row, true)))
                    .ruled = true;
                return;
            case ProgrammeRow::Kind::withheld:
                add_withheld(row.count);
                return;
            case ProgrammeRow::Kind::measure:
                break;
        }
        auto& added = grid_.add(cells(row.measure));
        added.covers = {number_, region_ - 1};
        if (facts_.scopes.is_limited[row.measure.value]) {
            added.fill = palette::pilot_tint;
        }
    }

    [[nodiscard]] BlockPtr heading(const ProgrammeRow& row, bool again) const {
        return text(
            theme_, [&](Language language) { return heading_text(row, again, language); },
            theme_.body(true));
    }

    /// With its count below it, where it has several rows.
    [[nodiscard]] BlockPtr side_heading(const ProgrammeRow& row, bool again) const {
        const auto say = [&](Language language) {
            auto name = row.bare(language);
            if (again) return continued.fill(language, {name});
            if (row.count < 2) return name;
            return name + '\n' + marked(counted.fill(language, {count(row.count)}), Ink::quiet);
        };
        TextOptions options;
        options.least = 7.0 * theme_.size;
        options.widest = 16.0 * theme_.size;
        return text(theme_, say, theme_.body(true), options);
    }

    void add_withheld(std::size_t withheld) {
        std::vector<BlockPtr> all(grid_.columns.size());
        const auto& phrase = dataset_.has_scope() ? withheld_row : withheld_alone;
        TextOptions options;
        options.least = 12.0 * theme_.size;
        options.mark = {"withheld-" + count(grid_.rows.size()), "withheld"};
        all[title_] = text(
            theme_, [&](Language language) { return phrase.fill(language, {count(withheld)}); },
            {theme_.size, false, palette::secondary}, options);
        auto& row = grid_.add(std::move(all));
        row.dashed = true;
        row.covers = {number_, region_ - 1};
    }

    [[nodiscard]] std::vector<BlockPtr> cells(MeasureIndex m) const {
        const auto id = measure_id(dataset_, m);
        const bool limited = facts_.scopes.is_limited[m.value];
        std::vector<BlockPtr> all(grid_.columns.size());
        TextOptions options;
        options.align = Align::right;
        options.mark = {"number-" + id, "number" + of(dataset_, m)};
        all[number_] = text(
            theme_, measure_number(dataset_, m),
            {theme_.size, limited, limited ? palette::pilot_on_tint : palette::secondary}, options);
        TextOptions titled;
        titled.most_lines = title_lines_;
        titled.least = 13.0 * theme_.size;
        titled.mark = {"measure-" + id, "measure" + of(dataset_, m),
                       measure_tooltip(dataset_, m, theme_.languages.first)};
        all[title_] = text(
            theme_, [&](Language language) { return picture_title(dataset_, m, language); },
            theme_.body(), titled);
        add_dots(m, all);
        add_reach(m, all);
        const auto n = dataset_.responsibilities(m).size();
        all[count_] = bar(theme_, bars_,
                          {{static_cast<double>(n),
                            palette::quiet_bar,
                            "",
                            "",
                            {"bar-" + id, "bar" + of(dataset_, m)}}},
                          0.0, count(n), {"count-" + id, "count" + of(dataset_, m)});
        return all;
    }

    void add_dots(MeasureIndex m, std::vector<BlockPtr>& all) const {
        const auto responsibilities = dataset_.responsibilities(m);
        const auto language = theme_.languages.first;
        const auto roles = role_words(dataset_);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto d = responsibilities[i].department;
            const auto column = column_of_[d.value];
            const bool leading = dataset_.standing(m, i) != Standing::other;
            const auto& role = leading ? roles.leading : roles.joining;
            const auto tip = link_tip.fill(
                language,
                {measure_number(dataset_, m), picture_title(dataset_, m, language),
                 std::string(dataset_[d].name.in(language)), std::string(role.in(language))});
            all[first_ + column] = dot(
                {"link-" + department_id(dataset_, d) + "-" + measure_id(dataset_, m),
                 (leading ? "link leading" : "link joining") + of(dataset_, d) + of(dataset_, m),
                 tip},
                leading ? DotForm::filled : DotForm::hollow, 0.85 * theme_.size,
                colored(column) ? palette::nationwide : dark);
        }
    }

    void add_reach(MeasureIndex m, std::vector<BlockPtr>& all) const {
        const auto id = measure_id(dataset_, m);
        const bool limited = facts_.scopes.is_limited[m.value];
        if (form_ == ScopeForm::words) {
            TextOptions options;
            options.least = 7.0 * theme_.size;
            options.mark = {"scope-" + id, "scope" + of(dataset_, m)};
            const HexColor color = limited ? palette::pilot_on_tint : palette::secondary;
            all[region_] = text(
                theme_, [&](Language language) { return scope_list(m, language); },
                {theme_.small().size, false, color}, options);
        }
        if (form_ != ScopeForm::regions) return;
        const HexColor color = limited ? palette::pilot : "#AEB7C0";
        for (std::size_t r = 0; r < facts_.regions.size(); ++r) {
            const auto reach = facts_.regions[r].reach[m.value];
            if (reach == Reach::none) continue;
            const bool part = reach == Reach::partial;
            const Mark mark{"reach-" + kind_id(dataset_, facts_.regions[r]) + "-" + id,
                            (part ? "reach part" : "reach") + of(dataset_, m), reach_told(m, r)};
            all[region_ + r] = drawn(
                {theme_.size, theme_.size}, theme_.size, [=](const Rectangle& at, Diagram& page) {
                    page.shapes.emplace_back(
                        Area{mark, at, part ? HexColor() : color, part ? color : HexColor(), 1.3});
                });
        }
    }

    [[nodiscard]] std::string reach_told(MeasureIndex m, std::size_t regions) const {
        const auto language = theme_.languages.first;
        return reach_tip.fill(
            language, {measure_number(dataset_, m), picture_title(dataset_, m, language),
                       regions_name(dataset_, facts_, facts_.regions[regions], false, language)});
    }

    [[nodiscard]] std::string scope_list(MeasureIndex m, Language language) const {
        const auto terms = dataset_.scope(m);
        if (terms.size() < 2) return scope_words(dataset_, m)(language);
        ListWriter list(language);
        for (const auto& term : terms) {
            list.add(without_brackets(short_name(dataset_.registry(), term, language)));
        }
        return list.text();
    }

    [[nodiscard]] std::vector<BlockPtr> sums() const {
        std::vector<BlockPtr> all(grid_.columns.size());
        TextOptions options;
        options.align = Align::right;
        options.least = 10.0 * theme_.size;
        options.mark = {"sum", "sum"};
        all[title_] = text(
            theme_, [&](Language language) { return sum.fill(language, {count(facts_.links)}); },
            {theme_.small().size, false, palette::secondary}, options);
        Font font{theme_.small().size, true, palette::ink};
        const auto most =
            facts_.departments.empty() ? 0.0 : static_cast<double>(facts_.departments[0].measures);
        for (std::size_t i = 0; i < facts_.departments.size(); ++i) {
            const auto& each = facts_.departments[i];
            all[first_ + i] =
                upright_bar(theme_, static_cast<double>(each.measures), most, 1.5 * theme_.size,
                            colored(i) ? palette::nationwide : "#AEB7C0", font,
                            {"total-" + department_id(dataset_, each.department),
                             "total" + of(dataset_, each.department)});
        }
        const auto number = [&](const std::string& id, std::size_t value) {
            TextOptions placed;
            placed.align = Align::center;
            placed.mark = {id, "total"};
            return text(theme_, count(value), theme_.body(true), placed);
        };
        for (std::size_t r = 0; form_ == ScopeForm::regions && r < facts_.regions.size(); ++r) {
            all[region_ + r] =
                number("total-" + kind_id(dataset_, facts_.regions[r]), facts_.regions[r].measures);
        }
        all[count_] = number("total", facts_.links);
        return all;
    }

    /// What abbreviations stand for, and which regions stand together in a column or, without
    /// columns, which there are; null where nothing needs to be said.
    [[nodiscard]] BlockPtr key() const {
        const auto say = [&](Language language) {
            auto all = language == theme_.languages.first ? names_.key() : std::string();
            for (const auto& part : region_keys(language)) {
                all += (all.empty() ? "" : "\u00A0\u00B7 ") + part;
            }
            return all;
        };
        if (say(theme_.languages.first).empty()) return nullptr;
        TextOptions options;
        options.least = options.widest = 16.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"key", "key"};
        return text(theme_, say, theme_.small(), options);
    }

    [[nodiscard]] std::vector<std::string> region_keys(Language language) const {
        std::vector<std::string> all;
        if (form_ == ScopeForm::words) {
            std::vector<PlaceIndex> places;
            for (const auto& region : dataset_.regions()) {
                if (is_nation(dataset_.registry(), ScopeTerm(region.place))) continue;
                places.push_back(region.place);
            }
            if (places.empty()) return all;
            all.push_back(all_regions.fill(
                language, {count(places.size()), places_list(dataset_, places, language)}));
        }
        for (const auto& each : facts_.regions) {
            if (each.places.size() < 2 || form_ != ScopeForm::regions) continue;
            if (region_head(each, language) == places_list(dataset_, each.places, language)) {
                continue;
            }
            all.push_back(members.fill(language, {strong(region_head(each, language)),
                                                  places_list(dataset_, each.places, language)}));
        }
        return all;
    }

    const Dataset& dataset_;
    const MatrixFacts& facts_;
    Theme theme_;
    ScopeForm form_;
    std::size_t title_lines_;
    HeadNames names_;
    bool beside_ = false;
    BlockPtr key_;  // may be null
    bool key_above_ = false;
    std::vector<std::size_t> column_of_;  // by department
    Grid grid_;
    BarStyle bars_;
    std::size_t number_ = 0;
    std::size_t title_ = 0;
    std::size_t first_ = 0;
    std::size_t region_ = 0;
    std::size_t count_ = 0;
};

/// With a column for regions of each kind, or, where these are many or have no room, with words.
/// \param lines  of a title, at most
BlockPtr matrix(const Dataset& dataset, const MatrixFacts& facts, const Theme& theme,
                std::size_t lines) {
    auto form = facts.regions.empty() ? ScopeForm::none : ScopeForm::regions;
    if (facts.regions.size() > most_regions) form = ScopeForm::words;
    auto block = MatrixView(dataset, facts, theme, form, lines).block();
    if (form != ScopeForm::regions || facts.regions.size() <= few_regions) return block;
    if (block->widths().least <= theme.width) return block;
    return MatrixView(dataset, facts, theme, ScopeForm::words, lines).block();
}

}  // namespace
}  // namespace drawing

Picture matrix_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = matrix_facts(dataset);
    const Names names(dataset, options.languages);
    const auto words = frame_text(dataset, options, headline(dataset, facts, names));
    if (facts.rows.empty()) return nothing_drawn(words, options, in_every(nothing));
    const auto bound = page_bound(dataset.measures().size(),
                                  "the table 'remit table', or fewer measures with --where");
    const auto draw = [&](std::size_t lines) {
        return paged(
            options.page, words, options.languages,
            [&](const Theme& theme) { return matrix(dataset, facts, theme, lines); }, bound);
    };
    for (const auto lines : title_lines) {
        if (lines == title_lines.back()) break;
        try {
            return draw(lines);
        } catch (const PictureRefusal&) {  // whole titles take too many pages
        }
    }
    return draw(title_lines.back());
}

}  // namespace remit
