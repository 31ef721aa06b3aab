#include "betweenness.hpp"

#include "../../model/in_parts.hpp"

#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace remit::detail {
namespace {

constexpr double unreached = std::numeric_limits<double>::infinity();

/// A partner of a department.
struct Arc {
    std::uint32_t to = 0;
    std::uint32_t edge = 0;  ///< Of the projection; both directions have the same.
    double shared = 0.0;
};

/// The one-mode projection, from each department.
class Partners {
 public:
    explicit Partners(const ResponsibilityGraph& graph) : begin_(graph.department_count() + 1) {
        const auto edges = projection(graph);
        edges_ = edges.size();
        for (const auto& each : edges) {
            ++begin_[each.a.value + 1];
            ++begin_[each.b.value + 1];
        }
        for (std::size_t d = 1; d < begin_.size(); ++d) begin_[d] += begin_[d - 1];
        arcs_.resize(2 * edges_);
        auto next = begin_;
        for (std::uint32_t i = 0; i < edges_; ++i) {  // by a, then b: so are those of each
            const auto& [a, b, shared] = edges[i];
            arcs_[next[a.value]++] = {b.value, i, static_cast<double>(shared)};
            arcs_[next[b.value]++] = {a.value, i, static_cast<double>(shared)};
        }
    }

    [[nodiscard]] std::size_t edges() const { return edges_; }
    /// Ascending.
    [[nodiscard]] std::span<const Arc> of(std::uint32_t department) const {
        return std::span(arcs_).subspan(begin_[department],
                                        begin_[department + 1] - begin_[department]);
    }

 private:
    std::size_t edges_ = 0;
    std::vector<std::size_t> begin_;
    std::vector<Arc> arcs_;
};

/// Two numbers in a vector register, by an extension of GCC and Clang: neither makes vectors of the
/// loops below by itself.
using Two [[gnu::vector_size(2 * sizeof(double))]] = double;

/// Sources whose paths are counted side by side.
constexpr std::size_t lanes = 8;
using Lanes = std::array<Two, lanes / 2>;

/// Written out rather than a loop, so that the lanes stay in registers.
template <class Do>
void in_each_two(Do with) {
    static_assert(lanes == 8);
    with(0);
    with(1);
    with(2);
    with(3);
}

double get(const Lanes& all, std::size_t lane) {
    return all[lane / 2][lane % 2];
}

void set(Lanes& all, std::size_t lane, double value) {
    all[lane / 2][lane % 2] = value;
}

/// Paths from some departments, all at distance 0, to all departments; then what comes back.
class Paths {
 public:
    Paths(const Partners& partners, std::size_t departments)
        : partners_(partners), step_(departments), ways_(departments), behind_(departments) {}

    void start(std::span<const std::uint32_t> sources) {
        std::fill(step_.begin(), step_.end(), none);
        std::fill(ways_.begin(), ways_.end(), 0.0);
        order_.assign(sources.begin(), sources.end());
        begin_.assign({0, order_.size()});
        std::size_t arcs = 2 * partners_.edges();  // of departments that are not reached
        for (const auto d : sources) {
            step_[d] = 0;
            ways_[d] = 1.0;
            arcs -= partners_.of(d).size();
        }
        for (std::uint32_t step = 0; begin_[step] < begin_[step + 1]; ++step) {
            if (arcs_from(step) <= arcs) {
                for (auto i = begin_[step]; i < begin_[step + 1]; ++i) spread(order_[i], step);
            } else {
                for (std::uint32_t d = 0; d < step_.size(); ++d) {
                    if (step_[d] == none) gather(d, step);
                }
            }
            begin_.push_back(order_.size());
            for (auto i = begin_[step + 1]; i < begin_[step + 2]; ++i) {
                arcs -= partners_.of(order_[i]).size();
            }
        }
    }

    /// Adds to `on_edges` what passes each edge by one measure, to the behind of each department
    /// what passes it on.
    /// \param each  what is added for each department as an end
    void add_back(double each, std::vector<double>& on_edges) {
        for (auto step = begin_.size() - 2; step-- > 1;) {
            const auto pass = [&](std::uint32_t before, std::uint32_t after, const Arc& arc) {
                const auto share = ways_[before] / ways_[after] * (each + behind_[after]);
                on_edges[arc.edge] += share;
                behind_[before] += share * arc.shared;
            };
            const auto last = static_cast<std::uint32_t>(step - 1);
            if (arcs_from(step - 1) <= arcs_from(step)) {
                for (auto i = begin_[step - 1]; i < begin_[step]; ++i) {
                    for (const auto& arc : partners_.of(order_[i])) {
                        if (step_[arc.to] == step) pass(order_[i], arc.to, arc);
                    }
                }
            } else {
                for (auto i = begin_[step]; i < begin_[step + 1]; ++i) {
                    for (const auto& arc : partners_.of(order_[i])) {
                        if (step_[arc.to] == last) pass(arc.to, order_[i], arc);
                    }
                }
            }
        }
    }

