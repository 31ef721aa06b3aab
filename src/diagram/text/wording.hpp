/// \file
/// How is something said in a picture of one or two languages?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/phrase.hpp>

#include <string>
#include <string_view>

namespace remit::drawing {

/// In a picture of two languages the fonts are the first one's, and those of Chinese set curly
/// quotes full width: then the other language has straight ones.
[[nodiscard]] std::string with_straight_quotes(std::string_view text);

/// The second language's text behind that of the first, or alone where both are the same. In a
/// picture of two languages the fonts are the first one's, which set curly quotes full width, so
/// the second one gets straight quotes.
[[nodiscard]] std::string joined(std::string first, std::string_view second,
                                 std::string_view between);

/// What `text(language)` says in each language of the picture: below each other.
template <class Text>
[[nodiscard]] std::string said(const Languages& languages, Text text) {
    std::string first(text(languages.first));
    if (!languages.second) return first;
    return joined(std::move(first), std::string(text(*languages.second)), "\n");
}

/// The same on one line, for short texts.
template <class Text>
[[nodiscard]] std::string said_in_line(const Languages& languages, Text text) {
    std::string first(text(languages.first));
    if (!languages.second) return first;
    return joined(std::move(first), std::string(text(*languages.second)), " ");
}

/// A name in each language, below each other.
[[nodiscard]] std::string name(const Languages& languages, const LocalizedText& text);

/// A phrase in each language, with the same values, on one line.
[[nodiscard]] std::string phrase(const Languages& languages, const Phrase& phrase,
                                 std::initializer_list<std::string> values = {});

}  // namespace remit::drawing
