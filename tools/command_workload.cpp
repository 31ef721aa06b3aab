#include "cli.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/report/analysis_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    const auto result = workload(responsibility_graph(dataset), dataset.withheld());
    return to_table(result, dataset, language);
}

}  // namespace

void add_workload(CLI::App& app) {
    add_table_command(
        app, {"workload", "Count what each department carries, with shares and their bounds",
              "remit workload data/2020-third-batch.yaml --lang en", result});
}

}  // namespace remit::cli
