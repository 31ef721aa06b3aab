#include <remit/diagram/picture.hpp>

namespace remit {

std::optional<Languages> parse_languages(std::string_view word) {
    const auto plus = word.find('+');
    const auto first = parse_language(word.substr(0, plus));
    if (!first || plus == word.npos) return first ? std::optional<Languages>(*first) : std::nullopt;
    const auto second = parse_language(word.substr(plus + 1));
    if (!second || *second == *first) return std::nullopt;
    return Languages(*first, *second);
}

}  // namespace remit
