#include <remit/report/department_order.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace remit {

std::vector<DepartmentIndex> department_order(const Dataset& dataset, DepartmentOrder order,
                                              std::span<const double> loads, Language language) {
    std::vector<DepartmentIndex> result;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) result.push_back(d);
    if (order == DepartmentOrder::registry) return result;
    std::sort(result.begin(), result.end(),
              [&](auto a, auto b) { return dataset[a].id < dataset[b].id; });
    std::vector<std::string> names;
    for (const auto d : result) names.emplace_back(dataset[d].short_name.in(language));
    std::vector<DepartmentIndex> by_name;
    for (const auto position : dictionary_order(names, language)) {
        by_name.push_back(result[position]);
    }
    if (order == DepartmentOrder::name) return by_name;
    const auto load = [&](DepartmentIndex d) { return std::llround(loads[d.value] * 1e9); };
    std::stable_sort(by_name.begin(), by_name.end(),
                     [&](auto a, auto b) { return load(a) > load(b); });
    return by_name;
}

}  // namespace remit
