/// \file
/// What stands around the content of a page: what it is about, the finding, where it comes from.
#pragma once

#include "block.hpp"

#include <remit/diagram/picture.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

/// What the pages of a picture say around their content. Texts are marked; empty ones are left out.
struct FrameText {
    std::function<std::string(Language)> kicker;    ///< Notice and kind.
    std::function<std::string(Language)> title;     ///< The finding.
    std::function<std::string(Language)> subtitle;  ///< Counts, bounds, certainty.
    std::function<std::string(Language)> source;
    std::function<std::string(Language)> notes;
    std::function<std::string(Language)> description;  ///< For those who do not see the picture.
    bool found = false;      ///< Whether the title says what was found, and not what is shown.
    std::string drawn = {};  ///< "Drawn 2026-01-15", at the right.
    std::string day = {};    ///< YYYY-MM-DD: `Diagram::date`.
};

/// A page of a format with its texts, and the room that they leave.
class Frame {
 public:
    /// \param width  that the content would like on a page of the format `fit`
    /// \throws PictureRefusal if the texts take most of the page
    Frame(PageFormat format, const FrameText& text, Languages languages, double width = 0.0);

    [[nodiscard]] const Rectangle& content() const { return content_; }

    /// A page without content. One of the format `fit` is as high as its content needs it.
    /// \param page, pages  counted from 1; printed if there are several
    [[nodiscard]] Diagram furnish(std::size_t page, std::size_t pages, double content_height) const;

    /// The sizes of running text that are tried, the largest first, and the least of those that are
    /// planned for, behind which come those that only help to do with one page.
    struct Sizes {
        std::vector<double> planned;
        std::vector<double> small;
    };
    [[nodiscard]] static Sizes sizes(PageFormat format);

 private:
    struct Line {
        BlockPtr block;
        double height = 0.0;
        double width = 0.0;
    };
    PageFormat format_;
    Languages languages_;
    std::string title_;
    bool finds_ = false;
    std::string description_;
    std::string drawn_;
    std::string day_;
    double width_ = 0.0;
    double height_ = 0.0;
    double source_size_ = 0.0;
    std::vector<Line> header_;
    std::vector<Line> footer_;
    double footer_height_ = 0.0;
    Rectangle content_;
};

}  // namespace remit::drawing
