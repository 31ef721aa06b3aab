#include "lead_optimum.hpp"

#include "lead_moves.hpp"
#include "lead_open.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <queue>
#include <utility>

namespace remit {
namespace {

using Departments = std::vector<std::uint32_t>;

/// The leads of a department whose marginal costs are within one.
std::uint32_t leads_within(const LeadProblem& problem, double marginal, std::uint32_t d) {
    const auto count = marginal * static_cast<double>(problem.weights[d]);
    return count < static_cast<double>(problem.caps[d]) ? static_cast<std::uint32_t>(count)
                                                        : problem.caps[d];
}

/// Nearly the highest marginal cost within which departments have no more leads than these.
double highest_marginal(const LeadProblem& problem, const Departments& part, std::uint64_t leads) {
    double low = 0.0;
    double high = 1.0;
    for (const auto d : part) {
        const auto weight = static_cast<double>(problem.weights[d]);
        high = std::max(high, (static_cast<double>(leads) + 1.0) / weight);
    }
    for (int i = 0; i < 64; ++i) {
        const auto middle = low + (high - low) / 2.0;
        std::uint64_t sum = 0;
        for (const auto d : part) sum += leads_within(problem, middle, d);
        (sum <= leads ? low : high) = middle;
    }
    return low;
}

/// How many leads each of some departments would have if each could lead any measure: one after
/// the other goes where it costs least.
/// \return nothing if the caps are too small
std::optional<Counts> apportioned(const LeadProblem& problem, const Departments& part,
                                  std::uint64_t leads) {
    std::uint64_t caps = 0;
    for (const auto d : part) caps += problem.caps[d];
    if (caps < leads) return std::nullopt;
    const auto marginal = highest_marginal(problem, part, leads);
    Counts result;
    for (const auto d : part) {
        const auto count = leads_within(problem, marginal, d);
        result.push_back(count - std::min(count, 1U));  // rounding may have made it one too many
        leads -= result.back();
    }
    using Next = std::pair<Marginal, std::uint32_t>;  // and a place in the part
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    const auto offer = [&](std::uint32_t i) {
        if (result[i] < problem.caps[part[i]]) {
            queue.emplace(problem.marginal(part[i], result[i] + 1), i);
        }
    };
    for (std::uint32_t i = 0; i < part.size(); ++i) offer(i);
    for (; leads > 0; --leads) {
        const auto i = queue.top().second;
        queue.pop();
        ++result[i];
        offer(i);
    }
    return result;
}

/// Each measure in turn to the department where it costs least. A start that is nearly fair.
Leads dealt(const LeadProblem& problem) {
    Leads leads(problem.choices.size(), nobody);
    Counts loads(problem.departments());
    for (std::size_t m = 0; m < leads.size(); ++m) {
        auto& best = leads[m];
        for (const auto d : problem.choices[m]) {
            if (best == nobody ||
                problem.marginal(d, loads[d] + 1) < problem.marginal(best, loads[best] + 1)) {
                best = d;
            }
        }
        if (best != nobody) ++loads[best];
    }
    return leads;
}

class Decomposition {
 public:
    explicit Decomposition(const LeadProblem& problem)
        : problem_(problem),
          parts_of_(problem.departments()),
          leads_(dealt(problem)),
          loads_(loads_of(leads_, problem.departments())),
          open_(problem.choices, leads_),
          moves_(open_.choices, problem.departments()),
          excess_(problem.departments()),
          room_(problem.departments()) {
        Departments all(problem.departments());
        std::iota(all.begin(), all.end(), 0U);
        parts_.push_back(std::move(all));
    }

    [[nodiscard]] FairestLeads solve() {
        std::vector<std::uint32_t> open{0};
        while (!open.empty()) {
            std::vector<bool> is_open(parts_.size());
            for (const auto part : open) is_open[part] = true;
            open_.narrow([&](std::uint32_t lead, std::uint32_t d) {
                return is_open[parts_of_[lead]] && parts_of_[lead] == parts_of_[d];
            });
            for (const auto part : open) {
                if (!set_target(parts_[part])) return {{}, overfull()};
            }
            moves_.send(open_.leads, excess_, room_, anywhere);
            for (std::size_t i = 0; i < open_.leads.size(); ++i) {
                leads_[open_.measures[i]] = open_.leads[i];
            }
            loads_ = loads_of(leads_, problem_.departments());
            std::vector<std::uint32_t> halves;
            for (const auto part : open) split(part, halves);
            open = std::move(halves);
        }
        return {std::move(leads_), {}};
    }

 private:
    static bool anywhere(std::uint32_t /*measure*/, std::uint32_t /*from*/, std::uint32_t /*to*/) {
        return true;
    }

    bool set_target(const Departments& part) {
        std::uint64_t leads = 0;
        for (const auto d : part) leads += loads_[d];
        const auto target = apportioned(problem_, part, leads);
        if (!target) return false;
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto d = part[i];
            excess_[d] = loads_[d] - std::min(loads_[d], (*target)[i]);
            room_[d] = (*target)[i] - std::min(loads_[d], (*target)[i]);
        }
        return true;
    }

