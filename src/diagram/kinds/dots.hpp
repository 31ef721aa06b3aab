/// \file
/// How do departments stand as narrow columns of dots?
#pragma once

#include "../page/grid.hpp"
#include "../text/names.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace remit::drawing {

/// The columns of some departments: equally wide, with their names as heads; where these are wide,
/// every second one stands on a line above the others.
class DotColumns {
 public:
    /// \param width  of all columns together, at most
    /// \return none where names would be cut at that width
    [[nodiscard]] static std::optional<DotColumns> fit(const Theme& theme, const Dataset& dataset,
                                                       std::vector<DepartmentIndex> departments,
                                                       double width);

    [[nodiscard]] double width() const;
    [[nodiscard]] const Names& names() const { return *names_; }
    /// By department; `accented` ones are blue and bold.
    [[nodiscard]] std::vector<GridColumn> columns(
        const Dataset& dataset, const std::function<bool(DepartmentIndex)>& accented) const;
    /// The room that names take beyond the first and the last column.
    [[nodiscard]] double overhang() const;
    [[nodiscard]] double diameter() const;

 private:
    DotColumns(const Theme& theme, const Dataset& dataset, std::vector<DepartmentIndex> departments,
               double column, bool staggered, std::size_t lines);
    /// Whether all names are short names, or at least are whole.
    [[nodiscard]] bool holds(const Dataset& dataset, bool short_names) const;
    [[nodiscard]] BlockPtr head(const Dataset& dataset, std::size_t index, bool accented) const;
    [[nodiscard]] double line_height() const;
    [[nodiscard]] double name_width() const;

    Theme theme_;
    std::vector<DepartmentIndex> departments_;
    double column_ = 0.0;  ///< Its width.
    bool staggered_ = false;
    std::size_t lines_ = 1;  ///< Of a name, at most.
    std::shared_ptr<const Names> names_;
};

}  // namespace remit::drawing
