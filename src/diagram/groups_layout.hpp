/// \file
/// Where everything on a picture of groups stands.
#pragma once

#include "group_order.hpp"

#include <remit/analysis/concepts.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// A department alone or a group, with what its box shows.
struct GroupCard {
    std::vector<DepartmentIndex> departments = {};
    std::vector<MeasureIndex> measures = {};  // of a department: all that name it
    std::vector<std::string> lines = {};      // names, wrapped
    std::size_t chip_rows = 0;
    int height = 0;
};

class GroupsLayout {
 public:
    /// \pre there is a group, and each has at least 2 departments
    GroupsLayout(const Dataset& dataset, const Languages& languages,
                 std::span<const Concept> groups);

    /// Chooses the width of the cards so that the content can be as large as possible.
    /// \return the scale, in points of paper for one layout unit; at most `largest`
    double fit(const Rectangle& paper, double largest);

    /// Of the content at the width chosen last, with some air.
    [[nodiscard]] ContentSize comfortable_size() const;

    /// Places everything on that part of the page and adds it to the diagram.
    void draw(const Rectangle& paper, Diagram& diagram);

 private:
    void add_cards(std::span<const Concept> groups);
    void measure_departments();
    void add_links();
    void set_card_width(int width);
    [[nodiscard]] std::vector<std::string> member_lines(const GroupCard& card, double width) const;
    [[nodiscard]] double heading_height() const;
    void place(const Rectangle& area);
    void place_column_of(std::size_t column, bool by_behind, double top, double bottom);
    [[nodiscard]] double height_of(std::size_t item) const;
    void draw_headings(const Rectangle& area, Diagram& diagram) const;
    void draw_links(Diagram& diagram) const;
    void draw_department(std::size_t item, Diagram& diagram) const;
    void draw_group(std::size_t item, Diagram& diagram) const;
    [[nodiscard]] std::string card_id(std::size_t card) const;
    [[nodiscard]] BoxCell chip(const GroupCard& card, std::size_t i, std::size_t room) const;
    [[nodiscard]] double left_of(std::size_t item) const;
    [[nodiscard]] int width_of(std::size_t item) const;

    const Dataset& dataset_;
    Languages languages_;
    Language language_;  // whose fonts it takes
    std::vector<palette::Pair> colors_;
    std::vector<GroupCard> cards_;          // departments first
    std::size_t departments_ = 0;           // so many of them
    LayeredGraph graph_;                    // its items are the cards, and what long lines pass
    std::vector<double> y_;                 // of the items' centers
    std::vector<double> columns_;           // left edges
    std::vector<std::size_t> group_sizes_;  // departments of a group, by column but the first

    ContentSize size_;
    int department_width_ = 0;
    int count_width_ = 0;
    int chip_width_ = 0;
    int card_width_ = 0;
    std::size_t chips_a_row_ = 1;
};

}  // namespace remit::drawing
