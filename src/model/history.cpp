#include <remit/model/history.hpp>

#include "build.hpp"
#include "content.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace remit {
namespace {

/// Whether the change ends the body that it starts from.
bool ends_body(const Succession& each) {
    return each.change == Change::merged_into || each.change == Change::replaced_by ||
           each.change == Change::split_into;
}

/// Whether the change begins the body that it leads to. What came of a split may have been there
/// before, unless it is said to have begun with it.
bool begins_body(const Succession& each) {
    if (each.change == Change::merged_into) return each.began.value_or(true);
    if (each.change == Change::split_into) return each.began.value_or(false);
    return each.change == Change::replaced_by;
}

/// Follows a body to the one that held its place on a day.
class Walk {
 public:
    Walk(const Registry& registry, const Date& day, const std::vector<Choice>& choices)
        : registry_(registry), day_(day), choices_(choices), lives_(lives(registry)) {
        used_.resize(choices.size());
    }

    /// None at a fork without a choice.
    std::optional<BodyIndex> follow(BodyIndex body) {
        for (std::size_t steps = 0; steps <= registry_.successions.size(); ++steps) {
            const auto& days = lives_[body.value];
            if (days.includes(day_)) return body;
            const auto next = days.end && days.end->first_day() <= day_.first_day()
                                  ? successors(body)
                                  : predecessors(body);
            if (next.empty()) return body;  // began without one
            const auto chosen = choose(body, next);
            if (!chosen) return std::nullopt;
            body = *chosen;
        }
        return body;  // a cycle; the registry's own error
    }

    std::vector<Fork> take_forks() { return std::move(forks_); }

    std::vector<bool> take_used() { return std::move(used_); }

 private:
    [[nodiscard]] std::set<BodyIndex> successors(BodyIndex body) const {
        std::set<BodyIndex> found;
        for (const auto& each : registry_.successions) {
            if (each.from == body && ends_body(each)) found.insert(each.to);
        }
        return found;
    }

    [[nodiscard]] std::set<BodyIndex> predecessors(BodyIndex body) const {
        std::set<BodyIndex> found;
        for (const auto& each : registry_.successions) {
            if (each.to == body && begins_body(each)) found.insert(each.from);
        }
        return found;
    }

    std::optional<BodyIndex> choose(BodyIndex body, const std::set<BodyIndex>& bodies) {
        if (bodies.size() == 1) return *bodies.begin();
        const auto choice = std::find_if(choices_.begin(), choices_.end(), [&](const auto& each) {
            return each.body == body && bodies.contains(each.chosen);
        });
        if (choice != choices_.end()) {
            used_[static_cast<std::size_t>(choice - choices_.begin())] = true;
            return choice->chosen;
        }
        const Fork fork{body, {bodies.begin(), bodies.end()}};
        if (std::find(forks_.begin(), forks_.end(), fork) == forks_.end()) forks_.push_back(fork);
        return std::nullopt;
    }

    const Registry& registry_;
    const Date& day_;
    const std::vector<Choice>& choices_;
    std::vector<Life> lives_;
    std::vector<Fork> forks_;
    std::vector<bool> used_;  // one per choice
};

}  // namespace

Life life(const Registry& registry, BodyIndex body) {
    return lives(registry)[body.value];
}

std::vector<Life> lives(const Registry& registry) {
    std::vector<Life> result;
    for (const auto& body : registry.bodies) result.push_back({body.began, std::nullopt});
    for (const auto& each : registry.successions) {
        if (each.from == each.to) continue;
        if (begins_body(each)) {
            auto& begin = result[each.to.value].begin;
            begin = std::min(begin.value_or(each.date), each.date);
        }
        if (ends_body(each)) {
            auto& end = result[each.from.value].end;
            end = std::max(end.value_or(each.date), each.date);
        }
    }
    return result;
}

AsOf as_of(const Dataset& dataset, const Date& day, const std::vector<Choice>& choices) {
    auto content = std::make_shared<Dataset::Content>(dataset.content());
    const auto& registry = content->registry;
    Walk walk(registry, day, choices);
    std::map<BodyIndex, std::optional<BodyIndex>> known;
    std::set<std::pair<BodyIndex, BodyIndex>> carried;
    const auto carry = [&](BodyIndex body) {
        const auto [found, fresh] = known.try_emplace(body);
        if (fresh) found->second = walk.follow(body);
        if (found->second && *found->second != body) carried.insert({body, *found->second});
        return found->second;
    };

    std::vector<detail::NamedBodies> named(dataset.measures().size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (auto each : detail::named_bodies(dataset, m)) {
            const auto then = carry(each.body);
            if (!then) continue;
            each.body = *then;
            detail::join(named[m.value], each);
        }
    }
    for (auto& measure : content->measures) {
        for (auto& other : measure.others) {
            if (other.body) other.body = carry(*other.body).value_or(*other.body);
        }
    }
    for (auto& notice : content->notices) {
        std::vector<BodyIndex> leads;
        for (const auto lead : notice.lead) {
            const auto then = carry(lead).value_or(lead);
            if (std::find(leads.begin(), leads.end(), then) == leads.end()) leads.push_back(then);
        }
        notice.lead = std::move(leads);
    }
    auto forks = walk.take_forks();
    if (!forks.empty()) return {std::nullopt, std::move(forks), walk.take_used()};
    // A body stands in the row of the first one whose place it took.
    std::vector<BodyIndex> order;
    for (const auto& department : dataset.departments()) {
        if (const auto then = carry(department.body)) order.push_back(*then);
    }
    content->as_of = day;
    content->carried.assign(carried.begin(), carried.end());
    detail::replace_departments(*content, named, order);
    return {Dataset(std::move(content)), {}, walk.take_used()};
}

std::vector<DepartmentIndex> untold(const Dataset& dataset) {
    std::vector<DepartmentIndex> result;
    const auto day = dataset.as_of();
    if (!day) return result;
    const auto& registry = dataset.registry();
    const auto days = lives(registry);
    std::vector<bool> came_later(registry.bodies.size());
    for (const auto& each : registry.successions) {
        const bool later = each.change == Change::split_into && !each.began &&
                           day->last_day() < each.date.first_day();
        if (later && each.from != each.to) came_later[each.to.value] = true;
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto body = dataset.departments()[d.value].body.value;
        if (came_later[body] && !days[body].begin) result.push_back(d);
    }
    return result;
}

std::vector<DepartmentIndex> absent(const Dataset& dataset) {
    std::vector<DepartmentIndex> result;
    const auto day = dataset.as_of();
    if (!day) return result;
    const auto days = lives(dataset.registry());
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (!days[dataset.departments()[d.value].body.value].includes(*day)) result.push_back(d);
    }
    return result;
}

std::vector<Succession> undecided(const Dataset& dataset) {
    std::vector<Succession> result;
    const auto day = dataset.as_of();
    if (!day) return result;
    const auto& registry = dataset.registry();
    std::vector<bool> concerned(registry.bodies.size());
    for (const auto& department : dataset.departments()) concerned[department.body.value] = true;
    for (const auto& [before, then] : dataset.carried()) concerned[before.value] = true;
    const auto days = lives(registry);
    for (const auto& each : registry.successions) {
        if (each.from == each.to || is_earlier(*day, each.date) != Truth::undecided) continue;
        const bool begins =
            begins_body(each) && concerned[each.to.value] && days[each.to.value].begin == each.date;
        const bool ends =
            ends_body(each) && concerned[each.from.value] && days[each.from.value].end == each.date;
        if (begins || ends) result.push_back(each);
    }
    return result;
}

}  // namespace remit
