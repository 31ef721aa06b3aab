#include "flow_links.hpp"

#include "billionths.hpp"
#include "pieces.hpp"

#include "order/placement.hpp"

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double leading_weight = 3.0;  // of a thick line, for where a box stands
constexpr double row_step = 5.0;        // between the ends of lines at a row, at most

/// The positions of links by one end, in the order of what the other ends stand at.
std::vector<std::vector<std::size_t>> sorted_links(const std::vector<SideLink>& links,
                                                   std::size_t ends, auto end, auto other_y) {
    std::vector<std::vector<std::size_t>> of(ends);
    for (std::size_t i = 0; i < links.size(); ++i) of[end(links[i])].push_back(i);
    for (auto& each : of) {
        std::stable_sort(each.begin(), each.end(), [&](std::size_t a, std::size_t b) {
            return other_y(links[a]) < other_y(links[b]);
        });
    }
    return of;
}

}  // namespace

double spread(double y, double height, std::size_t i, std::size_t n, double most) {
    if (n < 2) return y;
    const auto steps = static_cast<double>(n) - 1.0;
    const auto step = std::min(most, (height - 6.0) / steps);
    return y + (static_cast<double>(i) - steps / 2.0) * step;
}

void place_side(std::vector<SideBox>& boxes, std::vector<SideLink>& links, const FlowRows& rows,
                Side side, double edge, const Rectangle& area, double gap) {
    std::vector<double> pull(boxes.size());
    std::vector<double> weight(boxes.size());
    for (const auto& link : links) {
        const auto strength = link.thick ? leading_weight : 1.0;
        pull[link.box] += strength * rows.rows()[link.row].y;
        weight[link.box] += strength;
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (weight[i] > 0.0) continue;  // joined with nothing: at the end
        pull[i] = area.y + (links.empty() ? 0.5 : 1.0) * area.height;
        weight[i] = 1.0;
    }
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return billionths(pull[a] / weight[a]) < billionths(pull[b] / weight[b]);
    });
    std::vector<ColumnItem> items;
    items.reserve(order.size());
    for (const auto i : order) {
        items.push_back(
            {pull[i] / weight[i], weight[i], static_cast<double>(boxes[i].box.height())});
    }
    const auto centers = place_column(items, gap, area.y, area.y + area.height);
    std::vector<SideBox> sorted;
    std::vector<std::size_t> position(boxes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        position[order[i]] = i;
        sorted.push_back(std::move(boxes[order[i]]));
        auto& box = sorted.back().box;
        const auto half = box.width() / 2.0;
        box.center = {side == Side::left ? edge - half : edge + half, centers[i]};
    }
    for (auto& link : links) link.box = position[link.box];
    boxes = std::move(sorted);
}

void draw_links(const std::vector<SideBox>& boxes, const std::vector<SideLink>& links,
                const FlowRows& rows, Side side, Diagram& diagram) {
    std::vector<Point> at_box(links.size());
    std::vector<Point> at_row(links.size());
    const auto of_boxes = sorted_links(
        links, boxes.size(), [](const SideLink& link) { return link.box; },
        [&](const SideLink& link) { return rows.rows()[link.row].y; });
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const auto& box = boxes[b].box;
        const auto half = box.width() / 2.0;
        const auto x = box.center.x + (side == Side::left ? half : -half);
        for (std::size_t i = 0; i < of_boxes[b].size(); ++i) {
            at_box[of_boxes[b][i]] = {
                x, spread(box.center.y, box.height(), i, of_boxes[b].size(), boxes[b].step)};
        }
    }
    const auto of_rows = sorted_links(
        links, rows.rows().size(), [](const SideLink& link) { return link.row; },
        [&](const SideLink& link) { return boxes[link.box].box.center.y; });
    for (std::size_t r = 0; r < rows.rows().size(); ++r) {
        const auto& row = rows.rows()[r];
        for (std::size_t i = 0; i < of_rows[r].size(); ++i) {
            at_row[of_rows[r][i]] = {side == Side::left ? rows.left() : rows.right(),
                                     spread(row.y, row.height, i, of_rows[r].size(), row_step)};
        }
    }
    for (const bool thick : {false, true}) {
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (links[i].thick != thick) continue;
            auto curve = links[i].curve;
            curve.begin = side == Side::left ? at_box[i] : at_row[i];
            curve.end = side == Side::left ? at_row[i] : at_box[i];
            diagram.curves.push_back(std::move(curve));
        }
    }
}

Curve link_curve(std::string id, bool leading, const HexColor& color) {
    Curve curve{std::move(id), leading ? "link first" : "link also"};
    curve.color = leading ? color : HexColor(palette::muted);
    curve.width = leading ? leading_width : joining_width;
    curve.tip = leading ? Tip::arrow : Tip::dot;
    return curve;
}

}  // namespace remit::drawing
