#include <remit/analysis/matching.hpp>

namespace remit {
namespace {

/// Departments that take measures for their own, one each.
class Matcher {
 public:
    explicit Matcher(const ResponsibilityGraph& graph)
        : graph_(graph), own_(graph.measure_count()), has_one_(graph.department_count()) {
        take_free_ones();
        while (augment()) {
        }
    }

    [[nodiscard]] const std::vector<std::optional<DepartmentIndex>>& own() const { return own_; }

 private:
    /// No path that takes a measure away is looked for while one is free.
    void take_free_ones() {
        for (DepartmentIndex d; d.value < graph_.department_count(); ++d.value) {
            for (const auto m : graph_.measures(d)) {
                if (own_[m.value]) continue;
                own_[m.value] = d;
                has_one_[d.value] = 1;
                break;
            }
        }
    }

    /// One round of paths, none of which meets a department twice.
    /// \return whether one more measure has a department
    bool augment() {
        tried_.assign(graph_.department_count(), 0);
        seen_.assign(graph_.department_count(), 0);
        bool found = false;
        for (DepartmentIndex d; d.value < graph_.department_count(); ++d.value) {
            if (has_one_[d.value] == 0 && finds_path(d)) found = true;
        }
        return found;
    }

    /// Each of the path takes the measure of the next; the last one's is free.
    bool finds_path(DepartmentIndex start) {
        std::vector<DepartmentIndex> path{start};
        seen_[start.value] = 1;
        while (!path.empty()) {
            const auto d = path.back();
            const auto measures = graph_.measures(d);
            if (tried_[d.value] == measures.size()) {
                path.pop_back();
                continue;
            }
            const auto& holder = own_[measures[tried_[d.value]++].value];
            if (!holder) {
                for (const auto each : path) {
                    own_[graph_.measures(each)[tried_[each.value] - 1].value] = each;
                }
                has_one_[start.value] = 1;
                return true;
            }
            if (seen_[holder->value] != 0) continue;
            seen_[holder->value] = 1;
            path.push_back(*holder);
        }
        return false;
    }

    const ResponsibilityGraph& graph_;
    std::vector<std::optional<DepartmentIndex>> own_;  // by measure
    std::vector<char> has_one_;                        // by department
    std::vector<std::size_t> tried_;                   // by department: of its measures, this round
    std::vector<char> seen_;                           // by department: this round
};

/// What can be reached from the measures left over, going to any department and from it to the
/// measure that has it.
void add_contention(const ResponsibilityGraph& graph, Matching& result) {
    std::vector<std::optional<MeasureIndex>> of(graph.department_count());
    std::vector<char> contends(graph.measure_count());
    std::vector<char> contended(graph.department_count());
    std::vector<MeasureIndex> open;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        if (const auto d = result.own[m.value]) {
            of[d->value] = m;
            ++result.size;
        } else {
            contends[m.value] = 1;
            open.push_back(m);
        }
    }
    while (!open.empty()) {
        const auto m = open.back();
        open.pop_back();
        for (const auto d : graph.departments(m)) {
            if (contended[d.value] != 0) continue;
            contended[d.value] = 1;
            const auto other = *of[d.value];  // or there would be one more
            if (contends[other.value] != 0) continue;
            contends[other.value] = 1;
            open.push_back(other);
        }
    }
    for (MeasureIndex m; m.value < contends.size(); ++m.value) {
        if (contends[m.value] != 0) result.contending.push_back(m);
    }
    for (DepartmentIndex d; d.value < contended.size(); ++d.value) {
        if (contended[d.value] != 0) result.contended.push_back(d);
    }
}

}  // namespace

Matching matching(const ResponsibilityGraph& graph) {
    Matching result;
    result.own = Matcher(graph).own();
    add_contention(graph, result);
    return result;
}

}  // namespace remit
