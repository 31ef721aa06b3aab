#include "cli.hpp"

#include "command_text.hpp"
#include "terminal.hpp"
#include "where.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/model/history.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/write_file.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <memory>

namespace remit::cli {
namespace {

const Words<TableFormat> formats{{"text", TableFormat::text},
                                 {"csv", TableFormat::csv},
                                 {"csv-excel", TableFormat::csv_excel},
                                 {"json", TableFormat::json},
                                 {"markdown", TableFormat::markdown},
                                 {"html", TableFormat::html},
                                 {"xlsx", TableFormat::xlsx}};
const Words<Extent> extents{{"province", Extent::province}, {"core", Extent::core}};
const Words<Paint> paints{
    {"auto", Paint::automatic}, {"never", Paint::never}, {"always", Paint::always}};

Color color_of(const InputOptions& options) {
    if (options.color == Paint::always) return Color::always;
    const bool automatic = options.color == Paint::automatic;
    return automatic && shows_color(STDERR_FILENO) ? Color::always : Color::never;
}

}  // namespace

void refuse_choice(const std::string& option, const std::string& word, const std::string& words) {
    throw UsageError(
        option, "'" + word + "' is not one of " + words + did_you_mean(word, choices_of(words)));
}

void add_names(Command& command, const std::string& name, std::vector<std::string>& names,
               const std::string& help, const std::string& type_name) {
    command.options({name, type_name, help}, Commas::separate,
                    [&names](const std::string& word) { names.push_back(word); });
}

void add_settings(Command& command, const std::string& name, std::vector<Setting>& settings,
                  const std::string& help, const std::string& type_name) {
    command.options(
        {name, type_name, help}, Commas::separate,
        [&settings, name, type_name](const std::string& word) {
            const auto equals = word.rfind('=');
            if (equals == std::string::npos || equals == 0 || equals + 1 == word.size()) {
                throw UsageError(name, "'" + word + "' is not of the form " + type_name);
            }
            settings.push_back({word.substr(0, equals), word.substr(equals + 1)});
        });
}

void add_input_options(Command& command, InputOptions& options, const std::string& help,
                       Files files) {
    command.arguments({"file", "FILE", help, files == Files::needed}, options.files);
    auto shared = command.shared("Data and messages");
    shared.flag("--quiet", options.quiet, "Show no warnings");
    add_choice(shared, "--color", options.color, "Colors in messages", paints, "auto");
    add_number(shared, "--max-problems", options.max_problems,
               "Show so many errors and so many warnings (default: 100)");
    add_number(shared, "--max-records", options.limits.records,
               "Refuse a file of more records (default: 100000)");
    add_number(shared, "--max-bytes", options.limits.file_bytes,
               "Refuse a larger file (default: 32 MiB)");
}

void add_day(Command& command, const std::string& name, std::optional<Date>& day,
             const std::string& help) {
    command.option({name, "DATE", help}, [&day, name](const std::string& word) {
        day = parse_date(word);
        if (day && day->is_day()) return;
        throw UsageError(name, "'" + word + "' is not a day as YYYY-MM-DD");
    });
}

void add_view_options(Command& command, ViewOptions& options) {
    auto shared = command.shared("What is looked at");
    add_day(shared, "--as-of", options.as_of, "Show the result in the bodies of that day");
    shared.options(
        {"--choose", "OLD=NEW", "With --as-of: which body takes the place of one that was split"},
        Commas::belong, [&options](const std::string& word) { options.choices.push_back(word); });
    add_choice(shared, "--extent", options.extent, "Reading of regions with a named core", extents,
               "as the registry says");
    shared.options(
        {"--where", "KEY=VALUE",
         "Only measures with that value of a field, or of department, category, region, role or "
         "notice; a|b, or the key again, is either, different keys are both; dates and "
         "numbers also take <, <=, >, >="},
        Commas::belong, [&options](const std::string& word) { options.where.push_back(word); });
}

namespace {

void add_step(Command& command, InputOptions& input, StepKind kind, const std::string& name,
              const std::string& form, const std::string& help) {
    command.options({name, form, help}, Commas::belong,
                    [&input, kind, name](const std::string& text) {
                        input.steps.push_back({kind, name, text});
                    });
}

}  // namespace

void add_step_options(Command& command, InputOptions& options) {
    add_step(command, options, StepKind::merge, "--merge", "A+B=C",
             "Bodies merge into another, known or new");
    add_step(command, options, StepKind::rename, "--rename", "A=C", "A body passes its place on");
    add_step(command, options, StepKind::split, "--split", "A=C:1,2;D:rest",
             "A body is split; each part takes measures of it");
    add_step(command, options, StepKind::move, "--move", "MEASURE=C|MEASURE/A=C",
             "A measure moves from its first-named department, or from A");
}

void check_level(const Registry& registry, const std::string& level, const std::string& option) {
    constexpr std::array<std::string_view, 3> usual{"pilot", "province", "city"};
    if (std::find(usual.begin(), usual.end(), level) != usual.end()) return;
    if (!places_at(registry, level).empty()) return;
    throw UsageError(option, "'" + level + "' is no kind of region of the registry" +
                                 near_or_all(level, levels(registry)));
}

void add_file_option(Command& command, std::string& file) {
    command.option({"-o,--output", "FILE",
                    "File to write instead of standard output; it appears whole or not at all"},
                   file);
}

void add_format_options(Command& command, OutputOptions& options) {
    auto shared = command.shared("The result");
    add_choice(shared, "--format", options.format, "Format of the result", formats,
               "by the file's ending, else text");
    add_file_option(shared, options.file);
}

void add_output_options(Command& command, OutputOptions& options) {
    add_format_options(command, options);
    auto shared = command.shared("The result");
    add_number(shared, "--width", options.width,
               "Fit text into so many columns (default: the terminal's; without one, as wide as it "
               "comes)");
    shared.flag("--pager", options.pager, "On a terminal: show the whole of it in $PAGER");
}

void add_output_options(Command& command, OutputOptions& options,
                        std::optional<Language>& language) {
    add_output_options(command, options);
    auto shared = command.shared("The result");
    add_language_option(shared, language);
}

void show_problems(const Diagnostics& diagnostics, const InputOptions& options, bool warnings_too) {
    const auto show = [&](Severity severity, const Phrase& and_more) {
        std::size_t shown = 0;
        for (const auto& item : diagnostics.items) {
            if (item.severity != severity || shown == options.max_problems) continue;
            write(std::cerr, diagnostics, item, color_of(options));
            ++shown;
        }
        const auto more = diagnostics.count(severity) - shown;
        if (more > 0) tell(diagnostics.language, and_more, {std::to_string(more)});
    };
    show(Severity::error, "message.more-errors");
    if (warnings_too && !options.quiet) show(Severity::warning, "message.more-warnings");
}

namespace {

std::vector<Choice> parse_choices(const Registry& registry, const ViewOptions& view) {
    std::vector<Choice> choices;
    for (const auto& text : view.choices) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            throw UsageError("--choose", "'" + text + "' is not of the form OLD=NEW");
        }
        choices.push_back({body_named(registry, text.substr(0, equals), "--choose", {}),
                           body_named(registry, text.substr(equals + 1), "--choose", {})});
    }
    return choices;
}

