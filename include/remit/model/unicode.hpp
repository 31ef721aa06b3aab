/// \file
/// Which characters is a text made of, and how wide are they?
///
/// The Unicode tables are ICU's.
#pragma once

#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// The byte offset, counted from 0, of the first byte that is not UTF-8; none if all of it is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The code points of a text; a byte that is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// Whether a Chinese character stands in the text.
[[nodiscard]] bool has_ideograph(std::string_view text);

/// The UTF-8 of code points.
[[nodiscard]] std::string utf8(std::u32string_view text);

/// Whether nothing of a text can be seen: it is empty, or of spaces and marks without width.
[[nodiscard]] bool is_blank(std::string_view text);

/// A name with what hands type differently made alike: Unicode's compatibility composition (NFKC:
/// full and half width, composed and decomposed letters), no spaces, one kind of quote and dash.
/// Simplified and traditional characters stay what they are.
[[nodiscard]] std::string normal_form(std::string_view name);

/// The positions of names as a dictionary of the language has them: by letters in English, pinyin
/// for zh-Hans, strokes for zh-Hant; equal names stay in their order. The collation is ICU's of the
/// language, whatever the locale of the process. Time: O(n log n) comparisons.
///
/// Example: "zoo", "Ärzte", "bank" give 1, 2, 0; their bytes would give 2, 0, 1.
[[nodiscard]] std::vector<std::size_t> dictionary_order(const std::vector<std::string>& names,
                                                        Language language);

/// Whether the character embeds, overrides or isolates a direction of writing (Unicode's
/// bidirectional algorithm), so that what follows may not be read in the order it is stored in.
[[nodiscard]] bool turns_direction(char32_t character);

/// How many columns of a terminal a character takes: 2 for East Asian wide and full-width ones,
/// 0 for combining marks and format characters, else 1.
[[nodiscard]] int columns(char32_t character);

/// The sum of `columns` over a text.
[[nodiscard]] std::size_t columns(std::string_view text);

/// A text in its pieces, between which a line may be broken by Unicode's rules (UAX 14) and which
/// have the spaces behind them; never behind a hyphen or slash, which are part of an option, a
/// number or a path. All together are the text. Time: O(|text|).
///
/// Example: "two-mode 图。" gives "two-mode ", "图。".
[[nodiscard]] std::vector<std::string_view> line_pieces(std::string_view text);

/// A text in lines of at most `width` columns, at least one: as many pieces a line as it has room
/// for, without the spaces where it is broken. A piece that is wider is cut between characters;
/// one character that is wider stands alone.
///
/// Example: "the two modes" gives "the two", "modes" for 7 and 8, and "the", "two", "mode", "s" for
/// 4.
/// \pre width > 0
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The least number of inserted, deleted, replaced or swapped neighbouring code points that turns
/// one text into the other (optimal string alignment). Time: O(|a| · |b|).
///
/// Example: "finace" and "finance" are 1 apart.
[[nodiscard]] std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace remit
