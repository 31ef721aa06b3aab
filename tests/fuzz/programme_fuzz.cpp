// YAML bytes → draft → dataset → every analysis → every text output.
#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/diagram/dot.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/model/history.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

namespace {

void write_everywhere(const remit::Table& table) {
    for (const auto format : {remit::TableFormat::text, remit::TableFormat::csv,
                              remit::TableFormat::json, remit::TableFormat::markdown}) {
        std::ostringstream out;
        write(out, table, format);
    }
}

void show(const remit::Dataset& dataset, remit::Language language) {
    const auto graph = responsibility_graph(dataset);
    (void)responsibility_graph(dataset, remit::Regions::with);
    const auto places = coverage(dataset);
    const auto parts = components(graph);
    write_everywhere(to_table(workload(graph, dataset.withheld()), dataset, language));
    write_everywhere(to_table(coresponsibility(graph), dataset, language));
    write_everywhere(to_table(places, dataset, language));
    write_everywhere(to_table(coverage_gaps(dataset, places, remit::Level::province), dataset,
                              language, remit::Level::province));
    write_everywhere(to_table(measure_reach(dataset, places, remit::Level::city), dataset, language,
                              remit::Level::city));
    write_everywhere(contents_table(dataset, parts, language));
    write_everywhere(measure_table(dataset, language));
    try {
        (void)to_dot(responsibility_map(dataset, {language, remit::PageFormat::a4_portrait}));
    } catch (const remit::Error&) {  // too much for a page
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto loaded = remit::load_text("input.yaml", text);
    std::ostringstream out;
    write(out, loaded.diagnostics);
    if (loaded.dataset.has_value() == loaded.diagnostics.has_errors()) std::abort();
    if (!loaded.dataset) return 0;
    show(*loaded.dataset, remit::Language::en);
    if (const auto then = remit::as_of(*loaded.dataset, {2023, 6, 1}); then.dataset) {
        show(with_extent(*then.dataset, remit::Extent::core), remit::Language::zh_hans);
    }
    return 0;
}