    /// Steps from the sources, each to a department that shares a measure.
    [[nodiscard]] double step(std::uint32_t department) const {
        return step_[department] == none ? unreached : static_cast<double>(step_[department]);
    }
    [[nodiscard]] double ways(std::uint32_t department) const { return ways_[department]; }
    /// In and out: the paths that go on from a department, as shares.
    [[nodiscard]] double& behind(std::uint32_t department) { return behind_[department]; }

 private:
    static constexpr auto none = static_cast<std::uint32_t>(-1);

    [[nodiscard]] std::size_t arcs_from(std::size_t step) const {
        std::size_t sum = 0;
        for (auto i = begin_[step]; i < begin_[step + 1]; ++i)
            sum += partners_.of(order_[i]).size();
        return sum;
    }

    void spread(std::uint32_t department, std::uint32_t step) {
        for (const auto& arc : partners_.of(department)) {
            if (step_[arc.to] == none) {
                step_[arc.to] = step + 1;
                order_.push_back(arc.to);
            }
            if (step_[arc.to] == step + 1) ways_[arc.to] += ways_[department] * arc.shared;
        }
    }

    void gather(std::uint32_t department, std::uint32_t step) {
        for (const auto& arc : partners_.of(department)) {
            if (step_[arc.to] == step) ways_[department] += ways_[arc.to] * arc.shared;
        }
        if (ways_[department] == 0.0) return;
        step_[department] = step + 1;
        order_.push_back(department);
    }

    const Partners& partners_;
    std::vector<std::uint32_t> step_;
    std::vector<double> ways_;
    std::vector<double> behind_;
    std::vector<std::uint32_t> order_;  // departments by step
    std::vector<std::size_t> begin_;    // by step, where it begins in the order
};

/// What several sources have to do with each department, side by side.
struct Place {
    Lanes step;
    Lanes ways;
    Lanes behind;
};

/// Paths from the sources to a measure, each weighing as much as is said: the departments next to
/// it get theirs.
void end_at(std::span<const std::uint32_t> departments, const Lanes& weights, double times,
            std::vector<Place>& places) {
    constexpr Two none{};
    const auto part = [&](std::uint32_t d, std::size_t i, const Lanes& nearest) -> Two {
        return places[d].step[i] == nearest[i] ? places[d].ways[i] : none;
    };
    Lanes nearest;
    nearest.fill(none + unreached);
    for (const auto d : departments) {
        in_each_two([&](std::size_t i) {
            const auto& step = places[d].step[i];
            nearest[i] = step < nearest[i] ? step : nearest[i];
        });
    }
    Lanes ways{};
    for (const auto d : departments) {
        in_each_two([&](std::size_t i) { ways[i] += part(d, i, nearest); });
    }
    Lanes share;
    in_each_two([&](std::size_t i) {
        share[i] = weights[i] * times / (ways[i] > none ? ways[i] : none + 1.0);
    });
    for (const auto d : departments) {
        in_each_two([&](std::size_t i) { places[d].behind[i] += part(d, i, nearest) * share[i]; });
    }
}

/// What passes departments, and edges of the projection by one measure.
struct Passing {
    std::vector<double> departments;
    std::vector<double> edges;
};

/// Adds up over some sources.
class Sum {
 public:
    Sum(const MeasureKinds& kinds, const Partners& partners, std::size_t departments)
        : kinds_(kinds),
          paths_(lanes, Paths(partners, departments)),
          places_(departments),
          sum_{std::vector<double>(departments), std::vector<double>(partners.edges())} {}

    /// From departments to all measures, and to all departments: these are met from both ends, each
    /// for a half.
    /// \param count  at most as many as there are lanes
    void from_departments(std::uint32_t first, std::size_t count) {
        Lanes each{};
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto department = first + i;
            start(i, {&department, 1});
            set(each, i, 1.0);
        }
        for (std::uint32_t kind = 0; kind < kinds_.count(); ++kind) end_at_kind(kind, each);
        for (std::uint32_t i = 0; i < count; ++i) {
            add_back(i, 0.5, [&](std::uint32_t d) { return d == first + i; });
        }
    }

