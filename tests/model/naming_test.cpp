#include "support/programmes.hpp"

#include <remit/model/citation.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

const std::string small_head = R"(
departments:
  - {id: a, name: Alpha}
  - {id: b, name: Beta}
  - {id: c, name: Gamma}
  - {id: every, name: everybody, kind: collective}
notice: {id: p, title: P, issued: 2026-01-15}
)";

/// The namings of one measure besides its departments: "consulted:c", "collective:all regions".
std::vector<std::string> others(const Dataset& dataset, std::uint32_t measure) {
    std::vector<std::string> result;
    for (const auto& each : dataset.measures()[measure].others) {
        auto text = each.own ? dataset.roles()[each.own->value].id + ':' : std::string();
        if (each.collective) text += "collective:";
        text += each.body ? dataset.registry()[*each.body].id
                          : std::string(each.words.in(Language::en));
        result.push_back(text);
    }
    return result;
}

/// The departments of one measure with their roles: "a lead", "b with responsible".
std::vector<std::string> named(const Dataset& dataset, std::uint32_t measure) {
    constexpr std::array<const char*, 3> roles{" guiding", " lead", " with"};
    std::vector<std::string> result;
    for (const auto& each : dataset.responsibilities(MeasureIndex{measure})) {
        auto text = dataset[each.department].id + roles[static_cast<std::size_t>(each.role)];
        if (each.own) text += ' ' + dataset.roles()[each.own->value].id;
        result.push_back(text);
    }
    return result;
}

using Texts = std::vector<std::string>;

TEST(Namings, OfRolesThatLeadTakePartAndStandApart) {
    const auto dataset = test::programme(small_head + R"(
roles:
  - {id: accountable, name: Accountable, counts: lead}
  - {id: responsible, name: Responsible, counts: yes}
  - {id: consulted, name: Consulted, counts: no}
measures:
  - {number: 1, title: T, roles: {responsible: [b, a], accountable: a, consulted: [c, b]}}
  - {number: 2, title: U, departments: [b], roles: {responsible: c}}
)");

    // Who leads stands first; a second role of a department is shown beside and not counted.
    EXPECT_EQ(named(dataset, 0), (Texts{"a lead accountable", "b with responsible"}));
    EXPECT_EQ(others(dataset, 0), (Texts{"responsible:a", "consulted:c", "consulted:b"}));
    EXPECT_EQ(named(dataset, 1), (Texts{"b guiding", "c guiding responsible"}));
    // Gamma is a department because of measure 2, not because it is consulted.
    EXPECT_EQ(dataset.departments().size(), 3U);
}

TEST(Namings, OneWhoIsOnlyConsultedIsNoDepartment) {
    const auto dataset = test::programme(small_head + R"(
roles: [{id: consulted, name: Consulted, counts: no}]
measures: [{number: 1, title: T, departments: [a], roles: {consulted: b}}]
)");

    ASSERT_EQ(dataset.departments().size(), 1U);
    EXPECT_EQ(dataset[DepartmentIndex{0}].id, "a");
}

TEST(Namings, CollectiveActorsAreNoDepartments) {
    const auto dataset = test::programme(small_head + R"(
measures:
  - {number: 1, title: T, collective: [all regions, {en: relevant units, zh-Hans: 有关单位}]}
  - {number: 2, title: U, lead: [a, every]}
  - {number: 3, title: V, departments: []}
)");

    EXPECT_EQ(others(dataset, 0), (Texts{"collective:all regions", "collective:relevant units"}));
    EXPECT_EQ(others(dataset, 1), (Texts{"collective:every"}));
    EXPECT_EQ(named(dataset, 1), (Texts{"a lead"}));
    EXPECT_FALSE(dataset.unassigned(MeasureIndex{0}));
    EXPECT_FALSE(dataset.unassigned(MeasureIndex{1}));
    EXPECT_TRUE(dataset.unassigned(MeasureIndex{2}));
    EXPECT_EQ(dataset.withheld(), 0U);
}

TEST(Namings, AProgrammeWithoutAnyScope) {
    const auto dataset = test::programme(small_head + R"(
measures: [{number: 1, title: T, departments: [a]}]
)");

    EXPECT_FALSE(dataset.has_scope());
    EXPECT_FALSE(dataset.reach_unknown(MeasureIndex{0}));
}

