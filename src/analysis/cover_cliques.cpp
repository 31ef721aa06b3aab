#include "cover_cliques.hpp"

#include <algorithm>
#include <iterator>

namespace remit {
namespace {

/// Columns that are neighbors where they are a row.
class Pairs {
 public:
    Pairs(const CoverRows& rows, std::size_t columns, Effort& effort)
        : effort_(effort), neighbors_(columns), within_(columns) {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (rows[r].size() != 2) continue;
            neighbors_[rows[r].front()].push_back(rows[r].back());
            neighbors_[rows[r].back()].push_back(rows[r].front());
        }
        for (auto& each : neighbors_) std::sort(each.begin(), each.end());
    }

    /// A clique with two neighbors, ascending, that cannot be made larger: what has most neighbors
    /// among those that may still join does so.
    [[nodiscard]] Columns clique(std::uint32_t a, std::uint32_t b) {
        Columns result{a, b};
        auto candidates = common(neighbors_[a], b);
        while (!candidates.empty()) {
            std::size_t most = 0;
            Columns left;
            auto best = candidates.front();
            for (const auto each : candidates) {
                auto of_it = common(candidates, each);
                if (of_it.size() <= most) continue;
                most = of_it.size();
                best = each;
                left = std::move(of_it);
            }
            result.push_back(best);
            candidates = std::move(left);
        }
        std::sort(result.begin(), result.end());
        for (const auto column : result) within_[column].push_back(count_);
        ++count_;
        return result;
    }

    /// Whether a clique that was found has both.
    [[nodiscard]] bool are_together(std::uint32_t a, std::uint32_t b) const {
        const auto& other = within_[b];
        return std::any_of(within_[a].begin(), within_[a].end(), [&](auto clique) {
            return std::binary_search(other.begin(), other.end(), clique);
        });
    }

 private:
    [[nodiscard]] Columns common(const Columns& columns, std::uint32_t neighbor) {
        effort_.look(columns.size() + neighbors_[neighbor].size());
        Columns result;
        std::set_intersection(columns.begin(), columns.end(), neighbors_[neighbor].begin(),
                              neighbors_[neighbor].end(), std::back_inserter(result));
        return result;
    }

    Effort& effort_;
    std::vector<Columns> neighbors_;  // by column, ascending
    std::vector<Columns> within_;     // by column, the cliques that have it, ascending
    std::uint32_t count_ = 0;
};

void copy_row(CoverRows& to, const CoverRows& from, std::size_t row) {
    for (const auto column : from[row]) to.add(column);
    to.end_row(from.needs[row], from.multipliers[row]);
}

}  // namespace

CoverRows with_cliques(const CoverRows& rows, std::size_t columns, Effort& effort) {
    Pairs pairs(rows, columns, effort);
    CoverRows result;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows[r].size() != 2 || effort.looks_ended()) {
            copy_row(result, rows, r);
            continue;
        }
        const auto a = rows[r].front();
        const auto b = rows[r].back();
        if (pairs.are_together(a, b)) continue;
        const auto clique = pairs.clique(a, b);
        for (const auto column : clique) result.add(column);
        result.end_row(static_cast<std::uint32_t>(clique.size() - 1), 0);
    }
    return result;
}

}  // namespace remit
