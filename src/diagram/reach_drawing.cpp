#include "captions.hpp"
#include "flow_links.hpp"
#include "pieces.hpp"
#include "reach_layout.hpp"
#include "reach_metrics.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

using namespace reach;

// In layout units.
constexpr double highest_cell = 14.0;  // a panel's cell grows by at most so much
constexpr double highest_contact = 9.0;
constexpr double reach_step = 16.0;  // between the ends of lines at a bar
constexpr double widest_contact_gap = 26.0;
constexpr double begin_step = 12.0;  // between the begins of lines at a panel

constexpr Phrase reach_of{"reach-drawing.reach-of"};

}  // namespace

void ReachLayout::widen_chips(int more) {
    const auto before = chips_width_;
    const auto height = rows_.wrap_titles(fit_.title_width).height;
    set_chips_width(before + more);
    if (rows_.wrap_titles(fit_.title_width).height <= height) return;
    set_chips_width(before);  // an indent took the room
    rows_.wrap_titles(fit_.title_width);
}

void ReachLayout::grow_panels(double room) {
    std::size_t cells = 0;
    for (const auto& panel : panels_) cells += panel.rows.size();
    const auto spare = std::max(0.0, 0.86 * room - panels_height());
    const auto growth =
        static_cast<int>(std::min(highest_cell, spare / static_cast<double>(cells)));
    for (auto& panel : panels_) {
        for (std::size_t i = 0; i < panel.rows.size(); ++i) {
            const bool noted = i + 1 < panel.rows.size() && panel.rows[i + 1].front().top;
            if (!noted) panel.rows[i].front().height += growth;
        }
    }
}

void ReachLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale};
    if (contact_columns_ > 0) {
        draw_contacts_below(area, diagram);
        area.height -= below_gap + contacts_below_height();
    }
    const auto spare = std::max(0.0, area.width - fit_.size.width);
    const auto bar_left = area.x + panels_width_ + left_gap + 0.5 * spare;
    widen_chips(static_cast<int>(0.35 * spare));
    rows_.place({bar_left + bar_width + bar_gap, area.y, area.width, area.height});
    grow_panels(area.height);
    const auto middle = (rows_.rows().front().y + rows_.rows().back().y) / 2.0;
    const auto gaps = static_cast<double>(panels_.size()) - 1.0;
    const auto gap =
        gaps > 0.0 ? panel_gap + std::min(24.0, std::max(0.0, area.height - panels_height()) / gaps)
                   : 0.0;
    const auto all = panels_height() + gaps * (gap - panel_gap);
    auto y = std::clamp(middle - all / 2.0, area.y, std::max(area.y, area.y + area.height - all));
    for (auto& panel : panels_) {
        panel.center = {area.x + panel.width() / 2.0, y + panel.height() / 2.0};
        y += panel.height() + gap;
    }
    draw_bars(area.x + panels_width_, bar_left, diagram);
    for (const auto& panel : panels_) diagram.boxes.push_back(panel);
    rows_.draw(diagram);
    draw_chips(rows_.right() + chips_gap, diagram);
    if (contact_columns_ == 0) draw_contacts(area, diagram);
}

void ReachLayout::draw_bars(double left, double bar_left, Diagram& diagram) const {
    for (const auto& section : sections_) {
        const auto& block = facts_.blocks[section.block];
        const auto& first = rows_.rows()[section.first];
        const auto& last = rows_.rows()[section.last];
        const auto top = first.y - first.height / 2.0;
        const auto height = last.y + last.height / 2.0 - top;
        diagram.boxes.push_back(plain_box("block-" + std::to_string(section.block + 1),
                                          block.nation ? "nation" : "limited",
                                          {bar_left, top, bar_width, height},
                                          block.nation ? palette::nationwide : palette::pilot));
        std::vector<std::size_t> joined;
        for (std::size_t p = 0; p < drawn_panels_; ++p) {
            if (facts_.panels[p].blocks[section.block] != Reach::none) joined.push_back(p);
        }
        for (std::size_t i = 0; i < joined.size(); ++i) {
            auto curve = reach_curve(joined[i], section);
            curve.begin.x = left;
            curve.end = {bar_left,
                         spread(top + height / 2.0, height, i, joined.size(), reach_step)};
            diagram.curves.push_back(std::move(curve));
        }
    }
}

