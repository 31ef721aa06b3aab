#include "flow_rows.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units, but for the scale.
constexpr double largest_scale = 1.4;  // more would make the source note's text too large
constexpr double row_gap = 2.0;
constexpr double heading_gap = 5.0;      // above a heading, more than that
constexpr double widest_gap = 22.0;      // a row gap grows by at most so much to fill a tall page
constexpr double highest_growth = 16.0;  // and a row by so much
constexpr int narrowest_number = 26;
constexpr double widest_number = 48.0;  // of lines, where titles are short
constexpr int short_title = 200;
constexpr double longest_tag = 72.0;
constexpr int narrowest_title = 88;
constexpr int widest_title = 440;
constexpr int title_step = 22;
constexpr std::size_t most_marks = 6;  // that the legend explains one by one

constexpr Phrase marks_are{"flow-rows.marks-are"};

}  // namespace

const WrappedTitles::Title& WrappedTitles::at(MeasureIndex measure, int width) {
    const auto [found, added] = titles_.try_emplace({measure, width});
    if (added) {
        const auto title = said(languages_, [&](Language language) {
            return picture_title(dataset_, measure, language);
        });
        const TextMeasure body{body_size, false, languages_.first};
        auto& [lines, widest] = found->second;
        lines = wrap(title, width, body);
        for (const auto& line : lines) widest = std::max(widest, text_width(line, body));
    }
    return found->second;
}

FlowRows::FlowRows(const Dataset& dataset, const Languages& languages,
                   std::shared_ptr<WrappedTitles> titles, FlowColumns columns)
    : dataset_(dataset), languages_(languages), titles_(std::move(titles)), columns_(columns) {}

void FlowRows::add(FlowRow row) {
    const TextStyle bold{body_size, true, {}};
    if (row.kind == FlowRow::Kind::measure) {
        const auto label = measure_number(dataset_, row.measure);
        row.numbers = {std::vector{label},
                       wrap(label, widest_number, {body_size, true, languages_.first})};
        for (std::size_t i = 0; i < 2; ++i) {
            number_widths_[i] =
                std::max({number_widths_[i], narrowest_number,
                          lines_width(row.numbers[i], bold, languages_.first) + 2 * padding});
        }
        if (columns_.marks) {
            mark_width_ = std::max(mark_width_, cell_width(row.mark, bold, languages_.first));
        }
        if (columns_.tags) {
            row.tag = wrap_at_most(2, scope_tag(dataset_, row.measure, languages_), longest_tag,
                                   {body_size, true, languages_.first});
            tag_width_ =
                std::max(tag_width_, lines_width(row.tag, bold, languages_.first) + 2 * padding);
        }
    }
    rows_.push_back(std::move(row));
}

int FlowRows::width() const {
    return mark_width_ + number_width_ + text_width_ + tag_width_ + frame;
}

double FlowRows::natural_height() const {
    double height = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i > 0) height += row_gap;
        if (i > 0 && rows_[i].kind == FlowRow::Kind::heading) height += heading_gap;
        height += rows_[i].height;
    }
    return height;
}

ContentSize FlowRows::wrap_titles(int width) {
    const auto language = languages_.first;
    const std::size_t form = width < short_title ? 1 : 0;
    number_width_ = number_widths_[form];
    const auto others = mark_width_ + number_width_ + tag_width_;
    double widest = narrowest_title;
    for (auto& row : rows_) {
        if (row.kind != FlowRow::Kind::measure) continue;
        const auto& title = titles_->at(row.measure, width);
        row.lines = title.lines;
        widest = std::max(widest, title.widest);
        row.number = row.numbers[form];
    }
    text_width_ = static_cast<int>(std::ceil(widest)) + 2 * padding;
    for (auto& row : rows_) {
        const bool heading = row.kind == FlowRow::Kind::heading;
        const auto size = heading ? name_size : body_size;
        if (row.kind != FlowRow::Kind::measure) {
            const auto room = others + text_width_ - 2 * padding;
            const auto [found, added] = row.wrapped.try_emplace(room);
            if (added) {
                found->second =
                    wrap(row.text, room, {static_cast<double>(size), heading, language});
            }
            row.lines = found->second;
        }
        const auto count = std::max({row.lines.size(), row.tag.size(), row.number.size()});
        row.height = std::max(row.least, lines_height(count, size) + frame);
    }
    return {static_cast<double>(this->width()), natural_height()};
}

