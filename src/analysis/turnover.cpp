#include <remit/analysis/turnover.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace remit {
namespace {

std::set<LabeledLink> normal(std::span<const LabeledLink> links) {
    std::set<LabeledLink> result;
    for (const auto& [a, b] : links) result.insert({std::min(a, b), std::max(a, b)});
    return result;
}

std::set<std::uint32_t> nodes_of(const std::set<LabeledLink>& links) {
    std::set<std::uint32_t> nodes;
    for (const auto& [a, b] : links) nodes.insert({a, b});
    return nodes;
}

std::optional<double> dissimilarity_of(std::size_t kept, std::size_t changed,
                                       Dissimilarity dissimilarity) {
    const auto all = (dissimilarity == Dissimilarity::sorensen ? 2 * kept : kept) + changed;
    if (all == 0) return std::nullopt;
    return static_cast<double>(changed) / static_cast<double>(all);
}

}  // namespace

Turnover turnover(std::span<const LabeledLink> before, std::span<const LabeledLink> after) {
    const auto old_links = normal(before);
    const auto new_links = normal(after);
    const auto old_nodes = nodes_of(old_links);
    const auto new_nodes = nodes_of(new_links);
    const auto is_kept = [&](const LabeledLink& link) {
        const auto in_both = [&](std::uint32_t node) {
            return old_nodes.contains(node) && new_nodes.contains(node);
        };
        return in_both(link.first) && in_both(link.second);
    };
    Turnover result;
    for (const auto node : old_nodes)
        ++(new_nodes.contains(node) ? result.nodes_kept : result.nodes_gone);
    result.nodes_new = new_nodes.size() - result.nodes_kept;
    for (const auto& link : old_links) {
        const bool kept = new_links.contains(link);
        ++(kept ? result.links_kept : result.links_gone);
        if (!kept && is_kept(link)) ++result.rewired_gone;
    }
    for (const auto& link : new_links) {
        if (old_links.contains(link)) continue;
        ++result.links_new;
        if (is_kept(link)) ++result.rewired_new;
    }
    return result;
}

TurnoverParts turnover_parts(const Turnover& turnover, Dissimilarity dissimilarity,
                             TurnoverPartition partition) {
    const auto changed = turnover.links_gone + turnover.links_new;
    const auto rewired = turnover.rewired_gone + turnover.rewired_new;
    TurnoverParts parts;
    parts.nodes = dissimilarity_of(turnover.nodes_kept, turnover.nodes_gone + turnover.nodes_new,
                                   dissimilarity);
    parts.whole = dissimilarity_of(turnover.links_kept, changed, dissimilarity);
    if (partition == TurnoverPartition::poisot) {
        parts.rewiring = dissimilarity_of(turnover.links_kept, rewired, dissimilarity);
        if (parts.rewiring) parts.turnover = *parts.whole - *parts.rewiring;
    } else if (parts.whole) {
        const auto share = [&](std::size_t links) {
            return changed == 0
                       ? 0.0
                       : *parts.whole * static_cast<double>(links) / static_cast<double>(changed);
        };
        parts.rewiring = share(rewired);
        parts.turnover = share(changed - rewired);
    }
    return parts;
}

}  // namespace remit
