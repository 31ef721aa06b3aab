#include "measure_kinds.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace remit::detail {
namespace {

/// By Fowler, Noll and Vo, whose last bits depend on all of each number only when they are mixed.
std::uint64_t hash(std::span<const std::uint32_t> list) {
    std::uint64_t result = 0xCBF29CE484222325;
    for (const auto each : list) result = (result ^ each) * 0x100000001B3;
    return result ^ result >> 32;
}

}  // namespace

MeasureKinds::MeasureKinds(const ResponsibilityGraph& graph) : begin_{0} {
    kind_.reserve(graph.measure_count());
    // By hash: a kind with that of its list, at that place or the next that was free.
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> table(std::bit_ceil(2 * graph.measure_count() + 1), none);
    std::vector<std::uint32_t> list;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        list.clear();
        for (const auto d : graph.departments(m)) list.push_back(d.value);
        std::sort(list.begin(), list.end());
        auto at = hash(list) & (table.size() - 1);
        while (table[at] != none && !std::ranges::equal(departments(table[at]), list)) {
            at = (at + 1) & (table.size() - 1);
        }
        if (table[at] == none) {
            table[at] = count();
            size_.push_back(0);
            departments_.insert(departments_.end(), list.begin(), list.end());
            begin_.push_back(departments_.size());
        }
        kind_.push_back(table[at]);
        ++size_[table[at]];
    }
}

}  // namespace remit::detail
