/// \file
/// What is it called, in each language?
#pragma once

#include <remit/model/language.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace remit {

/// The languages of the data that the project ships.
inline constexpr std::array all_languages{Language::zh_hans, Language::zh_hant, Language::en};

/// The tag of a language as files and options write it: "zh-Hans", "en", "fr".
[[nodiscard]] inline std::string_view tag(Language language) {
    return language.tag();
}

namespace detail {
class DraftPacker;
class DraftUnpacker;
}  // namespace detail

/// A text in any languages, or one that stands for every language. It takes one pointer, which is
/// null for the empty text, and one block of memory: a programme holds millions of texts, most of
/// them empty or in one language only.
class LocalizedText {
 public:
    LocalizedText() = default;
    LocalizedText(const LocalizedText& other) { *this = other; }
    LocalizedText(LocalizedText&& other) noexcept = default;
    LocalizedText& operator=(const LocalizedText& other);
    LocalizedText& operator=(LocalizedText&& other) noexcept = default;
    ~LocalizedText() = default;
    LocalizedText(std::initializer_list<std::pair<Language, std::string_view>> texts);

    /// The same text in every language, for names such as "MOST" or a document number.
    [[nodiscard]] static LocalizedText same(std::string_view text);

    [[nodiscard]] bool empty() const { return block_ == nullptr; }

    /// The text in exactly this language or for every language; empty where there is none.
    [[nodiscard]] std::string_view exact(Language language) const;

    /// The text in this language, or in the nearest one that there is: another form of it, then
    /// the languages of its chain, then the first of `texts`.
    [[nodiscard]] std::string_view in(Language language) const;

    /// All texts, whatever their languages. Valid until the next change.
    [[nodiscard]] std::vector<std::string_view> all() const;

    /// The text that stands for every language; empty where there is none.
    [[nodiscard]] std::string_view for_every_language() const;

    /// The texts with a language of their own, in the order of `comes_before`. Valid until the
    /// next change.
    [[nodiscard]] std::vector<std::pair<Language, std::string_view>> texts() const;

    /// The language whose text `in(language)` gives; none where that is for every language.
    [[nodiscard]] std::optional<Language> language_in(Language language) const;

    /// An empty text takes the language away.
    void set(Language language, std::string_view text);

    friend bool operator==(const LocalizedText& a, const LocalizedText& b) {
        return a.language() == b.language() && a.bytes() == b.bytes();
    }

 private:
    friend class detail::DraftPacker;
    friend class detail::DraftUnpacker;

    struct Entry {
        std::uint16_t language = 0;  ///< An index, or `every`.
        std::string_view text;
    };
    static constexpr std::uint16_t every = 0xFFFF;
    static constexpr std::uint16_t several = 0xFFFE;

    template <class Visit>
    void for_each(Visit visit) const;
    [[nodiscard]] std::optional<Entry> find(Language language) const;

    struct Head {
        std::uint32_t size = 0;  ///< Of the bytes behind it.
        std::uint16_t language = every;
    };

    [[nodiscard]] Head head() const;
    [[nodiscard]] std::uint16_t language() const { return head().language; }
    /// The text; of `several` each one's language, size and bytes.
    [[nodiscard]] std::string_view bytes() const;
    void keep(std::uint16_t language, std::string_view bytes);

    std::unique_ptr<char[]> block_;  // a head and bytes
};

}  // namespace remit
