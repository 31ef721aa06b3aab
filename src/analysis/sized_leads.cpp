#include "sized_leads.hpp"

#include "sized_problem.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace remit {
namespace {

/// Moves measures, and swaps two, as long as that is better.
class Descent {
 public:
    Descent(const SizedProblem& problem, SizedState& state, std::size_t steps)
        : problem_(problem), state_(state), steps_(steps) {}

    void run() {
        for (bool better = true; better && steps_ > 0;) {
            while (pass(&Descent::move)) {
            }
            better = pass(&Descent::swap);
        }
    }

 private:
    using Value = std::pair<Wide, int>;

    bool pass(bool (Descent::*step)(std::uint32_t, std::uint32_t)) {
        bool better = false;
        for (std::uint32_t m = 0; m < state_.leads.size(); ++m) {
            for (const auto to : problem_.choices()[m]) {
                if (to != state_.leads[m] && (this->*step)(m, to)) better = true;
            }
        }
        return better;
    }

    /// Takes a measure from its lead. \return what that adds
    Value put(std::uint32_t m, std::uint32_t to) {
        const auto from = state_.leads[m];
        const auto before = state_.loads[from] - problem_.size(m);
        const auto added =
            problem_.added(m, to, state_.loads[to]) - problem_.added(m, from, before);
        state_.put(problem_, m, to);
        return {added, problem_.changed(m, to) - problem_.changed(m, from)};
    }

    bool move(std::uint32_t m, std::uint32_t to) {
        if (steps_ == 0 || state_.counts[to] >= problem_.cap(to)) return false;
        --steps_;
        const auto from = state_.leads[m];
        if (put(m, to) < Value{0, 0}) return true;
        put(m, from);
        return false;
    }

    bool swap(std::uint32_t m, std::uint32_t to) {
        const auto from = state_.leads[m];
        for (std::uint32_t other = 0; other < state_.leads.size() && steps_ > 0; ++other) {
            --steps_;
            if (state_.leads[other] != to || problem_.size(other) == problem_.size(m)) continue;
            const auto row = problem_.choices()[other];
            if (std::find(row.begin(), row.end(), from) == row.end()) continue;
            const auto first = put(m, to);
            const auto second = put(other, from);
            if (Value{first.first + second.first, first.second + second.second} < Value{0, 0}) {
                return true;
            }
            put(m, from);
            put(other, to);
        }
        return false;
    }

