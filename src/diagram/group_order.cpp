#include "group_order.hpp"

#include "billionths.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr int sweeps = 12;

std::vector<std::size_t> places(const LayeredGraph& graph) {
    std::vector<std::size_t> place(graph.column.size());
    for (const auto& items : graph.order) {
        for (std::size_t i = 0; i < items.size(); ++i) place[items[i]] = i;
    }
    return place;
}

/// By the mean place of the neighbors on one side; without any it keeps its own.
void order_column(LayeredGraph& graph, std::size_t column,
                  const std::vector<std::vector<std::size_t>>& neighbors) {
    const auto place = places(graph);
    const auto size = static_cast<double>(graph.order[column].size());
    std::vector<std::int64_t> mean(graph.column.size());
    for (const auto item : graph.order[column]) {
        const auto& near = neighbors[item];
        if (near.empty()) {
            mean[item] = billionths((static_cast<double>(place[item]) + 0.5) / size);
            continue;
        }
        double sum = 0.0;
        for (const auto each : near) {
            const auto others = static_cast<double>(graph.order[graph.column[each]].size());
            sum += (static_cast<double>(place[each]) + 0.5) / others;
        }
        mean[item] = billionths(sum / static_cast<double>(near.size()));
    }
    std::stable_sort(graph.order[column].begin(), graph.order[column].end(),
                     [&](std::size_t a, std::size_t b) { return mean[a] < mean[b]; });
}

}  // namespace

std::size_t LayeredGraph::add(std::size_t in_column) {
    const auto item = column.size();
    column.push_back(in_column);
    before.emplace_back();
    behind.emplace_back();
    if (order.size() <= in_column) order.resize(in_column + 1);
    order[in_column].push_back(item);
    return item;
}

void LayeredGraph::join(std::size_t left, std::size_t right) {
    behind[left].push_back(right);
    before[right].push_back(left);
}

std::size_t crossings(const LayeredGraph& graph) {
    const auto place = places(graph);
    std::size_t count = 0;
    for (const auto& items : graph.order) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (auto j = i + 1; j < items.size(); ++j) {
                for (const auto upper : graph.behind[items[i]]) {
                    for (const auto lower : graph.behind[items[j]]) {
                        if (place[upper] > place[lower]) ++count;
                    }
                }
            }
        }
    }
    return count;
}

void reduce_crossings(LayeredGraph& graph) {
    auto best = graph.order;
    auto least = crossings(graph);
    for (int sweep = 0; sweep < sweeps && least > 0; ++sweep) {
        const bool forth = sweep % 2 == 0;
        for (std::size_t i = 1; i < graph.order.size(); ++i) {
            const auto column = forth ? i : graph.order.size() - 1 - i;
            order_column(graph, column, forth ? graph.before : graph.behind);
        }
        const auto count = crossings(graph);
        if (count >= least) continue;
        least = count;
        best = graph.order;
    }
    graph.order = std::move(best);
}

}  // namespace remit::drawing
