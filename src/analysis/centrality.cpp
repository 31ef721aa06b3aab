#include <remit/analysis/centrality.hpp>

#include "compensated_sum.hpp"
#include "kernels/betweenness.hpp"
#include "kernels/measure_kinds.hpp"
#include "kernels/reach.hpp"

#include <remit/graph/bgl.hpp>

#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>

namespace remit {
namespace {

constexpr double damping = 0.85;
constexpr double tolerance = 1e-14;
constexpr std::size_t rounds = 10'000;
constexpr double alike = 1e-10;  // singular values that differ by less of themselves are equal

double ratio(double part, double whole) {
    return whole > 0.0 ? part / whole : 0.0;
}

/// The most that betweenness can be for a vertex of a side of n, with m on the other: Borgatti &
/// Everett (1997).
double most_betweenness(std::size_t n, std::size_t m) {
    if (n == 0 || m == 0) return 0.0;
    const auto own = static_cast<double>(n);
    const auto other = static_cast<double>(m);
    const auto s = std::floor((own - 1.0) / other);
    const auto t = own - 1.0 - s * other;
    return (other * other * (s + 1.0) * (s + 1.0) + other * (s + 1.0) * (2.0 * t - s - 1.0) -
            t * (2.0 * s - t + 3.0)) /
           2.0;
}

/// Both sides at once, by vertex: measures first, then departments.
class Calculator {
 public:
    Calculator(const ResponsibilityGraph& graph, const CentralityOptions& options)
        : graph_(graph),
          options_(options),
          measures_(graph.measure_count()),
          departments_(graph.department_count()),
          vertices_(measures_ + departments_),
          all_(vertices_) {}

    Centralities calculate() {
        Centralities result;
        if (vertices_ == 0) return result;
        add_degree();
        add_paths(result);
        add_pagerank();
        add_eigenvector(result);
        const auto middle = all_.begin() + static_cast<std::ptrdiff_t>(measures_);
        if (options_.measures) result.measures.assign(all_.begin(), middle);
        result.departments.assign(middle, all_.end());
        return result;
    }

 private:
    [[nodiscard]] bool is_measure(std::size_t vertex) const { return vertex < measures_; }
    [[nodiscard]] std::size_t own_side(std::size_t vertex) const {
        return is_measure(vertex) ? measures_ : departments_;
    }
    [[nodiscard]] std::size_t other_side(std::size_t vertex) const {
        return vertices_ - own_side(vertex);
    }

    template <class Visit>
    void for_neighbors(std::size_t vertex, Visit visit) const {
        if (is_measure(vertex)) {
            const MeasureIndex measure{static_cast<std::uint32_t>(vertex)};
            for (const auto d : graph_.departments(measure)) visit(measures_ + d.value);
        } else {
            const DepartmentIndex department{static_cast<std::uint32_t>(vertex - measures_)};
            for (const auto m : graph_.measures(department)) visit(std::size_t{m.value});
        }
    }

    void add_degree() {
        for (std::size_t v = 0; v < vertices_; ++v) {
            double neighbors = 0.0;
            for_neighbors(v, [&](std::size_t) { neighbors += 1.0; });
            all_[v].degree = ratio(neighbors, static_cast<double>(other_side(v)));
        }
    }

    /// Betweenness and closeness: measures with the same departments have the same.
    void add_paths(Centralities& result) {
        const detail::MeasureKinds kinds(graph_);
        const auto ends = kinds.count() + departments_;
        result.has_betweenness = ends * (ends - 1) / 2 <= options_.pairs;
        if (result.has_betweenness) {
            const auto between = detail::betweenness(graph_, kinds);
            add(&Centrality::betweenness, kinds, between.kinds, between.departments,
                [&](std::size_t vertex, double sum) {
                    return ratio(sum, most_betweenness(own_side(vertex), other_side(vertex)));
                });
        }
        const auto reached = detail::reaches(graph_, kinds, options_.measures);
        add(&Centrality::closeness, kinds, reached.kinds, reached.departments,
            [&](std::size_t, const detail::Reach& reach) {
                return ratio(reach.least, reach.distances) *
                       ratio(reach.count, static_cast<double>(vertices_ - 1));
            });
        add(&Centrality::harmonic_closeness, kinds, reached.kinds, reached.departments,
            [&](std::size_t vertex, const detail::Reach& reach) {
                const auto own = static_cast<double>(own_side(vertex));
                const auto other = static_cast<double>(other_side(vertex));
                return ratio(reach.inverse.value(), other + (own - 1.0) / 2.0);
            });
    }

    /// \param of_kinds  may be empty
    /// \param value     from a vertex and what there is for it
    template <class Of, class Value>
    void add(double Centrality::*member, const detail::MeasureKinds& kinds,
             const std::vector<Of>& of_kinds, const std::vector<Of>& of_departments, Value value) {
        for (MeasureIndex m; m.value < measures_ && !of_kinds.empty(); ++m.value) {
            all_[m.value].*member = value(m.value, of_kinds[kinds.of(m)]);
        }
        for (std::size_t d = 0; d < departments_; ++d) {
            all_[measures_ + d].*member = value(measures_ + d, of_departments[d]);
        }
    }

    /// \param distance  in and out: of every vertex that is in `queue` afterwards
    void search(std::size_t from, std::vector<std::size_t>& distance,
                std::vector<std::size_t>& queue) const {
        std::fill(distance.begin(), distance.end(), vertices_);
        queue.assign(1, from);
        distance[from] = 0;
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const auto v = queue[at];
            for_neighbors(v, [&](std::size_t next) {
                if (distance[next] != vertices_) return;
                distance[next] = distance[v] + 1;
                queue.push_back(next);
            });
        }
    }

