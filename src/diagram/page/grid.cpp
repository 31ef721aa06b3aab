#include "grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double joined_width = 2.2;
constexpr double rule_width = 0.7;
constexpr double side_heading_height = 2.0;  // its line, and room below it

/// Its height in a room as wide as that.
double height_of(const BlockPtr& block, double width) {
    return block ? block->height(width) : 0.0;
}

/// Which of the columns that are kept are among some: the first and the last of them.
std::optional<std::pair<std::size_t, std::size_t>> within(
    const std::vector<std::size_t>& kept, const std::pair<std::size_t, std::size_t>& columns) {
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t k = 0; k < kept.size(); ++k) {
        if (kept[k] < columns.first || kept[k] > columns.second) continue;
        found = {found ? found->first : k, k};
    }
    return found;
}

/// As much as a heading needs to be of use: itself, and rows below it.
constexpr std::size_t least_rows_below = 1;

}  // namespace

GridRows GridRows::before(std::size_t index) const {
    auto first = *this;
    first.end_ = begin_ + index - (again_ ? 1U : 0U);
    return first;
}

GridRows GridRows::from(std::size_t index) const {
    auto rest = *this;
    rest.begin_ = begin_ + index - (again_ ? 1U : 0U);
    rest.again_ = nullptr;
    if (rest[0].heading) return rest;
    while (index > 0 && !(*this)[index - 1].heading) --index;
    if (index == 0) return rest;
    auto heading = (*this)[index - 1];
    heading.cells = {heading.again};
    rest.again_ = std::make_shared<const GridRow>(std::move(heading));
    return rest;
}

GridRow& Grid::add(std::vector<BlockPtr> cells) {
    return rows.add({std::move(cells)});
}

GridRow& Grid::add_heading(BlockPtr text, BlockPtr again) {
    auto& row = add({text});
    row.heading = true;
    row.again = again ? std::move(again) : std::move(text);
    return row;
}

GridRow& Grid::add_side_heading(BlockPtr text, BlockPtr again) {
    auto& row = add_heading(std::move(text), std::move(again));
    row.beside = true;
    return row;
}

std::size_t Grid::size() const {
    std::size_t count = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) count += rows[r].heading ? 0U : 1U;
    return count;
}

std::vector<Widths> Grid::column_widths() const {
    std::vector<Widths> widths(columns.size());
    const auto widen = [](Widths& all, const BlockPtr& block) {
        if (!block) return;
        const auto one = block->widths();
        all = {std::max(all.least, one.least), std::max(all.natural, one.natural)};
    };
    for (std::size_t c = 0; c < columns.size(); ++c) widen(widths[c], columns[c].head);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& row = rows[r];
        if (row.beside) {
            widen(widths.front(), row.cells.front());
            widen(widths.front(), row.again);
        }
        if (row.heading) continue;
        for (std::size_t c = 0; c < row.cells.size(); ++c) widen(widths[c], row.cells[c]);
    }
    for (const auto& band : bands) {
        auto missing = band.head->widths().least;
        for (auto c = band.first; c <= band.last; ++c) {
            missing -= widths[c].least + (c == band.first ? 0.0 : columns[c].gap);
        }
        auto& last = widths[band.last];
        last.least += std::max(0.0, missing);
        last.natural = std::max(last.natural, last.least);
    }
    return widths;
}

double Grid::gaps() const {
    double sum = 0.0;
    for (std::size_t c = 1; c < columns.size(); ++c) sum += columns[c].gap;
    return sum;
}

Widths Grid::widths() const {
    if (!frozen_.empty()) {
        const auto width = std::accumulate(frozen_.begin(), frozen_.end(), gaps());
        return {width, width};
    }
    Widths all{gaps(), gaps()};
    for (const auto& column : column_widths()) {
        all = {all.least + column.least, all.natural + column.natural};
    }
    return all;
}

