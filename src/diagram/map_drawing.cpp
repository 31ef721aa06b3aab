#include "captions.hpp"
#include "map_layout.hpp"
#include "map_metrics.hpp"
#include "wording.hpp"

#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <numeric>

namespace remit::detail {
namespace {

constexpr Phrase measure_count{"{0}项举措", "{0}項舉措", "{0} measures"};
constexpr Phrase one_measure{"{0}项举措", "{0}項舉措", "{0} measure"};

TextLine line(const std::string& text, int size, bool bold, const char* color) {
    return {text, {size, bold, color}};
}

}  // namespace

void MapLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    place({paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale});
    draw_extensions(diagram);
    draw_links(diagram);
    for (const auto& department : departments_) draw_department(department, diagram);
    for (const auto& row : rows_) draw_row(row, diagram);
    for (const auto& scope : scopes_) draw_scope(scope, diagram);
}

void MapLayout::draw_links(Diagram& diagram) const {
    // The lines of a department meet it in the order of their measures, from top to bottom, and
    // those of a measure in the order of its departments.
    std::vector<const MapDepartment*> box_of(departments_.size());
    for (const auto& each : departments_) box_of[each.department.value] = &each;
    std::vector<std::vector<std::size_t>> rows_of(departments_.size());
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        for (const auto& each : dataset_.responsibilities(m)) {
            rows_of[each.department.value].push_back(row_of_[m.value]);
        }
    }
    for (auto& rows : rows_of) std::sort(rows.begin(), rows.end());

    std::vector<Curve> thick;
    for (const auto& row : rows_) {
        if (row.kind != MapRow::Kind::measure) continue;
        const auto responsibilities = dataset_.responsibilities(row.measure);
        std::vector<std::size_t> order(responsibilities.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return box_of[responsibilities[a].department.value]->y <
                   box_of[responsibilities[b].department.value]->y;
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto d = responsibilities[order[i]].department;
            const auto& box = *box_of[d.value];
            const auto& rows = rows_of[d.value];
            const auto at = std::lower_bound(rows.begin(), rows.end(), row_of_[row.measure.value]);
            const auto position = static_cast<std::size_t>(at - rows.begin());
            const bool leading = is_leading(dataset_, row.measure, order[i]);
            Curve curve;
            curve.id =
                "link-" + department_id(dataset_, d) + '-' + measure_id(dataset_, row.measure);
            curve.kind = leading ? "link first" : "link also";
            curve.begin = {departments_right_, fan(box.y, box.height, position, rows.size())};
            curve.end = {measures_left_, fan(row.y, row.height, i, order.size())};
            curve.color = leading ? row.colors.dark : palette::muted;
            curve.width = leading ? leading_width : joining_width;
            curve.tip = leading ? Tip::arrow : Tip::dot;
            (leading ? thick : diagram.curves).push_back(std::move(curve));
        }
    }
    diagram.curves.insert(diagram.curves.end(), thick.begin(), thick.end());
}

void MapLayout::draw_extensions(Diagram& diagram) const {
    for (const auto& scope : scopes_) {
        auto measures = scope.measures;
        std::stable_sort(measures.begin(), measures.end(), [&](MeasureIndex a, MeasureIndex b) {
            return row_of_[a.value] < row_of_[b.value];
        });
        for (std::size_t i = 0; i < measures.size(); ++i) {
            Curve curve;
            curve.id =
                "scope-" + scope_id(dataset_, scope.term) + '-' + measure_id(dataset_, measures[i]);
            curve.kind = scope.nation ? "scope nation" : "scope region";
            curve.begin = {measures_right_, rows_[row_of_[measures[i].value]].y};
            curve.end = {scopes_left_, fan(scope.y, scope.height, i, measures.size())};
            curve.color = scope.nation ? palette::nationwide : palette::pilot;
            curve.width = scope.nation ? 1.1 : 1.6;
            curve.dashed = !scope.nation;
            diagram.curves.push_back(std::move(curve));
        }
    }
}

