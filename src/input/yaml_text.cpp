#include "yaml_text.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <numeric>

namespace remit::detail {
namespace {

constexpr std::size_t text_limit = 20'000;  // bytes; the longest of the shipped files has 400

/// Whether there is no control character in a text, and none that could turn its direction.
bool is_plain(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return byte < 0x20 || byte == 0x7F || byte == 0xE2;  // so begin U+2000 to U+2FFF
    });
}

bool repeats(const std::vector<PlacedText>& keys, std::size_t at) {
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(at);
    return std::any_of(keys.begin(), end,
                       [&](const auto& each) { return each.value == keys[at].value; });
}

/// Whether the keys of a map are few and all different, as nearly always.
bool are_different(const std::vector<PlacedText>& keys) {
    constexpr std::size_t few = 16;
    if (keys.size() > few) return false;
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (repeats(keys, i)) return false;
    }
    return true;
}

std::string_view without_blanks(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

std::string one_line(std::string_view written, Place where, Diagnostics& diagnostics) {
    if (written.size() > text_limit) {
        diagnostics.error(where, "check.text-too-long",
                          {std::to_string(written.size()), std::to_string(text_limit)});
        return {};
    }
    if (is_plain(written)) return std::string(without_blanks(written));
    std::string text(written);
    bool control = false;
    for (auto& character : text) {
        const auto byte = static_cast<unsigned char>(character);
        const bool space = byte == '\n' || byte == '\t' || byte == '\r';
        control = control || (byte < 0x20 && !space) || byte == 0x7F;
        if (byte < 0x20) character = ' ';
    }
    if (control) {
        diagnostics.error(where, "check.control-character.escaped");
    }
    const auto characters = code_points(text);
    if (std::any_of(characters.begin(), characters.end(), turns_direction)) {
        diagnostics.warning(where, "check.bidirectional-control");
    }
    return std::string(without_blanks(text));
}

void report_repeated_keys(const Node& node, Diagnostics& diagnostics) {
    if (are_different(node.keys)) return;
    std::vector<std::size_t> order(node.keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return node.keys[a].value < node.keys[b].value;
    });
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto& first = node.keys[order[i - 1]];
        const auto& second = node.keys[order[i]];
        if (first.value != second.value || second.value.empty()) continue;
        diagnostics.error(second.where, "check.duplicate-key", {in_quotes(second.value)},
                          {diagnostics.note(first.where, "note.given-first")});
    }
}

}  // namespace remit::detail
