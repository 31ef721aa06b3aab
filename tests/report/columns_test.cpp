#include "support/every_table.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/columns.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/cover_tables.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <remit/graph/link_weights.hpp>

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace remit {
namespace {

/// With codes, roles of its own, others than departments, lists that go on, a measure without a
/// category, another without a place, fields and where each measure is printed.
Dataset full_programme() {
    return test::programme(
        std::string(test::small_registry) +
        "notice: {id: n, title: N, issued: 2026-01-02, announced: 5}\n"
        "categories: [{id: c, name: C}]\n"
        "fields:\n"
        "  - {id: due, name: Due, type: date}\n"
        "  - {id: stage, name: Stage, type: choice, values: [{id: done, name: Done}]}\n"
        "  - {id: budget, name: Budget, type: number}\n"
        "  - {id: official, name: Official}\n"
        "roles: [{id: supervises, name: Supervises}]\n"
        "measures:\n"
        "  - {number: 1, code: A1, title: T1, category: c, lead: alpha, with: [beta, gamma],\n"
        "     scope: land, locator: p. 1,\n"
        "     fields: {due: 2026-05, stage: done, budget: 0.5, official: Li}}\n"
        "  - {number: 2, title: T2, category: c, departments: [alpha, beta], open: true,\n"
        "     collective: [many], scope: north}\n"
        "  - {number: 3, title: T3, departments: [beta, gamma], scope: [{unnamed: somewhere}]}\n"
        "  - {number: 4, title: T4, roles: {supervises: [gamma]}, departments: [alpha, beta],\n"
        "     scope: south}\n");
}

/// Tables that have columns only with some data and options.
std::vector<Table> special_tables(const Dataset& dataset) {
    constexpr auto en = Language::en;
    const auto graph = responsibility_graph(dataset);
    const auto places = coverage(dataset);
    const AssignmentOptions leads{.caps = {{{0}, 3}},
                                  .weights = {{1000}, {2000}, {1000}},
                                  .sizes = {{1000}, {1500}, {1000}, {1000}}};
    CoverQuestion cover;
    cover.options.weights = {{1000}, {1500}, {1000}};
    cover.budget = Weight{2000};
    const auto pairs = coresponsibility(graph);
    return {contents_table(dataset, {}, en),
            measure_table(dataset, en),
            to_table(workload(graph, dataset.withheld()), dataset, en),
            to_table(pairs, dataset, en),
            pair_table(pairs, similarity(graph, pairs), {.weight = "all"}, dataset, en),
            pair_category_table(pairs, {}, dataset, en),
            category_table(load_by_category(dataset), Credit::fractional, dataset, en),
            to_table(places, dataset, en),
            measure_structure_table(dataset, en),
            direction_table(dataset, en),
            without_table(dataset, {0}, en),
            biclique_table(bicliques(graph), {}, dataset, en),
            lead_table(fair_leads(graph, leads), leads, dataset, en),
            lead_load_table(fair_leads(graph, leads), leads, dataset, en),
            lead_optimum_table(fair_leads(graph), {}, dataset, en),
            cover_table(cover, dataset, en),
            cover_member_table(cover, dataset, en),
            category_cover_table(cover, dataset, en),
            load_by_field_table(dataset, {0}, Credit::full, en),
            load_by_field_table(dataset, {1}, Credit::fractional, en),
            field_values_table(dataset, {1}, en),
            load_by_role_table(dataset, Credit::full, en),
            sum_table(dataset, {2}, Credit::fractional, en)};
}

/// Of three batches, and of one and what becomes of it, which the summaries of both have.
std::vector<Table> compared_tables(std::span<const Dataset> batches, Compared compared) {
    const auto comparison = compare(batches);
    const ComparisonView view{batches, comparison, compared, Language::en};
    return {summary_table(view), compared_departments(view), compared_pairs(view),
            compared_categories(view)};
}

struct Tables {
    std::vector<Table> all;
    std::vector<Dataset> data;  ///< Whose categories and fields are columns.
};

Tables every_column() {
    Tables result;
    result.data = {full_programme(), test::shipped("2018-second-batch.yaml"),
                   test::shipped("2020-third-batch.yaml"), test::twenty_tasks()};
    for (auto& each : test::every_table(Language::en)) result.all.push_back(std::move(each.table));
    const auto add = [&](std::vector<Table> tables) {
        for (auto& table : tables) result.all.push_back(std::move(table));
    };
    add(special_tables(result.data[0]));
    const std::string rest =
        "categories: [{id: c, name: C}]\n"
        "measures: [{number: 1, title: T, category: c, lead: alpha, with: beta}]\n";
    const auto both = test::programme_of(
        {std::string(test::small_registry) +
             "notice: {id: first, title: F, issued: 2020-01-01, scope: land}\n" + rest,
         "notice: {id: second, title: S, issued: 2021-01-01, scope: land}\n" + rest});
    result.data.push_back(both);
    add({contents_table(both, {}, Language::en), measure_table(both, Language::en),
         category_table(load_by_category(both), Credit::full, both, Language::en)});
    const auto weighted =
        test::programme(std::string(test::small_registry) +
                        "notice: {id: n, title: N, issued: 2020-01-01, scope: land}\n"
                        "measures: [{number: 1, title: T, departments: [alpha, beta], weights: "
                        "{alpha: 3, beta: 1}}]\n");
    const auto graph = responsibility_graph(weighted);
    add({measure_table(weighted, Language::en),
         counting_table(workload(graph, 0, link_weights(weighted)), Credit::weighted, weighted,
                        Language::en)});
    const std::array three{result.data[1], result.data[2], result.data[1]};
    add(compared_tables(three, Compared::batches));
    add(compared_tables(std::array{result.data[2], result.data[2]}, Compared::before_and_after));
    const auto unassigned =
        test::programme(std::string(test::small_registry) +
                        "notice: {id: n, title: N, issued: 2020-01-01, scope: land}\n"
                        "measures: [{number: 1, title: T, departments: []}]\n");
    add(compared_tables(std::array{unassigned, unassigned}, Compared::batches));
    return result;
}

const TableColumn* column_of(const std::string& id, const Tables& tables) {
    for (const auto& dataset : tables.data) {
        if (const auto* const column = find_column(id, dataset)) return column;
    }
    return nullptr;
}

bool holds(ColumnValue value, const CellValue& cell) {
    if (std::holds_alternative<std::monostate>(cell)) return true;
    const auto* const whole = std::get_if<std::int64_t>(&cell);
    const auto* const number = std::get_if<double>(&cell);
    const bool text = std::holds_alternative<std::string>(cell);
    switch (value) {
        case ColumnValue::count:
            return whole != nullptr;
        case ColumnValue::number:
            return whole != nullptr || number != nullptr;
        case ColumnValue::portion:
            return number != nullptr && *number >= 0.0 && *number <= 1.0 + 1e-12;
        case ColumnValue::truth:
            return whole != nullptr && (*whole == 0 || *whole == 1);
        case ColumnValue::text:
        case ColumnValue::id:
            return text;
        case ColumnValue::list:
            return !text && whole == nullptr && number == nullptr;
        case ColumnValue::measure:
            return whole != nullptr || text;
        case ColumnValue::as_named:
            break;
    }
    return true;
}

/// What a column holds: of one made of another that one's; of a metric numbers.
ColumnValue value_of(const std::string& id, const Tables& tables) {
    const auto stem = column_stem(id);
    if (!stem.empty()) return value_of(std::string(stem), tables);
    return find_metric(id) != nullptr ? ColumnValue::number : column_of(id, tables)->value;
}

/// The metrics that the rows of a summary are of.
std::set<std::string> summarized(const Table& table) {
    std::set<std::string> ids;
    for (const auto& row : table.rows) {
        if (table.columns.front().id == "metric") ids.insert(std::get<std::string>(row[0].value));
    }
    return ids;
}

TEST(TableColumns, AreExplainedAndHoldWhatTheyAreSaidToHold) {
    const auto tables = every_column();

    for (const auto& table : tables.all) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto& id = table.columns[c].id;
            const bool known = find_metric(id) != nullptr || column_of(id, tables) != nullptr;
            ASSERT_TRUE(known) << table.title << ": " << id;
            const auto value = value_of(id, tables);
            for (const auto& row : table.rows) {
                EXPECT_TRUE(holds(value, row[c].value)) << table.title << ": " << id;
            }
            EXPECT_TRUE(!table.columns[c].lists_names || value == ColumnValue::list) << id;
        }
        for (const auto& id : summarized(table)) {
            EXPECT_TRUE(find_metric(id) != nullptr || find_column(id) != nullptr) << id;
        }
    }
}

