/// \file
/// What does a YAML file say, in its order and with its comments? For whoever writes it anew.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::detail {

/// A value of a list, or one of a map with its key.
struct Tree {
    enum class Kind : std::uint8_t { null, text, alias, list, map };

    Kind kind = Kind::null;
    std::string key = {};     ///< Empty in a list.
    std::string text = {};    ///< Of a text; the name of an alias.
    bool quoted = false;      ///< A text, even if it looks like a number or a date.
    std::string anchor = {};  ///< Its name; empty without one.
    std::vector<Tree> items = {};

    std::vector<std::string> before = {};  ///< Comments on lines of their own, with their '#'.
    std::string beside = {};               ///< The comment on its line; empty without one.
    std::vector<std::string> after = {};   ///< Comments behind the last of a list or map.

    [[nodiscard]] static Tree of_text(std::string text) {
        return {.kind = Kind::text, .text = std::move(text), .quoted = true};
    }
    /// A number, a date, a yes or no.
    [[nodiscard]] static Tree of_word(std::string word) {
        return {.kind = Kind::text, .text = std::move(word)};
    }
    /// Adds to a map.
    Tree& add(std::string name, Tree value) {
        value.key = std::move(name);
        return items.emplace_back(std::move(value));
    }
};

struct TreeFile {
    std::vector<std::string> head;  ///< Comments above the first key; "" is a blank line.
    Tree root;
};

/// Of a text that `read_yaml` reads without an error: every comment is somewhere in the tree.
[[nodiscard]] TreeFile read_tree(std::string_view text);

/// In canonical form: the keys of each record in the order of `keys`, unless something is repeated
/// by an alias; a record, and a value, that fits on a line of 120 columns on one; longer text with
/// spaces folded.
[[nodiscard]] std::string write_tree(const TreeFile& file);

}  // namespace remit::detail
