#include "cli.hpp"

#include <remit/model/citation.hpp>
#include <remit/report/explain.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    std::string metric;
    InputOptions input;
    ViewOptions view;
    std::vector<std::string> of;
    Markup markup = Markup::none;
};

const Words<Markup> formats = {{"text", Markup::none}, {"markdown", Markup::markdown}};

constexpr Phrase heading{"explain.heading"};
constexpr Phrase entry{"explain.entry"};
constexpr Phrase here{"explain.here"};
constexpr Phrase none_there{"explain.none-there"};
constexpr Phrase no_value{"explain.no-value"};

constexpr Phrase columns_heading{"explain.columns"};

[[noreturn]] void refuse(const std::string& id) {
    std::vector<std::string> known;
    for (const auto each : explained_ids()) known.emplace_back(each);
    const auto near = did_you_mean(id, known);
    throw UsageError("metric", "'" + id + "' is no metric or column" +
                                   (near.empty() ? "; 'remit explain' lists them" : near));
}

/// A line of the list.
std::string line(std::string_view id, const Phrase& called, std::string_view command,
                 Language language) {
    auto text = heading.fill(language, {std::string(id), std::string(called.in(language))});
    if (!command.empty()) text = entry.fill(language, {text, std::string(command)});
    return text + '\n';
}

std::string list(Language language) {
    std::string text;
    for (const auto& metric : metrics()) {
        text += line(metric.id, metric.name, metric.command, language);
    }
    text += '\n' + std::string(columns_heading.in(language)) + '\n';
    for (const auto columns : {table_columns(), column_kinds()}) {
        for (const auto& column : columns) {
            text += line(column.id, column.label, column.command, language);
        }
    }
    return text;
}

std::optional<Case> case_of(const Options& options, const Metric& metric, const Dataset& dataset) {
    if (options.of.empty()) return telling_case(metric, dataset);
    const std::size_t wanted = metric.subject == Subject::pair ? 2 : 1;
    if (options.of.size() != wanted || metric.subject == Subject::programme) {
        throw UsageError("--of", metric.subject == Subject::programme
                                     ? "'" + std::string(metric.id) + "' is of the whole programme"
                                     : "'" + std::string(metric.id) + "' is of " +
                                           (wanted == 2 ? "two departments" : "one department"));
    }
    Case result{.a = department_named(dataset, options.of.front(), "--of")};
    if (wanted == 2) result.b = department_named(dataset, options.of.back(), "--of");
    if (result.b == result.a) throw UsageError("--of", "names one department twice");
    return result;
}

/// What it is and, of a programme, how it comes about there.
std::string entry_of(const Metric& metric, const Options& options,
                     const std::optional<Dataset>& dataset, Language language) {
    auto text = explain(metric, language, options.markup);
    if (!dataset) return text;
    auto of_whom = case_of(options, metric, *dataset);
    if (of_whom) of_whom->language = language;
    auto value = of_whom ? worked_value(metric, *dataset, *of_whom)
                         : no_value.fill(language, {std::string(none_there.in(language))});
    return text + (options.markup == Markup::markdown ? "- " : "") +
           here.fill(
               language,
               {sentences(language, {restriction_remark(*dataset, language), std::move(value)})}) +
           '\n';
}

/// All metrics, and all columns that are none.
std::string all(const Options& options, const std::optional<Dataset>& dataset, Language language) {
    std::string text;
    for (const auto& metric : metrics()) {
        text += entry_of(metric, options, dataset, language) + '\n';
    }
    const bool marked = options.markup == Markup::markdown;
    text += (marked ? "## " : "") + std::string(columns_heading.in(language)) + '\n';
    if (marked) text += '\n';
    for (const auto columns : {table_columns(), column_kinds()}) {
        for (const auto& column : columns) {
            text += (marked ? "" : "\n") + explain(column, language, options.markup);
        }
    }
    return text;
}

std::string one(const Options& options, const std::optional<Dataset>& dataset, Language language) {
    const auto& id = options.metric;
    if (const auto* metric = find_metric(id)) return entry_of(*metric, options, dataset, language);
    if (!options.of.empty()) throw UsageError("--of", "'" + id + "' is no metric");
    auto text = explain(id, language, options.markup, dataset ? &*dataset : nullptr);
    if (text.empty()) refuse(id);
    return text;
}

void show(const Options& options) {
    const auto& id = options.metric;
    const bool named = !id.empty() && id != "all";
    // A word of the data is one only with them.
    if (named && options.input.files.empty() && explain(id).empty()) refuse(id);
    std::optional<Dataset> dataset;
    if (!options.input.files.empty()) dataset = load_programme(options.input, options.view);
    const auto language = dataset ? language_of(options.input.language, *dataset)
                                  : language_of(options.input.language);
    write_output("-", id.empty() ? list(language)
                      : named    ? one(options, dataset, language)
                                 : all(options, dataset, language));
}

}  // namespace

void add_explain(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "explain",
        "Say what a metric or another column is, and how it comes about; without one, list them");
    command.option(
        {"metric", "METRIC", "Id of a metric or column, as CSV and JSON have it; all: every one"},
        options->metric);
    add_input_options(command, options->input, programme_files, Files::optional);
    add_view_options(command, options->view);
    add_language_option(command, options->input.language);
    command.options(
        {"--of", "DEPARTMENT", "The department, or the two of a pair; else a telling one"},
        Commas::belong, [options](const std::string& word) { options->of.push_back(word); });
    add_choice(command, "--format", options->markup, "Format of the result", formats, "text");
    command.footer("Example: remit explain fractional data/2020-third-batch.yaml --of most");
    command.run([options] { show(*options); });
}

}  // namespace remit::cli
