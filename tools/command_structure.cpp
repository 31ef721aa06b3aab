#include "cli.hpp"

#include <remit/report/metric_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    return structure_table(structure(responsibility_graph(dataset)), dataset, language);
}

}  // namespace

void add_structure(Program& program) {
    add_table_command(program,
                      {"structure", "Show who is central, who connects others, who is alone",
                       "remit structure data/2020-third-batch.yaml --lang en", result});
}

}  // namespace remit::cli
