#include "group_search.hpp"

#include <algorithm>

namespace remit {
namespace {

class GroupSearch {
 public:
    GroupSearch(const PairGains& gains, std::size_t& steps)
        : gains_(gains), steps_(steps), size_(gains.size()), labels_(size_), most_(size_ + 1) {}

    /// The groups of all things; empty where the steps did not suffice.
    [[nodiscard]] Groups run() {
        for (auto first = size_; first-- > 0;) {
            first_ = first;
            // The first alone, with the best of the others, is what is to be beaten.
            best_ = most_[first + 1];
            best_labels_ = rest_;
            best_labels_.insert(best_labels_.begin(), static_cast<std::uint32_t>(size_ + first));
            to_groups_.assign(size_ - first, std::vector<std::int64_t>(size_));
            groups_ = 0;
            join(first, 0, 0);
            if (steps_ == 0) return {};
            most_[first] = best_;
            rest_ = best_labels_;
        }
        return rest_;
    }

 private:
    /// Puts a thing in each of the groups of those before it, then in one of its own.
    void place(std::size_t thing, std::int64_t gain) {
        if (steps_ == 0 || --steps_ == 0) return;
        if (thing == size_) {
            if (gain <= best_) return;
            best_ = gain;
            best_labels_.assign(labels_.begin() + static_cast<std::ptrdiff_t>(first_),
                                labels_.end());
            return;
        }
        if (gain + most_[thing] + attraction(thing) <= best_) return;
        std::vector<std::pair<std::int64_t, std::uint32_t>> choices;
        for (std::uint32_t group = 0; group <= groups_; ++group) {
            choices.emplace_back(-(group < groups_ ? to_groups_[group][thing] : 0), group);
        }
        std::sort(choices.begin(), choices.end());
        for (const auto& [loss, group] : choices) join(thing, group, gain - loss);
    }

    /// What the things that are yet to be placed gain at most from the groups that there are.
    [[nodiscard]] std::int64_t attraction(std::size_t thing) const {
        std::int64_t sum = 0;
        for (auto other = thing; other < size_; ++other) {
            std::int64_t most = 0;
            for (std::uint32_t g = 0; g < groups_; ++g) {
                most = std::max(most, to_groups_[g][other]);
            }
            sum += most;
        }
        return sum;
    }

    void join(std::size_t thing, std::uint32_t group, std::int64_t gain) {
        const bool fresh = group == groups_;
        if (fresh) ++groups_;
        labels_[thing] = group;
        auto& sums = to_groups_[group];
        for (auto other = thing + 1; other < size_; ++other) sums[other] += gains_[thing][other];
        place(thing + 1, gain);
        for (auto other = thing + 1; other < size_; ++other) sums[other] -= gains_[thing][other];
        if (fresh) --groups_;
    }

    const PairGains& gains_;
    std::size_t& steps_;
    std::size_t size_;
    std::size_t first_ = 0;
    Groups labels_;                   // of all things
    std::vector<std::int64_t> most_;  // what those from each thing on gain at most
    Groups rest_;                     // the best groups of those behind the first
    std::vector<std::vector<std::int64_t>> to_groups_;  // gains of things with each group
    std::uint32_t groups_ = 0;
    std::int64_t best_ = 0;
    Groups best_labels_;
};

}  // namespace

std::int64_t gain_of(const PairGains& gains, const Groups& groups) {
    std::int64_t sum = 0;
    for (std::size_t a = 0; a < groups.size(); ++a) {
        for (std::size_t b = a + 1; b < groups.size(); ++b) {
            if (groups[a] == groups[b]) sum += gains[a][b];
        }
    }
    return sum;
}

Groups best_groups(const PairGains& gains, Groups groups, std::size_t& steps) {
    auto found = GroupSearch(gains, steps).run();
    if (steps == 0) return groups;
    return gain_of(gains, found) > gain_of(gains, groups) ? found : groups;
}

}  // namespace remit
