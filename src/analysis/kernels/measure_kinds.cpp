#include "measure_kinds.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace remit::detail {

MeasureKinds::MeasureKinds(const ResponsibilityGraph& graph) : kind_(graph.measure_count()) {
    std::vector<std::size_t> begin{0};
    std::vector<std::uint32_t> departments;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) departments.push_back(d.value);
        std::sort(departments.begin() + static_cast<std::ptrdiff_t>(begin.back()),
                  departments.end());
        begin.push_back(departments.size());
    }
    const auto list = [&](std::uint32_t m) {
        return std::span(departments).subspan(begin[m], begin[m + 1] - begin[m]);
    };
    std::vector<std::uint32_t> order(
        kind_.size());  // the same lists together, first measures first
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto one = list(a);
        const auto other = list(b);
        const auto found = std::lexicographical_compare_three_way(one.begin(), one.end(),
                                                                  other.begin(), other.end());
        return found == 0 ? a < b : found < 0;
    });
    std::vector<std::uint32_t> first(kind_.size());  // by measure: the first that is like it
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool same = i > 0 && std::ranges::equal(list(order[i - 1]), list(order[i]));
        first[order[i]] = same ? first[order[i - 1]] : order[i];
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
