#include <remit/diagram/picture.hpp>

namespace remit {

std::optional<Languages> parse_languages(std::string_view word) {
    for (const auto language : all_languages) {
        if (word == tag(language)) return language;
    }
    if (word == "zh+en" || word == "zh-Hans+en") return Languages(Language::zh_hans, Language::en);
    if (word == "zh-Hant+en") return Languages(Language::zh_hant, Language::en);
    return std::nullopt;
}

}  // namespace remit