TEST(TableColumns, AreAllUsed) {
    const auto tables = every_column();
    std::set<std::string_view> used;
    for (const auto& table : tables.all) {
        for (const auto& column : table.columns) {
            if (const auto* const found = column_of(column.id, tables)) used.insert(found->id);
            used.insert(column_stem(column.id));
            if (column.lists_names) used.insert("COLUMN_names");  // in CSV and JSON
        }
        for (const auto& id : summarized(table)) {
            if (const auto* const found = find_column(id)) used.insert(found->id);
        }
    }

    for (const auto columns : {table_columns(), column_kinds()}) {
        for (const auto& column : columns) EXPECT_EQ(used.count(column.id), 1U) << column.id;
    }
}

TEST(TableColumns, AreWholeEntries) {
    std::set<std::string_view> ids;
    for (const auto id : explained_ids()) EXPECT_TRUE(ids.insert(id).second) << id;
    for (const auto columns : {table_columns(), column_kinds()}) {
        for (const auto& column : columns) {
            for (const auto language : spoken_languages()) {
                EXPECT_FALSE(column.label.in(language).empty());
                EXPECT_TRUE(column.definition.in(language).ends_with(marks::stop.in(language)))
                    << column.id << ' ' << language.tag();
            }
            EXPECT_EQ(find_column(column.id), &column);
            EXPECT_FALSE(column.command.empty());
        }
    }
}

