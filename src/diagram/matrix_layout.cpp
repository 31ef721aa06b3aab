#include "matrix_layout.hpp"

#include "matrix_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int title_step = 10;
constexpr std::size_t short_title = 3;  // lines
constexpr std::size_t short_stack = 4;
constexpr int widest_alone = 300;  // of titles on a page as large as its content
constexpr int narrowest_number = 26;
constexpr int widest_total = 24;
constexpr int widest_department = 36;  // where there is room
constexpr int widest_label = 48;       // of departments, where that keeps their names in one line
constexpr int widest_region = 28;
constexpr double quick_rows = 1.0 / 7.0;  // of a page's points: more rows never fit

constexpr Phrase withheld_count{"matrix-layout.withheld-count"};

}  // namespace

std::vector<std::string> total_lines(const RoleCount& count, bool in_two_lines) {
    const auto first = std::to_string(count.leading);
    const auto second = '+' + std::to_string(count.joining);
    return in_two_lines ? std::vector{first, second} : std::vector{first + second};
}

MatrixLayout::MatrixLayout(const Dataset& dataset, const Languages& languages, ScopeView widest)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      table_(matrix_table(dataset, languages, widest)) {
    const TextStyle bold{body_size, true};
    number_width_ = narrowest_number;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& measure = dataset[m];
        titles_.push_back(said(
            languages, [&](Language language) { return picture_title(dataset, m, language); }));
        number_width_ = std::max(number_width_, cell_width(measure.identifier(), bold, language_));
    }
    measure_columns();
}

void MatrixLayout::measure_columns() {
    const TextStyle bold{body_size, true};
    const TextStyle plain{body_size, false};
    const auto room_for = [&](const MatrixColumn& column, const TextStyle& style) {
        const auto label = lines_width(column.label, style, language_) + 2 * label_gap;
        return std::max(lines_width(column.stack, style, language_) + 2, (label + 1) / 2);
    };
    for (const bool in_two : {false, true}) {
        int widest = 0;
        for (const auto& each : table_.counts) {
            widest = std::max(widest, lines_width(total_lines(each, in_two), bold, language_) + 4);
        }
        department_width_ = std::max(narrowest_column, widest);
        totals_in_two_lines_ = in_two;
        if (widest <= widest_total) break;
    }
    for (const auto& column : table_.departments) {
        department_width_ = std::max(department_width_, room_for(column, bold));
    }
    const auto count = std::to_string(dataset_.measures().size());
    region_width_ = std::max(narrowest_column, lines_width({count}, bold, language_) + 2);
    for (const auto& column : table_.regions) {
        region_width_ = std::max(region_width_, room_for(column, plain));
    }
    if (table_.view != ScopeView::tags) return;
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        region_width_ = std::max(region_width_,
                                 cell_width(scope_tag(dataset_, m, languages_), plain, language_));
    }
    region_width_ = std::min(region_width_, narrowest_title);
}

void MatrixLayout::shorten() {
    short_ = true;
    const auto cut = [&](MatrixColumn& column, bool bold) {
        const TextMeasure measure{body_size, bold, language_};
        if (column.label.size() > 1) {
            const auto width = text_width(column.label.front(), measure);
            column.label = {shortened(column.label.front() + "…", width, measure)};
        }
        if (column.stack.size() > short_stack) {
            column.stack.resize(short_stack);
            column.stack.back() = "…";
        }
    };
    for (auto& column : table_.departments) cut(column, true);
    for (auto& column : table_.regions) cut(column, false);
    measure_columns();
}

MatrixPart MatrixLayout::whole() const {
    MatrixPart part;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) part.lines.push_back({i, false});
    part.departments.resize(table_.departments.size());
    std::iota(part.departments.begin(), part.departments.end(), std::size_t{0});
    return part;
}

int MatrixLayout::fixed_width(std::size_t departments) const {
    auto width = number_width_;
    if (departments > 0) width += block_gap + static_cast<int>(departments) * department_width_;
    const auto regions = departments > 0 ? table_.regions.size() : 0;
    if (regions > 0) width += block_gap + static_cast<int>(regions) * region_width_;
    return width;
}

int MatrixLayout::widest_title_needed(const MatrixPart& part) const {
    const TextMeasure body{body_size, false, language_};
    double widest = narrowest_title;
    for (const auto& line : part.lines) {
        const auto& row = table_.rows[line.row];
        if (row.kind != ProgrammeRow::Kind::measure || widest >= widest_title) continue;
        for (const auto& text : wrap(titles_[row.measure.value], widest_title, body)) {
            widest = std::max(widest, text_width(text, body) + 2.0);
        }
    }
    return std::min(widest_title, static_cast<int>(std::ceil(widest)));
}

