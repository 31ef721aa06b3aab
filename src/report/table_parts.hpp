/// \file
/// What the makers of tables share.
#pragma once

#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/table.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace remit::tables {

inline std::string text(std::string_view view) {
    return std::string(view);
}

inline std::int64_t whole(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// A table with its title and source.
inline Table framed(const Dataset& dataset, std::string title, Language language) {
    constexpr Phrase source_is{"table-parts.source-is"};
    Table table;
    table.title = std::move(title);
    table.language = language;
    table.dated = last_issued(dataset);
    table.source = source_is.fill(language, {citation(dataset, language)});
    for (auto& remark : {restriction_remark(dataset, language), as_of_remark(dataset, language),
                         plan_remark(dataset, language), naming_remark(dataset, language)}) {
        if (!remark.empty()) table.notes.push_back(remark);
    }
    return table;
}

/// The titles of the notices.
inline std::string titles(const Dataset& dataset, Language language) {
    ListWriter all(language);
    for (const auto& notice : dataset.notices()) all.add(notice.title.in(language));
    return all.text();
}

/// Adds a row. A list in braces would do, but gcc 12 destroys cells of it that were never made if
/// an allocation fails on the way.
template <class... Values>
void add_row(Table& table, Values&&... values) {
    std::vector<Cell> row;
    row.reserve(sizeof...(values));
    (row.emplace_back(std::forward<Values>(values)), ...);
    table.rows.push_back(std::move(row));
}

/// 1 or 0, shown as yes or no.
inline Cell yes_no(bool value, Language language) {
    Cell cell(std::int64_t{value ? 1 : 0});
    cell.shown =
        (value ? Phrase{"comparison-parts.yes"} : Phrase{"comparison-parts.no"}).in(language);
    return cell;
}

/// The number of a measure; its label where it has a code, or several notices number them alike.
inline Cell measure_cell(const Dataset& dataset, MeasureIndex measure) {
    const auto& record = dataset[measure];
    if (dataset.notices().size() > 1 || !record.code.empty())
        return measure_label(dataset, measure);
    return std::int64_t{record.number};
}

/// The numbers of measures; their labels where one has a code, or several notices number them
/// alike.
inline Cell measure_cell(const Dataset& dataset, std::span<const MeasureIndex> measures) {
    const bool coded = std::any_of(measures.begin(), measures.end(),
                                   [&](MeasureIndex m) { return !dataset[m].code.empty(); });
    if (dataset.notices().size() > 1 || coded) {
        std::vector<std::string> labels;
        for (const auto each : measures) labels.push_back(measure_label(dataset, each));
        return labels;
    }
    std::vector<std::int64_t> numbers;
    for (const auto each : measures) numbers.push_back(dataset[each].number);
    return numbers;
}

/// The title of a measure as printed; people see the one for pictures, which is shorter.
inline Cell title_cell(const Dataset& dataset, MeasureIndex measure, Language language) {
    return {text(dataset[measure].title.in(language)), dataset[measure].short_title(language)};
}

/// A column of `named_cell`s.
inline Column named_column(const char* id, const Phrase& label, Language language) {
    return {id, text(label.in(language)), NumberStyle::plain, true};
}

/// Ids for machines, short names for people, of indices into a dataset or registry.
template <class Records, class Index>
Cell named_cell(const Records& records, const std::vector<Index>& things, Language language) {
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (const auto thing : things) {
        ids.push_back(records[thing].id);
        names.push_back(text(records[thing].short_name.in(language)));
    }
    return {std::move(ids), std::move(names)};
}

/// The terms of a measure's scope.
inline Cell scope_cell(const Dataset& dataset, MeasureIndex measure, Language language) {
    const auto& registry = dataset.registry();
    std::vector<std::string> ids;
    std::vector<std::string> names;
    for (const auto& term : dataset.scope(measure)) {
        ids.push_back(std::visit([&](auto index) { return registry[index].id; }, term));
        names.push_back(text(full_name(registry, term, language)));
    }
    for (const auto& words : dataset[measure].unnamed_scope) {
        ids.push_back(text(words.in(language)));
        names.push_back(ids.back());
    }
    return {std::move(ids), std::move(names)};
}

/// What the whole is called that a measure can be for, by the registry's own name for it.
inline std::string nation_label(const Registry& registry, Language language) {
    constexpr Phrase unnamed{"table-parts.unnamed"};
    const auto name = nation_name(registry, language);
    return text(name.empty() ? unnamed.in(language) : name);
}

/// Of which measures the figures are.
inline std::string base_remark(const Dataset& dataset, Language language) {
    constexpr Phrase all{"table-parts.all"};
    constexpr Phrase some{"table-parts.some"};
    auto remark = (dataset.withheld() == 0 ? all : some)
                      .fill(language, {std::to_string(dataset.measures().size()),
                                       std::to_string(dataset.withheld())});
    if (const auto unknown = unknown_total(dataset, language); !unknown.empty()) {
        remark += marks::clause.in(language);
        remark += unknown;
    }
    return remark.append(marks::stop.in(language));
}

/// Adds a note unless it is empty.
inline void add_note(Table& table, std::string note) {
    if (!note.empty()) table.notes.push_back(std::move(note));
}

}  // namespace remit::tables
