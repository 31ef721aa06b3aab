#include "cover_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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

class Relaxation {
 public:
    Relaxation(CoverRows& rows, const std::vector<Cost>& costs, Cost scale, Cost limit,
               Wanted wanted)
        : rows_(rows),
          costs_(costs),
          scale_(scale),
          limit_(limit),
          wanted_(wanted),
          met_(costs.size()) {
        for (std::uint32_t r = 0; r < rows.size(); ++r) {
            Cost least = std::numeric_limits<Cost>::max();
            for (const auto column : rows[r].columns) {
                met_[column].push_back(r);
                least = std::min(least, costs[column] * scale);
            }
            most_.push_back(least);
        }
        start();
    }

    CoverBound find() {
        const auto& pace =
            std::any_of(kept_.begin(), kept_.end(), [](auto each) { return each > 0; })
                ? carried_over
                : fresh;
        double length = pace.first;
        int waiting = 0;
        for (int step = 0; step < pace.most_steps && length > pace.shortest; ++step) {
            const auto value = evaluate();
            const bool better = step == 0 || value > best_.scaled;
            if (better) keep(value);
            if (step == 0 || (better && step % 4 == 0)) improve_cover();
            if (wanted_ == Wanted::any && best_.cost < limit_) break;
            if (best_.scaled > (std::min(limit_, best_.cost) - 1) * scale_) break;
            waiting = better ? 0 : waiting + 1;
            if (waiting == pace.patience) {
                waiting = 0;
                length /= 2;
            }
            if (!move(length, value)) break;
        }
        improve_cover();
        for (std::size_t r = 0; r < rows_.size(); ++r) rows_[r].multiplier = kept_[r];
        return std::move(best_);
    }

 private:
    /// Without multipliers from before, each row gets its fair part of its cheapest column.
    void start() {
        best_.cost = std::numeric_limits<Cost>::max() / 2;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            auto at = rows_[r].multiplier;
            kept_.push_back(at);
            if (at == 0) {
                at = most_[r];
                for (const auto column : rows_[r].columns) {
                    const auto share = static_cast<Cost>(met_[column].size());
                    at = std::min(at, costs_[column] * scale_ / share);
                }
            }
            now_.push_back(std::min(at, most_[r]));
        }
        direction_.resize(rows_.size());
    }

    Cost evaluate() {
        reduced_.resize(costs_.size());
        for (std::size_t c = 0; c < costs_.size(); ++c) reduced_[c] = costs_[c] * scale_;
        Cost value = 0;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            value += now_[r];
            for (const auto column : rows_[r].columns) reduced_[column] -= now_[r];
        }
        for (const auto each : reduced_) value += std::min<Cost>(0, each);
        return value;
    }

    void keep(Cost value) {
        best_.scaled = value;
        best_.reduced = reduced_;
        kept_ = now_;
    }

    /// \return false where no step leads on
    bool move(double length, Cost value) {
        double norm = 0.0;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            double slack = 1.0;
            for (const auto column : rows_[r].columns) slack -= reduced_[column] < 0 ? 1.0 : 0.0;
            if (slack < 0.0 && now_[r] == 0) slack = 0.0;
            direction_[r] = slack + 0.4 * direction_[r];
            norm += direction_[r] * direction_[r];
        }
        if (norm < 1e-9) return false;
        const auto goal = static_cast<double>(std::min(limit_, best_.cost) * scale_);
        const auto step = length * (goal - static_cast<double>(value)) / norm;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto moved = std::llround(step * direction_[r]);
            now_[r] = std::clamp<Cost>(now_[r] + moved, 0, most_[r]);
        }
        return true;
    }

    /// Takes the columns that the best bound has paid for, meets what is left, and drops who is
    /// not needed, the dearest first.
    void improve_cover() {
        const auto& reduced = best_.reduced;
        std::vector<std::uint32_t> times(rows_.size());
        Columns cover;
        const auto take = [&](std::uint32_t column) {
            cover.push_back(column);
            for (const auto row : met_[column]) ++times[row];
        };
        for (std::uint32_t c = 0; c < costs_.size(); ++c) {
            if (reduced[c] <= 0 && !met_[c].empty()) take(c);
        }
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (times[r] > 0) continue;
            const auto& columns = rows_[r].columns;
            take(*std::min_element(columns.begin(), columns.end(),
                                   [&](auto a, auto b) { return reduced[a] < reduced[b]; }));
        }
        std::stable_sort(cover.begin(), cover.end(),
                         [&](auto a, auto b) { return reduced[a] > reduced[b]; });
        Cost cost = 0;
        std::erase_if(cover, [&](auto column) {
            const auto& met = met_[column];
            const bool spare =
                std::all_of(met.begin(), met.end(), [&](auto row) { return times[row] > 1; });
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
    std::vector<Columns> met_;   // rows, by column
    std::vector<Cost> most_;     // by row: a greater multiplier would never help
    std::vector<Cost> now_;      // by row: the multipliers
    std::vector<Cost> kept_;     // by row: those of the best bound
    std::vector<Cost> reduced_;  // by column
    std::vector<double> direction_;
    CoverBound best_;
};

}  // namespace

CoverBound cover_bound(CoverRows& rows, const std::vector<Cost>& costs, Cost scale, Cost limit,
                       Wanted wanted) {
    return Relaxation(rows, costs, scale, limit, wanted).find();
}

}  // namespace remit
