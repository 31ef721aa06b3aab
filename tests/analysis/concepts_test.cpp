#include "support/programmes.hpp"

#include <remit/analysis/concepts.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>

namespace remit {
namespace {

using Departments = std::vector<DepartmentIndex>;
using Measures = std::vector<MeasureIndex>;

constexpr MeasureIndex A{0}, B{1}, C{2};
constexpr DepartmentIndex x{0}, y{1}, z{2};

TEST(Concepts, AreListedInLecticOrderWithTheirCovers) {
    const ResponsibilityGraph graph(3, 2, {{A, x}, {A, y}, {B, x}, {C, y}});

    const auto lattice = concept_lattice(graph);

    EXPECT_EQ(lattice.concepts,
              (std::vector<Concept>{{{}, {A, B, C}}, {{y}, {A, C}}, {{x}, {A, B}}, {{x, y}, {A}}}));
    EXPECT_EQ(lattice.covers, (std::vector<LatticeCover>{{0, 1}, {0, 2}, {1, 3}, {2, 3}}));
    EXPECT_TRUE(lattice.complete);
}

TEST(Concepts, AreOneWithoutDepartmentsOrMeasures) {
    EXPECT_EQ(concept_lattice(ResponsibilityGraph(0, 0, {})).concepts, std::vector<Concept>(1));
    EXPECT_EQ(concept_lattice(ResponsibilityGraph(2, 0, {})).concepts,
              (std::vector<Concept>{{{}, {A, B}}}));
    EXPECT_EQ(concept_lattice(ResponsibilityGraph(0, 2, {})).concepts,
              (std::vector<Concept>{{{x, y}, {}}}));
}

TEST(Concepts, HaveWhatIsIsolatedInTheTopOrTheBottom) {
    const ResponsibilityGraph graph(2, 2, {{A, x}});

    const auto lattice = concept_lattice(graph);

    EXPECT_EQ(lattice.concepts, (std::vector<Concept>{{{}, {A, B}}, {{x}, {A}}, {{x, y}, {}}}));
    EXPECT_EQ(lattice.covers, (std::vector<LatticeCover>{{0, 1}, {1, 2}}));
}

std::size_t atoms(const ConceptLattice& lattice) {
    return static_cast<std::size_t>(
        std::count_if(lattice.covers.begin(), lattice.covers.end(),
                      [](const LatticeCover& cover) { return cover.lower == 0; }));
}

std::size_t coatoms(const ConceptLattice& lattice) {
    return static_cast<std::size_t>(std::count_if(
        lattice.covers.begin(), lattice.covers.end(),
        [&](const LatticeCover& cover) { return cover.upper + 1 == lattice.concepts.size(); }));
}

// The counts are those of the Python package concepts.
TEST(Concepts, OfTheThirdBatch) {
    const auto lattice = concept_lattice(test::third_batch());

    EXPECT_EQ(lattice.concepts.size(), 25U);
    EXPECT_EQ(lattice.covers.size(), 46U);
    EXPECT_EQ(atoms(lattice), 7U);
    EXPECT_EQ(coatoms(lattice), 9U);
}

// Freeman and White (1993) draw this lattice; the counts are those of the Python package concepts.
TEST(Concepts, OfTheSouthernWomen) {
    const auto graph = test::southern_women();

    const auto lattice = concept_lattice(graph);

    EXPECT_EQ(lattice.concepts.size(), 65U);
    EXPECT_EQ(lattice.covers.size(), 148U);
    EXPECT_EQ(atoms(lattice), 7U);
    EXPECT_EQ(coatoms(lattice), 7U);
    EXPECT_EQ(bicliques(graph, {.departments = 1, .measures = 1}).concepts.size(), 63U);
}

/// Of n departments and n measures, each department has all measures but one: 2^n concepts.
ResponsibilityGraph all_but_one(std::uint32_t n) {
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < n; ++m) {
        for (std::uint32_t d = 0; d < n; ++d) {
            if (m != d) links.push_back({{m}, {d}});
        }
    }
    return ResponsibilityGraph(n, n, links);
}

TEST(Concepts, EndAtTheLimit) {
    const auto whole = concept_lattice(all_but_one(8));
    const auto exact = concept_lattice(all_but_one(8), 256);
    const auto cut = concept_lattice(all_but_one(8), 255);

    EXPECT_EQ(whole.concepts.size(), 256U);
    EXPECT_EQ(whole.covers.size(), 8U * 128U);
    EXPECT_TRUE(exact.complete);
    EXPECT_EQ(exact.covers, whole.covers);
    EXPECT_FALSE(cut.complete);
    EXPECT_EQ(cut.concepts, std::vector(whole.concepts.begin(), whole.concepts.end() - 1));
    EXPECT_EQ(cut.covers.size(), 8U * 127U);
    EXPECT_EQ(concept_lattice(all_but_one(40), 100).concepts.size(), 100U);
    EXPECT_TRUE(concept_lattice(all_but_one(8), 0).concepts.empty());
}

TEST(Bicliques, AreLargestFirst) {
    // A{x, y}, B{x, y, z}, C{z}
    const ResponsibilityGraph graph(3, 3, {{A, x}, {A, y}, {B, x}, {B, y}, {B, z}, {C, z}});

    EXPECT_EQ(bicliques(graph).concepts, (std::vector<Concept>{{{x, y}, {A, B}}}));
    EXPECT_EQ(bicliques(graph, {.departments = 1, .measures = 1}).concepts,
              (std::vector<Concept>{{{x, y}, {A, B}}, {{x, y, z}, {B}}, {{z}, {B, C}}}));
    EXPECT_TRUE(bicliques(graph, {.departments = 1, .measures = 4}).concepts.empty());
}

TEST(Bicliques, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    auto banks = Departments{test::department(dataset, "cbirc"), test::department(dataset, "pbc")};
    std::sort(banks.begin(), banks.end());

    const auto result = bicliques(responsibility_graph(dataset));

    EXPECT_TRUE(result.complete);
    ASSERT_EQ(result.concepts.size(), 8U);
    EXPECT_EQ(result.concepts[0], (Concept{banks, {{0}, {2}, {3}, {4}, {5}}}));
}

TEST(Bicliques, CountToTheLimitWhatHasEnoughMeasures) {
    // Of 8 measures at least 7 have the bottom, which is without departments, and its 8 atoms.
    EXPECT_TRUE(bicliques(all_but_one(8), {.measures = 7, .limit = 9}).complete);
    EXPECT_FALSE(bicliques(all_but_one(8), {.measures = 7, .limit = 8}).complete);
    EXPECT_FALSE(bicliques(all_but_one(40), {.limit = 100}).complete);
}

TEST(Implications, AreTheStemBase) {
    // A{x, y}, B{x, y, z}, C{y}
    const ResponsibilityGraph graph(3, 3, {{A, x}, {A, y}, {B, x}, {B, y}, {B, z}, {C, y}});

    const auto result = implications(graph);

    EXPECT_EQ(result.implications, (std::vector<Implication>{{{}, {y}, 3}, {{y, z}, {x}, 1}}));
    EXPECT_TRUE(result.complete);
}

TEST(Implications, AreNoneWithoutDepartmentsOrMeasures) {
    EXPECT_TRUE(implications(ResponsibilityGraph(0, 0, {})).implications.empty());
    EXPECT_TRUE(implications(ResponsibilityGraph(0, 2, {})).implications.empty());
    EXPECT_TRUE(implications(ResponsibilityGraph(2, 0, {})).implications.empty());
}

TEST(Implications, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto graph = responsibility_graph(dataset);

    const auto result = implications(graph);
    const auto frequent = implications(graph, {.support = 3});

    EXPECT_EQ(result.implications.size(), 12U);
    auto premise = Departments{test::department(dataset, "pbc"), test::department(dataset, "most")};
    std::sort(premise.begin(), premise.end());
    EXPECT_EQ(frequent.implications,
              (std::vector<Implication>{{premise, {test::department(dataset, "cbirc")}, 3}}));
}

TEST(Implications, OfTheSouthernWomen) {
    const auto result = implications(test::southern_women());

    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.implications.size(), 38U);  // by enumeration of all sets of women
}

