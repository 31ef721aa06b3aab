/// \file
/// The axes around the curves of what is left: measures, departments, and shares of the measures.
#pragma once

#include "../../page/block.hpp"
#include "facts.hpp"

namespace remit::drawing {

class Axes {
 public:
    /// \param facts  outlives it; of at least one department
    Axes(const Theme& theme, const RobustnessFacts& facts) : theme_(theme), facts_(facts) {}

    /// The room that they take of a height.
    [[nodiscard]] double above() const;
    [[nodiscard]] double below() const;
    /// The room that they leave: all departments wide, all measures high.
    [[nodiscard]] Rectangle plot(const Rectangle& at) const;
    /// What the upper one is called takes so much of the room above.
    [[nodiscard]] Rectangle head(const Rectangle& at) const;
    /// Draws them with the line of the half.
    void draw(const Rectangle& at, Diagram& page) const;

 private:
    void draw_measures(const Rectangle& plot, Diagram& page) const;
    void draw_shares(const Rectangle& plot, Diagram& page) const;
    void draw_departments(const Rectangle& plot, Diagram& page) const;

    Theme theme_;
    const RobustnessFacts& facts_;
};

}  // namespace remit::drawing
