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
        diagnostics.error(where, "text-too-long",
                          "the text has " + std::to_string(text.size()) + " bytes; at most " +
                              std::to_string(text_limit) + " are allowed");
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
        diagnostics.error(where, "control-character", "the text has an escaped control character");
    }
    const auto characters = code_points(text);
    if (std::any_of(characters.begin(), characters.end(), turns_direction)) {
        diagnostics.warning(where, "bidirectional-control",
                            "the text has a character that turns the direction of what "
                            "follows; it may not read as it is stored");
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
        diagnostics.error(second.where, "duplicate-key",
                          "key " + in_quotes(second.value) + " is there twice",
                          {{first.where, "it was given here first"}});
    }
}

}  // namespace remit::detail