    const SizedProblem& problem_;
    SizedState& state_;
    std::size_t steps_;
};

/// Tries the choices of the measures, large ones first, unless a bound says that it is in vain.
///
/// q L^2 = q (2 p L - p^2) + q (L - p)^2 for any p: the first is a sum over measures, of which each
/// of those to come adds at least its least; the second is at least that of the nearest load that
/// the department may still come to. For the last measure this is the cost itself.
class Search {
 public:
    Search(const SizedProblem& problem, LoadPrices prices, SizedState best, std::size_t nodes)
        : problem_(problem),
          prices_(std::move(prices.loads)),
          state_(problem, Leads(best.leads.size(), nobody)),
          best_(std::move(best.leads)),
          value_(SizedState(problem, best_).value(problem)),
          open_(problem.departments()),
          gaps_(problem.departments()),
          tried_(problem.choices().departments),
          nodes_(nodes) {
        for (std::uint32_t m = 0; m < best_.size(); ++m) {
            if (problem.choices()[m].empty()) continue;
            order_.push_back(m);
            least_.resize(m + 1);
            least_[m] = added(m, problem.choices()[m][0]);
            for (const auto d : problem.choices()[m]) {
                open_[d] += problem.size(m);
                least_[m] = std::min(least_[m], added(m, d));
            }
        }
        for (const auto each : least_) sum_ += each;
        for (std::uint32_t d = 0; d < gaps_.size(); ++d) {
            sum_ -= problem.rate(d) * prices_[d] * prices_[d];
            update(d);
        }
        const auto single = [&](std::uint32_t m) { return problem.choices()[m].size() == 1; };
        std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (single(a) != single(b)) return single(a);
            return problem.size(a) > problem.size(b);
        });
    }

    /// Whether all was tried.
    bool run() {
        std::vector<std::size_t> next;  // by place: the choice that is to be tried
        if (worth_it()) descend(next);
        while (!next.empty() && nodes_ > 0) {
            const auto m = order_[next.size() - 1];
            take(m, nobody);
            const auto row = tried(m);
            if (next.back() == row.size()) {
                next.pop_back();
                continue;
            }
            const auto d = row[next.back()++];
            if (state_.counts[d] >= problem_.cap(d)) continue;
            --nodes_;
            take(m, d);
            if (worth_it()) descend(next);
        }
        return next.empty();
    }

    [[nodiscard]] const Leads& best() const { return best_; }
    [[nodiscard]] Wide cost() const { return value_.first; }

 private:
    [[nodiscard]] bool worth_it() const { return std::pair(sum_, changes_) < value_; }

    [[nodiscard]] Wide added(std::uint32_t m, std::uint32_t d) const {
        return problem_.added(m, d, prices_[d]);
    }

    [[nodiscard]] std::span<std::uint32_t> tried(std::uint32_t m) {
        const auto& first = problem_.choices().first;
        return {tried_.data() + first[m], tried_.data() + first[m + 1]};
    }

    /// Opens the next measure, its cheapest choice first; behind the last one the leads are better.
    void descend(std::vector<std::size_t>& next) {
        if (next.size() == order_.size()) {
            best_ = state_.leads;
            value_ = {sum_, changes_};
            return;
        }
        const auto m = order_[next.size()];
        auto row = tried(m);
        std::sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) {
            const auto value = [&](std::uint32_t d) {
                return std::tuple(problem_.added(m, d, state_.loads[d] + open_[d] / 2),
                                  problem_.changed(m, d), d);
            };
            return value(a) < value(b);
        });
        next.push_back(0);
    }

    /// Gives a measure to a department, or takes it back.
    void take(std::uint32_t m, std::uint32_t d) {
        const auto before = state_.leads[m];
        if (before == d) return;
        if (before != nobody) sum_ -= added(m, before) - least_[m];
        if (d != nobody) sum_ += added(m, d) - least_[m];
        changes_ += (d == nobody ? 0 : problem_.changed(m, d)) -
                    (before == nobody ? 0 : problem_.changed(m, before));
        state_.put(problem_, m, d);
        const auto opened =
            (d == nobody ? problem_.size(m) : 0) - (before == nobody ? problem_.size(m) : 0);
        for (const auto each : problem_.choices()[m]) {
            open_[each] += opened;
            update(each);
        }
    }

    /// What is known of q (L - p)^2.
    void update(std::uint32_t d) {
        const auto load = problem_.nearest(d, state_.loads[d], open_[d], prices_[d]);
        const auto distance = load - prices_[d];
        sum_ -= gaps_[d];
        gaps_[d] = problem_.rate(d) * distance * distance;
        sum_ += gaps_[d];
    }

    const SizedProblem& problem_;
    std::vector<Wide> prices_;  // by department, p
    SizedState state_;
    Leads best_;
    std::pair<Wide, int> value_;
    std::vector<Wide> open_;   // by department: sizes of the measures to come that it may lead
    std::vector<Wide> gaps_;   // by department
    std::vector<Wide> least_;  // by measure
    std::vector<std::uint32_t> tried_;  // the choices in the order in which they are tried
    std::vector<std::uint32_t> order_;  // of the measures
    Wide sum_ = 0;
    int changes_ = 0;
    std::size_t nodes_;
};

}  // namespace

SizedLeads sized_leads(const LeadProblem& problem, const std::vector<std::uint64_t>& sizes,
                       const Choices& wanted, const Leads& start, std::size_t nodes) {
    const SizedProblem sized(problem, sizes, wanted);
    SizedState state(sized, start);
    Descent(sized, state, nodes).run();
    auto prices = sized.prices(state.loads);
    const auto bound = prices.bound;
    Search search(sized, std::move(prices), std::move(state), nodes);
    const bool all = search.run();
    return {search.best(), static_cast<double>(bound) * sized.unit(), all,
            all || bound >= search.cost()};
}

}  // namespace remit
