#include "reorganization_chart.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_ribbons = 300.0;
constexpr double widest_bar = 220.0;
constexpr double bar_share = 0.7;  // of the height of its row
constexpr double tallest_bar = 22.0;
constexpr double tallest_row = 34.0;
constexpr double ribbon_share = 0.8;    // of the height of a row, for the most measures
constexpr double widest_measure = 3.0;  // of a ribbon
constexpr double thinnest = 0.8;
constexpr double ribbon_gap = 3.0;  // between a name and its ribbons

constexpr Phrase not_drawn{"reorganization-drawing.not-drawn"};
constexpr Phrase changed_not_drawn{"reorganization-drawing.changed-not-drawn"};
constexpr Phrase told{"reorganization-drawing.told"};
constexpr Phrase flow_told{"reorganization-drawing.flow-told"};

}  // namespace

/// The lengths of a page.
struct ReorganizationChart::Place {
    double top = 0.0;
    double heading = 0.0;  // its height
    double left = 0.0;     // of the ribbons
    double right = 0.0;
    double bar = 0.0;      // of one measure
    double ribbon = 0.0;   // of one measure
    double longest = 0.0;  // bar
};

std::string ReorganizationChart::left_out() const {
    if (left_out_changed_ + left_out_unchanged_ == 0) return {};
    return phrase(languages_, left_out_changed_ > 0 ? changed_not_drawn : not_drawn,
                  {std::to_string(left_out_unchanged_), std::to_string(left_out_changed_)});
}

void ReorganizationChart::place_rows(std::vector<Block>& blocks, const Rectangle& area) const {
    double natural = 0.0;
    std::size_t rows = 0;
    for (const auto& block : blocks) {
        natural += block.room();
        rows += std::max(block.sides[0].size(), block.sides[1].size());
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, rows));
    const auto limit = std::max(6.0, tallest_row - natural / count);
    const auto extra = std::clamp(std::floor((area.height - natural) / count), 0.0, limit);
    auto top = area.y;
    for (auto& block : blocks) {
        for (auto& side : block.sides) {
            for (auto& row : side) row.height += static_cast<int>(extra);
        }
        const auto height = block.height();
        for (auto& side : block.sides) {
            double sum = side.empty() ? 0.0 : -plan_row_gap;
            for (const auto& row : side) sum += row.height + plan_row_gap;
            auto y = top + (height - sum) / 2.0;
            for (auto& row : side) {
                row.y = y + row.height / 2.0;
                y += row.height + plan_row_gap;
            }
        }
        top += block.room();
    }
}

void ReorganizationChart::draw(const Rectangle& area, Diagram& diagram) const {
    Place place;
    place.heading = std::max(headings_[0].height, headings_[1].height);
    place.top = area.y;
    const auto fixed = 2.0 * (names_.width() + plan_bar_gap + count_width_ + tag_width_);
    const auto room = area.width - fixed;
    place.longest = std::floor(std::clamp(0.3 * room, plan_least_bar, widest_bar));
    const auto ribbons = std::min(widest_ribbons, room - 2.0 * place.longest);
    place.left = area.x + (area.width - ribbons) / 2.0;
    place.right = place.left + ribbons;
    place.bar = place.longest / static_cast<double>(most_);
    const auto remark = left_out();
    const auto rows_top = area.y + place.heading + plan_heading_gap;
    auto blocks = blocks_;
    place_rows(blocks,
               {area.x, rows_top, area.width,
                area.y + area.height - rows_top - (remark.empty() ? 0.0 : plan_remark_height)});
    double shortest = tallest_row;
    for (const auto& block : blocks) {
        for (const auto& rows : block.sides) {
            for (const auto& row : rows) shortest = std::min(shortest, double(row.height));
        }
    }
    place.ribbon =
        std::min(widest_measure, ribbon_share * shortest / static_cast<double>(most_flowing_));
    draw_ribbons(blocks, place, diagram);
    draw_headings(place, diagram);
    for (const auto& block : blocks) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const auto& row : block.sides[side]) draw_row(row, side, block, place, diagram);
        }
    }
    if (remark.empty()) return;
    const auto text = shortened(remark, area.width, {body_size, false, language_});
    diagram.boxes.push_back(text_in(
        "departments-left-out", "remark", {{text, {body_size, false, palette::secondary}}},
        Align::center,
        {area.x, area.y + area.height - plan_remark_height, area.width, plan_remark_height}));
}

