#include "build.hpp"

#include <remit/model/weights.hpp>

#include <algorithm>

namespace remit::detail {
namespace {

constexpr std::uint32_t unused = UINT32_MAX;

}  // namespace

NamedBodies named_bodies(const Dataset& dataset, MeasureIndex measure) {
    NamedBodies bodies;
    for (const auto& each : dataset.responsibilities(measure)) {
        bodies.push_back({dataset.departments()[each.department.value].body, each.role, each.own});
    }
    const auto given = weights(dataset, measure);
    for (std::size_t i = 0; i < given.size(); ++i) bodies[i].weight = given[i];
    return bodies;
}

void join(NamedBodies& bodies, const NamedBody& named) {
    const auto same = std::find_if(bodies.begin(), bodies.end(),
                                   [&](const auto& each) { return each.body == named.body; });
    if (same == bodies.end()) {
        bodies.push_back(named);
        return;
    }
    const auto weight = same->weight + named.weight;
    if (named.role == Role::lead && same->role != Role::lead) *same = named;
    same->weight = weight;
}

void replace_departments(Dataset::Content& content, const std::vector<NamedBodies>& named,
                         std::span<const BodyIndex> order) {
    const bool weighted = std::any_of(named.begin(), named.end(), [](const NamedBodies& bodies) {
        return !bodies.empty() && bodies.front().weight > 0.0;
    });
    content.responsibilities.clear();
    content.responsibility_begin = {0};
    content.weights.clear();
    std::vector<BodyIndex> bodies;
    for (const auto& each : named) {
        for (const auto& [body, role, own, weight] : each) {
            bodies.push_back(body);
            content.responsibilities.push_back({DepartmentIndex{}, role, own});
            if (weighted) content.weights.push_back(weight);
        }
        content.responsibility_begin.push_back(
            static_cast<std::uint32_t>(content.responsibilities.size()));
    }
    number_departments(content, bodies, order);
}

void number_departments(Dataset::Content& content, std::span<const BodyIndex> bodies,
                        std::span<const BodyIndex> order) {
    std::vector<bool> used(content.registry.bodies.size());
    for (const auto body : bodies) used[body.value] = true;
    std::vector<std::uint32_t> department_of(used.size(), unused);
    content.departments.clear();
    for (const auto body : order) {
        if (!used[body.value] || department_of[body.value] != unused) continue;
        department_of[body.value] = static_cast<std::uint32_t>(content.departments.size());
        content.departments.push_back({body});
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        content.responsibilities[i].department = {department_of[bodies[i].value]};
    }
}

void number_regions(Dataset::Content& content) {
    std::vector<bool> used(content.registry.places.size());
    for (const auto& term : content.scope) {
        if (const auto* place = std::get_if<PlaceIndex>(&term)) {
            used[place->value] = true;
            continue;
        }
        const auto& members = content.registry[std::get<GroupIndex>(term)].members;
        for (const auto member : members) used[member.value] = true;
    }
    content.regions.clear();
    for (std::uint32_t i = 0; i < used.size(); ++i) {
        if (used[i]) content.regions.push_back({PlaceIndex{i}});
    }
}

}  // namespace remit::detail
