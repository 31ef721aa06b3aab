/// \file
/// Measures below each other, in blocks with headings: the middle column of several pictures.
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace remit::drawing {

/// The titles of measures as they break at some width; each is wrapped once.
class WrappedTitles {
 public:
    WrappedTitles(const Dataset& dataset, const Languages& languages)
        : dataset_(dataset), languages_(languages) {}

    struct Title {
        std::vector<std::string> lines;
        double widest = 0.0;
    };

    [[nodiscard]] const Title& at(MeasureIndex measure, int width);

 private:
    const Dataset& dataset_;
    Languages languages_;
    std::map<std::pair<MeasureIndex, int>, Title> titles_;
};

struct FlowRow {
    enum class Kind : std::uint8_t { heading, measure, remark };

    Kind kind = Kind::measure;
    MeasureIndex measure = {};
    std::string text = {};  // of a heading or remark
    palette::Pair colors = palette::withheld;
    std::string mark = {};  // before the number, such as that of the category
    int least = 0;          // its least height
    std::map<int, std::vector<std::string>> wrapped = {};  // the text, by width
    std::vector<std::string> lines = {};
    std::array<std::vector<std::string>, 2> numbers = {};  // on one line, and on more
    std::vector<std::string> number = {};                  // one of them
    std::vector<std::string> tag = {};                     // the scope
    int height = 0;
    double y = 0.0;  // of its center
};

/// What stands before and behind a title.
struct FlowColumns {
    bool marks = false;
    bool tags = true;  // of the scope
};

class FlowRows {
 public:
    FlowRows(const Dataset& dataset, const Languages& languages,
             std::shared_ptr<WrappedTitles> titles, FlowColumns columns);

    void add(FlowRow row);
    [[nodiscard]] std::vector<FlowRow>& rows() { return rows_; }
    [[nodiscard]] const std::vector<FlowRow>& rows() const { return rows_; }

    /// Breaks the titles.
    /// \return how much room all rows take at least
    ContentSize wrap_titles(int width);

    /// Spreads the rows over the area's height, as far as that looks well, from its left edge.
    void place(const Rectangle& area);

    [[nodiscard]] double left() const { return left_; }
    [[nodiscard]] double right() const { return left_ + width(); }
    [[nodiscard]] int width() const;

    void draw(Diagram& diagram) const;

 private:
    [[nodiscard]] double natural_height() const;
    [[nodiscard]] Box measure_box(const FlowRow& row) const;

    const Dataset& dataset_;
    Languages languages_;
    std::shared_ptr<WrappedTitles> titles_;
    FlowColumns columns_;
    std::vector<FlowRow> rows_;
    int mark_width_ = 0;
    std::array<int, 2> number_widths_{};  // of each form
    int number_width_ = 0;
    int text_width_ = 0;
    int tag_width_ = 0;
    double left_ = 0.0;
};

/// How wide titles are, and the scale at which everything then fits.
struct FlowFit {
    double scale = 0.0;
    int title_width = 0;
    ContentSize size = {};
};

/// The width of titles at which the content is largest.
/// \param beside  the room that everything but the rows takes: its widths together, and the height
///                of the highest column
/// \param below   the room below all columns
[[nodiscard]] FlowFit fit_titles(FlowRows& rows, const ContentSize& beside, const Rectangle& paper,
                                 const ContentSize& below = {});

/// The number of each measure's category, "一" or "I", and what they mean. Empty without
/// categories.
struct CategoryMarks {
    std::vector<std::string> of_measure = {};
    std::vector<LegendItem> legend = {};
};

/// \param shown  the measures of the picture
[[nodiscard]] CategoryMarks category_marks(const Dataset& dataset, const Languages& languages,
                                           const std::vector<MeasureIndex>& shown);

}  // namespace remit::drawing
