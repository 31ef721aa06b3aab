#include "yaml_hint.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace remit::detail {
namespace {

/// What the parser may say, in the words of its own: one that ends with a colon is followed by what
/// it found.
constexpr std::array parser_messages{Phrase("yaml.version-argument"),
                                     Phrase("yaml.bad-version"),
                                     Phrase("yaml.version-too-large"),
                                     Phrase("yaml.repeated-version"),
                                     Phrase("yaml.tag-arguments"),
                                     Phrase("yaml.repeated-tag"),
                                     Phrase("yaml.character-in-handle"),
                                     Phrase("yaml.no-suffix"),
                                     Phrase("yaml.end-of-tag"),
                                     Phrase("yaml.end-of-map"),
                                     Phrase("yaml.end-of-flow-map"),
                                     Phrase("yaml.end-of-sequence"),
                                     Phrase("yaml.end-of-flow-sequence"),
                                     Phrase("yaml.several-tags"),
                                     Phrase("yaml.several-anchors"),
                                     Phrase("yaml.several-aliases"),
                                     Phrase("yaml.alias-with-content"),
                                     Phrase("yaml.bad-hexadecimal"),
                                     Phrase("yaml.invalid-unicode"),
                                     Phrase("yaml.unknown-escape"),
                                     Phrase("yaml.unknown-token"),
                                     Phrase("yaml.document-in-scalar"),
                                     Phrase("yaml.end-in-scalar"),
                                     Phrase("yaml.character-in-scalar"),
                                     Phrase("yaml.tab"),
                                     Phrase("yaml.flow-end"),
                                     Phrase("yaml.block-entry"),
                                     Phrase("yaml.map-key"),
                                     Phrase("yaml.map-value"),
                                     Phrase("yaml.no-alias"),
                                     Phrase("yaml.no-anchor"),
                                     Phrase("yaml.character-in-alias"),
                                     Phrase("yaml.character-in-anchor"),
                                     Phrase("yaml.zero-indentation"),
                                     Phrase("yaml.character-in-block"),
                                     Phrase("yaml.unknown-anchor")};

constexpr Phrase column_of_items{"note.column-of-items"};
constexpr Phrase column_of_keys{"note.column-of-keys"};
constexpr Phrase needs_quotes{"note.needs-quotes"};

/// The part of a line before a column, without white space at its ends.
std::string_view before(std::string_view line, int column) {
    line = line.substr(0, static_cast<std::size_t>(std::max(column, 0)));
    const auto begin = std::min(line.find_first_not_of(' '), line.size());
    const auto end = line.find_last_not_of(' ');
    return end == std::string_view::npos ? std::string_view{} : line.substr(begin, end + 1 - begin);
}

/// What stands before the place of the error may say more than the parser does.
std::string hint_of_line(const SyntaxError& error, std::string_view line,
                         const Diagnostics& words) {
    const auto is = [&](std::string_view known) {
        return error.message.find(known) != std::string::npos;
    };
    const auto left = before(line, error.column);
    if (is("illegal map value")) {
        if (left.starts_with("- ")) return words.say(column_of_items);
        if (left.find(": ") == std::string_view::npos) return words.say(column_of_keys);
    }
    if (is("illegal block entry") && left.ends_with(':')) {
        return words.say(needs_quotes, {"'- '"});
    }
    const bool closed = left.ends_with(']') || left.ends_with('}');
    if (closed && (is("end of map not found") || is("end of sequence not found"))) {
        const std::vector<std::string> brackets{"[", "{"};
        return words.say("note.bracket-ends", {words.listed(brackets, "note.either")});
    }
    return {};
}

}  // namespace

std::string parser_message(const SyntaxError& error, const Diagnostics& words) {
    for (const auto& message : parser_messages) {
        const auto known = message.in(Language::en);
        if (!error.message.starts_with(known)) continue;
        const auto rest = error.message.substr(known.size());
        if (rest.empty() || known.ends_with(' ')) return words.say(message, {rest});
    }
    return error.message;
}

std::string syntax_hint(const SyntaxError& error, std::string_view line, const Diagnostics& words) {
    struct Hint {
        std::string_view known;
        Phrase meaning;
        std::string_view value = {};
    };
    constexpr std::array<Hint, 11> hints{{
        {"illegal map value", "note.second-colon"},
        {"end of map not found", column_of_keys},
        {"end of sequence not found", column_of_items},
        {"end of map flow not found", "note.or-a-comma", "'}'"},
        {"end of sequence flow not found", "note.or-a-comma", "']'"},
        {"illegal block entry", column_of_items},
        {"illegal EOF in scalar", "note.closing-quote"},
        {"unknown token", "note.character-needs-quotes"},
        {"anchor is not defined", "note.name-the-value"},
        {"unknown escape", "note.escape"},
        {"illegal flow end", "note.opening-bracket"},
    }};
    if (auto special = hint_of_line(error, line, words); !special.empty()) return special;
    for (const auto& [known, meaning, value] : hints) {
        if (error.message.find(known) == std::string::npos) continue;
        return words.say(meaning, {std::string(value)});
    }
    if (error.message.find("block scalar") != std::string::npos) {
        const std::vector<std::string> signs{"|", ">"};
        return words.say(needs_quotes, {words.listed(signs, "note.either")});
    }
    return words.say("note.something-missing");
}

}  // namespace remit::detail
