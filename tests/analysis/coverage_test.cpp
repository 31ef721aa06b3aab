#include "support/programmes.hpp"

#include <remit/analysis/coverage.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using enum Reach;

PlaceIndex place(const Dataset& dataset, std::string_view id) {
    const auto& places = dataset.registry().places;
    for (std::uint32_t p = 0; p < places.size(); ++p) {
        if (places[p].id == id) return {p};
    }
    ADD_FAILURE() << "no place " << id;
    return {};
}

TEST(Coverage, WorksOutContainmentAndGroups) {
    // 1: the nation; 2: the group of coast (= south) and capital (in north)
    const auto dataset = test::programme(test::small_programme);
    const ScopeTerm land = place(dataset, "land");
    const ScopeTerm pilots = GroupIndex{0};

    const auto result = coverage(dataset);

    const auto of = [&](const char* id) { return result[place(dataset, id).value]; };
    const auto both = [&](Reach second) {
        return std::vector<Covering>{{{0}, land, full}, {{1}, pilots, second}};
    };
    EXPECT_EQ(of("capital").measures, both(full));
    EXPECT_EQ(of("coast").measures, both(full));
    EXPECT_EQ(of("south").measures, both(full));     // by way of coast
    EXPECT_EQ(of("north").measures, both(partial));  // only its capital
    EXPECT_EQ(of("land").measures, both(partial));
    EXPECT_EQ(of("north").reach, partial);
    EXPECT_EQ(of("south").reach, full);
    EXPECT_EQ(of("north").nationwide, 1U);
}

TEST(Coverage, LeavesOutWhatANoticeIsNotAddressedTo) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: land, kind: nation, name: Land}
  - {id: isle, name: Isle, within: land, addressed: false}
  - {id: town, name: Town, within: isle}
  - {id: main, name: Main, within: land}
notice: {id: n, title: N, issued: 2020-02-03}
measures:
  - {number: 1, title: T, departments: a, scope: land}
  - {number: 2, title: T, departments: a, scope: isle}
)");

    const auto result = coverage(dataset);

    EXPECT_EQ(result[1].measures, (std::vector<Covering>{{{1}, PlaceIndex{1}, full}}));
    EXPECT_EQ(result[2].measures, (std::vector<Covering>{{{1}, PlaceIndex{1}, full}}));
    EXPECT_EQ(result[3].measures, (std::vector<Covering>{{{0}, PlaceIndex{0}, full}}));
}

TEST(Coverage, ReadsARegionWithACoreAsTheRegistrySays) {
    const auto with_extent = [](std::string_view extent) {
        return test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: province, name: Province}
  - {id: city, name: City, within: province}
  - {id: other, name: Other, within: province}
  - {id: pilot, name: Pilot, comprises: province, core: [city], extent: )" +
                               std::string(extent) + R"(}
notice: {id: n, title: N, issued: 2020-02-03}
measures: [{number: 1, title: T, departments: a, scope: pilot}]
)");
    };
    const auto reaches = [](const Dataset& dataset) {
        std::vector<Reach> result;
        for (const auto& each : coverage(dataset)) result.push_back(each.reach);
        return result;
    };

    EXPECT_EQ(reaches(with_extent("province")), (std::vector<Reach>{full, full, full, full}));
    EXPECT_EQ(reaches(with_extent("core")), (std::vector<Reach>{partial, full, none, full}));
}

TEST(Coverage, JoinsTheTermsOfAScope) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: x, name: X}
  - {id: y, name: Y}
  - {id: both, name: Both, comprises: [x, y]}
notice: {id: n, title: N, issued: 2020-02-03}
measures: [{number: 1, title: T, departments: a, scope: [y, x]}]
)");

    EXPECT_EQ(coverage(dataset)[2].measures, (std::vector<Covering>{{{0}, PlaceIndex{1}, full}}));
}

TEST(Coverage, NamesThePartsThatAreReached) {
    const auto dataset = test::programme(test::small_programme);
    const auto result = coverage(dataset);

    EXPECT_EQ(result[place(dataset, "north").value].parts,
              (std::vector<PlaceIndex>{place(dataset, "capital")}));
    EXPECT_TRUE(result[place(dataset, "south").value].parts.empty());
}

