#include "map_layout.hpp"

#include <remit/diagram/placement.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace remit::detail {
namespace {

// All in layout units.
constexpr double largest_scale = 1.25;
constexpr int narrowest_number = 26;
constexpr int padding = 6;
constexpr int member_height = 13;
constexpr int chip_width = 24;
constexpr int frame = 2;  // both sides
constexpr double row_gap = 2.0;
constexpr double heading_gap = 3.0;
constexpr double stretch_limit = 11.0;  // a row gap grows by at most so much to fill a tall page
constexpr double department_gap = 4.0;
constexpr double scope_gap = 16.0;
constexpr double left_gap = 84.0;   // between departments and measures, at least
constexpr double right_gap = 60.0;  // between measures and scopes, at least
constexpr double left_share = 0.55;
constexpr double fan_step = 4.0;  // between the ends of lines at a box
constexpr double narrowest_title = 110.0;
constexpr double widest_title = 420.0;
constexpr double title_step = 10.0;
constexpr double widest_name = 150.0;
constexpr double widest_member = 125.0;
constexpr double narrowest_scope = 96.0;
constexpr std::size_t most_members = 12;
constexpr double leading_weight = 3.0;  // of a thick line, for where a department stands
constexpr double joining_weight = 1.0;

constexpr int body_size = 9;
constexpr int name_size = 12;

/// The height of lines in a cell: Graphviz sets them 1.2 times the size apart.
int lines_height(std::size_t lines, int size) {
    return static_cast<int>(std::ceil(static_cast<double>(lines) * size * 1.2 + 4.0));
}

constexpr Phrase areas{"{0}地", "{0}地", "{0} areas"};
constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};
constexpr Phrase heading_count{"{0}（{1}项）", "{0}（{1}項）", "{0} ({1})"};
constexpr Phrase other_measures{"其他", "其他", "Other"};
constexpr Phrase more_members{"等{0}个地区", "等{0}個地區", "… {0} regions in all"};
constexpr Phrase measure_count{"{0}项举措", "{0}項舉措", "{0} measures"};
constexpr Phrase one_measure{"{0}项举措", "{0}項舉措", "{0} measure"};

int members_height(std::size_t members) {
    return members == 0 ? 0 : static_cast<int>(members) * member_height + padding;
}

/// 一, 二, … 十, 十一, … 九十九; I, II, … in English.
std::string ordinal(std::size_t number, Language language) {
    if (language != Language::en) {
        constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        if (number > 99) return std::to_string(number);
        const auto tens = number / 10;
        return std::string(tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") +
               digits[number % 10];
    }
    constexpr std::array<std::pair<std::size_t, const char*>, 9> roman{
        {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"},
         {1, "I"}}};
    std::string text;
    for (const auto& [value, letters] : roman) {
        for (; number >= value; number -= value) text += letters;
    }
    return text;
}

/// Where the i-th of n lines meets a box of this height around y.
double fan(double y, int height, std::size_t i, std::size_t n) {
    if (n < 2) return y;
    const auto steps = static_cast<double>(n) - 1.0;
    const auto step = std::min(fan_step, (height - 5.0) / steps);
    return y + (static_cast<double>(i) - steps / 2.0) * step;
}

TextLine line(const std::string& text, int size, bool bold, const char* color) {
    return {text, {size, bold, color}};
}

double sum_heights(const auto& items, double gap) {
    double sum = items.empty() ? 0.0 : -gap;
    for (const auto& item : items) sum += item.height + gap;
    return sum;
}

}  // namespace

MapLayout::MapLayout(const Dataset& dataset, Language language)
    : dataset_(dataset), language_(language) {
    collect_rows();
    collect_departments();
    collect_scopes();
}

bool MapLayout::is_leading(MeasureIndex measure, std::size_t position) const {
    const auto role = dataset_.responsibilities(measure)[position].role;
    return role == Role::lead || (role == Role::guiding && position == 0);
}

