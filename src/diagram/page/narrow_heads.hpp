/// \file
/// How are narrow columns headed? Where all heads have ideographs they stand upright, a character a
/// line; words level, at alternating heights where they are wider than their columns. Nothing is
/// turned.
#pragma once

#include "../text/names.hpp"
#include "block.hpp"

#include <functional>
#include <string>
#include <vector>

namespace remit::drawing {

struct NarrowHead {
    std::function<std::string(Language)> text;
    Mark mark = {};
    HexColor color = palette::ink;
    bool bold = false;
};

struct NarrowHeads {
    double column = 0.0;  ///< The width of each column.
    /// Left and right of the columns, into which the words of the outer ones may reach.
    double overhang = 0.0;
    std::vector<BlockPtr> blocks;
};

/// \param least  width of a column
/// \param room   for all of them, where that is possible with words at some heights
[[nodiscard]] NarrowHeads narrow_heads(const Theme& theme, const std::vector<NarrowHead>& heads,
                                       double least, double room);

/// What departments are called in such heads: upright no more than nine characters, and level names
/// of a few lines, by `Names`.
class HeadNames {
 public:
    HeadNames(const Dataset& dataset, const Theme& theme,
              const std::vector<DepartmentIndex>& departments);

    [[nodiscard]] std::function<std::string(Language)> of(DepartmentIndex department) const;
    /// What the abbreviations of the first language stand for; empty where none is needed.
    [[nodiscard]] std::string key() const;

 private:
    std::vector<DepartmentIndex> departments_;
    std::vector<std::pair<Language, Names>> names_;
};

/// The font of level heads.
[[nodiscard]] Font level_font(const Theme& theme);

}  // namespace remit::drawing
