// Who guides measures together, and which? Pairs of departments by how many they share.
#include <remit/analysis/coresponsibility.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <iostream>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto id = [&](remit::DepartmentIndex department) { return dataset[department].id; };
    auto pairs = coresponsibility(responsibility_graph(dataset));
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return a.measures.size() > b.measures.size();
    });
    pairs.resize(std::min<std::size_t>(pairs.size(), 5));
    for (const auto& pair : pairs) {
        std::cout << id(pair.a) << " + " << id(pair.b) << ':';
        for (const auto measure : pair.measures) std::cout << ' ' << dataset[measure].number;
        std::cout << '\n';
    }
} catch (const remit::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
