#include "support/programmes.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/model/programme_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <unordered_set>

namespace remit {
namespace {

std::string shipped_path(const std::string& name) {
    return REMIT_SOURCE_DIR "/data/" + name;
}

std::string messages(const Diagnostics& diagnostics) {
    std::ostringstream out;
    write(out, diagnostics);
    return out.str();
}

/// Two departments, a nation with one province, two measures.
ProgrammeBuilder small() {
    ProgrammeBuilder builder("rows.csv");
    builder.add(NewDepartment{.id = "most", .name = "Ministry of Science", .short_name = "MOST"},
                1);
    builder.add(NewDepartment{.id = "mof", .name = LocalizedText{{Language::en, "Finance"}}}, 2);
    builder.add(NewRegion{.id = "all", .name = "The nation", .kind = "nation"}, 3);
    builder.add(NewRegion{.id = "anhui", .name = "Anhui", .kind = "province"}, 4);
    builder.add(NewNotice{.id = "n", .title = "A plan", .number = "No. 1", .announced = 3}, 5);
    builder.add(NewCategory{.id = "c", .name = "Funds", .announced = 1}, 6);
    builder.add(
        NewMeasure{
            .number = 1, .title = "Share data", .departments = {"most", "mof"}, .scope = {"all"}},
        7);
    builder.add(NewMeasure{.number = 2,
                           .title = "Pay",
                           .lead = {"Finance"},
                           .with = {"MOST"},
                           .scope = {"anhui"},
                           .category = "c"},
                8);
    return builder;
}

TEST(ProgrammeBuilder, MakesWhatAFileWouldSay) {
    const auto built = small().build();
    ASSERT_TRUE(built.dataset) << messages(built.diagnostics);
    const auto read = load_text("rows.csv", R"(remit: 1
departments:
  - {id: most, name: Ministry of Science, short: MOST}
  - {id: mof, name: {en: Finance}}
regions:
  - {id: all, kind: nation, name: The nation}
  - {id: anhui, kind: province, name: Anhui}
notice: {id: n, title: A plan, number: No. 1, announced: 3}
categories: [{id: c, name: Funds, announced: 1}]
measures:
  - {number: 1, title: Share data, departments: [most, mof], scope: all}
  - {number: 2, title: Pay, lead: mof, with: most, scope: anhui, category: c}
)");
    ASSERT_TRUE(read.dataset) << messages(read.diagnostics);

    const auto& a = *built.dataset;
    const auto& b = *read.dataset;
    ASSERT_EQ(a.measures().size(), b.measures().size());
    for (const auto m : indices<MeasureIndex>(a.measures().size())) {
        EXPECT_EQ(a[m].title, b[m].title);
        EXPECT_EQ(a[m].number, b[m].number);
        EXPECT_EQ(a[m].category, b[m].category);
        EXPECT_TRUE(std::ranges::equal(a.responsibilities(m), b.responsibilities(m)));
        EXPECT_TRUE(std::ranges::equal(a.scope(m), b.scope(m)));
    }
    EXPECT_EQ(a.notices()[0].number, b.notices()[0].number);
    EXPECT_EQ(a.withheld(), 1U);
    EXPECT_EQ(a.categories()[0].listed, 1U);
    EXPECT_EQ(messages(built.diagnostics).empty(), messages(read.diagnostics).empty());
    const auto result = workload(responsibility_graph(a), a.withheld());
    ASSERT_EQ(result.departments.size(), 2U);
    EXPECT_EQ(result.departments[0].measures, 2U);
}

TEST(ProgrammeBuilder, NamesTheLineOfWhatIsWrong) {
    auto builder = small();
    builder.add(
        NewMeasure{.number = 2, .title = "Again", .departments = {"mots"}, .scope = {"all"}}, 9);
    builder.add(NewDepartment{.id = "no id", .name = "X"}, 10);
    builder.add(NewMeasure{.title = "\xFF", .scope = {"all"}}, 11);

    const auto built = builder.build();

    EXPECT_FALSE(built.dataset);
    const auto text = messages(built.diagnostics);
    EXPECT_NE(text.find("rows.csv:9:1: error: measure 2 names department 'mots'"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("rows.csv:10:1: error: "), std::string::npos) << text;
    EXPECT_NE(text.find("rows.csv:11:1: error: "), std::string::npos) << text;
}

TEST(ProgrammeBuilder, NamesTheLineOfTheCallUnlessAnotherIsSaid) {
    ProgrammeBuilder builder;
    const auto line = __LINE__ + 1;
    builder.add(NewMeasure{.number = 1, .title = "T", .departments = {"nobody"}});

    const auto text = messages(builder.build().diagnostics);

    EXPECT_NE(text.find("programme:" + std::to_string(line) +
                        ":1: error: measure 1 names department 'nobody'"),
              std::string::npos)
        << text;
}

TEST(ProgrammeBuilder, TakesALeadOfAListForOneOfIt) {
    auto builder = small();
    builder.add(NewMeasure{.number = 3,
                           .title = "T",
                           .departments = {"mof", "most"},
                           .lead = {"most"},
                           .scope = {"all"}},
                9);
    const auto dataset = builder.build().dataset.value();
    const auto all = dataset.responsibilities({2});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(dataset[all[0].department].id, "mof");
    EXPECT_EQ(all[0].role, Role::with);
    EXPECT_EQ(dataset[all[1].department].id, "most");
    EXPECT_EQ(all[1].role, Role::lead);

    auto wrong = small();
    wrong.add(
        NewMeasure{
            .number = 3, .title = "T", .departments = {"mof"}, .lead = {"most"}, .scope = {"all"}},
        9);
    const auto text = messages(wrong.build().diagnostics);
    EXPECT_NE(text.find("rows.csv:9:1: error: measure 3 is led by 'most'"), std::string::npos)
        << text;
}

TEST(ProgrammeBuilder, RefusesRolesThatNoFileMayHave) {
    const auto said = [](NewMeasure measure) {
        auto builder = small();
        measure.number = 3;
        measure.scope = {"all"};
        builder.add(measure, 9);
        return messages(builder.build().diagnostics);
    };
    EXPECT_EQ(said({.title = "T", .departments = {"mof"}, .with = {"most"}})
                  .find("rows.csv:9:1: error: a measure has"),
              0U);
    const auto without = said({.title = "T", .with = {"most"}});
    EXPECT_EQ(without.find("rows.csv:9:1: error: measure 3 has no 'lead'"), 0U) << without;
}

TEST(ProgrammeBuilder, GoesOnAfterItHasBuilt) {
    auto builder = small();
    ASSERT_EQ(builder.build().dataset->measures().size(), 2U);

    builder.add(NewMeasure{.number = 3, .title = "More", .departments = {"mof"}, .scope = {"all"}});

    EXPECT_EQ(builder.build().dataset->measures().size(), 3U);
}

TEST(Find, GivesTheRowOfAnId) {
    const auto third = test::shipped("2020-third-batch.yaml");
    const auto cbirc = find_department(third, "cbirc");
    ASSERT_TRUE(cbirc);
    EXPECT_EQ(third[*cbirc].id, "cbirc");
    EXPECT_FALSE(find_department(third, "CBIRC"));
    EXPECT_FALSE(find_region(third, ""));
    const auto anhui = find_region(third, "anhui-hewubeng");
    ASSERT_TRUE(anhui);
    EXPECT_EQ(third[*anhui].id, "anhui-hewubeng");
    EXPECT_EQ(find_notice(third, third.notices()[0].id), NoticeIndex{0});
    EXPECT_EQ(find_category(third, third.categories()[1].id), CategoryIndex{1});
}

TEST(Find, GivesTheMeasureOfItsLabel) {
    const std::vector<std::string> files{shipped_path("2018-second-batch.yaml"),
                                         shipped_path("2020-third-batch.yaml")};
    const auto both = load(files).dataset.value();
    for (const auto m : indices<MeasureIndex>(both.measures().size())) {
        EXPECT_EQ(find_measure(both, measure_label(both, m)), m);
    }
    EXPECT_FALSE(find_measure(both, "1"));  // both have it
    EXPECT_FALSE(find_measure(both, "third-batch:99"));
    EXPECT_FALSE(find_measure(both, "third-batch:01"));
    const auto third = test::shipped("2020-third-batch.yaml");
    EXPECT_EQ(find_measure(third, "1"), MeasureIndex{0});

    ProgrammeBuilder coded;
    coded.add(NewDepartment{"a", "A"});
    for (const auto* code : {"C-2", "3", "C-1"}) {
        coded.add(NewMeasure{.code = code, .title = code, .departments = {"a"}});
    }
    coded.add(NewMeasure{.number = 7, .code = "C-7", .title = "T", .departments = {"a"}});
    const auto plan = coded.build().dataset.value();
    EXPECT_EQ(find_measure(plan, "7"), MeasureIndex{3});
    EXPECT_EQ(find_measure(plan, "C-7"), MeasureIndex{3});
    EXPECT_FALSE(find_measure(plan, ""));
    EXPECT_EQ(find_measure(plan, "C-1"), MeasureIndex{2});
    EXPECT_EQ(find_measure(plan, "3"), MeasureIndex{1});
}

TEST(Indices, AreAllInOrderAndCanBeKeys) {
    std::unordered_set<DepartmentIndex> all;
    std::uint32_t next = 0;
    for (const auto d : indices<DepartmentIndex>(5)) {
        EXPECT_EQ(d.value, next++);
        all.insert(d);
    }
    EXPECT_EQ(next, 5U);
    EXPECT_EQ(all.count(DepartmentIndex{4}), 1U);
    EXPECT_EQ(all.count(DepartmentIndex{5}), 0U);
}

TEST(LoadPaths, TakesOnePathOrSeveralInAnyForm) {
    const auto path = shipped_path("2020-third-batch.yaml");
    const auto other = shipped_path("2018-second-batch.yaml");
    const auto* const words = path.c_str();

    EXPECT_EQ(load(path).dataset->measures().size(), 16U);
    EXPECT_EQ(load(words).dataset->measures().size(), 16U);
    EXPECT_EQ(load(std::filesystem::path(path)).dataset->measures().size(), 16U);
    EXPECT_EQ(load({path, other}).dataset->notices().size(), 2U);
    EXPECT_EQ(load({words, other.c_str()}).dataset->notices().size(), 2U);
    EXPECT_THROW((void)load("no-such-file.yaml"), Error);
}

}  // namespace
}  // namespace remit