    /// What the leads of one department beyond its cap can reach when all have gone that can go.
    Departments overfull() {
        loads_ = loads_of(leads_, problem_.departments());
        for (std::uint32_t d = 0; d < problem_.departments(); ++d) {
            excess_[d] = loads_[d] - std::min(loads_[d], problem_.caps[d]);
            room_[d] = problem_.caps[d] - std::min(loads_[d], problem_.caps[d]);
        }
        LeadMoves moves(problem_.choices, problem_.departments());
        moves.send(leads_, excess_, room_, anywhere);
        const auto first = std::find_if(excess_.begin(), excess_.end(),
                                        [](std::uint32_t left) { return left > 0; });
        std::fill(excess_.begin(), first, 0U);
        std::fill(first + 1, excess_.end(), 0U);
        moves.send(leads_, excess_, room_, anywhere);
        Departments result;
        for (std::uint32_t d = 0; d < problem_.departments(); ++d) {
            if (moves.reached(d)) result.push_back(d);
        }
        return result;
    }

    /// In two where some excess stays: what it can reach, and the rest.
    void split(std::uint32_t part, std::vector<std::uint32_t>& halves) {
        auto& departments = parts_[part];
        const bool stays = std::any_of(departments.begin(), departments.end(),
                                       [&](std::uint32_t d) { return excess_[d] > 0; });
        if (stays) {
            const auto middle =
                std::stable_partition(departments.begin(), departments.end(),
                                      [&](std::uint32_t d) { return !moves_.reached(d); });
            Departments reached(middle, departments.end());
            departments.erase(middle, departments.end());
            const auto next = static_cast<std::uint32_t>(parts_.size());
            for (const auto d : reached) parts_of_[d] = next;
            if (!departments.empty()) halves.push_back(part);
            halves.push_back(next);
            parts_.push_back(std::move(reached));
        }
    }

    const LeadProblem& problem_;
    std::vector<Departments> parts_;
    std::vector<std::uint32_t> parts_of_;  // by department
    Leads leads_;
    Counts loads_;
    OpenMeasures open_;
    LeadMoves moves_;
    Counts excess_;
    Counts room_;
};

}  // namespace

FairestLeads fairest_leads(const LeadProblem& problem) {
    return Decomposition(problem).solve();
}

std::vector<Marginal> lead_prices(const LeadProblem& problem, const Leads& leads) {
    const auto count = problem.departments();
    const auto loads = loads_of(leads, count);
    const auto marginal = [&](std::uint32_t d) { return problem.marginal(d, loads[d]); };
    Led led;
    led.sort(leads, count);
    Departments order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return marginal(a) > marginal(b); });
    std::vector<Marginal> prices(count);
    std::vector<bool> priced(count);
    Departments reached;
    for (const auto dearest : order) {
        if (priced[dearest]) continue;
        priced[dearest] = true;
        reached.assign(1, dearest);
        while (!reached.empty()) {
            const auto d = reached.back();
            reached.pop_back();
            prices[d] = marginal(dearest);
            for (const auto m : led[d]) {
                for (const auto to : problem.choices[m]) {
                    if (priced[to]) continue;
                    priced[to] = true;
                    reached.push_back(to);
                }
            }
        }
    }
    return prices;
}

bool prices_prove(const LeadProblem& problem, const Leads& leads,
                  const std::vector<Marginal>& prices) {
    const auto loads = loads_of(leads, problem.departments());
    for (std::uint32_t d = 0; d < loads.size(); ++d) {
        if (loads[d] > problem.caps[d] || problem.marginal(d, loads[d]) > prices[d]) return false;
        if (loads[d] < problem.caps[d] && problem.marginal(d, loads[d] + 1) < prices[d]) {
            return false;
        }
    }
    for (std::size_t m = 0; m < leads.size(); ++m) {
        bool chosen = problem.choices[m].empty();
        for (const auto d : problem.choices[m]) {
            chosen = chosen || d == leads[m];
            if (prices[d] < prices[leads[m]]) return false;
        }
        if (!chosen) return false;
    }
    return true;
}

AllFairest all_fairest(const LeadProblem& problem, const std::vector<Marginal>& prices) {
    const auto count = problem.departments();
    AllFairest result{{}, {Counts(count), Counts(count)}};
    for (std::uint32_t d = 0; d < count; ++d) {
        const auto all = prices[d].leads * problem.weights[d];
        const auto most = std::min<std::uint64_t>(all / prices[d].weight, problem.caps[d]);
        const auto above = (all + prices[d].weight - 1) / prices[d].weight;
        const auto least = std::min<std::uint64_t>(above - (above > 0 ? 1 : 0), most);
        result.bounds.least[d] = static_cast<std::uint32_t>(least);
        result.bounds.most[d] = static_cast<std::uint32_t>(most);
    }
    Departments order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return prices[a] < prices[b]; });
    std::vector<std::uint32_t> ranks(count);  // as the prices, but cheap to compare
    for (std::size_t i = 1; i < count; ++i) {
        ranks[order[i]] = ranks[order[i - 1]] + (prices[order[i - 1]] < prices[order[i]] ? 1 : 0);
    }
    result.choices.first.reserve(problem.choices.first.size());
    for (std::size_t m = 0; m < problem.choices.size(); ++m) {
        auto lowest = nobody;
        for (const auto d : problem.choices[m]) lowest = std::min(lowest, ranks[d]);
        for (const auto d : problem.choices[m]) {
            if (ranks[d] == lowest) result.choices.add(d);
        }
        result.choices.end_measure();
    }
    return result;
}

}  // namespace remit
