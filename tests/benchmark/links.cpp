// Reading a table of links into a graph: CPU seconds, the median of some rounds, and megabytes a
// second. With the name of a file as an argument, writes the table for a peer.
#include "support/zipf.hpp"

#include <remit/graph/link_table.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t measures = 1'000'000;
constexpr std::size_t departments = 5000;
constexpr std::size_t rounds = 5;

std::string table() {
    const auto graph = remit::test::zipf_graph(measures, departments, 1);
    std::string text = "measure,department\n";
    for (remit::MeasureIndex m; m.value < measures; ++m.value) {
        for (const auto d : graph.departments(m)) {
            text += 'm' + std::to_string(m.value) + ",d" + std::to_string(d.value) + '\n';
        }
    }
    return text;
}

/// Seconds.
double time_of(std::string text) {
    const auto start = std::clock();
    const auto result = remit::read_links("links.csv", std::move(text));
    const auto time = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (!result.table) {
        write(std::cerr, result.diagnostics);
        std::exit(1);
    }
    return time;
}

}  // namespace

int main(int count, char** arguments) {
    const auto text = table();
    if (count > 1) std::ofstream(arguments[1], std::ios::binary) << text;
    std::vector<double> times;
    for (std::size_t i = 0; i < rounds; ++i) times.push_back(time_of(text));
    std::sort(times.begin(), times.end());
    const auto median = times[rounds / 2];
    std::printf("read_links: %.3f s, %.0f MB/s\n", median,
                static_cast<double>(text.size()) / 1e6 / median);
}
