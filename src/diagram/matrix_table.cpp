#include "matrix_table.hpp"

#include "captions.hpp"
#include "matrix_metrics.hpp"
#include "wording.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr std::size_t single_stack = 6;    // characters of a heading, one a line
constexpr std::size_t longest_stack = 12;  // two a line
constexpr std::size_t most_label_lines = 3;
constexpr double widest_label = 60.0;  // in layout units

constexpr Phrase other_regions{"matrix.other-regions"};
constexpr Phrase other_regions_tooltip{"matrix.other-regions-tooltip"};
constexpr Phrase scope_heading{"matrix.scope-heading"};

constexpr Phrase by_nation{"matrix.by-nation"};
constexpr Phrase by_region{"matrix.by-region"};
constexpr Phrase in_part{"matrix.in-part"};

bool has_wide(std::string_view text) {
    const auto characters = code_points(text);
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t each) { return columns(each) == 2; });
}

/// A name without what it says in brackets, which the tooltip has.
std::string without_brackets(std::string_view name) {
    for (const std::string_view open : {"（", " ("}) {
        const auto at = name.find(open);
        if (at != std::string_view::npos && at > 0) return std::string(name.substr(0, at));
    }
    return std::string(name);
}

/// A character a line, of long names about two; what combines stays with what is before it.
std::vector<std::string> stacked(std::string_view name, const TextMeasure& measure) {
    std::vector<std::string> characters;
    for (const auto character : code_points(name)) {
        const auto text = utf8(std::u32string(1, character));
        if (columns(character) == 0 && !characters.empty()) {
            characters.back() += text;
        } else if (text != " ") {
            characters.push_back(text);
        }
    }
    if (characters.size() <= single_stack) return characters;
    if (characters.size() > longest_stack) {
        characters.resize(longest_stack - 1);
        characters.emplace_back("…");
    }
    std::string text;
    for (const auto& each : characters) text += each;
    return wrap(text, text_width("部部", measure), measure);  // keeps words together
}

/// A heading in the languages of the picture.
void set_heading(MatrixColumn& column, const Languages& languages,
                 const std::function<std::string(Language)>& text, bool bold) {
    const TextMeasure measure{body_size, bold, languages.first};
    const auto add = [&](const std::string& name) {
        if (has_wide(name)) {
            column.stack = stacked(name, measure);
        } else {
            column.label = wrap_at_most(most_label_lines, name, widest_label, measure);
        }
    };
    const auto first = text(languages.first);
    add(first);
    if (!languages.second) return;
    const auto second = text(*languages.second);
    if (second != first && has_wide(first) != has_wide(second)) add(second);
}

class TableMaker {
 public:
    TableMaker(const Dataset& dataset, const Languages& languages, ScopeView widest)
        : dataset_(dataset), languages_(languages), widest_(widest) {}

    MatrixTable make() {
        table_.rows = programme_rows(dataset_);
        add_departments();
        add_terms();
        choose_view();
        return std::move(table_);
    }

