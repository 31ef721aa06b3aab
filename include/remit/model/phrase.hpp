/// \file
/// How is a fixed phrase said in each language?
///
/// The words of a language stand in a file of their own, `data/words/<tag>.yaml`, which is compiled
/// in.
#pragma once

#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// A phrase of a table or picture, by its key in the files of words. Its text there is a pattern
/// of ICU's MessageFormat: "{0}", "{1}", … stand for what `fill` puts there, and
/// "{0, plural, one {measure} other {measures}}" is chosen by it; "[measures]" stands for a term,
/// which a programme may replace (see `spoken_by`).
class Phrase {
 public:
    /// Whether values that run in the other direction of writing are isolated, by U+2068 and
    /// U+2069.
    enum class Isolation : std::uint8_t { of_values, none };

    constexpr Phrase() = default;
    constexpr Phrase(const char* key) : key_(key) {  // NOLINT: a key is a phrase
        for (const auto c : key_) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 16777619U;
    }

    [[nodiscard]] constexpr std::string_view key() const { return key_; }
    [[nodiscard]] constexpr std::uint32_t hash() const { return hash_; }

    /// A phrase without slots; the key where no file has it.
    [[nodiscard]] std::string_view in(Language language) const;

    /// With the values in its slots, each as it is: numbers are not grouped anew.
    [[nodiscard]] std::string fill(Language language, std::initializer_list<std::string> values,
                                   Isolation isolation = Isolation::of_values) const;

    /// The language that says it where this one is asked for: of its chain, the first with words.
    [[nodiscard]] Language language_in(Language language) const;

 private:
    std::string_view key_;
    std::uint32_t hash_ = 2166136261U;  // FNV-1a
};

/// The marks that parts of a text are put together with, with the spaces that go with them.
namespace marks {

inline constexpr Phrase list{"mark.list"};      ///< Between the items of a list.
inline constexpr Phrase clause{"mark.clause"};  ///< Between items that have the above themselves.
inline constexpr Phrase stop{"mark.stop"};      ///< At the end of a sentence.
inline constexpr Phrase space{"mark.space"};    ///< Between sentences.
inline constexpr Phrase colon{"mark.colon"};
inline constexpr Phrase brackets{"mark.brackets"};  ///< Around {1}, behind {0}.

}  // namespace marks

/// Texts as a list of the language: "a、b" or "a, b"; where a text has such a separator itself,
/// all are separated by semicolons. Not ICU's ListFormatter, whose last separator is a word ("和",
/// "and"), which is wrong before "…" and where a list stands in brackets or is cut.
class ListWriter {
 public:
    explicit ListWriter(Language language) : language_(language) {}

    void add(std::string_view text) { texts_.emplace_back(text); }
    [[nodiscard]] std::string text() const;

 private:
    Language language_;
    std::vector<std::string> texts_;
};

/// Sentences of a language, one after the other; an empty one adds nothing.
[[nodiscard]] std::string sentences(Language language, std::initializer_list<std::string> texts);

/// A text that is put into one of the language: between U+2068 and U+2069 if it runs in the other
/// direction of writing; so in a right-to-left language also a date, which would be turned over.
[[nodiscard]] std::string isolated(std::string text, Language around);

/// A count with a noun in English: "1 measure", "16 measures".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

}  // namespace remit
