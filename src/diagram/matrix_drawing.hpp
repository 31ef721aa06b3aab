/// \file
/// How does one part of a matrix look?
#pragma once

#include "matrix_layout.hpp"

#include <remit/diagram/palette.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// Draws one part.
class MatrixDrawing {
 public:
    MatrixDrawing(const MatrixLayout& layout, const MatrixPart& part, const Rectangle& area,
                  Diagram& diagram);

    void draw();

 private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t regions() const;
    void place(const Rectangle& area);
    [[nodiscard]] double department_x(std::size_t place) const;
    [[nodiscard]] double region_x(std::size_t column) const;
    void line(Point begin, Point end, const HexColor& color, double width,
              std::vector<Curve>& curves);
    void add_text(std::string id, std::string kind, const std::vector<std::string>& lines,
                  const TextStyle& style, const Rectangle& at, Align align,
                  std::string tooltip = {});
    void draw_lines();
    void draw_heading(std::size_t i, const ProgrammeRow& row);
    void draw_withheld(std::size_t i);
    void draw_measure(std::size_t i, const ProgrammeRow& row);
    void draw_dots(MeasureIndex m, const palette::Pair& colors, int height, double middle);
    void draw_reach(MeasureIndex m, int height, double middle);
    void end_block();
    void draw_grid();
    void draw_headings();
    void draw_column(const MatrixColumn& column, const std::string& kind, double x, int width,
                     std::size_t level, const TextStyle& style, const std::string& tooltip);
    [[nodiscard]] std::size_t total_reached(std::size_t column) const;
    void draw_totals();
    void draw_total(const std::string& id, const std::vector<std::string>& label,
                    const std::vector<RoleCount>& counts, const std::vector<std::size_t>& measures);

    const MatrixLayout& layout_;
    const Dataset& dataset_;
    const MatrixTable& table_;
    Language language_;
    const MatrixPart& part_;
    Diagram& diagram_;
    MatrixSizes sizes_;
    std::vector<std::size_t> place_;    // of a department's column on this page
    std::vector<RoleCount> dots_;       // of this page, by place
    std::vector<std::size_t> reached_;  // of this page, by region column

    int left_ = 0;
    int top_ = 0;
    int cells_left_ = 0;
    int cells_right_ = 0;
    int regions_left_ = 0;
    int right_ = 0;
    std::array<double, 2> labels_right_ = {};  // of the headings of each level so far
    double y_ = 0.0;
    double block_top_ = 0.0;
    bool in_block_ = false;
    std::size_t grid_ = 0;
    std::vector<Curve> tints_;
    std::vector<Curve> rules_;
};

}  // namespace remit::drawing
