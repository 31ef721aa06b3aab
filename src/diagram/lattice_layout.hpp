/// \file
/// Where the concepts of a lattice stand.
#pragma once

#include <remit/analysis/concepts.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// A concept as a box, or a place where a line passes a row.
struct LatticeNode {
    std::size_t position = 0;                       ///< In `ConceptLattice::concepts`.
    std::vector<DepartmentIndex> departments = {};  ///< That stand here; as are the next.
    std::vector<MeasureIndex> measures = {};
    std::vector<std::string> names = {};    ///< Wrapped.
    std::vector<std::string> numbers = {};  ///< Wrapped.
    int width = 0;
    int height = 0;
    std::size_t row = 0;
    Point at = {};
};

struct LatticeLine {
    std::size_t upper = 0;  ///< Positions of nodes: with fewer departments,
    std::size_t lower = 0;  ///< and with more.
    double bend = 0.0;
};

/// Between the boxes of a row, at least; in layout units.
inline constexpr double column_gap = 9.0;

struct LatticeLayout {
    std::vector<LatticeNode> nodes;
    std::vector<LatticeLine> lines;
    std::vector<std::size_t> row_departments;  ///< How many the concepts of a row have; ascending.
    std::vector<double> row_y;
    double heading_width = 0.0;  ///< Of the rows' headings, left of them.
    ContentSize size;            ///< At least.
    std::size_t hits = 0;        ///< Lines behind boxes that they do not join.
};

/// The concepts with at least so many measures, measured but not placed.
/// \param name_width  at which names of departments are wrapped
[[nodiscard]] LatticeLayout measure_lattice(const Dataset& dataset, const Languages& languages,
                                            const ConceptLattice& lattice, std::size_t least,
                                            double name_width);

/// Spreads each row that is wider than that over two or three, in which the boxes take turns.
void split_rows(LatticeLayout& layout, double width);

/// Places them in the area. \pre it is at least as large as `size`
void place_lattice(LatticeLayout& layout, const Rectangle& area);

/// Of the tallest box of each row.
[[nodiscard]] std::vector<double> row_heights(const LatticeLayout& layout);

[[nodiscard]] Curve curve_of(const LatticeLayout& layout, const LatticeLine& line);

[[nodiscard]] std::string row_heading(const Languages& languages, std::size_t departments);

}  // namespace remit::drawing
