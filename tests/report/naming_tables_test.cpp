#include "support/programmes.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/profile.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/cover_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace remit {
namespace {

/// The twenty tasks, worked by hand: 14 name departments. Their lists go on in 2 {edu, hea},
/// 4 {fin}, 8 {tra, hou, fin}, 12 {tra}, 17 {edu, hea} and 20 {edu}.
const Dataset& tasks() {
    static const auto dataset = test::twenty_tasks();
    return dataset;
}

struct Figures {
    std::size_t measures, possible, sole;
    double fractional, low, high;
};

TEST(TwentyTasks, LoadsAndTheirBounds) {
    const auto loads = workload(responsibility_graph(tasks()), tasks().withheld());
    // fin: 1/3 + 1 + 1/3 + 1/2 + 1 + 1/3; 16 is not its alone, for everybody answers too.
    const std::map<std::string, Figures> expected{
        {"fin", {6, 4, 0, 3.5, 0.30, 0.50}},      {"edu", {6, 3, 0, 10.0 / 3, 0.30, 0.45}},
        {"hea", {5, 4, 1, 17.0 / 6, 0.25, 0.45}}, {"tra", {4, 4, 0, 13.0 / 6, 0.20, 0.40}},
        {"hou", {4, 5, 1, 13.0 / 6, 0.20, 0.45}},
    };

    ASSERT_EQ(loads.departments.size(), expected.size());
    EXPECT_EQ(loads.links, 25U);
    EXPECT_EQ(loads.open, 6U);
    for (const auto& load : loads.departments) {
        const auto& id = tasks()[load.department].id;
        const auto& [measures, possible, sole, fractional, low, high] = expected.at(id);
        EXPECT_EQ(load.measures, measures) << id;
        EXPECT_EQ(load.possible, possible) << id;
        EXPECT_EQ(load.sole, sole) << id;
        EXPECT_DOUBLE_EQ(load.fractional, fractional) << id;
        EXPECT_DOUBLE_EQ(load.share.of_listed, low) << id;
        EXPECT_DOUBLE_EQ(load.share.low, low) << id;
        EXPECT_DOUBLE_EQ(load.share.high, high) << id;
    }
}

TEST(TwentyTasks, ProfileCountsWhatNoDepartmentAnswersFor) {
    const auto numbers = profile(tasks());

    EXPECT_EQ(numbers.listed, 20U);
    EXPECT_EQ(numbers.withheld, 0U);
    EXPECT_EQ(numbers.collective, 4U);
    EXPECT_EQ(numbers.unassigned, 2U);
    EXPECT_EQ(numbers.open, 6U);
    EXPECT_EQ(numbers.sole, 2U);
    EXPECT_EQ(numbers.pairs, 6U);
    EXPECT_EQ(numbers.shared, 14U);
}

TEST(TwentyTasks, PairsAndHowManyTheyMayShare) {
    const auto graph = responsibility_graph(tasks());
    const auto table = to_table(coresponsibility(graph), tasks(), Language::en);
    std::vector<std::string> rows;
    for (const auto& row : table.rows) {
        rows.push_back(std::get<std::string>(row[0].value) + ' ' +
                       std::get<std::string>(row[1].value) + ' ' +
                       std::to_string(std::get<std::int64_t>(row[2].value)) + ' ' +
                       std::to_string(std::get<std::int64_t>(row[3].value)));
    }

    // At most: of the six lists that go on, those that do not name both.
    EXPECT_EQ(table.columns[3].id, "at_most");
    EXPECT_EQ(rows, (std::vector<std::string>{"edu hea 4 8", "tra hou 3 8", "fin edu 2 8",
                                              "fin tra 2 7", "fin hou 2 7", "fin hea 1 7"}));
}

TEST(TwentyTasks, GroupsAreProvedOfCompleteListsAlone) {
    const auto table = cover_table({}, tasks(), Language::en);

    // As printed, 3, 4, 11, 12 and 20 need all five; without the lists that go on hea, hou and fin
    // do.
    const std::string proof =
        "Every other measure names a member of the group as its list is printed; that takes 5 "
        "departments. The 6 lists that go on may make fewer do; those that are complete "
        "need at least 3 departments.";
    EXPECT_NE(std::find(table.notes.begin(), table.notes.end(), proof), table.notes.end());
    for (const auto& note : table.notes) EXPECT_EQ(note.find("proved"), note.npos) << note;
}

TEST(TwentyTasks, NoTableCallsThemWithheld) {
    for (const auto& table :
         {contents_table(tasks(), {}, Language::en), measure_table(tasks(), Language::en),
          to_table(workload(responsibility_graph(tasks())), tasks(), Language::en)}) {
        for (const auto& note : table.notes) EXPECT_EQ(note.find("withheld"), note.npos) << note;
    }
}

TEST(TwentyTasks, OneMayReachAPlaceThatIsNotNamed) {
    for (const auto& place : coverage(tasks())) {
        EXPECT_EQ(place.measures.size(), 19U);
        EXPECT_EQ(place.possible, 1U);
    }
}

TEST(TwentyTasks, ColumnsHaveTheRolesOwnNames) {
    const auto table = measure_table(tasks(), Language::zh_hans);
    std::vector<std::string> labels;
    for (const auto& column : table.columns) labels.push_back(column.id + '=' + column.label);

    EXPECT_EQ(labels, (std::vector<std::string>{
                          "number=序号", "title=举措", "category=类别", "lead_departments=牵头单位",
                          "first_department=首列", "also_named=同列", "role_supervises=监督",
                          "collective=集体主体", "open=名单", "scope=推广范围"}));
}

TEST(TwentyTasks, ARiseIsCertainOnlyIfNoListThatGoesOnCouldUndoIt) {
    // 2 of 10 with 3 that may name it, then 4 of 10: the rise is not certain; then 6 of 10, it is.
    EXPECT_EQ(development({2, 10, 3}, {4, 10, 0}), (Development{Trend::rose, false}));
    EXPECT_EQ(development({2, 10, 3}, {6, 10, 0}), (Development{Trend::rose, true}));
    EXPECT_EQ(development({2, 10, 0}, {2, 10, 1}), (Development{Trend::same, false}));
}

}  // namespace
}  // namespace remit
