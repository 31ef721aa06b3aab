#include "support/programmes.hpp"

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace remit {
namespace {

template <class Index>
std::vector<std::uint32_t> values(const Neighbors<Index>& neighbors) {
    std::vector<std::uint32_t> result;
    for (const auto each : neighbors) result.push_back(each.value);
    return result;
}

using Values = std::vector<std::uint32_t>;

TEST(ResponsibilityGraph, KeepsThePrintedOrderOfDepartments) {
    // Links come in any order, those of a measure in printed order: 0 {2, 0}, 1 {1, 2, 0}.
    const ResponsibilityGraph graph(2, 3,
                                    {{{1}, {1}}, {{0}, {2}}, {{1}, {2}}, {{0}, {0}}, {{1}, {0}}});

    EXPECT_EQ(values(graph.departments({0})), (Values{2, 0}));
    EXPECT_EQ(values(graph.departments({1})), (Values{1, 2, 0}));
    EXPECT_EQ(values(graph.measures(DepartmentIndex{0})), (Values{0, 1}));
    EXPECT_EQ(values(graph.measures(DepartmentIndex{1})), (Values{1}));
    EXPECT_EQ(graph.departments({1})[0], DepartmentIndex{1});
    EXPECT_EQ(graph.link_count(), 5U);
}

TEST(ResponsibilityGraph, KeepsRolesByPosition) {
    const ResponsibilityGraph graph(
        2, 2, {{{1}, {0}, Role::with}, {{0}, {1}, Role::lead}, {{0}, {0}, Role::with}});

    EXPECT_EQ(graph.roles({0})[0], Role::lead);
    EXPECT_EQ(graph.roles({0})[1], Role::with);
    EXPECT_EQ(graph.roles({1})[0], Role::with);
    EXPECT_EQ(graph.roles({1}).size(), 1U);
}

TEST(ResponsibilityGraph, PutsRegionsBehindDepartments) {
    const ResponsibilityGraph graph(2, 1, {{{0}, {0}}}, 2, {{{1}, {0}}, {{0}, {1}}, {{1}, {1}}});

    EXPECT_EQ(values(graph.departments({0})), (Values{0}));
    EXPECT_EQ(values(graph.regions({0})), (Values{1}));
    EXPECT_EQ(values(graph.regions({1})), (Values{0, 1}));
    EXPECT_TRUE(graph.departments({1}).empty());
    EXPECT_EQ(values(graph.measures(RegionIndex{1})), (Values{0, 1}));
    EXPECT_EQ(graph.vertex(MeasureIndex{1}), 1U);
    EXPECT_EQ(graph.vertex(DepartmentIndex{0}), 2U);
    EXPECT_EQ(graph.vertex(RegionIndex{1}), 4U);
}

TEST(ResponsibilityGraph, MayBeEmpty) {
    const ResponsibilityGraph nothing(0, 0, {});
    const ResponsibilityGraph isolated(1, 1, {});

    EXPECT_EQ(nothing.measure_count() + nothing.department_count() + nothing.link_count(), 0U);
    EXPECT_TRUE(isolated.departments({0}).empty());
    EXPECT_TRUE(isolated.measures(DepartmentIndex{0}).empty());
}

TEST(ResponsibilityGraph, OfAProgrammeHasAnEdgeForEachMemberOfAGroup) {
    const auto dataset = test::programme(test::small_programme);

    const auto without = responsibility_graph(dataset);
    const auto with = responsibility_graph(dataset, Regions::with);

    EXPECT_EQ(without.region_count(), 0U);
    EXPECT_EQ(with.region_count(), 3U);
    EXPECT_EQ(values(with.regions({0})), (Values{0}));     // the nation, a vertex like others
    EXPECT_EQ(values(with.regions({1})), (Values{2, 1}));  // coast and capital, as the group lists
    EXPECT_EQ(values(with.departments({0})), (Values{0, 1}));
}

TEST(ResponsibilityGraph, RefusesIndicesOutOfRange) {
    EXPECT_THROW(ResponsibilityGraph(1, 1, {{{1}, {0}}}), Error);
    EXPECT_THROW(ResponsibilityGraph(1, 1, {{{0}, {1}}}), Error);
    EXPECT_THROW(ResponsibilityGraph(1, 1, {{{0}, {0}}}, 1, {{{0}, {1}}}), Error);
    EXPECT_THROW(ResponsibilityGraph(2, 1, {{{0}, {0}}}, 0, {}, {Beyond::others}), Error);

    const ResponsibilityGraph graph(1, 1, {{{0}, {0}}});
    EXPECT_THROW((void)graph.departments({1}), Error);
    EXPECT_THROW((void)graph.measures(DepartmentIndex{1}), Error);
}

std::string refusal(const std::vector<Link>& links, const std::vector<Extension>& extensions = {}) {
    try {
        (void)ResponsibilityGraph(2, 2, links, 2, extensions);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(ResponsibilityGraph, RefusesWhatIsLinkedTwice) {
    EXPECT_EQ(refusal({{{0}, {0}}, {{0}, {1}}, {{1}, {0}}}, {{{0}, {1}}, {{1}, {1}}}), "none");
    EXPECT_EQ(refusal({{{1}, {1}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}, Role::lead}}),
              "measure 1 is linked twice with department 1");
    EXPECT_EQ(refusal({{{0}, {0}}}, {{{0}, {1}}, {{0}, {1}}}),
              "measure 0 is linked twice with region 1");
}

class RandomGraph : public testing::TestWithParam<unsigned> {};

TEST_P(RandomGraph, HasTheSameLinksFromBothSides) {
    const auto graph = test::random_graph(GetParam());
    std::size_t from_measures = 0;
    std::size_t from_departments = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            const auto back = values(graph.measures(d));
            EXPECT_TRUE(std::binary_search(back.begin(), back.end(), m.value));
            ++from_measures;
        }
    }
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        from_departments += graph.measures(d).size();
    }

    EXPECT_EQ(from_measures, graph.link_count());
    EXPECT_EQ(from_departments, graph.link_count());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomGraph, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
