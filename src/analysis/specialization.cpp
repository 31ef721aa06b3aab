#include <remit/analysis/specialization.hpp>

#include "compensated_sum.hpp"
#include "entropy_bounds.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <set>
#include <utility>

namespace remit {

namespace {

constexpr double least_difference = 1e-12;  // of entropies that are not the same but for rounding

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

/// -p ln p
double surprise_of(double share) {
    return share > 0.0 ? -share * std::log(share) : 0.0;
}

/// The sums of a graph's weights.
struct WeightSums {
    std::vector<double> departments;
    std::vector<double> measures;
    double total = 0.0;

    WeightSums(const ResponsibilityGraph& graph, const LinkWeights& weights)
        : departments(graph.department_count()), measures(graph.measure_count()) {
        std::vector<detail::CompensatedSum> of_departments(departments.size());
        detail::CompensatedSum all;
        for (MeasureIndex m; m.value < measures.size(); ++m.value) {
            detail::CompensatedSum of_measure;
            const auto named = graph.departments(m);
            for (std::size_t i = 0; i < named.size(); ++i) {
                const auto weight = weights.of(m)[i];
                of_departments[named[i].value].add(weight);
                of_measure.add(weight);
                all.add(weight);
            }
            measures[m.value] = of_measure.value();
        }
        for (std::size_t d = 0; d < departments.size(); ++d) {
            departments[d] = of_departments[d].value();
        }
        total = all.value();
    }

    [[nodiscard]] double entropy(const std::vector<double>& sums) const {
        detail::CompensatedSum result;
        for (const auto each : sums) result.add(surprise_of(each / total));
        return result.value();
    }

    /// The greatest of one side's sums takes what it can from the greatest of the other's.
    [[nodiscard]] double least_entropy() const {
        using Rest = std::pair<double, std::size_t>;  // of equals the first
        const auto rests = [](const std::vector<double>& sums) {
            std::set<Rest, std::greater<>> result;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                if (sums[i] > 0.0) result.insert({sums[i], sums.size() - i});
            }
            return result;
        };
        auto rows = rests(departments);
        auto columns = rests(measures);
        detail::CompensatedSum result;
        while (!rows.empty() && !columns.empty()) {
            auto row = rows.extract(rows.begin());
            auto column = columns.extract(columns.begin());
            const auto taken = std::min(row.value().first, column.value().first);
            result.add(surprise_of(taken / total));
            row.value().first -= taken;
            column.value().first -= taken;
            if (row.value().first > 0.0) rows.insert(std::move(row));
            if (column.value().first > 0.0) columns.insert(std::move(column));
        }
        return result.value();
    }
};

/// d / dmax of each of one side, from sums over its links of weight ln (weight / expected).
std::vector<std::optional<double>> of_real_numbers(
    const std::vector<detail::CompensatedSum>& divergence, const std::vector<double>& sums,
    double total) {
    std::vector<std::optional<double>> result;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const auto greatest = sums[i] > 0.0 ? std::log(total / sums[i]) : 0.0;
        if (greatest < least_difference) {
            result.emplace_back();
            continue;
        }
        const auto d = divergence[i].value() / sums[i];
        result.emplace_back(std::clamp(d / greatest, 0.0, 1.0));
    }
    return result;
}

}  // namespace

std::variant<Specialization, NotSpecialized> specialization(const ResponsibilityGraph& graph,
                                                            const LinkWeights& weights) {
    if (graph.link_count() == 0) return NotSpecialized::nothing_counted;
    if (weights.empty()) return NotSpecialized::unweighted;

    const WeightSums sums(graph, weights);
    std::vector<detail::CompensatedSum> of_departments(sums.departments.size());
    std::vector<detail::CompensatedSum> of_measures(sums.measures.size());
    detail::CompensatedSum entropy;
    for (MeasureIndex m; m.value < sums.measures.size(); ++m.value) {
        const auto named = graph.departments(m);
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto weight = weights.of(m)[i];
            const auto share = weight / sums.total;
            const auto expected = sums.departments[named[i].value] / sums.total *
                                  (sums.measures[m.value] / sums.total);
            const auto term = weight * std::log(share / expected);
            of_departments[named[i].value].add(term);
            of_measures[m.value].add(term);
            entropy.add(surprise_of(share));
        }
    }
    Specialization result;
    result.entropy = entropy.value();
    result.least_entropy = std::min(result.entropy, sums.least_entropy());
    result.greatest_entropy =
        std::max(result.entropy, sums.entropy(sums.departments) + sums.entropy(sums.measures));
    const auto range = result.greatest_entropy - result.least_entropy;
    if (range >= least_difference) {
        result.network = (result.greatest_entropy - result.entropy) / range;
    }
    result.rows = of_real_numbers(of_departments, sums.departments, sums.total);
    result.columns = of_real_numbers(of_measures, sums.measures, sums.total);
    return result;
}

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