void MapLayout::collect_rows() {
    row_of_.resize(dataset_.measures().size());
    const auto add_heading = [&](std::string text, std::size_t count, palette::Pair colors) {
        rows_.push_back({MapRow::Kind::heading, {},
                         heading_count.fill(language_, {std::move(text), std::to_string(count)}),
                         colors});
    };
    const auto add_withheld = [&](std::size_t count) {
        if (count == 0) return;
        rows_.push_back({MapRow::Kind::withheld, {},
                         withheld_count.fill(language_, {std::to_string(count)})});
    };
    const auto add_measures = [&](auto belongs, palette::Pair colors) {
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            if (!belongs(dataset_[m])) continue;
            row_of_[m.value] = rows_.size();
            rows_.push_back({MapRow::Kind::measure, m,
                             std::string(dataset_[m].short_title(language_)), colors});
        }
    };

    std::size_t color = 0;
    for (std::uint32_t n = 0; n < dataset_.notices().size(); ++n) {
        const auto& notice = dataset_.notices()[n];
        auto other_listed = notice.listed;
        auto other_withheld = notice.withheld();
        std::size_t number = 0;
        for (std::uint32_t c = 0; c < dataset_.categories().size(); ++c) {
            const auto& category = dataset_.categories()[c];
            if (category.notice.value != n) continue;
            const auto colors = category.listed == 0
                                    ? palette::withheld
                                    : palette::categories[color++ % palette::categories.size()];
            const auto mark = ordinal(++number, language_) +
                              (language_ == Language::en ? ". " : "、");
            add_heading(mark + std::string(category.short_name.in(language_)),
                        category.listed + category.withheld(), colors);
            add_measures([&](const Measure& each) { return each.category == CategoryIndex{c}; },
                         colors);
            add_withheld(category.withheld());
            other_listed -= category.listed;
            other_withheld -= std::min(other_withheld, category.withheld());
        }
        if (other_listed + other_withheld == 0) continue;
        const auto colors = palette::categories[color++ % palette::categories.size()];
        if (number > 0) {
            add_heading(std::string(other_measures.in(language_)), other_listed + other_withheld,
                        other_listed > 0 ? colors : palette::withheld);
        }
        add_measures(
            [&](const Measure& each) { return each.notice.value == n && !each.category; }, colors);
        add_withheld(other_withheld);
    }
}

void MapLayout::collect_departments() {
    std::vector<double> pull(dataset_.departments().size());
    std::vector<double> weight(dataset_.departments().size());
    for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
        departments_.push_back({d});
    }
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto d = responsibilities[i].department.value;
            const bool leading = is_leading(m, i);
            ++(leading ? departments_[d].leading : departments_[d].joining);
            const auto strength = leading ? leading_weight : joining_weight;
            pull[d] += strength * static_cast<double>(row_of_[m.value]);
            weight[d] += strength;
        }
    }
    std::stable_sort(departments_.begin(), departments_.end(), [&](const auto& a, const auto& b) {
        const auto i = a.department.value;
        const auto j = b.department.value;
        return pull[i] * weight[j] < pull[j] * weight[i];
    });
    const TextMeasure measure{name_size, true, language_};
    double widest = 0.0;
    for (auto& each : departments_) {
        each.lines = wrap(dataset_[each.department].short_name.in(language_), widest_name, measure);
        for (const auto& text : each.lines) widest = std::max(widest, text_width(text, measure));
        const auto ends = static_cast<int>(each.leading + each.joining);
        each.height = std::max({lines_height(each.lines.size(), name_size), ends * 4 + 2});
    }
    name_width_ = static_cast<int>(std::ceil(widest)) + padding;
}

