// Fair leads of large programmes: what they cost, whether that is proved, time and memory.
#include "lead_nearest.hpp"
#include "lead_optimum.hpp"
#include "support/boost_leads.hpp"
#include "support/zipf.hpp"

#include <remit/analysis/assignment.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Of the process so far, so that small programmes come first.
double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

remit::LeadProblem problem_of(const remit::ResponsibilityGraph& graph) {
    remit::LeadProblem problem;
    for (remit::MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) problem.choices.add(d.value);
        problem.choices.end_measure();
    }
    problem.weights.assign(graph.department_count(), 1000);
    problem.caps.assign(graph.department_count(),
                        static_cast<std::uint32_t>(graph.measure_count()));
    return problem;
}

/// The time of the two phases, each with its proof.
void measure_phases(const remit::ResponsibilityGraph& graph, const remit::MeasureLeads& printed) {
    const auto problem = problem_of(graph);
    remit::Choices wanted;
    for (const auto& lead : printed) {
        if (lead) wanted.add(lead->value);
        wanted.end_measure();
    }
    auto start = std::chrono::steady_clock::now();
    const auto fairest = remit::fairest_leads(problem);
    const auto first = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const auto prices = remit::lead_prices(problem, fairest.leads);
    const bool proved = remit::prices_prove(problem, fairest.leads, prices);
    const auto all = remit::all_fairest(problem, prices);
    const auto proof = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const auto nearest = remit::nearest_leads(all, wanted);
    const auto second = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const bool fewest = remit::potentials_prove(all, wanted, nearest);
    std::printf(
        "  least cost %.2f s, its proof %.2f s (%s), fewest changes %.2f s, its proof %.2f "
        "s (%s)\n",
        first, proof, proved ? "holds" : "FAILS", second, seconds_since(start),
        fewest ? "holds" : "FAILS");
}

void measure(std::size_t measures, unsigned seed) {
    constexpr std::size_t departments = 5000;
    const auto graph = remit::test::zipf_graph(measures, departments, seed);
    const auto before = peak_megabytes();
    const auto start = std::chrono::steady_clock::now();
    const auto result = remit::fair_leads(graph, {.optima_counted = 0, .nearest_listed = 0});
    const auto seconds = seconds_since(start);
    const auto check = std::chrono::steady_clock::now();
    const bool checked = remit::are_fairest(graph, result.fairest);
    const auto largest = [&](std::size_t remit::LeadLoad::*load) {
        std::size_t most = 0;
        for (const auto& each : result.loads) most = std::max(most, each.*load);
        return most;
    };
    std::printf(
        "%zu departments, %zu measures, seed %u: cost %.0f to %.0f, %s, checked again %s in "
        "%.2f s; largest load %zu to %zu; %zu changes, %s, %s; %.2f s, peak memory %.0f MB, of "
        "which %.0f before\n",
        departments, measures, seed, result.printed_cost, result.cost,
        result.proved ? "proved" : "NOT PROVED", checked ? "yes" : "NO", seconds_since(check),
        largest(&remit::LeadLoad::printed), largest(&remit::LeadLoad::fairest),
        result.changes.size(), result.nearest_proved ? "proved fewest" : "NOT PROVED",
        result.nearest.unique ? "the only ones" : "one of several", seconds, peak_megabytes(),
        before);
    measure_phases(graph, result.printed);
}

/// Side by side with Boost's flow, at a size that it can do.
void measure_peer(unsigned seed) {
    const auto graph = remit::test::zipf_graph(1000, 100, seed);
    auto start = std::chrono::steady_clock::now();
    const auto result = remit::fair_leads(graph, {.optima_counted = 0, .nearest_listed = 0});
    const auto ours = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const auto cost = remit::test::least_lead_cost_by_boost(graph);
    const auto theirs = seconds_since(start);
    std::printf(
        "100 departments, 1000 measures, seed %u: cost %.0f, Boost's flow %.0f; %.4f s with the "
        "fewest changes, Boost %.3f s for the cost alone, ratio %.0f\n",
        seed, result.cost, cost, ours, theirs, theirs / ours);
}

}  // namespace

int main() {
    for (const auto seed : {1U, 2U, 3U}) measure_peer(seed);
    for (const std::size_t measures : {10'000U, 100'000U, 1'000'000U}) {
        for (const unsigned seed : {1U, 2U, 3U}) measure(measures, seed);
    }
}