const Grid::Layout& Grid::layout(double width) const {
    if (layout_width_ == width && layout_.heights.size() == rows.size()) return layout_;
    layout_width_ = width;
    layout_ = {};
    if (frozen_.empty()) {
        std::vector<double> shares;
        for (const auto& column : columns) shares.push_back(column.share);
        layout_.widths = distribute(column_widths(), shares, width - gaps());
    } else {
        layout_.widths = frozen_;
    }
    double left = 0.0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (c > 0) left += layout_.widths[c - 1] + columns[c].gap;
        layout_.lefts.push_back(left);
        layout_.heads = std::max(layout_.heads, height_of(columns[c].head, layout_.widths[c]));
    }
    for (const auto& band : bands) {
        const auto room =
            layout_.lefts[band.last] + layout_.widths[band.last] - layout_.lefts[band.first];
        auto& height = band.instead ? layout_.heads : layout_.bands;
        height = std::max(height, height_of(band.head, room));
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        layout_.heights.push_back(row_height(r, layout_, width));
    }
    make_room_beside(layout_);
    return layout_;
}

/// Behind the rows of a heading.
std::size_t Grid::section_end(std::size_t heading) const {
    auto end = heading + 1;
    while (end < rows.size() && !rows[end].heading && !rows[end].stays) ++end;
    return end;
}

void Grid::make_room_beside(Layout& layout) const {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (!stands_beside(r)) continue;
        const auto end = section_end(r);
        auto lacking = height_of(rows[r].cells.front(), layout.widths.front()) + 2.0 * padding;
        for (auto i = r + 1; i < end; ++i) lacking -= layout.heights[i];
        for (auto i = r + 1; i < end && lacking > 0.0; ++i) {
            layout.heights[i] += lacking / static_cast<double>(end - r - 1);
        }
    }
}

bool Grid::stands_beside(std::size_t row) const {
    return rows[row].beside && section_end(row) > row + 1;
}

double Grid::row_height(std::size_t index, const Layout& layout, double width) const {
    const auto& row = rows[index];
    double height = row.least_height;
    if (stands_beside(index)) return side_heading_height;
    if (row.heading) {
        const auto room = row.beside ? layout.widths.front() : width;
        height = std::max(height, height_of(row.cells.front(), room));
    } else {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            height = std::max(height, height_of(row.cells[c], layout.widths[c]));
        }
    }
    return height + 2.0 * padding;
}

double Grid::gap_before(std::size_t row) const {
    if (row == 0) return 0.0;
    return row_gap + (rows[row].heading ? heading_gap : 0.0);
}

double Grid::top_height(const Layout& layout) const {
    const auto heads = layout.bands + layout.heads;
    return heads > 0.0 ? heads + head_gap : 0.0;
}

double Grid::height(double width) const {
    const auto& at = layout(width);
    auto height = top_height(at);
    for (std::size_t r = 0; r < rows.size(); ++r) height += gap_before(r) + at.heights[r];
    return height;
}

double Grid::largest(double width) const {
    double rows_height = 0.0;
    for (const auto each : layout(width).heights) rows_height += each;
    return height(width) + growth * rows_height;
}

void Grid::draw(const Rectangle& at, Diagram& page) const {
    const auto& place = layout(at.width);
    double natural = 0.0;
    for (const auto height : place.heights) natural += height;
    const auto spare = std::max(0.0, at.height - height(at.width));
    const auto factor = natural > 0.0 ? 1.0 + std::min(growth, spare / natural) : 1.0;
    const auto top = at.y + top_height(place);
    std::vector<Rectangle> boxes;
    auto y = top;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        y += gap_before(r);
        boxes.push_back({at.x, y, at.width, factor * place.heights[r]});
        y = boxes.back().bottom();
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows[r].fill.empty() && !rows[r].dashed) continue;
        const bool dashed = rows[r].dashed;
        page.shapes.emplace_back(Area{{numbered(id + "-stripe", page), "stripe"},
                                      covered(rows[r], boxes[r], place),
                                      rows[r].fill,
                                      dashed ? HexColor(palette::muted) : HexColor(),
                                      0.8,
                                      dashed});
    }
    draw_heads(at, place, page);
    draw_behind(at.x, boxes, place, page);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        draw_row(r, boxes[r], place, page);
        if (stands_beside(r)) draw_side_heading(r, boxes[r + 1], place, page);
    }
    if (over) over(rows, boxes, page);
}

