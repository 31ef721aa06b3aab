#include <remit/analysis/category_load.hpp>

#include "compensated_sum.hpp"

namespace remit {
namespace {

std::optional<double> participation(const std::vector<double>& loads) {
    detail::CompensatedSum total;
    for (const auto load : loads) total.add(load);
    if (total.value() <= 0.0) return std::nullopt;
    detail::CompensatedSum squares;
    for (const auto load : loads) squares.add((load / total.value()) * (load / total.value()));
    return 1.0 - squares.value();
}

}  // namespace

std::vector<CategoryLoad> load_by_category(const Dataset& dataset, Credit scheme) {
    const auto categories = dataset.categories().size();
    const auto rows = dataset.departments().size();
    std::vector<std::vector<detail::CompensatedSum>> sums(
        rows, std::vector<detail::CompensatedSum>(categories + 1));
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& category = dataset[m].category;
        const auto column = category ? category->value : categories;
        const auto departments = dataset.responsibilities(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            sums[departments[i].department.value][column].add(
                credit(scheme, i + 1, departments.size(), departments[i].role));
        }
    }
    std::vector<CategoryLoad> result;
    result.reserve(rows);
    for (DepartmentIndex d; d.value < rows; ++d.value) {
        CategoryLoad load{d, std::vector<double>(categories), 0.0, std::nullopt};
        for (std::size_t c = 0; c < categories; ++c) load.loads[c] = sums[d.value][c].value();
        load.without_category = sums[d.value][categories].value();
        load.participation = participation(load.loads);
        result.push_back(std::move(load));
    }
    return result;
}

}  // namespace remit
