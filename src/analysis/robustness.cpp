#include <remit/analysis/robustness.hpp>

#include <algorithm>
#include <cstddef>
#include <map>

namespace remit {

namespace {

std::size_t count_assigned(const ResponsibilityGraph& graph) {
    std::size_t count = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (!graph.departments(m).empty()) ++count;
    }
    return count;
}

/// \param lost  measures lost after 0, 1, ... departments have left
ExtinctionCurve curve(const std::vector<double>& lost, std::size_t measures) {
    ExtinctionCurve result;
    if (measures == 0) return result;
    const auto all = static_cast<double>(measures);
    for (const auto gone : lost) result.left.push_back((all - gone) / all);

    double area = 0.0;
    for (std::size_t i = 1; i < result.left.size(); ++i) {
        area += (result.left[i - 1] + result.left[i]) / 2.0;
    }
    result.robustness = area / static_cast<double>(lost.size() - 1);
    return result;
}

/// Departments of one degree, which leave in any order.
struct Equals {
    std::size_t size = 0;
    /// Measures whose last departments are among them, by how many of them they have.
    std::map<std::size_t, std::size_t> last_of;
};

/// The equals in the order of leaving, and for every department those that it belongs to.
struct Departures {
    std::vector<Equals> groups;
    std::vector<std::size_t> group_of;
};

Departures departures(const ResponsibilityGraph& graph, Departure departure) {
    std::vector<std::size_t> degrees;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        degrees.push_back(graph.measures(d).size());
    }
    std::sort(degrees.begin(), degrees.end());
    degrees.erase(std::unique(degrees.begin(), degrees.end()), degrees.end());
    if (departure == Departure::greatest_degree_first) std::reverse(degrees.begin(), degrees.end());

    std::map<std::size_t, std::size_t> places;
    for (const auto degree : degrees) places.emplace(degree, places.size());
    Departures result{std::vector<Equals>(degrees.size()), {}};
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        const auto group = places.at(graph.measures(d).size());
        result.group_of.push_back(group);
        ++result.groups[group].size;
    }
    return result;
}

/// Says of each measure which equals it loses last.
void place_measures(const ResponsibilityGraph& graph, Departures& departures) {
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        std::size_t last = 0;
        std::size_t count = 0;
        for (const auto d : graph.departments(m)) {
            const auto group = departures.group_of[d.value];
            if (group > last) count = 0;
            last = std::max(last, group);
            if (group == last) ++count;
        }
        if (count > 0) ++departures.groups[last].last_of[count];
    }
}

/// Adds what is lost on the mean while equals leave. A measure with c of s equals is lost after t
/// have left with probability C(t, c) / C(s, c).
void leave(const Equals& equals, std::vector<double>& lost) {
    const auto before = lost.back();
    const auto first = lost.size();
    lost.resize(first + equals.size, before);
    for (const auto& [count, measures] : equals.last_of) {
        auto mean = static_cast<double>(measures);
        for (auto t = equals.size; t >= count; --t) {
            lost[first + t - 1] += mean;
            mean *= static_cast<double>(t - count) / static_cast<double>(t);
        }
    }
}

}  // namespace

std::vector<std::vector<MeasureIndex>> sole_responsibilities(const ResponsibilityGraph& graph) {
    std::vector<std::vector<MeasureIndex>> result(graph.department_count());
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.is_sole(m)) result[graph.departments(m)[0].value].push_back(m);
    }
    return result;
}

ExtinctionCurve extinction_curve(const ResponsibilityGraph& graph,
                                 std::span<const DepartmentIndex> order) {
    std::vector<std::size_t> departments_left;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        departments_left.push_back(graph.departments(m).size());
    }
    std::vector<double> lost{0.0};
    for (const auto d : order) {
        lost.push_back(lost.back());
        for (const auto m : graph.measures(d)) {
            if (--departments_left[m.value] == 0) ++lost.back();
        }
    }
    return curve(lost, count_assigned(graph));
}

ExtinctionCurve mean_extinction_curve(const ResponsibilityGraph& graph, Departure departure) {
    auto order = departures(graph, departure);
    place_measures(graph, order);
    std::vector<double> lost{0.0};
    for (const auto& equals : order.groups) leave(equals, lost);
    return curve(lost, count_assigned(graph));
}

}  // namespace remit
