/// \file
/// How did each department's share of the measures develop? Two columns and a line for each.
#pragma once

#include "chart_parts.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// Lengths that measuring and drawing share, in layout units.
inline constexpr double slope_heading_gap = 6.0;
inline constexpr double slope_remark_height = 16.0;

/// What two batches have become in a comparison.
struct ComparedBatches {
    std::span<const Dataset> batches;  ///< Two.
    const Comparison& comparison;
    Languages languages;

    [[nodiscard]] Language language() const { return languages.first; }
    [[nodiscard]] bool withholds() const;
    /// That of a department in the last batch that names it.
    [[nodiscard]] const LocalizedText& name(const ComparedDepartment& department) const;
};

/// The look and word of a development: "rose", and that it holds whatever is withheld.
struct TrendLook {
    const char* color;
    double width;
    bool dashed;
    Tip tip;
};
[[nodiscard]] const TrendLook& trend_look(Trend trend);
[[nodiscard]] const Phrase& trend_word(Trend trend);
/// The same of pairs: formed, dissolved, tightened, loosened.
[[nodiscard]] const Phrase& link_word(Trend trend);
/// "7/17".
[[nodiscard]] std::string of_listed(std::size_t count, const Dataset& batch);

/// The chart without its page.
class SlopeChart {
 public:
    explicit SlopeChart(const ComparedBatches& compared);

    /// Leaves out the departments of the least shares until the chart is no higher.
    void limit(double height);

    /// Takes no more width than it must.
    void narrow();

    [[nodiscard]] ContentSize size() const;
    void draw(const Rectangle& area, Diagram& diagram) const;

 private:
    struct Row {
        const ComparedDepartment* department = nullptr;
        NameBlock name = {};
        TextBlock trend = {};
        int height = 0;
        std::array<std::string, 2> counts = {};  // empty where it is not in the batch
        std::array<std::string, 2> shares = {};
        std::array<double, 2> share = {};
    };
    /// Of one batch: what stands there, from top to bottom, and where.
    struct Side {
        std::vector<std::size_t> rows = {};
        std::vector<double> y = {};
    };

    void collect_rows();
    void measure_headings();
    [[nodiscard]] Row row_of(const ComparedDepartment& department) const;
    [[nodiscard]] Side side(std::size_t batch, double top, double bottom) const;
    [[nodiscard]] double side_width() const;
    [[nodiscard]] double rows_height() const;
    [[nodiscard]] std::string left_out() const;
    [[nodiscard]] std::string tooltip(const Row& row) const;
    void draw_word_of_who_went(const Row& row, const Point& from, Diagram& diagram) const;
    void draw_side(const Side& side, std::size_t batch, double edge, Diagram& diagram) const;
    void draw_lines(const std::array<Side, 2>& sides, double left, double right,
                    Diagram& diagram) const;

    ComparedBatches compared_;
    std::vector<Row> rows_;  // the greatest share of either batch first
    std::size_t shown_ = 0;
    NameColumn names_;
    int count_width_ = 0;
    int share_width_ = 0;
    int trend_width_ = 0;
    double lines_width_ = 0.0;  // between the columns, at least
    std::array<TextBlock, 2> headings_;
};

}  // namespace remit::drawing
