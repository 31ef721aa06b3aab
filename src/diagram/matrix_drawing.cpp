#include "matrix_drawing.hpp"

#include "matrix_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double grid_width = 0.7;  // in layout units

constexpr Phrase measure_heading{"matrix-drawing.measure-heading"};
constexpr Phrase department_tip{"matrix-drawing.department-tip"};
constexpr Phrase region_tip{"matrix-drawing.region-tip"};

}  // namespace

MatrixDrawing::MatrixDrawing(const MatrixLayout& layout, const MatrixPart& part,
                             const Rectangle& area, Diagram& diagram)
    : layout_(layout),
      dataset_(layout.dataset_),
      table_(layout.table_),
      language_(layout.language_),
      part_(part),
      diagram_(diagram),
      sizes_(layout.filling(part, {area.width, area.height})),
      place_(table_.departments.size(), none),
      dots_(part.departments.size()),
      reached_(table_.regions.size()) {
    for (std::size_t i = 0; i < part.departments.size(); ++i) place_[part.departments[i]] = i;
    place(area);
}

void MatrixDrawing::draw() {
    draw_lines();
    draw_grid();
    if (part_.departments.empty()) return;
    draw_headings();
    draw_totals();
}

std::size_t MatrixDrawing::regions() const {
    return part_.departments.empty() ? 0 : table_.regions.size();
}

void MatrixDrawing::draw_headings() {
    const double bottom = top_ + sizes_.header;
    add_text(part_.prefix + "measures", "column-heading",
             {phrase(layout_.languages_, measure_heading)}, {body_size, true, palette::secondary},
             {left_ + 2.0, bottom - lines_height(1, body_size),
              static_cast<double>(layout_.number_width_ + sizes_.title - 2),
              static_cast<double>(lines_height(1, body_size))},
             Align::left);
    for (std::size_t i = 0; i < part_.departments.size(); ++i) {
        const auto& column = table_.departments[part_.departments[i]];
        const auto& counts = table_.counts[column.department.value];
        const auto level = MatrixLayout::department_level(sizes_, i);
        draw_column(column, "department", department_x(i), sizes_.department, level,
                    {body_size, true, palette::ink},
                    department_tip.fill(language_, {column.tooltip, std::to_string(counts.leading),
                                                    std::to_string(counts.joining)}));
    }
    for (std::size_t i = 0; i < regions(); ++i) {
        const auto level = MatrixLayout::region_level(part_, sizes_, i);
        draw_column(table_.regions[i], "region", region_x(i), sizes_.region, level,
                    {body_size, false, palette::ink},
                    region_tip.fill(language_,
                                    {table_.regions[i].tooltip, std::to_string(total_reached(i))}));
    }
}

/// A heading; at the upper one of two levels with a line down to its column.
void MatrixDrawing::draw_column(const MatrixColumn& column, const std::string& kind, double x,
                                int width, std::size_t level, const TextStyle& style,
                                const std::string& tooltip) {
    double bottom = top_ + sizes_.header;
    const auto name = kind + '-' + column.id;
    const auto add = [&](std::string id, const std::vector<std::string>& lines, double middle,
                         int room) {
        const auto height = lines_height(lines.size(), body_size);
        add_text(std::move(id), kind, lines, style,
                 {middle - room / 2.0, bottom - height, static_cast<double>(room),
                  static_cast<double>(height)},
                 Align::center, tooltip);
        return bottom - height;
    };
    const auto stack_top =
        column.stack.empty() ? bottom - 1.0 : add(part_.prefix + name, column.stack, x, width);
    if (column.label.empty()) return;
    const auto id = part_.prefix + (column.stack.empty() ? "" : "label-") + name;
    bottom -= sizes_.stack_height + (level == 0 ? 0.0 : sizes_.label_heights[0]);
    // A heading at the right edge moves left, as far as its neighbor and that one's line let it.
    const auto room = lines_width(column.label, style, language_) + 2;
    auto& taken = labels_right_[level];
    const auto middle = std::min(x, std::max(right_ - room / 2.0, taken + room / 2.0));
    taken = middle + room / 2.0 + label_gap;
    add(id, column.label, middle, room);
    if (level == 0) return;
    labels_right_[0] = std::max(labels_right_[0], x + label_gap);
    line({x, bottom}, {x, stack_top}, palette::rule, grid_width, diagram_.curves);
}

std::size_t MatrixDrawing::total_reached(std::size_t column) const {
    if (table_.view == ScopeView::tags) return dataset_.measures().size();
    return static_cast<std::size_t>(
        std::count_if(table_.reached.begin(), table_.reached.end(),
                      [&](const auto& row) { return row[column] != Reached::none; }));
}

void MatrixDrawing::draw_totals() {
    y_ += totals_gap;
    std::vector<RoleCount> all;
    for (const auto d : part_.departments) {
        all.push_back(table_.counts[table_.departments[d].department.value]);
    }
    std::vector<std::size_t> measures;
    for (std::size_t i = 0; i < regions(); ++i) measures.push_back(total_reached(i));
    if (!part_.whole)
        draw_total(part_.prefix + "page-total", sizes_.total_labels.front(), dots_, reached_);
    draw_total(part_.prefix + "total", sizes_.total_labels.back(), all, measures);
}

void MatrixDrawing::draw_total(const std::string& id, const std::vector<std::string>& label,
                               const std::vector<RoleCount>& counts,
                               const std::vector<std::size_t>& measures) {
    const TextStyle bold{body_size, true, palette::ink};
    const double height = sizes_.totals;
    const auto width = layout_.number_width_ + sizes_.title;
    add_text(id, "total", label, bold,
             {static_cast<double>(left_), y_, static_cast<double>(width), height}, Align::right);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        add_text(id + "-department-" + table_.departments[part_.departments[i]].id, "total",
                 total_lines(counts[i], layout_.totals_in_two_lines_), bold,
                 {department_x(i) - sizes_.department / 2.0, y_,
                  static_cast<double>(sizes_.department), height},
                 Align::center);
    }
    for (std::size_t i = 0; i < measures.size(); ++i) {
        add_text(
            id + "-region-" + table_.regions[i].id, "total", {std::to_string(measures[i])}, bold,
            {region_x(i) - sizes_.region / 2.0, y_, static_cast<double>(sizes_.region), height},
            Align::center);
    }
    y_ += height;
}

void MatrixLayout::draw(const MatrixPage& page, const Rectangle& paper, Diagram& diagram) const {
    const auto scale = diagram.scale;
    const ContentSize room{paper.width / scale, paper.height / scale};
    std::vector<double> heights;
    for (const auto& part : page) heights.push_back(filling(part, room).natural.height);
    const auto parts = static_cast<double>(page.size());
    const auto gaps = (parts - 1.0) * part_gap;
    const auto used = std::accumulate(heights.begin(), heights.end(), gaps);
    const auto spare = std::max(0.0, room.height - used) / parts;
    double y = paper.y / scale;
    for (std::size_t i = 0; i < page.size(); ++i) {
        MatrixDrawing(*this, page[i], {paper.x / scale, y, room.width, heights[i] + spare}, diagram)
            .draw();
        y += heights[i] + spare + part_gap;
    }
}

}  // namespace remit::drawing
