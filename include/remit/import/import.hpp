/// \file
/// What programme does a published document hold?
#pragma once

#include <remit/model/draft.hpp>
#include <remit/model/registry.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit {

/// What kind of reading is not certain.
enum class DoubtKind : std::uint8_t {
    unknown_body,       ///< A name that the registry does not know is taken for a body.
    unknown_place,      ///< The same of a place.
    title_of_line,      ///< The first line is taken for the title.
    title_of_file,      ///< So is the name of the file.
    no_date,            ///< There is none.
    no_numbers,         ///< Measures are numbered by their order.
    missing_cells,      ///< A row has fewer cells than heads.
    no_title,           ///< A measure has none.
    nobody,             ///< A measure names nobody.
    named_twice,        ///< A body is named twice for a measure, and taken once.
    counts_differ,      ///< Body and list announce different numbers.
    category_of_body,   ///< A category is in the body alone.
    totals,             ///< No number of the text is the sum of the categories.
    only_in_body,       ///< A measure is in the body alone, and not taken.
    unread_column,      ///< A column's head is not known.
    likely_head,        ///< A column is known by a word in its head.
    responsible_leads,  ///< "Responsible" beside "with" is taken for a lead.
    not_numbered,       ///< A paragraph names bodies, and is no item of the list.
    no_scope,           ///< A measure has no scope, where others have one.
    number_twice,       ///< Two measures have one number or code: the second gets another.
    control_character,  ///< Taken for a space.
    too_long,           ///< A text is longer than a programme's can be, and cut.
    extra_cells,        ///< A row has more cells than the heads.
    left_out,           ///< An item of the list names nobody, where others do, and is not taken.
};

/// Something that was read, or not, and is not certain.
struct Doubt {
    DoubtKind kind = DoubtKind::unknown_body;
    std::uint32_t line = 0;  ///< Of the document, from 1; 0 for the whole.
    std::string read;        ///< The words.
    std::string why;
    std::string advice;
};

/// How many readings of a kind were right, of those that the documents of tests/import have.
struct Confidence {
    std::size_t right = 0;
    std::size_t of = 0;  ///< 0 where nothing is read, or none of them has it.
};

/// Measured there; a test compares.
[[nodiscard]] Confidence confidence(DoubtKind kind);

struct ImportOptions {
    const Registry* registry = nullptr;      ///< Known bodies and regions; none if null.
    std::vector<std::string> includes = {};  ///< Of the programme that is made.
    std::map<std::string, std::string> patterns =
        {};  ///< Texts like data/import/patterns.yaml, by file.
    std::map<std::string, std::string> columns = {};  ///< By head, such as "lead" for "牵头".
    std::optional<Date> issued = {};        ///< Of the notice, if the document does not say it.
    std::optional<Language> language = {};  ///< Of the document; found out if there is none.
};

struct Imported {
    DraftFile file;
    Language language = Language::en;  ///< Of the document.
    /// The heads of its first table, and the columns that they were taken for; empty for one that
    /// is not read, "mark" for the name of a body with marks below. None if there is no table.
    std::vector<std::pair<std::string, std::string>> columns = {};
    std::vector<Doubt> doubts;
};

/// Reads a notice or a list: plain text, a web page, a PDF (through Poppler's pdftotext), comma- or
/// tab-separated values, a spreadsheet (XLSX), a text document (DOCX), or a two-mode network
/// (GraphML, Pajek), as its content and the end of its name tell. What it does not say is left out;
/// nothing is made up.
///
/// In a network, and in the table that `measure_table` makes, each name stands for itself, whatever
/// is in it. Else measures are the rows of a table whose heads are known, also where the text of a
/// page has a cell a line; else numbered paragraphs that end with who answers for them in brackets.
/// What the body of a notice lists is compared with them: titles come from the body, where it has
/// quotation marks that the annex lost, and what is announced and not listed stays announced alone.
/// \throws Error with the name if it is no such document, or has no list of measures
/// Time: linear in the document, times the length of the longest list of words that are looked for.
[[nodiscard]] Imported import_document(std::string_view bytes, const std::string& name,
                                       const ImportOptions& options = {});

/// Whether a list can have such a column: "measure", "lead" and the like.
[[nodiscard]] bool is_column(std::string_view word);

}  // namespace remit
