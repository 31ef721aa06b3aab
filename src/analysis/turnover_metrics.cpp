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
};

/// Of which batches the text is.
std::string said(const Dataset& dataset, const Case& of_whom, const std::string& text) {
    constexpr Phrase step{"explain.step"};
    return step.fill(of_whom.language,
                     {dataset[NoticeIndex{0}].id, dataset[NoticeIndex{1}].id, text});
}

/// Nothing with fewer than two notices.
std::optional<Step> step_of(const Dataset& dataset) {
    if (dataset.notices().size() < 2) return std::nullopt;
    const std::array batches{only(dataset, {0}), only(dataset, {1})};
    const auto pairs = compare(batches).steps.front().pairs;
    return Step{
        pairs, turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::common_denominator),
        turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::poisot)};
}

WorkedValue nothing_to_compare(const Case& of_whom) {
    return no_value(of_whom, {"explain.nothing-to-compare"});
}

/// Of the links or nodes of both, so many.
WorkedValue ratio(const Dataset& dataset, const Case& of_whom, std::size_t part, std::size_t all,
                  const std::optional<double>& value) {
    auto result =
        worked(number(part) + " / " + number(all) + " = ", value, of_whom, {"explain.no-pair"});
    result.text = said(dataset, of_whom, result.text);
    return result;
}

/// The two divisions of the whole; the value is Poisot's.
WorkedValue divided(const Dataset& dataset, const Case& of_whom, const Step& step,
                    const WorkedValue& poisot, std::size_t part,
                    const std::optional<double>& common) {
    constexpr Phrase divisions{"explain.divisions"};
    const auto all = step.pairs.links_kept + step.pairs.links_gone + step.pairs.links_new;
    const auto other =
        worked(number(part) + " / " + number(all) + " = ", common, of_whom, {"explain.no-pair"});
    return {poisot.value,
            said(dataset, of_whom, divisions.fill(of_whom.language, {poisot.text, other.text}))};
}

WorkedValue worked_beta_s(const Dataset& dataset, const ResponsibilityGraph&, const Case& of_whom) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare(of_whom);
    const auto nodes = step->pairs.nodes_gone + step->pairs.nodes_new;
    return ratio(dataset, of_whom, nodes, step->pairs.nodes_kept + nodes, step->common.nodes);
}

WorkedValue worked_beta_wn(const Dataset& dataset, const ResponsibilityGraph&,
                           const Case& of_whom) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare(of_whom);
    const auto changed = step->pairs.links_gone + step->pairs.links_new;
    return ratio(dataset, of_whom, changed, step->pairs.links_kept + changed, step->common.whole);
}

WorkedValue worked_beta_os(const Dataset& dataset, const ResponsibilityGraph&,
                           const Case& of_whom) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare(of_whom);
    const auto rewired = step->pairs.rewired_gone + step->pairs.rewired_new;
    const auto poisot =
        worked(number(rewired) + " / " + number(step->pairs.links_kept + rewired) + " = ",
               step->poisot.rewiring, of_whom, {"explain.no-pair"});
    return divided(dataset, of_whom, *step, poisot, rewired, step->common.rewiring);
}

WorkedValue worked_beta_st(const Dataset& dataset, const ResponsibilityGraph&,
                           const Case& of_whom) {
    const auto step = step_of(dataset);
    if (!step) return nothing_to_compare(of_whom);
    const auto& pairs = step->pairs;
    const auto rewired = pairs.rewired_gone + pairs.rewired_new;
    return divided(dataset, of_whom, *step,
                   worked("", step->poisot.turnover, of_whom, {"explain.no-kept-pair"}),
                   pairs.links_gone + pairs.links_new - rewired, step->common.turnover);
}

constexpr std::array catalogue{
    Metric{"beta_s",
           programme,
           {"metric.beta-s"},
           {"metric.beta-s-definition"},
           "(gone + new) / (kept + gone + new), or with 2 kept for Sorensen",
           "Poisot et al. 2012, Ecology Letters 15, 1353",
           "compare",
           worked_beta_s},
    Metric{"beta_wn",
           programme,
           {"metric.beta-wn"},
           {"metric.beta-wn-definition"},
           "(gone + new) / (kept + gone + new), or with 2 kept for Sorensen",
           "Poisot et al. 2012, Ecology Letters 15, 1353",
           "compare",
           worked_beta_wn},
    Metric{"beta_os",
           programme,
           {"metric.beta-os"},
           {"metric.beta-os-definition"},
           "(gone + new between kept nodes) / (kept + those), or / (kept + gone + new)",
           "Poisot et al. 2012; commondenom of betalinkr in R's package bipartite",
           "compare",
           worked_beta_os},
    Metric{"beta_st",
           programme,
           {"metric.beta-st"},
           {"metric.beta-st-definition"},
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