void FlowRows::place(const Rectangle& area) {
    left_ = area.x;
    const auto count = static_cast<double>(rows_.size());
    const auto spare = std::max(0.0, area.height - natural_height());
    const auto growth = static_cast<int>(std::min(highest_growth, 0.5 * spare / count));
    for (auto& row : rows_) {
        if (row.kind != FlowRow::Kind::heading) row.height += growth;
    }
    const auto left = std::max(0.0, area.height - natural_height());
    const auto gap = std::min(widest_gap, left / std::max(1.0, count - 1.0));
    auto y = area.y + std::max(0.0, (left - gap * (count - 1.0)) / 2.0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& row = rows_[i];
        if (i > 0) y += gap + row_gap;
        if (i > 0 && row.kind == FlowRow::Kind::heading) y += heading_gap;
        // A heading stands next to what it heads.
        const bool heading = row.kind == FlowRow::Kind::heading;
        row.y = y + row.height / 2.0 + (heading ? 0.85 * gap : 0.0);
        y += row.height;
    }
}

Box FlowRows::measure_box(const FlowRow& row) const {
    const auto* color = row.colors.dark;
    const auto height = row.height - frame;
    const TextStyle bold{body_size, true, color};
    Box box{"measure-" + measure_id(dataset_, row.measure), "measure"};
    std::vector<BoxCell> cells;
    if (mark_width_ > 0) {
        cells.push_back({mark_width_, height, {{row.mark, {body_size, true, palette::white}}}});
        cells.back().fill = color;
    }
    cells.push_back({number_width_, height, styled(row.number, bold)});
    cells.push_back({padding, height});
    cells.push_back({text_width_ - padding, height,
                     styled(row.lines, {body_size, false, palette::ink}), Align::left});
    if (tag_width_ > 0) {
        const auto terms = dataset_.scope(row.measure);
        const bool nation = terms.size() == 1 && is_nation(dataset_.registry(), terms.front());
        const TextStyle style{body_size, true, nation ? palette::white : color};
        cells.push_back({tag_width_, height, styled(row.tag, style), Align::center, false,
                         nation ? color : palette::white, color});
    }
    box.rows = {std::move(cells)};
    box.fill = row.colors.tint;
    box.frame = color;
    box.tooltip = measure_tooltip(dataset_, row.measure, languages_.first);
    return box;
}

void FlowRows::draw(Diagram& diagram) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto& row = rows_[i];
        Box box;
        if (row.kind == FlowRow::Kind::measure) {
            box = measure_box(row);
        } else {
            const bool heading = row.kind == FlowRow::Kind::heading;
            box.kind = heading ? "heading" : "remark";
            box.id = box.kind + '-' + std::to_string(i);
            box.rows = {
                {{width() - frame, row.height - frame,
                  styled(row.lines, {heading ? name_size : body_size, heading, row.colors.dark}),
                  heading ? Align::left : Align::center}}};
            if (!heading) {
                box.frame = row.colors.dark;
                box.dashed = true;
            }
        }
        box.center = {left_ + width() / 2.0, row.y};
        diagram.boxes.push_back(std::move(box));
    }
}

FlowFit fit_titles(FlowRows& rows, const ContentSize& beside, const Rectangle& paper,
                   const ContentSize& below) {
    FlowFit best;
    for (int width = widest_title; width >= narrowest_title; width -= title_step) {
        const auto size = rows.wrap_titles(width);
        const ContentSize all{std::max(beside.width + size.width, below.width),
                              std::max(beside.height, size.height) + below.height};
        const auto scale =
            std::min({largest_scale, paper.width / all.width, paper.height / all.height});
        if (scale > best.scale * 1.001) best = {scale, width, all};
    }
    rows.wrap_titles(best.title_width);
    return best;
}

CategoryMarks category_marks(const Dataset& dataset, const Languages& languages,
                             const std::vector<MeasureIndex>& shown) {
    if (dataset.categories().empty()) return {};
    CategoryMarks marks;
    const auto colors = measure_colors(dataset);
    for (const auto& measure : dataset.measures()) {
        marks.of_measure.push_back(
            measure.category ? category_numeral(dataset, *measure.category, languages.first) : "–");
    }
    std::map<CategoryIndex, MeasureIndex> listed;
    for (const auto m : shown) {
        if (dataset[m].category) listed.emplace(*dataset[m].category, m);
    }
    for (const auto& [category, m] : listed) {
        const auto* dark = colors[m.value].dark;
        const auto& names = dataset[category].short_name;
        marks.legend.push_back(
            {LegendItem::Sample::chip,
             said_in_line(languages, [&](Language language) { return names.in(language); }), dark,
             1.0, false, Tip::none, dark, palette::white, marks.of_measure[m.value]});
    }
    if (marks.legend.size() > most_marks) {
        marks.legend = {{LegendItem::Sample::remark, phrase(languages, marks_are)}};
    }
    return marks;
}

}  // namespace remit::drawing
