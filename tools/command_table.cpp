#include "cli.hpp"

#include <remit/report/programme_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    return measure_table(dataset, language);
}

}  // namespace

void add_table(Program& program) {
    add_table_command(
        program,
        {"table", "List the measures: departments in printed order, and scope",
         "remit table data/2020-third-batch.yaml --format markdown -o measures.md", result});
}

}  // namespace remit::cli
