#include "support/generated.hpp"
#include "support/programmes.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/grouped_load.hpp>
#include <remit/analysis/profile.hpp>
#include <remit/analysis/where.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace remit {
namespace {

std::vector<Condition> conditions(const Dataset& dataset, const std::vector<std::string>& texts) {
    std::vector<ConditionText> written;
    for (const auto& each : texts) written.push_back(parse_condition(each).value());
    std::vector<Condition> result;
    for (const auto& each : joined(written)) {
        auto resolved = resolve(dataset, each);
        if (resolved.condition) result.push_back(*std::move(resolved.condition));
    }
    return result;
}

Dataset restrict_to(const Dataset& dataset, const std::vector<std::string>& texts) {
    return where(dataset, conditions(dataset, texts));
}

std::multiset<std::string> identifiers_of(const Dataset& dataset) {
    std::multiset<std::string> result;
    for (const auto& measure : dataset.measures()) result.insert(measure.identifier());
    return result;
}

/// The conditions by which a generated programme falls into parts: of each list the measures meet
/// one, or have no value, or cannot be judged.
const std::vector<std::vector<std::string>> partitions{
    {"status=open", "status=done", "status=late", "status="},
    {"status=open|late", "status=done", "status="},
    {"due<2024", "due>=2024", "due="},
    {"due<=2024-02", "due>2024-02", "due="},
    {"budget<500", "budget>=500", "budget="},
    {"budget<=10", "budget>10", "budget="},
};

class WhereProperties : public testing::TestWithParam<unsigned> {};

TEST_P(WhereProperties, AConditionAndItsComplementPartitionTheMeasures) {
    const auto dataset = test::generated_programme(GetParam());
    for (const auto& partition : partitions) {
        std::multiset<std::string> all;
        std::size_t undecided = 0;
        for (const auto& condition : partition) {
            const auto part = restrict_to(dataset, {condition});
            all.merge(identifiers_of(part));
            undecided = std::max(undecided, part.restriction()->left_out.undecided);
        }
        EXPECT_EQ(all.size() + undecided, dataset.measures().size()) << partition.front();
        EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), all.size());
    }
}

TEST_P(WhereProperties, TwiceIsBoth) {
    const auto dataset = test::generated_programme(GetParam());
    const std::vector<std::string> some{"status=done",   "due>=2024",   "budget<700",  "note=n1",
                                        "department=d0", "region=land", "role=guiding"};
    for (const auto& a : some) {
        for (const auto& b : some) {
            if (b <= a) continue;
            const auto twice = where(restrict_to(dataset, {a}), conditions(dataset, {b}));
            const auto both = restrict_to(dataset, {a, b});
            EXPECT_EQ(identifiers_of(twice), identifiers_of(both)) << a << ' ' << b;
            EXPECT_EQ(twice.withheld(), both.withheld());
            EXPECT_EQ(twice.announced(), both.announced());
        }
    }
}

