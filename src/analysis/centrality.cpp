#include <remit/analysis/centrality.hpp>

#include "compensated_sum.hpp"

#include <remit/graph/bgl.hpp>

#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
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

/// Shortest paths from one vertex after another, of a graph in which measures with the same
/// departments are one kind: they are at the same distances and on the same share of paths. A
/// vertex is a kind, or a department behind the kinds.
///
/// Paths are counted and added up backwards as in Brandes' algorithm; a kind of k measures is
/// passed in k ways and is k ends. All is done from the side of the measures, of which there are
/// many, so that what is written and read at random is of the departments, of which there are few;
/// how far these are from each other is found once.
class Paths {
 public:
    explicit Paths(const ResponsibilityGraph& graph)
        : departments_(static_cast<std::uint32_t>(graph.department_count())) {
        std::map<std::vector<std::uint32_t>, std::uint32_t> known;
        begin_.push_back(0);
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            std::vector<std::uint32_t> list;
            for (const auto d : graph.departments(m)) list.push_back(d.value);
            std::sort(list.begin(), list.end());
            const auto [found, fresh] = known.try_emplace(std::move(list), kinds());
            if (fresh) {
                ends_.insert(ends_.end(), found->first.begin(), found->first.end());
                begin_.push_back(static_cast<std::uint32_t>(ends_.size()));
                size_.push_back(0);
            }
            ++size_[found->second];
            kind_.push_back(found->second);
        }
        find_distances();
        far_.resize(departments_);
        ways_.resize(departments_);
        behind_.resize(departments_);
        quotient_.resize(departments_);
        level_.resize(kinds());
        kind_ways_.resize(kinds());
        kind_behind_.resize(kinds());
    }

    [[nodiscard]] std::uint32_t kinds() const { return static_cast<std::uint32_t>(size_.size()); }
    [[nodiscard]] std::uint32_t vertices() const { return kinds() + departments_; }
    /// Of a vertex of the graph, measures first.
    [[nodiscard]] std::uint32_t vertex(std::size_t of) const {
        return of < kind_.size() ? kind_[of]
                                 : kinds() + static_cast<std::uint32_t>(of - kind_.size());
    }
    /// How many vertices of the graph it stands for.
    [[nodiscard]] std::uint32_t size(std::uint32_t vertex) const {
        return vertex < kinds() ? size_[vertex] : 1;
    }

    /// From one of those that the vertex stands for.
    /// \param between  in and out, by vertex: gets for each, times a weight, the sum over all ends
    /// of
    ///                 the share of shortest paths that one of those it stands for is on
    void search(std::uint32_t source, double weight, std::vector<double>& between) {
        start(source);
        sort_kinds();
        for (const auto kind : order_) count_ways(kind);
        for (auto at = order_.size(); at-- > 0;) {
            const auto kind = order_[at];
            const bool nearer = at + 1 == order_.size() || level_[order_[at + 1]] != level_[kind];
            if (nearer) divide_at(level_[kind] + 1);
            add_backwards(kind);
        }
        for (const auto kind : order_) between[kind] += weight * kind_behind_[kind];
        for (std::uint32_t d = 0; d < departments_; ++d) {
            const bool other = kinds() + d != source && far_[d] != none;
            if (other) between[kinds() + d] += weight * behind_[d];
        }
        if (source < kinds()) ++size_[source];
    }

    /// \param visit  gets how many vertices of the graph are how far from the last source, above 0,
    ///               and whether they are measures
    template <class Visit>
    void for_distances(Visit visit) const {
        for (std::size_t far = 1; far < at_.size(); ++far) {
            const auto distance = static_cast<double>(far);
            if (at_[far].measures > 0)
                visit(static_cast<double>(at_[far].measures), distance, true);
            if (at_[far].departments > 0) {
                visit(static_cast<double>(at_[far].departments), distance, false);
            }
        }
    }

 private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    [[nodiscard]] std::span<const std::uint32_t> list(std::uint32_t kind) const {
        return std::span(ends_).subspan(begin_[kind], begin_[kind + 1] - begin_[kind]);
    }

    /// Of every department from every other one: 0, 2, 4, …; where that is too much to keep, of
    /// those of a source when it comes.
    void find_distances() {
        constexpr std::uint32_t most = 8192;  // departments; 256 MiB of distances
        next_.resize(departments_);
        seen_.resize(kinds());
        for (std::uint32_t kind = 0; kind < kinds(); ++kind) {
            for (const auto d : list(kind)) next_[d].push_back(kind);
        }
        if (departments_ > most) return;
        apart_.resize(std::size_t{departments_} * departments_);
        for (std::uint32_t from = 0; from < departments_; ++from) {
            spread({&from, 1}, 0,
                   std::span(apart_).subspan(std::size_t{from} * departments_, departments_));
        }
    }

    /// Distances of all departments from some that are at a distance.
    void spread(std::span<const std::uint32_t> from, std::uint32_t at_distance,
                std::span<std::uint32_t> row) {
        std::fill(row.begin(), row.end(), none);
        std::fill(seen_.begin(), seen_.end(), false);
        for (const auto d : from) row[d] = at_distance;
        queue_.assign(from.begin(), from.end());
        for (std::size_t at = 0; at < queue_.size(); ++at) {
            for (const auto kind : next_[queue_[at]]) {
                if (seen_[kind]) continue;
                seen_[kind] = true;
                for (const auto d : list(kind)) {
                    if (row[d] != none) continue;
                    row[d] = row[queue_[at]] + 2;
                    queue_.push_back(d);
                }
            }
        }
    }

    void start(std::uint32_t source) {
        std::fill(ways_.begin(), ways_.end(), 0.0);
        std::fill(behind_.begin(), behind_.end(), 0.0);
        const bool measure = source < kinds();
        const std::uint32_t department = measure ? 0 : source - kinds();
        const auto from = measure ? list(source) : std::span(&department, 1);
        for (const auto d : from) ways_[d] = 1.0;
        if (measure) --size_[source];  // the others of its kind are ends as all measures are
        const std::uint32_t first = measure ? 1 : 0;
        if (apart_.empty()) {
            spread(from, first, far_);
            return;
        }
        std::fill(far_.begin(), far_.end(), none);
        for (const auto d : from) {
            const auto* const row = &apart_[std::size_t{d} * departments_];
            for (std::uint32_t other = 0; other < departments_; ++other) {
                if (row[other] != none) far_[other] = std::min(far_[other], row[other] + first);
            }
        }
    }

    /// By distance, without those that are not reached.
    void sort_kinds() {
        at_.clear();
        const auto count = [&](std::uint32_t far) -> At& {
            if (far >= at_.size()) at_.resize(far + 1);
            return at_[far];
        };
        for (std::uint32_t d = 0; d < departments_; ++d) {
            if (far_[d] != none) ++count(far_[d]).departments;
        }
        for (std::uint32_t kind = 0; kind < kinds(); ++kind) {
            auto nearest = none;
            for (const auto d : list(kind)) nearest = std::min(nearest, far_[d]);
            const bool reached = nearest != none && size_[kind] > 0;
            level_[kind] = reached ? nearest + 1 : none;
            if (!reached) continue;
            auto& at = count(nearest + 1);
            at.measures += size_[kind];
            ++at.kinds;
        }
        std::size_t begin = 0;
        for (auto& at : at_) begin += std::exchange(at.kinds, begin);
        order_.resize(begin);
        for (std::uint32_t kind = 0; kind < kinds(); ++kind) {
            if (level_[kind] != none) order_[at_[level_[kind]].kinds++] = kind;
        }
    }

    /// 1 if a department is nearer than a kind that has it, 0 if it is farther, by one step each.
    /// No processor guesses which, so that to add 0 is faster than to ask.
    [[nodiscard]] double nearer(std::uint32_t department, std::uint32_t level) const {
        return static_cast<double>(far_[department] < level);
    }

    void count_ways(std::uint32_t kind) {
        const auto level = level_[kind];
        double ways = 0.0;
        for (const auto d : list(kind)) ways += nearer(d, level) * ways_[d];
        kind_ways_[kind] = ways;
        const auto all = ways * static_cast<double>(size_[kind]);
        for (const auto d : list(kind)) ways_[d] += (1.0 - nearer(d, level)) * all;
    }

    void add_backwards(std::uint32_t kind) {
        const auto level = level_[kind];
        double behind = 0.0;
        for (const auto d : list(kind)) behind += (1.0 - nearer(d, level)) * quotient_[d];
        behind *= kind_ways_[kind];
        kind_behind_[kind] = behind;
        const auto share = static_cast<double>(size_[kind]) * (1.0 + behind) / kind_ways_[kind];
        for (const auto d : list(kind)) behind_[d] += nearer(d, level) * ways_[d] * share;
    }

    /// Of the departments there: what is behind them and themselves, by the ways to them.
    void divide_at(std::uint32_t distance) {
        for (std::uint32_t d = 0; d < departments_; ++d) {
            if (far_[d] == distance) quotient_[d] = (1.0 + behind_[d]) / ways_[d];
        }
    }

    /// What is at a distance.
    struct At {
        std::uint64_t measures = 0;
        std::uint64_t departments = 0;
        std::size_t kinds = 0;  ///< Then where those of it end in the order.
    };

    std::uint32_t departments_;
    std::vector<std::uint32_t> kind_;   // by measure
    std::vector<std::uint32_t> size_;   // by kind
    std::vector<std::uint32_t> begin_;  // by kind, of its departments
    std::vector<std::uint32_t> ends_;
    std::vector<std::vector<std::uint32_t>> next_;  // kinds, by department
    std::vector<std::uint32_t> apart_;  // departments by departments; empty if there are too many
    std::vector<bool> seen_;            // kinds
    std::vector<std::uint32_t> queue_;
    // Of the last source, by department and by kind: how far, in how many ways, what is behind.
    std::vector<std::uint32_t> far_;
    std::vector<double> ways_;
    std::vector<double> behind_;
    std::vector<double> quotient_;
    std::vector<std::uint32_t> level_;
    std::vector<double> kind_ways_;
    std::vector<double> kind_behind_;
    std::vector<std::uint32_t> order_;
    std::vector<At> at_;
};

