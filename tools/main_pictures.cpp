// The commands that need what draws pictures and reads documents: `remit` starts this program for
// them.
#include "program.hpp"

#include <array>

// NOLINTNEXTLINE(bugprone-exception-escape): writing the message of one may fail, no more
int main(int argc, char** argv) {
    using namespace remit::cli;
    constexpr std::array<AddCommand, 3> commands{add_import, add_diagram, add_doctor};
    return run_program(argc, argv, commands);
}