void MapLayout::draw_row(const MapRow& row, Diagram& diagram) const {
    const auto inner = number_width_ + text_width_ + tag_width_;
    const auto* color = row.colors.dark;
    Box box;
    box.center = {(measures_left_ + measures_right_) / 2.0, row.y};
    const auto lines = [&](int size, bool bold, const char* text_color) {
        std::vector<TextLine> result;
        for (const auto& text : row.lines) result.push_back(line(text, size, bold, text_color));
        return result;
    };
    const auto height = row.height - (row.kind == MapRow::Kind::heading ? 0 : frame);
    const auto number = std::to_string(&row - rows_.data());
    switch (row.kind) {
        case MapRow::Kind::heading:
            box.id = "heading-" + number;
            box.kind = "heading";
            box.rows = {{{inner + frame, height, lines(name_size, true, color), Align::left}}};
            break;
        case MapRow::Kind::withheld:
            box.id = "withheld-" + number;
            box.kind = "withheld";
            box.rows = {{{inner, height, lines(body_size, false, palette::withheld.dark)}}};
            box.frame = palette::withheld.dark;
            box.dashed = true;
            break;
        case MapRow::Kind::measure: {
            const auto& measure = dataset_[row.measure];
            const auto terms = dataset_.scope(row.measure);
            const bool nation = terms.size() == 1 && is_nation(dataset_.registry(), terms.front());
            const auto* tag_color = nation ? palette::white : color;
            box.id = "measure-" + measure_id(dataset_, row.measure);
            box.kind = "measure";
            box.rows = {
                {{number_width_,
                  height,
                  {line(std::to_string(measure.number), body_size, true, color)}},
                 {text_width_, height, lines(body_size, false, palette::ink), Align::left},
                 {tag_width_,
                  height,
                  {line(scope_tag(dataset_, row.measure, languages_), body_size, true, tag_color)},
                  Align::center,
                  false,
                  nation ? color : palette::white,
                  color}}};
            box.fill = row.colors.tint;
            box.frame = color;
            break;
        }
    }
    diagram.boxes.push_back(std::move(box));
}

void MapLayout::draw_department(const MapDepartment& department, Diagram& diagram) const {
    Box box{"department-" + department_id(dataset_, department.department), "department"};
    BoxCell name{name_width_, department.height, {}, Align::right};
    for (const auto& text : department.lines) {
        name.lines.push_back(line(text + ' ', name_size, true, palette::ink));
    }
    const auto leading = std::to_string(department.leading);
    const auto joining = std::to_string(department.joining);
    const bool leads = department.leading > 0;
    box.rows = {{name,
                 {chip_width,
                  department.height,
                  {line(leading, body_size, true, leads ? palette::white : palette::ink)},
                  Align::center,
                  false,
                  leads ? palette::ink : palette::white,
                  palette::ink},
                 {chip_width,
                  department.height,
                  {line(joining, body_size, false, palette::ink)},
                  Align::center,
                  false,
                  palette::white,
                  palette::ink}}};
    box.center = {departments_right_ - box.width() / 2.0, department.y};
    diagram.boxes.push_back(std::move(box));
}

void MapLayout::draw_scope(const MapScope& scope, Diagram& diagram) const {
    Box box{"scope-" + scope_id(dataset_, scope.term), scope.nation ? "nation" : "region"};
    const auto width = scope_width_ - frame;
    const auto members = members_height(scope.members.size());
    const auto* color = scope.nation ? palette::white : palette::pilot_on_tint;
    const auto* fill = scope.nation ? palette::nationwide : palette::pilot_tint;
    BoxCell title{width, title_height(scope.title.size())};
    for (const auto& text : scope.title) title.lines.push_back(line(text, name_size, true, color));
    const auto& form = scope.measures.size() == 1 ? one_measure : measure_count;
    const auto count = phrase(languages_, form, {std::to_string(scope.measures.size())});
    BoxCell counted{width, count_height, {line(count, body_size, false, color)}};
    title.fill = fill;
    counted.fill = fill;
    counted.top = true;
    box.rows = {{title}, {counted}};
    for (const auto& text : scope.members) {
        box.rows.push_back({{padding, member_height},
                            {width - padding,
                             member_height,
                             {line(text, body_size, false, palette::ink)},
                             Align::left}});
    }
    if (members > 0) box.rows.push_back({{width, padding}});
    box.fill = members > 0 ? palette::white : fill;
    box.frame = scope.nation ? palette::nationwide : palette::pilot;
    box.center = {scopes_left_ + scope_width_ / 2.0, scope.y};
    diagram.boxes.push_back(std::move(box));
}

}  // namespace remit::detail
