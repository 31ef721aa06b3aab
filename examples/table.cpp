// Tables as the command prints them: which region how many measures reach, for a document.
#include <remit/analysis/coverage.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/report/analysis_tables.hpp>

#include <iostream>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto table = to_table(coverage(dataset), dataset, remit::Language::en);
    write(std::cout, table, remit::TableFormat::markdown);
} catch (const remit::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
