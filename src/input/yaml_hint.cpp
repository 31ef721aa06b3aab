#include "yaml_hint.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <vector>

namespace remit::detail {
namespace {

/// What the parser may say, and how it is said here. One that ends with a space is followed by what
/// it found.
struct ParserMessage {
    std::string_view known;
    Phrase said;
};
const std::array<ParserMessage, 36> parser_messages{{
    {YAML::ErrorMsg::YAML_DIRECTIVE_ARGS, "yaml.version-argument"},
    {YAML::ErrorMsg::YAML_VERSION, "yaml.bad-version"},
    {YAML::ErrorMsg::YAML_MAJOR_VERSION, "yaml.version-too-large"},
    {YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, "yaml.repeated-version"},
    {YAML::ErrorMsg::TAG_DIRECTIVE_ARGS, "yaml.tag-arguments"},
    {YAML::ErrorMsg::REPEATED_TAG_DIRECTIVE, "yaml.repeated-tag"},
    {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, "yaml.character-in-handle"},
    {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, "yaml.no-suffix"},
    {YAML::ErrorMsg::END_OF_VERBATIM_TAG, "yaml.end-of-tag"},
    {YAML::ErrorMsg::END_OF_MAP, "yaml.end-of-map"},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "yaml.end-of-flow-map"},
    {YAML::ErrorMsg::END_OF_SEQ, "yaml.end-of-sequence"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "yaml.end-of-flow-sequence"},
    {YAML::ErrorMsg::MULTIPLE_TAGS, "yaml.several-tags"},
    {YAML::ErrorMsg::MULTIPLE_ANCHORS, "yaml.several-anchors"},
    {YAML::ErrorMsg::MULTIPLE_ALIASES, "yaml.several-aliases"},
    {YAML::ErrorMsg::ALIAS_CONTENT, "yaml.alias-with-content"},
    {YAML::ErrorMsg::INVALID_HEX, "yaml.bad-hexadecimal"},
    {YAML::ErrorMsg::INVALID_UNICODE, "yaml.invalid-unicode"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "yaml.unknown-escape"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "yaml.unknown-token"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "yaml.document-in-scalar"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "yaml.end-in-scalar"},
    {YAML::ErrorMsg::CHAR_IN_SCALAR, "yaml.character-in-scalar"},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "yaml.tab"},
    {YAML::ErrorMsg::FLOW_END, "yaml.flow-end"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "yaml.block-entry"},
    {YAML::ErrorMsg::MAP_KEY, "yaml.map-key"},
    {YAML::ErrorMsg::MAP_VALUE, "yaml.map-value"},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, "yaml.no-alias"},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, "yaml.no-anchor"},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, "yaml.character-in-alias"},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, "yaml.character-in-anchor"},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, "yaml.zero-indentation"},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, "yaml.character-in-block"},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, "yaml.unknown-anchor"},
}};

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
    for (const auto& [known, said] : parser_messages) {
        if (!error.message.starts_with(known)) continue;
        const auto rest = error.message.substr(known.size());
        if (rest.empty() || known.ends_with(' ')) return words.say(said, {rest});
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
