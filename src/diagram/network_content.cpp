#include "captions.hpp"
#include "network_layout.hpp"

#include <remit/analysis/projection_communities.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>

namespace remit::detail {
namespace {

constexpr std::size_t most_nodes = 40;
constexpr std::size_t most_ties = 80;

std::string letter(std::size_t number) {
    std::string text(1, static_cast<char>('A' + number % 26));
    if (number >= 26) text += std::to_string(number / 26 + 1);
    return text;
}

/// The groups of two or more, in the order of their first departments.
void collect_groups(const ProjectionCommunities& communities, NetworkContent& content) {
    std::vector<std::vector<DepartmentIndex>> members(communities.count);
    for (DepartmentIndex d; d.value < communities.groups.size(); ++d.value) {
        members[communities.groups[d.value]].push_back(d);
    }
    for (auto& group : members) {
        if (group.size() < 2) continue;
        const auto number = content.groups.size();
        content.groups.push_back({letter(number),
                                  palette::categories[number % palette::categories.size()],
                                  number / palette::categories.size() % 2 == 1, std::move(group)});
    }
    for (auto& each : content.departments) each.group = content.groups.size();
    for (std::size_t g = 0; g < content.groups.size(); ++g) {
        for (const auto d : content.groups[g].members) content.departments[d.value].group = g;
    }
}

}  // namespace

NetworkContent::NetworkContent(const Dataset& dataset_, const Languages& languages_)
    : dataset(dataset_), languages(languages_), departments(dataset_.departments().size()) {
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto responsibilities = dataset.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            auto& department = departments[responsibilities[i].department.value];
            ++department.measures;
            ++((dataset.standing(m, i) != Standing::other) ? department.leading
                                                           : department.joining);
        }
    }
    for (const auto& each : departments) most_leading = std::max(most_leading, each.leading);
    const auto graph = responsibility_graph(dataset);

    pairs = coresponsibility(graph);
    std::vector<bool> shares(departments.size());
    for (const auto& pair : pairs) shares[pair.a.value] = shares[pair.b.value] = true;
    for (DepartmentIndex d; d.value < shares.size(); ++d.value) {
        if (!shares[d.value]) isolated.push_back(d);
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.shared() > b.shared(); });
    collect_groups(projection_communities(dataset), *this);
}

NetworkChoice choose(const NetworkContent& content, std::size_t least) {
    NetworkChoice choice;
    choice.least = least;
    std::vector<bool> drawn(content.departments.size());
    for (const auto& pair : content.pairs) {
        if (pair.shared() < least) break;
        drawn[pair.a.value] = drawn[pair.b.value] = true;
        ++choice.pairs;
    }
    for (DepartmentIndex d; d.value < drawn.size(); ++d.value) {
        if (drawn[d.value]) choice.drawn.push_back(d);
    }
    choice.left_out = drawn.size() - choice.drawn.size() - content.isolated.size();
    return choice;
}

std::vector<std::size_t> legible_limits(const NetworkContent& content, bool large) {
    const std::size_t more = large ? 20 : 0;
    std::vector<std::size_t> limits;
    for (const auto& pair : content.pairs) {
        if (limits.empty() || limits.back() != pair.shared()) limits.push_back(pair.shared());
    }
    std::erase_if(limits, [&](std::size_t least) {
        const auto choice = choose(content, least);
        return choice.drawn.size() > most_nodes + more || choice.pairs > most_ties + more;
    });
    std::reverse(limits.begin(), limits.end());
    return limits;
}

std::string named_as(const NetworkDepartment& department) {
    return std::to_string(department.leading) + '+' + std::to_string(department.joining);
}

}  // namespace remit::detail
