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
};

const Metric& metric_named(const std::string& id) {
    if (const auto* metric = find_metric(id)) return *metric;
    std::string known;
    for (const auto& metric : metrics()) {
        known += (known.empty() ? "" : ", ") + std::string(metric.id);
    }
    throw UsageError("metric", "'" + id + "' is none; there are " + known);
}

std::string list() {
    std::string text;
    for (const auto& metric : metrics()) {
        text += std::string(metric.id) + ": " + std::string(metric.name.in(Language::zh_hans)) +
                " / " + std::string(metric.name.in(Language::en)) +
                (metric.command.empty() ? "" : " (remit " + std::string(metric.command) + ')') +
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
    Case result{department_named(dataset, options.of.front(), "--of"), std::nullopt};
    if (wanted == 2) result.b = department_named(dataset, options.of.back(), "--of");
    if (result.b == result.a) throw UsageError("--of", "names one department twice");
    return result;
}

void show(const Options& options) {
    if (options.metric.empty()) {
        write_output("-", list());
        return;
    }
    const auto& metric = metric_named(options.metric);
    auto text = explain(metric);
    if (!options.input.files.empty()) {
        const auto dataset = load_programme(options.input, options.view);
        const auto of_whom = case_of(options, metric, dataset);
        const auto remark = restriction_remark(dataset, Language::en);
        text += "Here: " + (remark.empty() ? "" : remark + ' ') +
                (of_whom ? worked_value(metric, dataset, *of_whom)
                         : std::string("no value: there is none")) +
                "\n";
    }
    write_output("-", text);
}

}  // namespace

void add_explain(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "explain", "Say what a metric is, and how it comes about; without a metric, list them");
    command.option({"metric", "METRIC", "Id of a metric, as columns have it"}, options->metric);
    add_input_options(command, options->input, programme_files, Files::optional);
    add_view_options(command, options->view);
    command.options(
        {"--of", "DEPARTMENT", "The department, or the two of a pair; else a telling one"},
        Commas::belong, [options](const std::string& word) { options->of.push_back(word); });
    command.footer("Example: remit explain fractional data/2020-third-batch.yaml --of most");
    command.run([options] { show(*options); });
}

}  // namespace remit::cli
