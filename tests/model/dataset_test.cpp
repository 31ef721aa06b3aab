#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/model/dataset.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using test::diagnose;
using test::measure;
using test::programme;
using test::small_programme;
using test::small_registry;
using test::with_notice;

const std::string partly_announced =
    with_notice("categories: [{id: k1, name: K, announced: 3}, {id: k2, name: L}]\nmeasures:\n" +
                measure(1, "departments: alpha, scope: land, category: k1") +
                measure(2, "departments: beta, scope: land, category: k1") +
                measure(3, "departments: gamma, scope: land, category: k2"))
        .substr(8);

TEST(Dataset, NumbersTheDepartmentsAndRegionsThatAreInUse) {
    const auto dataset = programme(small_programme);

    ASSERT_EQ(dataset.departments().size(), 2U);
    EXPECT_EQ(dataset[DepartmentIndex{0}].id, "alpha");
    EXPECT_EQ(dataset[DepartmentIndex{1}].id, "beta");
    ASSERT_EQ(dataset.regions().size(), 3U);
    EXPECT_EQ(dataset[RegionIndex{0}].id, "land");
    EXPECT_EQ(dataset[RegionIndex{1}].id, "capital");
    EXPECT_EQ(dataset[RegionIndex{2}].id, "coast");
    EXPECT_EQ(dataset.registry().bodies.size(), 3U);
}

TEST(Dataset, KeepsAnnouncedAndListedCountsApart) {
    const auto dataset = programme(small_programme);

    EXPECT_EQ(dataset.notices()[0].announced, 5U);
    EXPECT_EQ(dataset.notices()[0].listed, 2U);
    EXPECT_EQ(dataset.categories()[0].withheld(), 3U);
    EXPECT_EQ(dataset.withheld(), 3U);
}

TEST(Dataset, InfersTheAnnouncedTotalFromItsCategories) {
    const auto dataset = programme(std::string(small_registry) + R"(
notice: {id: n, title: N, issued: 2020-02-03}
categories: [{id: a, name: A, announced: 3}, {id: b, name: B, announced: 4}]
)");

    EXPECT_EQ(dataset.notices()[0].announced, 7U);
    EXPECT_EQ(dataset.withheld(), 7U);
}

// K1 announces 3 and lists 2, K2 announces nothing and lists 1: 4 in all, of which 1 is withheld.
TEST(Dataset, CountsWhatACategoryListsWhereItAnnouncesNothing) {
    const auto dataset = programme(partly_announced);

    EXPECT_EQ(dataset.notices()[0].announced, 4U);
    EXPECT_EQ(dataset.withheld(), 1U);
}

TEST(Dataset, CountsWhatIsListedOutsideAllCategories) {
    const auto text = std::string(small_registry) +
                      "notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03"
                      "}\ncategories: [{id: a, name: A, announced: 2}, {id: b, name: B, announced: "
                      "1}]\nmeasures:\n" +
                      measure(1, "departments: alpha, scope: land, category: a") +
                      measure(2, "departments: alpha, scope: land");

    EXPECT_EQ(programme(text).announced(), 4U);
    EXPECT_EQ(programme(text).withheld(), 2U);
    auto said = text;
    said.replace(said.find("2020-02-03"), 10, "2020-02-03, announced: 4");
    EXPECT_EQ(programme(said).withheld(), 2U);
    said.replace(said.find("announced: 4"), 12, "announced: 9");
    EXPECT_EQ(programme(said).withheld(), 7U);
}

TEST(Dataset, KnowsNoTotalThatNobodyAnnounces) {
    const auto silent = programme(with_notice("categories: [{id: c, name: C}]\nmeasures:\n" +
                                              measure(1, "departments: alpha, scope: land"))
                                      .substr(8));

    EXPECT_EQ(silent.announced(), std::nullopt);
    EXPECT_EQ(silent.withheld(), 0U);
    EXPECT_EQ(programme(small_registry).announced(), std::nullopt);
}

TEST(Dataset, AddsTotalsAboveThirtyTwoBits) {
    const auto dataset =
        programme(with_notice("categories: [{id: a, name: A, announced: 2147483648}"
                              ", {id: b, name: B, announced: 2147483648}]\n")
                      .substr(8));

    EXPECT_EQ(dataset.announced(), 4294967296U);
    EXPECT_EQ(dataset.withheld(), 4294967296U);
}

TEST(Dataset, KeepsDepartmentsInPrintedOrderAsGuiding) {
    const auto dataset = programme(
        with_notice("measures:\n" + measure(1, "departments: [乙部, Ministry Alpha], scope: land"))
            .substr(8));

    const auto alpha = test::department(dataset, "alpha");
    const auto beta = test::department(dataset, "beta");
    const auto found = dataset.responsibilities({0});
    EXPECT_EQ((std::vector<Responsibility>(found.begin(), found.end())),
              (std::vector<Responsibility>{{beta, Role::guiding}, {alpha, Role::guiding}}));
    EXPECT_FALSE(dataset.declares_leads());
}

