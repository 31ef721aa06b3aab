/// \file
/// Where everything on a picture of the workload stands.
#pragma once

#include "chart_parts.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

/// Lengths that measuring and drawing share.
inline constexpr double least_bars = 124.0;
inline constexpr double least_fractions = 96.0;
inline constexpr double column_gap = 6.0;
inline constexpr double value_gap = 5.0;     // between a grey bar and its number
inline constexpr double axis_height = 13.0;  // of the numbers above the rows
inline constexpr double sums_gap = 5.0;

struct WorkloadRow {
    DepartmentLoad load;
    std::size_t leading = 0;  // of its measures, those that it leads or is named first by
    NameBlock name = {};
    int height = 0;  // at least

    [[nodiscard]] std::size_t joining() const { return load.measures - leading; }
};

/// "9 (3+6)".
[[nodiscard]] std::string count_with_parts(const WorkloadRow& row);

/// Rows of a page: from `begin`, without `end`.
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The bars without their page.
class WorkloadChart {
 public:
    WorkloadChart(const Dataset& dataset, const Languages& languages);

    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] const std::vector<WorkloadRow>& rows() const { return rows_; }
    [[nodiscard]] const Workload& workload() const { return workload_; }
    /// Whether a department may have more measures than are counted: some are withheld, or their
    /// lists go on.
    [[nodiscard]] bool is_bounded() const { return workload_.withheld + workload_.open > 0; }
    /// With all of these.
    [[nodiscard]] std::size_t at_most(const WorkloadRow& row) const {
        return row.load.measures + row.load.possible + workload_.withheld;
    }

    /// What rows need at least. Those of a picture have one scale, whatever page they are on.
    [[nodiscard]] ContentSize size_of(RowRange range) const;

    /// The rows of each page, if one has room for so much. At least one page.
    [[nodiscard]] std::vector<RowRange> pages(double height) const;

    /// Adds rows to the diagram, on that part of the page.
    void draw(RowRange range, const Rectangle& paper, Diagram& diagram) const;

 private:
    /// A column of text.
    struct Column {
        TextBlock heading = {};
        int width = 0;
    };
    /// The lengths of a page.
    struct Place {
        double names = 0.0;  // left edges
        double bars = 0.0;
        double counts = 0.0;
        double listed = 0.0;
        double announced = 0.0;
        double fractions = 0.0;
        double right = 0.0;  // of everything
        double top = 0.0;
        double rows_top = 0.0;
        double extra = 0.0;  // height of each row beyond its least
        double rows_bottom = 0.0;
        double unit = 0.0;  // of one measure
        bool parts = false;
    };

    void collect_rows();
    /// \param value  for "{0}" of the phrase; the listed measures stand for "{1}"
    [[nodiscard]] TextBlock heading(const Phrase& phrase, double width,
                                    const std::string& value = {}) const;
    void measure_headings();
    void measure_columns();
    [[nodiscard]] Place place(RowRange range, const Rectangle& area) const;
    void place_columns(const Rectangle& area, Place& place) const;
    [[nodiscard]] bool parts_fit(double unit) const;
    [[nodiscard]] double sums_height() const;
    [[nodiscard]] double most() const;        // the end of the longest whisker
    [[nodiscard]] double fractional() const;  // the greatest fractional count
    [[nodiscard]] std::string bounds_text(const WorkloadRow& row) const;
    [[nodiscard]] std::string tooltip(const WorkloadRow& row) const;

    void draw_axes(const Place& place, Diagram& diagram) const;
    void draw_headings(const Place& place, Diagram& diagram) const;
    void draw_row(const WorkloadRow& row, const Place& place, double top, double height,
                  Diagram& diagram) const;
    void draw_bar(const WorkloadRow& row, const Place& place, const Rectangle& at,
                  Diagram& diagram) const;
    void draw_sums_of_roles(const Place& place, double middle, Diagram& diagram) const;
    void draw_sums(const Place& place, double top, Diagram& diagram) const;

    const Dataset& dataset_;
    Languages languages_;
    Language language_;  // whose fonts it takes
    Workload workload_;
    std::vector<WorkloadRow> rows_;
    NameColumn names_;
    int name_width_ = 0;  // of the names or their heading
    Column count_;
    Column listed_;
    Column announced_;  // of width 0 where nothing is withheld
    TextBlock names_heading_;
    TextBlock bars_heading_;
    TextBlock fractions_heading_;
    int parts_width_ = 0;  // of the column of counts where these have their parts with them
    int value_width_ = 0;  // of a fractional count, behind its bar
    int heading_height_ = 0;
    TextBlock checked_sum_;  // of the fractional counts
};

}  // namespace remit::drawing
