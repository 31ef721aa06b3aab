#include "reach_search.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <utility>

namespace remit {

namespace {

constexpr int most_steps = 600;
constexpr int patience = 12;  // steps without a better bound before they get shorter
constexpr double shortest = 0.005;

class Relaxation {
 public:
    Relaxation(ReachRows& rows, const std::vector<Cost>& costs, Cost scale, Cost budget, Cost floor,
               Wanted wanted, Effort& effort)
        : rows_(rows),
          costs_(costs),
          scale_(scale),
          budget_(budget),
          floor_(floor),
          wanted_(wanted),
          effort_(effort),
          met_(costs.size()) {
        for (std::uint32_t r = 0; r < rows.size(); ++r) {
            links_ += rows[r].columns.size();
            for (const auto column : rows[r].columns) met_[column].push_back(r);
        }
        for (std::uint32_t c = 0; c < costs.size(); ++c) {
            if (!met_[c].empty()) order_.push_back(c);
        }
    }

    ReachBound find() {
        start();
        double length = 1.0;
        int waiting = 0;
        for (int step = 0; step < most_steps && length > shortest; ++step) {
            const auto value = evaluate();
            const bool better = step == 0 || value < best_.scaled;
            if (better) keep(value);
            if (better && step % 4 == 0) offer(guided());
            const auto goal = std::max(floor_, best_.reached);
            if (best_.scaled < (goal + 1) * scale_) break;
            if (wanted_ == Wanted::any && best_.reached > floor_) break;
            if (effort_.looks_ended()) break;
            waiting = better ? 0 : waiting + 1;
            if (waiting == patience) {
                waiting = 0;
                length /= 2;
            }
            if (!move(length, static_cast<double>(value - goal * scale_))) break;
        }
        for (std::size_t r = 0; r < rows_.size(); ++r) rows_[r].multiplier = kept_[r];
        return std::move(best_);
    }

 private:
    /// A greedy set, and, without multipliers from before, those that share each row among the
    /// columns of that set.
    void start() {
        std::vector<std::uint32_t> times(rows_.size());
        Columns set;
        fill(set, times, budget_);
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto most = rows_[r].weight * scale_;
            const auto fair = most / static_cast<Cost>(std::max(1U, times[r]));
            now_.push_back(rows_[r].multiplier < 0 ? fair : std::min(rows_[r].multiplier, most));
        }
        offer(std::move(set));
        direction_.resize(rows_.size());
        share_.resize(costs_.size());
    }

    Cost evaluate() {
        effort_.look(2 * links_ + 4 * costs_.size());  // with the move that follows
        paid_.assign(costs_.size(), 0);
        Cost value = 0;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            value += rows_[r].weight * scale_ - now_[r];
            for (const auto column : rows_[r].columns) paid_[column] += now_[r];
        }
        const auto ratio = [&](auto column) {
            return static_cast<double>(paid_[column]) / static_cast<double>(costs_[column]);
        };
        std::sort(order_.begin(), order_.end(), [&](auto a, auto b) {
            const auto of_a = ratio(a);
            const auto of_b = ratio(b);
            return of_a > of_b || (of_a == of_b && a < b);
        });
        Cost left = budget_;
        price_ = 0;
        bool whole = true;  // the first column that is not paid whole sets the price
        for (const auto column : order_) {
            const auto spent = std::min(left, costs_[column]);
            if (whole && spent < costs_[column]) price_ = paid_[column] / costs_[column];
            whole = whole && spent == costs_[column];
            share_[column] = static_cast<double>(spent) / static_cast<double>(costs_[column]);
            left -= spent;
        }
        value += price_ * budget_;
        for (const auto column : order_) {
            value += std::max<Cost>(0, paid_[column] - price_ * costs_[column]);
        }
        return value;
    }

    void keep(Cost value) {
        best_.scaled = value;
        kept_ = now_;
        best_.reduced.assign(costs_.size(), 0);
        for (const auto column : order_) {
            best_.reduced[column] = paid_[column] - price_ * costs_[column];
        }
    }

