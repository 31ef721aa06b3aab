#include "matrix_layout.hpp"
#include "matrix_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase total_label{"matrix-header.total-label"};
constexpr Phrase page_label{"matrix-header.page-label"};
constexpr Phrase above_label{"matrix-header.above-label"};
constexpr Phrase all_label{"matrix-header.all-label"};
constexpr Phrase of_departments{"matrix-header.of-departments"};
constexpr Phrase page_of_departments{"matrix-header.page-of-departments"};
constexpr Phrase above_of_departments{"matrix-header.above-of-departments"};
constexpr Phrase all_of_departments{"matrix-header.all-of-departments"};

}  // namespace

std::size_t MatrixLayout::department_level(const MatrixSizes& sizes, std::size_t i) {
    return sizes.department_levels == 2 ? 1 - i % 2 : 0;
}

std::size_t MatrixLayout::region_level(const MatrixPart& part, const MatrixSizes& sizes,
                                       std::size_t i) {
    // Neighbors across the gap are at different levels as well.
    const auto before = sizes.department_levels == 2 ? part.departments.size() : 0;
    return sizes.region_levels == 2 ? 1 - (i + before) % 2 : 0;
}

void MatrixLayout::set_header(const MatrixPart& part, MatrixSizes& sizes) const {
    if (part.departments.empty()) return;
    const auto levels = [&](const MatrixColumn& column, bool bold, int width) {
        const auto label = lines_width(column.label, {body_size, bold}, language_);
        return column.label.empty() || label + 2 * label_gap <= width ? 1 : 2;
    };
    for (const auto d : part.departments) {
        sizes.department_levels = std::max(sizes.department_levels,
                                           levels(table_.departments[d], true, sizes.department));
    }
    for (const auto& column : table_.regions) {
        sizes.region_levels = std::max(sizes.region_levels, levels(column, false, sizes.region));
    }
    const auto consider = [&](const MatrixColumn& column, std::size_t level) {
        const auto height = [](std::size_t lines) {
            return lines == 0 ? 0 : lines_height(lines, body_size);
        };
        sizes.stack_height = std::max(sizes.stack_height, height(column.stack.size()));
        auto& label = sizes.label_heights[level];
        label = std::max(label, height(column.label.size()));
    };
    for (std::size_t i = 0; i < part.departments.size(); ++i) {
        consider(table_.departments[part.departments[i]], department_level(sizes, i));
    }
    for (std::size_t i = 0; i < table_.regions.size(); ++i) {
        consider(table_.regions[i], region_level(part, sizes, i));
    }
    // Upper labels stand above the heading of the measures, even where no lower one does.
    const auto line = lines_height(1, body_size) - sizes.stack_height;
    if (sizes.department_levels == 2)
        sizes.label_heights[0] = std::max(sizes.label_heights[0], line);
    sizes.header = sizes.stack_height + sizes.label_heights[0] + sizes.label_heights[1] + 1;
    set_totals(part, sizes);
}

void MatrixLayout::set_totals(const MatrixPart& part, MatrixSizes& sizes) const {
    const auto roles = role_words(dataset_);
    std::size_t lines = totals_in_two_lines_ ? 2 : 1;
    const auto add_total = [&](const Phrase& form) {
        const auto text = said(languages_, [&](Language language) {
            return form.fill(language, {std::string(roles.leading_count.in(language)),
                                        std::string(roles.joining_count.in(language)),
                                        std::string(roles.leading.in(language)),
                                        std::string(roles.joining.in(language))});
        });
        sizes.total_labels.push_back(wrap(text, number_width_ + sizes.title - 2,
                                          {static_cast<double>(body_size), true, language_}));
        lines = std::max(lines, sizes.total_labels.back().size());
    };
    if (!dataset_.has_scope()) {
        if (!part.whole) add_total(part.on_own_page ? page_of_departments : above_of_departments);
        add_total(part.whole ? of_departments : all_of_departments);
    } else {
        if (!part.whole) add_total(part.on_own_page ? page_label : above_label);
        add_total(part.whole ? total_label : all_label);
    }
    sizes.totals = lines_height(lines, body_size);
}

}  // namespace remit::drawing
