#include <remit/model/history.hpp>

#include "build.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace remit {
namespace {

/// Whether the change ends the body that it starts from.
bool ends_body(Change change) {
    return change == Change::merged_into || change == Change::replaced_by ||
           change == Change::split_into;
}

/// Follows one body from day to day.
class Walk {
 public:
    Walk(const Registry& registry, const std::vector<Choice>& choices)
        : registry_(registry), choices_(choices) {}

    /// The body that holds its place on the other day; none at a fork without a choice.
    std::optional<BodyIndex> follow(BodyIndex body, const Date& from, const Date& to) {
        auto at = body;
        auto day = from;
        for (std::size_t steps = 0; steps <= registry_.successions.size(); ++steps) {
            const auto next = from <= to ? successors(at, day, to) : predecessors(at, day, to);
            if (next.bodies.empty()) return at;
            const auto chosen = choose(at, next.bodies);
            if (!chosen) return std::nullopt;
            at = *chosen;
            day = next.date;
        }
        return at;  // a cycle; the registry's own error
    }

    std::vector<Fork> take_forks() { return std::move(forks_); }

 private:
    struct Step {
        std::set<BodyIndex> bodies;
        Date date;
    };

    Step successors(BodyIndex body, const Date& after, const Date& until) const {
        Step step;
        for (const auto& each : registry_.successions) {
            if (each.from != body || !ends_body(each.change)) continue;
            if (each.date <= after || each.date > until) continue;
            step.bodies.insert(each.to);
            step.date = std::max(step.date, each.date);
        }
        return step;
    }

    Step predecessors(BodyIndex body, const Date& before, const Date& until) const {
        Step step;
        for (const auto& each : registry_.successions) {
            // What was split off another was there before; only a new body has predecessors.
            const bool begins =
                each.change == Change::merged_into || each.change == Change::replaced_by;
            if (each.to != body || !begins) continue;
            if (each.date > before || each.date <= until) continue;
            step.bodies.insert(each.from);
            step.date = step.bodies.size() == 1 ? each.date : std::min(step.date, each.date);
        }
        return step;
    }

    std::optional<BodyIndex> choose(BodyIndex body, const std::set<BodyIndex>& bodies) {
        if (bodies.size() == 1) return *bodies.begin();
        const auto choice = std::find_if(choices_.begin(), choices_.end(), [&](const auto& each) {
            return each.body == body && bodies.contains(each.chosen);
        });
        if (choice != choices_.end()) return choice->chosen;
        const Fork fork{body, {bodies.begin(), bodies.end()}};
        if (std::find(forks_.begin(), forks_.end(), fork) == forks_.end()) forks_.push_back(fork);
        return std::nullopt;
    }

    const Registry& registry_;
    const std::vector<Choice>& choices_;
    std::vector<Fork> forks_;
};

/// Adds a measure's department, or joins it to the same one that is there already.
void add(std::vector<std::pair<BodyIndex, Role>>& bodies, BodyIndex body, Role role) {
    const auto same = std::find_if(bodies.begin(), bodies.end(),
                                   [&](const auto& each) { return each.first == body; });
    if (same == bodies.end()) {
        bodies.emplace_back(body, role);
    } else if (role == Role::lead) {
        same->second = role;
    }
}

}  // namespace

Life life(const Registry& registry, BodyIndex body) {
    Life result;
    for (const auto& each : registry.successions) {
        const bool begins =
            each.change == Change::merged_into || each.change == Change::replaced_by;
        if (each.to == body && begins && each.from != body) {
            result.begin = std::min(result.begin.value_or(each.date), each.date);
        }
        if (each.from == body && ends_body(each.change) && each.to != body) {
            result.end = std::max(result.end.value_or(each.date), each.date);
        }
    }
    return result;
}

AsOf as_of(const Dataset& dataset, const Date& day, const std::vector<Choice>& choices) {
    auto content = std::make_shared<Dataset::Content>(dataset.content());
    const auto& registry = content->registry;
    Walk walk(registry, choices);
    std::map<std::pair<BodyIndex, Date>, std::optional<BodyIndex>> known;
    std::set<std::pair<BodyIndex, BodyIndex>> carried;
    const auto carry = [&](BodyIndex body, const Date& from) {
        const auto [found, fresh] = known.try_emplace({body, from});
        if (fresh) found->second = walk.follow(body, from, day);
        if (found->second && *found->second != body) carried.insert({body, *found->second});
        return found->second;
    };

    content->responsibilities.clear();
    content->responsibility_begin = {0};
    std::vector<BodyIndex> bodies;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        std::vector<std::pair<BodyIndex, Role>> named;
        for (const auto& each : dataset.responsibilities(m)) {
            const auto body = dataset.departments()[each.department.value].body;
            const auto then = carry(body, dataset[dataset[m].notice].issued);
            if (then) add(named, *then, each.role);
        }
        for (const auto& [body, role] : named) {
            bodies.push_back(body);
            content->responsibilities.push_back({DepartmentIndex{}, role});
        }
        content->responsibility_begin.push_back(
            static_cast<std::uint32_t>(content->responsibilities.size()));
    }
    for (auto& notice : content->notices) {
        for (auto& lead : notice.lead) lead = carry(lead, notice.issued).value_or(lead);
    }
    auto forks = walk.take_forks();
    if (!forks.empty()) return {std::nullopt, std::move(forks)};
    // A body stands in the row of the first one whose place it took.
    std::vector<BodyIndex> order;
    for (const auto& department : dataset.departments()) {
        for (const auto& notice : dataset.notices()) {
            const auto found = known.find({department.body, notice.issued});
            if (found != known.end() && found->second) order.push_back(*found->second);
        }
    }
    content->as_of = day;
    content->carried.assign(carried.begin(), carried.end());
    detail::number_departments(*content, bodies, order);
    return {Dataset(std::move(content)), {}};
}

}  // namespace remit
