#include <remit/report/explain.hpp>

#include <remit/analysis/coresponsibility.hpp>

#include <algorithm>

namespace remit {
namespace {

std::string name(const Dataset& dataset, DepartmentIndex department) {
    return std::string(dataset[department].short_name.in(Language::en));
}

}  // namespace

std::string explain(const Metric& metric) {
    std::string text =
        std::string(metric.id) + ": " + std::string(metric.name.in(Language::zh_hans)) + " / " +
        std::string(metric.name.in(Language::zh_hant)) + " / " +
        std::string(metric.name.in(Language::en)) + "\n" + std::string(metric.definition) + "\n" +
        "Formula: " + std::string(metric.formula) + "\n";
    if (!metric.source.empty()) text += "Source: " + std::string(metric.source) + "\n";
    if (metric.command.empty()) return text + "No table shows it\n";
    return text + "Shown by: remit " + std::string(metric.command) + "\n";
}

std::optional<Case> telling_case(const Metric& metric, const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    if (metric.subject == Subject::pair) {
        const auto pairs = coresponsibility(graph);
        const auto most =
            std::max_element(pairs.begin(), pairs.end(),
                             [](const auto& a, const auto& b) { return a.shared() < b.shared(); });
        if (most == pairs.end()) return std::nullopt;
        return Case{most->a, most->b};
    }
    std::optional<Case> result;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        if (!result || graph.measures(d).size() > graph.measures(result->a).size()) {
            result = Case{d, std::nullopt};
        }
    }
    return result;
}

std::string worked_value(const Metric& metric, const Dataset& dataset, const Case& of_whom) {
    const auto result = metric.worked(dataset, responsibility_graph(dataset), of_whom).text;
    switch (metric.subject) {
        case Subject::department:
            return name(dataset, of_whom.a) + ": " + result;
        case Subject::pair:
            return name(dataset, of_whom.a) + " and " + name(dataset, of_whom.b.value()) + ": " +
                   result;
        case Subject::programme:
            break;
    }
    return result;
}

}  // namespace remit
