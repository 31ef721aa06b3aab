#include "captions.hpp"
#include "groups_layout.hpp"
#include "groups_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <numeric>

namespace remit::drawing {
namespace {

constexpr double link_width = 1.2;
constexpr double widest_heading = 120.0;

constexpr Phrase departments_alone{"groups-drawing.departments-alone"};
constexpr Phrase departments_together{"groups-drawing.departments-together"};
constexpr Phrase group_tip{"groups-drawing.group-tip"};
constexpr Phrase department_tip{"groups-drawing.department-tip"};
constexpr Phrase numbered{"groups-drawing.numbered"};

/// The positions of some items, sorted by where they stand.
std::vector<std::size_t> by_place(const std::vector<std::size_t>& items,
                                  const std::vector<double>& y) {
    auto sorted = items;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return y[a] < y[b]; });
    return sorted;
}

std::size_t position(const std::vector<std::size_t>& items, std::size_t item) {
    return static_cast<std::size_t>(std::find(items.begin(), items.end(), item) - items.begin());
}

}  // namespace

void GroupsLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                         paper.height / scale};
    place(area);
    draw_headings(area, diagram);
    draw_links(diagram);
    for (std::size_t i = 0; i < departments_; ++i) draw_department(i, diagram);
    for (auto i = departments_; i < cards_.size(); ++i) draw_group(i, diagram);
}

std::string GroupsLayout::card_id(std::size_t card) const {
    if (card < departments_) return department_id(dataset_, cards_[card].departments.front());
    return std::to_string(card - departments_ + 1);
}

double GroupsLayout::left_of(std::size_t item) const {
    return columns_[graph_.column[item]];
}

int GroupsLayout::width_of(std::size_t item) const {
    return graph_.column[item] == 0 ? department_width_ : card_width_;
}

void GroupsLayout::draw_headings(const Rectangle& area, Diagram& diagram) const {
    const TextStyle style{body_size, false, palette::secondary};
    const auto add = [&](std::size_t column, const Phrase& form, std::size_t count) {
        const auto text = said(languages_, [&](Language language) {
            return form.fill(language, {std::to_string(count)});
        });
        const auto lines = wrap(text, widest_heading, {body_size, false, language_});
        const auto width = lines_width(lines, style, language_) + 2;
        const auto height = lines_height(lines.size(), body_size);
        Box box{"column-" + std::to_string(column), "column-heading"};
        box.rows = {{{width, height, styled(lines, style), Align::left}}};
        box.center = {columns_[column] + width / 2.0, area.y + height / 2.0};
        diagram.boxes.push_back(std::move(box));
    };
    add(0, departments_alone, 1);
    for (std::size_t i = 0; i < group_sizes_.size(); ++i) {
        add(i + 1, departments_together, group_sizes_[i]);
    }
}

void GroupsLayout::draw_links(Diagram& diagram) const {
    const auto add = [&](std::string id, Point begin, Point end) {
        diagram.curves.push_back({std::move(id), "cover", begin, end, palette::muted, link_width});
    };
    for (std::size_t item = 0; item < graph_.column.size(); ++item) {
        const auto right = left_of(item) + width_of(item);
        const auto targets = by_place(graph_.behind[item], y_);
        const auto name = item < cards_.size() ? card_id(item) : "via" + std::to_string(item);
        if (item >= cards_.size())
            add("pass-" + name, {left_of(item), y_[item]}, {right, y_[item]});
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto target = targets[i];
            const auto sources = by_place(graph_.before[target], y_);
            add("cover-" + name + '-' +
                    (target < cards_.size() ? card_id(target) : "via" + std::to_string(target)),
                {right, fan(y_[item], height_of(item), i, targets.size())},
                {left_of(target),
                 fan(y_[target], height_of(target), position(sources, item), sources.size())});
        }
    }
}

