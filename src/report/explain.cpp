#include <remit/report/explain.hpp>

#include <remit/analysis/coresponsibility.hpp>

#include <algorithm>
#include <array>
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
constexpr Phrase value_is{"explain.value"};

/// By `ColumnValue`.
constexpr std::array value_words{Phrase{"explain.value-count"},   Phrase{"explain.value-number"},
                                 Phrase{"explain.value-portion"}, Phrase{"explain.value-truth"},
                                 Phrase{"explain.value-text"},    Phrase{"explain.value-id"},
                                 Phrase{"explain.value-list"},    Phrase{"explain.value-measure"},
                                 Phrase{"explain.value-as-named"}};

/// Id, name and definition, and how what follows is marked up.
class Entry {
 public:
    Entry(std::string_view id, const Phrase& name, const Phrase& definition, Language language,
          Markup markup)
        : language_(language), marked_(markup == Markup::markdown) {
        const std::string word(id);
        const std::string called(name.in(language));
        text_ = marked_ ? "### " + word + "\n\n**" + called + "**\n\n"
                        : heading.fill(language, {word, called}) + '\n';
        text_ += std::string(definition.in(language)) + (marked_ ? "\n\n" : "\n");
    }

    void add(const Phrase& phrase, std::string_view value) {
        text_ += item() + phrase.fill(language_, {std::string(value)}) + '\n';
    }
    void add_code(const Phrase& phrase, std::string_view value) {
        const std::string mark = marked_ ? "`" : "";
        add(phrase, mark + std::string(value) + mark);
    }
    void add(const Phrase& phrase) { text_ += item() + std::string(phrase.in(language_)) + '\n'; }

    [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
    [[nodiscard]] std::string item() const { return marked_ ? "- " : ""; }

    Language language_;
    bool marked_;
    std::string text_;
};

}  // namespace

std::string explain(const Metric& metric, Language language, Markup markup) {
    Entry entry(metric.id, metric.name, metric.definition, language, markup);
    entry.add_code(formula_is, metric.formula);
    if (!metric.source.empty()) entry.add(source_is, metric.source);
    if (metric.command.empty()) {
        entry.add(no_table);
    } else {
        entry.add(shown_by, metric.command);
    }
    return std::move(entry).text();
}

std::string explain(const TableColumn& column, Language language, Markup markup) {
    const auto& value = value_words.at(static_cast<std::size_t>(column.value));
    if (markup == Markup::none) {
        Entry entry(column.id, column.label, column.definition, language, markup);
        entry.add(value_is, value.in(language));
        entry.add(shown_by, column.command);
        return std::move(entry).text();
    }
    auto text = "- `" + std::string(column.id) + "` **" + std::string(column.label.in(language)) +
                "**" + std::string(marks::colon.in(language));
    text += column.definition.in(language);
    text += marks::space.in(language);
    text += value_is.fill(language, {std::string(value.in(language))});
    text += marks::clause.in(language);
    return text + shown_by.fill(language, {std::string(column.command)}) + '\n';
}

std::string explain(std::string_view id, Language language, Markup markup, const Dataset* dataset) {
    if (const auto* const metric = find_metric(id)) return explain(*metric, language, markup);
    const auto* const usual = find_column(id);
    const auto* const column = dataset != nullptr ? find_column(id, *dataset) : usual;
    if (column == nullptr) return {};
    auto text = explain(*column, language, markup);
    if (usual != nullptr && usual != column) text += '\n' + explain(*usual, language, markup);
    const auto stem = column_stem(id);
    return stem.empty() ? text : text + '\n' + explain(stem, language, markup, dataset);
}

std::vector<std::string_view> explained_ids() {
    std::vector<std::string_view> ids;
    for (const auto& metric : metrics()) ids.push_back(metric.id);
    for (const auto& column : table_columns()) ids.push_back(column.id);
    for (const auto& kind : column_kinds()) ids.push_back(kind.id);
    return ids;
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
