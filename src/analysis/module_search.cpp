#include "module_search.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace remit {

namespace {

using Labels = std::vector<std::uint32_t>;

constexpr auto none = static_cast<std::uint32_t>(-1);

std::vector<std::int64_t> strengths(const WebSide& side, const Labels& labels,
                                    std::size_t modules) {
    std::vector<std::int64_t> result(modules);
    for (std::size_t v = 0; v < labels.size(); ++v) {
        if (labels[v] != none) result[labels[v]] += side.strength[v];
    }
    return result;
}

/// Alternates between the sides and merges modules until nothing improves.
class Climb {
 public:
    explicit Climb(const Web& web)
        : web_(web), modules_(web.rows.arcs.size() + web.columns.arcs.size()), weight_(modules_) {}

    /// \param columns  may be empty
    [[nodiscard]] Modules from(Labels rows, Labels columns) {
        columns.resize(web_.columns.arcs.size(), none);
        if (columns[0] != none) choose(web_.rows, rows, web_.columns, columns);
        do {
            for (bool changed = true; changed;) {
                changed = choose(web_.columns, columns, web_.rows, rows);
                if (choose(web_.rows, rows, web_.columns, columns)) changed = true;
            }
        } while (merge(rows, columns));
        const auto total = score(rows, columns);
        return {std::move(rows), std::move(columns), total};
    }

 private:
    /// Gives each vertex of a side the module that is best for the score as the other side is. The
    /// present one stays if it is as good and has a neighbor. Ends in a loop: each change raises
    /// the score or else the number of vertices with a neighbor in their module.
    bool choose(const WebSide& side, Labels& labels, const WebSide& other, const Labels& others) {
        const auto strength = strengths(other, others, modules_);
        bool changed = false;
        for (std::size_t v = 0; v < labels.size(); ++v) {
            for (const auto& arc : side.arcs[v]) {
                const auto module = others[arc.to];
                if (weight_[module] == 0) touched_.push_back(module);
                weight_[module] += arc.weight;
            }
            const auto gain = [&](std::uint32_t module) {
                return web_.links * weight_[module] - side.strength[v] * strength[module];
            };
            std::sort(touched_.begin(), touched_.end());
            auto best = labels[v] != none && weight_[labels[v]] > 0 ? labels[v] : touched_[0];
            for (const auto module : touched_) {
                if (gain(module) > gain(best)) best = module;
            }
            changed = changed || best != labels[v];
            labels[v] = best;
            for (const auto module : touched_) weight_[module] = 0;
            touched_.clear();
        }
        return changed;
    }

    struct Merger {
        std::int64_t gain = 0;
        std::pair<std::uint32_t, std::uint32_t> modules;
    };

    /// Merges pairs of modules, the best first, each module at most once.
    bool merge(Labels& rows, Labels& columns) const {
        const auto mergers = gainful_mergers(rows, columns);
        Labels into(modules_);
        std::iota(into.begin(), into.end(), 0U);
        std::vector<bool> merged(modules_);
        for (const auto& [gain, modules] : mergers) {
            const auto [a, b] = modules;
            if (merged[a] || merged[b]) continue;
            merged[a] = merged[b] = true;
            into[b] = a;
        }
        for (auto& module : rows) module = into[module];
        for (auto& module : columns) module = into[module];
        return !mergers.empty();
    }

    [[nodiscard]] std::vector<Merger> gainful_mergers(const Labels& rows,
                                                      const Labels& columns) const {
        const auto row_strength = strengths(web_.rows, rows, modules_);
        const auto column_strength = strengths(web_.columns, columns, modules_);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> between;
        for (std::size_t v = 0; v < rows.size(); ++v) {
            for (const auto& arc : web_.rows.arcs[v]) {
                const auto a = rows[v];
                const auto b = columns[arc.to];
                if (a != b) between[std::minmax(a, b)] += arc.weight;
            }
        }
        std::vector<Merger> result;
        for (const auto& [modules, weight] : between) {
            const auto [a, b] = modules;
            const auto gain = web_.links * weight - row_strength[a] * column_strength[b] -
                              row_strength[b] * column_strength[a];
            if (gain > 0) result.push_back({gain, modules});
        }
        std::stable_sort(result.begin(), result.end(),
                         [](const Merger& a, const Merger& b) { return a.gain > b.gain; });
        return result;
    }

    [[nodiscard]] std::int64_t score(const Labels& rows, const Labels& columns) const {
        std::int64_t result = 0;
        for (std::size_t v = 0; v < rows.size(); ++v) {
            for (const auto& arc : web_.rows.arcs[v]) {
                if (rows[v] == columns[arc.to]) result += web_.links * arc.weight;
            }
        }
        const auto row_strength = strengths(web_.rows, rows, modules_);
        const auto column_strength = strengths(web_.columns, columns, modules_);
        for (std::size_t c = 0; c < modules_; ++c) result -= row_strength[c] * column_strength[c];
        return result;
    }

