#include "cli.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/report/analysis_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    const auto pairs = coresponsibility(responsibility_graph(dataset));
    return to_table(pairs, dataset, language);
}

}  // namespace

void add_pairs(CLI::App& app) {
    add_table_command(app, {"pairs", "List the departments that share measures",
                            "remit pairs data/2020-third-batch.yaml --format csv", result});
}

}  // namespace remit::cli
