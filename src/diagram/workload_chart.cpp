#include "workload_chart.hpp"

#include "billionths.hpp"
#include "captions.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int least_row = 17;
constexpr double narrow_heading = 52.0;
constexpr double widest_heading = 64.0;

constexpr Phrase department_heading{"workload-chart.department-heading"};
constexpr Phrase count_heading{"workload-chart.count-heading"};
constexpr Phrase listed_heading{"workload-chart.listed-heading"};
constexpr Phrase known_heading{"workload-chart.known-heading"};
constexpr Phrase announced_heading{"workload-chart.announced-heading"};
constexpr Phrase bars_heading{"workload-chart.bars-heading"};
constexpr Phrase fractions_heading{"workload-chart.fractions-heading"};
constexpr Phrase sum_is_listed{"workload-chart.sum-is-listed"};
constexpr Phrase sum_alone{"workload-chart.sum-alone"};
constexpr Phrase told{"workload-chart.told"};

int column_width(const TextBlock& heading, int values) {
    return std::max(heading.width, values) + 2 * padding;
}

}  // namespace

std::string count_with_parts(const WorkloadRow& row) {
    return std::to_string(row.load.measures) + " (" + std::to_string(row.leading) + '+' +
           std::to_string(row.joining()) + ')';
}

WorkloadChart::WorkloadChart(const Dataset& dataset, const Languages& languages)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      workload_(remit::workload(responsibility_graph(dataset), dataset.withheld())) {
    collect_rows();
    measure_headings();
    measure_columns();
}

void WorkloadChart::collect_rows() {
    for (const auto& load : workload_.departments) rows_.push_back({load});
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const bool leading = dataset_.standing(m, i) != Standing::other;
            if (leading) ++rows_[responsibilities[i].department.value].leading;
        }
    }
    std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.load.measures, billionths(a.load.fractional)) >
               std::tuple(b.load.measures, billionths(b.load.fractional));
    });
    std::erase_if(rows_, [](const auto& row) { return row.load.measures == 0; });
    for (auto& row : rows_) {
        row.name = name_block(languages_, dataset_[row.load.department].short_name);
        row.height = std::max(least_row, row.name.height());
        names_.add(row.name);
    }
}

TextBlock WorkloadChart::heading(const Phrase& phrase, double width,
                                 const std::string& value) const {
    const auto text = said(languages_, [&](Language language) {
        return phrase.fill(language, {value, std::to_string(workload_.listed)});
    });
    return text_block(languages_, text, width, {body_size, true, palette::secondary});
}

void WorkloadChart::measure_headings() {
    const auto listed = std::to_string(workload_.listed);
    const auto all = std::to_string(workload_.listed + workload_.withheld);
    names_heading_ = heading(department_heading, least_bars);
    bars_heading_ = heading(bars_heading, least_bars);
    count_.heading = heading(count_heading, widest_heading);
    listed_.heading = heading(listed_heading, narrow_heading, listed);
    if (is_bounded()) {
        announced_.heading =
            heading(dataset_.announced() ? announced_heading : known_heading, widest_heading, all);
    }
    fractions_heading_ = heading(fractions_heading, least_fractions);
    for (const auto* block : {&names_heading_, &bars_heading_, &count_.heading, &listed_.heading,
                              &announced_.heading, &fractions_heading_}) {
        heading_height_ = std::max(heading_height_, block->height);
    }
    double sum = 0.0;
    for (const auto& row : rows_) sum += row.load.fractional;
    const bool equal = std::abs(sum - static_cast<double>(workload_.listed)) < 1e-6;
    checked_sum_ = heading(equal ? sum_is_listed : sum_alone, least_fractions, fixed(sum, 2));
    for (auto& line : checked_sum_.lines) line.style.color = palette::ink;
}

void WorkloadChart::measure_columns() {
    const TextStyle bold{name_size, true};
    const TextStyle plain{body_size, false};
    const auto widest = [&](const TextStyle& style, auto text) {
        std::vector<std::string> texts;
        for (const auto& row : rows_) texts.push_back(text(row));
        return lines_width(texts, style, language_);
    };
    const auto count = [](const auto& row) { return std::to_string(row.load.measures); };
    const auto share = [](const auto& row) { return whole_percent(row.load.share.of_listed); };
    const auto bounds = [&](const auto& row) { return bounds_text(row); };
    const auto fraction = [](const auto& row) { return fixed(row.load.fractional, 2); };
    name_width_ = std::max(names_.width(), names_heading_.width + padding);
    count_.width = column_width(count_.heading, widest(bold, count));
    parts_width_ = column_width(count_.heading, widest(bold, count_with_parts));
    listed_.width = column_width(listed_.heading, widest(plain, share));
    if (is_bounded()) {
        announced_.width = column_width(announced_.heading, widest(plain, bounds));
    }
    value_width_ = widest(plain, fraction);
}

double WorkloadChart::most() const {
    std::size_t greatest = 0;
    for (const auto& row : rows_) greatest = std::max(greatest, at_most(row));
    return static_cast<double>(greatest);
}

double WorkloadChart::fractional() const {
    double greatest = 0.0;
    for (const auto& row : rows_) greatest = std::max(greatest, row.load.fractional);
    return greatest;
}

std::string WorkloadChart::bounds_text(const WorkloadRow& row) const {
    return whole_percent(row.load.share.low) + "–" + whole_percent(row.load.share.high);
}

std::string WorkloadChart::tooltip(const WorkloadRow& row) const {
    const auto roles = role_words(dataset_);
    return told.fill(language_,
                     {std::string(dataset_[row.load.department].name.in(language_)),
                      std::to_string(row.load.measures), std::string(roles.leading.in(language_)),
                      std::to_string(row.leading), std::string(roles.joining.in(language_)),
                      std::to_string(row.joining()), fixed(row.load.fractional, 2),
                      std::to_string(workload_.listed), whole_percent(row.load.share.of_listed)});
}

}  // namespace remit::drawing
