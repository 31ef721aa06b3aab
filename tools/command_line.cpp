#include "command_line.hpp"

#include "cli.hpp"
#include "command_text.hpp"
#include "terminal.hpp"

#include <remit/model/name_index.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <sstream>
#include <utility>

namespace remit::cli {
namespace {

constexpr const char* own = "Options";  // CLI11's word for options that are in no group

OptionRow row_of(const CLI::Option& option) {
    OptionRow row;
    for (const auto& name : option.get_snames()) row.names.push_back('-' + name);
    for (const auto& name : option.get_lnames()) row.names.push_back("--" + name);
    const bool flag = option.get_items_expected_max() == 0;
    row.value = flag ? "" : option.get_type_name();
    row.help = option.get_description();
    row.heading = option.get_group() == own ? "" : option.get_group();
    row.required = option.get_required();
    row.repeated = option.get_items_expected_max() > 1;
    return row;
}

CommandText text_of(const CLI::App& app) {
    CommandText text;
    text.name = app.get_parent() == nullptr ? "" : app.get_name();
    text.description = app.get_description();
    text.footer = app.get_footer();
    for (const auto* option : app.get_options()) {
        if (option != app.get_help_ptr()) text.options.push_back(row_of(*option));
    }
    if (app.get_help_ptr() != nullptr) text.options.push_back(row_of(*app.get_help_ptr()));
    return text;
}

ProgramText text_of_all(const CLI::App& app) {
    ProgramText text{text_of(app), app.version(), {}};
    for (const auto* command : app.get_subcommands({})) text.commands.push_back(text_of(*command));
    return text;
}

std::string help_of(const CLI::App& app, const CommandText& command) {
    const auto width = terminal_columns(STDOUT_FILENO).value_or(usual_columns);
    return help_text(text_of_all(app), command, std::min(width, readable_columns));
}

/// CLI11 would only say that a subcommand is required.
void refuse_unknown_command(const CLI::App& app, const std::string& word) {
    std::vector<std::string> known;
    for (const auto* command : app.get_subcommands({})) known.push_back(command->get_name());
    if (std::find(known.begin(), known.end(), word) != known.end()) return;
    throw CLI::ParseError("'" + word + "' is no command" + near_or_all(word, known), wrong_usage);
}

std::string no_option(const CLI::App& command, const std::string& word) {
    const auto name = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const auto& option : text_of(command).options) {
        known.insert(known.end(), option.names.begin(), option.names.end());
    }
    return "there is no option " + name + did_you_mean(name, known);
}

/// CLI11 would only say that something was not expected.
std::string unexpected(const CLI::App& app) {
    const auto commands = app.get_subcommands();
    const auto& command = commands.empty() ? app : *commands.front();
    const auto words = command.remaining();
    const auto word = words.empty() ? std::string() : words.front();
    return word.starts_with('-') ? no_option(command, word)
                                 : "'" + word + "' is one argument too many";
}

/// CLI11 would say "--format: 1 required text|csv missing", or "At Most 1 required but received 2".
std::string without_value(const CLI::App& app, const std::string& problem) {
    const auto name = problem.substr(0, problem.find(':'));
    if (problem.find("At Most") != std::string::npos) return name + ": may be given once";
    const auto commands = app.get_subcommands();
    const auto* option = commands.empty() ? nullptr : commands.front()->get_option_no_throw(name);
    return name + ": needs a value" + (option == nullptr ? "" : ": " + option->get_type_name());
}

Status refuse(const CLI::App& app, const std::string& problem) {
    const auto commands = app.get_subcommands();
    const auto name = commands.empty() ? std::string() : commands.front()->get_name() + ' ';
    std::cerr << "remit: " << problem << (problem.ends_with('?') ? " See" : "; see") << " 'remit "
              << (name == "help " ? "" : name) << "--help'\n";
    return wrong_usage;
}

/// The shortest way in.
Status begin() {
    std::cerr
        << "remit: who is responsible for what, with whom, and where\n\n"
           "  remit import notice.txt -o notice.yaml                   a notice as data\n"
           "  remit workload notice.yaml                               who carries how much\n"
           "  remit diagram responsibility-map notice.yaml -o map.pdf  all of it on a page\n\n"
           "'remit help' lists all commands, and 'remit help COMMAND' explains one.\n";
    return wrong_usage;
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    NameIndex<std::size_t> names;
    for (std::size_t i = 0; i < known.size(); ++i) names.add_id(known[i], i);
    const auto near = names.nearest(word, 1);
    return near.empty() ? "" : "; did you mean '" + near.front() + "'?";
}

std::string near_or_all(std::string_view word, const std::vector<std::string>& known) {
    if (auto near = did_you_mean(word, known); !near.empty()) return near;
    std::string all;
    for (const auto& each : known) all += (all.empty() ? "; there are " : ", ") + each;
    return all;
}

void Command::flag(const std::string& name, bool& value, const std::string& help) {
    if (app_ == nullptr) return;
    app_->add_flag(name, value, help)->group(heading_.empty() ? own : heading_);
}

void Command::option(const OptionText& text, Take take) {
    if (app_ == nullptr) return;
    app_->add_option_function<std::string>(text.names, std::move(take), text.help)
        ->type_name(text.words)
        ->required(text.required)
        ->group(heading_.empty() ? own : heading_);
}

void Command::option(const OptionText& text, std::string& value) {
    option(text, [&value](const std::string& word) { value = word; });
}

void Command::options(const OptionText& text, Commas commas, Take take) {
    if (app_ == nullptr) return;
    auto* option = app_->add_option_function<std::vector<std::string>>(
        text.names,
        [take = std::move(take)](const std::vector<std::string>& words) {
            for (const auto& word : words) take(word);
        },
        text.help);
    option->type_name(text.words)->required(text.required)->allow_extra_args(false);
    option->group(heading_.empty() ? own : heading_);
    if (commas == Commas::separate) option->delimiter(',');
}

void Command::arguments(const OptionText& text, std::vector<std::string>& values) {
    if (app_ == nullptr) return;
    app_->add_option(text.names, values, text.help)->type_name(text.words)->required(text.required);
}

void Command::footer(const std::string& text) {
    if (app_ != nullptr) app_->footer(text);
}

void Command::run(std::function<void()> function) {
    if (app_ != nullptr) app_->callback(std::move(function));
}

Program::Program(const std::string& description, const std::string& version,
                 const std::string& footer, std::span<char*> words)
    : words_(words), app_(std::make_unique<CLI::App>(description, "remit")) {
    app_->formatter_fn([this](const CLI::App* app, const std::string&, CLI::AppFormatMode) {
        return help_of(*app_, text_of(*app));
    });
    app_->set_help_flag("-h,--help", "Show this help");
    app_->set_version_flag("--version", version, "Show the version");
    app_->require_subcommand(1);
    app_->footer(footer);
}

Program::~Program() = default;

Command Program::add(const std::string& name, const std::string& description) {
    auto* command = app_->add_subcommand(name, description);
    const std::string_view asked = words_.size() > 1 ? words_[1] : "help";
    // Help and completion read the options of all.
    const bool all = asked == "help" || asked.starts_with('_');
    return Command(all || name == asked ? command : nullptr);
}

void Program::add_help() {
    auto word = std::make_shared<std::string>();
    auto command = add("help", "Explain a command; without one, list them");
    command.option({"command", "COMMAND", "What 'remit COMMAND --help' shows"}, *word);
    command.footer("Example: remit help workload");
    command.run([this, word] {
        if (!word->empty()) refuse_unknown_command(*app_, *word);
        const auto all = text_of_all(*app_);
        write_output("-", help_of(*app_, word->empty() ? all.self : *all.find(*word)));
    });
}

bool Program::answer(const std::vector<std::string>& words) const {
    const bool completes = words.front() == "__complete";
    if (!completes && (words.front() != "__manual" || words.size() < 3)) return false;
    const auto all = text_of_all(*app_);
    if (completes) {
        write_output("-", completions(all, {words.begin() + 1, words.end()}));
        return true;
    }
    if (words[1] != "remit") refuse_unknown_command(*app_, words[1]);
    write_output("-",
                 manual_page(all, words[1] == "remit" ? all.self : *all.find(words[1]), words[2]));
    return true;
}

Status Program::run() {
    if (words_.size() < 2) return begin();
    try {
        if (answer({words_.begin() + 1, words_.end()})) return done;
        const std::string_view first = words_[1];
        if (!first.starts_with('-')) refuse_unknown_command(*app_, std::string(first));
        const auto option = first.substr(0, first.find('='));
        const bool known = app_->get_option_no_throw(std::string(option)) != nullptr;
        if (known && option != first) {
            return refuse(*app_, std::string(option) + ": takes no value");
        }
        if (first.starts_with('-') && !known) {
            return refuse(*app_, no_option(*app_, std::string(first)));
        }
        app_->parse(static_cast<int>(words_.size()), words_.data());
        return done;
    } catch (const UsageError& error) {
        return refuse(*app_, error.what());
    } catch (const CLI::ExtrasError&) {
        return refuse(*app_, unexpected(*app_));
    } catch (const CLI::ConversionError& error) {  // of a flag, which alone CLI11 reads itself
        const std::string text = error.what();
        const auto begin = std::min(text.find("--"), text.size());
        const auto end = text.find_first_of(" =", begin);
        return refuse(*app_, text.substr(begin, end - begin) + ": takes no value");
    } catch (const CLI::ArgumentMismatch& error) {
        return refuse(*app_, without_value(*app_, error.what()));
    } catch (const CLI::ParseError& error) {  // help and version are asked for by one too
        if (error.get_exit_code() != 0) return refuse(*app_, error.what());
        std::ostringstream text;
        app_->exit(error, text, text);
        write_output("-", text.str());
        return done;
    }
}

}  // namespace remit::cli
