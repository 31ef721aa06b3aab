#include "compared_measures.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace remit {
namespace {

/// The measures of one batch by "notice:number" and "notice:code".
using ByLabel = std::unordered_map<std::string, MeasureIndex>;

ByLabel by_label(const Dataset& batch) {
    ByLabel labels;
    for (MeasureIndex m; m.value < batch.measures().size(); ++m.value) {
        const auto& notice = batch[batch[m].notice].id;
        for (const auto& each : identifiers(batch[m])) labels.emplace(notice + ':' + each, m);
    }
    return labels;
}

using Names = std::set<std::string>;

class Follower {
 public:
    Follower(std::span<const Dataset> batches, const LaterIds& later)
        : batches_(batches), later_(later) {
        for (const auto& batch : batches) labels_.push_back(by_label(batch));
    }

    std::vector<ComparedMeasure> follow() const {
        std::vector<ComparedMeasure> rows;
        std::set<MeasureIndex> continued;
        const auto& last = batches_.back();
        for (MeasureIndex m; m.value < last.measures().size(); ++m.value) {
            const auto origins = origins_of(m);
            continued.insert(origins.begin(), origins.end());
            for (const auto before : origins) rows.push_back(compared(before, m));
            if (origins.empty()) rows.push_back({.before = {}, .after = m});
        }
        for (MeasureIndex m; m.value < batches_.front().measures().size(); ++m.value) {
            if (!continued.contains(m)) rows.push_back({.before = m, .after = {}});
        }
        return rows;
    }

 private:
    /// The measures of the first batch that one of the last continues.
    std::set<MeasureIndex> origins_of(MeasureIndex measure) const {
        std::set<MeasureIndex> origins;
        std::set<std::pair<std::size_t, MeasureIndex>> seen;
        std::vector<std::pair<std::size_t, MeasureIndex>> open{{batches_.size() - 1, measure}};
        while (!open.empty()) {
            const auto [batch, m] = open.back();
            open.pop_back();
            for (const auto& earlier : batches_[batch][m].continues) {
                for (std::size_t i = 0; i < batch; ++i) {
                    const auto found = labels_[i].find(earlier.notice + ':' + earlier.identifier);
                    if (found == labels_[i].end()) continue;
                    if (i == 0) origins.insert(found->second);
                    const std::pair next{i, found->second};
                    if (i > 0 && seen.insert(next).second) open.push_back(next);
                }
            }
        }
        return origins;
    }

    const std::string& id(const Dataset& batch, DepartmentIndex department) const {
        const auto& id = batch[department].id;
        const auto found = &batch == &batches_.front() ? later_.find(id) : later_.end();
        return found == later_.end() ? id : found->second;
    }

    Names names(const Dataset& batch, MeasureIndex m, bool leads_alone) const {
        Names all;
        for (const auto& [department, role, own] : batch.responsibilities(m)) {
            if (!leads_alone || role == Role::lead) all.insert(id(batch, department));
        }
        return all;
    }

    static Names scope(const Dataset& batch, MeasureIndex m) {
        Names all;
        for (const auto& term : batch.scope(m)) all.insert(id_of(batch.registry(), term));
        return all;
    }

    /// The departments of a measure that are not among the others.
    std::vector<DepartmentIndex> others(const Dataset& batch, MeasureIndex m,
                                        const Names& known) const {
        std::vector<DepartmentIndex> all;
        for (const auto& each : batch.responsibilities(m)) {
            if (!known.contains(id(batch, each.department))) all.push_back(each.department);
        }
        return all;
    }

    ComparedMeasure compared(MeasureIndex before, MeasureIndex after) const {
        const auto& first = batches_.front();
        const auto& last = batches_.back();
        ComparedMeasure row{.before = before, .after = after};
        row.joined = others(last, after, names(first, before, false));
        row.left = others(first, before, names(last, after, false));
        const auto led = names(first, before, true);
        const auto leads = names(last, after, true);
        row.lead_changed = !led.empty() && !leads.empty() && led != leads;
        row.scope_changed = scope(first, before) != scope(last, after);
        return row;
    }

    std::span<const Dataset> batches_;
    const LaterIds& later_;
    std::vector<ByLabel> labels_;
};

}  // namespace

std::vector<ComparedMeasure> compare_measures(std::span<const Dataset> batches,
                                              const LaterIds& later) {
    return Follower(batches, later).follow();
}

}  // namespace remit
