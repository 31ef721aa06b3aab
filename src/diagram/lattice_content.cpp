#include "lattice_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_numbers = 60.0;
constexpr std::size_t most_name_lines = 3;
constexpr int count_width = 24;
constexpr int least_row_gap = 20;
constexpr double filling = 0.8;  // of the width, by the boxes of a row that is spread over several
constexpr std::size_t most_parts = 3;
constexpr std::size_t most_number_lines = 3;

constexpr Phrase departments_in{"lattice-content.departments-in"};
constexpr Phrase one_department{"lattice-content.one-department"};
constexpr Phrase no_department{"lattice-content.no-department"};

class Measurer {
 public:
    Measurer(const Dataset& dataset, const Languages& languages, double name_width)
        : dataset_(dataset),
          languages_(languages),
          language_(languages.first),
          name_width_(name_width) {}

    void measure(LatticeNode& node) const {
        const TextStyle bold{body_size, true, palette::ink};
        const TextStyle plain{body_size, false, palette::ink};
        for (const auto d : node.departments) {
            const auto name = drawing::name(languages_, dataset_[d].short_name);
            for (const auto& line :
                 wrap_at_most(most_name_lines, name, name_width_,
                              {static_cast<double>(body_size), true, language_})) {
                node.names.push_back(line);
            }
        }
        std::string numbers;
        for (const auto m : node.measures) {
            numbers += (numbers.empty() ? "" : ", ") + measure_number(dataset_, m);
        }
        if (!numbers.empty()) {
            node.numbers = wrap_at_most(most_number_lines, numbers, widest_numbers,
                                        {static_cast<double>(body_size), false, language_});
        }
        const auto names = node.names.empty() ? 0 : lines_width(node.names, bold, language_) + 6;
        const auto own = node.numbers.empty() ? 0 : lines_width(node.numbers, plain, language_) + 6;
        node.width = std::max(names, count_width + own) + frame;
        node.height = (node.names.empty() ? 0 : lines_height(node.names.size(), body_size)) +
                      lines_height(std::max<std::size_t>(1, node.numbers.size()), body_size) +
                      frame;
    }

 private:
    const Dataset& dataset_;
    const Languages& languages_;
    Language language_;
    double name_width_;
};

/// Where each department and measure stands: at its highest and lowest concept.
void label(const Dataset& dataset, const ConceptLattice& lattice, LatticeLayout& layout) {
    constexpr auto nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> of_department(dataset.departments().size(), nowhere);
    std::vector<std::size_t> of_measure(dataset.measures().size(), nowhere);
    const auto size = [&](std::size_t node) {
        return lattice.concepts[layout.nodes[node].position].departments.size();
    };
    for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
        const auto& found = lattice.concepts[layout.nodes[n].position];
        for (const auto d : found.departments) {
            auto& at = of_department[d.value];
            if (at == nowhere || size(n) < size(at)) at = n;
        }
        for (const auto m : found.measures) {
            auto& at = of_measure[m.value];
            if (at == nowhere || size(n) > size(at)) at = n;
        }
    }
    for (DepartmentIndex d; d.value < of_department.size(); ++d.value) {
        const auto at = of_department[d.value];
        if (at != nowhere) layout.nodes[at].departments.push_back(d);
    }
    // The number of a measure whose own concept is not drawn would be wrong anywhere else.
    for (MeasureIndex m; m.value < of_measure.size(); ++m.value) {
        const auto at = of_measure[m.value];
        if (at != nowhere && size(at) == dataset.responsibilities(m).size()) {
            layout.nodes[at].measures.push_back(m);
        }
    }
}

void set_rows(const ConceptLattice& lattice, LatticeLayout& layout) {
    std::map<std::size_t, std::size_t> row_of;  // by the number of departments
    for (const auto& node : layout.nodes) {
        row_of[lattice.concepts[node.position].departments.size()] = 0;
    }
    for (auto& [departments, row] : row_of) {
        row = layout.row_departments.size();
        layout.row_departments.push_back(departments);
    }
    for (auto& node : layout.nodes) {
        node.row = row_of[lattice.concepts[node.position].departments.size()];
    }
}

