#include "matrix_drawing.hpp"

#include "matrix_metrics.hpp"
#include "pieces.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int largest_dot = 11;
constexpr int tallest_stretch = 9;  // that a row grows to fill a tall page
constexpr double grid_width = 0.7;
constexpr double heading_rule = 1.2;
constexpr double highest_share = 0.35;  // of the space that is left, above the table

constexpr Phrase link_tip{"matrix-rows.link-tip"};
constexpr Phrase reach_tip{"matrix-rows.reach-tip"};

constexpr const char* region_sign = "◆";
constexpr const char* part_sign = "◇";

}  // namespace

void MatrixDrawing::place(const Rectangle& area) {
    auto spare = static_cast<int>(area.height - sizes_.natural.height);
    const auto lines = static_cast<int>(part_.lines.size());
    const auto stretch = std::clamp(spare / std::max(1, lines), 0, tallest_stretch);
    for (auto& height : sizes_.heights) height += stretch;
    spare -= stretch * lines;
    left_ = static_cast<int>(std::ceil(area.x));
    top_ = static_cast<int>(std::ceil(area.y)) +
           static_cast<int>(part_.whole ? std::max(0, spare) * highest_share : 0.0);
    cells_left_ = left_ + layout_.number_width_ + sizes_.title + block_gap;
    cells_right_ = cells_left_ + static_cast<int>(part_.departments.size()) * sizes_.department;
    regions_left_ = cells_right_ + block_gap;
    right_ = regions() == 0 ? (part_.departments.empty() ? cells_left_ - block_gap : cells_right_)
                            : regions_left_ + static_cast<int>(regions()) * sizes_.region;
}

double MatrixDrawing::department_x(std::size_t place) const {
    return cells_left_ + (static_cast<double>(place) + 0.5) * sizes_.department;
}

double MatrixDrawing::region_x(std::size_t column) const {
    return regions_left_ + (static_cast<double>(column) + 0.5) * sizes_.region;
}

void MatrixDrawing::line(Point begin, Point end, const HexColor& color, double width,
                         std::vector<Curve>& curves) {
    Curve curve{part_.prefix + "grid-" + std::to_string(grid_++), "grid", begin, end, color, width};
    curve.course = Course::straight;
    curves.push_back(std::move(curve));
}

void MatrixDrawing::add_text(std::string id, std::string kind,
                             const std::vector<std::string>& lines, const TextStyle& style,
                             const Rectangle& at, Align align, std::string tooltip) {
    Box box{std::move(id), std::move(kind)};
    box.center = {at.x + at.width / 2.0, at.y + at.height / 2.0};
    box.rows = {
        {{static_cast<int>(at.width), static_cast<int>(at.height), styled(lines, style), align}}};
    box.tooltip = std::move(tooltip);
    diagram_.boxes.push_back(std::move(box));
}

void MatrixDrawing::draw_lines() {
    y_ = top_ + sizes_.header;
    for (std::size_t i = 0; i < part_.lines.size(); ++i) {
        const auto& row = table_.rows[part_.lines[i].row];
        switch (row.kind) {
            case ProgrammeRow::Kind::notice:
            case ProgrammeRow::Kind::category:
                draw_heading(i, row);
                break;
            case ProgrammeRow::Kind::withheld:
                draw_withheld(i);
                break;
            case ProgrammeRow::Kind::measure:
                draw_measure(i, row);
                break;
        }
        y_ += sizes_.heights[i];
    }
    end_block();
}

void MatrixDrawing::draw_heading(std::size_t i, const ProgrammeRow& row) {
    end_block();
    const auto bottom = y_ + sizes_.heights[i];
    const auto height = lines_height(sizes_.text[i].size(), name_size) - 2;
    const auto width = part_.departments.empty() ? right_ - left_ : cells_right_ - left_;
    add_text(part_.prefix + "heading-" + std::to_string(part_.lines[i].row), "heading",
             sizes_.text[i], {name_size, true, row.colors.dark},
             {left_ + 2.0, static_cast<double>(bottom - height - 1), width - 2.0,
              static_cast<double>(height)},
             Align::left);
    if (row.kind == ProgrammeRow::Kind::notice) return;
    const auto y = static_cast<double>(bottom);
    line({static_cast<double>(left_), y}, {static_cast<double>(left_ + width), y}, row.colors.dark,
         heading_rule, rules_);
    if (regions() == 0) return;
    line({static_cast<double>(regions_left_), y}, {static_cast<double>(right_), y}, row.colors.dark,
         heading_rule, rules_);
}

void MatrixDrawing::draw_withheld(std::size_t i) {
    end_block();
    const auto height = sizes_.heights[i];
    Box box{"withheld-" + std::to_string(part_.lines[i].row), "withheld"};
    box.center = {(left_ + right_) / 2.0, y_ + (height + withheld_gap) / 2.0};
    box.rows = {{{right_ - left_ - frame, height - withheld_gap - frame,
                  styled(sizes_.text[i], {body_size, false, palette::withheld.dark})}}};
    box.frame = palette::withheld.dark;
    box.dashed = true;
    diagram_.boxes.push_back(std::move(box));
}

