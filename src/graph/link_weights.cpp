#include <remit/graph/link_weights.hpp>

#include <remit/model/error.hpp>
#include <remit/model/weights.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace remit {

LinkWeights::LinkWeights(const ResponsibilityGraph& graph, std::vector<double> weights) {
    if (weights.size() != graph.link_count()) {
        throw Error("a graph of " + std::to_string(graph.link_count()) + " links has not " +
                    std::to_string(weights.size()) + " weights");
    }
    const auto is_wrong = [](double each) { return !std::isfinite(each) || each < 0.0; };
    if (std::any_of(weights.begin(), weights.end(), is_wrong)) {
        throw Error("a weight is not a number from 0");
    }
    if (std::all_of(weights.begin(), weights.end(), [](double each) { return each == 0.0; })) {
        return;
    }
    const auto measures = graph.measure_count();
    begin_.assign(measures + 1, 0);
    sums_.assign(measures, 0.0);
    given_.assign(measures, false);
    for (MeasureIndex m; m.value < measures; ++m.value) {
        const auto n = graph.departments(m).size();
        const auto begin = begin_[m.value];
        begin_[m.value + 1] = begin + static_cast<std::uint32_t>(n);
        const auto own = std::span(weights).subspan(begin, n);
        const auto none = static_cast<std::size_t>(std::count(own.begin(), own.end(), 0.0));
        if (none > 0 && none < n) {
            throw Error("measure " + std::to_string(m.value) +
                        " gives some departments a weight and others none");
        }
        given_[m.value] = none < n;
        if (none == n) std::fill(own.begin(), own.end(), 1.0);
        if (none < n) ++measures_;
        sums_[m.value] = std::accumulate(own.begin(), own.end(), 0.0);
        if (!std::isfinite(sums_[m.value])) {
            throw Error("measure " + std::to_string(m.value) + " has weights whose sum is no number");
        }
    }
    weights_ = std::move(weights);
}

LinkWeights link_weights(const Dataset& dataset) {
    if (!has_weights(dataset)) return {};
    std::vector<double> all;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto given = weights(dataset, m);
        all.insert(all.end(), given.begin(), given.end());
        if (given.empty()) all.resize(all.size() + dataset.responsibilities(m).size());
    }
    return LinkWeights(responsibility_graph(dataset), std::move(all));
}

}  // namespace remit
