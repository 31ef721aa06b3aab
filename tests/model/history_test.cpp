#include "support/programmes.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/history.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using test::diagnose;
using test::programme;
using test::shipped;

constexpr Date today{2023, 6, 1};

BodyIndex body(const Dataset& dataset, std::string_view id) {
    const auto found = dataset.registry().body_names.find(id);
    EXPECT_EQ(found.size(), 1U) << id;
    return found.front();
}

/// old-a and old-b merge into new in 2010; new is replaced by newer in 2020; parts splits in 2015.
Dataset reformed(const std::string& measures) {
    return programme(
        "departments: [{id: old-a, name: OA}, {id: old-b, name: OB}, {id: new, name: N},\n"
        "              {id: newer, name: NN}, {id: parts, name: P}, {id: left, name: L},\n"
        "              {id: right, name: R}, {id: other, name: O}]\n"
        "successions:\n"
        "  - {from: old-a, to: new, change: merged-into, date: 2010-05-01}\n"
        "  - {from: old-b, to: new, change: merged-into, date: 2010-05-01}\n"
        "  - {from: new, to: newer, change: replaced-by, date: 2020-05-01}\n"
        "  - {from: parts, to: left, change: split-into, date: 2015}\n"
        "  - {from: parts, to: right, change: split-into, date: 2015-03}\n"
        "  - {from: other, to: left, change: functions-to, date: 2016}\n"
        "regions: [{id: r, name: R}]\n"
        "notice: {id: n, title: N, issued: 2009-01-01}\n"
        "measures:\n" +
        measures);
}

