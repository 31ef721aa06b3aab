#include "yaml_anchors.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::string_view merge_key = "<<";

/// Adds up what a copy takes. Recursion ends at the limit of depth.
void measure(const Node& node, Anchored& sum) {
    ++sum.values;
    sum.bytes += sizeof(Node) + node.text.size();
    for (const auto& key : node.keys) sum.bytes += sizeof(PlacedText) + key.value.size();
    std::size_t deepest = 0;
    for (const auto& item : node.items) {
        sum.depth = 0;
        measure(item, sum);
        deepest = std::max(deepest, sum.depth);
    }
    const bool text = node.kind == Node::Kind::scalar || node.kind == Node::Kind::null;
    sum.depth = text ? 0 : deepest + 1;
}

void add_missing(Node& map, const Node& from, std::unordered_set<std::string>& known) {
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
        if (!known.insert(from.keys[i].value).second) continue;
        map.keys.push_back(from.keys[i]);
        map.items.push_back(from.items[i]);
    }
}

}  // namespace

void Anchors::keep(std::size_t anchor, const Node& node) {
    Anchored anchored{node};
    measure(node, anchored);
    anchored_.insert_or_assign(anchor, std::move(anchored));
}

const Anchored* Anchors::find(std::size_t anchor) const {
    const auto found = anchored_.find(anchor);
    return found == anchored_.end() ? nullptr : &found->second;
}

void merge_maps(Node& map, Diagnostics& diagnostics) {
    const auto found = std::find_if(map.keys.begin(), map.keys.end(),
                                    [](const auto& key) { return key.value == merge_key; });
    if (found == map.keys.end() || map.items.size() != map.keys.size()) return;
    const auto at = found - map.keys.begin();
    const auto merged = std::move(map.items[static_cast<std::size_t>(at)]);
    map.keys.erase(found);
    map.items.erase(map.items.begin() + at);

    const auto refuse = [&](const Node& node) {
        diagnostics.error(node.where, "check.wrong-type.merge",
                          {diagnostics.say(kind_name(node.kind))});
    };
    std::unordered_set<std::string> known;
    for (const auto& key : map.keys) known.insert(key.value);
    if (merged.kind == Node::Kind::map) {
        add_missing(map, merged, known);
    } else if (merged.kind == Node::Kind::sequence) {
        for (const auto& each : merged.items) {
            each.kind == Node::Kind::map ? add_missing(map, each, known) : refuse(each);
        }
    } else {
        refuse(merged);
    }
}

}  // namespace remit::detail
