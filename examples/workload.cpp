// Who carries how much? Loads a programme and counts each department's measures.
#include <remit/analysis/workload.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <iostream>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto result = workload(responsibility_graph(dataset), dataset.withheld());
    for (const auto& load : result.departments) {
        std::cout << dataset[load.department].short_name.in(remit::Language::en) << ": "
                  << load.measures << " of " << result.listed << " measures, first-named in "
                  << load.first_named << '\n';
    }
} catch (const remit::Error& error) {  // such as a file that cannot be read
    std::cerr << error.what() << '\n';
    return 3;
}