std::vector<std::string> departments(const Dataset& dataset) {
    std::vector<std::string> ids;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        ids.push_back(dataset[d].id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

TEST(Life, BeginsAndEndsByTheRegistry) {
    const auto dataset = shipped("2020-third-batch.yaml");
    const auto of = [&](const char* id) { return life(dataset.registry(), body(dataset, id)); };

    EXPECT_EQ(of("cbirc"), (Life{Date{2018, 4, 8}, Date{2023, 5, 18}}));
    EXPECT_EQ(of("cbrc"), (Life{std::nullopt, Date{2018, 4, 8}}));
    EXPECT_EQ(of("nfra"), (Life{Date{2023, 5, 18}, std::nullopt}));
    EXPECT_EQ(of("aqsiq"), (Life{std::nullopt, Date{2018, 4, 20}}));
    EXPECT_EQ(of("most"), Life{});   // set up anew, twice: the same body
    EXPECT_EQ(of("cnipa"), Life{});  // was put under another for five years
}

TEST(AsOf, RenamesWithoutChangingANumber) {
    const auto dataset = shipped("2020-third-batch.yaml");
    const auto before = workload(responsibility_graph(dataset), dataset.withheld());

    const auto result = as_of(dataset, today);

    ASSERT_TRUE(result.dataset);
    const auto after = workload(responsibility_graph(*result.dataset), dataset.withheld());
    EXPECT_EQ(after.departments, before.departments);
    EXPECT_EQ((*result.dataset)[DepartmentIndex{0}].id, "nfra");
    EXPECT_EQ(as_of_remark(*result.dataset, Language::zh_hans),
              "部门按2023-06-01的机构显示：银保监会→金融监管总局。");
}

TEST(AsOf, OfTheNoticesOwnDayIsTheSame) {
    const auto dataset = shipped("2020-third-batch.yaml");

    const auto result = as_of(dataset, {2020, 1, 23});

    EXPECT_EQ(departments(result.dataset.value()), departments(dataset));
    EXPECT_TRUE(result.dataset->carried().empty());
}

TEST(AsOf, CountsAMeasureOfMergedBodiesOnce) {
    const auto dataset = reformed(
        "  - {number: 1, title: T, departments: [old-b, other, old-a], scope: r}\n"
        "  - {number: 2, title: T, departments: [old-a], scope: r}\n");

    const auto result = as_of(dataset, today).dataset.value();

    EXPECT_EQ(departments(result), (Ids{"newer", "other"}));
    const auto loads = workload(responsibility_graph(result)).departments;
    EXPECT_EQ(loads[0].measures, 2U);
    EXPECT_EQ(loads[0].first_named, 2U);
    EXPECT_EQ(loads[0].fractional, 1.5);
    EXPECT_EQ(loads[1].measures, 1U);
    EXPECT_EQ(loads[1].first_named, 0U);
    EXPECT_EQ(loads[1].fractional, 0.5);
    EXPECT_EQ(departments(as_of(dataset, {2015, 1, 1}).dataset.value()), (Ids{"new", "other"}));
}

TEST(AsOf, CountsTheDayOfAChangeToTheNewBody) {
    const auto dataset = reformed("  - {number: 1, title: T, departments: old-a, scope: r}\n");

    EXPECT_EQ(departments(as_of(dataset, {2010, 4, 30}).dataset.value()), (Ids{"old-a"}));
    EXPECT_EQ(departments(as_of(dataset, {2010, 5, 1}).dataset.value()), (Ids{"new"}));
    EXPECT_EQ(departments(as_of(dataset, {2020, 4, 30}).dataset.value()), (Ids{"new"}));
    EXPECT_EQ(departments(as_of(dataset, {2020, 5, 1}).dataset.value()), (Ids{"newer"}));
}

TEST(AsOf, KeepsALeadThroughAMerger) {
    const auto dataset =
        reformed("  - {number: 1, title: T, lead: old-b, with: [other, old-a], scope: r}\n");

    const auto result = as_of(dataset, today).dataset.value();

    EXPECT_EQ(result.responsibilities({0})[0].role, Role::lead);
    EXPECT_EQ(result.responsibilities({0}).size(), 2U);
}

TEST(AsOf, DoesNotGuessASplit) {
    const auto dataset = reformed("  - {number: 1, title: T, departments: parts, scope: r}\n");
    const auto parts = body(dataset, "parts");
    const auto left = body(dataset, "left");
    const auto right = body(dataset, "right");

    const auto open = as_of(dataset, today);
    EXPECT_FALSE(open.dataset);
    EXPECT_EQ(open.forks, (std::vector<Fork>{{parts, {left, right}}}));

    const auto settled = as_of(dataset, today, {{parts, right}});
    EXPECT_EQ(departments(settled.dataset.value()), (Ids{"right"}));
}

TEST(AsOf, DoesNotGuessTheWayBackThroughAMerger) {
    const auto dataset = shipped("2020-third-batch.yaml");
    const auto cbirc = body(dataset, "cbirc");

    const auto open = as_of(dataset, {2017, 1, 1});
    EXPECT_EQ(open.forks,
              (std::vector<Fork>{{cbirc, {body(dataset, "cbrc"), body(dataset, "circ")}}}));

    const auto settled = as_of(dataset, {2017, 1, 1}, {{cbirc, body(dataset, "cbrc")}});
    EXPECT_EQ(departments(settled.dataset.value()).front(), "cbrc");
}

/// One body is split into two in 2023.
std::string split(const std::string& more, const std::string& issued) {
    return "departments: [{id: old, name: 甲}, {id: left, name: 乙}, {id: right, name: 丙}]\n"
           "successions:\n"
           "  - {from: old, to: [left, right], change: split-into, date: 2023-02-07" +
           more + "}\n" +
           "regions: [{id: r, name: R}]\n"
           "notice: {id: n, title: N, issued: " +
           issued + ", lead: [left, right]}\n" +
           "measures:\n"
           "  - {number: 1, title: T, departments: [left, right], scope: r}\n"
           "  - {number: 2, title: T, departments: right, scope: r}\n";
}

constexpr Date before_split{2022, 1, 1};

TEST(AsOf, AddsUpThePartsThatASplitBegan) {
    const auto dataset = programme(split(", began: true", "2023-03-30"));

    const auto result = as_of(dataset, before_split).dataset.value();

    EXPECT_EQ(departments(result), Ids{"old"});
    EXPECT_EQ(workload(responsibility_graph(result)).departments[0].measures, 2U);
    EXPECT_EQ(result.notices()[0].lead, std::vector{body(result, "old")});
    EXPECT_TRUE(untold(result).empty());
    EXPECT_EQ(as_of_remark(result, Language::en),
              "Departments are shown as the bodies of 2022-01-01: 乙 → 甲, 丙 → 甲.");
}

TEST(AsOf, SaysThatBodiesBeforeASplitCannotBeTold) {
    const auto dataset = programme(split("", "2023-03-30"));

    const auto result = as_of(dataset, before_split).dataset.value();

    EXPECT_EQ(departments(result), (Ids{"left", "right"}));
    EXPECT_EQ(untold(result), (std::vector<DepartmentIndex>{{0}, {1}}));
    EXPECT_EQ(as_of_remark(result, Language::en),
              "Departments are shown as the bodies of 2022-01-01. Whether these bodies were there "
              "on that day cannot be told: 乙, 丙 came of a later split that the registry does not "
              "say began them.");
    EXPECT_TRUE(untold(as_of(dataset, today).dataset.value()).empty());
    EXPECT_TRUE(untold(dataset).empty());
}

TEST(AsOf, KeepsABodyThatWasThereBeforeASplitOrAMerger) {
    const auto dataset = programme(
        "departments: [{id: old, name: O}, {id: office, name: F}, {id: ministry, name: M},\n"
        "              {id: bureau, name: B}]\n"
        "successions:\n"
        "  - {from: office, to: ministry, change: merged-into, date: 2018-03-17, began: false}\n"
        "  - {from: old, to: [ministry, bureau], change: split-into, date: 2018, began: false}\n"
        "regions: [{id: r, name: R}]\n"
        "notice: {id: n, title: N, issued: 2017-01-01}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: [office, ministry], scope: r}\n"
        "  - {number: 2, title: T, departments: bureau, scope: r}\n");
    const auto& registry = dataset.registry();

    EXPECT_EQ(life(registry, body(dataset, "ministry")), Life{});
    EXPECT_EQ(life(registry, body(dataset, "bureau")), Life{});
    EXPECT_EQ(life(registry, body(dataset, "office")).end, (Date{2018, 3, 17}));
    const auto after = as_of(dataset, today).dataset.value();
    EXPECT_EQ(departments(after), (Ids{"ministry", "bureau"}));
    EXPECT_EQ(after.responsibilities({0}).size(), 1U);
    const auto before = as_of(dataset, {2012, 1, 1}).dataset.value();
    EXPECT_EQ(departments(before), (Ids{"office", "ministry", "bureau"}));
    EXPECT_EQ(as_of_remark(before, Language::en),
              "Departments are shown as the bodies of 2012-01-01.");
}

constexpr std::string_view founded =
    "departments: [{id: old, name: 旧}, {id: fresh, name: 新, began: 2018-05-31}]\n"
    "successions: [{from: old, to: fresh, change: functions-to, date: 2018-05-31}]\n"
    "regions: [{id: r, name: R}]\n"
    "notice: {id: n, title: N, issued: 2017-01-01}\n"
    "measures: [{number: 1, title: T, departments: 新, scope: r}]\n";

TEST(AsOf, SaysThatABodyWithoutPredecessorWasNotThere) {
    const auto dataset = programme(std::string(founded));

    const auto before = as_of(dataset, {2018, 5, 30}).dataset.value();
    const auto after = as_of(dataset, {2018, 5, 31}).dataset.value();

    EXPECT_EQ(departments(before), Ids{"fresh"});
    EXPECT_EQ(absent(before), std::vector<DepartmentIndex>{{0}});
    EXPECT_EQ(as_of_remark(before, Language::en),
              "Departments are shown as the bodies of 2018-05-30. Not there on that day, and "
              "without a predecessor: 新.");
    EXPECT_TRUE(absent(after).empty());
    EXPECT_TRUE(absent(dataset).empty());
}

TEST(HistoryErrors, NameOfABodyBeforeItBeganSaysWhoHadItsDuties) {
    const auto found = diagnose("remit: 1\n" + std::string(founded));
    EXPECT_NE(found.find("names '新', a body that began on 2018-05-31; the notice is of "
                         "2017-01-01 [name-of-another-day]"),
              std::string::npos)
        << found;
    EXPECT_NE(found.find("note: some of its duties were with 'old' (旧)"), std::string::npos)
        << found;
}

TEST(AsOf, TellsWhichChoicesWereUsed) {
    const auto dataset = reformed("  - {number: 1, title: T, departments: parts, scope: r}\n");
    const Choice right{body(dataset, "parts"), body(dataset, "right")};
    const Choice left{body(dataset, "parts"), body(dataset, "left")};
    const Choice other{body(dataset, "new"), body(dataset, "newer")};

    EXPECT_EQ(as_of(dataset, today, {other, right, left}).used,
              (std::vector<bool>{false, true, false}));
}

TEST(HistoryErrors, NameOfAPartBeforeTheSplitThatBeganIt) {
    const auto found = diagnose("remit: 1\n" + split(", began: true", "2021-03-30"));
    EXPECT_NE(found.find("measure 1 names 'left', a body that began on 2023-02-07; the notice is "
                         "of 2021-03-30 [name-of-another-day]"),
              std::string::npos)
        << found;
    EXPECT_NE(found.find("its place was held by 'old' (甲)"), std::string::npos) << found;
    EXPECT_EQ(diagnose("remit: 1\n" + split("", "2021-03-30")), "");
}

TEST(HistoryErrors, BeganWithoutSplit) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A}, {id: b, name: B}]\n"
                       "successions:\n"
                       "  - {from: a, to: b, change: replaced-by, date: 2000, began: true}\n"),
              "plan.yaml:4:5: error: 'began' says whether a split or a merger began 'to'; "
              "'replaced-by' always does, other changes never do [began-without-split]\n"
              "      - {from: a, to: b, change: replaced-by, date: 2000, began: true}\n"
              "        ^\n");
}

