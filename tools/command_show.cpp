#include "cli.hpp"

#include <remit/analysis/components.hpp>
#include <remit/report/programme_tables.hpp>

namespace remit::cli {
namespace {

Table result(const Dataset& dataset, Language language) {
    const auto parts = components(responsibility_graph(dataset));
    return contents_table(dataset, parts, language);
}

}  // namespace

void add_show(Program& program) {
    add_table_command(program,
                      {"show", "Show what is in the data: categories, counts, what is withheld",
                       "remit show data/2020-third-batch.yaml --lang en", result});
}

}  // namespace remit::cli
