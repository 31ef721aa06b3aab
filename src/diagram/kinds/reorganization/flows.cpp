#include "flows.hpp"

#include <remit/model/reorganization.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace remit::drawing {
namespace {

/// For a measure: who holds now what each of its departments held at first.
using Holders = std::map<BodyIndex, std::set<BodyIndex>>;

std::vector<BodyIndex> bodies_of(const Dataset& dataset, MeasureIndex measure) {
    std::vector<BodyIndex> bodies;
    for (const auto& each : dataset.responsibilities(measure)) {
        bodies.push_back(dataset.departments()[each.department.value].body);
    }
    return bodies;
}

bool has(const std::vector<BodyIndex>& bodies, BodyIndex body) {
    return std::find(bodies.begin(), bodies.end(), body) != bodies.end();
}

/// Who takes a measure of a body that is split.
std::set<BodyIndex> takers(const Step& step, MeasureIndex measure) {
    std::set<BodyIndex> named;
    std::set<BodyIndex> rest;
    for (const auto& part : step.parts) {
        const auto& measures = part.measures;
        if (std::find(measures.begin(), measures.end(), measure) != measures.end()) {
            named.insert(part.to);
        }
        if (part.rest) rest.insert(part.to);
    }
    return named.empty() ? rest : named;
}

/// Which body of a measure a step takes away, and who gets its place; nothing if it takes none.
std::vector<std::pair<BodyIndex, std::set<BodyIndex>>> changes(const Step& step,
                                                               const Dataset& before,
                                                               MeasureIndex measure) {
    const auto bodies = bodies_of(before, measure);
    std::vector<std::pair<BodyIndex, std::set<BodyIndex>>> result;
    switch (step.kind) {
        case StepKind::merge:
        case StepKind::rename:
            for (const auto body : bodies) {
                if (body != step.to && has(step.bodies, body)) {
                    result.emplace_back(body, std::set{step.to});
                }
            }
            break;
        case StepKind::split:
            if (has(bodies, step.bodies.front())) {
                result.emplace_back(step.bodies.front(), takers(step, measure));
            }
            break;
        case StepKind::move: {
            if (measure != step.measure || bodies.empty()) break;
            const auto giver = step.bodies.empty() ? bodies.front() : step.bodies.front();
            result.emplace_back(giver, std::set{step.to});
            break;
        }
    }
    return result;
}

void pass_on(Holders& holders, const Step& step, const Dataset& before, MeasureIndex measure) {
    const auto changed = changes(step, before, measure);
    for (auto& [first, now] : holders) {
        std::set<BodyIndex> then = now;
        for (const auto& [gone, heirs] : changed) {
            if (now.contains(gone)) then.erase(gone);
        }
        for (const auto& [gone, heirs] : changed) {
            if (now.contains(gone)) then.insert(heirs.begin(), heirs.end());
        }
        now = std::move(then);
    }
}

}  // namespace

std::vector<Flow> flows(const Dataset& before) {
    std::vector<Holders> holders(before.measures().size());
    for (MeasureIndex m; m.value < before.measures().size(); ++m.value) {
        for (const auto body : bodies_of(before, m)) holders[m.value][body] = {body};
    }
    auto now = before;
    for (const auto& plan : before.plans()) {
        for (const auto& step : plan.steps) {
            for (MeasureIndex m; m.value < before.measures().size(); ++m.value) {
                pass_on(holders[m.value], step, now, m);
            }
            const Plan one{plan.title, plan.source, {step}};
            now = reorganize(now, std::span(&one, 1)).dataset.value();
        }
    }
    std::map<std::pair<BodyIndex, BodyIndex>, std::size_t> counts;
    for (const auto& each : holders) {
        for (const auto& [from, heirs] : each) {
            for (const auto to : heirs) ++counts[{from, to}];
        }
    }
    std::vector<Flow> result;
    result.reserve(counts.size());
    for (const auto& [ends, count] : counts) result.push_back({ends.first, ends.second, count});
    return result;
}

}  // namespace remit::drawing