Curve ReachLayout::reach_curve(std::size_t p, const Section& section) const {
    const auto& panel = panels_[p];
    const auto& reached = facts_.panels[p].blocks;
    const auto& block = facts_.blocks[section.block];
    std::size_t before = 0;
    std::size_t lines = 0;
    for (const auto& each : sections_) {
        if (reached[each.block] == Reach::none) continue;
        if (&each < &section) ++before;
        ++lines;
    }
    const bool whole = reached[section.block] == Reach::full;
    const auto& place = dataset_.registry()[facts_.panels[p].places.front()];
    Curve curve{"reach-" + place.id + '-' + std::to_string(section.block + 1),
                whole ? "reach full" : "reach partial"};
    curve.begin.y = spread(panel.center.y, panel.height(), before, lines, begin_step);
    curve.color = block.nation ? palette::nationwide : palette::pilot;
    curve.width = whole ? leading_width : joining_width;
    curve.dashed = !block.nation;
    curve.tip = whole ? Tip::none : Tip::dot;
    curve.tooltip = reach_of.fill(
        language_, {std::string(place.name.in(language_)), block_name(dataset_, block, language_)});
    return curve;
}

void ReachLayout::draw_chips(double left, Diagram& diagram) {
    for (auto& row : chip_rows_) {
        const auto lines = lines_of(row, chips_width_);
        const auto line_height = parts_.chip_height + frame + chip_gap;
        auto y = rows_.rows()[row.row].y - (lines - 1) * line_height / 2.0;
        double x = 0.0;
        for (std::size_t i = 0; i < row.chips.size(); ++i) {
            auto& chip = row.chips[i];
            const bool first = i == 0 && chip.leading;
            if (i == 0 && !first) x = leading_width_ + chip_gap;
            if (first) {
                chip.box.rows.front().front().width += leading_width_ - chip.box.width();
            }
            if (x > indent(chips_width_) && x + chip.box.width() > chips_width_) {
                x = indent(chips_width_);
                y += line_height;
            }
            chip.box.center = {left + x + chip.box.width() / 2.0, y};
            x += chip.box.width() + chip_gap;
            diagram.boxes.push_back(chip.box);
        }
    }
}

void ReachLayout::draw_contacts(const Rectangle& area, Diagram& diagram) {
    const auto spare = std::max(0.0, area.height - contacts_height());
    const auto growth = static_cast<int>(
        std::min(highest_contact, 0.5 * spare / static_cast<double>(contacts_.size())));
    for (auto& box : contacts_) {
        for (auto& cell : box.rows.front()) cell.height += growth;
    }
    const auto gaps = std::max(1.0, static_cast<double>(contacts_.size()) - 1.0);
    const auto left = std::max(0.0, area.height - contacts_height());
    const auto gap = contact_gap + std::min(widest_contact_gap, left / gaps);
    const auto& first = rows_.rows().front();
    auto y = std::min(first.y - first.height / 2.0,
                      area.y + area.height - contacts_height() - gaps * (gap - contact_gap));
    y = std::max(y, area.y);
    for (auto& box : contacts_) {
        box.center = {area.x + area.width - contacts_width_ / 2.0, y + box.height() / 2.0};
        y += box.height() + gap;
        diagram.boxes.push_back(box);
    }
}

void ReachLayout::draw_contacts_below(const Rectangle& area, Diagram& diagram) {
    int highest = 0;
    for (const auto& box : contacts_) highest = std::max(highest, box.height());
    const auto columns = static_cast<double>(contact_columns_);
    const auto step = columns > 1.0 ? (area.width - contacts_width_) / (columns - 1.0) : 0.0;
    auto& heading = contacts_.front();
    const auto top = area.y + area.height - contacts_below_height();
    heading.center = {area.x + heading.width() / 2.0, top + heading.height() / 2.0};
    const auto row_height = highest + contact_gap + contact_gap;
    for (std::size_t i = 1; i < contacts_.size(); ++i) {
        const auto column = static_cast<double>((i - 1) % contact_columns_);
        const auto rows_above = (i - 1) / contact_columns_;
        const auto row = static_cast<double>(rows_above);
        contacts_[i].center = {area.x + contacts_width_ / 2.0 + column * step,
                               top + heading.height() + (row + 0.5) * row_height};
    }
    diagram.boxes.insert(diagram.boxes.end(), contacts_.begin(), contacts_.end());
}

}  // namespace remit::drawing
