#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace remit {
namespace {

struct Counts {
    std::uint64_t announced = 0;
    std::uint32_t listed = 0;
    std::size_t links = 0;
    std::size_t nationwide = 0;
    std::size_t for_the_eight = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};

Counts count(const Dataset& dataset) {
    Counts counts;
    for (const auto& notice : dataset.notices()) {
        counts.announced += notice.announced.value();
        counts.listed += notice.listed;
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        counts.links += dataset.responsibilities(m).size();
        for (const auto& term : dataset.scope(m)) {
            const auto* group = std::get_if<GroupIndex>(&term);
            const bool eight =
                group != nullptr && dataset.registry()[*group].id == "eight-pilot-regions";
            ++(eight ? counts.for_the_eight : counts.nationwide);
        }
    }
    return counts;
}

TEST(ShippedData, OfTheThirdBatchHasTheNoticesCounts) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_EQ(count(dataset), (Counts{20, 16, 43, 11, 5}));
    EXPECT_EQ(dataset.departments().size(), 13U);
    std::vector<std::uint32_t> announced;
    for (const auto& category : dataset.categories()) announced.push_back(*category.announced);
    EXPECT_EQ(announced, (std::vector<std::uint32_t>{7, 6, 2, 1, 4}));
    EXPECT_EQ(dataset.categories()[4].listed, 0U);
    EXPECT_FALSE(dataset.declares_leads());
}

TEST(ShippedData, OfTheSecondBatchHasTheNoticesCounts) {
    const auto dataset = test::shipped("2018-second-batch.yaml");

    EXPECT_EQ(count(dataset), (Counts{23, 17, 43, 14, 3}));
    EXPECT_EQ(dataset.withheld(), 6U);
    EXPECT_EQ(dataset.measures().back().number, 23U);
}

TEST(ShippedData, OfBothBatchesAddsUpAndSharesBodies) {
    const std::vector files{std::string(REMIT_SOURCE_DIR "/data/2018-second-batch.yaml"),
                           std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    const auto loaded = load(files);

    ASSERT_TRUE(loaded.dataset);
    EXPECT_EQ(count(*loaded.dataset), (Counts{43, 33, 86, 25, 8}));
    EXPECT_EQ(loaded.dataset->withheld(), 10U);
    // 银保监会 and 中国银保监会 are one body.
    EXPECT_EQ(loaded.dataset->departments().size(), 17U);
}

TEST(ShippedData, KeepsThePrintedOrderOfMeasureThree) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    std::vector<std::string> order;
    for (const auto& each : dataset.responsibilities({2})) {
        order.push_back(dataset[each.department].id);
    }
    EXPECT_EQ(order, (std::vector<std::string>{"mof", "most", "pbc", "cbirc"}));
}

TEST(ShippedData, HasASummaryOfOneSentenceForEachMeasureOfTheThirdBatch) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    for (const auto& measure : dataset.measures()) {
        const auto chinese = std::string(measure.summary.exact(Language::zh_hans));
        const auto english = std::string(measure.summary.exact(Language::en));
        EXPECT_TRUE(chinese.ends_with("。")) << measure.number;
        EXPECT_EQ(chinese.find("。"), chinese.size() - std::string("。").size()) << measure.number;
        EXPECT_TRUE(english.ends_with(".")) << measure.number;
        EXPECT_EQ(english.find(". "), std::string::npos) << measure.number;
    }
}

TEST(ShippedData, NamesEveryBodyAndPlaceInThreeLanguages) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto& registry = dataset.registry();
    EXPECT_EQ(registry.bodies.size(), 123U);
    EXPECT_EQ(registry.places.size(), 61U);  // the nation, 34 divisions, 18 cities, 8 regions
    EXPECT_EQ(registry.groups.at(0).members.size(), 8U);
    for (const auto language : all_languages) {
        for (const auto& body : registry.bodies) {
            EXPECT_FALSE(body.name.exact(language).empty()) << body.id;
            EXPECT_FALSE(body.short_name.exact(language).empty()) << body.id;
        }
        for (const auto& place : registry.places) {
            EXPECT_FALSE(place.name.exact(language).empty()) << place.id;
        }
    }
}

TEST(ShippedData, KnowsWhereTheBankingRegulatorCameFromAndWentTo) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    const auto& registry = dataset.registry();
    std::set<std::string> changes;
    for (const auto& each : registry.successions) {
        EXPECT_FALSE(each.source.empty());
        const auto& from = registry[each.from].id;
        const auto& to = registry[each.to].id;
        if (from == "cbirc" || to == "cbirc") {
            changes.insert(from + " " + to + " " + to_string(each.date));
        }
    }
    EXPECT_EQ(changes, (std::set<std::string>{"cbrc cbirc 2018-04-08", "circ cbirc 2018-04-08",
                                              "cbirc nfra 2023-05-18"}));
}

std::vector<std::vector<DepartmentIndex>> departments_of(const Dataset& dataset) {
    std::vector<std::vector<DepartmentIndex>> result(dataset.measures().size());
    for (MeasureIndex m; m.value < result.size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            result[m.value].push_back(each.department);
        }
    }
    return result;
}

TEST(ShippedPlans, AreSuccessionsOfTheRegistry) {
    const std::vector paths{std::string(REMIT_SOURCE_DIR "/data/plans")};
    const auto dataset = load(paths).dataset.value();
    std::set<std::pair<BodyIndex, BodyIndex>> planned;
    for (const auto& plan : dataset.plans()) {
        EXPECT_FALSE(plan.source.empty());
        for (const auto& step : plan.steps) {
            for (const auto body : step.bodies) planned.insert({body, step.to});
        }
    }
    std::set<std::pair<BodyIndex, BodyIndex>> recorded;
    for (const auto& each : dataset.registry().successions) {
        const bool passes_place =
            each.change == Change::merged_into || each.change == Change::replaced_by;
        if (passes_place) recorded.insert({each.from, each.to});
    }
    EXPECT_EQ(planned.size(), 3U);
    EXPECT_TRUE(std::includes(recorded.begin(), recorded.end(), planned.begin(), planned.end()));
}

TEST(ShippedPlans, DoWhatTheDayDoes) {
    const std::vector paths{
        std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"),
        std::string(REMIT_SOURCE_DIR "/data/plans/2023-financial-regulator.yaml")};
    const auto dataset = load(paths).dataset.value();

    const auto planned = reorganize(dataset, dataset.plans()).dataset.value();
    const auto dated = as_of(dataset, {2023, 5, 18}).dataset.value();

    EXPECT_EQ(departments_of(planned), departments_of(dated));
    for (DepartmentIndex d; d.value < dated.departments().size(); ++d.value) {
        EXPECT_EQ(planned[d].id, dated[d].id);
    }
    EXPECT_EQ(planned[DepartmentIndex{0}].id, "nfra");
}

}  // namespace
}  // namespace remit
