#include "facts.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace remit::drawing {
namespace {

constexpr Phrase finding{"workload-picture.finding"};

/// In whole billionths sums that differ only by the order of adding are equal, and unlike a
/// comparison with a tolerance they are an order.
std::int64_t billionths(double value) {
    return std::llround(value * 1e9);
}

void find_heavy(WorkloadFacts& facts) {
    const auto& rows = facts.rows;
    std::size_t held = 0;
    std::size_t count = 0;
    while (count < rows.size() && 3 * held < 2 * facts.workload.links) {
        held += rows[count++].measures;
    }
    while (count > 0 && count < rows.size() && rows[count].measures == rows[count - 1].measures) {
        held += rows[count++].measures;
    }
    if (count == 0 || 2 * count > rows.size()) return;
    facts.heavy = count;
    facts.held = held;
}

}  // namespace

WorkloadFacts workload_facts(const Dataset& dataset) {
    WorkloadFacts facts;
    facts.workload = workload(responsibility_graph(dataset), dataset.withheld());
    facts.rows = facts.workload.departments;
    std::stable_sort(facts.rows.begin(), facts.rows.end(), [](const auto& a, const auto& b) {
        return std::pair(b.measures, billionths(b.fractional)) <
               std::pair(a.measures, billionths(a.fractional));
    });
    for (const auto& row : facts.rows) facts.leading += row.standings.ahead();
    find_heavy(facts);
    return facts;
}

std::string workload_finding(const WorkloadFacts& facts, Language language) {
    if (facts.heavy == 0) return {};
    return finding.fill(language,
                        {std::to_string(facts.heavy), std::to_string(facts.rows.size()),
                         std::to_string(facts.held), std::to_string(facts.workload.links)});
}

}  // namespace remit::drawing
