#include "facts.hpp"

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr std::size_t most_named = 3;
constexpr std::size_t most_pairs = 40;  // in rows
constexpr double nothing = 1e-12;

Share share_in(const ComparedDepartment& department, const std::vector<Profile>& profiles,
               std::size_t batch) {
    if (department.loads[batch]) return department.loads[batch]->share;
    const auto& profile = profiles[batch];
    return share(0, profile.listed, profile.withheld, profile.open);
}

ComparedRow::Part part_of(const ComparedRow& row) {
    using Part = ComparedRow::Part;
    if (row.counts.front() == 0) return row.counts.back() == 0 ? Part::between : Part::came;
    return row.counts.back() == 0 ? Part::went : Part::both;
}

ComparedRow row_of(const ComparedDepartment& department, const std::vector<Profile>& profiles) {
    ComparedRow row;
    row.department = &department;
    std::vector<Share> shares;
    for (std::size_t b = 0; b < profiles.size(); ++b) {
        const auto& load = department.loads[b];
        row.counts.push_back(load ? load->measures : 0);
        shares.push_back(share_in(department, profiles, b));
        row.shares.push_back(shares.back().of_listed);
    }
    row.part = part_of(row);
    row.difference = row.shares.back() - row.shares.front();
    row.low = shares.back().low - shares.front().high;
    row.high = shares.back().high - shares.front().low;
    row.certain = row.low > nothing || row.high < -nothing;
    return row;
}

/// Of those that moved so, the ones that moved farthest, if they can be named together.
std::vector<std::size_t> farthest(const std::vector<ComparedRow>& rows, bool up) {
    std::vector<std::size_t> found;
    double best = nothing;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (row.part != ComparedRow::Part::both || !(up ? row.rose() : row.fell())) continue;
        const auto far = std::abs(row.difference);
        if (far > best + nothing) {
            found.clear();
            best = far;
        }
        if (far > best - nothing) found.push_back(i);
    }
    if (found.size() > most_named) return {};
    const bool alike = std::all_of(found.begin(), found.end(), [&](std::size_t i) {
        return rows[i].counts.front() == rows[found.front()].counts.front() &&
               rows[i].counts.back() == rows[found.front()].counts.back();
    });
    return alike ? found : std::vector<std::size_t>{};
}

std::size_t most_shared(const ComparedPair& pair) {
    return *std::max_element(pair.shared.begin(), pair.shared.end());
}

void find_pairs(ComparisonFacts& facts) {
    const auto& all = facts.comparison.pairs;
    const auto listed = [&] {
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(),
            [&](const ComparedPair& pair) { return most_shared(pair) >= facts.least_shared; }));
    };
    while (listed() > most_pairs) ++facts.least_shared;
    for (const auto& pair : all) {
        if (most_shared(pair) >= facts.least_shared) {
            facts.pairs.push_back(&pair);
            continue;
        }
        ++facts.other_pairs;
        if (pair.shared.front() == 0 && pair.shared.back() > 0) ++facts.formed;
        if (pair.shared.front() > 0 && pair.shared.back() == 0) ++facts.dissolved;
    }
    const auto change = [](const ComparedPair& pair) {
        return static_cast<long>(pair.shared.back()) - static_cast<long>(pair.shared.front());
    };
    std::stable_sort(facts.pairs.begin(), facts.pairs.end(), [&](const auto* a, const auto* b) {
        if (change(*a) != change(*b)) return change(*a) > change(*b);
        return a->shared.back() > b->shared.back();
    });
}

}  // namespace

bool ComparedRow::rose() const {
    return counts.back() > counts.front() && difference > nothing;
}

bool ComparedRow::fell() const {
    return counts.back() < counts.front() && difference < -nothing;
}

std::size_t ComparedRow::last_batch() const {
    auto batch = counts.size();
    while (batch > 1 && counts[batch - 1] == 0) --batch;
    return batch - 1;
}

std::size_t ComparisonFacts::count_of(ComparedRow::Part part) const {
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const ComparedRow& row) { return row.part == part; }));
}

ComparisonFacts comparison_facts(std::span<const Dataset> batches) {
    ComparisonFacts facts;
    facts.comparison = compare(batches);
    const auto& profiles = facts.comparison.profiles;
    for (const auto& each : profiles) facts.hides = facts.hides || each.withheld + each.open > 0;
    for (const auto& batch : batches) facts.knows_all = facts.knows_all && batch.knows_withheld();
    facts.hides = facts.hides && facts.knows_all;
    facts.none_certain = facts.hides;
    for (const auto& department : facts.comparison.departments) {
        facts.rows.push_back(row_of(department, profiles));
        const auto& row = facts.rows.back();
        const auto& [trend, certain] = department.development;
        const bool changes = trend != Trend::same && trend != Trend::unclear;
        if ((changes && certain) || row.certain) facts.none_certain = false;
    }
    std::stable_sort(facts.rows.begin(), facts.rows.end(), [](const auto& a, const auto& b) {
        if (a.part != b.part) return a.part < b.part;
        if (std::abs(a.difference - b.difference) > nothing) return a.difference > b.difference;
        return a.shares.back() > b.shares.back();
    });
    facts.risen = farthest(facts.rows, true);
    facts.fallen = farthest(facts.rows, false);
    for (const auto i : facts.risen) facts.rows[i].named = true;
    for (const auto i : facts.fallen) facts.rows[i].named = true;
    find_pairs(facts);
    return facts;
}

}  // namespace remit::drawing
