/// \file
/// Which departments and pairs a network shows, and where everything of it stands.
#pragma once

#include "circle_layout.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace remit::drawing {

/// Departments of one community; drawn in its colors and with its letter.
struct NetworkGroup {
    std::string letter;
    palette::Pair colors{};
    bool hollow = false;  ///< Filled white, as there are more groups than colors.
    std::vector<DepartmentIndex> members;
};

/// What is known of a department beside its name.
struct NetworkDepartment {
    std::size_t measures = 0;
    std::size_t leading = 0;
    std::size_t joining = 0;
    std::size_t group = 0;  ///< A position in `NetworkContent::groups`; behind all for none.
};

/// All that a network could show of a programme.
struct NetworkContent {
    NetworkContent(const Dataset& dataset_, const Languages& languages_);

    const Dataset& dataset;
    Languages languages;
    std::vector<NetworkDepartment> departments;  ///< In table order.
    std::vector<Coresponsibility> pairs;         ///< Most shared measures first.
    std::vector<NetworkGroup> groups;            ///< Of two or more, by their first department.
    std::vector<DepartmentIndex> isolated;       ///< Those that share no measure.
    std::size_t most_leading = 0;                ///< Of all departments.
};

/// What it does show.
struct NetworkChoice {
    std::size_t least = 1;               ///< Shared measures of a pair that is drawn.
    std::size_t pairs = 0;               ///< The first so many are drawn.
    std::vector<DepartmentIndex> drawn;  ///< Departments of those pairs, ascending.
    std::size_t left_out = 0;            ///< Departments that share measures, but fewer.
};

[[nodiscard]] NetworkChoice choose(const NetworkContent& content, std::size_t least);

/// The numbers of shared measures from which on a picture of the network may be legible, ascending.
[[nodiscard]] std::vector<std::size_t> legible_limits(const NetworkContent& content, bool large);

/// Lines beside a circle.
struct NetworkLabel {
    std::vector<TextLine> lines;
    double width = 0.0;
    double height = 0.0;
};

/// A department as a circle, its name in it or beside it.
struct NetworkNode {
    DepartmentIndex department;
    double radius = 0.0;  ///< Without the frame.
    double frame_width = 1.0;
    std::vector<TextLine> inside = {};
    /// The name, and what else does not fit into the circle: in few long lines, or in more.
    std::vector<NetworkLabel> beside = {};
    Point at = {};
    std::size_t chosen = 0;  ///< Of the labels beside.
    Rectangle label = {};    ///< Where that one stands.

    [[nodiscard]] double reach() const { return radius + frame_width; }
};

struct NetworkTie {
    std::size_t pair = 0;  ///< A position in `NetworkContent::pairs`.
    std::size_t a = 0;     ///< Positions of nodes.
    std::size_t b = 0;
    double width = 1.0;
    double bend = 0.0;
    bool numbered = false;
    double number_radius = 0.0;
    Point number = {};
};

/// A network of departments without its page.
struct NetworkLayout {
    std::vector<NetworkNode> nodes;
    std::vector<NetworkTie> ties;
    std::vector<NetworkNode> strip;  ///< Isolated departments.
    std::size_t strip_left_out = 0;  ///< Isolated ones that there is no room for.
    Rectangle strip_heading = {};
    std::vector<std::string> strip_title;
    std::size_t overlaps = 0;   ///< Numbers and names without a place of their own.
    std::size_t blemishes = 0;  ///< Lines under a number or name, or through a circle.
    double cost = 0.0;          ///< How far it is from perfect otherwise.
};

/// Places the network in the area, in layout units.
[[nodiscard]] NetworkLayout place_network(const NetworkContent& content,
                                          const NetworkChoice& choice, const Rectangle& area);

/// Sets the text in and beside a circle, by its radius.
void label_node(const NetworkContent& content, NetworkNode& node);

/// Where lines beside a circle may stand, the best first: below, where a reader looks for a
/// caption.
[[nodiscard]] std::vector<Rectangle> label_places(const NetworkNode& node,
                                                  const NetworkLabel& label);

/// Chooses bends of the lines and places of numbers and names; counts what has no good place.
void route(NetworkLayout& layout, const Rectangle& area);

[[nodiscard]] Curve curve_of(const NetworkLayout& layout, const NetworkTie& tie);

/// "3+6": how often first-named and how often also named.
[[nodiscard]] std::string named_as(const NetworkDepartment& department);

void draw_network(const NetworkContent& content, const NetworkLayout& layout, Diagram& diagram);

}  // namespace remit::drawing