void MapLayout::collect_scopes() {
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        for (const auto& term : dataset_.scope(m)) {
            auto found = std::find_if(scopes_.begin(), scopes_.end(),
                                      [&](const auto& scope) { return scope.term == term; });
            if (found == scopes_.end()) {
                scopes_.push_back({term, is_nation(dataset_.registry(), term)});
                found = scopes_.end() - 1;
            }
            found->measures.push_back(m);
        }
    }
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    double widest = narrowest_scope;
    for (auto& scope : scopes_) {
        if (const auto* group = std::get_if<GroupIndex>(&scope.term)) {
            const auto& members = dataset_.registry()[*group].members;
            for (std::size_t i = 0; i < std::min(members.size(), most_members); ++i) {
                const auto name = dataset_.registry()[members[i]].name.in(language_);
                std::string indent;
                for (const auto& text : wrap(name, widest_member, body)) {
                    scope.members.push_back(indent + text);
                    indent = "\u00A0\u00A0\u00A0";
                }
            }
            if (members.size() > most_members) {
                scope.members.push_back(
                    more_members.fill(language_, {std::to_string(members.size())}));
            }
        }
        const auto name = full_name(dataset_.registry(), scope.term, language_);
        widest = std::max(widest, std::min(widest_member, text_width(name, heading)) +
                                      2.0 * padding);
        for (const auto& text : scope.members) {
            widest = std::max(widest, text_width(text, body) + 2.0 * padding + frame);
        }
    }
    scope_width_ = static_cast<int>(std::ceil(widest)) + padding;
    for (auto& scope : scopes_) {
        scope.title = wrap(full_name(dataset_.registry(), scope.term, language_),
                           scope_width_ - 2.0 * padding, heading);
        scope.height = lines_height(scope.title.size(), name_size) + lines_height(1, body_size) +
                       frame + padding + members_height(scope.members.size());
    }
    const TextMeasure bold{body_size, true, language_};
    const auto room_for = [&](std::string_view text) {
        return static_cast<int>(std::ceil(text_width(text, bold))) + 2 * padding;
    };
    number_width_ = narrowest_number;
    for (const auto& row : rows_) {
        if (row.kind != MapRow::Kind::measure) continue;
        const auto number = std::to_string(dataset_[row.measure].number);
        number_width_ = std::max(number_width_, room_for(number));
        tag_width_ = std::max(tag_width_, room_for(tag(row.measure)));
    }
}

std::string MapLayout::tag(MeasureIndex measure) const {
    const auto terms = dataset_.scope(measure);
    if (terms.size() == 1) {
        return std::string(short_name(dataset_.registry(), terms.front(), language_));
    }
    return areas.fill(language_, {std::to_string(terms.size())});
}

MapLayout::Size MapLayout::set_title_width(double width) {
    title_width_ = width;
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    double widest = narrowest_title;
    Size size;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& row = rows_[i];
        if (row.kind == MapRow::Kind::heading) {
            row.lines = wrap(row.text, width + number_width_ + tag_width_, heading);
            row.height = lines_height(row.lines.size(), name_size) - 2;
        } else {
            row.lines = wrap(row.text, width, body);
            row.height = lines_height(row.lines.size(), body_size) + frame;
            size.lines += row.lines.size();
            if (row.kind == MapRow::Kind::measure) {
                for (const auto& text : row.lines) {
                    widest = std::max(widest, text_width(text, body));
                }
            }
        }
        if (i > 0) size.height += row.kind == MapRow::Kind::heading ? heading_gap : row_gap;
        size.height += row.height;
    }
    text_width_ = static_cast<int>(std::ceil(widest)) + padding;
    size.height = std::max({size.height, sum_heights(departments_, department_gap),
                            sum_heights(scopes_, scope_gap)});
    size.width = name_width_ + 2.0 * chip_width + left_gap + number_width_ + text_width_ +
                 tag_width_ + frame + right_gap + scope_width_;
    return size;
}

double MapLayout::fit(const Rectangle& paper) {
    double best_scale = 0.0;
    double best_width = widest_title;
    std::size_t best_lines = 0;
    for (auto width = widest_title; width >= narrowest_title; width -= title_step) {
        const auto size = set_title_width(width);
        const auto scale =
            std::min({largest_scale, paper.width / size.width, paper.height / size.height});
        const bool better = scale > best_scale * 1.001 ||
                            (scale > best_scale * 0.999 && size.lines < best_lines);
        if (!better) continue;
        best_scale = scale;
        best_width = width;
        best_lines = size.lines;
    }
    set_title_width(best_width);
    return best_scale;
}

void MapLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    place({paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale});
    draw_extensions(diagram);
    draw_links(diagram);
    for (const auto& department : departments_) draw_department(department, diagram);
    for (const auto& row : rows_) draw_row(row, diagram);
    for (const auto& scope : scopes_) draw_scope(scope, diagram);
}

void MapLayout::place(const Rectangle& area) {
    const auto department_width = name_width_ + 2.0 * chip_width;
    const auto measure_width = number_width_ + text_width_ + tag_width_ + frame;
    const auto gaps =
        std::max(0.0, area.width - department_width - measure_width - scope_width_);
    departments_right_ = area.x + department_width;
    measures_left_ = departments_right_ + left_share * gaps;
    measures_right_ = measures_left_ + measure_width;
    scopes_left_ = area.x + area.width - scope_width_;
    place_rows(area);
    place_departments(area);
    place_scopes(area);
}

void MapLayout::place_rows(const Rectangle& area) {
    double natural = 0.0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (i > 0) natural += rows_[i].kind == MapRow::Kind::heading ? heading_gap : row_gap;
        natural += rows_[i].height;
    }
    const auto gaps = std::max(1.0, static_cast<double>(rows_.size()) - 1.0);
    const auto stretch = std::clamp((area.height - natural) / gaps, 0.0, stretch_limit);
    auto y = area.y + std::max(0.0, (area.height - natural - stretch * gaps) / 2.0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        auto& row = rows_[i];
        if (i > 0) y += stretch + (row.kind == MapRow::Kind::heading ? heading_gap : row_gap);
        row.y = y + row.height / 2.0;
        y += row.height;
    }
}

void MapLayout::place_departments(const Rectangle& area) {
    std::vector<double> pull(dataset_.departments().size());
    std::vector<double> weight(dataset_.departments().size());
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto strength = is_leading(m, i) ? leading_weight : joining_weight;
            pull[responsibilities[i].department.value] += strength * rows_[row_of_[m.value]].y;
            weight[responsibilities[i].department.value] += strength;
        }
    }
    std::vector<ColumnItem> items;
    for (const auto& each : departments_) {
        const auto d = each.department.value;
        items.push_back({pull[d] / weight[d], weight[d], static_cast<double>(each.height)});
    }
    const auto centers =
        place_column(items, department_gap, area.y, area.y + area.height);
    for (std::size_t i = 0; i < departments_.size(); ++i) departments_[i].y = centers[i];
}

void MapLayout::place_scopes(const Rectangle& area) {
    const auto target = [&](const MapScope& scope) {
        double sum = 0.0;
        for (const auto m : scope.measures) sum += rows_[row_of_[m.value]].y;
        return sum / static_cast<double>(scope.measures.size());
    };
    std::stable_sort(scopes_.begin(), scopes_.end(), [&](const auto& a, const auto& b) {
        if (a.nation != b.nation) return a.nation;
        return target(a) < target(b);
    });
    std::vector<ColumnItem> items;
    for (const auto& scope : scopes_) {
        items.push_back({target(scope), static_cast<double>(scope.measures.size()),
                         static_cast<double>(scope.height)});
    }
    const auto centers = place_column(items, scope_gap, area.y, area.y + area.height);
    for (std::size_t i = 0; i < scopes_.size(); ++i) scopes_[i].y = centers[i];
}

