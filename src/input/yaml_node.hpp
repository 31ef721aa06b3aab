/// \file
/// One record of a YAML file, with places, between the parser's events and the draft.
#pragma once

#include "mended_text.hpp"

#include <remit/input/limits.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <functional>
#include <optional>
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
[[nodiscard]] Phrase kind_name(Node::Kind kind);

/// Receives the root map of a document piece by piece, in the order of the file.
struct NodeSink {
    /// An item of a sequence directly under a key of the root.
    std::function<void(const std::string& key, const Node& item)> item;
    /// Any other value of a key of the root; of a sequence, without its items.
    std::function<void(const PlacedText& key, const Node& value)> value;
    /// The document, if it is no map, and when its keys are complete.
    std::function<void(const Node& root)> end;
};

/// What keeps a text from being YAML; counted from 0 in what is parsed.
struct SyntaxError {
    int line;
    int column;
    std::string message;  // the parser's own
};

struct Parsed {
    bool whole = true;  // whether it was read to its end
    std::optional<SyntaxError> error = {};
};

/// Parses YAML. Aliases are replaced by what they repeat, and merge keys ('<<') by what they merge.
/// Reports repeated keys, what exceeds a limit, and what this format does without: tags that change
/// what a value is, keys that are not text, more than one document. A syntax error ends the reading
/// and is returned.
[[nodiscard]] Parsed parse_yaml(const MendedText& text, std::uint32_t file, const NodeSink& sink,
                                const Limits& limits, Diagnostics& diagnostics);

}  // namespace remit::detail
