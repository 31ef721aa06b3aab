/// \file
/// What a file writes once and repeats: anchors, aliases and merge keys.
#pragma once

#include "yaml_node.hpp"

#include <cstddef>
#include <unordered_map>

namespace remit::detail {

/// A value that was named with '&', and how much a copy of it takes.
struct Anchored {
    Node node;
    std::size_t values = 0;  ///< How many values it has in all, itself included.
    std::size_t bytes = 0;   ///< Of a copy, roughly.
    std::size_t depth = 0;   ///< How many lists and maps lie inside each other; 0 for text.
};

class Anchors {
 public:
    void keep(std::size_t anchor, const Node& node);

    /// \return nothing while the value is not complete, as inside itself
    [[nodiscard]] const Anchored* find(std::size_t anchor) const;

 private:
    std::unordered_map<std::size_t, Anchored> anchored_;
};

/// Puts the entries of the map, or maps, under the key '<<' in its place, but for those that the
/// map has itself.
void merge_maps(Node& map, Diagnostics& diagnostics);

}  // namespace remit::detail