/// The id of what explains a column, and what it is made of.
std::string kind_of(std::string_view id) {
    const auto* const column = find_column(id);
    if (column == nullptr) return "none";
    return std::string(column->id) + ' ' + std::string(column_stem(id));
}

TEST(TableColumns, AreFoundByWhatTheyAreMadeOf) {
    EXPECT_EQ(kind_of("shared"), "none") << "a metric";
    EXPECT_EQ(kind_of("unusual"), "unusual ");
    EXPECT_EQ(kind_of("shared_before"), "COLUMN_before shared");
    EXPECT_EQ(kind_of("measures_12"), "COLUMN_before measures");
    EXPECT_EQ(kind_of("scope_names"), "COLUMN_names scope");
    EXPECT_EQ(kind_of("scope_after_names"), "COLUMN_names scope_after");
    EXPECT_EQ(kind_of("role_supervises"), "role_ROLE ");
    EXPECT_EQ(kind_of("role_supervises_names"), "COLUMN_names role_supervises");
    EXPECT_EQ(kind_of("role:lead"), "role:ROLE ");
    EXPECT_EQ(kind_of("role_a_names_names"), "role_ROLE ");
    EXPECT_EQ(kind_of(""), "none");
    EXPECT_EQ(kind_of("finance"), "none");
    EXPECT_EQ(kind_of("_before"), "none");
    EXPECT_EQ(kind_of("shared_before_before"), "none");

    const auto dataset = full_programme();
    const auto of = [&](std::string_view id) { return std::string(find_column(id, dataset)->id); };
    EXPECT_EQ(of("c"), "CATEGORY");
    EXPECT_EQ(of("due"), "FIELD");
    EXPECT_EQ(of("due:2026"), "FIELD:VALUE");
    EXPECT_EQ(of("stage_name"), "COLUMN_names");
    EXPECT_EQ(find_column("nonsense", dataset), nullptr);
}

TEST(TableColumns, AreToldInFewLines) {
    EXPECT_EQ(explain("unusual"),
              "unusual: Unusual\n"
              "Whether the adjusted p is at most --alpha, which is 0.05 unless it is given.\n"
              "Value: 1 or 0\nShown by: remit backbone\n");
    EXPECT_EQ(explain("size", Language::zh_hans),
              "size: 部门数\n该小组有多少个部门。\n值：整数\n列出它的命令：remit cover\n");
    EXPECT_EQ(explain("nonsense"), "");

    const auto dataset = test::programme(std::string(test::small_registry) +
                                         "notice: {id: n, title: N, scope: land}\n"
                                         "fields: [{id: status, name: Status}]\n"
                                         "measures: [{number: 1, title: T, departments: alpha}]\n");
    EXPECT_EQ(explain("status", Language::en, Markup::none, &dataset),
              explain("FIELD") + '\n' + explain("status"));
}

}  // namespace
}  // namespace remit
