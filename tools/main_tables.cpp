// All commands but those that need what draws pictures and reads documents, which stand in the help
// and in what is near to a wrong name, and never run here.
#include "program.hpp"

#include <array>

namespace remit::cli {
namespace {

void name_import(Program& program) {
    (void)program.add("import", import_does);
}

void name_diagram(Program& program) {
    (void)program.add("diagram", diagram_does);
}

void name_doctor(Program& program) {
    (void)program.add("doctor", doctor_does);
}

}  // namespace
}  // namespace remit::cli

// NOLINTNEXTLINE(bugprone-exception-escape): writing the message of one may fail, no more
int main(int argc, char** argv) {
    using namespace remit::cli;
    constexpr std::array<AddCommand, 21> commands{
        add_init,     name_import, add_format,   add_check,      add_show,     add_table,
        add_workload, add_pairs,   add_backbone, add_structure,  add_groups,   add_coverage,
        add_cover,    add_assign,  add_compare,  add_reorganize, name_diagram, add_export,
        add_explain,  add_schema,  name_doctor};
    return run_program(argc, argv, commands);
}
