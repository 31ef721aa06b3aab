#include <remit/analysis/category_load.hpp>

#include "compensated_sum.hpp"

#include <remit/analysis/grouped_load.hpp>

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
    const auto category_of = [&](MeasureIndex measure, std::size_t) {
        const auto& category = dataset[measure].category;
        return category ? std::optional<std::size_t>(category->value) : std::nullopt;
    };
    std::vector<CategoryLoad> result;
    for (auto& load : load_by_group(dataset, dataset.categories().size(), category_of, scheme)) {
        const auto spread = participation(load.loads);
        result.push_back({load.department, std::move(load.loads), load.without, spread});
    }
    return result;
}

}  // namespace remit
