#include <remit/report/explain.hpp>

#include <remit/analysis/coresponsibility.hpp>

#include <algorithm>
#include <utility>

namespace remit {
namespace {

constexpr Phrase heading{"explain.heading"};
constexpr Phrase formula_is{"explain.formula"};
constexpr Phrase source_is{"explain.source"};
constexpr Phrase shown_by{"explain.shown-by"};
constexpr Phrase no_table{"explain.no-table"};
constexpr Phrase of_one{"explain.of-one"};
constexpr Phrase of_pair{"explain.of-pair"};

}  // namespace

std::string explain(const Metric& metric, Language language, Markup markup) {
    const bool marked = markup == Markup::markdown;
    const std::string item = marked ? "- " : "";
    const std::string code = marked ? "`" : "";
    const std::string id(metric.id);
    const std::string name(metric.name.in(language));
    const auto said = [&](const Phrase& phrase, const std::string& value) {
        return item + phrase.fill(language, {value}) + '\n';
    };

    auto text = marked ? "### " + id + "\n\n**" + name + "**\n\n"
                       : heading.fill(language, {id, name}) + '\n';
    text += std::string(metric.definition.in(language)) + (marked ? "\n\n" : "\n");
    text += said(formula_is, code + std::string(metric.formula) + code);
    if (!metric.source.empty()) text += said(source_is, std::string(metric.source));
    if (metric.command.empty()) return text + item + std::string(no_table.in(language)) + '\n';
    return text + said(shown_by, std::string(metric.command));
}

std::optional<Case> telling_case(const Metric& metric, const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    if (metric.subject == Subject::pair) {
        const auto pairs = coresponsibility(graph);
        const auto most =
            std::max_element(pairs.begin(), pairs.end(),
                             [](const auto& a, const auto& b) { return a.shared() < b.shared(); });
        if (most == pairs.end()) return std::nullopt;
        return Case{.a = most->a, .b = most->b};
    }
    std::optional<Case> result;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        if (!result || graph.measures(d).size() > graph.measures(result->a).size()) {
            result = Case{.a = d};
        }
    }
    return result;
}

std::string worked_value(const Metric& metric, const Dataset& dataset, const Case& of_whom) {
    const auto language = of_whom.language;
    auto result = metric.worked(dataset, responsibility_graph(dataset), of_whom).text;
    const auto name = [&](DepartmentIndex department) {
        return std::string(dataset[department].short_name.in(language));
    };
    switch (metric.subject) {
        case Subject::department:
            return of_one.fill(language, {name(of_whom.a), std::move(result)});
        case Subject::pair:
            return of_pair.fill(language,
                                {name(of_whom.a), name(of_whom.b.value()), std::move(result)});
        case Subject::programme:
            break;
    }
    return result;
}

}  // namespace remit
