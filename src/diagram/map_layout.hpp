/// \file
/// Where everything on a responsibility map stands.
#pragma once

#include "map_rows.hpp"

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

struct MapDepartment {
    DepartmentIndex department;
    std::vector<std::string> lines = {};  // the name, wrapped
    std::size_t leading = 0;              // thick lines
    std::size_t joining = 0;              // thin lines
    int height = 0;
    double y = 0.0;
};

struct MapScope {
    std::vector<ScopeTerm> terms;  // one, or all regions together
    bool nation = false;
    std::vector<std::string> title = {};
    std::vector<std::string> members = {};
    std::vector<std::size_t> rows = {};  // of its measures, ascending
    int height = 0;
    double y = 0.0;
};

/// Whether each region that is named has a box, or all have one together: for many of them.
enum class RegionBoxes : std::uint8_t { apart, together };

/// A responsibility map without its page: first measured, then placed, then drawn.
class MapLayout {
 public:
    MapLayout(const Dataset& dataset, const Languages& languages, std::vector<MapRow> rows,
              RegionBoxes regions);

    [[nodiscard]] const std::vector<MapScope>& scopes() const { return scopes_; }

    /// Whether the content can be that large on the paper.
    [[nodiscard]] bool fits(const Rectangle& paper, double scale);

    /// Its scale, once it is fitted to a page.
    [[nodiscard]] double scale() const { return scale_; }

    /// Chooses the widths of the names and titles so that the content can be as large as possible.
    /// \return the scale, in points of paper for one layout unit
    double fit(const Rectangle& paper);

    /// Of the content at the widths chosen last.
    [[nodiscard]] ContentSize content_size() const { return size_; }

    /// Places everything on that part of the page and adds it to the diagram.
    void draw(const Rectangle& paper, Diagram& diagram);

 private:
    struct Size {
        double width = 0.0;
        double height = 0.0;
        std::size_t lines = 0;
    };

    /// A line between a row and a department.
    struct Link {
        std::size_t row = 0;
        DepartmentIndex department;
        bool leading = false;
    };

    void collect_departments();
    void collect_scopes(RegionBoxes regions);
    void describe_scopes();
    void set_columns();
    [[nodiscard]] std::string scope_title(const MapScope& scope) const;
    [[nodiscard]] std::vector<std::string> members(const MapScope& scope) const;
    Size set_name_width(double width);
    Size set_title_width(double width);
    [[nodiscard]] Size joined(const Size& names, const Size& titles) const;

    void place(const Rectangle& area);
    void place_rows(const Rectangle& area);
    void place_departments(const Rectangle& area);
    void place_scopes(const Rectangle& area);

    void draw_links(Diagram& diagram) const;
    [[nodiscard]] Curve link_curve(const MapRow& row, const Link& link) const;
    [[nodiscard]] std::string box_id(const MapScope& scope) const;
    [[nodiscard]] std::string tooltip(const MapScope& scope, Language language) const;
    void draw_extensions(Diagram& diagram) const;
    void draw_row(const MapRow& row, Diagram& diagram) const;
    void draw_department(const MapDepartment& department, Diagram& diagram) const;
    void draw_scope(const MapScope& scope, Diagram& diagram) const;

    const Dataset& dataset_;
    Languages languages_;
    Language language_;  // whose fonts it takes
    std::vector<MapRow> rows_;
    std::vector<MapDepartment> departments_;  // in table order, once placed from top to bottom
    std::vector<MapScope> scopes_;
    std::vector<Link> links_;  // by row, then in the order of print

    ContentSize size_;
    double scale_ = 0.0;
    int text_width_ = 0;  // of the widest title line
    int number_width_ = 0;
    int tag_width_ = 0;
    int name_width_ = 0;
    int scope_width_ = 0;

    double departments_right_ = 0.0;
    double measures_left_ = 0.0;
    double measures_right_ = 0.0;
    double scopes_left_ = 0.0;
};

}  // namespace remit::drawing
