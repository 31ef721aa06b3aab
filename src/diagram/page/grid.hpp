/// \file
/// How do rows and columns of blocks stand on pages?
#pragma once

#include "block.hpp"
#include "cells.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace remit::drawing {

struct GridColumn {
    double gap = 8.0;    ///< Before it.
    double share = 0.0;  ///< Of the width that is left over.
    BlockPtr head = {};  ///< Above the rows, at the bottom of the line of heads.
    /// Whether it stands on one of several pages where not all columns have room; the others stand
    /// on each.
    bool divides = false;
    /// Draws what lies behind the cells, such as the lines of an axis: for all rows without a
    /// heading between them.
    std::function<void(const Rectangle& rows, Diagram& page)> behind = {};
};

struct GridRow {
    std::vector<BlockPtr>
        cells;            ///< By column; null is blank. A heading has one, over all columns.
    BlockPtr again = {};  ///< Of a heading: what it says on the next page.
    HexColor fill = {};
    bool ruled = false;  ///< A line below it.
    /// Columns whose middles a line joins, behind the cells; the first of them and the last.
    std::optional<std::pair<std::size_t, std::size_t>> joined = {};
    HexColor joined_color = palette::rule;
    double least_height = 0.0;
    bool heading = false;
    /// Of a heading: that it stands in the first column, beside its rows instead of above them.
    bool beside = false;
    /// The first and the last column that the fill covers; all of them if none.
    std::optional<std::pair<std::size_t, std::size_t>> covers = {};
    bool dashed = false;   ///< A dashed frame around those.
    bool stays = false;    ///< With the row before it: a sum, a remark.
    std::size_t item = 0;  ///< What it is of, for `Grid::over`.
};

/// The rows of a grid. Its parts share them, as a page's are few of many.
class GridRows {
 public:
    [[nodiscard]] std::size_t size() const { return (again_ ? 1U : 0U) + end_ - begin_; }
    [[nodiscard]] const GridRow& operator[](std::size_t index) const {
        if (!again_) return (*all_)[begin_ + index];
        return index == 0 ? *again_ : (*all_)[begin_ + index - 1];
    }

    /// \pre no part was taken yet
    GridRow& add(GridRow row) {
        all_->push_back(std::move(row));
        end_ = all_->size();
        return all_->back();
    }
    [[nodiscard]] GridRow& back() { return all_->back(); }
    void pop_back() {
        all_->pop_back();
        end_ = all_->size();
    }

    /// The first ones.
    /// \pre index > 0
    [[nodiscard]] GridRows before(std::size_t index) const;
    /// The others, below the heading that they stand under.
    [[nodiscard]] GridRows from(std::size_t index) const;

 private:
    std::shared_ptr<std::vector<GridRow>> all_ = std::make_shared<std::vector<GridRow>>();
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::shared_ptr<const GridRow> again_ = {};  // a heading before those
};

/// What several neighboring heads have in common.
struct GridBand {
    std::size_t first = 0;  ///< Columns.
    std::size_t last = 0;
    BlockPtr head;
    /// Whether it stands in the line of heads, which these columns have none of: a legend, a key.
    bool instead = false;
};

/// A table. Its rows go on on the next pages, below the same heads; a heading is said again.
class Grid : public BlockOf<Grid> {
 public:
    std::string id = "grid";  ///< Begins the ids of stripes and lines.
    std::vector<GridColumn> columns;
    GridRows rows;
    std::vector<GridBand> bands = {};
    double padding = 3.0;   ///< Above and below the cells of a row.
    double head_gap = 4.0;  ///< Below the heads.
    double row_gap = 0.0;
    double heading_gap = 5.0;  ///< More above a heading that is not the first row.
    /// A page ends before a heading where that leaves no more than this share of it empty.
    double loose = 0.0;
    double growth = 0.7;  ///< Rows grow by so much of their height where there is room.
    /// Draws over the rows that stand on a page: the rows, and where each stands.
    using Over = std::function<void(const GridRows& rows, const std::vector<Rectangle>& places,
                                    Diagram& page)>;
    Over over = {};

    [[nodiscard]] Widths widths() const override;
    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double largest(double width) const override;
    void draw(const Rectangle& at, Diagram& page) const override;
    [[nodiscard]] Parts split(double width, double height) const override;
    [[nodiscard]] std::vector<BlockPtr> side_by_side(double width) const override;

    /// A row of cells.
    GridRow& add(std::vector<BlockPtr> cells);
    /// A heading over all columns.
    /// \param again  what it says on the next page; the same if null
    GridRow& add_heading(BlockPtr text, BlockPtr again = {});
    /// One beside its rows, in the first column.
    GridRow& add_side_heading(BlockPtr text, BlockPtr again = {});

    /// How many rows of cells.
    [[nodiscard]] std::size_t size() const;

 private:
    struct Layout {
        std::vector<double> widths;
        std::vector<double> lefts;  ///< From the grid's own left.
        double bands = 0.0;
        double heads = 0.0;
        std::vector<double> heights;
    };
    [[nodiscard]] std::vector<Widths> column_widths() const;
    [[nodiscard]] double gaps() const;
    [[nodiscard]] const Layout& layout(double width) const;
    [[nodiscard]] std::size_t section_end(std::size_t heading) const;
    void make_room_beside(Layout& layout) const;
    [[nodiscard]] Rectangle covered(const GridRow& row, const Rectangle& at,
                                    const Layout& layout) const;
    [[nodiscard]] double row_height(std::size_t row, const Layout& layout, double width) const;
    /// Whether it is a heading with rows that it can stand beside.
    [[nodiscard]] bool stands_beside(std::size_t row) const;
    [[nodiscard]] BlockPtr with_columns(const std::vector<std::size_t>& kept) const;
    [[nodiscard]] double gap_before(std::size_t row) const;
    [[nodiscard]] double top_height(const Layout& layout) const;
    void draw_behind(double left, const std::vector<Rectangle>& rows, const Layout& layout,
                     Diagram& page) const;
    void draw_heads(const Rectangle& at, const Layout& layout, Diagram& page) const;
    void draw_row(std::size_t row, const Rectangle& at, const Layout& layout, Diagram& page) const;
    void draw_side_heading(std::size_t row, const Rectangle& first, const Layout& layout,
                           Diagram& page) const;
    [[nodiscard]] Parts parts(std::size_t kept, const std::vector<double>& widths) const;

    std::vector<double> frozen_;
    mutable double layout_width_ = -1.0;
    mutable Layout layout_;
};

}  // namespace remit::drawing
