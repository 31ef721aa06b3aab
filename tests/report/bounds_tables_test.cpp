// What tables say of withheld measures and open lists, worked out by hand.
#include "support/csv.hpp"
#include "support/programmes.hpp"

#include <remit/report/comparison_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace remit {
namespace {

using test::csv;

Dataset programme(const std::string& notice, const std::string& measures) {
    return test::programme(
        "departments: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]\n"
        "regions: [{id: x, kind: nation, name: Everywhere}]\n"
        "notice: {title: N, scope: x, " +
        notice + "}\nmeasures:\n" + measures);
}

// a has 2 measures, and may have the open one and the withheld one, too; b has 2, of which the open
// one is certain to name it and leaves it any part.
TEST(BoundsTable, HasTheBoundsOfEveryDepartment) {
    const auto dataset = programme("id: n, issued: 2020-01-01, announced: 4",
                                   "  - {number: 1, title: T, departments: [a]}\n"
                                   "  - {number: 2, title: T, departments: [a, b]}\n"
                                   "  - {number: 3, title: T, departments: [b], open: true}\n");
    const auto loads = workload(responsibility_graph(dataset), dataset.withheld());
    const auto table = bounds_table(loads, dataset, Language::en, DepartmentOrder::registry);

    EXPECT_EQ(csv(table),
              "department,name,measures,measures_high,first_named,first_named_high,fractional,"
              "fractional_low,fractional_high,rank,rank_best,rank_worst\n"
              "a,A,2,4,2,3,1.5,1.5,3,1,1,2\n"
              "b,B,2,3,1,2,1.5,0.5,2.5,1,1,2\n");
}

/// All of a, b is printed; then one measure of a, c, and one that is withheld.
const std::array<Dataset, 2>& batches() {
    static const std::array<Dataset, 2> both{
        programme("id: p, issued: 2020-01-01, announced: 1",
                  "  - {number: 1, title: T, departments: [a, b]}\n"),
        programme("id: q, issued: 2021-01-01, announced: 2",
                  "  - {number: 1, title: T, departments: [a, c]}\n")};
    return both;
}

template <class Make>
Table made(Make make) {
    const auto comparison = compare(batches());
    return make(ComparisonView{batches(), comparison, Compared::batches, Language::en});
}

TEST(SurvivalTable, SaysWhatIsCertain) {
    EXPECT_EQ(csv(made(survival_table)),
              "what,what_name,from,to,there,kept,survival,survival_high,lost,lost_low,entered,"
              "entered_low\n"
              "departments,Departments,2020-01-01,2021-01-01,2,1,0.5,1,1,0,1,1\n"
              "pairs,Pairs,2020-01-01,2021-01-01,1,0,0,1,1,0,1,1\n");
}

/// A batch that prints one measure, its only one, with bodies a and d in its registry, and more.
Dataset batch_of(const std::string& id, const std::string& more, const std::string& named) {
    return test::programme("departments: [{id: a, name: A}, {id: d, name: D}, " + more +
                           "]\nregions: [{id: x, kind: nation, name: Everywhere}]\n"
                           "notice: {id: " +
                           id +
                           ", title: N, scope: x, announced: 1}\n"
                           "measures: [{number: 1, title: T, departments: [" +
                           named + "]}]\n");
}

// The second registry does not know b, nor the first c; both know d.
TEST(SeriesTable, IsCertainOfWhomBothRegistriesKnow) {
    const std::array both{batch_of("p", "{id: b, name: B}", "a, b, d"),
                          batch_of("q", "{id: c, name: C}", "a, c")};
    const auto comparison = compare(both);

    const auto series = csv(compared_series({both, comparison, Compared::batches, Language::en}));

    EXPECT_NE(series.find(",c,C,1,1,1,1,1,0,0,0.5,0.5,0.5,0,enters,0\n"), std::string::npos)
        << series;
    EXPECT_NE(series.find(",b,B,0,0,0,0,0,0,0,0,0,0,0,left,0\n"), std::string::npos) << series;
    EXPECT_NE(series.find(",d,D,0,0,0,0,0,0,0,0,0,0,0,left,1\n"), std::string::npos) << series;
}

// The first registry does not know c, which may be old under another name; the second knows all, so
// that b and d are gone.
TEST(SurvivalTable, AsksTheRegistryOfEachBatch) {
    const std::array both{batch_of("p", "{id: b, name: B}", "a, b, d"),
                          batch_of("q", "{id: b, name: B}, {id: c, name: C}", "a, c")};
    const auto comparison = compare(both);

    const auto table = csv(survival_table({both, comparison, Compared::batches, Language::en}));

    EXPECT_EQ(table,
              "what,what_name,from,to,there,kept,survival,survival_high,lost,lost_low,entered,"
              "entered_low\n"
              "departments,Departments,N,N,3,1,0.3333333333333333,0.3333333333333333,2,2,1,0\n"
              "pairs,Pairs,N,N,3,0,0,0,3,3,1,0\n");
}

TEST(SeriesTable, BoundsEveryCount) {
    EXPECT_EQ(csv(made(compared_series)),
              "batch,issued,department,name,measures,measures_high,share,share_low,share_high,"
              "first_named,first_named_high,fractional,fractional_low,fractional_high,sole,state,"
              "certain\n"
              "1,2020-01-01,a,A,1,1,1,1,1,1,1,0.5,0.5,0.5,0,,\n"
              "1,2020-01-01,b,B,1,1,1,1,1,0,0,0.5,0.5,0.5,0,,\n"
              "1,2020-01-01,c,C,0,0,0,0,0,0,0,0,0,0,0,,\n"
              "2,2021-01-01,a,A,1,2,1,0.5,1,1,2,0.5,0.5,1.5,0,stays,\n"
              "2,2021-01-01,b,B,0,1,0,0,0.5,0,1,0,0,1,0,left,0\n"
              "2,2021-01-01,c,C,1,2,1,0.5,1,0,1,0.5,0.5,1.5,0,enters,1\n");
}

}  // namespace
}  // namespace remit
