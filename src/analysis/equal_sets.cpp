#include "equal_sets.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace remit {

namespace {

Columns united(const Columns& a, const Columns& b) {
    Columns result;
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

using Bits = std::vector<std::uint64_t>;  // one for each column

class Listing {
 public:
    Listing(const std::vector<Cost>& costs, const EqualSetOracle& oracle,
            const EqualSetListener& listener, std::size_t limit)
        : costs_(costs),
          oracle_(oracle),
          listener_(listener),
          limit_(limit),
          binds_(costs.size()) {}

    EqualSets list(Columns known) {
        cost_ = std::accumulate(known.begin(), known.end(), Cost{0},
                                [&](Cost sum, auto column) { return sum + costs_[column]; });
        learn(known);
        bind_always(Bind::out, Bind::in);
        Cost spent = 0;
        for (std::uint32_t column = 0; column < costs_.size(); ++column) {
            if (binds_[column] != Bind::in) continue;
            result_.in_every.push_back(column);
            spent += costs_[column];
        }
        if (result_.decided) bind_always(Bind::in, Bind::out);
        if (result_.decided && listener_) listener_(binds_);
        if (result_.decided) descend(0, spent);
        if (result_.sets.empty()) result_.sets.push_back(std::move(known));
        if (!result_.decided) result_.all = false;
        return std::move(result_);
    }

 private:
    /// Binds every column that no best set has (or lacks).
    void bind_always(Bind question, Bind otherwise) {
        for (std::uint32_t column = 0; column < costs_.size(); ++column) {
            if (binds_[column] != Bind::free) continue;
            binds_[column] = question;
            const bool some = exists();
            binds_[column] = some || !result_.decided ? Bind::free : otherwise;
            if (!result_.decided) return;
        }
    }

    /// Whether a best set agrees with the binds, as far as that could be decided.
    bool exists() {
        const auto in = bits([&](std::uint32_t column) { return binds_[column] == Bind::in; });
        const auto out = bits([&](std::uint32_t column) { return binds_[column] == Bind::out; });
        const auto agrees = [&](const Bits& set) {
            for (std::size_t i = 0; i < set.size(); ++i) {
                if ((set[i] & out[i]) != 0 || (in[i] & ~set[i]) != 0) return false;
            }
            return true;
        };
        if (std::any_of(members_.begin(), members_.end(), agrees)) return true;
        auto answer = oracle_(binds_);
        if (!answer.decided) result_.decided = false;
        if (!answer.set) return false;
        learn(*answer.set);
        return true;
    }

    template <class Has>
    [[nodiscard]] Bits bits(Has has) const {
        Bits result((costs_.size() + 63) / 64);
        for (std::uint32_t column = 0; column < costs_.size(); ++column) {
            if (has(column)) result[column / 64] |= std::uint64_t{1} << (column % 64);
        }
        return result;
    }

    void learn(const Columns& set) {
        members_.push_back(bits([&](std::uint32_t column) {
            return std::binary_search(set.begin(), set.end(), column);
        }));
    }

    /// Lists the best sets that agree with the binds, of which there is one.
    void descend(std::uint32_t column, Cost spent) {
        if (spent == cost_) {
            if (result_.sets.size() == limit_) {
                result_.all = false;
                return;
            }
            Columns set;
            for (std::uint32_t c = 0; c < costs_.size(); ++c) {
                if (binds_[c] == Bind::in) set.push_back(c);
            }
            result_.sets.push_back(std::move(set));
            return;
        }
        while (binds_[column] != Bind::free) ++column;
        for (const auto bind : {Bind::in, Bind::out}) {
            if (!result_.all || !result_.decided) break;
            binds_[column] = bind;
            if (exists()) descend(column + 1, spent + (bind == Bind::in ? costs_[column] : 0));
        }
        binds_[column] = Bind::free;
    }

    const std::vector<Cost>& costs_;
    const EqualSetOracle& oracle_;
    const EqualSetListener& listener_;
    std::size_t limit_;
    std::vector<Bind> binds_;
    std::vector<Bits> members_;  // of the sets that are known
    Cost cost_ = 0;
    EqualSets result_;
};

}  // namespace

EqualSets equal_sets(const std::vector<Cost>& costs, Columns known, std::size_t limit,
                     const EqualSetOracle& oracle, const EqualSetListener& listener) {
    return Listing(costs, oracle, listener, limit).list(std::move(known));
}

std::vector<Columns> unions(const std::vector<Columns>& a, const std::vector<Columns>& b,
                            std::size_t limit) {
    // A pair stands behind those with an earlier set on either side.
    using Entry = std::tuple<Columns, std::size_t, std::size_t>;
    std::set<Entry> next;
    const auto add = [&](std::size_t i, std::size_t j) {
        if (i < a.size() && j < b.size()) next.emplace(united(a[i], b[j]), i, j);
    };
    std::vector<Columns> result;
    for (add(0, 0); !next.empty() && result.size() < limit; next.erase(next.begin())) {
        const auto& [set, i, j] = *next.begin();
        result.push_back(set);
        add(i + 1, j);
        add(i, j + 1);
    }
    return result;
}

}  // namespace remit
