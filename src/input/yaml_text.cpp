#include "yaml_text.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <numeric>

namespace remit::detail {
namespace {

constexpr std::size_t text_limit = 20'000;  // bytes; the longest of the shipped files has 400

}  // namespace

std::string one_line(std::string text, Place where, Diagnostics& diagnostics) {
    if (text.size() > text_limit) {
        diagnostics.error(where, "check.text-too-long",
                          {std::to_string(text.size()), std::to_string(text_limit)});
        return {};
    }
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
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

void report_repeated_keys(const Node& node, Diagnostics& diagnostics) {
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
