#include <remit/analysis/direction.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace remit {

Directions directions(const Dataset& dataset) {
    std::map<std::pair<DepartmentIndex, DepartmentIndex>, std::vector<MeasureIndex>> found;
    Directions result;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto all = dataset.responsibilities(m);
        const auto leads = [](const Responsibility& each) { return each.role == Role::lead; };
        if (std::none_of(all.begin(), all.end(), leads)) continue;
        ++result.led;
        for (const auto& lead : all) {
            if (!leads(lead)) continue;
            for (const auto& other : all) {
                if (!leads(other)) found[{lead.department, other.department}].push_back(m);
            }
        }
    }
    std::size_t mutual = 0;
    for (const auto& [tie, measures] : found) {
        const auto back = found.find({tie.second, tie.first});
        const auto count = back == found.end() ? 0 : back->second.size();
        if (count > 0) ++mutual;
        result.ties.push_back({tie.first, tie.second, measures, count});
    }
    if (!found.empty()) {
        result.reciprocity = static_cast<double>(mutual) / static_cast<double>(found.size());
    }
    return result;
}

}  // namespace remit
