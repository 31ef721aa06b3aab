/// \file
/// What does a document consist of, whatever it was written in? Paragraphs and tables, with places.
#pragma once

#include <remit/model/place.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace remit::reading {

struct Paragraph {
    std::string text;  ///< Trimmed, spaces of any kind as one; not empty.
    std::uint32_t line = 0;
    int heading = 0;  ///< Its level, from 1; 0 if it is none.
};

/// A cell that spans several is repeated in each of them, with `spans` true in all but the first.
struct Cell {
    std::string text;  ///< Tidied line by line.
    std::uint32_t line = 0;
    std::uint32_t column = 1;
    bool spans = false;
};

struct Table {
    std::vector<std::vector<Cell>> rows;
};

using Piece = std::variant<Paragraph, Table>;

/// A body, place, category, field or value by its name as it stands, whatever is in it.
struct Named {
    std::string name = {};
    std::string id = {};  ///< Empty where the source has none.
    std::string short_name = {};
};

struct NamedLink {
    Named body;
    std::string role = {};    ///< "lead", "with", one of `Page::roles`, or empty.
    std::string weight = {};  ///< Empty where the source does not say it.
};

/// What a measure has of a column of the source's own.
struct NamedValue {
    std::string field;  ///< An id.
    std::string value;
    std::string name = {};  ///< Of a choice.
};

/// A measure of a source in which each name stands for itself: a network, or a table of remit's.
struct ExactMeasure {
    std::uint32_t line = 0;
    std::string number = {};
    std::string code = {};
    std::string title = {};
    Named category = {};
    std::vector<NamedLink> links = {};         ///< In the source's order.
    std::vector<Named> scope = {};             ///< Without an id it may be words for no place.
    std::vector<std::string> unnamed = {};     ///< Words of the scope that are.
    std::vector<std::string> collective = {};  ///< Actors that stand for many.
    bool open = false;                         ///< The list of bodies goes on.
    std::string locator = {};
    std::vector<NamedValue> values = {};
};

struct Page {
    std::vector<Piece> pieces;
    bool by_page = false;                           ///< Lines are numbers of pages.
    bool of_remit = false;                          ///< A spreadsheet that remit wrote.
    std::vector<std::uint32_t> control_lines = {};  ///< That have control characters.
    /// Where there are some, the document is these and nothing else.
    std::vector<ExactMeasure> measures = {};
    std::vector<Named> bodies = {};  ///< In the source's order, if it has one of its own.
    std::vector<Named> places = {};  ///< The same.
    std::vector<Named> roles = {};   ///< Of the source's own, as `role_ID`.
    std::vector<Named> fields = {};  ///< Columns of the source's own.
};

/// The text in UTF-8: by its byte order mark, else UTF-8 if it is valid, else as ICU detects it.
/// \throws Error if it is no text
[[nodiscard]] std::string decoded(std::string_view bytes);

/// Without spaces at the ends, and with one for each run of them (no-break and wide ones and
/// control characters too).
[[nodiscard]] std::string tidy(std::string_view text);

/// That for each line, without blank ones.
[[nodiscard]] std::string tidy_lines(std::string_view text);

/// The lines as one: without a space beside an ideograph.
[[nodiscard]] std::string unwrapped(std::string_view lines);

/// A paragraph for each line that is not blank.
[[nodiscard]] Page read_plain(std::string_view text);

/// Paragraphs and tables of a web page; scripts, styles and what is hidden are left out.
/// Nothing is fetched or run. \throws Error if there is no text in it, or it is nested too deep
[[nodiscard]] Page read_html(std::string_view text);

/// One table of comma-, semicolon- or tab-separated values, by RFC 4180; which, is told by the
/// first record. \throws Error for a quotation without an end
[[nodiscard]] Page read_csv(std::string_view text);

class Archive;

/// A table for each sheet that is not hidden; merged cells as those that span several.
/// \throws Error if it is no spreadsheet, or unpacks to too much
[[nodiscard]] Page read_xlsx(const Archive& archive);
/// Paragraphs and tables of a text document; lines are its paragraphs and rows.
[[nodiscard]] Page read_docx(const Archive& archive);
/// Either of them. \throws Error if it is neither
[[nodiscard]] Page read_office(std::string_view bytes);

/// A two-mode network: bodies are the first mode (NetworkX's `bipartite` 0, the first m of Pajek's
/// `*Vertices n m`), measures the second.
/// \throws Error if it is none, with the line
[[nodiscard]] Page read_graphml(std::string_view text);
[[nodiscard]] Page read_pajek(std::string_view text);

/// Takes a table that remit wrote for the measures that it lists.
void find_own_table(Page& page);

class Patterns;

/// Paragraphs and tables of a PDF with text, by where its words stand: a table is what stands below
/// heads that are known. \throws Error if it has no text, or Poppler's pdftotext is not there
[[nodiscard]] Page read_pdf(std::string_view bytes, const Patterns& patterns,
                            const std::map<std::string, std::string>& columns);

/// By what the text begins with and the name ends in.
[[nodiscard]] Page read_page(std::string_view bytes, std::string_view name,
                             const Patterns& patterns,
                             const std::map<std::string, std::string>& columns);

}  // namespace remit::reading