void MatrixLayout::set_lines(const MatrixPart& part, MatrixSizes& sizes) const {
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    const auto columns = static_cast<int>(part.departments.size());
    const auto left = number_width_ + sizes.title + block_gap + columns * sizes.department;
    const auto fold = [&](std::size_t most, const std::string& text, double width,
                          const TextMeasure& measure) {
        return short_ ? wrap_at_most(most, text, width, measure) : wrap(text, width, measure);
    };
    for (const auto& line : part.lines) {
        const auto& row = table_.rows[line.row];
        const auto add = [&](std::vector<std::string> text, int size, int more) {
            sizes.heights.push_back(lines_height(text.size(), size) + more);
            sizes.text.push_back(std::move(text));
        };
        switch (row.kind) {
            case ProgrammeRow::Kind::measure:
                add(fold(short_title, titles_[row.measure.value], sizes.title - 2, body), body_size,
                    0);
                break;
            case ProgrammeRow::Kind::withheld:
                add(wrap(phrase(languages_, withheld_count, {std::to_string(row.count)}),
                         left - 2 * padding, body),
                    body_size, withheld_gap + frame);
                break;
            case ProgrammeRow::Kind::notice:
            case ProgrammeRow::Kind::category:
                add(fold(1,
                         said_in_line(languages_,
                                      [&](Language language) {
                                          return heading_text(row, line.continued, language);
                                      }),
                         left - padding, heading),
                    name_size, heading_gap - 2);
                break;
        }
    }
}

MatrixSizes MatrixLayout::sizes(const MatrixPart& part, int title, int department,
                                int region) const {
    MatrixSizes sizes;
    sizes.title = title;
    sizes.department = department;
    sizes.region = region;
    set_lines(part, sizes);
    set_header(part, sizes);
    const auto columns = static_cast<int>(part.departments.size());
    sizes.natural.width = number_width_ + title;
    if (columns > 0) {
        sizes.natural.width +=
            2 * block_gap + columns * department + static_cast<int>(table_.regions.size()) * region;
    }
    const auto totals = sizes.totals == 0 ? 0 : totals_gap + (part.whole ? 1 : 2) * sizes.totals;
    sizes.natural.height =
        std::accumulate(sizes.heights.begin(), sizes.heights.end(), sizes.header + totals);
    return sizes;
}

ContentSize MatrixLayout::natural_size() const {
    const auto part = whole();
    const auto title = std::min(widest_alone, widest_title_needed(part));
    const auto department = std::max(department_width_, table_.departments.size() < 40 ? 22 : 0);
    return sizes(part, title, department, std::max(region_width_, 18)).natural;
}

double MatrixLayout::fit(const MatrixPart& part, const Rectangle& paper, double largest) const {
    if (static_cast<double>(part.lines.size()) > quick_rows * paper.height) return 0.0;
    double best = 0.0;
    for (auto title = widest_title_needed(part); title >= narrowest_title; title -= title_step) {
        const auto size = sizes(part, title, department_width_, region_width_).natural;
        best = std::max(best,
                        std::min({largest, paper.width / size.width, paper.height / size.height}));
        if (paper.width / size.width > paper.height / size.height) break;  // narrower is higher
    }
    return best;
}

bool MatrixLayout::holds_all_columns(double width) const {
    return columns_width() + planned_title <= width;
}

/// The sizes with which a part fills a room: titles as wide as saves lines, then wider columns.
MatrixSizes MatrixLayout::filling(const MatrixPart& part, const ContentSize& room) const {
    const auto columns = static_cast<int>(part.departments.size());
    const auto regions = columns > 0 ? static_cast<int>(table_.regions.size()) : 0;
    const auto free = static_cast<int>(room.width) - fixed_width(part.departments.size());
    auto title = std::max(narrowest_title, std::min(free, widest_title_needed(part)));
    auto department = department_width_;
    auto region = region_width_;
    const auto height = sizes(part, title, department, region).natural.height;
    while (title - title_step >= narrowest_title &&
           sizes(part, title - title_step, department, region).natural.height <= height) {
        title -= title_step;
    }
    auto spare = free - title;
    int label = 0;
    for (const auto d : part.departments) {
        label =
            std::max(label, lines_width(table_.departments[d].label, {body_size, true}, language_) +
                                2 * label_gap);
    }
    if (label > department && label <= widest_label && spare >= columns * (label - department)) {
        spare -= columns * (label - department);
        department = label;
    }
    for (bool grows = columns > 0; grows;) {
        grows = false;
        if (department < widest_department && spare >= columns) {
            ++department;
            spare -= columns;
            grows = true;
        }
        if (region < widest_region && spare >= regions) {
            ++region;
            spare -= regions;
            grows = true;
        }
    }
    return sizes(part, title + std::max(0, spare), department, region);
}

}  // namespace remit::drawing
