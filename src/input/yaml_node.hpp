/// \file
/// One record of a YAML file, with places, between the parser's events and the draft.
#pragma once

#include <remit/input/limits.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

struct Node {
    enum class Kind : std::uint8_t { null, scalar, sequence, map };

    Kind kind = Kind::null;
    Place where;
    std::string text;              // of a scalar
    std::vector<PlacedText> keys;  // of a map, one per item
    std::vector<Node> items;       // of a sequence or map
};

/// "a list", "a map", "text" or "nothing".
[[nodiscard]] std::string_view kind_name(Node::Kind kind);

/// Receives the root map of a document piece by piece, in the order of the file.
struct NodeSink {
    /// An item of a sequence directly under a key of the root.
    std::function<void(const std::string& key, const Node& item)> item;
    /// Any other value of a key of the root; of a sequence, without its items.
    std::function<void(const PlacedText& key, const Node& value)> value;
    /// The document, if it is no map, and when its keys are complete.
    std::function<void(const Node& root)> end;
};

/// Parses YAML. Aliases are replaced by what they repeat, and merge keys ('<<') by what they merge.
/// Reports syntax errors, repeated keys, what exceeds a limit, and what this format does without:
/// tags that change what a value is, keys that are not text, more than one document.
void parse_yaml(std::string_view text, std::uint32_t file, const NodeSink& sink,
                const Limits& limits, Diagnostics& diagnostics);

/// A text to be parsed: the original, or, where something in it was mended, a copy.
struct MendedText {
    bool readable = true;
    std::string copy = {};
    std::string_view original = {};

    [[nodiscard]] std::string_view view() const { return copy.empty() ? original : copy; }
};

/// Reports what is no text or only looks like YAML syntax (broken UTF-8, control characters, tabs
/// or wide spaces as indentation, a full-width colon or no space behind a known key) and mends it, so
/// that reading can go on and report what else there is. Not readable if that would make no sense.
[[nodiscard]] MendedText mend_text(std::string_view text, std::uint32_t file,
                                   std::span<const std::string_view> keys,
                                   Diagnostics& diagnostics);

}  // namespace remit::detail