TEST(Implications, EndAtTheLimit) {
    const auto whole = implications(test::third_batch());
    const auto cut = implications(test::third_batch(), {.steps = 100});

    EXPECT_TRUE(whole.complete);
    EXPECT_FALSE(cut.complete);
    ASSERT_LT(cut.implications.size(), whole.implications.size());
    EXPECT_TRUE(
        std::equal(cut.implications.begin(), cut.implications.end(), whole.implications.begin()));
}

/// The closure of every set of departments, as bits, and its support.
struct Closures {
    std::uint32_t departments = 0;
    std::vector<std::uint32_t> closed;
    std::vector<Measures> measures;

    explicit Closures(const ResponsibilityGraph& graph)
        : departments(static_cast<std::uint32_t>(graph.department_count())) {
        std::vector<std::uint32_t> columns(graph.measure_count());
        for (MeasureIndex m; m.value < columns.size(); ++m.value) {
            for (const auto d : graph.departments(m)) columns[m.value] |= 1U << d.value;
        }
        for (std::uint32_t set = 0; set < 1U << departments; ++set) {
            closed.push_back((1U << departments) - 1);
            measures.emplace_back();
            for (MeasureIndex m; m.value < columns.size(); ++m.value) {
                if ((columns[m.value] & set) != set) continue;
                closed.back() &= columns[m.value];
                measures.back().push_back(m);
            }
        }
    }