    /// From measures to all that come later, and between those of one kind.
    /// \param count  at most as many as there are lanes
    void from_kinds(std::uint32_t first, std::size_t count) {
        Lanes each{};
        for (std::uint32_t i = 0; i < count; ++i) {
            start(i, kinds_.departments(first + i));
            end_at_own_kind(i, first + i);
            if (i > 0) end_at_kind(first + i, each);
            set(each, i, static_cast<double>(kinds_.size(first + i)));
        }
        for (auto kind = first + static_cast<std::uint32_t>(count); kind < kinds_.count(); ++kind) {
            end_at_kind(kind, each);
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            add_back(i, 0.0, [](std::uint32_t) { return false; });
        }
    }

    [[nodiscard]] Passing take() { return std::move(sum_); }

 private:
    void start(std::size_t lane, std::span<const std::uint32_t> sources) {
        auto& paths = paths_[lane];
        paths.start(sources);
        for (std::uint32_t d = 0; d < places_.size(); ++d) {
            set(places_[d].step, lane, paths.step(d));
            set(places_[d].ways, lane, paths.ways(d));
            set(places_[d].behind, lane, 0.0);
        }
    }

    void end_at_kind(std::uint32_t kind, const Lanes& each) {
        end_at(kinds_.departments(kind), each, static_cast<double>(kinds_.size(kind)), places_);
    }

    void end_at_own_kind(std::size_t lane, std::uint32_t kind) {
        const auto size = static_cast<double>(kinds_.size(kind));
        const auto departments = kinds_.departments(kind);
        const auto share =
            size * (size - 1.0) / 2.0 / std::max(1.0, static_cast<double>(departments.size()));
        for (const auto d : departments) {
            auto& behind = places_[d].behind;
            set(behind, lane, get(behind, lane) + share);
        }
    }

    template <class IsSource>
    void add_back(std::size_t lane, double each, IsSource is_source) {
        auto& paths = paths_[lane];
        for (std::uint32_t d = 0; d < places_.size(); ++d) {
            paths.behind(d) = get(places_[d].behind, lane);
        }
        paths.add_back(each, sum_.edges);
        for (std::uint32_t d = 0; d < places_.size(); ++d) {
            if (!is_source(d)) sum_.departments[d] += paths.behind(d);
        }
    }

    const MeasureKinds& kinds_;
    std::vector<Paths> paths_;   // by lane
    std::vector<Place> places_;  // by department
    Passing sum_;
};

void add(const std::vector<double>& part, std::vector<double>& sum) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += part[i];
}

/// A measure is on the paths from any of its departments to any other.
double between(std::span<const std::uint32_t> departments, const Partners& partners,
               const std::vector<double>& edges) {
    double sum = 0.0;
    for (const auto a : departments) {
        const auto arcs = partners.of(a);
        auto arc = arcs.begin();
        for (const auto b : departments) {
            if (b <= a) continue;
            arc = std::lower_bound(arc, arcs.end(), b,
                                   [](const Arc& each, auto to) { return each.to < to; });
            sum += edges[arc->edge];
        }
    }
    return sum;
}

}  // namespace

Betweenness betweenness(const ResponsibilityGraph& graph, const MeasureKinds& kinds) {
    constexpr std::size_t most_parts = 16;
    const Partners partners(graph);
    const auto departments = static_cast<std::uint32_t>(graph.department_count());
    // Of early sources there is more to do than of late ones: each part has some of all.
    const std::size_t batches =
        (departments + lanes - 1) / lanes + (kinds.count() + lanes - 1) / lanes;
    std::vector<Passing> parts(std::min(most_parts, batches / 16 + 1));
    in_parts(parts.size(), [&](std::size_t part) {
        Sum sum(kinds, partners, departments);
        const auto for_own = [&](std::uint32_t count, auto work) {
            for (auto batch = part; batch * lanes < count; batch += parts.size()) {
                const auto first = static_cast<std::uint32_t>(batch * lanes);
                work(first, std::min<std::size_t>(lanes, count - first));
            }
        };
        for_own(departments, [&](auto first, auto count) { sum.from_departments(first, count); });
        for_own(kinds.count(), [&](auto first, auto count) { sum.from_kinds(first, count); });
        parts[part] = sum.take();
    });
    Passing all = std::move(parts[0]);
    for (std::size_t part = 1; part < parts.size(); ++part) {
        add(parts[part].departments, all.departments);
        add(parts[part].edges, all.edges);
    }
    Betweenness result{{}, std::move(all.departments)};
    for (std::uint32_t kind = 0; kind < kinds.count(); ++kind) {
        result.kinds.push_back(between(kinds.departments(kind), partners, all.edges));
    }
    return result;
}

}  // namespace remit::detail
