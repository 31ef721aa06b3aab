/// \file
/// What is it called, in each language?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace remit {

/// The languages of data, tables and pictures.
enum class Language : std::uint8_t { zh_hans, zh_hant, en };

inline constexpr std::array all_languages{Language::zh_hans, Language::zh_hant, Language::en};

/// The tag of a language as files and options write it: "zh-Hans", "zh-Hant" or "en".
[[nodiscard]] std::string_view tag(Language language);

/// The language of a tag or a shorter or longer form of it: "zh", "zh-CN", "zh_TW.UTF-8", "EN",
/// "en-GB"; upper and lower case are alike. None for another text.
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);

/// A text in up to three languages, stored in one string: most texts of a large programme are in
/// one language only, and a programme holds millions of them.
class LocalizedText {
 public:
    LocalizedText() = default;
    LocalizedText(std::initializer_list<std::pair<Language, std::string_view>> texts);

    /// The same text in every language, for names such as "MOST" or a document number.
    [[nodiscard]] static LocalizedText same(std::string_view text);

    [[nodiscard]] bool empty() const { return text_.empty(); }

    /// The text in exactly this language; empty where there is none.
    [[nodiscard]] std::string_view exact(Language language) const;

    /// The text in this language, or in the nearest one that there is: the other Chinese script
    /// before English for Chinese, simplified before traditional for English.
    [[nodiscard]] std::string_view in(Language language) const;

    void set(Language language, std::string_view text);

    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;

 private:
    std::string text_;                     // the three texts, one after the other
    std::array<std::uint32_t, 2> ends_{};  // where the first and the second one end
};

}  // namespace remit
