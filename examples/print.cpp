// What is in a programme? Loads one and prints each measure with its departments and its scope.
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <iostream>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto language = remit::Language::en;
    for (const auto m : remit::indices<remit::MeasureIndex>(dataset.measures().size())) {
        std::cout << measure_label(dataset, m) << ' ' << dataset[m].title.in(language) << '\n';
        for (const auto& each : dataset.responsibilities(m)) {
            std::cout << "    " << dataset[each.department].short_name.in(language) << '\n';
        }
        for (const auto& term : dataset.scope(m)) {
            std::cout << "    in " << full_name(dataset.registry(), term, language) << '\n';
        }
    }
} catch (const remit::Error& error) {  // such as a file that cannot be read
    std::cerr << error.what() << '\n';
    return 3;
}
