#include "facts.hpp"

#include "../../text/rich.hpp"
#include "../../text/spoken_list.hpp"
#include "../captions.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace remit::drawing {
namespace {

constexpr Phrase found_names{"robustness-picture.found-names"};
constexpr Phrase found_count{"robustness-picture.found-count"};
constexpr Phrase found_half{"robustness-picture.found-half"};
constexpr Phrase found_equal{"robustness-picture.found-equal"};
constexpr Phrase found_any{"robustness-picture.found-any"};
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

/// Equals are alike where each is the last of as many measures as any other, and as long as fewer
/// are gone than share a measure among themselves alone.
std::vector<bool> exact_counts(const ResponsibilityGraph& graph, std::span<const LeavingRow> rows) {
    std::vector<std::size_t> row_of(graph.department_count());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (const auto d : rows[r].departments) row_of[d.value] = r;
    }
    std::vector<std::size_t> last_of(graph.department_count());  // measures of nobody behind it
    std::vector<std::size_t> fewest(rows.size(), graph.department_count() + 1);
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto& all = graph.departments(m);
        std::size_t last = 0;
        for (const auto d : all) last = std::max(last, row_of[d.value]);
        const auto in_last = [&](DepartmentIndex d) { return row_of[d.value] == last; };
        const auto so_many =
            static_cast<std::size_t>(std::count_if(all.begin(), all.end(), in_last));
        if (so_many == 1) ++last_of[(*std::find_if(all.begin(), all.end(), in_last)).value];
        if (so_many > 1) fewest[last] = std::min(fewest[last], so_many);
    }
    std::vector<bool> exact{true};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& equals = rows[r].departments;
        const bool alike = std::all_of(equals.begin(), equals.end(), [&](auto d) {
            return last_of[d.value] == last_of[equals.front().value];
        });
        for (std::size_t gone = 1; gone <= equals.size(); ++gone) {
            exact.push_back(gone == equals.size() || (alike && gone < fewest[r]));
        }
    }
    return exact;
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
    facts.most_exact = exact_counts(graph, facts.rows);
    facts.least_exact = exact_counts(graph, std::vector(facts.rows.rbegin(), facts.rows.rend()));
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
    const auto lost_by = [&](double left) {
        return count(facts.counted - static_cast<std::size_t>(std::llround(left)));
    };
    const auto of = (all_name ? number : number_naming).fill(language, {count(facts.counted)});
    if (!facts.certain() && facts.most_exact[facts.half]) {
        const auto lost = lost_by(facts.left(facts.most_first, facts.half));
        if (facts.one_order) {
            return found_any.fill(language,
                                  {count(facts.half), count(facts.departments), lost, total, none});
        }
        if (facts.half > 1) {
            return found_count.fill(language, {accent(count(facts.half)), lost, of, none});
        }
    }
    if (!facts.certain()) {
        const auto& form = facts.one_order ? found_equal : found_half;
        return form.fill(language, {count(facts.half), count(facts.departments), total, none});
    }
    const auto lost = lost_by(static_cast<double>(facts.rows[facts.until_half - 1].left));
    const auto names = names_until_half(dataset, facts, language);
    const auto list = spoken_list(names, language);
    const bool few =
        names.size() <= most_names && rich_width(list, title_font, language) <= longest_names;
    if (few || names.size() == 1) {
        return found_names.fill(language, {list, lost, total, none});
    }
    return found_count.fill(language, {accent(count(names.size())), lost, of, none});
}

}  // namespace remit::drawing
