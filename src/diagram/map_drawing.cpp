#include "captions.hpp"
#include "map_layout.hpp"
#include "map_metrics.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <map>

namespace remit::drawing {
namespace {

constexpr Phrase measure_count{"map-drawing.measure-count"};
constexpr Phrase link_words{"map-drawing.link-words"};
constexpr Phrase scope_words{"map-drawing.scope-words"};
constexpr Phrase department_words{"map-drawing.department-words"};

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
    // The lines of a department meet it in the order of their rows, from top to bottom, and those
    // of a row in the order of its departments.
    std::map<DepartmentIndex, const MapDepartment*> box_of;
    for (const auto& each : departments_) box_of[each.department] = &each;
    std::map<DepartmentIndex, std::size_t> drawn;

    std::vector<Curve> thick;
    for (std::size_t begin = 0; begin < links_.size();) {
        auto end = begin;
        while (end < links_.size() && links_[end].row == links_[begin].row) ++end;
        std::vector<Link> links(links_.begin() + static_cast<std::ptrdiff_t>(begin),
                                links_.begin() + static_cast<std::ptrdiff_t>(end));
        std::stable_sort(links.begin(), links.end(), [&](const Link& a, const Link& b) {
            return box_of[a.department]->y < box_of[b.department]->y;
        });
        const auto& row = rows_[links_[begin].row];
        for (std::size_t i = 0; i < links.size(); ++i) {
            const auto& box = *box_of[links[i].department];
            auto curve = link_curve(row, links[i]);
            curve.begin = {departments_right_, fan(box.y, box.height, drawn[box.department]++,
                                                   box.leading + box.joining)};
            curve.end = {measures_left_, fan(row.y, row.height, i, links.size())};
            (links[i].leading ? thick : diagram.curves).push_back(std::move(curve));
        }
        begin = end;
    }
    diagram.curves.insert(diagram.curves.end(), thick.begin(), thick.end());
}

Curve MapLayout::link_curve(const MapRow& row, const Link& link) const {
    const auto roles = role_words(dataset_);
    Curve curve;
    curve.id = "link-" + department_id(dataset_, link.department) + '-' +
               measure_id(dataset_, row.measure);
    curve.kind = link.leading ? "link first" : "link also";
    curve.color = link.leading ? row.colors.dark : palette::muted;
    curve.width = link.leading ? leading_width : joining_width;
    curve.tip = link.leading ? Tip::arrow : Tip::dot;
    curve.tooltip = said_in_line(languages_, [&](Language language) {
        return link_words.fill(
            language, {std::string(dataset_[link.department].name.in(language)),
                       std::string((link.leading ? roles.leading : roles.joining).in(language)),
                       measure_number(dataset_, row.measure)});
    });
    return curve;
}

void MapLayout::draw_extensions(Diagram& diagram) const {
    for (const auto& scope : scopes_) {
        for (std::size_t i = 0; i < scope.rows.size(); ++i) {
            const auto& row = rows_[scope.rows[i]];
            Curve curve;
            curve.id = "scope-" + box_id(scope) + '-' + measure_id(dataset_, row.measure);
            curve.kind = scope.nation ? "scope nation" : "scope region";
            curve.begin = {measures_right_, row.y};
            curve.end = {scopes_left_, fan(scope.y, scope.height, i, scope.rows.size())};
            curve.color = scope.nation ? palette::nationwide : palette::pilot;
            curve.width = scope.nation ? 1.1 : 1.6;
            curve.dashed = !scope.nation;
            curve.tooltip = said_in_line(languages_, [&](Language language) {
                return scope_words.fill(
                    language, {measure_number(dataset_, row.measure), tooltip(scope, language)});
            });
            diagram.curves.push_back(std::move(curve));
        }
    }
}

std::string MapLayout::box_id(const MapScope& scope) const {
    return scope.terms.size() > 1 ? "regions" : scope_id(dataset_, scope.terms.front());
}

std::string MapLayout::tooltip(const MapScope& scope, Language language) const {
    ListWriter names(language);
    for (const auto& term : scope.terms) names.add(full_name(dataset_.registry(), term, language));
    return names.text();
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
            box.tooltip = said_in_line(languages_, [&](Language language) {
                return measure_tooltip(dataset_, row.measure, language);
            });
            box.kind = "measure";
            box.rows = {
                {{number_width_, height, {line(measure.identifier(), body_size, true, color)}},
                 {text_width_, height, lines(body_size, false, palette::ink), Align::left}}};
            if (tag_width_ > 0) {
                const auto tag = scope_tag(dataset_, row.measure, languages_);
                box.rows.front().push_back({tag_width_,
                                            height,
                                            {line(tag, body_size, true, tag_color)},
                                            Align::center,
                                            false,
                                            nation ? color : palette::white,
                                            color});
            }
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
    const auto roles = role_words(dataset_);
    box.tooltip = said_in_line(languages_, [&](Language language) {
        return department_words.fill(
            language, {std::string(dataset_[department.department].name.in(language)),
                       std::string(roles.leading_count.in(language)), leading,
                       std::string(roles.joining_count.in(language)), joining});
    });
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
    Box box{"scope-" + box_id(scope), scope.nation ? "nation" : "region"};
    box.tooltip =
        said_in_line(languages_, [&](Language language) { return tooltip(scope, language); });
    const auto width = scope_width_ - frame;
    const auto members = members_height(scope.members.size());
    const auto* color = scope.nation ? palette::white : palette::pilot_on_tint;
    const auto* fill = scope.nation ? palette::nationwide : palette::pilot_tint;
    BoxCell title{width, title_height(scope.title.size())};
    for (const auto& text : scope.title) title.lines.push_back(line(text, name_size, true, color));
    const auto count = phrase(languages_, measure_count, {std::to_string(scope.rows.size())});
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

}  // namespace remit::drawing
