#include <remit/analysis/metrics.hpp>

#include "metric_parts.hpp"

#include <algorithm>
#include <vector>

namespace remit {

std::span<const Metric> metrics() {
    static const auto all = [] {
        std::vector<Metric> result;
        for (const auto part : {detail::load_metrics(), detail::pair_metrics(),
                                detail::position_metrics(), detail::collaboration_metrics(),
                                detail::programme_metrics(), detail::turnover_metrics()}) {
            for (const auto& metric : part) result.push_back(metric);
        }
        return result;
    }();
    return all;
}

const Metric* find_metric(std::string_view id) {
    const auto all = metrics();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Metric& metric) { return metric.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace remit
