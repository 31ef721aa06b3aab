#include "facts.hpp"

#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <tuple>

namespace remit::drawing {
namespace {

constexpr std::size_t most_reasons = 6;       // departments whose absence is worked out
constexpr std::size_t reason_effort = 2'000;  // nodes of the search for each

bool is_in(const std::vector<DepartmentIndex>& departments, DepartmentIndex department) {
    return std::find(departments.begin(), departments.end(), department) != departments.end();
}

std::vector<CoverMember> members_of(const ResponsibilityGraph& graph, const CoverFacts& facts,
                                    const Cover& cover) {
    const auto& group = cover.optimal.groups.front();
    std::vector<CoverMember> members;
    for (const auto d : group) {
        CoverMember member{d};
        for (const auto m : graph.measures(d)) {
            const auto& named = graph.departments(m);
            const auto reaching = std::count_if(named.begin(), named.end(),
                                                [&](auto each) { return is_in(group, each); });
            (reaching == 1 ? member.alone : member.shared).push_back(m);
        }
        member.in_every = facts.only || is_in(cover.optimal.in_every, d);
        members.push_back(std::move(member));
    }
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const CoverMember& member) {
            return std::tuple(member.in_every, member.alone.size(), member.reached());
        };
        return rank(a) > rank(b);
    });
    return members;
}

void count_changing(CoverFacts& facts, const Cover& cover, std::size_t departments) {
    std::vector<std::size_t> count(departments);
    for (const auto& group : cover.optimal.groups) {
        for (const auto d : group) ++count[d.value];
    }
    for (DepartmentIndex d; d.value < departments; ++d.value) {
        if (count[d.value] == 0) facts.in_none.push_back(d);
        if (count[d.value] > 0 && !is_in(cover.optimal.in_every, d)) facts.changing.push_back(d);
    }
    std::stable_sort(facts.changing.begin(), facts.changing.end(),
                     [&](auto a, auto b) { return count[a.value] > count[b.value]; });
    for (const auto d : facts.changing) facts.groups_of.push_back(count[d.value]);
}

AlwaysIn reason(const ResponsibilityGraph& graph, DepartmentIndex department, const Cover& with) {
    AlwaysIn why{department};
    for (const auto m : graph.measures(department)) {
        if (graph.departments(m).size() == 1) why.sole.push_back(m);
    }
    if (!why.sole.empty()) return why;
    CoverOptions options;
    options.excluded = {department};
    options.groups = 1;
    options.effort = reason_effort;
    const auto without = cover(graph, options);
    if (without.bound <= with.cost) return why;
    why.needed = static_cast<std::size_t>(without.bound.thousandths / Weight{}.thousandths);
    if (!without.proved) return why;
    for (const auto d : without.optimal.in_every) {
        if (!is_in(with.optimal.in_every, d)) why.instead.push_back(d);
    }
    return why;
}

}  // namespace

CoverFacts cover_facts(const Dataset& dataset, const Cover& cover) {
    const auto graph = responsibility_graph(dataset);
    const auto& optimal = cover.optimal;
    CoverFacts facts;
    facts.size = optimal.groups.front().size();
    facts.only = cover.proved && optimal.all && optimal.groups.size() == 1;
    facts.open = graph.open_count();
    facts.members = members_of(graph, facts, cover);
    count_changing(facts, cover, dataset.departments().size());
    if (facts.only || !cover.proved || optimal.in_every.size() > most_reasons) return facts;
    for (const auto d : optimal.in_every) facts.always.push_back(reason(graph, d, cover));
    return facts;
}

}  // namespace remit::drawing