    [[nodiscard]] Departments members(std::uint32_t set) const {
        Departments result;
        for (DepartmentIndex d; d.value < departments; ++d.value) {
            if ((set >> d.value & 1U) != 0) result.push_back(d);
        }
        return result;
    }

    /// Lectic order is that of the numbers with their bits turned round.
    [[nodiscard]] std::uint32_t rank(std::uint32_t set) const {
        std::uint32_t result = 0;
        for (std::uint32_t d = 0; d < departments; ++d) result = 2 * result + (set >> d & 1U);
        return result;
    }
};

bool within(std::uint32_t a, std::uint32_t b) {
    return (a & b) == a;
}

class RandomContext : public testing::TestWithParam<unsigned> {
 protected:
    ResponsibilityGraph graph_ = test::random_graph(GetParam());
    Closures closures_{graph_};
};

TEST_P(RandomContext, HasTheClosedSetsAsConcepts) {
    std::map<std::uint32_t, std::uint32_t> extents;  // by rank
    for (const auto set : closures_.closed) extents[closures_.rank(set)] = set;
    std::vector<Concept> expected;
    std::vector<std::uint32_t> sets;
    for (const auto& [rank, set] : extents) {
        expected.push_back({closures_.members(set), closures_.measures[set]});
        sets.push_back(set);
    }
    std::vector<LatticeCover> covers;
    for (std::size_t lower = 0; lower < sets.size(); ++lower) {
        for (std::size_t upper = lower + 1; upper < sets.size(); ++upper) {
            if (!within(sets[lower], sets[upper])) continue;
            const auto between = std::count_if(sets.begin(), sets.end(), [&](std::uint32_t set) {
                return within(sets[lower], set) && within(set, sets[upper]);
            });
            if (between == 2) covers.push_back({lower, upper});
        }
    }

    const auto lattice = concept_lattice(graph_);

    EXPECT_EQ(lattice.concepts, expected);
    EXPECT_EQ(lattice.covers, covers);
}

TEST_P(RandomContext, HasTheConceptsOfASizeAsBicliques) {
    auto expected = concept_lattice(graph_).concepts;
    std::erase_if(expected, [](const Concept& found) {
        return found.departments.size() < 2 || found.measures.size() < 2;
    });

    auto found = bicliques(graph_).concepts;

    const auto links = [](const Concept& a) { return a.departments.size() * a.measures.size(); };
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(),
                               [&](const auto& a, const auto& b) { return links(a) > links(b); }));
    EXPECT_TRUE(std::is_permutation(found.begin(), found.end(), expected.begin(), expected.end()));
}

TEST_P(RandomContext, HasThePseudoClosedSetsAsPremises) {
    std::set<std::uint32_t> pseudo;
    // A set has a larger number than its subsets.
    for (std::uint32_t set = 0; set < closures_.closed.size(); ++set) {
        if (closures_.measures[set].empty() || closures_.closed[set] == set) continue;
        if (std::all_of(pseudo.begin(), pseudo.end(), [&](std::uint32_t premise) {
                return !within(premise, set) || within(closures_.closed[premise], set);
            })) {
            pseudo.insert(set);
        }
    }
    std::map<std::uint32_t, Implication> expected;  // by rank
    for (const auto set : pseudo) {
        expected[closures_.rank(set)] = {closures_.members(set),
                                         closures_.members(closures_.closed[set] & ~set),
                                         closures_.measures[set].size()};
    }

    const auto result = implications(graph_).implications;

    ASSERT_EQ(result.size(), expected.size());
    auto wanted = expected.begin();
    for (const auto& implication : result) EXPECT_EQ(implication, (wanted++)->second);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomContext, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
