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

const Metric& metric_named(const std::string& id) {
    if (const auto* metric = find_metric(id)) return *metric;
    std::vector<std::string> known;
    for (const auto& metric : metrics()) known.emplace_back(metric.id);
    throw UsageError("metric", "'" + id + "' is none" + near_or_all(id, known));
}

std::string list(Language language) {
    std::string text;
    for (const auto& metric : metrics()) {
        const auto name =
            heading.fill(language, {std::string(metric.id), std::string(metric.name.in(language))});
        text +=
            (metric.command.empty() ? name
                                    : entry.fill(language, {name, std::string(metric.command)})) +
            '\n';
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

void show(const Options& options) {
    const bool one = !options.metric.empty() && options.metric != "all";
    const auto chosen = one ? std::span(&metric_named(options.metric), 1) : metrics();
    std::optional<Dataset> dataset;
    if (!options.input.files.empty()) dataset = load_programme(options.input, options.view);
    const auto language = dataset ? language_of(options.input.language, *dataset)
                                  : language_of(options.input.language);
    if (options.metric.empty()) {
        write_output("-", list(language));
        return;
    }
    std::string text;
    for (const auto& metric : chosen) {
        if (!text.empty()) text += '\n';
        text += entry_of(metric, options, dataset, language);
    }
    write_output("-", text);
}

}  // namespace

void add_explain(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "explain", "Say what a metric is, and how it comes about; without a metric, list them");
    command.option({"metric", "METRIC", "Id of a metric, as columns have it; all: every metric"},
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
