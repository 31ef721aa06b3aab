// Every way in which withheld measures and open lists can be filled, on small programmes.
#include <remit/analysis/bounds.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/cover.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <random>
#include <vector>

namespace remit {
namespace {

constexpr unsigned ours = 3;    // departments of the programme
constexpr unsigned bodies = 5;  // and two that no listed measure names

using Set = unsigned;  // of bodies, by bit

struct Measure {
    std::vector<unsigned> printed;  // departments, in order
    bool open = false;
};

struct Programme {
    std::vector<Measure> measures;
    std::size_t withheld = 0;

    [[nodiscard]] ResponsibilityGraph graph() const {
        std::vector<Link> links;
        std::vector<Beyond> beyond;
        for (std::uint32_t m = 0; m < measures.size(); ++m) {
            for (const auto d : measures[m].printed) links.push_back({{m}, {d}});
            beyond.push_back(measures[m].open ? Beyond::others : Beyond::no_one);
        }
        return ResponsibilityGraph(measures.size(), ours, links, 0, {}, beyond);
    }
};

/// The least and greatest of what is seen.
template <class Number>
struct Seen {
    Number low = std::numeric_limits<Number>::max();
    Number high = std::numeric_limits<Number>::lowest();

    void add(Number value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] Bounds<Number> bounds() const { return {low, high}; }
};

struct Everything {
    std::array<Seen<std::size_t>, ours> measures;
    std::array<Seen<std::size_t>, ours> first_named;
    std::array<Seen<double>, ours> fractional;
    std::array<Seen<std::size_t>, ours> ranks;
    std::array<Seen<std::size_t>, ours> shared;  // by each and the next
    Seen<double> gini;
    Seen<double> herfindahl;
    Seen<double> effective_number;
    Seen<std::size_t> cover;
};

/// One way: who is named by which measure, and first by which.
struct Filled {
    std::vector<Set> names;
    std::vector<unsigned> first;
};

void look_at(const Filled& filled, Everything& seen) {
    std::array<std::size_t, ours> count{};
    std::vector<double> loads;
    for (unsigned d = 0; d < ours; ++d) {
        std::size_t first = 0;
        double fractional = 0.0;
        for (std::size_t m = 0; m < filled.names.size(); ++m) {
            if ((filled.names[m] >> d & 1U) == 0) continue;
            ++count[d];
            fractional += 1.0 / std::popcount(filled.names[m]);
            if (filled.first[m] == d) ++first;
        }
        const auto both = 1U << d | 1U << (d + 1) % ours;
        const auto shared = std::count_if(filled.names.begin(), filled.names.end(),
                                          [&](Set names) { return (names & both) == both; });
        seen.shared[d].add(static_cast<std::size_t>(shared));
        seen.measures[d].add(count[d]);
        seen.first_named[d].add(first);
        seen.fractional[d].add(fractional);
        loads.push_back(static_cast<double>(count[d]));
    }
    for (unsigned d = 0; d < ours; ++d) {
        const auto rank = 1 + std::count_if(count.begin(), count.end(),
                                            [&](auto other) { return other > count[d]; });
        seen.ranks[d].add(static_cast<std::size_t>(rank));
    }
    if (const auto found = concentration(loads)) {
        seen.gini.add(found->gini);
        seen.herfindahl.add(found->herfindahl);
        seen.effective_number.add(found->effective_number);
    }
    std::size_t smallest = bodies;
    for (Set group = 0; group < 1U << bodies; ++group) {
        const bool hits = std::all_of(filled.names.begin(), filled.names.end(), [&](Set names) {
            return names == 0 || (names & group) != 0;
        });
        if (hits) smallest = std::min(smallest, static_cast<std::size_t>(std::popcount(group)));
    }
    seen.cover.add(smallest);
}

/// Fills the measures from `m` in every way; those behind the listed ones are withheld.
void fill(const Programme& programme, Filled& filled, Everything& seen) {
    const auto m = filled.names.size();
    const auto& measures = programme.measures;
    if (m == measures.size() + programme.withheld) return look_at(filled, seen);
    const bool withheld = m >= measures.size();
    Set printed = 0;
    if (!withheld) {
        for (const auto d : measures[m].printed) printed |= 1U << d;
    }
    const bool goes_on = withheld || measures[m].open;
    for (Set names = 0; names < 1U << bodies; ++names) {
        if ((names & printed) != printed || (!goes_on && names != printed)) continue;
        if (goes_on && names == 0) continue;  // it names somebody
        if (goes_on && !withheld && names == printed && measures[m].printed.empty()) continue;
        for (unsigned first = 0; first < bodies; ++first) {
            if (printed != 0 ? first != measures[m].printed[0]
                             : (names >> first & 1U) == 0 && (names != 0 || first != 0)) {
                continue;
            }
            filled.names.push_back(names);
            filled.first.push_back(names == 0 ? bodies : first);
            fill(programme, filled, seen);
            filled.names.pop_back();
            filled.first.pop_back();
        }
    }
}

Programme random_programme(unsigned seed) {
    std::mt19937 random(seed);
    Programme result;
    bool open_left = true;
    for (unsigned m = random() % 4 + 1; m-- > 0;) {
        Measure measure;
        std::vector<unsigned> order{0, 1, 2};
        for (unsigned i = 0; i < ours; ++i) std::swap(order[i], order[i + random() % (ours - i)]);
        const auto n = random() % (ours + 1);
        measure.printed.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n));
        measure.open = open_left && random() % 3 == 0;
        if (measure.open) open_left = false;
        result.measures.push_back(measure);
    }
    result.withheld = random() % (open_left ? 3 : 2);
    return result;
}

