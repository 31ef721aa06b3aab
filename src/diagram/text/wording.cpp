#include "wording.hpp"

#include <remit/model/unicode.hpp>

namespace remit::drawing {

std::string with_straight_quotes(std::string_view text) {
    std::u32string straight;
    for (const auto c : code_points(text)) {
        const bool is_double = c == U'“' || c == U'”';
        straight += is_double ? U'"' : c == U'‘' || c == U'’' ? U'\'' : c;
    }
    return utf8(straight);
}

std::string joined(std::string first, std::string_view second, std::string_view between) {
    if (second == first || second.empty()) return first;
    return std::move(first) + std::string(between) + with_straight_quotes(second);
}

std::string name(const Languages& languages, const LocalizedText& text) {
    return said(languages, [&](Language language) { return text.in(language); });
}

std::string phrase(const Languages& languages, const Phrase& phrase,
                   std::initializer_list<std::string> values) {
    return said_in_line(languages,
                        [&](Language language) { return phrase.fill(language, values); });
}

}  // namespace remit::drawing