TEST(Coverage, OfAnhuiDependsOnTheReading) {
    const auto registered = test::shipped("2020-third-batch.yaml");
    const auto of_anhui = [](const Dataset& dataset) {
        return coverage(dataset)[place(dataset, "340000").value];
    };
    EXPECT_EQ(of_anhui(with_extent(registered, Extent::province)).reach, full);

    const auto core = of_anhui(with_extent(registered, Extent::core));
    EXPECT_EQ(core.reach, partial);
    EXPECT_EQ(core.measures.size(), 16U);
    EXPECT_EQ(core.parts,
              (std::vector<PlaceIndex>{place(registered, "340100"), place(registered, "340200"),
                                       place(registered, "340300")}));
}

TEST(CoverageGaps, ListPlacesThatNoMeasureOfACategoryReaches) {
    const auto dataset = test::programme(R"(
departments: [{id: a, name: A}]
regions:
  - {id: land, kind: nation, name: Land}
  - {id: north, kind: state, name: North, within: land}
  - {id: south, kind: state, name: South, within: land}
  - {id: town, kind: town, name: Town, within: south}
notice: {id: n, title: N, issued: 2020-02-03}
categories: [{id: c, name: C}, {id: d, name: D}, {id: hidden, name: H, announced: 2}]
measures:
  - {number: 1, title: T, category: c, departments: a, scope: town}
  - {number: 2, title: T, category: d, departments: a, scope: land}
)");
    const auto places = coverage(dataset);

    EXPECT_EQ(coverage_gaps(dataset, places, "state"),
              (std::vector<Gap>{{{0}, {place(dataset, "north")}}, {{1}, {}}}));
    EXPECT_EQ(coverage_gaps(dataset, places, "town"), (std::vector<Gap>{{{0}, {}}, {{1}, {}}}));
    EXPECT_EQ(
        measure_reach(dataset, places, "state"),
        (std::vector<MeasureReach>{{{0}, {}, {place(dataset, "south")}},
                                   {{1}, {place(dataset, "north"), place(dataset, "south")}, {}}}));
}

TEST(Levels, AreTheKindsOfTheRegistryFromTheOutermostInwards) {
    const auto registry = test::programme(R"(
regions:
  - {id: ward, kind: ward, name: W, within: east}
  - {id: all, kind: nation, name: The whole city}
  - {id: east, kind: district, name: E, within: all}
  - {id: park, kind: pilot-region, name: P, within: east}
  - {id: belt, kind: belt, name: B, comprises: [east]}
)")
                              .registry();

    EXPECT_EQ(levels(registry), (std::vector<std::string>{"nation", "pilot", "district", "ward"}));
    EXPECT_EQ(outermost_level(registry), "district");
    EXPECT_EQ(places_at(registry, "pilot"), (std::vector<PlaceIndex>{{3}, {4}}));
    EXPECT_EQ(places_at(registry, "belt"), (std::vector<PlaceIndex>{{4}}));  // its own kind
    EXPECT_EQ(places_at(registry, "province"), std::vector<PlaceIndex>{});
    EXPECT_EQ(places_at(registry), (std::vector<PlaceIndex>{{3}, {4}, {2}, {0}}));
}

TEST(Levels, OfTheShippedRegistry) {
    const auto registry = test::shipped("2020-third-batch.yaml").registry();

    EXPECT_EQ(levels(registry), (std::vector<std::string>{"nation", "pilot", "province", "city"}));
    EXPECT_EQ(places_at(registry, "province").size(), 34U);
    EXPECT_EQ(places_at(registry, "municipality").size(), 4U);
    EXPECT_EQ(places_at(registry, "pilot").size(), 8U);
    EXPECT_EQ(places_at(registry, "city").size(), 18U);
    EXPECT_EQ(places_at(registry).size(), 60U);
}

