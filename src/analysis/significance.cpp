#include <remit/analysis/significance.hpp>

#include <remit/analysis/communities.hpp>
#include <remit/analysis/metrics.hpp>
#include <remit/analysis/random_graphs.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit {
namespace {

constexpr std::array<std::string_view, 8> tested{"reinforcement", "global_closure", "nodf",
                                                 "discrepancy",   "modularity",     "robustness",
                                                 "core_fit",      "ei_index"};

std::optional<double> value_of(std::string_view metric, const Dataset& dataset,
                               const ResponsibilityGraph& graph) {
    if (metric != "modularity") return find_metric(metric)->worked(dataset, graph, {}).value;
    if (graph.link_count() == 0) return {};
    return communities(graph, {.rounds = 10, .steps = 0}).modularity;
}

/// What chance makes of one figure.
Significance compare(std::string_view metric, std::optional<double> observed,
                     const std::vector<double>& drawn) {
    Significance result{metric, observed};
    result.draws = drawn.size();
    if (drawn.empty()) return result;
    const auto n = static_cast<double>(drawn.size());
    for (const auto value : drawn) result.mean += value / n;
    double squares = 0.0;
    for (const auto value : drawn) squares += (value - result.mean) * (value - result.mean);
    if (drawn.size() > 1) result.deviation = std::sqrt(squares / (n - 1.0));
    // What never differs but by rounding has no deviation.
    if (result.deviation < 1e-12 * std::max(1.0, std::abs(result.mean))) result.deviation = 0.0;
    if (!observed) return result;
    if (result.deviation > 0.0) result.z = (*observed - result.mean) / result.deviation;
    const auto slack = 1e-9 * std::max(1.0, std::abs(*observed));
    const auto chance = [&](auto counts) {
        const auto hits = std::count_if(drawn.begin(), drawn.end(), counts);
        return (static_cast<double>(hits) + 1.0) / (n + 1.0);
    };
    result.p_higher = chance([&](double value) { return value >= *observed - slack; });
    result.p_lower = chance([&](double value) { return value <= *observed + slack; });
    const auto p = std::min(*result.p_higher, *result.p_lower);
    result.error = std::sqrt(p * (1.0 - p) / n);
    return result;
}

}  // namespace

std::vector<Significance> significance(const Dataset& dataset, const SignificanceOptions& options) {
    const auto graph = responsibility_graph(dataset);
    const auto draw = random_graphs(graph, options.model, options.seed);
    if (!draw) return {};
    std::array<std::vector<double>, tested.size()> values;
    const auto draws = options.draws.value_or(
        std::clamp<std::size_t>(5'000'000 / (graph.link_count() + 1), 50, 1000));
    for (std::size_t i = 0; i < draws; ++i) {
        const auto random = draw();
        for (std::size_t k = 0; k < tested.size(); ++k) {
            if (const auto value = value_of(tested[k], dataset, random))
                values[k].push_back(*value);
        }
    }
    std::vector<Significance> result;
    for (std::size_t k = 0; k < tested.size(); ++k) {
        result.push_back(compare(tested[k], value_of(tested[k], dataset, graph), values[k]));
    }
    return result;
}

}  // namespace remit