void GroupsLayout::draw_department(std::size_t item, Diagram& diagram) const {
    const auto& card = cards_[item];
    Box box{"department-" + card_id(item), "department"};
    const auto count = std::to_string(card.measures.size());
    box.rows = {{{department_width_ - count_width_, card.height,
                  styled(card.lines, {name_size, true, palette::white}), Align::center, false,
                  palette::ink, palette::ink},
                 {count_width_,
                  card.height,
                  {{count, {name_size, true, palette::ink}}},
                  Align::center,
                  false,
                  palette::white,
                  palette::ink}}};
    box.center = {left_of(item) + department_width_ / 2.0, y_[item]};
    box.tooltip = department_tip.fill(
        language_, {std::string(dataset_[card.departments.front()].name.in(language_)), count});
    diagram.boxes.push_back(std::move(box));
}

/// The i-th chip of a card, or the empty place of one.
BoxCell GroupsLayout::chip(const GroupCard& card, std::size_t i, std::size_t room) const {
    BoxCell cell{chip_width_, chip_height};
    if (i >= card.measures.size()) return cell;
    if (i + 1 == room && card.measures.size() > room) {
        cell.lines = {{"…", {body_size, true, palette::ink}}};
        return cell;
    }
    const auto m = card.measures[i];
    const auto responsibilities = dataset_.responsibilities(m);
    bool leads = false;
    for (std::size_t r = 0; r < responsibilities.size(); ++r) {
        const bool member = std::binary_search(card.departments.begin(), card.departments.end(),
                                               responsibilities[r].department);
        leads = leads || (member && dataset_.standing(m, r) != Standing::other);
    }
    const auto& colors = colors_[m.value];
    cell.lines = {
        {measure_number(dataset_, m), {body_size, true, leads ? palette::white : palette::ink}}};
    cell.fill = leads ? colors.dark : colors.tint;
    cell.frame = colors.dark;
    return cell;
}

void GroupsLayout::draw_group(std::size_t item, Diagram& diagram) const {
    const auto& card = cards_[item];
    Box box{"group-" + card_id(item), "group"};
    const auto width = card_width_ - frame;
    const auto chips = static_cast<int>(chips_a_row_) * (chip_width_ + chip_gap);
    box.rows = {{{padding, names_height(card.lines.size())},
                 {width - padding, names_height(card.lines.size()),
                  styled(card.lines, {name_size, true, palette::ink}), Align::left}}};
    const auto room = card.chip_rows * chips_a_row_;
    for (std::size_t row = 0; row < card.chip_rows; ++row) {
        std::vector<BoxCell> cells{{padding, chip_height}};
        for (std::size_t i = 0; i < chips_a_row_; ++i) {
            cells.push_back(chip(card, row * chips_a_row_ + i, room));
            cells.push_back({chip_gap, chip_height});
        }
        BoxCell count{width - padding - chips, chip_height, {}, Align::right};
        if (row + 1 == card.chip_rows) {
            count.lines = {{measures_text(card.measures.size(), languages_) + ' ',
                            {body_size, false, palette::secondary}}};
        }
        cells.push_back(std::move(count));
        box.rows.push_back(std::move(cells));
        const bool last = row + 1 == card.chip_rows;
        box.rows.push_back({{width, last ? 2 * chip_gap : chip_gap}});
    }
    box.fill = palette::white;
    box.frame = palette::ink;
    box.center = {left_of(item) + card_width_ / 2.0, y_[item]};
    ListWriter names(language_);
    for (const auto d : card.departments) names.add(dataset_[d].short_name.in(language_));
    ListWriter titles(language_);
    for (const auto m : card.measures) {
        titles.add(numbered.fill(language_, {measure_number(dataset_, m),
                                             std::string(dataset_[m].short_title(language_))}));
    }
    box.tooltip = group_tip.fill(language_, {names.text(), titles.text()});
    diagram.boxes.push_back(std::move(box));
}

}  // namespace remit::drawing