void MatrixDrawing::draw_measure(std::size_t i, const ProgrammeRow& row) {
    const auto m = row.measure;
    const auto height = sizes_.heights[i];
    const auto middle = y_ + height / 2.0;
    if (!in_block_) block_top_ = y_;
    in_block_ = true;
    const auto number = dataset_[m].identifier();
    Box box{"measure-" + measure_id(dataset_, m), "measure"};
    box.center = {left_ + (layout_.number_width_ + sizes_.title) / 2.0, middle + 0.5};
    box.rows = {
        {{layout_.number_width_, height - 1, {{number, {body_size, true, row.colors.dark}}}},
         {sizes_.title, height - 1, styled(sizes_.text[i], {body_size, false, palette::ink}),
          Align::left}}};
    box.tooltip = measure_tooltip(dataset_, m, language_);
    diagram_.boxes.push_back(std::move(box));
    draw_dots(m, row.colors, height, middle);
    if (regions() > 0) draw_reach(m, height, middle);
    const double bottom = y_ + height;
    line({static_cast<double>(left_), bottom}, {static_cast<double>(cells_right_), bottom},
         palette::hairline, grid_width, rules_);
    if (regions() == 0) return;
    line({static_cast<double>(regions_left_), bottom}, {static_cast<double>(right_), bottom},
         palette::hairline, grid_width, rules_);
}

void MatrixDrawing::draw_dots(MeasureIndex m, const palette::Pair& colors, int height,
                              double middle) {
    const auto responsibilities = dataset_.responsibilities(m);
    const auto size = std::min({largest_dot, sizes_.department - 4, height - 5});
    const auto roles = role_words(dataset_);
    for (std::size_t i = 0; i < responsibilities.size(); ++i) {
        const auto d = responsibilities[i].department;
        const auto place = place_[table_.column_of[d.value]];
        if (place == none) continue;  // on another page
        const bool leading = dataset_.standing(m, i) != Standing::other;
        auto& counts = dots_[place];
        ++(leading ? counts.leading : counts.joining);
        const auto id = department_id(dataset_, d) + '-' + measure_id(dataset_, m);
        Box dot{"link-" + id, leading ? "link first" : "link also"};
        dot.center = {department_x(place), middle};
        dot.diameter = leading ? size : size - 1;
        dot.fill = leading ? colors.dark : palette::white;
        dot.frame = leading ? colors.dark : palette::secondary;
        dot.tooltip = link_tip.fill(
            language_,
            {measure_number(dataset_, m), std::string(dataset_[m].short_title(language_)),
             std::string(dataset_[d].short_name.in(language_)),
             std::string((leading ? roles.leading : roles.joining).in(language_))});
        diagram_.boxes.push_back(std::move(dot));
        if (!leading) continue;
        Curve tint{"tint-" + id,
                   "tint",
                   {department_x(place) - sizes_.department / 2.0, middle},
                   {department_x(place) + sizes_.department / 2.0, middle},
                   colors.tint,
                   static_cast<double>(height)};
        tint.course = Course::straight;
        tints_.push_back(std::move(tint));
    }
}

void MatrixDrawing::draw_reach(MeasureIndex m, int height, double middle) {
    const auto id = '-' + measure_id(dataset_, m);
    const auto title = std::string(dataset_[m].short_title(language_));
    const auto label = measure_number(dataset_, m);
    if (table_.view == ScopeView::tags) {
        ++reached_[0];
        const auto tag = scope_tag(dataset_, m, layout_.languages_);
        const TextMeasure measure{body_size, false, language_};
        add_text("scope" + id, "scope", {shortened(tag, sizes_.region - 2.0, measure)}, {body_size},
                 {static_cast<double>(regions_left_), middle - (height - 1) / 2.0,
                  static_cast<double>(sizes_.region), height - 1.0},
                 Align::center, reach_tip.fill(language_, {label, title, tag}));
        return;
    }
    const auto& reached = table_.reached[m.value];
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (reached[i] == Reached::none) continue;
        ++reached_[i];
        const bool nation = reached[i] == Reached::nation;
        const bool part = reached[i] == Reached::part;
        Box box = plain_box("scope-" + table_.regions[i].id + id,
                            nation ? "scope nation" : "scope region",
                            {region_x(i) - (sizes_.region - 2) / 2.0, middle - (height - 2) / 2.0,
                             sizes_.region - 2.0, height - 2.0},
                            nation ? palette::nationwide_cell
                            : part ? palette::white
                                   : palette::pilot,
                            part ? palette::pilot : "");
        if (!nation) {
            box.rows[0][0].lines = {{part ? part_sign : region_sign,
                                     {body_size, false, part ? palette::pilot : palette::white}}};
        }
        box.tooltip = link_tip.fill(language_, {label, title, table_.regions[i].tooltip,
                                                reached_words(dataset_, reached[i], language_)});
        diagram_.boxes.push_back(std::move(box));
    }
}

/// Vertical lines along the measures above.
void MatrixDrawing::end_block() {
    if (!in_block_) return;
    in_block_ = false;
    const auto draw = [&](double x) {
        line({x, static_cast<double>(block_top_)}, {x, static_cast<double>(y_)}, palette::hairline,
             grid_width, rules_);
    };
    for (std::size_t i = 0; i <= part_.departments.size(); ++i) {
        draw(department_x(i) - sizes_.department / 2.0);
    }
    for (std::size_t i = 0; regions() > 0 && i <= regions(); ++i) {
        draw(region_x(i) - sizes_.region / 2.0);
    }
}

/// What lies below what: tints, then lines.
void MatrixDrawing::draw_grid() {
    auto& curves = diagram_.curves;
    curves.insert(curves.end(), tints_.begin(), tints_.end());
    // Rules of categories over hairlines.
    std::stable_sort(rules_.begin(), rules_.end(),
                     [](const Curve& a, const Curve& b) { return a.width < b.width; });
    curves.insert(curves.end(), rules_.begin(), rules_.end());
}

}  // namespace remit::drawing
