#include <remit/analysis/components.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace remit {
namespace {

/// Departments, then regions, in sets that measures join: each set has one of its members as root.
class Sets {
 public:
    explicit Sets(std::size_t size) : parent_(size), count_(size) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

    [[nodiscard]] std::size_t count() const { return count_; }

    std::uint32_t root(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];
            member = parent_[member];
        }
        return member;
    }

    /// The smaller root is that of both.
    void join(std::uint32_t a, std::uint32_t b) {
        if (parent_[a] == parent_[b]) return;
        a = root(a);
        b = root(b);
        if (a == b) return;
        parent_[std::max(a, b)] = std::min(a, b);
        --count_;
    }

    /// The root of each member.
    [[nodiscard]] std::vector<std::uint32_t> roots() && {
        for (std::uint32_t i = 0; i < parent_.size(); ++i) parent_[i] = parent_[parent_[i]];
        return std::move(parent_);
    }

 private:
    std::vector<std::uint32_t> parent_;  // never above the member
    std::size_t count_;
};

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// One of the departments, or else of the regions, that the measure names; `none` without any.
std::uint32_t member(const ResponsibilityGraph& graph, MeasureIndex measure) {
    const auto of = graph.departments(measure);
    if (!of.empty()) return of[0].value;
    const auto in = graph.regions(measure);
    const auto departments = static_cast<std::uint32_t>(graph.department_count());
    return in.empty() ? none : departments + in[0].value;
}

/// Measures are passed until all that they name hang together, which is early where a programme is
/// one component.
Sets joined(const ResponsibilityGraph& graph) {
    const auto departments = static_cast<std::uint32_t>(graph.department_count());
    Sets sets(departments + graph.region_count());
    for (MeasureIndex m; m.value < graph.measure_count() && sets.count() > 1; ++m.value) {
        const auto first = member(graph, m);
        for (const auto department : graph.departments(m)) sets.join(first, department.value);
        for (const auto region : graph.regions(m)) sets.join(first, departments + region.value);
    }
    return sets;
}

}  // namespace

// By union and find over the few departments and regions.
std::vector<Component> components(const ResponsibilityGraph& graph) {
    const auto departments = static_cast<std::uint32_t>(graph.department_count());
    const auto regions = static_cast<std::uint32_t>(graph.region_count());
    const auto sets = joined(graph).roots();
    // Numbered as they are met: by measures, then by departments and regions that have none.
    std::vector<std::uint32_t> number(departments + regions, none);
    std::vector<Component> result;
    const auto component_of = [&](std::uint32_t of) -> Component& {
        auto& index = number[sets[of]];
        if (index == none) {
            index = static_cast<std::uint32_t>(result.size());
            result.emplace_back();
        }
        return result[index];
    };
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto of = member(graph, m);
        auto& component = of == none ? result.emplace_back() : component_of(of);
        component.measures.push_back(m);
    }
    for (DepartmentIndex d; d.value < departments; ++d.value) {
        component_of(d.value).departments.push_back(d);
    }
    for (RegionIndex r; r.value < regions; ++r.value) {
        component_of(departments + r.value).regions.push_back(r);
    }
    return result;
}

}  // namespace remit
