#include "facts.hpp"

#include "../../text/rich.hpp"
#include "../../text/spoken_list.hpp"
#include "../captions.hpp"

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr Phrase found_names{"robustness-picture.found-names"};
constexpr Phrase found_count{"robustness-picture.found-count"};
constexpr Phrase found_half{"robustness-picture.found-half"};
constexpr Phrase found_equal{"robustness-picture.found-equal"};
constexpr Phrase found_last{"robustness-picture.found-last"};
constexpr Phrase measures{"robustness-picture.measures"};
constexpr Phrase measures_naming{"robustness-picture.measures-naming"};
constexpr Phrase number{"robustness-picture.number"};
constexpr Phrase number_naming{"robustness-picture.number-naming"};
constexpr Phrase nobody{"robustness-picture.nobody"};
constexpr Phrase nobody_named{"robustness-picture.nobody-named"};

constexpr std::size_t most_names = 3;
constexpr double longest_names = 700.0;  // points of a title
const Font title_font{21.0, true};

std::vector<LeavingRow> leaving_rows(const ResponsibilityGraph& graph) {
    std::vector<DepartmentIndex> order;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) order.push_back(d);
    std::stable_sort(order.begin(), order.end(), [&](DepartmentIndex a, DepartmentIndex b) {
        return graph.measures(a).size() > graph.measures(b).size();
    });
    std::vector<LeavingRow> rows;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto size = graph.measures(order[i]).size();
        if (rows.empty() || rows.back().measures != size) rows.push_back({{}, i + 1, i, size, 0});
        rows.back().departments.push_back(order[i]);
        ++rows.back().last;
    }
    return rows;
}

std::size_t half_of(const RobustnessFacts& facts, const ExtinctionCurve& curve) {
    std::size_t gone = 0;
    while (2.0 * facts.left(curve, gone) > static_cast<double>(facts.counted)) ++gone;
    return gone;
}

/// Those that have dropped out by the half.
std::vector<std::string> names_until_half(const Dataset& dataset, const RobustnessFacts& facts,
                                          Language language) {
    std::vector<std::string> names;
    for (std::size_t r = 0; r < facts.until_half; ++r) {
        for (const auto d : facts.rows[r].departments) {
            names.push_back(accent(dataset[d].short_name.in(language)));
        }
    }
    return names;
}

}  // namespace

double RobustnessFacts::left(const ExtinctionCurve& curve, std::size_t gone) const {
    const auto measures = curve.left[gone] * static_cast<double>(counted);
    return std::round(measures * 1e6) / 1e6;
}

RobustnessFacts robustness_facts(const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    RobustnessFacts facts;
    facts.departments = graph.department_count();
    facts.most_first = mean_extinction_curve(graph, Departure::greatest_degree_first);
    facts.least_first = mean_extinction_curve(graph, Departure::least_degree_first);
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.departments(m).empty()) continue;
        ++facts.counted;
        if (graph.beyond(m) != Beyond::no_one) ++facts.beyond;
    }
    if (facts.counted == 0) return facts;
    facts.rows = leaving_rows(graph);
    facts.one_order = facts.rows.size() == 1;
    for (auto& row : facts.rows) {
        row.left = static_cast<std::size_t>(std::llround(facts.left(facts.most_first, row.last)));
    }
    facts.half = half_of(facts, facts.most_first);
    facts.marked = std::min(facts.half, facts.departments - 1);
    facts.half_of_least = half_of(facts, facts.least_first);
    while (facts.until_half == 0 || facts.rows[facts.until_half - 1].last < facts.half) {
        ++facts.until_half;
    }
    return facts;
}

std::string robustness_finding(const Dataset& dataset, const RobustnessFacts& facts,
                               Language language) {
    if (facts.departments < 2 || facts.counted == 0) return {};
    const bool all_name = facts.counted == dataset.measures().size();
    const auto total =
        (all_name ? measures : measures_naming).fill(language, {count(facts.counted)});
    const std::string none((facts.beyond > 0 ? nobody_named : nobody).in(language));
    if (facts.half == facts.departments) {
        // Whoever is last has all measures that it names.
        return found_last.fill(
            language, {count(facts.rows.back().measures), total, count(facts.departments)});
    }
    if (!facts.certain()) {
        const auto& form = facts.one_order ? found_equal : found_half;
        return form.fill(language, {count(facts.half), count(facts.departments), total, none});
    }
    const auto lost = count(facts.counted - facts.rows[facts.until_half - 1].left);
    const auto names = names_until_half(dataset, facts, language);
    const auto list = spoken_list(names, language);
    const bool few =
        names.size() <= most_names && rich_width(list, title_font, language) <= longest_names;
    if (few || names.size() == 1) {
        return found_names.fill(language, {list, lost, total, none});
    }
    const auto of = (all_name ? number : number_naming).fill(language, {count(facts.counted)});
    return found_count.fill(language, {accent(count(names.size())), lost, of, none});
}

}  // namespace remit::drawing