/// Headings and sums stand outside.
void Grid::draw_behind(double left, const std::vector<Rectangle>& boxes, const Layout& place,
                       Diagram& page) const {
    const auto outside = [&](std::size_t r) {
        return rows[r].stays || (rows[r].heading && !stands_beside(r));
    };
    for (std::size_t begin = 0; begin < rows.size();) {
        auto end = begin;
        while (end < rows.size() && !outside(end)) ++end;
        for (std::size_t c = 0; c < columns.size() && end > begin; ++c) {
            if (!columns[c].behind) continue;
            const auto top = boxes[begin].y;
            columns[c].behind(
                {left + place.lefts[c], top, place.widths[c], boxes[end - 1].bottom() - top}, page);
        }
        begin = end + 1;
    }
}

Rectangle Grid::covered(const GridRow& row, const Rectangle& at, const Layout& place) const {
    if (!row.covers) return at;
    const auto [first, last] = *row.covers;
    return {at.x + place.lefts[first], at.y,
            place.lefts[last] + place.widths[last] - place.lefts[first], at.height};
}

void Grid::draw_side_heading(std::size_t row, const Rectangle& first, const Layout& place,
                             Diagram& page) const {
    const auto& text = rows[row].cells.front();
    const auto width = place.widths.front();
    // As high as the text of the first row, which stands in the middle of it.
    const auto content = std::min(first.height, place.heights[row + 1] - 2.0 * padding);
    text->draw({first.x, first.y + (first.height - content) / 2.0, width, text->height(width)},
               page);
}

void Grid::draw_heads(const Rectangle& at, const Layout& place, Diagram& page) const {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!columns[c].head) continue;
        const auto height = height_of(columns[c].head, place.widths[c]);
        columns[c].head->draw({at.x + place.lefts[c], at.y + place.bands + place.heads - height,
                               place.widths[c], height},
                              page);
    }
    for (const auto& band : bands) {
        const auto left = place.lefts[band.first];
        const auto width = place.lefts[band.last] + place.widths[band.last] - left;
        const auto height = band.instead ? height_of(band.head, width) : place.bands;
        const auto top = band.instead ? place.bands + place.heads - height : 0.0;
        band.head->draw({at.x + left, at.y + top, width, height}, page);
    }
}

void Grid::draw_row(std::size_t index, const Rectangle& at, const Layout& place,
                    Diagram& page) const {
    const auto& row = rows[index];
    if (row.ruled) {
        const auto y = row.beside ? at.y : at.bottom();
        add_line(page, {numbered(id + "-rule", page), "rule"}, {at.x, y}, {at.right(), y},
                 row.beside ? palette::rule : palette::hairline, rule_width);
    }
    if (stands_beside(index)) return;
    if (row.heading) {
        const auto width = row.beside ? place.widths.front() : at.width;
        const Rectangle room{at.x, at.y + padding, width, at.height - 2.0 * padding};
        row.cells.front()->draw(room, page);
        return;
    }
    if (row.joined) {
        const auto middle = [&](std::size_t c) {
            return at.x + place.lefts[c] + place.widths[c] / 2.0;
        };
        add_line(page, {numbered(id + "-joined", page), "joined"},
                 {middle(row.joined->first), at.middle().y},
                 {middle(row.joined->second), at.middle().y}, row.joined_color, joined_width);
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (!row.cells[c]) continue;
        row.cells[c]->draw(
            {at.x + place.lefts[c], at.y + padding, place.widths[c], at.height - 2.0 * padding},
            page);
    }
}

