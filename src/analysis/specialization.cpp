#include <remit/analysis/specialization.hpp>

#include "entropy_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace remit {

namespace {

using detail::margins;
using detail::Margins;

Counts transposed(const Counts& counts) {
    Counts result(counts.front().size());
    for (const auto& row : counts) {
        for (std::size_t j = 0; j < row.size(); ++j) result[j].push_back(row[j]);
    }
    return result;
}

std::optional<double> scaled(double value, double from, double to) {
    if (!(to > from)) return std::nullopt;
    return (value - from) / (to - from);
}

/// count ln (count / expected)
double surprise(std::uint64_t count, double expected) {
    if (count == 0) return 0.0;
    return static_cast<double>(count) * std::log(static_cast<double>(count) / expected);
}

/// d' of the rows.
class RowSpecialization {
 public:
    explicit RowSpecialization(const Margins& margins) : margins_(margins) {}

    [[nodiscard]] std::optional<double> of(std::size_t row, const Counts& counts) const {
        const auto sum = margins_.rows[row];
        if (sum == 0) return std::nullopt;
        const auto d = divergence(row, counts[row]);
        const auto least = std::min(d, divergence(row, most_expected(row)));
        const auto greatest =
            std::log(static_cast<double>(margins_.total) / static_cast<double>(sum));
        return scaled(d, least, greatest);
    }

 private:
    [[nodiscard]] double expected(std::size_t row, std::size_t column) const {
        return static_cast<double>(margins_.rows[row] * margins_.columns[column]) /
               static_cast<double>(margins_.total);
    }

    [[nodiscard]] double divergence(std::size_t row,
                                    const std::vector<std::uint64_t>& counts) const {
        double sum = 0.0;
        for (std::size_t j = 0; j < counts.size(); ++j) {
            sum += surprise(counts[j], expected(row, j));
        }
        return sum / static_cast<double>(margins_.rows[row]);
    }

    [[nodiscard]] std::vector<std::uint64_t> most_expected(std::size_t row) const {
        std::vector<std::uint64_t> counts;
        std::uint64_t placed = 0;
        for (std::size_t j = 0; j < margins_.columns.size(); ++j) {
            counts.push_back(margins_.expected_floor(row, j));
            placed += counts.back();
        }
        for (; placed < margins_.rows[row]; ++placed) ++counts[cheapest(row, counts)];
        return counts;
    }

    [[nodiscard]] std::size_t cheapest(std::size_t row,
                                       const std::vector<std::uint64_t>& counts) const {
        std::size_t found = counts.size();
        double least = 0.0;
        for (std::size_t j = 0; j < counts.size(); ++j) {
            if (margins_.columns[j] == 0) continue;
            const auto mean = expected(row, j);
            const auto rise = surprise(counts[j] + 1, mean) - surprise(counts[j], mean);
            if (found < counts.size() && rise >= least) continue;
            found = j;
            least = rise;
        }
        return found;
    }

    const Margins& margins_;
};

std::vector<std::optional<double>> row_specialization(const Counts& counts,
                                                      const Margins& margins) {
    const RowSpecialization specialization(margins);
    std::vector<std::optional<double>> result;
    for (std::size_t i = 0; i < counts.size(); ++i) result.push_back(specialization.of(i, counts));
    return result;
}

bool is_unweighted(const Counts& counts) {
    return std::all_of(counts.begin(), counts.end(), [](const auto& row) {
        return std::all_of(row.begin(), row.end(), [](auto count) { return count < 2; });
    });
}

}  // namespace

std::variant<Specialization, NotSpecialized> specialization(const Counts& counts) {
    const auto sums = margins(counts);
    if (sums.total == 0) return NotSpecialized::nothing_counted;
    if (is_unweighted(counts)) return NotSpecialized::unweighted;

    Specialization result;
    result.entropy = detail::entropy(counts, sums.total);
    result.least_entropy = std::min(result.entropy, detail::least_entropy(sums));
    result.greatest_entropy = std::max(result.entropy, detail::greatest_entropy(sums));
    result.network = scaled(-result.entropy, -result.greatest_entropy, -result.least_entropy);
    result.rows = row_specialization(counts, sums);
    const auto turned = transposed(counts);
    result.columns = row_specialization(turned, margins(turned));
    return result;
}

}  // namespace remit
