// Times `cover` and `most_reached` on large programmes and says what they prove.
#include "support/zipf.hpp"

#include <remit/analysis/cover.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace remit;

/// The same without the measures that name only one department, which settle most of the rest.
ResponsibilityGraph shared_measures(const ResponsibilityGraph& graph) {
    std::vector<Link> links;
    MeasureIndex next;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.departments(m).size() < 2) continue;
        for (const auto d : graph.departments(m)) links.push_back({next, d});
        ++next.value;
    }
    return {next.value, graph.department_count(), links};
}

/// The median of five runs, in seconds.
template <class Run>
double seconds(const Run& run) {
    std::array<double, 5> times{};
    for (auto& time : times) {
        const auto start = std::chrono::steady_clock::now();
        run();
        time = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    std::sort(times.begin(), times.end());
    return times[2];
}

void measure(const char* name, unsigned seed, const ResponsibilityGraph& graph) {
    Cover result;
    const auto of_cover = seconds([&] { result = cover(graph); });
    std::printf(
        "%-8s %4u cover   cost %4.0f bound %4.0f %-8s groups %3zu%s in every %3zu%s "
        "nodes %6zu %.3f s\n",
        name, seed, to_double(result.cost), to_double(result.bound),
        result.proved ? "proved" : "unproved", result.optimal.groups.size(),
        result.optimal.all ? " " : "+", result.optimal.in_every.size(),
        result.optimal.in_every_complete ? " " : "+", result.nodes, of_cover);
    MostReached most;
    const auto of_most = seconds([&] { most = most_reached(graph, Weight{10'000}); });
    std::printf(
        "%-8s %4u reached %5zu bound %5zu %-8s groups %3zu%s in every %3zu%s "
        "nodes %6zu %.3f s\n",
        name, seed, most.reached, most.bound, most.proved ? "proved" : "unproved",
        most.optimal.groups.size(), most.optimal.all ? " " : "+", most.optimal.in_every.size(),
        most.optimal.in_every_complete ? " " : "+", most.nodes, of_most);
}

/// The programme of a seed for a peer: a measure a line.
void write_programme(unsigned seed) {
    const auto graph = shared_measures(test::zipf_graph(6000, 200, seed));
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) std::printf("%u ", d.value);
        std::printf("\n");
    }
}

}  // namespace

// With "--write SEED" it only writes a programme.
int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--write") {
        write_programme(static_cast<unsigned>(std::stoul(argv[2])));
        return 0;
    }
    for (unsigned seed = 1; seed <= 10; ++seed) {
        measure("all", seed, test::zipf_graph(5000, 200, seed));
        measure("shared", seed, shared_measures(test::zipf_graph(6000, 200, seed)));
    }
}
