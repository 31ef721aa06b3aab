#include "metric_parts.hpp"

#include <remit/analysis/backbone.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/projection.hpp>
#include <remit/analysis/shared_parts.hpp>
#include <remit/analysis/similarity.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace remit::detail {
namespace {

constexpr Subject pair = Subject::pair;

/// A pair, its similarity and its numbers as text: what is shared and each one's measures.
struct Pair {
    Coresponsibility shared;
    Similarity similarity;
    std::string c, ka, kb;
};

/// Nothing if the two share no measure.
std::optional<Pair> pair_of(const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto [a, b] = std::minmax(of_whom.a, of_whom.b.value());
    const auto pairs = coresponsibility(graph);
    const auto found = std::find_if(pairs.begin(), pairs.end(), [a = a, b = b](const auto& each) {
        return each.a == a && each.b == b;
    });
    if (found == pairs.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(found - pairs.begin());
    return Pair{*found, similarity(graph, pairs)[at], number(found->shared()),
                number(graph.measures(of_whom.a).size()),
                number(graph.measures(*of_whom.b).size())};
}

WorkedValue nothing_shared(const Case& of_whom) {
    constexpr Phrase none{"explain.pair-shares-none"};
    return {0.0, std::string(none.in(of_whom.language))};
}

WorkedValue worked_shared(const Dataset& dataset, const ResponsibilityGraph& graph,
                          const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    constexpr Phrase shared{"explain.measures-shared"};
    std::string list;
    for (const auto m : of->shared.measures) {
        list += (list.empty() ? "" : ", ") + measure_label(dataset, m);
    }
    return {static_cast<double>(of->shared.shared()), shared.fill(of_whom.language, {list, of->c})};
}

WorkedValue worked_newman(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    std::string sum;
    for (const auto m : of->shared.measures) {
        sum += (sum.empty() ? "1/" : " + 1/") + number(graph.departments(m).size() - 1);
    }
    return worked(sum + " = ", of->shared.newman);
}

WorkedValue worked_jaccard(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked(of->c + " / (" + of->ka + " + " + of->kb + " - " + of->c + ") = ",
                  of->similarity.jaccard);
}

WorkedValue worked_overlap(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked(of->c + " / min(" + of->ka + ", " + of->kb + ") = ", of->similarity.overlap);
}

WorkedValue worked_cosine(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked(of->c + " / sqrt(" + of->ka + " * " + of->kb + ") = ", of->similarity.cosine);
}

WorkedValue worked_dice(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked("2 * " + of->c + " / (" + of->ka + " + " + of->kb + ") = ", of->similarity.dice);
}

WorkedValue worked_association_strength(const Dataset&, const ResponsibilityGraph& graph,
                                        const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked(of->c + " / (" + of->ka + " * " + of->kb + ") = ",
                  of->similarity.association_strength);
}

WorkedValue worked_lift(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    return worked(
        number(graph.measure_count()) + " * " + of->c + " / (" + of->ka + " * " + of->kb + ") = ",
        of->similarity.lift);
}

WorkedValue worked_association_strength_links(const Dataset&, const ResponsibilityGraph& graph,
                                              const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    std::array<std::size_t, 3> strength{};  // of a, b and all pairs
    for (const auto& each : projection(graph)) {
        if (each.a == of_whom.a || each.b == of_whom.a) strength[0] += each.shared;
        if (each.a == *of_whom.b || each.b == *of_whom.b) strength[1] += each.shared;
        strength[2] += each.shared;
    }
    return worked("2 * " + number(strength[2]) + " * " + of->c + " / (" + number(strength[0]) +
                      " * " + number(strength[1]) + ") = ",
                  of->similarity.association_strength_links);
}

WorkedValue worked_parts(const Dataset& dataset, const ResponsibilityGraph& graph,
                         const Case& of_whom) {
    const auto of = pair_of(graph, of_whom);
    if (!of) return nothing_shared(of_whom);
    const auto weights = link_weights(dataset);
    std::string sum;
    for (const auto m : of->shared.measures) {
        const auto departments = graph.departments(m);
        std::array<std::string, 2> parts;
        for (std::size_t i = 0; i < departments.size(); ++i) {
            const bool first = departments[i] == of->shared.a;
            if (!first && departments[i] != of->shared.b) continue;
            parts[first ? 0 : 1] = number(weights.part(m, i, departments.size()));
        }
        sum += (sum.empty() ? "" : " + ") + parts[0] + "*" + parts[1];
    }
    return worked(sum + " = ", shared_parts(graph, std::span(&of->shared, 1), weights).front());
}

WorkedValue worked_p(const Dataset&, const ResponsibilityGraph& graph, const Case& of_whom) {
    const auto [a, b] = std::minmax(of_whom.a, of_whom.b.value());
    const auto all = backbone(graph).pairs;
    const auto found = std::find_if(all.begin(), all.end(), [a = a, b = b](const auto& each) {
        return each.a == a && each.b == b;
    });
    constexpr Phrase hypergeometric{"explain.hypergeometric"};
    return {found->p,
            hypergeometric.fill(of_whom.language,
                                {number(found->shared), number(graph.measures(a).size()),
                                 number(graph.measures(b).size()), number(graph.measure_count()),
                                 number(found->p), number(found->adjusted)})};
}

constexpr std::array catalogue{
    Metric{"shared",
           pair,
           {"metric.shared"},
           {"metric.shared-definition"},
           "c(a, b) = number of m that name a and b",
           "",
           "pairs",
           worked_shared},
    Metric{"newman",
           pair,
           {"metric.newman"},
           {"metric.newman-definition"},
           "sum over shared m of 1 / (n(m) - 1)",
           "Newman 2001, Physical Review E 64, 016132",
           "pairs",
           worked_newman},
    Metric{"jaccard",
           pair,
           {"metric.jaccard"},
           {"metric.jaccard-definition"},
           "c / (k(a) + k(b) - c)",
           "van Eck & Waltman 2009",
           "pairs",
           worked_jaccard},
    Metric{"overlap",
           pair,
           {"metric.overlap"},
           {"metric.overlap-definition"},
           "c / min(k(a), k(b))",
           "van Eck & Waltman 2009",
           "pairs",
           worked_overlap},
    Metric{"cosine",
           pair,
           {"metric.cosine"},
           {"metric.cosine-definition"},
           "c / sqrt(k(a) k(b))",
           "van Eck & Waltman 2009",
           "pairs",
           worked_cosine},
    Metric{"dice",
           pair,
           {"metric.dice"},
           {"metric.dice-definition"},
           "2 c / (k(a) + k(b))",
           "",
           "pairs",
           worked_dice},
    Metric{"association_strength",
           pair,
           {"metric.association-strength"},
           {"metric.association-strength-definition"},
           "c / (k(a) k(b))",
           "van Eck & Waltman 2009",
           "pairs",
           worked_association_strength},
    Metric{"association_strength_links",
           pair,
           {"metric.association-strength-links"},
           {"metric.association-strength-links-definition"},
           "2 W c / (s(a) s(b))",
           "van Eck & Waltman 2009",
           "pairs",
           worked_association_strength_links},
    Metric{"lift",
           pair,
           {"metric.lift"},
           {"metric.lift-definition"},
           "M c / (k(a) k(b))",
           "",
           "pairs",
           worked_lift},
    Metric{"parts",
           pair,
           {"metric.parts"},
           {"metric.parts-definition"},
           "sum over shared m of w(a, m) w(b, m) / W(m)^2",
           "",
           "pairs",
           worked_parts},
    Metric{"p",
           pair,
           {"metric.p"},
           {"metric.p-definition"},
           "P(X >= c)",
           "hypergeometric: after Tumminello et al. 2011; sdsm: Neal 2014, Social Networks 39, 84; "
           "fdsm: Neal, Domagalski & Sagan 2021; Godard & Neal 2022; fixed-fill: after Neal, "
           "Domagalski & Sagan 2021",
           "backbone",
           worked_p},
};

}  // namespace

std::span<const Metric> pair_metrics() {
    return catalogue;
}

}  // namespace remit::detail
