#include "wording.hpp"

namespace remit::detail {

std::string joined(std::string first, std::string_view second, std::string_view between) {
    if (second == first || second.empty()) return first;
    std::string straight(second);
    for (const auto& [curly, plain] :
         {std::pair("“", "\""), std::pair("”", "\""), std::pair("‘", "'"), std::pair("’", "'")}) {
        const std::string_view quote = curly;
        for (auto at = straight.find(quote); at != std::string::npos; at = straight.find(quote)) {
            straight.replace(at, quote.size(), plain);
        }
    }
    return std::move(first) + std::string(between) + straight;
}

std::string name(const Languages& languages, const LocalizedText& text) {
    return said(languages, [&](Language language) { return text.in(language); });
}

std::string phrase(const Languages& languages, const Phrase& phrase,
                   std::initializer_list<std::string> values) {
    return said_in_line(languages,
                        [&](Language language) { return phrase.fill(language, values); });
}

}  // namespace remit::detail
