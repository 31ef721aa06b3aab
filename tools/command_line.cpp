#include "command_line.hpp"

#include "cli.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <sstream>
#include <utility>

namespace remit::cli {
namespace {

/// CLI11 would only say that a subcommand is required.
void refuse_unknown_command(const CLI::App& app, const std::string& word) {
    std::string known;
    for (const auto* command : app.get_subcommands({})) {
        if (command->get_name() == word) return;
        known += (known.empty() ? "" : ", ") + command->get_name();
    }
    throw CLI::ParseError("'" + word + "' is no command; there are " + known, wrong_usage);
}

Status refuse(const CLI::App& app, const char* problem) {
    const auto commands = app.get_subcommands();
    std::cerr << "remit: " << problem << "; see 'remit "
              << (commands.empty() ? "" : commands.front()->get_name() + ' ') << "--help'\n";
    return wrong_usage;
}

}  // namespace

void Command::flag(const std::string& name, bool& value, const std::string& help) {
    app_->add_flag(name, value, help);
}

void Command::option(const OptionText& text, Take take) {
    app_->add_option_function<std::string>(text.names, std::move(take), text.help)
        ->type_name(text.words)
        ->required(text.required);
}

void Command::option(const OptionText& text, std::string& value) {
    option(text, [&value](const std::string& word) { value = word; });
}

void Command::options(const OptionText& text, Commas commas, Take take) {
    auto* option = app_->add_option_function<std::vector<std::string>>(
        text.names,
        [take = std::move(take)](const std::vector<std::string>& words) {
            for (const auto& word : words) take(word);
        },
        text.help);
    option->type_name(text.words)->required(text.required)->allow_extra_args(false);
    if (commas == Commas::separate) option->delimiter(',');
}

void Command::arguments(const OptionText& text, std::vector<std::string>& values) {
    app_->add_option(text.names, values, text.help)->type_name(text.words)->required(text.required);
}

void Command::footer(const std::string& text) {
    app_->footer(text);
}

void Command::run(std::function<void()> function) {
    app_->callback(std::move(function));
}

Program::Program(const std::string& description, const std::string& version,
                 const std::string& footer)
    : app_(std::make_unique<CLI::App>(description, "remit")) {
    app_->set_version_flag("--version", version);
    app_->require_subcommand(1);
    app_->footer(footer);
}

Program::~Program() = default;

Command Program::add(const std::string& name, const std::string& description) {
    return Command(*app_->add_subcommand(name, description));
}

Status Program::run(int argc, char** argv) {
    try {
        if (argc > 1 && *argv[1] != '-') refuse_unknown_command(*app_, argv[1]);
        app_->parse(argc, argv);
        return done;
    } catch (const UsageError& error) {
        return refuse(*app_, error.what());
    } catch (const CLI::ParseError& error) {  // help and version are asked for by one too
        if (error.get_exit_code() != 0) return refuse(*app_, error.what());
        std::ostringstream text;
        app_->exit(error, text, text);
        write_output("-", text.str());
        return done;
    }
}

}  // namespace remit::cli