 private:
    void add_departments() {
        const auto count = dataset_.departments().size();
        table_.counts.resize(count);
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto responsibilities = dataset_.responsibilities(m);
            for (std::size_t i = 0; i < responsibilities.size(); ++i) {
                auto& counts = table_.counts[responsibilities[i].department.value];
                ++(dataset_.standing(m, i) != Standing::other ? counts.leading : counts.joining);
            }
        }
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        const auto measures = [&](std::uint32_t d) {
            return table_.counts[d].leading + table_.counts[d].joining;
        };
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return measures(a) > measures(b);
        });
        table_.column_of.resize(count);
        for (const auto d : order) {
            const auto& body = dataset_[DepartmentIndex{d}];
            MatrixColumn column{department_id(dataset_, DepartmentIndex{d})};
            set_heading(
                column, languages_,
                [&](Language language) { return std::string(body.short_name.in(language)); }, true);
            column.tooltip =
                said_in_line(languages_, [&](Language language) { return body.name.in(language); });
            column.department = {d};
            table_.column_of[d] = table_.departments.size();
            table_.departments.push_back(std::move(column));
        }
    }

    void add_terms() {
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            for (const auto& term : dataset_.scope(m)) {
                if (std::find(terms_.begin(), terms_.end(), term) == terms_.end()) {
                    terms_.push_back(term);
                }
            }
            if (terms_.size() > 4 * most_region_columns) return;  // they will be tags
        }
        std::stable_partition(terms_.begin(), terms_.end(), [&](const ScopeTerm& term) {
            return is_nation(dataset_.registry(), term);
        });
    }

    void choose_view() {
        std::vector<PlaceIndex> places;
        std::size_t nations = 0;
        bool small = true;
        bool grouped = false;
        const auto add_place = [&](PlaceIndex place) {
            if (std::find(places.begin(), places.end(), place) == places.end()) {
                places.push_back(place);
            }
        };
        for (const auto& term : terms_) {
            if (is_nation(dataset_.registry(), term)) {
                ++nations;
            } else if (const auto* group = std::get_if<GroupIndex>(&term)) {
                const auto& members = dataset_.registry()[*group].members;
                grouped = true;
                small = small && members.size() <= most_group_members;
                for (const auto member : members) add_place(member);
            } else {
                add_place(std::get<PlaceIndex>(term));
            }
        }
        if (!dataset_.has_scope()) {
            show_terms();  // none
        } else if (widest_ == ScopeView::members && grouped && small && nations < 2 &&
                   nations + places.size() <= most_region_columns) {
            show_members(places, nations == 1);
        } else if (widest_ != ScopeView::tags && terms_.size() <= most_region_columns) {
            show_terms();
        } else {
            show_tags();
        }
    }

    void add_region(std::string id, const Saying& heading, const Saying& tooltip) {
        MatrixColumn column{std::move(id)};
        set_heading(column, languages_, heading, false);
        column.tooltip = said_in_line(languages_, tooltip);
        table_.regions.push_back(std::move(column));
    }

    void show_members(const std::vector<PlaceIndex>& places, bool with_nation) {
        table_.view = ScopeView::members;
        if (with_nation) {
            add_region(
                "others", [](Language language) { return std::string(other_regions.in(language)); },
                [](Language language) { return std::string(other_regions_tooltip.in(language)); });
        }
        const auto covered = coverage(dataset_);
        const std::size_t first = with_nation ? 1 : 0;
        table_.reached.assign(dataset_.measures().size(),
                              std::vector<Reached>(places.size() + first, Reached::none));
        for (MeasureIndex m; with_nation && m.value < dataset_.measures().size(); ++m.value) {
            const auto scope = dataset_.scope(m);
            const bool nation = std::any_of(scope.begin(), scope.end(), [&](const ScopeTerm& term) {
                return is_nation(dataset_.registry(), term);
            });
            if (nation) table_.reached[m.value][0] = Reached::nation;
        }
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto& place = dataset_.registry()[places[i]];
            add_region(
                place.id,
                [&](Language language) { return without_brackets(place.short_name.in(language)); },
                [&](Language language) { return std::string(place.name.in(language)); });
            for (const auto& each : covered[places[i].value].measures) {
                table_.reached[each.measure.value][first + i] =
                    is_nation(dataset_.registry(), each.by) ? Reached::nation
                    : each.reach == Reach::partial          ? Reached::part
                                                            : Reached::region;
            }
        }
    }

    void show_terms() {
        table_.view = ScopeView::terms;
        for (const auto& term : terms_) {
            add_region(
                scope_id(dataset_, term),
                [&](Language language) {
                    // A short name, such as "All" of a nation, would not say of what.
                    return without_brackets(full_name(dataset_.registry(), term, language));
                },
                [&](Language language) {
                    return std::string(full_name(dataset_.registry(), term, language));
                });
        }
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            auto& row = table_.reached.emplace_back(terms_.size(), Reached::none);
            for (const auto& term : dataset_.scope(m)) {
                const auto at = std::find(terms_.begin(), terms_.end(), term) - terms_.begin();
                row[static_cast<std::size_t>(at)] =
                    is_nation(dataset_.registry(), term) ? Reached::nation : Reached::region;
            }
        }
    }

    void show_tags() {
        table_.view = ScopeView::tags;
        const auto heading = [](Language language) {
            return std::string(scope_heading.in(language));
        };
        add_region("scope", heading, heading);
    }

    const Dataset& dataset_;
    Languages languages_;
    ScopeView widest_;
    MatrixTable table_;
    std::vector<ScopeTerm> terms_;
};

}  // namespace

std::string reached_words(const Dataset& dataset, Reached how, Language language) {
    if (how == Reached::nation)
        return by_nation.fill(language, {nation_name(dataset.registry(), language)});
    return std::string((how == Reached::region ? by_region : in_part).in(language));
}

MatrixTable matrix_table(const Dataset& dataset, const Languages& languages, ScopeView widest) {
    return TableMaker(dataset, languages, widest).make();
}

}  // namespace remit::drawing