TEST(Coverage, OfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    const auto result = coverage(dataset);

    std::size_t outside = 0;
    for (const auto& each : result) {
        const auto& record = dataset.registry()[each.place];
        if (record.kind == "pilot-region") {
            EXPECT_EQ(each.measures.size(), 16U) << record.id;
            EXPECT_EQ(each.nationwide, 11U) << record.id;
            EXPECT_EQ(each.reach, full) << record.id;
        } else if (!record.addressed) {
            EXPECT_EQ(each.measures.size(), 0U) << record.id;
            EXPECT_EQ(each.reach, none) << record.id;
        } else if (each.measures.size() == 11U) {
            EXPECT_EQ(each.reach, full) << record.id;
            ++outside;
        }
    }
    // Of 31 divisions, 7 lie in a pilot region and 3 have a pilot city: 21 are outside.
    EXPECT_EQ(outside, 21U);
    EXPECT_EQ(result[place(dataset, "220000").value].measures.size(), 11U);  // Jilin
    EXPECT_EQ(result[place(dataset, "340000").value].reach, full);           // Anhui
    EXPECT_EQ(result[place(dataset, "420000").value].reach, partial);        // Hubei: Wuhan only
    EXPECT_EQ(result[place(dataset, "420000").value].measures.size(), 16U);
}

constexpr const char* around_an_isle = R"(
departments: [{id: a, name: A}]
regions:
  - {id: land, kind: nation, name: Land}
  - {id: coast, name: Coast, within: land}
  - {id: isle, name: Isle, within: coast, addressed: false}
  - {id: zone, kind: pilot-region, name: Zone, within: coast}
  - {id: belt, name: Belt, comprises: [coast]}
notice: {id: n, title: N, issued: 2020-02-03}
measures:
  - {number: 1, title: T, departments: a, scope: land}
  - {number: 2, title: T, departments: a, scope: [land, isle]}
  - {number: 3, title: T, departments: a, scope: coast}
)";

TEST(Coverage, ReachesInPartWhatHasAPartThatIsNotAddressed) {
    const auto dataset = test::programme(around_an_isle);

    const auto result = coverage(dataset);

    const auto of = [&](const char* id) { return result[place(dataset, id).value]; };
    for (const auto* const id : {"coast", "belt"}) {
        EXPECT_EQ(of(id).measures[0].reach, partial) << id;
        EXPECT_EQ(of(id).measures[1].reach, full) << id;  // the isle is named beside the nation
        EXPECT_EQ(of(id).measures[2].reach, full) << id;
        EXPECT_EQ(of(id).left_out, std::vector{place(dataset, "isle")}) << id;
        EXPECT_TRUE(of(id).parts.empty()) << id;
    }
    EXPECT_EQ(of("zone").reach, full);
    EXPECT_EQ(of("land").measures[0].reach, full);  // as the notice has it
}

TEST(Coverage, KnowsPilotRegionsByKindAsWell) {
    const auto dataset = test::programme(around_an_isle);
    EXPECT_EQ(level(dataset.registry(), place(dataset, "zone")), "pilot");
    EXPECT_EQ(level(dataset.registry(), place(dataset, "belt")), "pilot");
    EXPECT_EQ(level(dataset.registry(), place(dataset, "coast")), "region");
}

TEST(Coverage, WarnsOfRegionsThatNothingTiesToTheNation) {
    const std::string programme =
        "remit: 1\n"
        "departments: [{id: a, name: A}]\n"
        "regions:\n"
        "  - {id: land, kind: nation, name: Land}\n"
        "  - {id: loose, name: Loose}\n"
        "  - {id: town, name: Town, within: loose}\n"
        "  - {id: far, name: Far, addressed: false}\n"
        "  - {id: belt, name: Belt, comprises: [town]}\n"
        "notice: {id: n, title: N, issued: 2020-02-03}\n"
        "measures: [{number: 1, title: T, departments: a, scope: ";
    const auto found = test::diagnose(programme + "land}]\n");
    EXPECT_NE(found.find("plan.yaml:5:10: warning: region 'loose' lies within no nation: what is "
                         "extended to 'land' does not reach it [untied-region]"),
              std::string::npos)
        << found;
    EXPECT_EQ(found.find("region 'town' lies"), std::string::npos) << found;
    EXPECT_EQ(found.find("region 'far'"), std::string::npos) << found;
    EXPECT_EQ(found.find("region 'belt'"), std::string::npos) << found;
    EXPECT_EQ(test::diagnose(programme + "loose}]\n"), "");
}

}  // namespace
}  // namespace remit