[[noreturn]] void refuse_forks(const Registry& registry, const Date& day,
                               const std::vector<Fork>& forks, Language language) {
    for (const auto& fork : forks) {
        ListWriter choices(language);
        for (const auto choice : fork.choices) choices.add(registry[choice].id);
        const auto& body = registry[fork.body].id;
        tell(language, "message.fork",
             {to_string(day), "'" + body + "'", choices.text(),
              body + '=' + registry[fork.choices.front()].id});
    }
    throw DataErrors{};
}

/// Warnings that whoever gives a step on the command line must see here.
bool is_of_a_step(const Diagnostic& item) {
    return item.code == "step-changes-nothing" || item.code == "body-without-measures";
}

/// Warnings that concern more than `remit check`, which shows all of them.
std::size_t notable_warnings(const Diagnostics& diagnostics) {
    const auto kept =
        std::count_if(diagnostics.items.begin(), diagnostics.items.end(), [](const auto& item) {
            return item.severity == Severity::warning && item.code != "missing-translation" &&
                   !is_of_a_step(item);
        });
    return static_cast<std::size_t>(kept) + diagnostics.more_warnings;
}

void refuse_without_notice(const Dataset& dataset, const InputOptions& options) {
    if (!dataset.notices().empty()) return;
    const bool several = options.files.size() > 1;
    tell(language_of_messages(options.language),
         several ? "message.no-notices" : "message.no-notice", {options.files.front()});
    throw DataErrors{};
}

}  // namespace

