#include <remit/analysis/backbone.hpp>

#include <remit/analysis/configuration_model.hpp>
#include <remit/analysis/projection.hpp>

#include "fixed_degrees.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace remit {
namespace {

/// Probabilities of lowest, lowest + 1, …
struct Distribution {
    std::size_t lowest = 0;
    std::vector<double> probabilities;

    /// [x]: P(X >= x) or P(X <= x), for x up to `highest`. Adds from the far end, where they are
    /// small.
    [[nodiscard]] std::vector<double> tails(Tail tail, std::size_t highest) const {
        std::vector<double> result(std::max(highest + 1, lowest + probabilities.size()));
        std::copy(probabilities.begin(), probabilities.end(),
                  result.begin() + static_cast<std::ptrdiff_t>(lowest));
        if (tail == Tail::more) {
            std::partial_sum(result.rbegin(), result.rend(), result.rbegin());
        } else {
            std::partial_sum(result.begin(), result.end(), result.begin());
        }
        for (auto& each : result) each = std::min(1.0, each);
        // What is certain is 1, whatever was rounded.
        const auto last = lowest + probabilities.size() - 1;
        for (std::size_t x = 0; x < result.size(); ++x) {
            if (tail == Tail::more ? x <= lowest : x >= last) result[x] = 1.0;
        }
        return result;
    }
};

/// The distribution on lowest, …, highest with P(x + 1) / P(x) = ratio(x), which must not grow.
/// Starts at the mode, so that nothing overflows, whatever the numbers.
template <class Ratio>
Distribution by_ratios(std::size_t lowest, std::size_t highest, Ratio ratio) {
    auto mode = lowest;
    while (mode < highest && ratio(mode) > 1.0) ++mode;
    std::vector<double> weights(highest - lowest + 1);
    weights[mode - lowest] = 1.0;
    for (auto x = mode; x < highest; ++x) weights[x + 1 - lowest] = weights[x - lowest] * ratio(x);
    for (auto x = mode; x > lowest; --x) {
        weights[x - 1 - lowest] = weights[x - lowest] / ratio(x - 1);
    }
    const auto sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (auto& weight : weights) weight /= sum;
    return {lowest, std::move(weights)};
}

/// What k and l draws from n have in common.
Distribution hypergeometric(std::size_t n, std::size_t k, std::size_t l) {
    const auto lowest = k + l > n ? k + l - n : 0;
    return by_ratios(lowest, std::min(k, l), [&](std::size_t x) {
        return static_cast<double>(k - x) / static_cast<double>(x + 1) *
               (static_cast<double>(l - x) / static_cast<double>(n + x + 1 - k - l));
    });
}

/// [x]: the tail from x in a graph of which only the number of links is given, for x up to
/// `highest`.
///
/// The links of two departments are T of their 2 M cells, hypergeometric of all D M cells; given T,
/// x measures have two of them in C(M, x) C(M - x, T - 2 x) 2^(T - 2 x) ways.
std::vector<double> fixed_fill_tails(const ResponsibilityGraph& graph, Tail tail,
                                     std::size_t highest) {
    const auto measures = graph.measure_count();
    const auto cells = graph.department_count() * measures;
    std::vector<double> tails(highest + 1);
    const auto links = hypergeometric(cells, 2 * measures, graph.link_count());
    for (std::size_t i = 0; i < links.probabilities.size(); ++i) {
        const auto t = links.lowest + i;
        if (links.probabilities[i] == 0.0) continue;
        const auto lowest = t > measures ? t - measures : 0;
        const auto both = by_ratios(lowest, t / 2, [&](std::size_t x) {
            const auto single = static_cast<double>(t - 2 * x);
            return single / static_cast<double>(x + 1) * (single - 1.0) /
                   (4.0 * static_cast<double>(measures + x + 1 - t));
        });
        const auto of_both = both.tails(tail, highest);
        for (std::size_t x = 0; x <= highest; ++x) tails[x] += links.probabilities[i] * of_both[x];
    }
    return tails;
}

/// Where two departments share each measure with its own probability (Poisson-binomial).
double sdsm_tail(const ConfigurationModel& model, Tail tail, const PairEvidence& pair) {
    std::vector<double> exactly(pair.shared + 1);  // [i]: i of the measures so far
    exactly[0] = 1.0;
    double at_least = pair.shared == 0 ? 1.0 : 0.0;
    for (MeasureIndex m; m.value < model.measures; ++m.value) {
        const auto p = model.probability(pair.a, m) * model.probability(pair.b, m);
        if (pair.shared > 0) at_least += exactly[pair.shared - 1] * p;
        for (auto i = pair.shared; i > 0; --i) {
            exactly[i] = exactly[i] * (1.0 - p) + exactly[i - 1] * p;
        }
        exactly[0] *= 1.0 - p;
    }
    const auto at_most = std::accumulate(exactly.begin(), exactly.end(), 0.0);
    return std::min(1.0, tail == Tail::more ? at_least : at_most);
}

/// Whether p is 1 whatever the graphs.
bool is_certain(const Backbone& result, const PairEvidence& pair) {
    return result.tail == Tail::more && pair.shared == 0;
}

/// Gives the pairs their p, which depends on the degrees and on what is shared alone:
/// of(degree, degree, pair).
template <class Function>
void evaluate(Backbone& result, const ResponsibilityGraph& graph, Function of) {
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, double> known;
    for (auto& pair : result.pairs) {
        if (is_certain(result, pair)) continue;
        const auto [low, high] =
            std::minmax({graph.measures(pair.a).size(), graph.measures(pair.b).size()});
        const auto [entry, is_new] = known.try_emplace({low, high, pair.shared});
        if (is_new) entry->second = of(low, high, pair);
        pair.p = entry->second;
    }
}

void evaluate_sdsm(Backbone& result, const ResponsibilityGraph& graph, std::size_t steps) {
    const auto model = configuration_model(graph, steps);
    if (!model.converged) {
        result.computation = Computation::not_converged;
        return;
    }
    evaluate(result, graph, [&](std::size_t, std::size_t, const PairEvidence& pair) {
        return sdsm_tail(model, result.tail, pair);
    });
}

/// False, and nothing done, where counting takes too long.
[[nodiscard]] bool count_fdsm(Backbone& result, const ResponsibilityGraph& graph,
                              std::size_t limit) {
    FixedDegrees graphs(graph, limit);
    std::map<std::pair<std::size_t, std::size_t>, Distribution> known;
    for (const auto& pair : result.pairs) {
        if (is_certain(result, pair)) continue;
        const std::pair degrees =
            std::minmax({graph.measures(pair.a).size(), graph.measures(pair.b).size()});
        if (known.contains(degrees)) continue;
        auto probabilities = graphs.shared(degrees.first, degrees.second);
        if (!probabilities) return false;
        known.emplace(degrees, Distribution{0, std::move(*probabilities)});
    }
    evaluate(result, graph, [&](std::size_t low, std::size_t high, const PairEvidence& pair) {
        return known.at({low, high}).tails(result.tail, pair.shared)[pair.shared];
    });
    return true;
}

void sample_fdsm(Backbone& result, const ResponsibilityGraph& graph,
                 const BackboneOptions& options) {
    result.computation = Computation::sampled;
    result.draws = options.draws;
    result.seed = options.seed;
    if (result.pairs.empty()) return;
    DegreePreservingChain chain(graph, options.seed);
    const auto trade = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) chain.trade();
    };
    trade(90 * graph.department_count());
    std::vector<std::size_t> hits(result.pairs.size());
    for (std::size_t draw = 0; draw < options.draws; ++draw) {
        trade(10 * graph.department_count());
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const auto& pair = result.pairs[i];
            if (is_certain(result, pair)) continue;
            const auto shared = chain.shared(pair.a.value, pair.b.value);
            if (result.tail == Tail::more ? shared >= pair.shared : shared <= pair.shared) {
                ++hits[i];
            }
        }
    }
    const auto draws = static_cast<double>(options.draws);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        auto& pair = result.pairs[i];
        if (is_certain(result, pair)) continue;
        pair.p = (static_cast<double>(hits[i]) + 1.0) / (draws + 1.0);
        pair.error = std::sqrt(pair.p * (1.0 - pair.p) / draws);
    }
}

