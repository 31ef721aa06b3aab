#include "metric_parts.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/analysis/turnover.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace remit::detail {
namespace {

constexpr Subject programme = Subject::programme;

/// From the first notice of a programme to the next, of pairs, by Jaccard.
struct Step {
    Turnover pairs;
    TurnoverParts common;
    TurnoverParts poisot;
    std::string of;
};

/// Nothing with fewer than two notices.
std::optional<Step> step_of(const Dataset& dataset) {
    if (dataset.notices().size() < 2) return std::nullopt;
    const std::array batches{only(dataset, {0}), only(dataset, {1})};
    const auto pairs = compare(batches).steps.front().pairs;
    return Step{
        pairs, turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::common_denominator),
        turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::poisot),
        "pairs of departments, " + dataset[NoticeIndex{0}].id + " to " +
            dataset[NoticeIndex{1}].id + ", Jaccard: "};
}

WorkedValue nothing_to_compare() {
    return no_value("there is nothing to compare one notice with");
}

/// Of the links or nodes of both, so many.
WorkedValue ratio(const Step& step, std::size_t part, std::size_t all,
                  const std::optional<double>& value) {
    auto result = worked(number(part) + " / " + number(all) + " = ", value, "there is no pair");
    result.text.insert(0, step.of);
    return result;
}

/// The two divisions of the whole; the value is Poisot's.
WorkedValue divided(const Step& step, const WorkedValue& poisot, std::size_t part,
                    const std::optional<double>& common) {
    const auto all = step.pairs.links_kept + step.pairs.links_gone + step.pairs.links_new;
    return {
        poisot.value,
        step.of + poisot.text + " after Poisot, " +
            worked(number(part) + " / " + number(all) + " = ", common, "there is no pair").text +
            " with the common denominator"};
}

WorkedValue worked_beta_s(const Dataset& dataset, const ResponsibilityGraph&, const Case&) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare();
    const auto nodes = step->pairs.nodes_gone + step->pairs.nodes_new;
    return ratio(*step, nodes, step->pairs.nodes_kept + nodes, step->common.nodes);
}

WorkedValue worked_beta_wn(const Dataset& dataset, const ResponsibilityGraph&, const Case&) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare();
    const auto changed = step->pairs.links_gone + step->pairs.links_new;
    return ratio(*step, changed, step->pairs.links_kept + changed, step->common.whole);
}

WorkedValue worked_beta_os(const Dataset& dataset, const ResponsibilityGraph&, const Case&) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare();
    const auto rewired = step->pairs.rewired_gone + step->pairs.rewired_new;
    const auto poisot =
        worked(number(rewired) + " / " + number(step->pairs.links_kept + rewired) + " = ",
               step->poisot.rewiring, "there is no pair");
    return divided(*step, poisot, rewired, step->common.rewiring);
}

WorkedValue worked_beta_st(const Dataset& dataset, const ResponsibilityGraph&, const Case&) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare();
    const auto& pairs = step->pairs;
    const auto rewired = pairs.rewired_gone + pairs.rewired_new;
    return divided(*step, worked("", step->poisot.turnover, "there is no pair of kept departments"),
                   pairs.links_gone + pairs.links_new - rewired, step->common.turnover);
}

constexpr std::array catalogue{
    Metric{"beta_s",
           programme,
           {"metric.beta-s"},
           "How different the nodes of two networks are, those of one batch and those of the next: "
           "0 for the same, 1 for nothing in common. Nodes are departments with a link.",
           "(gone + new) / (kept + gone + new), or with 2 kept for Sorensen",
           "Poisot et al. 2012, Ecology Letters 15, 1353",
           "compare",
           worked_beta_s},
    Metric{"beta_wn",
           programme,
           {"metric.beta-wn"},
           "How different the links of two networks are; of pairs of departments that share a "
           "measure, or of departments and categories.",
           "(gone + new) / (kept + gone + new), or with 2 kept for Sorensen",
           "Poisot et al. 2012, Ecology Letters 15, 1353",
           "compare",
           worked_beta_wn},
    Metric{"beta_os",
           programme,
           {"metric.beta-os"},
           "The part of beta_wn that is rewiring: other links between nodes that both networks "
           "have. Poisot's is beta_wn of the networks of these nodes alone; with a common "
           "denominator, the links so gone and new among all.",
           "(gone + new between kept nodes) / (kept + those), or / (kept + gone + new)",
           "Poisot et al. 2012; commondenom of betalinkr in R's package bipartite",
           "compare",
           worked_beta_os},
    Metric{"beta_st",
           programme,
           {"metric.beta-st"},
           "The part of beta_wn that is turnover of nodes: links of nodes that one of the networks "
           "does not have.",
           "beta_wn - beta_os",
           "Poisot et al. 2012; commondenom of betalinkr in R's package bipartite",
           "compare",
           worked_beta_st},
};

}  // namespace

std::span<const Metric> turnover_metrics() {
    return catalogue;
}

}  // namespace remit::detail
