#include "facts.hpp"

#include "flows.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace remit::drawing {
namespace {

/// One side: its departments by body, and their measures.
class Side {
 public:
    explicit Side(const Dataset& dataset) : graph_(responsibility_graph(dataset)) {
        for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
            departments_[dataset.departments()[d.value].body] = d;
        }
        for (const auto& pair : coresponsibility(graph_)) {
            shared_[{pair.a, pair.b}] = pair.shared();
            shared_[{pair.b, pair.a}] = pair.shared();
        }
    }

    [[nodiscard]] std::optional<PlannedBody> find(BodyIndex body) const {
        const auto found = departments_.find(body);
        if (found == departments_.end()) return std::nullopt;
        const auto measures = graph_.measures(found->second);
        return PlannedBody{body, found->second, {measures.begin(), measures.end()}};
    }
    [[nodiscard]] std::size_t shared(BodyIndex one, BodyIndex other) const {
        const auto a = departments_.find(one);
        const auto b = departments_.find(other);
        if (a == departments_.end() || b == departments_.end()) return 0;
        const auto found = shared_.find({a->second, b->second});
        return found == shared_.end() ? 0 : found->second;
    }

 private:
    ResponsibilityGraph graph_;
    std::map<BodyIndex, DepartmentIndex> departments_;
    std::map<std::pair<DepartmentIndex, DepartmentIndex>, std::size_t> shared_;
};

/// Bodies that measures flow between, by groups; those where one flows to another.
std::vector<std::set<BodyIndex>> changed_groups(const std::vector<Flow>& all) {
    std::map<BodyIndex, BodyIndex> parent;
    const std::function<BodyIndex(BodyIndex)> root = [&](BodyIndex body) {
        const auto found = parent.find(body);
        if (found == parent.end() || found->second == body) return body;
        return found->second = root(found->second);
    };
    for (const auto& flow : all) {
        if (flow.from != flow.to) parent[root(flow.from)] = root(flow.to);
    }
    std::map<BodyIndex, std::set<BodyIndex>> groups;
    for (const auto& flow : all) {
        if (flow.from == flow.to) continue;
        groups[root(flow.from)].insert({flow.from, flow.to});
    }
    std::vector<std::set<BodyIndex>> result;
    for (auto& [first, bodies] : groups) result.push_back(std::move(bodies));
    return result;
}

bool has(const PlannedBody& body, MeasureIndex measure) {
    return std::binary_search(body.measures.begin(), body.measures.end(), measure);
}

void find_groups(Change& change) {
    change.grouped_by_after = change.before.size() < 2;
    const auto& bodies = change.grouped_by_after ? change.after : change.before;
    std::set<MeasureIndex> measures;
    for (const auto* side : {&change.before, &change.after}) {
        for (const auto& body : *side) measures.insert(body.measures.begin(), body.measures.end());
    }
    std::map<std::vector<std::size_t>, std::vector<MeasureIndex>> groups;
    for (const auto measure : measures) {
        std::vector<std::size_t> holders;
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            if (has(bodies[i], measure)) holders.push_back(i);
        }
        groups[holders].push_back(measure);
    }
    for (auto& [holders, some] : groups) change.groups.push_back({holders, std::move(some)});
    std::stable_sort(change.groups.begin(), change.groups.end(), [](const auto& a, const auto& b) {
        return a.holders.size() > b.holders.size();
    });
}

void find_partners(Change& change, const std::set<BodyIndex>& bodies, const Dataset& before,
                   const Side& first, const Side& then) {
    for (const auto& department : before.departments()) {
        if (bodies.contains(department.body)) continue;
        PlannedPartner partner{department.body, {}, {}};
        std::size_t sum = 0;
        for (const auto& each : change.before) {
            partner.before.push_back(first.shared(each.body, partner.body));
            sum += partner.before.back();
        }
        for (const auto& each : change.after) {
            partner.after.push_back(then.shared(each.body, partner.body));
            sum += partner.after.back();
        }
        if (sum > 0) change.partners.push_back(std::move(partner));
    }
    const auto most = [](const PlannedPartner& partner) {
        return *std::max_element(partner.after.begin(), partner.after.end());
    };
    std::stable_sort(change.partners.begin(), change.partners.end(),
                     [&](const auto& a, const auto& b) { return most(a) > most(b); });
}

}  // namespace

std::size_t Change::responsibilities() const {
    std::size_t sum = 0;
    for (const auto& body : before) sum += body.measures.size();
    return sum;
}

std::size_t Change::shared() const {
    std::size_t sum = 0;
    for (const auto& group : groups) {
        if (!grouped_by_after && group.holders.size() > 1) sum += group.measures.size();
    }
    return sum;
}

ReorganizationFacts reorganization_facts(const Dataset& before, const Dataset& after) {
    ReorganizationFacts facts;
    facts.before = profile(before);
    facts.after = profile(after);
    const Side first(before);
    const Side then(after);
    std::set<BodyIndex> changed;
    for (const auto& bodies : changed_groups(flows(before))) {
        Change change;
        for (const auto body : bodies) {
            if (auto found = first.find(body)) change.before.push_back(std::move(*found));
            if (auto found = then.find(body)) change.after.push_back(std::move(*found));
        }
        changed.insert(bodies.begin(), bodies.end());
        find_groups(change);
        find_partners(change, bodies, before, first, then);
        facts.changes.push_back(std::move(change));
    }
    std::stable_sort(facts.changes.begin(), facts.changes.end(), [](const auto& a, const auto& b) {
        return a.responsibilities() > b.responsibilities();
    });
    for (const auto& department : before.departments()) {
        const auto body = first.find(department.body);
        if (changed.contains(department.body) || !body) continue;
        facts.unchanged.push_back(body->department);
        facts.loads[body->department] = body->measures.size();
    }
    std::stable_sort(facts.unchanged.begin(), facts.unchanged.end(),
                     [&](auto a, auto b) { return facts.loads.at(a) > facts.loads.at(b); });
    return facts;
}

}  // namespace remit::drawing