class EveryFilling : public testing::TestWithParam<unsigned> {};

TEST_P(EveryFilling, LiesWithinTheBoundsAndReachesThem) {
    const auto programme = random_programme(GetParam());
    const auto graph = programme.graph();
    Everything seen;
    Filled filled;
    fill(programme, filled, seen);

    const auto loads = load_bounds(graph, programme.withheld);
    ASSERT_EQ(loads.size(), ours);
    for (unsigned d = 0; d < ours; ++d) {
        EXPECT_EQ(loads[d].measures, seen.measures[d].bounds());
        EXPECT_EQ(loads[d].first_named, seen.first_named[d].bounds());
        EXPECT_EQ(loads[d].ranks, seen.ranks[d].bounds());
        EXPECT_NEAR(loads[d].fractional.high, seen.fractional[d].high, 1e-12);
        // Five bodies are not any number of them.
        EXPECT_LE(loads[d].fractional.low, seen.fractional[d].low + 1e-12);
        if (graph.open_count() == 0) {
            EXPECT_NEAR(loads[d].fractional.low, seen.fractional[d].low, 1e-12);
        }
    }

    const auto pairs = coresponsibility(graph);
    for (unsigned d = 0; d < ours; ++d) {
        const auto a = std::min(d, (d + 1) % ours);
        const auto b = std::max(d, (d + 1) % ours);
        const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& each) {
            return each.a.value == a && each.b.value == b;
        });
        const auto shared = pair == pairs.end() ? SharedMeasures() : pair->measures;
        EXPECT_EQ(shared_bounds(graph, shared, programme.withheld), seen.shared[d].bounds());
    }

    const auto spread = concentration_bounds(loads);
    ASSERT_EQ(spread.has_value(), seen.gini.high >= seen.gini.low);
    const auto holds = [&](double Concentration::*figure, const Seen<double>& values) {
        EXPECT_LE(spread->low.*figure, values.low + 1e-12);
        EXPECT_GE(spread->high.*figure, values.high - 1e-12);
        if (graph.open_count() > 0) return;
        EXPECT_NEAR(spread->low.*figure, values.low, 1e-12);
        EXPECT_NEAR(spread->high.*figure, values.high, 1e-12);
    };
    if (spread) {
        holds(&Concentration::gini, seen.gini);
        holds(&Concentration::herfindahl, seen.herfindahl);
        holds(&Concentration::effective_number, seen.effective_number);
    }

    const auto listed = cover(graph);
    const auto size = listed.optimal.groups.front().size();
    EXPECT_EQ(cover_bounds(graph, {size, size}, programme.withheld), seen.cover.bounds());
}

INSTANTIATE_TEST_SUITE_P(Seeds, EveryFilling, testing::Range(0U, 300U));

TEST(LoadBounds, OfTheExampleOfItsComment) {
    const Programme example{{{{0}, false}, {{0, 1}, false}, {{1}, true}}, 1};
    const auto loads = load_bounds(example.graph(), 1);

    EXPECT_EQ(loads[0], (LoadBounds{{2, 4}, {2, 3}, {1.5, 3.0}, 1, {1, 2}}));
    EXPECT_EQ(loads[1], (LoadBounds{{2, 3}, {1, 2}, {0.5, 2.5}, 1, {1, 2}}));
    EXPECT_EQ(unnamed_bounds(example.graph(), 1),
              (LoadBounds{{0, 2}, {0, 1}, {0.0, 1.5}, 3, {1, 4}}));
    EXPECT_EQ(cover_bounds(example.graph(), {2, 2}, 1), (Bounds<std::size_t>{1, 3}));
}

TEST(ConcentrationBounds, OfTheExampleOfItsComment) {
    const auto of = [](std::vector<std::size_t> counts, std::size_t gain) {
        std::vector<LoadBounds> loads;
        for (const auto count : counts) {
            loads.emplace_back();
            loads.back().measures = {count, count + gain};
        }
        return concentration_bounds(loads);
    };
    const auto bounds = of({2, 1}, 1);
    EXPECT_NEAR(bounds->low.gini, 0.0, 1e-15);
    EXPECT_NEAR(bounds->high.gini, 0.25, 1e-15);
    EXPECT_NEAR(bounds->high.herfindahl, 10.0 / 16.0, 1e-15);
    EXPECT_NEAR(bounds->high.effective_number, 2.0, 1e-12);
    EXPECT_FALSE(of({}, 3));
    EXPECT_FALSE(of({0, 0}, 0));
    EXPECT_NEAR(of({0, 0}, 1'000'000'000)->high.gini, 0.5, 1e-15);
}

}  // namespace
}  // namespace remit
