#include <remit/analysis/bounds.hpp>

#include <remit/analysis/fraction_sum.hpp>

#include <algorithm>
#include <cmath>

namespace remit {
namespace {

/// How many of some numbers are above one.
std::size_t above(const std::vector<std::size_t>& ascending, std::size_t value) {
    const auto first = std::upper_bound(ascending.begin(), ascending.end(), value);
    return static_cast<std::size_t>(ascending.end() - first);
}

/// The concentration of ascending counts, kept up as they grow.
class GrowingCounts {
 public:
    explicit GrowingCounts(const std::vector<std::size_t>& ascending)
        : counts_(ascending.size()), n_(static_cast<double>(ascending.size())) {
        for (std::size_t i = 0; i < counts_.size(); ++i) grow(i, ascending[i]);
    }

    [[nodiscard]] std::size_t operator[](std::size_t i) const { return counts_[i]; }

    /// \pre they are still ascending, or will be before `widen`
    void grow(std::size_t i, std::size_t by) {
        const auto before = static_cast<double>(counts_[i]);
        counts_[i] += by;
        const auto after = static_cast<double>(counts_[i]);
        sum_ += after - before;
        differences_ += (2.0 * static_cast<double>(i) + 1.0 - n_) * (after - before);
        squares_ += after * after - before * before;
        logarithms_ += times_logarithm(after) - times_logarithm(before);
    }

    void widen(std::optional<ConcentrationBounds>& bounds) const {
        if (sum_ == 0.0) return;
        const Concentration found{
            differences_ / (n_ * sum_), squares_ / (sum_ * sum_),
            std::clamp(std::exp(std::log(sum_) - logarithms_ / sum_), 1.0, n_)};
        if (!bounds) bounds = ConcentrationBounds{found, found};
        for (const auto figure :
             {&Concentration::gini, &Concentration::herfindahl, &Concentration::effective_number}) {
            bounds->low.*figure = std::min(bounds->low.*figure, found.*figure);
            bounds->high.*figure = std::max(bounds->high.*figure, found.*figure);
        }
    }

 private:
    static double times_logarithm(double x) { return x > 0.0 ? x * std::log(x) : 0.0; }

    std::vector<std::size_t> counts_;
    double n_;
    double sum_ = 0.0;
    double differences_ = 0.0;  // sum of (2 i - n - 1) x_i, i from 1
    double squares_ = 0.0;
    double logarithms_ = 0.0;  // sum of x ln x
};

}  // namespace

std::vector<LoadBounds> load_bounds(const ResponsibilityGraph& graph, std::size_t withheld) {
    struct Parts {
        FractionSum all;
        FractionSum complete;
        std::size_t open = 0;     // open lists that print it
        double not_gained = 0.0;  // what one more body of these would have
    };
    std::vector<LoadBounds> result(graph.department_count());
    std::vector<Parts> parts(graph.department_count());
    std::size_t without_first = 0;  // open lists that print nobody
    double gained = 0.0;            // what one more body of each open list would have
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        const auto n = departments.size();
        const bool open = graph.beyond(m) == Beyond::others;
        const auto part = open ? 1.0 / (static_cast<double>(n) + 1.0) : 0.0;
        gained += part;
        if (open && n == 0) ++without_first;
        if (n > 0) ++result[departments[0].value].first_named.low;
        for (const auto d : departments) {
            ++result[d.value].measures.low;
            auto& its = parts[d.value];
            its.all.add(n);
            if (!open) its.complete.add(n);
            if (open) ++its.open;
            its.not_gained += part;
        }
    }
    std::vector<std::size_t> lows;
    std::vector<std::size_t> highs;
    for (std::size_t d = 0; d < result.size(); ++d) {
        auto& load = result[d];
        load.measures.high = load.measures.low + graph.open_count() - parts[d].open + withheld;
        load.first_named.high = load.first_named.low + without_first + withheld;
        load.fractional.low = parts[d].complete.take();
        load.fractional.high =
            parts[d].all.take() + (gained - parts[d].not_gained) + static_cast<double>(withheld);
        lows.push_back(load.measures.low);
        highs.push_back(load.measures.high);
    }
    std::sort(lows.begin(), lows.end());
    std::sort(highs.begin(), highs.end());
    for (auto& load : result) {
        load.rank = 1 + above(lows, load.measures.low);
        load.ranks.low = 1 + above(lows, load.measures.high);
        const bool counts_itself = load.measures.high > load.measures.low;
        load.ranks.high = 1 + above(highs, load.measures.low) - (counts_itself ? 1 : 0);
    }
    return result;
}

LoadBounds unnamed_bounds(const ResponsibilityGraph& graph, std::size_t withheld) {
    std::vector<Link> links;
    std::vector<Beyond> beyond;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) links.push_back({m, d});
        beyond.push_back(graph.beyond(m));
    }
    const ResponsibilityGraph with_another(graph.measure_count(), graph.department_count() + 1,
                                           links, 0, {}, beyond);
    return load_bounds(with_another, withheld).back();
}

Bounds<std::size_t> shared_bounds(const ResponsibilityGraph& graph, const SharedMeasures& shared,
                                  std::size_t withheld) {
    const auto open = std::count_if(shared.begin(), shared.end(), [&](MeasureIndex m) {
        return graph.beyond(m) == Beyond::others;
    });
    return {shared.size(),
            shared.size() + graph.open_count() - static_cast<std::size_t>(open) + withheld};
}

std::optional<ConcentrationBounds> concentration_bounds(const std::vector<LoadBounds>& loads) {
    std::vector<std::size_t> counts;
    std::size_t gain = 0;
    for (const auto& load : loads) {
        counts.push_back(load.measures.low);
        gain = std::max(gain, load.measures.high - load.measures.low);
    }
    std::sort(counts.begin(), counts.end());
    std::optional<ConcentrationBounds> bounds;
    GrowingCounts most(counts);
    most.widen(bounds);
    if (gain == 0) return bounds;
    for (auto i = counts.size(); i-- > 0;) {
        most.grow(i, gain);
        most.widen(bounds);
    }
    // One measure at a time to one that has least: the last of these, which has gained least. As
    // soon as all have as many, there is nothing lower.
    GrowingCounts least(counts);
    for (std::size_t full = 0; full < counts.size() && least[full] < least[counts.size() - 1];) {
        auto at = full;
        while (at + 1 < counts.size() && least[at + 1] == least[full]) ++at;
        if (least[at] == counts[at] + gain) {
            full = at + 1;
            continue;
        }
        least.grow(at, 1);
        least.widen(bounds);
    }
    return bounds;
}

Bounds<std::size_t> cover_bounds(const ResponsibilityGraph& graph, Bounds<std::size_t> listed,
                                 std::size_t withheld, std::size_t effort) {
    if (graph.open_count() == 0) {
        const std::size_t some = withheld > 0 ? 1 : 0;
        return {std::max(listed.low, some), listed.high + withheld};
    }
    std::vector<MeasureIndex> complete;
    std::size_t without_first = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (graph.beyond(m) != Beyond::others) complete.push_back(m);
        if (graph.beyond(m) == Beyond::others && graph.departments(m).empty()) ++without_first;
    }
    const auto bound = cover(graph, complete, {.groups = 1, .effort = effort}).bound;
    const auto low = static_cast<std::size_t>((bound.thousandths + 999) / 1000);
    return {std::max<std::size_t>(low, 1), listed.high + without_first + withheld};
}

}  // namespace remit