void ReorganizationChart::draw_headings(const Place& place, Diagram& diagram) const {
    for (std::size_t side = 0; side < 2; ++side) {
        const double height = place.heading;
        const auto room = side_width() - plan_least_bar + place.longest;
        const auto x = side == 0 ? place.left - room : place.right;
        diagram.boxes.push_back(text_in(
            side == 0 ? "heading-before" : "heading-after", "heading", headings_[side].lines,
            side == 0 ? Align::right : Align::left, {x, place.top, room, height}));
    }
}

void ReorganizationChart::draw_row(const Row& row, std::size_t side, const Block& block,
                                   const Place& place, Diagram& diagram) const {
    const bool before = side == 0;
    const auto prefix = std::string(before ? "before-" : "after-");
    const auto align = before ? Align::right : Align::left;
    const double height = row.height;
    auto x = before ? place.left : place.right;
    // From the ribbons outward.
    const auto next = [&](double width, double tall) {
        const Rectangle at{before ? x - width : x, row.y - tall / 2.0, width, tall};
        x += before ? -width : width;
        return at;
    };
    const auto about = told.fill(language_, {row.title, std::to_string(row.measures)});
    const auto add = [&](Box box) {
        box.tooltip = about;
        diagram.boxes.push_back(std::move(box));
    };
    add(name_in(prefix + row.id, block.changed ? "department changed" : "department", row.name,
                names_, align, next(names_.width(), height)));
    next(plan_bar_gap, height);
    const auto length = std::max(1.0, std::round(static_cast<double>(row.measures) * place.bar));
    const auto tall = std::floor(std::min(tallest_bar, bar_share * height));
    add(plain_box(prefix + "bar-" + row.id, block.changed ? "bar changed" : "bar",
                  next(length, tall), color_of(block)));
    add(text_in(prefix + "count-" + row.id, "count",
                {{std::to_string(row.measures),
                  {body_size, true, block.changed ? palette::ink : palette::secondary}}},
                Align::center, next(count_width_, height)));
    if (row.tag.lines.empty()) return;
    add(text_in(prefix + "tag-" + row.id, "tag", row.tag.lines, align, next(tag_width_, height)));
}

/// A row as ribbons meet it.
struct ReorganizationChart::End {
    const Row* row = nullptr;
    const Block* block = nullptr;
    double sum = 0.0;   // of the widths of its ribbons
    double used = 0.0;  // of this sum

    /// Where the next ribbon of that width meets it.
    double next(double width) {
        used += width;
        return row->y - sum / 2.0 + used - width / 2.0;
    }
};

void ReorganizationChart::draw_ribbons(const std::vector<Block>& blocks, const Place& place,
                                       Diagram& diagram) const {
    std::array<std::map<BodyIndex, End>, 2> ends;
    for (const auto& block : blocks) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const auto& row : block.sides[side]) ends[side][row.body] = {&row, &block};
        }
    }
    const auto width = [&](const Flow& flow) {
        return std::max(thinnest, static_cast<double>(flow.measures) * place.ribbon);
    };
    std::vector<Flow> drawn;
    for (const auto& flow : flows_) {
        if (!ends[0].contains(flow.from) || !ends[1].contains(flow.to)) continue;
        ends[0][flow.from].sum += width(flow);
        ends[1][flow.to].sum += width(flow);
        drawn.push_back(flow);
    }
    // Where ribbons leave a row together, the upper one goes to the upper row.
    std::stable_sort(drawn.begin(), drawn.end(), [&](const Flow& a, const Flow& b) {
        const auto from_a = ends[0][a.from].row->y;
        const auto from_b = ends[0][b.from].row->y;
        if (from_a != from_b) return from_a < from_b;
        return ends[1][a.to].row->y < ends[1][b.to].row->y;
    });
    for (const auto& flow : drawn) {
        diagram.curves.push_back(
            ribbon(flow, width(flow), ends[0][flow.from], ends[1][flow.to], place));
    }
}

Curve ReorganizationChart::ribbon(const Flow& flow, double width, End& from, End& to,
                                  const Place& place) const {
    Curve curve;
    curve.id = "flow-" + from.row->id + '-' + to.row->id;
    curve.kind = from.block->changed ? "flow changed" : "flow";
    curve.begin = {place.left + ribbon_gap, from.next(width)};
    curve.end = {place.right - ribbon_gap, to.next(width)};
    curve.color = from.block->changed ? color_of(*from.block) : palette::hairline;
    curve.width = width;
    curve.tooltip =
        flow_told.fill(language_, {from.row->title, to.row->title, std::to_string(flow.measures)});
    return curve;
}

}  // namespace remit::drawing
