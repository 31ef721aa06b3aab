#include "lead_nearest.hpp"

#include "lead_moves.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace remit {
namespace {

constexpr auto unreached = static_cast<std::uint32_t>(-1);

class PrimalDual {
 public:
    PrimalDual(const AllFairest& all, const Choices& wanted)
        : all_(all),
          costs_(all.choices, wanted),
          departments_(all.bounds.least.size()),
          moves_(all.choices, departments_),
          distances_(departments_),
          excess_(departments_),
          room_(departments_) {
        nearest_.leads.assign(all.choices.size(), nobody);
        nearest_.potentials.resize(departments_);
        for (std::size_t m = 0; m < nearest_.leads.size(); ++m) {
            const auto first = costs_.wanted(m).empty() ? all.choices[m] : costs_.wanted(m);
            if (!first.empty()) nearest_.leads[m] = first[0];
        }
        loads_ = loads_of(nearest_.leads, departments_);
    }

    [[nodiscard]] NearestLeads solve() {
        while (any_above()) {
            seek([this](std::uint32_t d) { return loads_[d] > most(d) ? 0 : unreached; },
                 [this](std::uint32_t d) { return loads_[d] < most(d); });
            for (std::uint32_t d = 0; d < departments_; ++d) {
                excess_[d] = loads_[d] - std::min(loads_[d], most(d));
                room_[d] = most(d) - std::min(loads_[d], most(d));
            }
            nearest_.level += step_;
            send();
        }
        while (any_below()) {
            seek([this](std::uint32_t d) { return loads_[d] > least(d) ? below(d) : unreached; },
                 [this](std::uint32_t d) { return loads_[d] < least(d); });
            for (std::uint32_t d = 0; d < departments_; ++d) {
                const bool at_level = nearest_.potentials[d] == nearest_.level;
                excess_[d] = at_level ? loads_[d] - std::min(loads_[d], least(d)) : 0;
                room_[d] = least(d) - std::min(loads_[d], least(d));
            }
            send();
        }
        return std::move(nearest_);
    }

 private:
    [[nodiscard]] std::uint32_t least(std::uint32_t d) const { return all_.bounds.least[d]; }
    [[nodiscard]] std::uint32_t most(std::uint32_t d) const { return all_.bounds.most[d]; }

    [[nodiscard]] std::uint32_t below(std::uint32_t d) const {
        return static_cast<std::uint32_t>(nearest_.level - nearest_.potentials[d]);
    }

    [[nodiscard]] bool any_above() const {
        for (std::uint32_t d = 0; d < departments_; ++d) {
            if (loads_[d] > most(d)) return true;
        }
        return false;
    }

    [[nodiscard]] bool any_below() const {
        for (std::uint32_t d = 0; d < departments_; ++d) {
            if (loads_[d] < least(d)) return true;
        }
        return false;
    }

    /// Of a move, its cost and the difference of the potentials: never negative.
    [[nodiscard]] std::int32_t reduced(std::uint32_t m, std::uint32_t from,
                                       std::uint32_t to) const {
        return costs_(m, to) - costs_(m, from) + nearest_.potentials[from] -
               nearest_.potentials[to];
    }

    /// Raises the potentials by the distances from the sources, but no further than to the nearest
    /// sink, so that moves along shortest chains cost nothing.
    template <class Start, class Sink>
    void seek(Start start, Sink sink) {
        led_.sort(nearest_.leads, departments_);
        queues_.clear();
        distances_.assign(departments_, unreached);
        for (std::uint32_t d = 0; d < departments_; ++d) reach(d, start(d));
        std::size_t distance = 0;
        for (bool found = false; !found; ++distance) {
            assert(distance < queues_.size());
            for (std::size_t i = 0; i < queues_[distance].size() && !found; ++i) {
                const auto d = queues_[distance][i];
                if (distances_[d] != distance) continue;  // it was reached by less
                found = sink(d);
                if (!found) leave(d);
            }
            if (found) break;
        }
        step_ = static_cast<std::int32_t>(distance);
        for (std::uint32_t d = 0; d < departments_; ++d) {
            nearest_.potentials[d] += static_cast<std::int32_t>(
                std::min(distances_[d], static_cast<std::uint32_t>(distance)));
        }
    }

    void reach(std::uint32_t d, std::uint32_t distance) {
        if (distance >= distances_[d]) return;
        distances_[d] = distance;
        if (queues_.size() <= distance) queues_.resize(distance + 1);
        queues_[distance].push_back(d);
    }

    void leave(std::uint32_t d) {
        const auto distance = distances_[d];
        for (const auto m : led_[d]) {
            for (const auto to : all_.choices[m]) {
                if (to == d || distances_[to] <= distance) continue;
                reach(to, distance + static_cast<std::uint32_t>(reduced(m, d, to)));
            }
        }
    }

    void send() {
        moves_.send(nearest_.leads, excess_, room_,
                    [this](std::uint32_t m, std::uint32_t from, std::uint32_t to) {
                        return reduced(m, from, to) == 0;
                    });
        loads_ = loads_of(nearest_.leads, departments_);
    }

    const AllFairest& all_;
    ChangeCosts costs_;
    std::size_t departments_;
    LeadMoves moves_;
    NearestLeads nearest_;
    Counts loads_;
    Led led_;
    std::vector<std::uint32_t> distances_;
    std::vector<std::vector<std::uint32_t>> queues_;  // by distance
    Counts excess_;
    Counts room_;
    std::int32_t step_ = 0;
};

}  // namespace

NearestLeads nearest_leads(const AllFairest& all, const Choices& wanted) {
    return PrimalDual(all, wanted).solve();
}

bool potentials_prove(const AllFairest& all, const Choices& wanted, const NearestLeads& nearest) {
    const auto& [leads, potentials, level] = nearest;
    const ChangeCosts costs(all.choices, wanted);
    const auto loads = loads_of(leads, potentials.size());
    for (std::uint32_t d = 0; d < loads.size(); ++d) {
        if (loads[d] < all.bounds.least[d] || loads[d] > all.bounds.most[d]) return false;
        if (loads[d] < all.bounds.most[d] && potentials[d] < level) return false;
        if (loads[d] > all.bounds.least[d] && potentials[d] > level) return false;
    }
    for (std::uint32_t m = 0; m < leads.size(); ++m) {
        for (const auto d : all.choices[m]) {
            if (costs(m, d) - potentials[d] < costs(m, leads[m]) - potentials[leads[m]]) {
                return false;
            }
        }
    }
    return true;
}

AllFairest all_nearest(const AllFairest& all, const Choices& wanted, const NearestLeads& nearest) {
    const auto& potentials = nearest.potentials;
    const ChangeCosts costs(all.choices, wanted);
    AllFairest result{{}, all.bounds};
    for (std::size_t d = 0; d < potentials.size(); ++d) {
        if (potentials[d] > nearest.level) result.bounds.most[d] = result.bounds.least[d];
        if (potentials[d] < nearest.level) result.bounds.least[d] = result.bounds.most[d];
    }
    result.choices.first.reserve(all.choices.first.size());
    for (std::uint32_t m = 0; m < all.choices.size(); ++m) {
        const auto lead = nearest.leads[m];
        for (const auto d : all.choices[m]) {
            if (costs(m, d) - potentials[d] == costs(m, lead) - potentials[lead]) {
                result.choices.add(d);
            }
        }
        result.choices.end_measure();
    }
    return result;
}

}  // namespace remit
