#include <remit/analysis/configuration_model.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace remit {
namespace {

/// A department or measure, and how many of its links are not yet settled.
struct Line {
    std::size_t index = 0;
    std::size_t degree = 0;
};

/// Departments and measures whose links to each other are not yet settled.
struct Block {
    std::vector<Line> rows;     // departments
    std::vector<Line> columns;  // measures
};

/// The first k for which the k rows of highest degree have all that columns allow: sum of degrees
/// = sum of min(column degree, k), the equality in Gale and Ryser's theorem. Then all links of
/// these rows with columns of degree >= k are there, and none of the other rows with columns of
/// degree <= k. No k: rows.size() + 1. \pre rows descend
std::size_t settled_rows(const Block& block) {
    const auto count = block.rows.size();
    std::vector<std::size_t> at_least(count + 2);  // [k]: columns of degree >= k
    for (const auto& column : block.columns) ++at_least[column.degree];
    const bool empty = at_least[0] != 0;
    const bool full = at_least[count] != 0;
    for (auto k = count; k-- > 0;) at_least[k] += at_least[k + 1];
    if (empty) return 0;
    std::size_t degrees = 0;
    std::size_t allowed = 0;
    for (std::size_t k = 1; k <= count; ++k) {
        degrees += block.rows[k - 1].degree;
        allowed += at_least[k];
        if (degrees == allowed && (k < count || full)) return k;
    }
    return count + 1;
}

/// The distinct degrees, and how many lines have each.
struct Degrees {
    explicit Degrees(const std::vector<Line>& lines) {
        for (const auto& line : lines) values.push_back(line.degree);
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        counts.resize(values.size());
        for (const auto& line : lines) {
            counts[position(line)] += 1.0;
        }
    }

    [[nodiscard]] std::size_t position(const Line& line) const {
        return static_cast<std::size_t>(
            std::lower_bound(values.begin(), values.end(), line.degree) - values.begin());
    }
    [[nodiscard]] double value(std::size_t i) const { return static_cast<double>(values[i]); }

    std::vector<std::size_t> values;
    std::vector<double> counts;
};

/// The fit of a block in which nothing is settled. Minimizes the convex
/// sum of log(1 + x y) - sum of k log x - sum of n log y over the logarithms of x and y; as x t and
/// y / t are the same model, the last y is 1.
class Fit {
 public:
    explicit Fit(const Block& block)
        : rows_(block.rows),
          columns_(block.columns),
          size_(rows_.values.size() + columns_.values.size() - 1),
          logs_(size_ + 1) {
        double links = 0.0;
        for (std::size_t i = 0; i < rows_.values.size(); ++i) {
            links += rows_.value(i) * rows_.counts[i];
        }
        const auto last = std::log(columns_.value(columns_.values.size() - 1));
        for (std::size_t i = 0; i < rows_.values.size(); ++i) {
            logs_[i] = std::log(rows_.value(i)) + last - std::log(links);
        }
        for (std::size_t j = 0; j < columns_.values.size(); ++j) {
            logs_[rows_.values.size() + j] = std::log(columns_.value(j)) - last;
        }
    }

    /// At most so many of Newton's steps.
    void improve(std::size_t steps) {
        for (std::size_t i = 0; i < steps && residual(true) > 1e-12; ++i) {
            if (!step()) return;
        }
    }

    [[nodiscard]] double probability(const Line& row, const Line& column) const {
        return probability(rows_.position(row), columns_.position(column));
    }

    /// The largest difference between an expected and an observed degree.
    [[nodiscard]] double residual(bool relative) const {
        double largest = 0.0;
        const auto gradient = slopes();
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            const bool row = i < rows_.values.size();
            const auto& side = row ? rows_ : columns_;
            const auto at = row ? i : i - rows_.values.size();
            const auto off = std::abs(gradient[i]) / side.counts[at];
            largest = std::max(largest, relative ? off / side.value(at) : off);
        }
        return largest;
    }

 private:
    [[nodiscard]] double log_odds(std::size_t i, std::size_t j) const {
        return logs_[i] + logs_[rows_.values.size() + j];
    }
    [[nodiscard]] double probability(std::size_t i, std::size_t j) const {
        return 1.0 / (1.0 + std::exp(-log_odds(i, j)));
    }

