/// \file
/// Who goes into whom? Departments before and after a plan, joined by ribbons.
#pragma once

#include "chart_parts.hpp"
#include "reorganization_flows.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>
#include <remit/model/reorganization.hpp>

#include <array>
#include <map>
#include <string>
#include <vector>

namespace remit::drawing {

/// Lengths that measuring and drawing share, in layout units.
inline constexpr double plan_row_gap = 2.0;
inline constexpr double plan_heading_gap = 5.0;
inline constexpr double plan_remark_height = 16.0;
inline constexpr double plan_least_bar = 40.0;  // of the most loaded department
inline constexpr double plan_bar_gap = 2.0;     // between a name and its bar

/// The columns without their page.
class ReorganizationChart {
 public:
    /// \pre `after` is what `reorganize` makes of `before` with its plans
    ReorganizationChart(const Dataset& before, const Reorganized& after,
                        const Languages& languages);

    [[nodiscard]] bool empty() const { return blocks_.empty(); }
    /// Whether some department changes, and whether some does not.
    [[nodiscard]] bool has_changed() const;
    [[nodiscard]] bool has_unchanged() const;

    /// Leaves out departments, first unchanged ones, then those of the smallest changes, until the
    /// chart is no higher.
    /// \throws PictureRefusal if one change is still too high
    void limit(double height);

    [[nodiscard]] ContentSize size() const;
    void draw(const Rectangle& area, Diagram& diagram) const;

 private:
    struct Row {
        BodyIndex body;
        std::string id = {};
        std::string title = {};  // the full name
        NameBlock name = {};
        TextBlock tag = {};  // that it is new, ends or has another name; empty for others
        std::size_t measures = 0;
        int height = 0;
        double y = 0.0;  // of its center
    };
    /// Departments that flow into each other, before and after.
    struct Block {
        bool changed = false;
        std::size_t color = 0;
        std::array<std::vector<Row>, 2> sides = {};

        [[nodiscard]] double height() const;  // of its rows, with their gaps
        [[nodiscard]] std::size_t measures() const;
        /// For a change two gaps, which keep it apart.
        [[nodiscard]] double room() const;
    };
    struct Place;
    struct End;

    void collect(const Dataset& before, const Reorganized& after);
    [[nodiscard]] Row row_of(const Dataset& dataset, const DepartmentLoad& load,
                             bool changed) const;
    void tag_rows(const Reorganized& after);
    [[nodiscard]] TextBlock tag(const Phrase& word, const Block& block) const;
    void measure();
    [[nodiscard]] double side_width() const;
    [[nodiscard]] std::string left_out() const;
    [[nodiscard]] const char* color_of(const Block& block) const;

    void place_rows(std::vector<Block>& blocks, const Rectangle& area) const;
    void draw_headings(const Place& place, Diagram& diagram) const;
    void draw_row(const Row& row, std::size_t side, const Block& block, const Place& place,
                  Diagram& diagram) const;
    [[nodiscard]] Curve ribbon(const Flow& flow, double width, End& from, End& to,
                               const Place& place) const;
    void draw_ribbons(const std::vector<Block>& blocks, const Place& place, Diagram& diagram) const;

    Languages languages_;
    Language language_;  // whose fonts it takes
    std::vector<Flow> flows_;
    std::vector<Block> blocks_;  // changed ones first, then by their measures
    std::size_t all_blocks_ = 0;
    std::size_t left_out_changed_ = 0;  // departments before
    std::size_t left_out_unchanged_ = 0;
    std::size_t most_ = 0;          // measures of a department
    std::size_t most_flowing_ = 1;  // to or from one
    NameColumn names_;
    int count_width_ = 0;
    int tag_width_ = 0;
    std::array<TextBlock, 2> headings_;
};

}  // namespace remit::drawing
