#include "support/programmes.hpp"

#include <remit/report/analysis_tables.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/cover_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace remit {
namespace {

/// Alpha and Beta lead 1 with Gamma, Beta leads 2, and 3 is the plain list Gamma, Alpha.
Dataset led() {
    return test::programme(R"(
departments: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}]
regions: [{id: x, kind: nation, name: Everywhere}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
  - {number: 1, title: T1, lead: [a, b], with: [c], scope: x}
  - {number: 2, title: T2, lead: [b], scope: x}
  - {number: 3, title: T3, departments: [c, a], scope: x}
)");
}

/// The same order of print, but no leads.
Dataset unled() {
    return test::programme(R"(
departments: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}]
regions: [{id: x, kind: nation, name: Everywhere}]
notice: {id: p, title: P, issued: 2026-01-15}
measures:
  - {number: 1, title: T1, departments: [a, b, c], scope: x}
)");
}

/// The values of a column, by department.
std::map<std::string, std::int64_t> column(const Table& table, const std::string& id) {
    std::map<std::string, std::int64_t> values;
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const Column& each) { return each.id == id; });
    if (found == table.columns.end()) return values;
    const auto at = static_cast<std::size_t>(found - table.columns.begin());
    for (const auto& row : table.rows) {
        values[std::get<std::string>(row[0].value)] = std::get<std::int64_t>(row[at].value);
    }
    return values;
}

bool says(const Table& table, const std::string& words) {
    return std::any_of(table.notes.begin(), table.notes.end(), [&](const std::string& note) {
        return note.find(words) != std::string::npos;
    });
}

using Values = std::map<std::string, std::int64_t>;

TEST(WorkloadTable, TellsDeclaredLeadsFromFirstPlaces) {
    const auto dataset = led();
    const auto table = to_table(workload(responsibility_graph(dataset)), dataset, Language::en);

    EXPECT_EQ(column(table, "lead"), (Values{{"a", 1}, {"b", 2}, {"c", 0}}));
    EXPECT_EQ(column(table, "first_named"), (Values{{"a", 1}, {"b", 1}, {"c", 1}}));
    EXPECT_TRUE(says(table, "being printed first is not leading"));
}

TEST(WorkloadTable, HasNoLeadsWhereNoneAreDeclared) {
    const auto dataset = unled();
    const auto table = to_table(workload(responsibility_graph(dataset)), dataset, Language::en);

    EXPECT_EQ(column(table, "lead"), Values{});
    EXPECT_FALSE(says(table, "being printed first is not leading"));
}

TEST(CountingTable, CountsLeads) {
    const auto dataset = led();
    const auto table = counting_table(workload(responsibility_graph(dataset)), Credit::lead,
                                      dataset, Language::en);

    EXPECT_EQ(column(table, "lead"), (Values{{"a", 1}, {"b", 2}, {"c", 0}}));
}

// 1 counts for a, 2 for b, 3 for c: as printed, and nothing is fairer.
TEST(LeadTable, SaysThatDeclaredLeadsStay) {
    const auto dataset = led();
    const auto graph = responsibility_graph(dataset);

    const auto table = lead_table(fair_leads(graph), {}, dataset, Language::en);
    const AssignmentOptions moving{.reassign_leads = true};
    const auto moved = lead_table(fair_leads(graph, moving), moving, dataset, Language::en);

    EXPECT_TRUE(says(table, "Declared leads stay"));
    EXPECT_TRUE(says(table, "the lead changes for 0 of 3"));
    EXPECT_FALSE(says(moved, "Declared leads stay"));
}

TEST(LeadTable, SaysWhatIsLeastOfDifferentSizes) {
    const auto dataset = led();
    const AssignmentOptions options{.sizes = {{1000}, {2000}, {1000}}};

    const auto table = lead_table(fair_leads(responsibility_graph(dataset), options), options,
                                  dataset, Language::en);

    EXPECT_TRUE(says(table, "the sum of the squares is the least, not the largest load"));
}

// Without b nobody has 2; a or c reaches the two others.
TEST(CoverTable, SaysEveryOtherMeasureWhereSomeHaveNobody) {
    const CoverQuestion question{{.excluded = {{1}}}, {}};

    const auto table = cover_table(question, led(), Language::en);

    EXPECT_TRUE(says(table, "No group can have measure 2, which names no department"));
    EXPECT_TRUE(says(table, "Every other measure names a member of the group"));
    EXPECT_FALSE(says(table, "Every measure"));
}

}  // namespace
}  // namespace remit
