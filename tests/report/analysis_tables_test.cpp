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
              (Ids{"department_a", "department_b", "shared", "newman", "measures"}));
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

}  // namespace
}  // namespace remit
