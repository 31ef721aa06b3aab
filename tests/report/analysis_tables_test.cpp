#include "support/golden.hpp"
#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/report/analysis_tables.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace remit {
namespace {

std::vector<std::string> ids(const Table& table) {
    std::vector<std::string> result;
    for (const auto& column : table.columns) result.push_back(column.id);
    return result;
}

std::string text_of(const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::text);
    return out.str();
}

using Ids = std::vector<std::string>;

class AnalysisTables : public testing::TestWithParam<Language> {
 protected:
    const Dataset dataset_ = test::shipped("2020-third-batch.yaml");
    const ResponsibilityGraph graph_ = responsibility_graph(dataset_);
};

TEST_P(AnalysisTables, AreThoseThatWereChecked) {
    const auto language = GetParam();
    const auto name = [&](const char* table) {
        return std::string(table) + '-' + std::string(tag(language)) + ".txt";
    };

    EXPECT_TRUE(test::is_golden(
        text_of(to_table(workload(graph_, dataset_.withheld()), dataset_, language)),
        name("workload")));
    EXPECT_TRUE(test::is_golden(text_of(to_table(coresponsibility(graph_), dataset_, language)),
                                name("pairs")));
    EXPECT_TRUE(test::is_golden(text_of(to_table(coverage(dataset_), dataset_, language)),
                                name("coverage")));
}

INSTANTIATE_TEST_SUITE_P(Languages, AnalysisTables, testing::ValuesIn(all_languages));

TEST_F(AnalysisTables, HaveTheirColumns) {
    EXPECT_EQ(ids(to_table(workload(graph_), dataset_, Language::en)),
              (Ids{"department", "name", "measures", "first_named", "fractional", "share",
                   "share_low", "share_high"}));
    EXPECT_EQ(ids(to_table(coresponsibility(graph_), dataset_, Language::en)),
              (Ids{"department_a", "department_b", "shared", "newman", "measure_numbers"}));
    EXPECT_EQ(ids(to_table(coverage(dataset_), dataset_, Language::en)),
              (Ids{"region", "name", "measures", "nationwide", "by_group", "extent"}));
}

TEST_F(AnalysisTables, GiveMeasuresAsNumbersOrWithTheirNotice) {
    const auto one = to_table(coresponsibility(graph_), dataset_, Language::en);
    EXPECT_EQ(one.rows[0][4].value, CellValue(std::vector<std::int64_t>{1, 3, 4, 5, 6}));

    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                         REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    const auto both = load(files).dataset.value();
    const auto two = to_table(coresponsibility(responsibility_graph(both)), both, Language::en);
    // cbirc and pbc: measures 11 and 13 of the second batch, 1, 3, 4, 5 and 6 of the third.
    EXPECT_EQ(two.rows[0][4].value,
              CellValue(std::vector<std::string>{"second-batch:11", "second-batch:13",
                                                 "third-batch:1", "third-batch:3", "third-batch:4",
                                                 "third-batch:5", "third-batch:6"}));
}

/// A city's programme: the whole is the city, in which there are two districts.
Dataset city() {
    return test::programme(R"(
departments: [{id: a, name: A}, {id: b, name: B}]
regions:
  - {id: all, kind: nation, name: {zh-Hans: 全市, zh-Hant: 全市, en: The whole city}}
  - {id: east, kind: district, name: East, within: all}
  - {id: west, kind: district, name: West, within: all, addressed: false}
notice: {id: n, title: N, issued: 2026-01-15}
measures:
  - {number: 1, title: T, departments: [a, b], scope: all}
  - {number: 2, title: U, departments: a, scope: east}
)");
}

TEST(WorkloadTable, KnowsNoBoundsWhereNobodyAnnouncesATotal) {
    const auto dataset = city();

    const auto table = to_table(workload(responsibility_graph(dataset)), dataset, Language::en);

    EXPECT_EQ(table.rows[0][5].value, CellValue(1.0));
    EXPECT_EQ(table.rows[0][6].value, CellValue(std::monostate{}));
    EXPECT_EQ(table.rows[0][7].value, CellValue(std::monostate{}));
    EXPECT_EQ(table.notes[1],
              "Share is of the 2 listed measures; the notice does not say how many it has, so that "
              "low and high are not known.");
}

TEST(CoverageTable, NamesTheWholeAsTheRegistryDoes) {
    const auto dataset = city();

    const auto table = to_table(coverage(dataset), dataset, Language::zh_hans);
    const auto english = to_table(coverage(dataset), dataset, Language::en);

    EXPECT_EQ(table.columns[3].label, "其中：全市");
    EXPECT_EQ(english.columns[3].label, "The whole city");
    EXPECT_EQ(english.notes[1], "For The whole city: 1.");
    EXPECT_EQ(text_of(table).find("全国"), std::string::npos);
    EXPECT_EQ(text_of(english).find("ationwide"), std::string::npos);
    EXPECT_EQ(text_of(english).find("rovinc"), std::string::npos);
}

TEST(CoverageTable, SaysWhichLevelsThereAre) {
    const auto dataset = city();
    const auto places = coverage(dataset);

    const auto none = to_table(places, dataset, Language::en, "province");
    const auto some =
        to_table(measure_reach(dataset, places, "district"), dataset, Language::en, "district");

    EXPECT_TRUE(none.rows.empty());
    EXPECT_EQ(none.notes.front(),
              "The registry has no provincial divisions; its levels are: nation, district.");
    EXPECT_EQ(some.notes.front(), "Regions are the places of kind district of the registry.");
}

}  // namespace
}  // namespace remit
