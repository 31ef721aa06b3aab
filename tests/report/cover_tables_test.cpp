#include "support/csv.hpp"
#include "support/programmes.hpp"

#include <remit/report/cover_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace remit {
namespace {

using test::csv;

/// Bodies a, b and so on before a letter, and a measure for each list of them.
std::string programme_of(char end, const std::vector<std::string>& lists) {
    std::string bodies;
    for (char a = 'a'; a < end; ++a) {
        bodies += std::string("  - {id: ") + a + ", name: {zh-Hans: " + a + ", en: " + a + "}}\n";
    }
    std::string measures;
    int number = 0;
    for (const auto& list : lists) {
        measures += "  - {number: " + std::to_string(++number) +
                    ", title: {en: T}, departments: [" + list + "], scope: land}\n";
    }
    return "departments:\n" + bodies +
           "regions:\n  - {id: land, kind: nation, name: {en: Land}}\n"
           "notice: {id: n, title: {en: T}, issued: 2020-01-01}\nmeasures:\n" +
           measures;
}

/// Fourteen bodies and a measure for each two of them, so that all but one are needed.
std::string all_pairs() {
    std::vector<std::string> lists;
    for (char a = 'a'; a < 'o'; ++a) {
        for (char b = 'a'; b < a; ++b) lists.push_back({a, ',', b});
    }
    return programme_of('o', lists);
}

/// Eight bodies and a measure for each three of them, so that all but two are needed.
std::string all_triples() {
    std::vector<std::string> lists;
    for (char a = 'a'; a < 'i'; ++a) {
        for (char b = 'a'; b < a; ++b) {
            for (char c = 'a'; c < b; ++c) lists.push_back({a, ',', b, ',', c});
        }
    }
    return programme_of('i', lists);
}

// 1 alpha, beta, nationwide; 2 beta, for the pilots; three more are withheld.
TEST(CoverTable, SaysWhoIsNeededAndWhatIsNotKnown) {
    const auto table = cover_table({}, test::programme(test::small_programme), Language::en);

    EXPECT_EQ(csv(table), "group,size,departments,departments_names\n1,1,beta,Ministry Beta\n");
    EXPECT_EQ(table.notes,
              (std::vector<std::string>{
                  "Every measure names a member of the group; that needs at least 1 department, "
                  "which is proved.",
                  "There is no other such group.",
                  "Counted are the 2 listed measures; the 3 withheld are not.",
                  "Withheld measures may need other departments.",
                  "Whoever is named in what is withheld or goes on (3), the smallest group has 1 "
                  "to 4."}));
}

TEST(CoverTable, SaysHowFarTheProofWentWhereTheEffortEnds) {
    const auto dataset = test::programme(all_triples());
    const CoverQuestion question{{.effort = 1}, {}};

    const auto table = cover_table(question, dataset, Language::en);

    EXPECT_EQ(csv(table),
              "group,size,departments,departments_names\n"
              "1,6,a; b; c; d; e; f,a; b; c; d; e; f\n");
    EXPECT_EQ(
        table.notes,
        (std::vector<std::string>{
            "Every measure names a member of the group. The search ended before it was proved the "
            "smallest: it has 6 departments, the proof gives at least 3 departments, a gap of 3; "
            "a larger --effort searches on.",
            "There may be other such groups: the search ended before that was settled.",
            "Whether anybody is in every such group was not settled.",
            "Counted are the 56 listed measures; the notice does not say how many it has."}));
}

TEST(CoverTable, SaysHowFarTheProofOfMostReachedWent) {
    const auto dataset = test::programme(all_pairs());
    const CoverQuestion question{{.effort = 1}, Weight{2000}};

    const auto table = cover_table(question, dataset, Language::en);

    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0][2].value, CellValue(std::int64_t{25}));
    EXPECT_EQ(table.notes.front(),
              "The search ended before a proof: of groups of at most 2 departments, the one found "
              "reaches 25 of 91 measures, and none reaches more than 26, a gap of 1; a larger "
              "--effort searches on.");
}

TEST(CategoryCoverTable, SaysWhatIsUnproved) {
    const auto dataset = test::programme(all_pairs());

    const auto table = category_cover_table({{.effort = 1}, {}}, dataset, Language::zh_hans);

    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0][0].value, CellValue(std::string()));
    EXPECT_EQ(table.rows[0].back().value, CellValue(std::string("unproved")));
    EXPECT_EQ(table.rows[0].back().shown, "未证明");
    EXPECT_EQ(table.rows[0][4].shown, "1+");
}

TEST(RegionCoverTable, CountsWhatReachesAPlaceInWholeOrInPart) {
    const auto dataset = test::programme(test::small_programme);

    const auto table = region_cover_table({}, dataset, Language::en, "region");

    EXPECT_EQ(csv(table),
              "region,name,measures,size,groups,departments,departments_names,in_every,"
              "in_every_names,status\n"
              "north,North,2,1,1,beta,Ministry Beta,beta,Ministry Beta,all\n"
              "south,South,2,1,1,beta,Ministry Beta,beta,Ministry Beta,all\n");
}

TEST(CoverTables, HaveACellForEachColumn) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    for (const auto& budget : {std::optional<Weight>(), std::optional(Weight{2000})}) {
        CoverQuestion question{{.groups = 3}, budget};
        question.options.weights.assign(dataset.departments().size(), Weight{});
        for (const auto& table : {cover_table(question, dataset, Language::zh_hans),
                                  cover_member_table(question, dataset, Language::zh_hans),
                                  category_cover_table(question, dataset, Language::zh_hans),
                                  region_cover_table(question, dataset, Language::zh_hans)}) {
            for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
        }
    }
}

}  // namespace
}  // namespace remit