void apply_view(std::span<Dataset> batches, const ViewOptions& view, Language language) {
    std::vector<std::size_t> used(view.choices.size());  // by how many batches
    for (auto& dataset : batches) {
        if (view.extent) dataset = with_extent(dataset, *view.extent);
        const auto choices = parse_choices(dataset.registry(), view);
        if (!view.as_of) continue;
        auto result = as_of(dataset, *view.as_of, choices);
        if (!result.dataset) {
            refuse_forks(dataset.registry(), *view.as_of, result.forks, language);
        }
        dataset = *std::move(result.dataset);
        for (std::size_t i = 0; i < choices.size(); ++i) used[i] += result.used[i] ? 1U : 0U;
    }
    const auto unused = std::find(used.begin(), used.end(), 0U);
    if (unused == used.end()) return;
    const auto& text = view.choices[static_cast<std::size_t>(unused - used.begin())];
    throw UsageError("--choose", in_quotes(text) + " changes nothing: " +
                                     (view.as_of ? "on the way to " + to_string(*view.as_of) +
                                                       " no department comes to that fork"
                                                 : "it goes with --as-of"));
}

void refuse_without_scope(const Dataset& dataset, const std::string& command) {
    if (dataset.has_scope()) return;
    throw UsageError(command,
                     "no measure of the programme has a 'scope': nothing says where it "
                     "applies");
}

void refuse_without_plan(const Dataset& dataset, const std::string& command) {
    const bool any = std::any_of(dataset.plans().begin(), dataset.plans().end(),
                                 [](const Plan& plan) { return !plan.steps.empty(); });
    if (any) return;
    throw UsageError(command,
                     "there is no plan; name a file that has one, or say what "
                     "changes with --merge, --rename, --move or --split");
}

Reorganized carried_out(const Dataset& dataset, Language language) {
    auto result = reorganize(dataset, dataset.plans(), language);
    if (result.dataset) {
        if (!dataset.as_of()) return result;  // loading has shown the rest
        for (const auto& problem : result.problems) {
            tell(language, "message.in-bodies-of", {problem.message, to_string(*dataset.as_of())});
        }
        return result;
    }
    for (const auto& problem : result.problems) {
        tell(language, "message.plan-fails", {problem.message});
    }
    throw DataErrors{};
}

std::string metrics_footer(std::string_view command, const std::string& example) {
    std::string ids;
    for (const auto& metric : metrics()) {
        if (!metric.command.starts_with(command)) continue;
        ids += (ids.empty() ? "" : ", ") + std::string(metric.id);
    }
    return "Metrics, which 'remit explain METRIC' defines: " + ids + "\nExample: " + example;
}