    /// \return false where no step leads on
    bool move(double length, double gap) {
        double norm = 0.0;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            double excess = -1.0;
            for (const auto column : rows_[r].columns) excess += share_[column];
            const bool at_most = now_[r] == rows_[r].weight * scale_;
            if ((at_most && excess < 0.0) || (now_[r] == 0 && excess > 0.0)) excess = 0.0;
            direction_[r] = excess + 0.4 * direction_[r];
            norm += direction_[r] * direction_[r];
        }
        if (norm < 1e-9) return false;
        const auto step = length * gap / norm;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto moved = std::llround(step * direction_[r]);
            now_[r] = std::clamp<Cost>(now_[r] - moved, 0, rows_[r].weight * scale_);
        }
        return true;
    }

    /// Takes the columns that are worth most by the multipliers, then those that add most.
    Columns guided() {
        std::vector<std::uint32_t> times(rows_.size());
        Columns set;
        auto left = budget_;
        for (const auto column : order_) {
            if (costs_[column] > left || share_[column] < 1.0) continue;
            left -= costs_[column];
            set.push_back(column);
            for (const auto row : met_[column]) ++times[row];
        }
        fill(set, times, left);
        return set;
    }

    /// Adds what meets most that is not met yet, for its cost, while the budget lasts. What a
    /// column is worth only falls, so that one that is still worth what it was is the best.
    void fill(Columns& set, std::vector<std::uint32_t>& times, Cost left) {
        const auto worth = [&](std::uint32_t column) {
            effort_.look(met_[column].size());
            Cost gain = 0;
            for (const auto row : met_[column]) gain += times[row] == 0 ? rows_[row].weight : 0;
            return static_cast<double>(gain) / static_cast<double>(costs_[column]);
        };
        using Worth = std::pair<double, std::uint32_t>;
        const auto behind = [](const Worth& a, const Worth& b) {
            return a.first != b.first ? a.first < b.first : a.second > b.second;
        };
        std::vector<Worth> all;
        for (const auto column : order_) all.emplace_back(worth(column), column);
        std::priority_queue queue(behind, std::move(all));
        while (!queue.empty()) {
            const auto [before, column] = queue.top();
            queue.pop();
            if (costs_[column] > left) continue;
            const auto now = worth(column);
            if (now == 0.0) continue;
            if (now < before) {
                queue.emplace(now, column);
                continue;
            }
            left -= costs_[column];
            set.push_back(column);
            for (const auto row : met_[column]) ++times[row];
        }
    }

    void offer(Columns set) {
        std::vector<bool> met(rows_.size());
        Cost reached = 0;
        for (const auto column : set) {
            for (const auto row : met_[column]) {
                if (!met[row]) reached += rows_[row].weight;
                met[row] = true;
            }
        }
        if (reached <= best_.reached) return;
        best_.reached = reached;
        best_.set = std::move(set);
    }

    ReachRows& rows_;
    const std::vector<Cost>& costs_;
    Cost scale_;
    Cost budget_;
    Cost floor_;
    Wanted wanted_;
    Effort& effort_;
    std::size_t links_ = 0;      // columns of all rows
    std::vector<Columns> met_;   // rows, by column
    Columns order_;              // columns that meet anything, the most worth for their cost first
    std::vector<Cost> now_;      // by row: the multipliers
    std::vector<Cost> kept_;     // by row: those of the best bound
    std::vector<Cost> paid_;     // by column
    Cost price_ = 0;             // of a unit of the budget
    std::vector<double> share_;  // by column: how much of it the budget pays for
    std::vector<double> direction_;
    ReachBound best_;
};

}  // namespace

ReachBound reach_bound(ReachRows& rows, const std::vector<Cost>& costs, Cost scale, Cost budget,
                       Cost floor, Wanted wanted, Effort& effort) {
    return Relaxation(rows, costs, scale, budget, floor, wanted, effort).find();
}

}  // namespace remit
