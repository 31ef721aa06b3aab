/// \file
/// What does a plan do to the figures of a programme? Tiles with before and after.
#pragma once

#include "chart_parts.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

/// The tiles without their page.
class KeyFigures {
 public:
    KeyFigures(const Comparison& comparison, const Languages& languages);

    /// What rows of so many tiles need.
    [[nodiscard]] ContentSize size_of(std::size_t columns) const;
    [[nodiscard]] std::size_t count() const { return tiles_.size(); }

    void draw(std::size_t columns, const Rectangle& area, Diagram& diagram) const;

 private:
    struct Tile {
        std::string id;
        TextBlock label = {};
        std::string value = {};  // "13 → 12"
        bool changed = false;
    };

    std::vector<Tile> tiles_;
    int width_ = 0;
    int label_height_ = 0;
};

}  // namespace remit::drawing