/// Both sides at once, by vertex: measures first, then departments.
class Calculator {
 public:
    explicit Calculator(const ResponsibilityGraph& graph)
        : graph_(graph),
          measures_(graph.measure_count()),
          departments_(graph.department_count()),
          vertices_(measures_ + departments_),
          all_(vertices_) {}

    Centralities calculate() {
        Centralities result;
        if (vertices_ == 0) return result;
        add_degree();
        add_paths();
        add_pagerank();
        add_eigenvector(result);
        const auto middle = all_.begin() + static_cast<std::ptrdiff_t>(measures_);
        result.measures.assign(all_.begin(), middle);
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

    /// Betweenness and closeness, from one search for each department and each kind of measure.
    void add_paths() {
        Paths paths(graph_);
        std::vector<double> between(paths.vertices());
        std::vector<Centrality> found(paths.vertices());
        for (std::uint32_t source = 0; source < paths.vertices(); ++source) {
            paths.search(source, static_cast<double>(paths.size(source)), between);
            add_closeness(paths, source < paths.kinds(), found[source]);
        }
        for (std::size_t v = 0; v < vertices_; ++v) {
            const auto of = paths.vertex(v);
            // Every pair was counted from both ends.
            all_[v].betweenness =
                ratio(between[of] / 2.0, most_betweenness(own_side(v), other_side(v)));
            all_[v].closeness = found[of].closeness;
            all_[v].harmonic_closeness = found[of].harmonic_closeness;
        }
    }

    /// Of a source, after the search from it.
    void add_closeness(const Paths& paths, bool measure, Centrality& source) const {
        double sum = 0.0;
        double least = 0.0;
        double reached = 0.0;
        detail::CompensatedSum harmonic;
        paths.for_distances([&](double count, double far, bool is_measure) {
            sum += count * far;
            least += count * (is_measure == measure ? 2.0 : 1.0);
            reached += count;
            harmonic.add(count / far);
        });
        const auto own = static_cast<double>(measure ? measures_ : departments_);
        const auto other = static_cast<double>(measure ? departments_ : measures_);
        source.closeness = ratio(least, sum) * ratio(reached, own + other - 1.0);
        source.harmonic_closeness = ratio(harmonic.value(), other + (own - 1.0) / 2.0);
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
    std::size_t measures_;
    std::size_t departments_;
    std::size_t vertices_;
    std::vector<Centrality> all_;
};

}  // namespace

Centralities centralities(const ResponsibilityGraph& graph) {
    return Calculator(graph).calculate();
}

}  // namespace remit