/// What a programme is in figures, by names instead of positions.
std::map<std::string, std::vector<double>> figures(const Dataset& dataset) {
    std::map<std::string, std::vector<double>> result;
    const auto loads = workload(responsibility_graph(dataset), dataset.withheld());
    const auto sums = sum_by_department(dataset, {2}, Credit::fractional);
    const auto by_weight = sum_by_department(dataset, {2}, Credit::weighted);
    const auto status_of = [&](MeasureIndex measure, std::size_t) -> std::optional<std::size_t> {
        const auto* const value = dataset.value(measure, {1});
        if (value == nullptr) return std::nullopt;
        return std::get<ChoiceIndex>(*value).value;
    };
    const auto by_status = load_by_group(dataset, 3, status_of, Credit::full);
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& load = loads.departments[d.value];
        auto& row = result[dataset[d].id];
        row = {static_cast<double>(load.measures),
               load.fractional,
               load.share.low,
               load.share.high,
               sums.departments[d.value].sum,
               by_weight.departments[d.value].sum,
               by_status[d.value].without};
        row.push_back(static_cast<double>(load.possible));
        row.push_back(static_cast<double>(load.sole));
        row.push_back(static_cast<double>(load.standings.lead));
        row.insert(row.end(), by_status[d.value].loads.begin(), by_status[d.value].loads.end());
    }
    result[""] = {sums.total, static_cast<double>(dataset.withheld()),
                  static_cast<double>(dataset.announced().value_or(999999))};
    const auto numbers = profile(dataset);
    for (const auto number : {numbers.collective, numbers.unassigned, numbers.open, numbers.pairs,
                              numbers.shared, numbers.nationwide, numbers.cover.value_or(0)}) {
        result[""].push_back(static_cast<double>(number));
    }
    for (const auto& pair : coresponsibility(responsibility_graph(dataset))) {
        const auto [a, b] = std::minmax(dataset[pair.a].id, dataset[pair.b].id);
        result[a + '+' + b] = {static_cast<double>(pair.shared())};
    }
    for (const auto& place : coverage(dataset)) {
        result["in " + dataset.registry()[place.place].id] = {
            static_cast<double>(place.measures.size()), static_cast<double>(place.possible)};
    }
    return result;
}

/// The lines of a generated file with measures and departments in another order, the measures with
/// other numbers.
std::string reordered(const std::string& text, unsigned seed) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    std::mt19937 random(seed);
    const auto shuffle = [&](const std::string& head) {
        std::vector<std::size_t> at;
        std::vector<std::string> own;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].starts_with(head)) at.push_back(i);
        }
        for (const auto i : at) own.push_back(lines[i]);
        std::shuffle(own.begin(), own.end(), random);
        for (std::size_t i = 0; i < at.size(); ++i) lines[at[i]] = own[i];
    };
    for (const auto* head : {"  - {number: ", "  - {code: ", "  - {id: d"}) shuffle(head);
    std::string result;
    std::size_t number = 1000;
    for (auto line : lines) {
        if (line.starts_with("  - {number: ")) {
            const auto comma = line.find(',');
            line = "  - {number: " + std::to_string(++number) + line.substr(comma);
        }
        result += line + '\n';
    }
    return result;
}

class FieldFigures : public testing::TestWithParam<unsigned> {};

TEST_P(FieldFigures, AreTheSameInAnotherOrderWithOtherNumbers) {
    const auto text = test::generated_text(GetParam());
    const auto dataset = test::programme(text);
    const auto other = test::programme(reordered(text, GetParam()));

    EXPECT_EQ(figures(other), figures(dataset));
    for (const auto& condition : {"status=done", "due<2024", "budget>=300", "department=d0"}) {
        const auto restricted = restrict_to(dataset, {condition});
        const auto likewise = restrict_to(other, {condition});
        EXPECT_EQ(figures(likewise), figures(restricted)) << condition;
        EXPECT_EQ(restriction_remark(likewise, Language::en),
                  restriction_remark(restricted, Language::en));
    }
}

TEST_P(WhereProperties, BoundsHoldWhateverTheWithheldMeasuresAre) {
    const auto dataset = test::generated_programme(GetParam());
    const auto restricted = restrict_to(dataset, {"status=done"});
    const auto h = dataset.withheld();
    const auto loads = workload(responsibility_graph(restricted), restricted.withheld());
    const auto n = restricted.measures().size();
    if (n == 0) return;
    for (const auto& load : loads.departments) {
        for (std::size_t meeting = 0; meeting <= h; ++meeting) {
            for (std::size_t own = 0; own <= meeting; ++own) {
                const auto share =
                    static_cast<double>(load.measures + own) / static_cast<double>(n + meeting);
                EXPECT_LE(load.share.low, share + 1e-12);
                EXPECT_GE(load.share.high, share - 1e-12);
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, WhereProperties, testing::Range(0U, 50U));
INSTANTIATE_TEST_SUITE_P(Seeds, FieldFigures, testing::Range(0U, 200U));

}  // namespace
}  // namespace remit