/// All pairs with what they share, by a, then b.
std::vector<PairEvidence> all_pairs(const ResponsibilityGraph& graph) {
    std::vector<PairEvidence> pairs;
    const auto linked = projection(graph);
    auto next = linked.begin();
    for (DepartmentIndex a; a.value < graph.department_count(); ++a.value) {
        for (DepartmentIndex b{a.value + 1}; b.value < graph.department_count(); ++b.value) {
            PairEvidence pair{a, b};
            if (next != linked.end() && next->a == a && next->b == b) {
                pair.shared = next->shared;
                ++next;
            }
            pairs.push_back(pair);
        }
    }
    return pairs;
}

std::size_t most_shared(const std::vector<PairEvidence>& pairs) {
    std::size_t most = 0;
    for (const auto& pair : pairs) most = std::max(most, pair.shared);
    return most;
}

void evaluate(Backbone& result, const ResponsibilityGraph& graph, const BackboneOptions& options) {
    switch (options.model) {
        case NullModel::hypergeometric:
            evaluate(result, graph, [&](std::size_t k, std::size_t l, const PairEvidence& pair) {
                const auto chance = hypergeometric(graph.measure_count(), k, l);
                return chance.tails(result.tail, pair.shared)[pair.shared];
            });
            return;
        case NullModel::sdsm:
            evaluate_sdsm(result, graph, options.fitting_limit);
            return;
        case NullModel::fdsm:
            if (!count_fdsm(result, graph, options.counting_limit)) {
                sample_fdsm(result, graph, options);
            }
            return;
        case NullModel::fixed_fill: {
            if (result.pairs.empty()) return;
            const auto tails = fixed_fill_tails(graph, result.tail, most_shared(result.pairs));
            for (auto& pair : result.pairs) {
                if (!is_certain(result, pair)) pair.p = std::min(1.0, tails[pair.shared]);
            }
            return;
        }
    }
}

}  // namespace

