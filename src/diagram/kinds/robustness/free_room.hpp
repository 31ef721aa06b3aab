/// \file
/// Where in a plot is there room for what a curve is called?
#pragma once

#include <remit/diagram/picture.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace remit::drawing {

struct Size {
    double width = 0.0;
    double height = 0.0;
};

/// A room with a plot and its lines, and boxes that are placed in it one after the other.
class FreeRoom {
 public:
    /// \param room   around the plot
    /// \param lines  each of at least one point; joined by straight lines
    FreeRoom(const Rectangle& room, const Rectangle& plot,
             const std::vector<std::vector<Point>>& lines, double margin);

    /// Keeps a box free.
    void take(const Rectangle& box) { taken_.push_back(box); }

    /// A box that lies on no line and on no other box, near its own line and not nearer to
    /// another, or near its own point, and better not on the lines of the plot's quarters; where
    /// there is no such place, the one that is least bad. No box is put on another while there is a
    /// place for it elsewhere.
    /// \param sizes  that it may have, the best one first
    /// \param own    close points of the line that it is of, or the point that it stands beside
    [[nodiscard]] Rectangle place(std::span<const Size> sizes, std::span<const Point> own);

    /// How bad all places are together; where one is of several, the less the better.
    [[nodiscard]] double badness() const { return badness_; }

 private:
    /// \param enough  no more needs to be known of one that is at least so bad
    [[nodiscard]] double badness(const Rectangle& box, std::span<const Point> own,
                                 double enough) const;
    [[nodiscard]] double on_quarters(const Rectangle& box) const;

    Rectangle room_;
    Rectangle plot_;
    double margin_;
    double badness_ = 0.0;
    std::vector<Point> points_;  ///< Close to each other, on all lines.
    std::vector<Rectangle> taken_;
};

/// Points on a line through others, no further from each other than that; as many as there are
/// where these are closer.
[[nodiscard]] std::vector<Point> close_points(std::span<const Point> line, double distance);

/// From the point to the nearest one of the box; 0 within it.
[[nodiscard]] double distance(const Rectangle& box, const Point& point);

}  // namespace remit::drawing
