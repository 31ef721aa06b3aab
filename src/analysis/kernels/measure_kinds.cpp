#include "measure_kinds.hpp"

#include <algorithm>
#include <utility>

namespace remit::detail {
namespace {

/// By Fowler, Noll and Vo; lists of one hash are compared.
std::uint64_t hash(std::span<const std::uint32_t> list) {
    std::uint64_t result = 0xCBF29CE484222325;
    for (const auto each : list) result = (result ^ each) * 0x100000001B3;
    return result;
}

}  // namespace

MeasureKinds::MeasureKinds(const ResponsibilityGraph& graph) : kind_(graph.measure_count()) {
    std::vector<std::size_t> begin{0};
    std::vector<std::uint32_t> departments;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;  // the same lists together
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) departments.push_back(d.value);
        const auto list = departments.begin() + static_cast<std::ptrdiff_t>(begin.back());
        std::sort(list, departments.end());
        order.emplace_back(hash({list, departments.end()}), m.value);
        begin.push_back(departments.size());
    }
    const auto list = [&](std::uint32_t m) {
        return std::span(departments).subspan(begin[m], begin[m + 1] - begin[m]);
    };
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        const auto one = list(a.second);
        const auto other = list(b.second);
        const auto found = std::lexicographical_compare_three_way(one.begin(), one.end(),
                                                                  other.begin(), other.end());
        return found == 0 ? a.second < b.second : found < 0;
    });
    std::vector<std::uint32_t> first(kind_.size());  // by measure: the first that is like it
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto m = order[i].second;
        const bool same = i > 0 && std::ranges::equal(list(order[i - 1].second), list(m));
        first[m] = same ? first[order[i - 1].second] : m;
    }
    begin_.push_back(0);
    for (std::uint32_t m = 0; m < first.size(); ++m) {
        if (first[m] == m) {
            kind_[m] = count();
            size_.push_back(0);
            departments_.insert(departments_.end(), list(m).begin(), list(m).end());
            begin_.push_back(departments_.size());
        }
        kind_[m] = kind_[first[m]];
        ++size_[kind_[m]];
    }
}

}  // namespace remit::detail