TEST(HistoryErrors, NameOfAnotherDaySaysWhoHeldItsPlace) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: 甲}, {id: b, name: 乙}]\n"
                       "successions: [{from: a, to: b, change: replaced-by, date: 2020-05-01}]\n"
                       "regions: [{id: r, name: R}]\n"
                       "notice: {id: n, title: N, issued: 2019-01-01}\n"
                       "measures: [{number: 1, title: T, departments: [乙], scope: r}]\n"),
              "plan.yaml:6:48: warning: measure 1 names '乙', a body that began on 2020-05-01; the "
              "notice is of 2019-01-01 [name-of-another-day]\n"
              "    measures: [{number: 1, title: T, departments: [乙], scope: r}]\n"
              "                                                   ^\n"
              "plan.yaml:6:48: note: its place was held by 'a' (甲)\n");
}

TEST(HistoryErrors, Cycle) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A}, {id: b, name: B}]\n"
                       "successions:\n"
                       "  - {from: a, to: b, change: replaced-by, date: 2000}\n"
                       "  - {from: b, to: a, change: replaced-by, date: 2001}\n"),
              "plan.yaml:4:5: error: department 'a' becomes its own successor [history-cycle]\n"
              "      - {from: a, to: b, change: replaced-by, date: 2000}\n"
              "        ^\n"
              "plan.yaml:4:5: error: department 'a' ends on 2000 but begins on 2001 "
              "[history-gap]\n"
              "      - {from: a, to: b, change: replaced-by, date: 2000}\n"
              "        ^\n"
              "plan.yaml:5:5: error: department 'b' becomes its own successor [history-cycle]\n"
              "      - {from: b, to: a, change: replaced-by, date: 2001}\n"
              "        ^\n");
}

