// The command that needs what reads documents: `remit` starts this program for it.
#include "program.hpp"

#include <array>

// NOLINTNEXTLINE(bugprone-exception-escape): writing the message of one may fail, no more
int main(int argc, char** argv) {
    using namespace remit::cli;
    constexpr std::array<AddCommand, 1> commands{add_import};
    return run_program(argc, argv, commands);
}
