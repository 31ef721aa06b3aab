#include "fixed_degrees.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace remit {
namespace {

/// [v]: measures that still lack v departments.
using Lacking = std::vector<std::size_t>;
/// In how many ways the departments so far leave it so, up to a common factor.
using Ways = std::map<Lacking, double>;

/// n! / (k! (n - k)!). \pre k <= n
double choose(std::size_t n, std::size_t k) {
    double result = 1.0;
    for (std::size_t i = 1; i <= std::min(k, n - k); ++i) {
        result = result * static_cast<double>(n - std::min(k, n - k) + i) / static_cast<double>(i);
    }
    return result;
}

/// Spreads the measures of one department over those that lack one.
class Spread {
 public:
    Spread(Ways& next, std::size_t departments_left, std::size_t& steps_left)
        : next_(next), departments_left_(departments_left), steps_left_(steps_left) {}

    /// False where the steps do not suffice.
    [[nodiscard]] bool all(const Lacking& before, double ways, std::size_t degree) {
        before_ = &before;
        after_ = before;
        groups_.clear();
        room_.assign(1, 0);
        for (std::size_t v = 1; v < before.size(); ++v) {
            if (before[v] == 0) continue;
            groups_.push_back(v);
            room_.push_back(room_.back() + before[v]);
        }
        return from(groups_.size(), ways, degree);
    }

 private:
    /// Groups are taken from the most lacking down; `count` are left.
    bool from(std::size_t count, double ways, std::size_t degree) {
        if (steps_left_ < after_.size()) return false;
        steps_left_ -= after_.size();
        if (count == 0) {
            next_[after_] += ways;
            return true;
        }
        const auto v = groups_[count - 1];
        const auto size = (*before_)[v];
        if (v > departments_left_) return true;  // cannot be filled any more
        const auto rest = room_[count - 1];
        auto least = degree > rest ? degree - rest : 0;
        if (v == departments_left_) least = size;
        for (auto n = least; n <= std::min(size, degree); ++n) {
            after_[v] -= n;
            after_[v - 1] += n;
            const bool done = from(count - 1, ways * choose(size, n), degree - n);
            after_[v] += n;
            after_[v - 1] -= n;
            if (!done) return false;
        }
        return true;
    }

    Ways& next_;
    std::size_t departments_left_;  // with the one that is spread
    std::size_t& steps_left_;
    const Lacking* before_ = nullptr;
    Lacking after_;
    std::vector<std::size_t> groups_;
    std::vector<std::size_t> room_;  // [i]: measures of the first i groups
};

}  // namespace

FixedDegrees::FixedDegrees(const ResponsibilityGraph& graph, std::size_t limit)
    : steps_left_(limit) {
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        degrees_.push_back(graph.measures(d).size());
    }
    std::sort(degrees_.begin(), degrees_.end(), std::greater<>());
    measures_.resize(3);
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto degree = graph.departments(m).size();
        if (degree >= measures_.size()) measures_.resize(degree + 1);
        ++measures_[degree];
    }
}

std::optional<std::vector<double>> FixedDegrees::shared(std::size_t k, std::size_t l) {
    auto others = degrees_;
    others.erase(std::find(others.begin(), others.end(), k));
    others.erase(std::find(others.begin(), others.end(), l));
    Ways ways{{measures_, 1.0}};
    for (std::size_t i = 0; i < others.size(); ++i) {
        double sum = 0.0;
        for (const auto& [lacking, count] : ways) sum += count;
        Ways next;
        Spread spread(next, others.size() - i + 2, steps_left_);
        for (const auto& [lacking, count] : ways) {
            if (!spread.all(lacking, count / sum, others[i])) return {};
        }
        ways = std::move(next);
    }

    // The two share what lacks two; what lacks one goes to either.
    std::vector<double> shared(std::min(k, l) + 1);
    for (const auto& [lacking, count] : ways) {
        const auto x = lacking[2];
        if (x >= shared.size() || lacking[1] + 2 * x != k + l) continue;
        shared[x] += count * choose(lacking[1], k - x);
    }
    const auto total = std::accumulate(shared.rbegin(), shared.rend(), 0.0);
    if (!std::isnormal(total)) return {};
    for (auto& probability : shared) probability /= total;
    return shared;
}

DegreePreservingChain::DegreePreservingChain(const ResponsibilityGraph& graph, std::uint64_t seed)
    : words_((graph.measure_count() + 63) / 64),
      rows_(graph.department_count(), std::vector<std::uint64_t>(words_)),
      random_(seed) {
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        for (const auto measure : graph.measures(d)) {
            rows_[d.value][measure.value / 64] |= std::uint64_t{1} << (measure.value % 64);
        }
    }
}

void DegreePreservingChain::trade() {
    const auto first = below(random_, rows_.size());
    auto second = below(random_, rows_.size() - 1);
    if (second >= first) ++second;
    auto& a = rows_[first];
    auto& b = rows_[second];

    pool_.clear();
    std::size_t of_a = 0;
    for (std::size_t w = 0; w < words_; ++w) {
        for (auto bits = a[w] ^ b[w]; bits != 0; bits &= bits - 1) {
            pool_.push_back(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
        of_a += static_cast<std::size_t>(std::popcount(a[w] & ~b[w]));
    }
    for (std::size_t i = 0; i < pool_.size(); ++i) {
        if (i < of_a) std::swap(pool_[i], pool_[i + below(random_, pool_.size() - i)]);
        const auto bit = std::uint64_t{1} << (pool_[i] % 64);
        auto& gains = i < of_a ? a : b;
        auto& loses = i < of_a ? b : a;
        gains[pool_[i] / 64] |= bit;
        loses[pool_[i] / 64] &= ~bit;
    }
}

std::vector<Link> DegreePreservingChain::links() const {
    std::vector<Link> result;
    for (DepartmentIndex d; d.value < rows_.size(); ++d.value) {
        for (std::size_t w = 0; w < words_; ++w) {
            for (auto bits = rows_[d.value][w]; bits != 0; bits &= bits - 1) {
                const auto m = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                result.push_back({{static_cast<std::uint32_t>(m)}, d});
            }
        }
    }
    return result;
}

std::size_t DegreePreservingChain::shared(std::size_t a, std::size_t b) const {
    std::size_t count = 0;
    for (std::size_t w = 0; w < words_; ++w) {
        count += static_cast<std::size_t>(std::popcount(rows_[a][w] & rows_[b][w]));
    }
    return count;
}

}  // namespace remit