TEST(Namings, AScopeThatNamesNoPlace) {
    const auto dataset = test::programme(small_head + R"(
regions: [{id: x, kind: nation, name: X}, {id: y, kind: province, name: Y, within: x}]
measures:
  - {number: 1, title: T, departments: [a], scope: {unnamed: relevant regions}}
  - {number: 2, title: U, departments: [a], scope: [y, {unnamed: others that are ready}]}
  - {number: 3, title: V, departments: [a], scope: x}
)");

    EXPECT_TRUE(dataset.has_scope());
    EXPECT_TRUE(dataset.scope(MeasureIndex{0}).empty());
    EXPECT_TRUE(dataset.reach_unknown(MeasureIndex{0}));
    EXPECT_EQ(dataset.scope(MeasureIndex{1}).size(), 1U);
    EXPECT_TRUE(dataset.reach_unknown(MeasureIndex{1}));
    EXPECT_FALSE(dataset.reach_unknown(MeasureIndex{2}));
}

TEST(Namings, AreSaid) {
    const auto tasks = test::twenty_tasks();

    EXPECT_EQ(
        naming_remark(tasks, Language::en),
        "4 of the 20 listed measures name only collective actors, and no department. 2 of the "
        "20 listed measures name nobody who answers for them. The list of departments of 6 of "
        "the 20 listed measures goes on (“among others”): counts of departments are the "
        "least.");
    EXPECT_EQ(naming_remark(tasks, Language::zh_hans),
              "刊出的20项中，4项只列集体主体，不列部门。刊出的20项中，2项未列责任主体。"
              "刊出的20项中，6项的部门名单未列全（“等”）：部门的计数均为下限。");
    EXPECT_EQ(naming_remark(test::shipped("2020-third-batch.yaml"), Language::en), "");
    EXPECT_EQ(withheld_remark(tasks, Language::en), "");
}

TEST(Namings, FollowAReorganization) {
    const auto dataset = test::programme(small_head + R"(
roles: [{id: consulted, name: Consulted, counts: no}, {id: led, name: Led, counts: lead}]
measures: [{number: 1, title: T, departments: [a], roles: {consulted: b, led: c}}]
plan: {steps: [{merge: [b, c], into: b}]}
)");
    const auto after = reorganize(dataset, dataset.plans());

    ASSERT_TRUE(after.dataset);
    EXPECT_EQ(named(*after.dataset, 0), (Texts{"b lead led", "a with"}));
    EXPECT_EQ(others(*after.dataset, 0), (Texts{"consulted:b"}));
}

/// The lines of errors and warnings, without those that show the file.
std::string errors(const std::string& text) {
    std::istringstream lines(test::diagnose("remit: 1" + text));
    std::string result;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("plan.yaml")) result += line.substr(10) + '\n';
    }
    return result;
}

TEST(NamingErrors, OfRoles) {
    EXPECT_EQ(
        errors(small_head + R"(
roles:
  - {id: led, name: Led, counts: lead}
  - {id: lead, name: Chief, counts: no}
  - {id: odd, name: Odd, counts: perhaps}
measures:
  - {number: 1, title: T, departments: [a], roles: {help: b}}
  - {number: 2, title: U, roles: {led: [a, a]}}
  - {number: 3, title: W, roles: {}}
  - {number: 4, title: X}
)"),
        "11:10: error: role 'lead' is one of the format: a file may name it, and not say how "
        "it counts [wrong-value]\n"
        "12:34: error: 'counts' of a role must be 'lead', 'yes', 'true', 'no' or 'false', not "
        "'perhaps' [wrong-value]\n"
        "14:53: error: measure 1 has a role 'help', which is not under 'roles' "
        "[unknown-role]\n"
        "14:53: note: the roles are 'led', 'odd'\n"
        "15:44: error: measure 2 names department 'a' twice [duplicate-department]\n"
        "15:41: note: it was named here first, as 'a'\n"
        "16:34: error: 'roles' of a measure is empty [empty-value]\n"
        "17:5: error: a measure needs 'departments' [missing-field]\n");
}

TEST(NamingErrors, OfCollectiveActorsOpenListsAndScopes) {
    EXPECT_EQ(errors(small_head + R"(
measures:
  - {number: 1, title: V, departments: [], open: true, scope: {unnamed: some}}
  - {number: 2, title: Y, departments: [a], scope: {unknown: x}}
  - {number: 3, title: Z, departments: [a], collective: [all, all, Alpha], scope: {unnamed: some}}
)"),
              "10:5: error: measure 1 has an open list that names nobody [open-without-list]\n"
              "10:5: note: name whom it begins with, or leave out 'open'\n"
              "11:52: error: a scope that names no place needs 'unnamed' [missing-field]\n"
              "11:53: error: a scope that names no place has no key 'unknown' [unknown-key]\n"
              "12:63: error: measure 3 names the same collective actor twice "
              "[duplicate-collective]\n"
              "12:68: warning: measure 3 names 'Alpha' as a collective actor, but it is a "
              "department [collective-is-department]\n"
              "12:68: note: name it under 'departments'\n");
}

}  // namespace
}  // namespace remit
