/// \file
/// What stands around the content of a picture: title, legend, source and date.
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/model/error.hpp>
#include <remit/model/localized_text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// A picture that cannot be drawn as asked for, though nothing failed. The message says what is too
/// much, and which page, picture or text to take instead.
class PictureRefusal : public Error {
    using Error::Error;
};

enum class PageFormat : std::uint8_t {
    widescreen,    ///< 960 × 540 points, a 16:9 slide.
    a4_portrait,   ///< 595 × 842 points.
    a4_landscape,  ///< 842 × 595 points.
    fit,           ///< As large as the content needs it, for the web.
};

/// "16x9", "a4-portrait", "a4-landscape" or "fit"; none for another word.
[[nodiscard]] std::optional<PageFormat> parse_page_format(std::string_view word);

/// The language of a picture, or two of which the second follows the first.
struct Languages {
    Language first = Language::zh_hans;
    std::optional<Language> second = {};

    Languages() = default;
    Languages(Language one) : first(one) {}  // NOLINT: one language is a case of languages
    Languages(Language one, Language other) : first(one), second(other) {}
};

/// A sample of what the picture uses, and what it means. A remark has no sample.
struct LegendItem {
    enum class Sample : std::uint8_t { line, chip, dot, remark };

    Sample sample = Sample::line;
    std::string text;
    HexColor color = {};  ///< Of the line; of a chip's or dot's frame.
    double width = 1.0;   ///< Of the line; of a dot's frame.
    bool dashed = false;
    Tip tip = Tip::none;
    HexColor fill = {};       ///< Of the chip or dot.
    HexColor chip_text = {};  ///< Color of the chip's sample number.
    std::string chip = {};    ///< The chip's sample number; may be empty.
};

/// Line ends in a text are kept; its lines are wrapped as needed.
struct PageText {
    std::string title;
    std::string second_title = {};  ///< In the second language, smaller.
    std::string subtitle = {};
    std::vector<LegendItem> legend = {};
    std::string source = {};
    std::string date = {};         ///< A remark with the date, such as "drawn 2026-01-15".
    std::string day = {};          ///< YYYY-MM-DD: `Diagram::date`.
    std::string description = {};  ///< `Diagram::description`.
    std::size_t page = 1;          ///< Counted from 1; printed if there are several.
    std::size_t pages = 1;
};

/// Of a page or of what stands on it.
struct ContentSize {
    double width = 0.0;
    double height = 0.0;
};

/// A page with its furniture, measured before the content is placed. Lengths of the page are
/// points of paper; the content is placed in layout units, `scale` points each.
class Page {
 public:
    /// \param content  how large the content is in layout units; a page of the format `fit` has
    ///                 room for it at a scale of 1, another one does not ask
    /// \throws PictureRefusal if the header takes most of the page
    Page(PageFormat format, PageText text, Languages languages, const ContentSize& content = {});

    /// The room for the content, in points of paper.
    [[nodiscard]] Rectangle content() const { return content_; }

    /// The scale nearest below `largest` at which the page has whole lengths in layout units and
    /// the right proportion.
    [[nodiscard]] double fitting_scale(double largest) const;

    /// The smallest scale that `fitting_scale` rounds to no less than `least`.
    [[nodiscard]] double scale_of_at_least(double least) const;

    /// `fitting_scale` for content of that size, at most `largest`; 1 for the format `fit`.
    [[nodiscard]] double scale_for(const ContentSize& content, double largest) const;

    /// An empty diagram of this page: its furniture, and no content.
    [[nodiscard]] Diagram furnish(double scale) const;

 private:
    [[nodiscard]] bool legend_beside_title() const;
    [[nodiscard]] double sample_room(const LegendItem& item) const;
    [[nodiscard]] std::vector<double> legend_columns() const;
    [[nodiscard]] double header_height() const;
    void wrap_header(double inner);
    void wrap_footer(double inner);
    void add_header(Diagram& diagram) const;
    void add_legend(Diagram& diagram) const;
    void add_legend_item(std::size_t index, double left, double middle, Diagram& diagram) const;
    void add_footer(Diagram& diagram) const;

    PageFormat format_;
    PageText text_;
    Language language_;  // whose fonts the page takes
    std::optional<Language> second_;
    double width_ = 0.0;
    double height_ = 0.0;
    double title_width_ = 0.0;
    double title_size_ = 0.0;
    std::vector<std::string> title_lines_;
    std::vector<std::string> second_title_lines_;
    std::vector<std::string> subtitle_lines_;
    std::vector<std::string> source_lines_;
    std::vector<std::string> remark_lines_;  // date and page number
    double sample_width_ = 0.0;              // of the legend's widest sample
    std::vector<double> legend_columns_;     // widths; items fill row by row
    double remark_width_ = 0.0;
    double footer_height_ = 0.0;
    Rectangle content_;
};

}  // namespace remit
