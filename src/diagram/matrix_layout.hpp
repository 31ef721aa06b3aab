/// \file
/// Where everything on a matrix stands, and on which page.
#pragma once

#include "matrix_table.hpp"

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// What of a matrix stands under one row of headings.
struct MatrixPart {
    struct Line {
        std::size_t row = 0;     // of MatrixTable::rows
        bool continued = false;  // whether it is a heading that stood on a page before
    };

    std::vector<Line> lines = {};
    std::vector<std::size_t> departments = {};  // columns, ascending
    bool whole = true;                          // whether there is no other part
    bool splits_measure = false;                // whether it has only some columns of its measure
    bool on_own_page = true;
    std::string prefix = {};  // of ids that the parts of a page have in common
};

using MatrixPage = std::vector<MatrixPart>;

/// The widths and heights of a part, in layout units.
struct MatrixSizes {
    int title = 0;  // of the measures' titles
    int department = 0;
    int region = 0;
    int department_levels = 1;  // of headings of Latin letters
    int region_levels = 1;
    int stack_height = 0;                   // of headings of Chinese characters
    std::array<int, 2> label_heights = {};  // of the lower level and the upper one
    int header = 0;
    int totals = 0;                                           // of one row of them
    std::vector<std::vector<std::string>> total_labels = {};  // that of a page before that of all
    std::vector<std::vector<std::string>> text = {};          // of each line
    std::vector<int> heights = {};                            // of each line
    ContentSize natural = {};
};

class MatrixLayout {
 public:
    MatrixLayout(const Dataset& dataset, const Languages& languages,
                 ScopeView widest = ScopeView::members);

    [[nodiscard]] const MatrixTable& table() const { return table_; }
    [[nodiscard]] MatrixPart whole() const;

    /// How large all of it is, at its best width on a page of any size.
    [[nodiscard]] ContentSize natural_size() const;

    /// The largest scale at which a part fits there; no more than `largest`.
    [[nodiscard]] double fit(const MatrixPart& part, const Rectangle& paper, double largest) const;

    /// Of all columns, at their least.
    [[nodiscard]] int columns_width() const { return fixed_width(table_.departments.size()); }

    /// Whether all columns fit in that width beside titles that are not too narrow.
    [[nodiscard]] bool holds_all_columns(double width) const;

    /// As few pages as may be that each fit in the room, which is in layout units: by category,
    /// then by rows, of even height. Each has all columns where they fit. Else a page has one part
    /// or several below each other, each with the columns that its measures name; if those of one
    /// measure do not fit, they are split as well.
    /// \return none if not even one row fits
    [[nodiscard]] std::vector<MatrixPage> split(const ContentSize& room) const;

    /// Shortens all that is long: titles, headings and names; their tooltips have them whole.
    void shorten();

    /// Places the parts of a page there, below each other, and adds them to the diagram.
    void draw(const MatrixPage& page, const Rectangle& paper, Diagram& diagram) const;

 private:
    friend class MatrixSplitter;
    friend class MatrixDrawing;

    void measure_columns();
    [[nodiscard]] int widest_title_needed(const MatrixPart& part) const;
    [[nodiscard]] int fixed_width(std::size_t departments) const;
    [[nodiscard]] MatrixSizes sizes(const MatrixPart& part, int title, int department,
                                    int region) const;
    /// At which level the heading of the i-th column stands.
    [[nodiscard]] static std::size_t department_level(const MatrixSizes& sizes, std::size_t i);
    [[nodiscard]] static std::size_t region_level(const MatrixPart& part, const MatrixSizes& sizes,
                                                  std::size_t i);
    [[nodiscard]] std::vector<MatrixPage> stacked(std::vector<MatrixPart> parts,
                                                  const ContentSize& room) const;
    [[nodiscard]] MatrixSizes filling(const MatrixPart& part, const ContentSize& room) const;
    void set_lines(const MatrixPart& part, MatrixSizes& sizes) const;
    void set_header(const MatrixPart& part, MatrixSizes& sizes) const;
    void set_totals(const MatrixPart& part, MatrixSizes& sizes) const;

    const Dataset& dataset_;
    Languages languages_;
    Language language_;  // whose fonts it takes
    MatrixTable table_;
    std::vector<std::string> titles_;  // by measure
    int number_width_ = 0;
    int department_width_ = 0;  // at least
    int region_width_ = 0;      // at least
    bool totals_in_two_lines_ = false;
    bool short_ = false;
};

/// What stands in the totals of a department: "3+6", or on two lines.
[[nodiscard]] std::vector<std::string> total_lines(const RoleCount& count, bool in_two_lines);

}  // namespace remit::drawing
