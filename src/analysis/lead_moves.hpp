/// \file
/// How are leads moved from departments that have too many to those that have room?
#pragma once

#include "lead_problem.hpp"

#include <utility>
#include <vector>

namespace remit {

/// Moves leads along chains: a measure goes from its lead to another of its departments, which
/// passes one on, until one has room.
///
/// A maximum flow by shortest chains, after Dinic, on the departments alone: a measure is an arc
/// from its lead to each of its other departments. In one phase all chains are equally short, so
/// that a measure moves at most once and a phase takes O(measures + departments + links).
class LeadMoves {
 public:
    LeadMoves(const Choices& choices, std::size_t departments)
        : choices_(choices), departments_(departments) {}

    /// Moves until no chain leads from excess to room.
    ///
    /// \param excess   by department, how many leads it should lose; what is left on return
    /// \param room     by department, how many it may gain; what is left on return
    /// \param allowed  whether a measure may go from one department to another
    template <class Allowed>
    void send(Leads& leads, Counts& excess, Counts& room, Allowed allowed) {
        for (;;) {
            queue_.clear();
            levels_.assign(departments_, nobody);
            for (std::uint32_t d = 0; d < departments_; ++d) {
                if (excess[d] > 0) reach(d, 0);
            }
            if (queue_.empty()) return;
            led_.sort(leads, departments_);
            if (!layer(room, allowed)) return;
            measure_at_.assign(led_.first.begin(), led_.first.end() - 1);
            choice_at_.assign(departments_, 0);
            for (std::uint32_t d = 0; d < departments_; ++d) {
                while (excess[d] > 0 && send_one(d, leads, room, allowed)) --excess[d];
            }
        }
    }

    /// Whether a chain from excess leads to it, as of the last `send`.
    [[nodiscard]] bool reached(std::uint32_t department) const {
        return levels_[department] != nobody;
    }

 private:
    struct Step {
        std::uint32_t measure;
        std::uint32_t to;
    };

    void reach(std::uint32_t department, std::uint32_t level) {
        levels_[department] = level;
        queue_.push_back(department);
    }

    /// Numbers the departments by their distance from excess, up to the nearest one with room.
    template <class Allowed>
    bool layer(const Counts& room, Allowed allowed) {
        auto last = nobody;
        for (std::size_t i = 0; i < queue_.size(); ++i) {
            const auto d = queue_[i];
            if (levels_[d] == last) return true;
            for (const auto m : led_[d]) {
                for (const auto to : choices_[m]) {
                    if (levels_[to] != nobody || !allowed(m, d, to)) continue;
                    reach(to, levels_[d] + 1);
                    if (room[to] > 0) last = levels_[to];
                }
            }
        }
        return last != nobody;
    }

    template <class Allowed>
    bool send_one(std::uint32_t from, Leads& leads, Counts& room, Allowed allowed) {
        path_.clear();
        for (auto d = from;;) {
            if (room[d] > 0) {
                --room[d];
                for (const auto& [measure, to] : path_) leads[measure] = to;
                return true;
            }
            if (const auto to = next(d, leads, allowed); to != nobody) {
                path_.push_back({led_.measures[measure_at_[d]], to});
                d = to;
                continue;
            }
            levels_[d] = nobody;
            if (path_.empty()) return false;
            path_.pop_back();
            d = path_.empty() ? from : path_.back().to;
        }
    }

    /// The next department that one of its measures can go to, where the search stopped before.
    template <class Allowed>
    std::uint32_t next(std::uint32_t d, const Leads& leads, Allowed allowed) {
        for (auto& at = measure_at_[d]; at < led_.first[d + 1]; ++at, choice_at_[d] = 0) {
            const auto m = led_.measures[at];
            if (leads[m] != d) continue;  // it has gone
            const auto choices = choices_[m];
            for (auto& choice = choice_at_[d]; choice < choices.size(); ++choice) {
                const auto to = choices[choice];
                if (levels_[to] == levels_[d] + 1 && allowed(m, d, to)) return to;
            }
        }
        return nobody;
    }

    const Choices& choices_;
    std::size_t departments_;
    Led led_;
    std::vector<std::uint32_t> levels_;
    std::vector<std::uint32_t> queue_;
    std::vector<std::uint32_t> measure_at_;  // by department, a place in `led_.measures`
    std::vector<std::uint32_t> choice_at_;   // by department, a choice of that measure
    std::vector<Step> path_;
};

}  // namespace remit
