// All commands. What reads documents takes longer to load than most of them to run, so that it is a
// program of its own, as which this one goes on.
#include "program.hpp"

#include <unistd.h>

#include <array>
#include <iostream>
#include <span>
#include <string_view>

namespace remit::cli {
namespace {

#ifdef REMIT_IMPORT
/// For the help, and for what is near to a wrong name.
void name_import(Program& program) {
    (void)program.add("import", import_does);
}

/// Whether that command is asked for, or asked about.
bool is_of_import(std::span<char*> words) {
    if (words.size() < 2) return false;
    std::string_view command = words[1];
    const bool about = command == "help" || command.starts_with("__");
    if (about && words.size() > 2) command = words[2];
    return command == "import";
}

/// \return if there is no such program
int go_on_as_import(char** argv) {
    for (const auto& place : import_programs()) (void)::execv(place.c_str(), argv);
    std::cerr << "remit: its program remit-import is neither beside it nor in ../libexec/remit; "
                 "install remit as a whole\n";
    return world_failed;
}
#endif

}  // namespace
}  // namespace remit::cli

// NOLINTNEXTLINE(bugprone-exception-escape): writing the message of one may fail, no more
int main(int argc, char** argv) {
    using namespace remit::cli;
#ifdef REMIT_IMPORT
    if (is_of_import({argv, static_cast<std::size_t>(argc)})) return go_on_as_import(argv);
#endif
    constexpr std::array commands{add_init,
#ifdef REMIT_IMPORT
                                  name_import,
#endif
                                  add_format,   add_check,      add_show,     add_table,
                                  add_workload, add_pairs,      add_backbone, add_structure,
                                  add_groups,   add_coverage,   add_cover,    add_assign,
                                  add_compare,  add_reorganize, add_diagram,  add_brief,
                                  add_export,   add_explain,    add_schema,   add_doctor};
    return run_program(argc, argv, commands);
}
