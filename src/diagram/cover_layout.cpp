#include "cover_layout.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double left_gap = 56.0;
constexpr double right_gap = 26.0;
constexpr double member_gap = 8.0;
constexpr double compact_gap = 4.0;
constexpr double side_gap = 16.0;
constexpr double smallest_scale = 0.8;   // at which the members are counted that fit
constexpr std::size_t fewest_rows = 14;  // of a page that leaves members out

constexpr int grid_cell = 15;

constexpr Phrase withheld{"cover-layout.withheld"};
}  // namespace

CoverLayout::CoverLayout(const Dataset& dataset, const Languages& languages,
                         const CoverFacts& facts, std::span<const MeasureIndex> measures)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      facts_(facts),
      rows_(dataset, languages, facts.titles, {!facts.marks.of_measure.empty(), true}),
      remarks_(facts.remarks) {
    collect_rows(measures);
}

void CoverLayout::collect_rows(std::span<const MeasureIndex> measures) {
    for (const auto m : measures) {
        FlowRow row{FlowRow::Kind::measure, m};
        row.colors = facts_.colors[m.value];
        if (!facts_.marks.of_measure.empty()) row.mark = facts_.marks.of_measure[m.value];
        rows_.add(std::move(row));
    }
    if (dataset_.withheld() == 0 || measures.back() != facts_.measures.back()) return;
    FlowRow row{FlowRow::Kind::remark};
    row.text = phrase(languages_, withheld, {std::to_string(dataset_.withheld())});
    rows_.add(std::move(row));
}

double CoverLayout::gap() const {
    return compact_ ? compact_gap : member_gap;
}

double CoverLayout::members_height() const {
    double height = -gap();
    for (const auto& each : members_) height += each.box.height() + gap();
    return height;
}

double CoverLayout::side_height() const {
    return remarks_.height() + (grid_.rows.empty() ? 0.0 : side_gap + grid_.height());
}

double CoverLayout::fit(const Rectangle& paper) {
    const auto highest = paper.height / smallest_scale;
    collect_members(facts_.members.size());
    if (members_height() > highest) {
        compact_ = true;
        collect_members(facts_.members.size());
    }
    // More pages hold fewer measures each, so fewer members.
    if (members_height() > highest && rows_.rows().size() <= fewest_rows) {
        const auto low = (members_height() + gap()) / static_cast<double>(members_.size());
        collect_members(static_cast<std::size_t>(std::max(1.0, highest / low)));
    }
    const auto room = std::max(0.0, highest - remarks_.height() - side_gap - 4.0 * grid_cell);
    grid_ = cover_grid(dataset_, languages_, facts_,
                       static_cast<std::size_t>(room / (grid_cell + frame)));
    const auto grid_width = grid_.rows.empty() ? 0 : grid_.width();
    const auto side = std::max(remarks_.width(), grid_width);
    const auto beside = fit_titles(
        rows_,
        {members_width_ + left_gap + right_gap + side, std::max(members_height(), side_height())},
        paper);
    const ContentSize bottom{remarks_.width() + side_gap + grid_width,
                             side_gap + std::max(remarks_.height(), grid_.height())};
    const auto above =
        fit_titles(rows_, {members_width_ + left_gap, members_height()}, paper, bottom);
    below_ = above.scale > 1.05 * beside.scale;
    fit_ = below_ ? above : beside;
    rows_.wrap_titles(fit_.title_width);
    return fit_.scale;
}

void CoverLayout::grow_members(double room) {
    const auto spare = std::max(0.0, room - members_height());
    std::vector<double> wanted(members_.size());
    for (const auto& link : links_) wanted[link.box] += members_[link.box].step;
    double sum = 0.0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        wanted[i] = std::max(0.0, wanted[i] + 8.0 - members_[i].box.height());
        sum += wanted[i];
    }
    if (sum <= 0.0) return;
    const auto factor = std::min(1.0, 0.6 * spare / sum);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        for (auto& cell : members_[i].box.rows.front()) {
            cell.height += static_cast<int>(factor * wanted[i]);
        }
    }
}

void CoverLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                         paper.height / scale};
    auto columns = area;
    if (below_) columns.height -= side_gap + std::max(remarks_.height(), grid_.height());
    grow_members(columns.height);
    const auto spare = std::max(0.0, area.width - fit_.size.width);
    const auto edge = area.x + members_width_;
    const auto middle =
        below_ ? area.x + area.width - rows_.width() : edge + left_gap + 0.6 * spare;
    rows_.place({middle, columns.y, columns.width, columns.height});
    place_side(members_, links_, rows_, Side::left, edge, columns, gap());
    draw_links(members_, links_, rows_, Side::left, diagram);
    for (const auto& member : members_) diagram.boxes.push_back(member.box);
    rows_.draw(diagram);
    const auto& first = rows_.rows().front();
    draw_side(area,
              below_ ? columns.y + columns.height + side_gap
                     : std::clamp(first.y - first.height / 2.0, area.y,
                                  std::max(area.y, area.y + area.height - side_height())),
              diagram);
}

void CoverLayout::draw_side(const Rectangle& area, double top, Diagram& diagram) {
    const auto right = area.x + area.width;
    const auto grid_width = grid_.rows.empty() ? 0 : grid_.width();
    const auto left = below_ ? area.x : right - std::max(remarks_.width(), grid_width);
    remarks_.center = {left + remarks_.width() / 2.0, top + remarks_.height() / 2.0};
    diagram.boxes.push_back(remarks_);
    if (grid_.rows.empty()) return;
    grid_.center = {below_ ? right - grid_width / 2.0 : left + grid_width / 2.0,
                    (below_ ? top : top + remarks_.height() + side_gap) + grid_.height() / 2.0};
    diagram.boxes.push_back(grid_);
}

}  // namespace remit::drawing