    /// The Boost Graph Library's ranks let what isolated vertices would pass on vanish; made to sum
    /// to 1, they are those in which it goes to all alike.
    void add_pagerank() {
        const auto& bgl = graph_.bgl();
        std::vector<double> values(num_vertices(bgl));
        std::vector<double> before(num_vertices(bgl));
        const auto index = get(boost::vertex_index, bgl);
        std::size_t round = 0;
        const auto done = [&](const auto&, const auto&) {
            double change = 0.0;
            for (std::size_t v = 0; v < vertices_; ++v) {
                change = std::max(change, std::abs(values[v] - before[v]));
            }
            return ++round > rounds || (round > 1 && change < tolerance);
        };
        boost::graph::page_rank(bgl, boost::make_iterator_property_map(values.begin(), index), done,
                                damping, num_vertices(bgl),
                                boost::make_iterator_property_map(before.begin(), index));
        detail::CompensatedSum sum;
        for (std::size_t v = 0; v < vertices_; ++v) sum.add(values[v]);
        for (std::size_t v = 0; v < vertices_; ++v) all_[v].pagerank = values[v] / sum.value();
    }

    void add_eigenvector(Centralities& result) {
        std::vector<Part> parts;
        std::vector<double> entries(vertices_, 1.0);
        for (auto& vertices : linked_components()) {
            parts.push_back(leading(std::move(vertices), entries));
        }
        for (const auto& part : parts) {
            result.singular_value = std::max(result.singular_value, part.singular_value);
        }
        detail::CompensatedSum squares;
        for (const auto& part : parts) {
            if (part.singular_value < result.singular_value * (1.0 - alike)) continue;
            ++result.leading_components;
            result.eigenvector_converged = result.eigenvector_converged && part.converged;
            detail::CompensatedSum sum;  // of all that lead alike, each as an even start has it
            for (std::size_t i = 0; i < part.vertices.size(); ++i) {
                if (!is_measure(part.vertices[i])) sum.add(part.entries[i]);
            }
            squares.add(sum.value() * sum.value());
            for (std::size_t i = 0; i < part.vertices.size(); ++i) {
                all_[part.vertices[i]].eigenvector = part.entries[i] * sum.value();
            }
        }
        const auto length = std::sqrt(squares.value());
        for (auto& each : all_) each.eigenvector = ratio(each.eigenvector, length);
    }

    /// A component with a link and its leading singular vector, of length 1 a side.
    struct Part {
        std::vector<std::size_t> vertices;  ///< Measures first.
        std::vector<double> entries;        ///< One per vertex.
        double singular_value = 0.0;
        bool converged = false;
    };

    [[nodiscard]] std::vector<std::vector<std::size_t>> linked_components() const {
        std::vector<std::vector<std::size_t>> result;
        std::vector<std::size_t> distance(vertices_);
        std::vector<std::size_t> queue;
        std::vector<bool> seen(vertices_);
        for (auto v = measures_; v < vertices_; ++v) {
            if (seen[v]) continue;
            search(v, distance, queue);
            for (const auto each : queue) seen[each] = true;
            std::sort(queue.begin(), queue.end());
            if (queue.size() > 1) result.push_back(queue);
        }
        return result;
    }

    /// \param entries  in and out: one per vertex of the graph; 1 for those of the component
    [[nodiscard]] Part leading(std::vector<std::size_t> vertices,
                               std::vector<double>& entries) const {
        const auto middle = static_cast<std::size_t>(
            std::lower_bound(vertices.begin(), vertices.end(), measures_) - vertices.begin());
        Part part{std::move(vertices), {}, 0.0, false};
        const auto of_measures = std::span(part.vertices).first(middle);
        const auto of_departments = std::span(part.vertices).subspan(middle);
        normalize(entries, of_departments);
        std::vector<double> before(of_departments.size());
        for (std::size_t round = 0; round < rounds && !part.converged; ++round) {
            for (std::size_t i = 0; i < before.size(); ++i) before[i] = entries[of_departments[i]];
            add_up(entries, of_measures);
            normalize(entries, of_measures);
            add_up(entries, of_departments);
            part.singular_value = normalize(entries, of_departments);
            double change = 0.0;
            for (std::size_t i = 0; i < before.size(); ++i) {
                change = std::max(change, std::abs(entries[of_departments[i]] - before[i]));
            }
            part.converged = change < tolerance;
        }
        for (const auto v : part.vertices) part.entries.push_back(entries[v]);
        return part;
    }

    /// Each vertex gets the sum of its neighbors.
    void add_up(std::vector<double>& entries, std::span<const std::size_t> vertices) const {
        for (const auto v : vertices) {
            double sum = 0.0;
            for_neighbors(v, [&](std::size_t other) { sum += entries[other]; });
            entries[v] = sum;
        }
    }

    /// \return the length before
    static double normalize(std::vector<double>& entries, std::span<const std::size_t> vertices) {
        detail::CompensatedSum squares;
        for (const auto v : vertices) squares.add(entries[v] * entries[v]);
        const auto length = std::sqrt(squares.value());
        for (const auto v : vertices) entries[v] = ratio(entries[v], length);
        return length;
    }

    const ResponsibilityGraph& graph_;
    const CentralityOptions& options_;
    std::size_t measures_;
    std::size_t departments_;
    std::size_t vertices_;
    std::vector<Centrality> all_;
};

}  // namespace

Centralities centralities(const ResponsibilityGraph& graph, const CentralityOptions& options) {
    return Calculator(graph, options).calculate();
}

}  // namespace remit
