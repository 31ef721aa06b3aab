#include "cli.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/report/analysis_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    const auto places = coverage(dataset);
    return to_table(places, dataset, language);
}

}  // namespace

void add_coverage(CLI::App& app) {
    add_table_command(app,
                      {"coverage", "Count the measures that reach each region, in whole or in part",
                       "remit coverage data/2020-third-batch.yaml --lang en", result});
}

}  // namespace remit::cli
