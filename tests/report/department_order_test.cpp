#include "support/programmes.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/input/load.hpp>
#include <remit/model/unicode.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> sorted(std::vector<std::string> names, Language language) {
    std::vector<std::string> result;
    for (const auto position : dictionary_order(names, language)) result.push_back(names[position]);
    return result;
}

// Caizheng, Gong'an, Jiaoyu, Keji; strokes of the first characters: 4, 9, 10, 11.
TEST(DictionaryOrder, IsThatOfTheLanguage) {
    EXPECT_EQ(sorted({"科技部", "财政部", "公安部", "教育部"}, Language::zh_hans),
              (Ids{"财政部", "公安部", "教育部", "科技部"}));
    EXPECT_EQ(sorted({"科技部", "財政部", "公安部", "教育部"}, Language::zh_hant),
              (Ids{"公安部", "科技部", "財政部", "教育部"}));
    EXPECT_EQ(sorted({"zoo", "Ärzte", "bank", "Customs", "customs"}, Language::en),
              (Ids{"Ärzte", "bank", "customs", "Customs", "zoo"}));
}

/// In the registry d, c, b, a; a and c carry 1, b 2, d 1 as well; c and d have one name.
Dataset programme() {
    return test::programme(R"(
departments:
  - {id: d, name: Same}
  - {id: c, name: Same}
  - {id: b, name: zeta}
  - {id: a, name: Alpha}
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
measures:
  - {number: 1, title: T, departments: [d, b], scope: r}
  - {number: 2, title: T, departments: [c, b, a], scope: r}
)");
}

Ids ids(const Table& table) {
    Ids result;
    for (const auto& row : table.rows) result.push_back(std::get<std::string>(row[0].value));
    return result;
}

TEST(DepartmentOrder, IsByLoadThenNameThenId) {
    const auto dataset = programme();
    const auto loads = workload(responsibility_graph(dataset));
    const auto by = [&](DepartmentOrder order) {
        return ids(to_table(loads, dataset, Language::en, order));
    };

    EXPECT_EQ(ids(to_table(loads, dataset, Language::en)), (Ids{"b", "a", "c", "d"}));
    EXPECT_EQ(by(DepartmentOrder::measures), (Ids{"b", "a", "c", "d"}));
    EXPECT_EQ(by(DepartmentOrder::name), (Ids{"a", "c", "d", "b"}));
    EXPECT_EQ(by(DepartmentOrder::registry), (Ids{"d", "c", "b", "a"}));
}

// Fractional: b 5/6, d 1/2, a and c 1/3.
TEST(DepartmentOrder, IsOneOfEveryTableOfTheWorkload) {
    const auto dataset = programme();
    const auto loads = workload(responsibility_graph(dataset));
    const auto spread = load_by_category(dataset, Credit::fractional);

    EXPECT_EQ(ids(counting_table(loads, Credit::fractional, dataset, Language::en)),
              (Ids{"b", "d", "a", "c"}));
    EXPECT_EQ(ids(counting_table(loads, dataset, Language::en)), (Ids{"b", "a", "c", "d"}));
    EXPECT_EQ(ids(category_table(spread, Credit::fractional, dataset, Language::en)),
              (Ids{"b", "d", "a", "c"}));
    for (const auto order : {DepartmentOrder::name, DepartmentOrder::registry}) {
        const auto expected = ids(to_table(loads, dataset, Language::en, order));
        EXPECT_EQ(ids(counting_table(loads, Credit::harmonic, dataset, Language::en, order)),
                  expected);
        EXPECT_EQ(ids(counting_table(loads, dataset, Language::en, order)), expected);
        EXPECT_EQ(ids(category_table(spread, Credit::fractional, dataset, Language::en, order)),
                  expected);
    }
}

TEST(DepartmentOrder, DoesNotDependOnThatOfTheFiles) {
    std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2018-second-batch.yaml",
                                   REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    const auto forward = load(files).dataset.value();
    std::reverse(files.begin(), files.end());
    const auto backward = load(files).dataset.value();

    for (const auto scheme : {Credit::full, Credit::fractional, Credit::harmonic,
                              Credit::arithmetic, Credit::geometric}) {
        const auto order = [&](const Dataset& dataset) {
            return ids(counting_table(workload(responsibility_graph(dataset)), scheme, dataset,
                                      Language::zh_hans));
        };
        EXPECT_EQ(order(forward), order(backward));
    }
}

}  // namespace
}  // namespace remit
