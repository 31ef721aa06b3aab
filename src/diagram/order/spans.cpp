#include "spans.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr std::size_t most_items = 60;
constexpr int most_sweeps = 20;

std::size_t sum_of_spans(const std::vector<std::size_t>& order,
                         const std::vector<std::vector<std::size_t>>& sets) {
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::size_t sum = 0;
    for (const auto& set : sets) {
        std::size_t first = order.size();
        std::size_t last = 0;
        for (const auto item : set) {
            first = std::min(first, place[item]);
            last = std::max(last, place[item]);
        }
        if (!set.empty()) sum += last - first;
    }
    return sum;
}

/// The order with the item at `from` moved to `to`.
std::vector<std::size_t> moved(std::vector<std::size_t> order, std::size_t from, std::size_t to) {
    const auto item = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), item);
    return order;
}

}  // namespace

std::vector<std::size_t> order_by_spans(std::size_t items,
                                        const std::vector<std::vector<std::size_t>>& sets) {
    std::vector<std::size_t> order(items);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (items > most_items) return order;
    auto least = sum_of_spans(order, sets);
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        const auto before = least;
        for (std::size_t from = 0; from < items; ++from) {
            auto best = order;
            for (std::size_t to = 0; to < items; ++to) {
                auto tried = moved(order, from, to);
                const auto sum = sum_of_spans(tried, sets);
                if (sum >= least) continue;
                least = sum;
                best = std::move(tried);
            }
            order = std::move(best);
        }
        if (least == before) break;
    }
    return order;
}

}  // namespace remit::drawing