Parts Grid::split(double width, double height) const {
    const auto& place = layout(width);
    auto room = height - top_height(place) + 1e-6;
    std::size_t kept = 0;
    for (; kept < rows.size(); ++kept) {
        room -= gap_before(kept) + place.heights[kept];
        if (room < 0.0) break;
    }
    if (kept == rows.size()) return {self(), nullptr};
    double used = 0.0;
    for (std::size_t r = 0; r < kept; ++r) used += gap_before(r) + place.heights[r];
    for (auto r = kept; r > 0 && loose > 0.0; --r) {
        if (rows[r].heading && used >= (1.0 - loose) * (height - top_height(place))) {
            kept = r;
            break;
        }
        used -= place.heights[r - 1] + gap_before(r - 1);
    }
    for (;; --kept) {
        // No heading without a row below it, no sum without one above it.
        while (kept > 0 && (rows[kept].stays || rows[kept - 1].heading)) --kept;
        if (kept < least_rows_below) return {nullptr, self()};
        const auto divided = parts(kept, place.widths);
        // What stands beside fewer rows makes them higher.
        if (divided.first->height(width) <= height + 1e-6) return divided;
    }
}

Parts Grid::parts(std::size_t kept, const std::vector<double>& widths) const {
    auto first = *this;
    auto rest = *this;
    first.frozen_ = rest.frozen_ = widths;
    first.layout_width_ = rest.layout_width_ = -1.0;
    first.rows = rows.before(kept);
    rest.rows = rows.from(kept);
    return {std::make_shared<Grid>(std::move(first)), std::make_shared<Grid>(std::move(rest))};
}

std::vector<BlockPtr> Grid::side_by_side(double width) const {
    const auto needed = column_widths();
    double fixed = 0.0;
    double divided = 0.0;
    double widest = 1.0;
    std::vector<std::size_t> dividing;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto one = needed[c].least + (c == 0 ? 0.0 : columns[c].gap);
        (columns[c].divides ? divided : fixed) += one;
        if (!columns[c].divides) continue;
        dividing.push_back(c);
        widest = std::max(widest, one);
    }
    if (fixed + divided <= width || dividing.empty() || fixed >= width) return {self()};
    const auto room = std::max(1.0, std::floor((width - fixed) / widest));
    const auto pages =
        static_cast<std::size_t>(std::ceil(static_cast<double>(dividing.size()) / room));
    std::vector<BlockPtr> all;
    for (std::size_t p = 0; p < pages; ++p) {
        const auto begin = dividing.size() * p / pages;
        const auto end = dividing.size() * (p + 1) / pages;
        std::vector<std::size_t> kept;
        std::size_t place = 0;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto here = place;
            if (columns[c].divides) ++place;
            if (!columns[c].divides || (here >= begin && here < end)) kept.push_back(c);
        }
        all.push_back(with_columns(kept));
    }
    return all;
}

BlockPtr Grid::with_columns(const std::vector<std::size_t>& kept) const {
    auto part = std::make_shared<Grid>(*this);
    part->layout_width_ = -1.0;
    part->columns.clear();
    part->bands.clear();
    part->rows = {};
    for (const auto c : kept) part->columns.push_back(columns[c]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        auto row = rows[r];
        if (!row.heading) {
            std::vector<BlockPtr> cells;
            for (const auto c : kept) {
                cells.push_back(c < row.cells.size() ? row.cells[c] : nullptr);
            }
            row.cells = std::move(cells);
        }
        if (row.covers) row.covers = within(kept, *row.covers);
        // A line goes on to the edge of what stands elsewhere.
        if (row.joined) row.joined = within(kept, *row.joined);
        part->rows.add(std::move(row));
    }
    for (const auto& band : bands) {
        const auto cut = within(kept, {band.first, band.last});
        if (cut) part->bands.push_back({cut->first, cut->second, band.head, band.instead});
    }
    return part;
}

}  // namespace remit::drawing