    [[nodiscard]] double objective() const {
        double sum = 0.0;
        for (std::size_t i = 0; i < rows_.values.size(); ++i) {
            sum -= rows_.counts[i] * rows_.value(i) * logs_[i];
            for (std::size_t j = 0; j < columns_.values.size(); ++j) {
                const auto z = log_odds(i, j);
                sum += rows_.counts[i] * columns_.counts[j] *
                       (std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z))));
            }
        }
        for (std::size_t j = 0; j < columns_.values.size(); ++j) {
            sum -= columns_.counts[j] * columns_.value(j) * logs_[rows_.values.size() + j];
        }
        return sum;
    }

    /// The gradient, with that of the last y.
    [[nodiscard]] std::vector<double> slopes() const {
        std::vector<double> result(size_ + 1);
        for (std::size_t i = 0; i < rows_.values.size(); ++i) {
            result[i] -= rows_.counts[i] * rows_.value(i);
            for (std::size_t j = 0; j < columns_.values.size(); ++j) {
                const auto expected = rows_.counts[i] * columns_.counts[j] * probability(i, j);
                result[i] += expected;
                result[rows_.values.size() + j] += expected;
            }
        }
        for (std::size_t j = 0; j < columns_.values.size(); ++j) {
            result[rows_.values.size() + j] -= columns_.counts[j] * columns_.value(j);
        }
        return result;
    }

    /// The matrix of second derivatives, row by row, without the last y.
    [[nodiscard]] std::vector<double> curvature() const {
        std::vector<double> result(size_ * size_);
        for (std::size_t i = 0; i < rows_.values.size(); ++i) {
            for (std::size_t j = 0; j < columns_.values.size(); ++j) {
                const auto p = probability(i, j);
                const auto variance = rows_.counts[i] * columns_.counts[j] * p * (1.0 - p);
                const auto column = rows_.values.size() + j;
                result[i * size_ + i] += variance;
                if (column == size_) continue;
                result[column * size_ + column] += variance;
                result[column * size_ + i] = variance;
            }
        }
        return result;
    }

    /// Newton's direction by Cholesky's decomposition; empty where rounding leaves no curvature.
    [[nodiscard]] std::vector<double> direction(const std::vector<double>& gradient) const {
        auto lower = curvature();
        std::vector<double> result(gradient.begin(), gradient.end() - 1);
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                auto sum = lower[i * size_ + j];
                for (std::size_t k = 0; k < j; ++k) {
                    sum -= lower[i * size_ + k] * lower[j * size_ + k];
                }
                if (i == j && !(sum > 0.0)) return {};
                lower[i * size_ + j] = i == j ? std::sqrt(sum) : sum / lower[j * size_ + j];
            }
        }
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t k = 0; k < i; ++k) result[i] -= lower[i * size_ + k] * result[k];
            result[i] /= lower[i * size_ + i];
        }
        for (auto i = size_; i-- > 0;) {
            for (auto k = i + 1; k < size_; ++k) result[i] -= lower[k * size_ + i] * result[k];
            result[i] /= lower[i * size_ + i];
        }
        return result;
    }

    /// Goes as far as the objective sinks; false where it does not.
    [[nodiscard]] bool step() {
        const auto gradient = slopes();
        const auto way = direction(gradient);
        if (way.empty()) return false;
        const auto slope = std::inner_product(way.begin(), way.end(), gradient.begin(), 0.0);
        const auto before = objective();
        const auto start = logs_;
        for (double length = 1.0; length > 1e-9; length /= 2.0) {
            for (std::size_t i = 0; i < size_; ++i) logs_[i] = start[i] - length * way[i];
            const auto rounding = 1e-13 * std::abs(before);
            if (objective() <= before - 1e-4 * length * slope + rounding) return true;
        }
        logs_ = start;
        return false;
    }

    Degrees rows_;
    Degrees columns_;
    std::size_t size_;          // unknowns
    std::vector<double> logs_;  // of x, then of y
};

Block whole(const ResponsibilityGraph& graph) {
    Block block;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        block.rows.push_back({d.value, graph.measures(d).size()});
    }
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        block.columns.push_back({m.value, graph.departments(m).size()});
    }
    std::stable_sort(block.rows.begin(), block.rows.end(),
                     [](const auto& a, const auto& b) { return a.degree > b.degree; });
    return block;
}

/// Sets the links of the first k rows that are settled, and gives the two blocks that are not.
std::pair<Block, Block> split(const Block& block, std::size_t k, ConfigurationModel& model) {
    Block top;
    Block bottom;
    std::size_t with_all = 0;
    for (const auto& column : block.columns) {
        if (column.degree < k) top.columns.push_back(column);
        if (column.degree > k) bottom.columns.push_back({column.index, column.degree - k});
        if (column.degree < k) continue;
        ++with_all;
        for (std::size_t i = 0; i < k; ++i) {
            model.probabilities[block.rows[i].index * model.measures + column.index] = 1.0;
        }
    }
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const auto& row = block.rows[i];
        if (i < k) top.rows.push_back({row.index, row.degree - with_all});
        if (i >= k) bottom.rows.push_back(row);
    }
    return {std::move(top), std::move(bottom)};
}

}  // namespace

ConfigurationModel configuration_model(const ResponsibilityGraph& graph, std::size_t steps) {
    ConfigurationModel model;
    model.measures = graph.measure_count();
    model.probabilities.resize(graph.department_count() * model.measures);
    std::vector<Block> blocks{whole(graph)};
    while (!blocks.empty()) {
        const auto block = std::move(blocks.back());
        blocks.pop_back();
        if (block.rows.empty() || block.columns.empty()) continue;
        const auto k = settled_rows(block);
        if (k <= block.rows.size()) {
            auto [top, bottom] = split(block, k, model);
            blocks.push_back(std::move(top));
            blocks.push_back(std::move(bottom));
            continue;
        }
        Fit fit(block);
        fit.improve(steps);
        model.residual = std::max(model.residual, fit.residual(false));
        model.converged = model.converged && fit.residual(true) <= 1e-10;
        for (const auto& row : block.rows) {
            for (const auto& column : block.columns) {
                model.probabilities[row.index * model.measures + column.index] =
                    fit.probability(row, column);
            }
        }
    }
    return model;
}

}  // namespace remit
