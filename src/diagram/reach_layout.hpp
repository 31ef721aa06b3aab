/// \file
/// Where everything on the pictures of regions stands.
#pragma once

#include "reach_facts.hpp"

#include <remit/diagram/diagram.hpp>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// How much room a panel of several places takes: a large name each with a remark, a line each, or
/// all of them as running text.
enum class PanelForm : std::uint8_t { names, lines, list };

/// The card of one place, or the panels of several, all of one width.
[[nodiscard]] std::vector<Box> reach_panels(const Dataset& dataset, const Languages& languages,
                                            const ReachFacts& facts, PanelForm form);

/// A department of a measure.
struct ReachChip {
    Box box;
    bool leading = false;
};

/// The boxes of all pages, before they are placed.
struct ReachParts {
    std::array<std::vector<Box>, 3> panels;     // by `PanelForm`
    std::vector<std::vector<ReachChip>> chips;  // by measure, those that lead first
    std::vector<Box> contacts;
    int chip_height = 0;
};

[[nodiscard]] ReachParts reach_parts(const Dataset& dataset, const Languages& languages,
                                     const ReachFacts& facts);

/// Some of the measures of regions: a page.
class ReachLayout {
 public:
    ReachLayout(const Dataset& dataset, const Languages& languages, const ReachFacts& facts,
                const ReachParts& parts, std::span<const MeasureIndex> measures);

    double fit(const Rectangle& paper);
    [[nodiscard]] ContentSize content_size() const { return fit_.size; }
    void draw(const Rectangle& paper, Diagram& diagram);

 private:
    struct ChipRow {
        std::size_t row = 0;
        std::vector<ReachChip> chips;
    };
    struct Section {
        std::size_t block = 0;
        std::size_t first = 0;  // rows
        std::size_t last = 0;
    };

    void collect_rows(std::span<const MeasureIndex> measures);
    void collect_remarks();
    void add_chips(std::size_t row, MeasureIndex measure);
    void collect_panels(double highest);
    void collect_contacts(std::size_t most);
    /// Where the chips of a row's further lines begin.
    [[nodiscard]] double indent(int width) const;
    [[nodiscard]] int lines_of(const ChipRow& row, int width) const;
    void set_chips_width(int width);
    [[nodiscard]] double panels_height() const;
    [[nodiscard]] double contacts_height() const;
    [[nodiscard]] double longest_chips() const;
    /// In columns, with their heading.
    [[nodiscard]] double contacts_below_height() const;
    void fit_chips(const Rectangle& paper, bool below);
    void widen_chips(int more);
    void grow_panels(double room);
    void draw_bars(double left, double bar_left, Diagram& diagram) const;
    /// From a panel to a bar, but for the place where it ends.
    [[nodiscard]] Curve reach_curve(std::size_t p, const Section& section) const;
    void draw_chips(double left, Diagram& diagram);
    void draw_contacts(const Rectangle& area, Diagram& diagram);
    void draw_contacts_below(const Rectangle& area, Diagram& diagram);

    const Dataset& dataset_;
    Languages languages_;
    Language language_;
    const ReachFacts& facts_;
    const ReachParts& parts_;
    FlowRows rows_;
    std::vector<Section> sections_;
    std::vector<ChipRow> chip_rows_;
    std::vector<Box> panels_;  // with a remark behind them if not all are drawn
    std::size_t drawn_panels_ = 0;
    std::vector<Box> contacts_;
    int panels_width_ = 0;
    int contacts_width_ = 0;
    std::size_t contact_columns_ = 0;  // below all else; 0: one column beside it
    int chips_width_ = 0;
    int leading_width_ = 0;  // of the column of chips that lead
    int widest_chip_ = 0;
    FlowFit fit_;
};

}  // namespace remit::drawing