TEST(Dataset, TakesTheFirstNamedAsLeadWhereTheFileAdoptsThat) {
    const auto dataset =
        programme(with_notice("order: first-leads\nmeasures:\n" +
                              measure(1, "departments: [beta, alpha], scope: land"))
                      .substr(8));

    EXPECT_EQ(dataset.responsibilities({0})[0].role, Role::lead);
    EXPECT_EQ(dataset.responsibilities({0})[1].role, Role::with);
    EXPECT_TRUE(dataset.declares_all_leads());
    EXPECT_TRUE(dataset.notices()[0].first_leads);
}

TEST(Dataset, TakesDeclaredLeadsAndKnowsWhenOnlySomeAre) {
    const auto dataset =
        programme(with_notice("measures:\n" + measure(1, "lead: beta, with: [alpha], scope: land") +
                              measure(2, "departments: [alpha], scope: land"))
                      .substr(8));

    EXPECT_EQ(dataset.responsibilities({0})[0].role, Role::lead);
    EXPECT_EQ(dataset.responsibilities({0})[1].role, Role::with);
    EXPECT_EQ(dataset.responsibilities({1})[0].role, Role::guiding);
    EXPECT_TRUE(dataset.declares_leads());
    EXPECT_FALSE(dataset.declares_all_leads());
}

TEST(Dataset, UsesTheTitleInPicturesUnlessThereIsAShorterOne) {
    Measure measure;
    measure.title = {{Language::zh_hans, "长标题"}, {Language::en, "A long title"}};
    measure.display = {{Language::en, "Short"}};

    EXPECT_EQ(measure.short_title(Language::en), "Short");
    EXPECT_EQ(measure.short_title(Language::zh_hans), "长标题");
}

TEST(Dataset, TakesLeadsAmongAPlainListAndTheOthersAsWithThem) {
    const auto dataset = test::programme(
        std::string(small_registry) + "notice: {id: n, title: T, issued: 2020-02-03}\n" +
        "measures:\n" +
        measure(1, "departments: [alpha, beta, gamma], lead: Ministry Beta, scope: land"));

    const auto departments = dataset.responsibilities({0});
    ASSERT_EQ(departments.size(), 3U);
    EXPECT_EQ(departments[0].role, Role::with);
    EXPECT_EQ(departments[1].department, test::department(dataset, "beta"));
    EXPECT_EQ(departments[1].role, Role::lead);
    EXPECT_EQ(departments[2].role, Role::with);
}

TEST(Scope, IsThatOfTheNoticeWhereAMeasureHasNone) {
    const auto file = [](const std::string& scope) {
        return "\ndepartments: [{id: a, name: A}]\n"
               "regions: [{id: n, kind: nation, name: N}, {id: x, name: X, within: n}]\n"
               "measures:\n"
               "  - {number: 1, title: T, departments: [a]}\n"
               "  - {number: 2, title: T, departments: [a], scope: x}\n"
               "notice: {id: p, title: P, issued: 2026-01-15" +
               scope + "}\n";
    };
    const auto dataset = programme(file(", scope: [n]"));
    EXPECT_EQ(dataset.scope({0}).size(), 1U);
    EXPECT_EQ(dataset.scope({0}).front(), ScopeTerm(PlaceIndex{0}));
    EXPECT_EQ(dataset.scope({1}).front(), ScopeTerm(PlaceIndex{1}));

    EXPECT_EQ(diagnose("remit: 1" + file("")),
              "plan.yaml:5:5: error: a measure needs 'scope' [missing-field]\n"
              "      - {number: 1, title: T, departments: [a]}\n"
              "        ^\n"
              "plan.yaml:5:5: note: or the notice does, for all measures without their own\n");
    EXPECT_TRUE(
        diagnose("remit: 1" + file(", scope: nowhere"))
            .starts_with(
                "plan.yaml:7:54: error: measure 1 names region 'nowhere', which is not known"))
        << diagnose("remit: 1" + file(", scope: nowhere"));
}

TEST(Dataset, IsInTheLanguageOfItsFileElseOfItsTitle) {
    const auto language = [](const std::string& title, const std::string& more = "") {
        return programme("\n" + more + "notice: {id: p, title: " + title +
                         ", issued: 2026-01-15}\n")
            .language();
    };
    EXPECT_EQ(test::shipped("2020-third-batch.yaml").language(), Language::zh_hans);
    EXPECT_EQ(language("工作方案"), Language::zh_hans);
    EXPECT_EQ(language("Action plan"), Language::en);
    EXPECT_EQ(language("{zh-Hant: 工作方案}"), Language::zh_hant);
    EXPECT_EQ(language("{zh-Hant: 工作方案, en: Plan}"), Language::zh_hant);
    EXPECT_EQ(language("{en: Action plan}"), Language::en);
    EXPECT_EQ(language("{en: Action plan, zh-Hans: 方案}"), Language::en);
    EXPECT_EQ(language("{en: Action plan, zh-Hans: 方案}", "language: en-GB\n"), Language::en);
    EXPECT_EQ(programme("\n").language(), Language::zh_hans);
}

}  // namespace
}  // namespace remit