Dataset load_programme(const InputOptions& options, const ViewOptions& view, Plans plans) {
    const auto language = language_of_messages(options.language);
    auto loaded = load(options.files, options.limits, options.steps, language);
    show_problems(loaded.diagnostics, options, false);
    for (const auto& item : loaded.diagnostics.items) {
        if (is_of_a_step(item) && !options.quiet) {
            write(std::cerr, loaded.diagnostics, item, color_of(options));
        }
    }
    if (!loaded.dataset) throw DataErrors{};
    refuse_without_notice(*loaded.dataset, options);
    if (const auto count = notable_warnings(loaded.diagnostics); count > 0 && !options.quiet) {
        tell(language, "message.warnings", {std::to_string(count)});
    }
    auto dataset = *loaded.dataset;
    apply_view({&dataset, 1}, view, language);
    const bool planned = plans == Plans::carried_out && !dataset.plans().empty();
    if (planned) dataset = *carried_out(dataset, language).dataset;
    apply_where({&dataset, 1}, view.where);
    return dataset;
}

void write_output(const std::string& file, std::string_view bytes) {
    if (file != "-") {
        write_file(file, bytes);
        return;
    }
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::cout.flush();
    if (!std::cout) throw Error("cannot write to standard output");
}

namespace {

TableFormat format_of(const OutputOptions& options) {
    static const Words<TableFormat> endings{
        {"", TableFormat::text},     {"txt", TableFormat::text},    {"csv", TableFormat::csv},
        {"json", TableFormat::json}, {"md", TableFormat::markdown}, {"html", TableFormat::html},
        {"xlsx", TableFormat::xlsx},
    };
    if (options.format) return *options.format;
    const auto asked = options.file == "-" ? std::string() : ending(options.file);
    const auto* const found = meaning(endings, asked);
    if (found == nullptr) refuse_ending(options.file, ".txt, .csv, .json, .md, .html or .xlsx");
    return *found;
}

}  // namespace

std::string ending(const std::string& file) {
    auto text = std::filesystem::path(file).extension().string();
    if (!text.empty()) text.erase(0, 1);
    for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

void refuse_ending(const std::string& file, const std::string& wanted) {
    throw UsageError("--output", "'" + file + "' does not end in " + wanted +
                                     "; name such a file, or give --format");
}

void refuse_terminal(const std::string& file, const std::string& format) {
    if (file != "-" || isatty(STDOUT_FILENO) == 0) return;
    throw UsageError("--format", format + " is no text for a terminal; name a file with -o");
}

void write_output(const OutputOptions& options, const Table& table) {
    const auto format = format_of(options);
    const bool shown = options.file == "-";
    if (options.pager && !shown) throw UsageError("--pager", "is for the terminal; leave out -o");
    if (options.width > 0 && format != TableFormat::text) {
        throw UsageError("--width", "is for text; the other formats are never broken");
    }
    if (format == TableFormat::xlsx) refuse_terminal(options.file, "xlsx");
    TextLayout layout;
    layout.hint = Phrase{"table-parts.left-out.hint"};
    if (options.width > 0) {
        layout.width = options.width;
    } else if (shown && !options.pager) {
        layout.width = terminal_columns(STDOUT_FILENO);
    }
    const auto text = text_of([&](auto& out) { write(out, table, format, layout); });
    if (options.pager) page(text);
    write_output(options.file, text);
}

namespace {

std::string metrics_or_example(const TableCommand& command) {
    const auto all = metrics();
    const bool any = std::any_of(all.begin(), all.end(), [&](const Metric& metric) {
        return metric.command == command.name;
    });
    return any ? metrics_footer(command.name, command.example) : "Example: " + command.example;
}

}  // namespace

void add_table_command(Program& program, const TableCommand& table_command) {
    struct Options {
        InputOptions input;
        ViewOptions view;
        OutputOptions output;
    };
    auto options = std::make_shared<Options>();
    auto command = program.add(table_command.name, table_command.description);
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    command.footer(metrics_or_example(table_command));
    command.run([options, result = table_command.result] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output,
                     result(dataset, language_of(options->input.language, dataset)));
    });
}

}  // namespace remit::cli
