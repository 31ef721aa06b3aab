/// \file
/// Which language is a text in, how is it written, and what is read instead of it?
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace remit {

struct Terms;

/// A language by its BCP 47 tag, such as "zh-Hans", "en", "fr-CA" or "ar". A small value; any
/// thread may make and ask it. The order of `<` is no order for people: see `comes_before`.
class Language {
 public:
    static const Language zh_hans;
    static const Language zh_hant;
    static const Language en;

    constexpr Language() = default;  ///< zh-Hans.

    /// The language of a well-formed tag; upper and lower case are alike, and Chinese is named by
    /// its script: "zh-CN" is zh-Hans. None for another text and for a tag with a language of two
    /// letters, a script or a region that there is not; none also for more than 4096 languages.
    [[nodiscard]] static std::optional<Language> of(std::string_view tag);

    /// In the canonical form: "zh-Hans", "pt-BR". Valid for as long as the program runs.
    [[nodiscard]] std::string_view tag() const;

    /// The script of the tag or, where it names none, the likely one: "Hans", "Latn", "Arab".
    [[nodiscard]] std::string_view script() const;

    [[nodiscard]] bool right_to_left() const;

    /// Whether its text is set in squares, with full-width marks: Chinese and Japanese.
    [[nodiscard]] bool sets_ideographs() const;

    /// Itself, and what is read where there is nothing in it, the nearest first: its shorter
    /// tags, the other script of Chinese, at last English.
    [[nodiscard]] std::span<const Language> chain() const;

    /// Whether the two are the same but for region and variant: fr and fr-CA; not zh-Hans and
    /// zh-Hant.
    [[nodiscard]] bool is_form_of(Language other) const;

    /// The language that says these terms instead of its usual ones (see `spoken_by`).
    [[nodiscard]] Language with(const Terms& terms) const;

    /// The language with its usual terms.
    [[nodiscard]] Language plain() const { return Language(plain_); }

    /// What it says instead of usual terms; none for a plain language.
    [[nodiscard]] const Terms* terms() const;

    /// Counted from 0 in the order in which the program met them: for tables in memory, not for
    /// what is written.
    [[nodiscard]] constexpr std::uint16_t index() const { return index_; }

    friend constexpr auto operator<=>(const Language&, const Language&) = default;

 private:
    friend class LocalizedText;

    constexpr explicit Language(std::uint16_t index) : index_(index), plain_(index) {}
    constexpr Language(std::uint16_t index, std::uint16_t plain) : index_(index), plain_(plain) {}

    std::uint16_t index_ = 0;
    std::uint16_t plain_ = 0;
};

inline constexpr Language Language::zh_hans{0};
inline constexpr Language Language::zh_hant{1};
inline constexpr Language Language::en{2};

/// No index of a language is as large.
inline constexpr std::uint16_t language_limit = 4096;

/// The language of a tag or of what systems write for one: "zh", "zh-CN", "zh_TW.UTF-8", "EN";
/// where there are words for its shorter tag alone, that one: "en-GB" is en. None for another text.
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);

/// The languages that there are words for, in the order of `comes_before`.
[[nodiscard]] std::span<const Language> spoken_languages();

/// The order of languages wherever it is seen: zh-Hans, zh-Hant, en, then by tag.
[[nodiscard]] bool comes_before(Language a, Language b);

}  // namespace remit
