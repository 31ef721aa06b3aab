/// \file
/// What stands around the content of a picture: title, legend, source and date.
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/model/localized_text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

enum class PageFormat : std::uint8_t {
    widescreen,    ///< 960 × 540 points, a 16:9 slide.
    a4_portrait,   ///< 595 × 842 points.
    a4_landscape,  ///< 842 × 595 points.
};

/// "16x9", "a4-portrait" or "a4-landscape"; none for another word.
[[nodiscard]] std::optional<PageFormat> parse_page_format(std::string_view word);

/// A sample of what the picture uses, and what it means.
struct LegendItem {
    enum class Sample : std::uint8_t { line, chip };

    Sample sample = Sample::line;
    std::string text;
    HexColor color = {};  ///< Of the line; of a chip's frame.
    double width = 1.0;   ///< Of the line.
    bool dashed = false;
    Tip tip = Tip::none;
    HexColor fill = {};       ///< Of the chip.
    HexColor chip_text = {};  ///< Color of the chip's sample number.
    std::string chip = {};    ///< The chip's sample number.
};

struct PageText {
    std::string title;
    std::string subtitle;
    std::vector<LegendItem> legend;
    std::string source;  ///< Wrapped as needed.
    std::string date;    ///< A remark with the date, such as "drawn 2026-01-15".
};

struct Rectangle {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
};

/// A page with its furniture, measured before the content is placed. Lengths of the page are
/// points of paper; the content is placed in layout units, `scale` points each.
class Page {
 public:
    /// \throws Error if the header takes most of the page
    Page(PageFormat format, PageText text, Language language);

    /// The room for the content, in points of paper.
    [[nodiscard]] Rectangle content() const { return content_; }

    /// The scale nearest below `largest` at which the page has whole lengths in layout units and
    /// the right proportion.
    [[nodiscard]] double fitting_scale(double largest) const;

    /// An empty diagram of this page: its furniture, and no content.
    [[nodiscard]] Diagram furnish(double scale) const;

 private:
    [[nodiscard]] bool legend_beside_title() const;
    [[nodiscard]] std::vector<double> legend_columns() const;
    void add_header(Diagram& diagram) const;
    void add_legend(Diagram& diagram) const;
    void add_footer(Diagram& diagram) const;

    PageFormat format_;
    PageText text_;
    Language language_;
    double width_ = 0.0;
    double height_ = 0.0;
    double title_width_ = 0.0;
    std::vector<std::string> title_lines_;
    std::vector<std::string> subtitle_lines_;
    std::vector<std::string> source_lines_;
    std::vector<double> legend_columns_;  // widths; items fill row by row
    double legend_top_ = 0.0;
    double date_width_ = 0.0;
    double footer_height_ = 0.0;
    Rectangle content_;
};

}  // namespace remit
