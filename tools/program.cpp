#include "program.hpp"

#include "progress.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/version.hpp>

#include <csignal>
#include <filesystem>
#include <iostream>
#include <new>

namespace remit::cli {
namespace {

/// \throws whatever stopped the command
Status run(std::span<char*> words, std::span<const AddCommand> commands) {
    Program program(
        "Who is responsible for what, with whom, where: programmes of measures as graphs",
        "remit " REMIT_VERSION,
        "Environment:\n"
        "  REMIT_LANG  language of results and messages where --lang says none\n"
        "  PAGER       program for --pager (default: less -RS)\n"
        "  NO_COLOR    no colors in messages, if it is set; so with TERM=dumb\n"
        "Exit status:\n"
        "  0  done\n"
        "  1  the data has errors\n"
        "  2  wrong usage, or a picture that does not fit\n"
        "  3  a file, font or the renderer failed\n"
        "Example: remit workload data/2020-third-batch.yaml --lang en",
        words);
    for (const auto add : commands) add(program);
    program.add_help();
    const Progress progress(words.size() > 1 ? words[1] : "");
    return program.run();
}

}  // namespace

std::vector<std::string> import_programs() {
    std::error_code unreadable;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", unreadable).parent_path();
    return {folder / "remit-import", folder / "../libexec/remit/remit-import"};
}

int run_program(int argc, char** argv, std::span<const AddCommand> commands) {
    // A reader that is gone ends the program as it ends any filter, whatever the caller ignores.
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of writing
    try {
        return run({argv, static_cast<std::size_t>(argc)}, commands);
    } catch (const DataErrors&) {
        return data_has_errors;
    } catch (const remit::PictureRefusal& refusal) {
        std::cerr << "remit: " << refusal.what() << '\n';
        return wrong_usage;
    } catch (const std::bad_alloc&) {
        std::cerr << "remit: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "remit: " << error.what() << '\n';
    }
    return world_failed;
}

}  // namespace remit::cli
