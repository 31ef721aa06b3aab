#include "dots.hpp"

#include "identifiers.hpp"

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr double widest_column = 6.5;  // of the size of text, as is what follows
constexpr double narrowest_column = 1.35;
constexpr double name_gap = 0.8;
constexpr double largest_dot = 1.15;
constexpr double line = 1.35;  // height

}  // namespace

DotColumns::DotColumns(const Theme& theme, const Dataset& dataset,
                       std::vector<DepartmentIndex> departments, double column, bool staggered,
                       std::size_t lines)
    : theme_(theme),
      departments_(std::move(departments)),
      column_(column),
      staggered_(staggered),
      lines_(lines),
      names_(std::make_shared<Names>(dataset, theme.languages, departments_, name_width(),
                                     theme.body(true), lines)) {}

std::optional<DotColumns> DotColumns::fit(const Theme& theme, const Dataset& dataset,
                                          std::vector<DepartmentIndex> departments, double width) {
    const auto count = static_cast<double>(std::max<std::size_t>(1, departments.size()));
    for (const bool short_names : {true, false}) {
        for (const std::size_t lines : {1U, 2U}) {
            for (const bool staggered : {false, true}) {
                // Names above reach beyond the first and the last column.
                const auto column =
                    std::min(width / (staggered ? count + 1.0 : count), widest_column * theme.size);
                if (column < narrowest_column * theme.size) continue;
                DotColumns columns(theme, dataset, departments, column, staggered, lines);
                if (columns.holds(dataset, short_names)) return columns;
            }
        }
    }
    return std::nullopt;
}

double DotColumns::name_width() const {
    return (staggered_ ? 2.0 : 1.0) * column_ - name_gap * theme_.size;
}

bool DotColumns::holds(const Dataset& dataset, bool short_names) const {
    const auto holds_in = [&](DepartmentIndex d, Language language) {
        const auto name = names_->of(d, language);
        return short_names ? name == dataset[d].short_name.in(language)
                           : name.find("…") == std::string::npos;
    };
    const auto& languages = theme_.languages;
    return std::all_of(departments_.begin(), departments_.end(), [&](DepartmentIndex d) {
        return holds_in(d, languages.first) &&
               (!languages.second || holds_in(d, *languages.second));
    });
}

double DotColumns::width() const {
    return column_ * static_cast<double>(departments_.size());
}

double DotColumns::overhang() const {
    return staggered_ ? column_ / 2.0 : 0.0;
}

double DotColumns::diameter() const {
    return std::min(largest_dot * theme_.size, 0.8 * column_);
}

double DotColumns::line_height() const {
    return static_cast<double>(lines_) * (theme_.languages.second ? 1.9 : 1.0) * line * theme_.size;
}

BlockPtr DotColumns::head(const Dataset& dataset, std::size_t index, bool accented) const {
    const auto d = departments_[index];
    auto font = theme_.body(true);
    if (accented) font.color = palette::nationwide;
    TextOptions options;
    options.align = Align::center;
    options.mark = {"department-" + department_id(dataset, d), "department" + of(dataset, d),
                    std::string(dataset[d].name.in(theme_.languages.first))};
    const auto names = names_;
    const auto name = text(
        theme_, [names, d](Language language) { return names->of(d, language); }, font, options);
    const auto wide = name_width();
    const bool above = staggered_ && index % 2 == 1;
    const auto height = staggered_ ? line_height() : name->height(wide);
    const auto id = "tick-" + department_id(dataset, d);
    const auto of_department = of(dataset, d);
    return drawn({column_, column_}, (above ? 2.0 : 1.0) * height,
                 [=](const Rectangle& at, Diagram& page) {
                     const auto middle = at.middle().x;
                     name->draw({middle - wide / 2.0, at.y, wide, height}, page);
                     if (!above) return;
                     add_line(page, {id, "tick" + of_department}, {middle, at.y + height},
                              {middle, at.bottom()}, palette::rule, 0.7);
                 });
}

std::vector<GridColumn> DotColumns::columns(
    const Dataset& dataset, const std::function<bool(DepartmentIndex)>& accented) const {
    std::vector<GridColumn> all(departments_.size());
    for (std::size_t i = 0; i < departments_.size(); ++i) {
        all[i].gap = 0.0;
        all[i].head = head(dataset, i, accented(departments_[i]));
    }
    return all;
}

}  // namespace remit::drawing
