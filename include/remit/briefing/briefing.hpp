/// \file
/// What does one hand over? All that is there about a programme, on one page.
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/report/table.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

struct BriefingOrigin {
    std::string file;
    std::string sha256;  ///< Of its bytes, see `sha256`.
};

struct BriefingOptions {
    /// Of the page, the first of which it opens with. Empty: those that the programmes have texts
    /// in and that there are words for, their own first.
    std::vector<Language> languages = {};
    /// Whether the pictures are for slides, each below its finding, which they do not say again.
    bool slides = false;
    std::vector<BriefingOrigin> origin = {};  ///< The files that the data were read from.
};

/// A figure of the strip below the title.
struct BriefingFigure {
    std::string id;  ///< "announced", "listed", "withheld", "departments", "links", …
    std::string label;
    std::string value;
};

/// A picture with the tables that say the same, or tables alone.
struct BriefingSection {
    std::string id;       ///< "responsibility-map", "workload", …; unique in its chapter.
    std::string name;     ///< For lists of sections, in a word or two.
    std::string heading;  ///< What was found, or what it shows.
    Picture picture;      ///< Without pages where there is none.
    std::vector<Table> tables;
    std::string bars;                ///< The id of a column of the tables that has bars beside it.
    std::vector<std::string> notes;  ///< What is not drawn, and why.
};

/// Everything about one programme, or about what differs between several, in one language.
struct BriefingChapter {
    Language language;
    std::size_t batch = 0;  ///< Which of the programmes; their number for the comparison.
    std::string label;      ///< Of the batch, for who chooses among them.
    std::string kicker;     ///< Document number and dates.
    std::string title;
    std::vector<BriefingFigure> figures;
    std::vector<std::string> findings;  ///< Whole sentences.
    std::vector<BriefingSection> sections;
    std::vector<std::string> notes;  ///< Source, counting rules, what is uncertain, origin.
};

struct Briefing {
    std::vector<Language> languages;  ///< At least one.
    std::vector<Dataset> batches;
    std::vector<BriefingChapter> chapters;  ///< By language, then batch, the comparison last.
};

/// The content of a briefing: pictures laid out, but not drawn. Each kind of picture that says
/// something of the programme, with its finding and table; a programme's fields; what is withheld
/// or open. Pictures of more than 6 pages are left out, which a note says. Of several programmes
/// each has its chapters, and one more compares them in their order.
///
/// \param batches  at least one; several in the bodies of one day, as for `comparison_diagram`
/// Time: that of the pictures and their tables, for each language.
[[nodiscard]] Briefing briefing(std::span<const Dataset> batches,
                                const BriefingOptions& options = {});

enum class PageUse : std::uint8_t { reading, printing };

/// One file of HTML for a browser without a network: all chapters, one of which is shown, their
/// pictures as SVG, and a script by which one searches, filters, counts anew, highlights, sorts,
/// merges departments and takes tables and pictures away; without it all of the chapters can be
/// read. Its policy (CSP) allows nothing but this style and script; names of the data are text
/// wherever they stand. Prints on A4. Same briefing, same bytes.
/// \param use  `printing` leaves out the script and shows all chapters, one after the other
/// \throws Error as `render`
[[nodiscard]] std::string to_html(const Briefing& briefing, PageUse use = PageUse::reading);

/// The SHA-256 of bytes, as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// How a chapter stands in Markdown.
struct MarkdownOptions {
    /// The file of a page of a section's picture, from 0, as it is referred to; pictures are left
    /// out where it is empty.
    std::function<std::string(const BriefingSection& section, std::size_t page)> image = {};
    /// A slide a finding: what stands in a few words, then each picture below its heading. The
    /// title is left to who makes the slides.
    bool slides = false;
};

/// A chapter as Markdown, with GitHub's tables, which wikis and pandoc read.
[[nodiscard]] std::string to_markdown(const BriefingChapter& chapter,
                                      const MarkdownOptions& options = {});

}  // namespace remit
