#include <remit/analysis/components.hpp>

#include <limits>
#include <numeric>

namespace remit {
namespace {

/// Departments, then regions, in sets that measures join: each set has one of its members as root.
class Sets {
 public:
    explicit Sets(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    }

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
        if (a < b) parent_[b] = a;
        if (b < a) parent_[a] = b;
    }

 private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace

// By union and find over the few departments and regions: the many measures are passed once.
std::vector<Component> components(const ResponsibilityGraph& graph) {
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    const auto departments = static_cast<std::uint32_t>(graph.department_count());
    const auto regions = static_cast<std::uint32_t>(graph.region_count());
    Sets sets(departments + regions);
    std::vector<std::uint32_t> member(graph.measure_count(), none);  // one of each measure's
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto of = graph.departments(m);
        const auto in = graph.regions(m);
        const auto first = !of.empty()   ? of[0].value
                           : !in.empty() ? departments + in[0].value
                                         : none;
        for (const auto department : of) sets.join(first, department.value);
        for (const auto region : in) sets.join(first, departments + region.value);
        member[m.value] = first;
    }
    // Numbered as they are met: by measures, then by departments and regions that have none.
    std::vector<std::uint32_t> number(departments + regions, none);
    std::vector<Component> result;
    const auto component_of = [&](std::uint32_t of) -> Component& {
        auto& index = number[sets.root(of)];
        if (index == none) {
            index = static_cast<std::uint32_t>(result.size());
            result.emplace_back();
        }
        return result[index];
    };
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto of = member[m.value];
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
