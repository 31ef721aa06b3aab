#include "lead_chains.hpp"

#include <algorithm>
#include <utility>

namespace remit {
namespace {

/// Takes the changes, arcs between departments, apart into chains and cycles.
class Chains {
 public:
    Chains(const std::vector<LeadChange>& changes, std::size_t departments)
        : changes_(changes), leaving_(departments), surplus_(departments), places_(departments) {
        for (auto c = changes.size(); c-- > 0;) {
            leaving_[changes[c].from.value].push_back(static_cast<std::uint32_t>(c));
        }
        for (const auto& change : changes) {
            ++surplus_[change.from.value];
            --surplus_[change.to.value];
        }
    }

    /// Each as positions of changes.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> take_apart() {
        for (std::uint32_t d = 0; d < leaving_.size(); ++d) {
            for (; surplus_[d] > 0; --surplus_[d]) walk(d);
        }
        for (std::uint32_t d = 0; d < leaving_.size(); ++d) {
            while (!leaving_[d].empty()) walk(d);
        }
        return std::move(result_);
    }

 private:
    /// From a department along changes until one that gains, or nowhere: then it was all cycles,
    /// which are cut off where they close.
    void walk(std::uint32_t first) {
        std::vector<std::uint32_t> path;
        auto d = first;
        places_[d] = 1;
        while (surplus_[d] >= 0 && !leaving_[d].empty()) {
            path.push_back(leaving_[d].back());
            leaving_[d].pop_back();
            d = changes_[path.back()].to.value;
            if (places_[d] == 0) {
                places_[d] = static_cast<std::uint32_t>(path.size()) + 1;
                continue;
            }
            const auto start = path.begin() + (places_[d] - 1);
            for (auto at = start; at != path.end(); ++at) places_[changes_[*at].to.value] = 0;
            places_[d] = static_cast<std::uint32_t>(start - path.begin()) + 1;
            result_.emplace_back(start, path.end());
            path.erase(start, path.end());
        }
        places_[first] = 0;
        for (const auto c : path) places_[changes_[c].to.value] = 0;
        if (path.empty()) return;
        ++surplus_[d];
        result_.push_back(std::move(path));
    }

    const std::vector<LeadChange>& changes_;
    std::vector<std::vector<std::uint32_t>> leaving_;  // by department, the last one first
    std::vector<std::int64_t> surplus_;                // leads that it is yet to lose
    std::vector<std::uint32_t> places_;  // by department, 1 + its place on the path; 0: not on it
    std::vector<std::vector<std::uint32_t>> result_;
};

bool leads(const ResponsibilityGraph& graph, MeasureIndex measure, DepartmentIndex department) {
    const auto departments = graph.departments(measure);
    for (std::size_t i = 0; i < departments.size(); ++i) {
        if (departments[i] == department) return graph.roles(measure)[i] == Role::lead;
    }
    return false;
}

}  // namespace

std::size_t changed_leads(const std::vector<LeadChange>& changes) {
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(),
        [](const LeadChange& change) { return change.reason != ChangeReason::co_leads; }));
}

std::vector<LeadChange> changes_to(const MeasureLeads& printed, const MeasureLeads& leads) {
    std::vector<LeadChange> changes;
    for (MeasureIndex m; m.value < printed.size(); ++m.value) {
        const auto from = printed[m.value];
        const auto to = leads[m.value];
        if (from && to && from != to) changes.push_back({m, *from, *to});
    }
    return changes;
}

void explain_changes(Assignment& result, const ResponsibilityGraph& graph,
                     const AssignmentOptions& options) {
    const auto departments = graph.department_count();
    result.changes = changes_to(result.printed, result.fairest);
    std::vector<bool> over(departments);
    for (const auto& [d, most] : options.caps) over[d.value] = result.loads[d.value].printed > most;
    for (const auto& chain : Chains(result.changes, departments).take_apart()) {
        LeadChain written{{result.changes[chain.front()].from}, {}};
        for (const auto c : chain) {
            written.departments.push_back(result.changes[c].to);
            written.measures.push_back(result.changes[c].measure);
        }
        const auto first = written.departments.front();
        const auto reason = first == written.departments.back() ? ChangeReason::exchange
                            : over[first.value]                 ? ChangeReason::cap
                                                                : ChangeReason::evens;
        for (const auto c : chain) {
            result.changes[c].reason = reason;
            result.changes[c].chain = static_cast<std::uint32_t>(result.chains.size());
        }
        result.chains.push_back(std::move(written));
    }
    for (const auto& [measure, department] : options.keep) {
        const auto found = std::lower_bound(
            result.changes.begin(), result.changes.end(), measure,
            [](const LeadChange& change, MeasureIndex m) { return change.measure < m; });
        if (found != result.changes.end() && found->measure == measure) {
            found->reason = ChangeReason::keep;
        }
    }
    for (auto& change : result.changes) {
        const auto& [measure, from, to, reason, chain] = change;
        if (leads(graph, measure, from) && leads(graph, measure, to)) {
            change.reason = ChangeReason::co_leads;
        }
    }
}

}  // namespace remit
