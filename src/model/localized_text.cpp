#include <remit/model/localized_text.hpp>

#include <algorithm>

namespace remit {
namespace {

constexpr std::array<std::string_view, 3> tags{"zh-Hans", "zh-Hant", "en"};

}  // namespace

std::string_view tag(Language language) {
    return tags[static_cast<std::size_t>(language)];
}

std::optional<Language> parse_language(std::string_view tag) {
    std::string plain;
    for (const auto c : tag.substr(0, tag.find('.'))) {
        plain += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto is = [&](std::string_view start) {
        return plain.starts_with(start) &&
               (plain.size() == start.size() || plain[start.size()] == '-');
    };
    if (is("en")) return Language::en;
    for (const auto* const start : {"zh-hant", "zh-tw", "zh-hk", "zh-mo"}) {
        if (is(start)) return Language::zh_hant;
    }
    for (const auto* const start : {"zh-hans", "zh-cn", "zh-sg"}) {
        if (is(start)) return Language::zh_hans;
    }
    return plain == "zh" ? std::optional(Language::zh_hans) : std::nullopt;
}

LocalizedText::LocalizedText(std::initializer_list<std::pair<Language, std::string_view>> texts) {
    for (const auto& [language, text] : texts) set(language, text);
}

LocalizedText LocalizedText::same(std::string_view text) {
    return {{Language::zh_hans, text}, {Language::zh_hant, text}, {Language::en, text}};
}

std::string_view LocalizedText::exact(Language language) const {
    const std::string_view whole = text_;
    switch (language) {
        case Language::zh_hans:
            return whole.substr(0, ends_[0]);
        case Language::zh_hant:
            return whole.substr(ends_[0], ends_[1] - ends_[0]);
        case Language::en:
            break;
    }
    return whole.substr(ends_[1]);
}

std::string_view LocalizedText::in(Language language) const {
    using enum Language;
    const auto order = language == zh_hans   ? std::array{zh_hans, zh_hant, en}
                       : language == zh_hant ? std::array{zh_hant, zh_hans, en}
                                             : std::array{en, zh_hans, zh_hant};
    for (const auto candidate : order) {
        if (const auto text = exact(candidate); !text.empty()) return text;
    }
    return {};
}

void LocalizedText::set(Language language, std::string_view text) {
    std::array<std::string, 3> texts;
    for (const auto each : all_languages) {
        texts[static_cast<std::size_t>(each)] = each == language ? text : exact(each);
    }
    ends_ = {static_cast<std::uint32_t>(texts[0].size()),
             static_cast<std::uint32_t>(texts[0].size() + texts[1].size())};
    text_ = texts[0] + texts[1] + texts[2];
}

}  // namespace remit
