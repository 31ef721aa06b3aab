#include "cli.hpp"

#include <csignal>
#include <iostream>
#include <new>

namespace {

enum Status : int { done = 0, data_has_errors = 1, wrong_usage = 2, world_failed = 3 };

/// CLI11 would only say that a subcommand is required.
void refuse_unknown_command(const CLI::App& app, const std::string& word) {
    std::string known;
    for (const auto* command : app.get_subcommands({})) {
        if (command->get_name() == word) return;
        known += (known.empty() ? "" : ", ") + command->get_name();
    }
    throw CLI::ParseError("'" + word + "' is no command; there are " + known, wrong_usage);
}

/// Help and version are asked for by way of an exception too.
int report(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    const auto commands = app.get_subcommands();
    std::cerr << "remit: " << error.what() << "; see 'remit "
              << (commands.empty() ? "" : commands.front()->get_name() + ' ') << "--help'\n";
    return wrong_usage;
}

/// \throws whatever stopped the command
int run(int argc, char** argv) {
    CLI::App app("Who is responsible for what, with whom, where: programmes of measures as graphs",
                 "remit");
    app.set_version_flag("--version", "remit " REMIT_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit status: 0 done, 1 the data has errors, 2 wrong usage, 3 a file, font or the "
        "renderer failed.\nExample: remit workload data/2020-third-batch.yaml --lang en");
    for (const auto add :
         {remit::cli::add_check, remit::cli::add_show, remit::cli::add_table,
          remit::cli::add_workload, remit::cli::add_pairs, remit::cli::add_backbone,
          remit::cli::add_structure, remit::cli::add_groups, remit::cli::add_coverage,
          remit::cli::add_cover, remit::cli::add_assign, remit::cli::add_compare,
          remit::cli::add_reorganize, remit::cli::add_diagram, remit::cli::add_export,
          remit::cli::add_explain, remit::cli::add_schema}) {
        add(app);
    }
    try {
        if (argc > 1 && *argv[1] != '-') refuse_unknown_command(app, argv[1]);
        app.parse(argc, argv);
        return done;
    } catch (const CLI::ParseError& error) {
        return report(app, error);
    }
}

int run_and_report(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const remit::cli::DataErrors&) {
        return data_has_errors;
    } catch (const std::bad_alloc&) {
        std::cerr << "remit: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "remit: " << error.what() << '\n';
    }
    return world_failed;
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): writing the message of one may fail, no more
int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of writing, with its exit status
    std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may not grow
    return run_and_report(argc, argv);
}
