/// \file
/// Which pairs of departments came, went and stayed? Lists in columns.
#pragma once

#include "slope_chart.hpp"

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace remit::drawing {

/// The lists without their page: formed, dissolved and lasting pairs one below the other, the
/// strongest first, flowing through columns.
class PairLists {
 public:
    explicit PairLists(const ComparedBatches& compared);

    [[nodiscard]] bool empty() const { return lines_.empty(); }

    /// What so many columns need.
    [[nodiscard]] ContentSize size_of(std::size_t columns) const;

    /// How many columns of all that there is room for.
    [[nodiscard]] std::size_t columns_in(double width) const;

    /// Leaves out the weakest pairs of the longest list until so many columns are no higher.
    void limit(std::size_t columns, double height);

    void draw(std::size_t columns, const Rectangle& area, Diagram& diagram) const;

 private:
    struct Line {
        enum class Kind : std::uint8_t { heading, pair, remark };

        Kind kind = Kind::pair;
        std::string id = {};
        std::string text = {};
        std::string value = {};
        const char* color = palette::ink;
        std::string tooltip = {};
    };
    struct Section {
        std::string id = {};
        Phrase heading;
        const char* color = palette::ink;
        std::vector<Line> pairs = {};
        std::size_t shown = 0;
    };

    void collect();
    /// What the departments are called, by id.
    using Names = std::map<std::string, const LocalizedText*>;

    void add(const ComparedPair& pair, const Names& names);
    void lay_out();
    [[nodiscard]] std::size_t rows_of(std::size_t columns) const;
    /// Which lines stand in which column: the first one of each.
    [[nodiscard]] std::vector<std::size_t> begins(std::size_t rows) const;
    void draw_line(const Line& line, const Rectangle& at, Diagram& diagram) const;

    ComparedBatches compared_;
    std::vector<Section> sections_;
    std::vector<Line> lines_;
    int text_width_ = 0;
    int value_width_ = 0;
};

}  // namespace remit::drawing
