#include "cover_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace remit {

namespace {

/// How long the steps go on.
struct Pace {
    int most_steps = 600;
    int patience = 12;  ///< Steps without a better bound before they get shorter.
    double first = 1.0;
    double shortest = 0.005;
};
constexpr Pace fresh{};
constexpr Pace carried_over{100, 5, 0.6, 0.02};  // multipliers from before are nearly good

Cost rounded(double value) {
    return static_cast<Cost>(value + (value < 0.0 ? -0.5 : 0.5));
}

class Relaxation {
 public:
    Relaxation(CoverRows& rows, const std::vector<Cost>& costs, Cost scale, Cost limit,
               Wanted wanted, Effort& effort)
        : rows_(rows),
          costs_(costs),
          scale_(scale),
          limit_(limit),
          wanted_(wanted),
          effort_(effort),
          met_(rows, costs.size()),
          reduced_(costs.size()),
          direction_(rows.size()) {
        for (std::uint32_t c = 0; c < costs.size(); ++c) {
            if (!met_[c].empty()) present_.push_back(c);
        }
        effort.look(4 * (rows.columns.size() + costs.size()));
        start();
    }

    CoverBound find() {
        const bool any_kept =
            std::any_of(kept_.begin(), kept_.end(), [](auto each) { return each > 0; });
        const auto& pace = any_kept ? carried_over : fresh;
        double length = pace.first;
        double move = 0.0;
        int waiting = 0;
        for (int step = 0; step < pace.most_steps && length > pace.shortest; ++step) {
            const auto value = evaluate(move);
            const bool better = step == 0 || value > best_.scaled;
            if (better) keep(value);
            if (step == 0 || (better && step % 4 == 0)) improve_cover();
            if (wanted_ == Wanted::any && best_.cost < limit_) break;
            if (best_.scaled > (std::min(limit_, best_.cost) - 1) * scale_) break;
            if (effort_.looks_ended()) break;
            waiting = better ? 0 : waiting + 1;
            if (waiting == pace.patience) {
                waiting = 0;
                length /= 2;
            }
            const auto norm = turn();
            if (norm < 1e-9) break;  // no step leads on
            const auto goal = static_cast<double>(std::min(limit_, best_.cost) * scale_);
            move = length * (goal - static_cast<double>(value)) / norm;
        }
        improve_cover();
        rows_.multipliers = std::move(kept_);
        return std::move(best_);
    }

 private:
    /// Without multipliers from before, each row gets its fair part of its cheapest column.
    void start() {
        best_.cost = std::numeric_limits<Cost>::max() / 2;
        best_.reduced.resize(costs_.size());
        kept_ = rows_.multipliers;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto most = price(r);
            auto fair = most;
            for (const auto column : rows_[r]) {
                const auto share = static_cast<Cost>(met_[column].size());
                fair = std::min(fair, costs_[column] * scale_ / share);
            }
            most_.push_back(most);
            now_.push_back(kept_[r] == 0 ? fair : std::min(kept_[r], most));
        }
    }

    /// Of the dearest of the columns that a row needs if it takes the cheapest.
    [[nodiscard]] Cost price(std::size_t row) const {
        std::vector<Cost> prices;
        for (const auto column : rows_[row]) prices.push_back(costs_[column] * scale_);
        const auto last = prices.begin() + (rows_.needs[row] - 1);
        std::nth_element(prices.begin(), last, prices.end());
        return *last;
    }

    /// The bound after a move in the direction.
    Cost evaluate(double move) {
        effort_.look(2 * rows_.columns.size());  // with the turn that follows
        for (const auto c : present_) reduced_[c] = costs_[c] * scale_;
        Cost value = 0;
        const auto& needs = rows_.needs;
        for (std::size_t r = 0; r < now_.size(); ++r) {
            const auto now = std::clamp<Cost>(now_[r] + rounded(move * direction_[r]), 0, most_[r]);
            now_[r] = now;
            value += needs[r] * now;
            for (const auto column : rows_[r]) reduced_[column] -= now;
        }
        for (const auto c : present_) value += std::min<Cost>(0, reduced_[c]);
        return value;
    }

    void keep(Cost value) {
        best_.scaled = value;
        for (const auto c : present_) best_.reduced[c] = reduced_[c];
        kept_ = now_;
    }

    /// Turns the direction towards what the rows lack.
    /// \return the square of its length
    double turn() {
        double norm = 0.0;
        for (std::size_t r = 0; r < now_.size(); ++r) {
            auto lacking = static_cast<int>(rows_.needs[r]);
            for (const auto column : rows_[r]) lacking -= reduced_[column] < 0 ? 1 : 0;
            const auto slack = lacking < 0 && now_[r] == 0 ? 0 : lacking;
            direction_[r] = slack + 0.4 * direction_[r];
            norm += direction_[r] * direction_[r];
        }
        return norm;
    }

    /// Takes the columns that the best bound has paid for, meets what is left, and drops who is
    /// not needed, the dearest first.
    void improve_cover() {
        effort_.look(4 * rows_.columns.size());
        const auto& reduced = best_.reduced;
        std::vector<std::uint32_t> times(rows_.size());
        std::vector<bool> taken(costs_.size());
        Columns cover;
        const auto take = [&](std::uint32_t column) {
            cover.push_back(column);
            taken[column] = true;
            for (const auto row : met_[column]) ++times[row];
        };
        for (const auto c : present_) {
            if (reduced[c] <= 0) take(c);
        }
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (times[r] >= rows_.needs[r]) continue;
            Columns columns(rows_[r].begin(), rows_[r].end());
            std::erase_if(columns, [&](auto column) { return taken[column]; });
            std::stable_sort(columns.begin(), columns.end(),
                             [&](auto a, auto b) { return reduced[a] < reduced[b]; });
            columns.resize(rows_.needs[r] - times[r]);
            for (const auto column : columns) take(column);
        }
        std::stable_sort(cover.begin(), cover.end(),
                         [&](auto a, auto b) { return reduced[a] > reduced[b]; });
        Cost cost = 0;
        std::erase_if(cover, [&](auto column) {
            const auto met = met_[column];
            const bool spare = std::all_of(met.begin(), met.end(),
                                           [&](auto row) { return times[row] > rows_.needs[row]; });
            if (!spare) {
                cost += costs_[column];
                return false;
            }
            for (const auto row : met) --times[row];
            return true;
        });
        if (cost >= best_.cost) return;
        best_.cost = cost;
        best_.cover = std::move(cover);
    }

    CoverRows& rows_;
    const std::vector<Cost>& costs_;
    Cost scale_;
    Cost limit_;
    Wanted wanted_;
    Effort& effort_;
    RowsOfColumns met_;
    Columns present_;            // columns of some row
    std::vector<Cost> most_;     // by row: a greater multiplier would never help
    std::vector<Cost> now_;      // by row: the multipliers
    std::vector<Cost> kept_;     // by row: those of the best bound
    std::vector<Cost> reduced_;  // by column
    std::vector<double> direction_;
    CoverBound best_;
};

}  // namespace

CoverBound cover_bound(CoverRows& rows, const std::vector<Cost>& costs, Cost scale, Cost limit,
                       Wanted wanted, Effort& effort) {
    return Relaxation(rows, costs, scale, limit, wanted, effort).find();
}

}  // namespace remit