    const Web& web_;
    std::size_t modules_;               // more than there can be
    std::vector<std::int64_t> weight_;  // scratch of `choose`, by module: of the arcs into it
    Labels touched_;                    // modules with a weight
};

/// Searches all partitions of the rows, in restricted growth form, with bounds.
///
/// A column adds to the score what its module has of links * weight - strength * (strength of
/// rows), so that its best module is found without the other columns. The score splits into what
/// the first rows add and what the last ones add; neither can exceed its own optimum. So those of
/// the last row, the last two, … are found one after another, each to bound the next.
class BoundedSearch {
 public:
    BoundedSearch(const Web& web, Modules modules, std::size_t& steps)
        : web_(web),
          best_(std::move(modules)),
          steps_(steps),
          order_(web.rows.arcs.size()),
          optimum_(order_.size() + 1, unknown),
          label_(order_.size()),
          row_strength_(order_.size()),
          weight_(order_.size(), std::vector<std::int64_t>(web.columns.arcs.size())) {
        optimum_.back() = 0;
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return web.rows.strength[a] > web.rows.strength[b];
        });
    }

    [[nodiscard]] Modules find() {
        for (auto first = order_.size(); first-- > 0;) {
            goal_ = first == 0 ? best_.score : optimum_[first + 1];
            whole_ = first == 0;
            descend(first, 0);
            optimum_[first] = goal_;
            if (steps_ == 0) break;
        }
        return std::move(best_);
    }

 private:
    static constexpr auto unknown = std::numeric_limits<std::int64_t>::max() / 2;  // bounds nothing

    /// Puts the row at a place of the order into each of the modules, then a new one.
    void descend(std::size_t place, std::uint32_t modules) {
        const auto present = contribution(modules);
        if (steps_ == 0 || present + optimum_[place] <= goal_) return;
        if (place == order_.size()) {
            goal_ = present;
            if (whole_) keep(modules);
            return;
        }
        for (std::uint32_t module = 0; module <= modules; ++module) {
            put(place, module, 1);
            descend(place + 1, std::max(modules, module + 1));
            put(place, module, -1);
        }
    }

    void put(std::size_t place, std::uint32_t module, std::int64_t sign) {
        const auto row = order_[place];
        label_[place] = module;
        row_strength_[module] += sign * web_.rows.strength[row];
        for (const auto& arc : web_.rows.arcs[row]) {
            weight_[module][arc.to] += sign * arc.weight;
        }
    }

    [[nodiscard]] std::int64_t gain(std::size_t column, std::uint32_t module) const {
        return web_.links * weight_[module][column] -
               web_.columns.strength[column] * row_strength_[module];
    }

    /// What the columns add in their best modules, one of their own included.
    [[nodiscard]] std::int64_t contribution(std::uint32_t modules) {
        const auto columns = web_.columns.arcs.size();
        steps_ -= std::min(steps_, columns * (modules + std::size_t{1}));
        std::int64_t result = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            std::int64_t best = 0;
            for (std::uint32_t c = 0; c < modules; ++c) best = std::max(best, gain(column, c));
            result += best;
        }
        return result;
    }

    void keep(std::uint32_t modules) {
        for (std::size_t place = 0; place < order_.size(); ++place) {
            best_.rows[order_[place]] = label_[place];
        }
        for (std::size_t column = 0; column < best_.columns.size(); ++column) {
            std::uint32_t best = 0;
            for (std::uint32_t c = 1; c < modules; ++c) {
                if (gain(column, c) > gain(column, best)) best = c;
            }
            best_.columns[column] = best;
        }
        best_.score = goal_;
    }

    const Web& web_;
    Modules best_;
    std::size_t& steps_;
    Labels order_;                       // of the rows, the strongest first
    std::vector<std::int64_t> optimum_;  // by place: of the rows from there on
    std::int64_t goal_ = 0;              // to exceed
    bool whole_ = false;                 // all rows are searched

    Labels label_;                                   // by place
    std::vector<std::int64_t> row_strength_;         // by module
    std::vector<std::vector<std::int64_t>> weight_;  // by module and column
};

Labels own_modules(std::size_t count) {
    Labels result(count);
    std::iota(result.begin(), result.end(), 0U);
    return result;
}

}  // namespace

Modules find_modules(const Web& web, std::size_t rounds) {
    constexpr std::uint32_t starts = 20;
    const auto rows = static_cast<std::uint32_t>(web.rows.arcs.size());
    Climb climb(web);
    auto best = climb.from(own_modules(rows), {});
    std::mt19937 random;  // NOLINT(cert-msc51-cpp): the same every time
    const auto below = [&](std::uint32_t limit) {
        return static_cast<std::uint32_t>(random() % limit);
    };
    for (std::size_t round = 0; round < rounds; ++round) {
        Labels labels(rows);
        if (round < starts) {
            const auto modules = std::min(rows, 2 + static_cast<std::uint32_t>(round));
            for (auto& label : labels) label = below(modules);
        } else {
            labels = best.rows;
            for (auto moved = 1 + below(1 + rows / 3); moved > 0; --moved) {
                labels[below(rows)] = below(rows);
            }
        }
        auto modules = climb.from(std::move(labels), {});
        if (modules.score > best.score) best = std::move(modules);
    }
    return best;
}

Modules best_modules(const Web& web, Modules modules, std::size_t& steps) {
    constexpr std::size_t too_many_rows = 64;  // there is no chance
    if (web.rows.arcs.size() >= too_many_rows) {
        steps = 0;
        return modules;
    }
    auto best = BoundedSearch(web, std::move(modules), steps).find();
    return Climb(web).from(std::move(best.rows), std::move(best.columns));
}

}  // namespace remit