/// The concepts with at least so many measures. Of an iceberg's, where that is more than one, only
/// those of departments that have a line to another one: the others would only fill the page.
LatticeLayout drawn_part(const ConceptLattice& lattice, std::size_t least) {
    const bool iceberg = least > 1;
    const auto large = [&](std::size_t c) {
        const auto& found = lattice.concepts[c];
        return found.measures.size() >= least && !(iceberg && found.departments.empty());
    };
    std::vector<bool> joined(lattice.concepts.size(), !iceberg);
    for (const auto& cover : lattice.covers) {
        if (large(cover.lower) && large(cover.upper))
            joined[cover.lower] = joined[cover.upper] = true;
    }
    LatticeLayout layout;
    std::vector<std::size_t> node_of(lattice.concepts.size());
    for (std::size_t c = 0; c < lattice.concepts.size(); ++c) {
        if (!large(c) || !joined[c]) continue;
        node_of[c] = layout.nodes.size();
        layout.nodes.push_back({c});
    }
    for (const auto& cover : lattice.covers) {
        if (!large(cover.lower) || !large(cover.upper)) continue;
        layout.lines.push_back({node_of[cover.lower], node_of[cover.upper]});
    }
    return layout;
}

void set_size(LatticeLayout& layout) {
    std::vector<double> widths(layout.row_departments.size());
    for (const auto& node : layout.nodes) widths[node.row] += node.width + column_gap;
    const auto heights = row_heights(layout);
    layout.size.width =
        layout.heading_width + *std::max_element(widths.begin(), widths.end()) + column_gap;
    layout.size.height = std::accumulate(heights.begin(), heights.end(), 0.0) +
                         least_row_gap * (static_cast<double>(heights.size()) - 1.0);
}

}  // namespace

std::vector<double> row_heights(const LatticeLayout& layout) {
    std::vector<double> heights(layout.row_departments.size());
    for (const auto& node : layout.nodes) {
        heights[node.row] = std::max(heights[node.row], static_cast<double>(node.height));
    }
    return heights;
}

std::string row_heading(const Languages& languages, std::size_t departments) {
    const auto& form = departments == 0   ? no_department
                       : departments == 1 ? one_department
                                          : departments_in;
    return said(languages, [&](Language language) {
        return form.fill(language, {std::to_string(departments)});
    });
}

LatticeLayout measure_lattice(const Dataset& dataset, const Languages& languages,
                              const ConceptLattice& lattice, std::size_t least, double name_width) {
    auto layout = drawn_part(lattice, least);
    if (layout.nodes.empty()) return layout;
    label(dataset, lattice, layout);
    set_rows(lattice, layout);
    const Measurer measurer(dataset, languages, name_width);
    for (auto& node : layout.nodes) measurer.measure(node);

    const TextStyle style{body_size, false, palette::secondary};
    for (const auto departments : layout.row_departments) {
        const auto lines = wrap(row_heading(languages, departments), 1e6,
                                {static_cast<double>(body_size), false, languages.first});
        layout.heading_width = std::max(layout.heading_width,
                                        lines_width(lines, style, languages.first) + 2.0 + padding);
    }
    set_size(layout);
    return layout;
}

void split_rows(LatticeLayout& layout, double width) {
    std::vector<double> widths(layout.row_departments.size());
    for (const auto& node : layout.nodes) widths[node.row] += node.width + column_gap;
    const auto room = width - layout.heading_width - column_gap;
    std::vector<std::size_t> first;  // of the rows that a row becomes
    std::vector<std::size_t> parts;
    std::vector<std::size_t> departments;
    for (std::size_t row = 0; row < widths.size(); ++row) {
        const auto needed = static_cast<std::size_t>(std::ceil(widths[row] / (filling * room)));
        first.push_back(departments.size());
        parts.push_back(widths[row] <= room ? 1 : std::clamp<std::size_t>(needed, 1, most_parts));
        departments.insert(departments.end(), parts.back(), layout.row_departments[row]);
    }
    std::vector<std::size_t> turn(widths.size());
    for (auto& node : layout.nodes) {
        const auto row = node.row;
        node.row = first[row] + turn[row]++ % parts[row];
    }
    layout.row_departments = std::move(departments);
    set_size(layout);
}

}  // namespace remit::drawing