Backbone backbone(const ResponsibilityGraph& graph, const BackboneOptions& options) {
    Backbone result;
    result.pairs = all_pairs(graph);
    result.model = options.model;
    result.correction = options.correction;
    result.tail = options.tail;
    evaluate(result, graph, options);

    std::vector<double> p;
    p.reserve(result.pairs.size());
    for (const auto& pair : result.pairs) p.push_back(pair.p);
    const auto adjusted = adjust(p, options.correction);
    for (std::size_t i = 0; i < adjusted.size(); ++i) result.pairs[i].adjusted = adjusted[i];
    return result;
}

std::vector<PairEvidence> significant(const Backbone& backbone, double alpha) {
    std::vector<PairEvidence> result;
    for (const auto& pair : backbone.pairs) {
        if (pair.adjusted <= alpha) result.push_back(pair);
    }
    return result;
}

std::vector<double> adjust(std::span<const double> p, Correction correction) {
    std::vector<double> result(p.begin(), p.end());
    const auto n = static_cast<double>(p.size());
    if (correction == Correction::none) return result;
    if (correction == Correction::bonferroni) {
        for (auto& value : result) value = std::min(1.0, n * value);
        return result;
    }
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    if (correction == Correction::holm) {
        double largest = 0.0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            largest = std::max(largest, (n - static_cast<double>(i)) * p[order[i]]);
            result[order[i]] = std::min(1.0, largest);
        }
        return result;
    }
    double least = 1.0;
    for (auto i = order.size(); i > 0; --i) {
        least = std::min(least, n / static_cast<double>(i) * p[order[i - 1]]);
        result[order[i - 1]] = least;
    }
    return result;
}

}  // namespace remit