void MapLayout::draw_links(Diagram& diagram) const {
    // The lines of a department meet it in the order of their measures, from top to bottom, and
    // those of a measure in the order of its departments.
    std::vector<double> department_y(departments_.size());
    for (const auto& each : departments_) department_y[each.department.value] = each.y;
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
            return department_y[responsibilities[a].department.value] <
                   department_y[responsibilities[b].department.value];
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto d = responsibilities[order[i]].department;
            const auto& box = *std::find_if(departments_.begin(), departments_.end(),
                                            [&](const auto& each) { return each.department == d; });
            const auto& rows = rows_of[d.value];
            const auto at = std::lower_bound(rows.begin(), rows.end(), row_of_[row.measure.value]);
            const auto position = static_cast<std::size_t>(at - rows.begin());
            const bool leading = is_leading(row.measure, order[i]);
            Curve curve;
            curve.id = "link-" + body_id(d) + '-' + measure_id(row.measure);
            curve.kind = leading ? "link first" : "link also";
            curve.begin = {departments_right_, fan(box.y, box.height, position, rows.size())};
            curve.end = {measures_left_, fan(row.y, row.height, i, order.size())};
            curve.color = leading ? row.colors.dark : palette::muted;
            curve.width = leading ? 2.4 : 0.9;
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
            curve.id = "scope-" + scope_id(scope.term) + '-' + measure_id(measures[i]);
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
            box.id = "measure-" + measure_id(row.measure);
            box.kind = "measure";
            box.rows = {{{number_width_, height,
                          {line(std::to_string(measure.number), body_size, true, color)}},
                         {text_width_, height, lines(body_size, false, palette::ink), Align::left},
                         {tag_width_, height, {line(tag(row.measure), body_size, true, tag_color)},
                          Align::center, false, nation ? color : palette::white, color}}};
            box.fill = row.colors.tint;
            box.frame = color;
            break;
        }
    }
    diagram.boxes.push_back(std::move(box));
}

void MapLayout::draw_department(const MapDepartment& department, Diagram& diagram) const {
    Box box{"department-" + body_id(department.department), "department"};
    BoxCell name{name_width_, department.height, {}, Align::right};
    for (const auto& text : department.lines) {
        name.lines.push_back(line(text + ' ', name_size, true, palette::ink));
    }
    const auto leading = std::to_string(department.leading);
    const auto joining = std::to_string(department.joining);
    const bool leads = department.leading > 0;
    box.rows = {{name,
                 {chip_width, department.height,
                  {line(leading, body_size, true, leads ? palette::white : palette::ink)},
                  Align::center, false, leads ? palette::ink : palette::white, palette::ink},
                 {chip_width, department.height,
                  {line(joining, body_size, false, palette::ink)}, Align::center, false,
                  palette::white, palette::ink}}};
    box.center = {departments_right_ - box.width() / 2.0, department.y};
    diagram.boxes.push_back(std::move(box));
}

void MapLayout::draw_scope(const MapScope& scope, Diagram& diagram) const {
    Box box{"scope-" + scope_id(scope.term), scope.nation ? "nation" : "region"};
    const auto width = scope_width_ - frame;
    const auto members = members_height(scope.members.size());
    const auto* color = scope.nation ? palette::white : palette::pilot_on_tint;
    BoxCell heading{width, scope.height - frame - members};
    for (const auto& text : scope.title) heading.lines.push_back(line(text, name_size, true, color));
    const auto& count = scope.measures.size() == 1 ? one_measure : measure_count;
    heading.lines.push_back(line(
        count.fill(language_, {std::to_string(scope.measures.size())}), body_size, false, color));
    heading.fill = scope.nation ? palette::nationwide : palette::pilot_tint;
    box.rows = {{heading}};
    for (const auto& text : scope.members) {
        box.rows.push_back({{padding, member_height},
                            {width - padding, member_height,
                             {line(text, body_size, false, palette::ink)}, Align::left}});
    }
    if (members > 0) box.rows.push_back({{width, padding}});
    box.fill = members > 0 ? palette::white : heading.fill;
    box.frame = scope.nation ? palette::nationwide : palette::pilot;
    box.center = {scopes_left_ + scope_width_ / 2.0, scope.y};
    diagram.boxes.push_back(std::move(box));
}

std::string MapLayout::measure_id(MeasureIndex measure) const {
    const auto number = std::to_string(dataset_[measure].number);
    if (dataset_.notices().size() < 2) return number;
    return dataset_[dataset_[measure].notice].id + '-' + number;
}

std::string MapLayout::body_id(DepartmentIndex department) const { return dataset_[department].id; }

std::string MapLayout::scope_id(const ScopeTerm& term) const {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return dataset_.registry()[*place].id;
    return dataset_.registry()[std::get<GroupIndex>(term)].id;
}

}  // namespace remit::detail