TEST(HistoryErrors, OverlapShowsBothEnds) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
                       "successions:\n"
                       "  - {from: a, to: b, change: replaced-by, date: 2000}\n"
                       "  - {from: a, to: c, change: merged-into, date: 2001}\n"),
              "plan.yaml:5:5: error: department 'a' ends twice; a division among several is "
              "'split-into' [history-overlap]\n"
              "      - {from: a, to: c, change: merged-into, date: 2001}\n"
              "        ^\n"
              "plan.yaml:4:5: note: it ends here first\n"
              "      - {from: a, to: b, change: replaced-by, date: 2000}\n"
              "        ^\n");
}

TEST(Life, IncludesAnyDayOfAVagueDate) {
    const Life life{Date{2018, 3, 17}, Date{2023}};

    EXPECT_TRUE(life.includes(Date{2018}));
    EXPECT_FALSE(life.includes(Date{2018, 0, 0, 0, 0}.first_day()));
    EXPECT_FALSE(life.includes(Date{2018, 2}));
    EXPECT_TRUE(life.includes(Date{2018, 0, 0, 1, 0}));
    EXPECT_TRUE(life.includes(Date{2022}));
    EXPECT_FALSE(life.includes(Date{2023}));  // which takes place on its first day
    EXPECT_FALSE(life.includes(Date{2023, 6, 1}));
    EXPECT_TRUE(life.leaves_open(Date{2018}));
    EXPECT_TRUE(life.leaves_open(Date{2023, 6, 1}));
    EXPECT_FALSE(life.leaves_open(Date{2022}));
    EXPECT_FALSE(life.leaves_open(Date{2018, 3, 17}));
}

