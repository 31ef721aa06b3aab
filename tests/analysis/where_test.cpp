#include "support/programmes.hpp"

#include <remit/analysis/where.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace remit {
namespace {

using test::programme;
using test::programme_of;
using test::small_registry;

const std::string fields =
    "fields:\n"
    "  - {id: due, name: Due, type: date}\n"
    "  - {id: status, name: Status, type: choice,\n"
    "     values: [{id: lp, name: Long-term plan}, {id: done, name: Complete}]}\n"
    "  - {id: budget, name: Budget, type: number, unit: million}\n"
    "  - {id: official, name: Official}\n";

/// Category a announces 4 and lists 3, category b announces 3 and lists 2; measure 6 has none.
const std::string text =
    std::string(small_registry) + "notice: {id: n, title: N, issued: 2020-01-02, announced: 8}\n" +
    fields +
    "categories: [{id: a, name: First, announced: 4}, {id: b, name: Second, announced: 3}]\n"
    "measures:\n"
    "  - {number: 1, title: T, category: a, departments: [alpha, beta], scope: land,\n"
    "     fields: {due: 2023-12, status: done, budget: 12.5, official: Zhang San}}\n"
    "  - {number: 2, title: T, category: a, lead: beta, with: gamma, scope: pilots,\n"
    "     fields: {due: 2024, status: lp, budget: 3}}\n"
    "  - {number: 3, title: T, category: a, departments: [gamma], scope: north,\n"
    "     fields: {due: 2024-Q2, status: done}}\n"
    "  - {number: 4, title: T, category: b, departments: [alpha], scope: south,\n"
    "     fields: {due: 2023-H2, official: {zh-Hans: 李四, en: Li Si}}}\n"
    "  - {number: 5, title: T, category: b, lead: alpha, with: beta, scope: capital,\n"
    "     fields: {status: lp, budget: 12.5}}\n"
    "  - {number: 6, title: T, departments: [beta], scope: land, fields: {due: 2025-01-31}}\n";

std::vector<Condition> conditions(const Dataset& dataset, const std::vector<std::string>& texts) {
    std::vector<ConditionText> written;
    for (const auto& each : texts) written.push_back(parse_condition(each).value());
    std::vector<Condition> result;
    for (const auto& each : joined(written)) {
        auto resolved = resolve(dataset, each);
        EXPECT_EQ(resolved.problem, "");
        result.push_back(resolved.condition.value());
    }
    return result;
}

Dataset chosen(const Dataset& dataset, const std::vector<std::string>& texts) {
    return where(dataset, conditions(dataset, texts));
}

std::vector<std::uint32_t> numbers(const Dataset& dataset) {
    std::vector<std::uint32_t> result;
    for (const auto& measure : dataset.measures()) result.push_back(measure.number);
    return result;
}

/// The measures that meet the conditions.
std::vector<std::uint32_t> kept(const std::vector<std::string>& texts) {
    return numbers(chosen(programme(text), texts));
}

using Numbers = std::vector<std::uint32_t>;

TEST(Where, AsksForValuesOfFields) {
    EXPECT_EQ(kept({"status=done"}), (Numbers{1, 3}));
    EXPECT_EQ(kept({"Status=Complete"}), (Numbers{1, 3}));
    EXPECT_EQ(kept({"status=done|lp"}), (Numbers{1, 2, 3, 5}));
    EXPECT_EQ(kept({"status=done", "status=lp"}), (Numbers{1, 2, 3, 5}));
    EXPECT_EQ(kept({"status="}), (Numbers{4, 6}));
    EXPECT_EQ(kept({"budget=12.5"}), (Numbers{1, 5}));
    EXPECT_EQ(kept({"budget<12.5"}), (Numbers{2}));
    EXPECT_EQ(kept({"budget <= 12.5"}), (Numbers{1, 2, 5}));
    EXPECT_EQ(kept({"budget>3"}), (Numbers{1, 5}));
    EXPECT_EQ(kept({"budget>=3", "budget<5"}), (Numbers{2}));
    EXPECT_EQ(kept({"official=Zhang  San"}), (Numbers{1}));
    EXPECT_EQ(kept({"official=李四"}), (Numbers{4}));
    EXPECT_EQ(kept({"status=done", "budget=12.5"}), (Numbers{1}));
}

TEST(Where, ComparesVagueDatesAsFarAsTheyTell) {
    EXPECT_EQ(kept({"due<2024"}), (Numbers{1, 4}));
    EXPECT_EQ(kept({"due>=2024"}), (Numbers{2, 3, 6}));
    EXPECT_EQ(kept({"due=2024"}), (Numbers{2, 3}));
    EXPECT_EQ(kept({"due<2024-04"}), (Numbers{1, 4}));  // 2024 may be or not
    EXPECT_EQ(kept({"due=2024-H1"}), (Numbers{3}));     // so here
    EXPECT_EQ(kept({"due<=2024-12-30"}), (Numbers{1, 3, 4}));
    EXPECT_EQ(kept({"due>2024-Q1"}), (Numbers{3, 6}));
    EXPECT_EQ(kept({"due="}), (Numbers{5}));

    const auto restricted = chosen(programme(text), {"due<2024-04"});
    EXPECT_EQ(restricted.restriction()->left_out, (LeftOut{4, 1, 1}));
}

TEST(Where, AsksForCategoriesNoticesAndRegions) {
    EXPECT_EQ(kept({"category=b"}), (Numbers{4, 5}));
    EXPECT_EQ(kept({"category=First"}), (Numbers{1, 2, 3}));
    EXPECT_EQ(kept({"category=n:a"}), (Numbers{1, 2, 3}));
    EXPECT_EQ(kept({"category="}), (Numbers{6}));
    EXPECT_EQ(kept({"notice=n"}), (Numbers{1, 2, 3, 4, 5, 6}));
    // land reaches all; the pilots are coast, which is south, and capital, which is in north
    EXPECT_EQ(kept({"region=south"}), (Numbers{1, 2, 4, 6}));
    EXPECT_EQ(kept({"region=capital"}), (Numbers{1, 2, 3, 5, 6}));
    EXPECT_EQ(kept({"region=north"}), (Numbers{1, 2, 3, 5, 6}));
}

TEST(Where, AsksForARoleOfTheDepartmentThatIsAskedFor) {
    EXPECT_EQ(kept({"department=alpha"}), (Numbers{1, 4, 5}));
    EXPECT_EQ(kept({"role=lead"}), (Numbers{2, 5}));
    EXPECT_EQ(kept({"department=beta", "role=lead"}), (Numbers{2}));
    EXPECT_EQ(kept({"department=beta", "role=with"}), (Numbers{5}));
    EXPECT_EQ(numbers(chosen(chosen(programme(text), {"department=beta"}), {"role=lead"})),
              (Numbers{2}));
    EXPECT_EQ(kept({"department=beta|gamma", "role=lead|with"}), (Numbers{2, 5}));
    EXPECT_EQ(kept({"department=alpha", "department=gamma"}), (Numbers{1, 2, 3, 4, 5}));
}

TEST(Where, KeepsTheAnnouncedNumberThatACategoryGives) {
    const auto restricted = chosen(programme(text), {"category=a"});

    ASSERT_EQ(restricted.categories().size(), 1U);
    EXPECT_EQ(restricted.announced(), 4U);
    EXPECT_EQ(restricted.withheld(), 1U);
    EXPECT_EQ(restricted.notices()[0].listed, 3U);
}

TEST(Where, LetsEveryWithheldMeasureMeetOtherConditions) {
    const auto restricted = chosen(programme(text), {"status=done"});

    // Of eight announced two are withheld; they may be complete or not.
    EXPECT_EQ(restricted.announced(), std::nullopt);
    EXPECT_EQ(restricted.withheld(), 2U);
    EXPECT_EQ(restricted.categories()[0].announced, std::nullopt);
    EXPECT_EQ(restricted.categories()[0].withheld(), 1U);
    const auto loads = workload(responsibility_graph(restricted), restricted.withheld());
    // alpha has measure 1 of 1 and 3: at worst one of four, at best three of four.
    EXPECT_EQ(loads.departments[0].share, (Share{0.5, 0.25, 0.75}));
    EXPECT_EQ(withheld_remark(restricted, Language::en),
              "2 measures listed; how many of the 2 withheld meet the conditions is not known.");
}

TEST(Where, CountsTheWithheldOfACategoryAlone) {
    const auto restricted = chosen(programme(text), {"category=a", "status=lp"});

    EXPECT_EQ(restricted.announced(), std::nullopt);
    EXPECT_EQ(restricted.withheld(), 1U);
}

TEST(Where, KnowsAllOfAProgrammeThatWithholdsNothing) {
    const auto whole = programme(
        std::string(small_registry) +
        "notice: {id: n, title: N, issued: 2020-01-02, announced: 2, scope: land}\n" + fields +
        "measures: [{number: 1, title: T, departments: alpha, fields: {status: lp}},\n"
        "           {number: 2, title: T, departments: beta}]\n");

    EXPECT_EQ(chosen(whole, {"status=lp"}).announced(), 1U);
    EXPECT_EQ(chosen(whole, {"status=lp"}).withheld(), 0U);
}

TEST(Where, DoesNotKnowHowManyOfASilentNoticeThereAre) {
    const auto silent =
        programme(std::string(small_registry) +
                  "notice: {id: n, title: N, issued: 2020-01-02, scope: land}\n" + fields +
                  "measures: [{number: 1, title: T, departments: alpha, fields: {status: lp}}]\n");
    const auto restricted = chosen(silent, {"status=lp"});

    EXPECT_EQ(restricted.announced(), std::nullopt);
    EXPECT_EQ(restricted.withheld(), 0U);
    EXPECT_FALSE(restricted.knows_withheld());
}

TEST(Where, LeavesOutNoticesThatAreNotAskedFor) {
    const std::string other =
        "notice: {id: m, title: M, issued: 2021-01-02, announced: 5, scope: land}\n"
        "measures: [{number: 1, title: T, departments: beta}]\n";
    const auto restricted = chosen(programme_of({text, other}), {"notice=m"});

    ASSERT_EQ(restricted.notices().size(), 1U);
    EXPECT_EQ(restricted.announced(), 5U);
    EXPECT_EQ(restriction_remark(restricted, Language::en),
              "Only measures whose notice is M: 1 of the 7 listed.");
}

TEST(Where, KeepsTheStepsOfPlansThatConcernWhatIsLeft) {
    const auto planned = programme(
        text +
        "plan:\n"
        "  steps:\n"
        "    - {move: 3, to: beta}\n"
        "    - {split: alpha, into: [{to: beta, measures: [1, 4]}, {to: gamma, measures: [5]}]}\n");
    const auto restricted = chosen(planned, {"category=b"});

    ASSERT_EQ(restricted.plans()[0].steps.size(), 1U);
    EXPECT_EQ(restricted.plans()[0].steps[0].parts[0].measures, (std::vector<MeasureIndex>{{0}}));
    const auto after = reorganize(restricted, restricted.plans());
    ASSERT_TRUE(after.dataset);
    EXPECT_EQ(after.problems.size(), 0U);
    EXPECT_EQ(numbers(*after.dataset), (Numbers{4, 5}));
}

TEST(Where, MayLeaveNothing) {
    const auto restricted = chosen(programme(text), {"budget>100"});

    EXPECT_EQ(restricted.measures().size(), 0U);
    EXPECT_EQ(restricted.departments().size(), 0U);
    EXPECT_EQ(restriction_remark(restricted, Language::en),
              "Only measures whose Budget (million) is above 100: none of the 6 listed is such a "
              "measure; 3 without a value that is asked for are left out.");
}

TEST(Where, SaysTheConditionsInWords) {
    const auto remark = [](const std::vector<std::string>& texts, Language language) {
        return restriction_remark(chosen(programme(text), texts), language);
    };

    EXPECT_EQ(remark({"status=done", "due<2024-Q3"}, Language::en),
              "Only measures whose Status is Complete, and Due is before Q3 2024: 2 of the 6 "
              "listed; 1 without a value that is asked for is left out.");
    EXPECT_EQ(remark({"due>=2024-04"}, Language::en),
              "Only measures whose Due is not before April 2024: 2 of the 6 listed; 1 without a "
              "value that is asked for is left out; 1 left out, because it cannot be told whether "
              "it is of these.");
    EXPECT_EQ(remark({"department=alpha|beta", "role=lead"}, Language::zh_hans),
              "只含部门为A或乙部，且角色为牵头的举措：刊出的6项中有2项。");
    EXPECT_EQ(remark({"status="}, Language::en),
              "Only measures whose Status is not given: 2 of the 6 listed.");
    EXPECT_EQ(restriction_remark(programme(text), Language::en), "");
}

std::string refused(const std::string& condition) {
    return resolve(programme(text), parse_condition(condition).value()).problem;
}

TEST(ResolveCondition, HintsAtSlips) {
    EXPECT_EQ(refused("stauts=done"), "'stauts' is no field of the data; did you mean 'status'?");
    EXPECT_EQ(refused("x=1"),
              "'x' is no field of the data; there are 'department', 'category', 'region', 'role', "
              "'notice', 'due', 'status', 'budget' and 'official'");
    EXPECT_EQ(refused("status=Complte"),
              "'Complte' is no value of 'status'; did you mean "
              "'Complete'?");
    EXPECT_EQ(refused("status<done"), "'status' is no date and no number, and takes '=' alone");
    EXPECT_EQ(refused("department<alpha"), "'department' takes '=' alone");
    EXPECT_EQ(refused("category=c"), "'c' is no category of the data; there are 'a' and 'b'");
    EXPECT_EQ(refused("due=soon"),
              "'due' must be a date as YYYY, YYYY-Q3, YYYY-H1, YYYY-MM or "
              "YYYY-MM-DD, not 'soon'");
    EXPECT_EQ(refused("due=Q3 2024"),
              "'due' must be a date as YYYY, YYYY-Q3, YYYY-H1, YYYY-MM or "
              "YYYY-MM-DD, not 'Q3 2024'; write 2024-Q3");
    EXPECT_EQ(refused("budget=+5"), "'budget' must be a number such as 12.5, not '+5'; write 5");
    EXPECT_EQ(refused("budget<"), "'budget' needs a value");
    EXPECT_EQ(refused("role=leads"), "'leads' is no role; did you mean 'lead'?");
    EXPECT_EQ(refused("official=Zhang Sun"),
              "no measure has 'Zhang Sun' as 'official'; did you mean 'Zhang San'?");
    EXPECT_NE(refused("department=alhpa"), "");
    EXPECT_NE(refused("region=nroth"), "");
}

TEST(ParseCondition, NeedsAKeyAndARelation) {
    EXPECT_FALSE(parse_condition("status"));
    EXPECT_FALSE(parse_condition("=done"));
    EXPECT_FALSE(parse_condition(""));
    const auto parsed = parse_condition(" due >= 2024 | 2025 ").value();
    EXPECT_EQ(parsed.key, "due");
    EXPECT_EQ(parsed.relation, Relation::at_least);
    EXPECT_EQ(parsed.values, (std::vector<std::string>{"2024", "2025"}));
}

}  // namespace
}  // namespace remit