/// A body "old" that "new" replaced at this time, in a notice of that one.
std::string replaced(const std::string& when, const std::string& issued, const std::string& named) {
    return "departments: [{id: old, name: Old}, {id: new, name: New}]\n"
           "successions: [{from: old, to: new, change: replaced-by, date: " +
           when +
           "}]\n"
           "regions: [{id: r, name: R}]\n"
           "notice: {id: n, title: N, issued: " +
           issued +
           "}\n"
           "measures: [{number: 1, title: T, departments: " +
           named + ", scope: r}]\n";
}

TEST(AsOf, SaysWhereAVagueDateDoesNotDecide) {
    const auto dataset = programme(replaced("2018", "2017-01-01", "old"));
    const auto within = as_of(dataset, Date{2018, 6, 1});
    const auto before = as_of(dataset, Date{2017, 12, 31});
    const auto after = as_of(dataset, Date{2019, 1, 1});

    EXPECT_EQ(departments(within.dataset.value()), Ids{"new"});
    EXPECT_EQ(departments(before.dataset.value()), Ids{"old"});
    EXPECT_EQ(undecided(*within.dataset).size(), 1U);
    EXPECT_EQ(undecided(*before.dataset).size(), 0U);
    EXPECT_EQ(undecided(*after.dataset).size(), 0U);
    EXPECT_EQ(
        as_of_remark(*within.dataset, Language::en),
        "Departments are shown as the bodies of 2018-06-01: Old → New. Whether it had changed "
        "by that day is not decided where the registry has no day: Old → New (2018). Counted "
        "as changed from the first day of that time.");
}

TEST(NamesOfANotice, AreWarnedOfWhereItsDateDoesNotDecide) {
    EXPECT_EQ(
        diagnose("remit: 1\n" + replaced("2018-03-17", "2018", "old")),
        "plan.yaml:6:47: warning: measure 1 names 'old', a body that ended on 2018-03-17; the "
        "notice is of 2018, which does not decide whether it was there; it is taken as "
        "written [undecided-day]\n"
        "    measures: [{number: 1, title: T, departments: old, scope: r}]\n"
        "                                                  ^\n");
    EXPECT_EQ(diagnose("remit: 1\n" + replaced("2018-03-17", "2018-Q2", "new")), "");
    EXPECT_EQ(diagnose("remit: 1\n" + replaced("2018-03-17", "2018-01", "old")), "");
    EXPECT_EQ(diagnose("remit: 1\n" + replaced("2018", "2018-05-05", "new")),
              "plan.yaml:6:47: warning: measure 1 names 'new', a body that began on 2018; the "
              "notice is of 2018-05-05, which does not decide whether it was there; it is taken as "
              "written [undecided-day]\n"
              "    measures: [{number: 1, title: T, departments: new, scope: r}]\n"
              "                                                  ^\n");
}

}  // namespace
}  // namespace remit
