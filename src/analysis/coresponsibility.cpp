#include <remit/analysis/coresponsibility.hpp>

#include <remit/analysis/fraction_sum.hpp>
#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>

namespace remit {
namespace {

/// Gives each department what it shares with those after it, measures ascending.
///
/// The measures are read from first to last and what they give is put down by department, so that
/// nothing is looked up at random; for one range of departments after the other where all would be
/// too much to keep.
///
/// \param make   makes what is put down from a partner and a measure
/// \param visit  gets a department and a span of what was made
template <class Make, class Visit>
void for_shared(const ResponsibilityGraph& graph, Make make, Visit visit) {
    using Shared = decltype(make(DepartmentIndex{}, MeasureIndex{}));
    constexpr std::size_t at_once = 16'000'000;
    const auto n = static_cast<std::uint32_t>(graph.department_count());
    const auto for_pairs = [&](auto use) {
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            const auto departments = graph.departments(m);
            for (std::size_t i = 1; i < departments.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const auto [a, b] = std::minmax({departments[i], departments[j]});
                    use(m, a, b);
                }
            }
        }
    };
    std::vector<std::size_t> count(n);
    for_pairs([&](MeasureIndex, DepartmentIndex a, DepartmentIndex) { ++count[a.value]; });
    std::vector<Shared> shared;
    std::vector<std::size_t> end(n);
    for (std::uint32_t first = 0; first < n;) {
        auto last = first;
        std::size_t size = 0;
        for (; last < n && (last == first || size + count[last] <= at_once); ++last) {
            end[last] = size;
            size += count[last];
        }
        shared.resize(size);
        for_pairs([&](MeasureIndex m, DepartmentIndex a, DepartmentIndex b) {
            if (a.value < first || a.value >= last) return;
            shared[end[a.value]++] = make(b, m);
        });
        for (; first < last; ++first) {
            visit(DepartmentIndex{first},
                  std::span(shared).subspan(end[first] - count[first], count[first]));
        }
    }
}

/// The partners of one department: how many measures each shares, and bits that say which are not
/// 0, so that they come in order without sorting.
class Row {
 public:
    explicit Row(std::size_t departments) : shared_(departments), bits_(departments / 64 + 1) {}

    void add(DepartmentIndex partner) {
        if (shared_[partner.value]++ == 0) {
            bits_[partner.value / 64] |= std::uint64_t{1} << (partner.value % 64);
        }
    }

    /// Ends with an empty row.
    /// \param visit  gets each partner, ascending, and what it shares
    template <class Visit>
    void take(DepartmentIndex of, Visit visit) {
        for (auto word = of.value / 64; word < bits_.size(); ++word) {
            for (auto left = std::exchange(bits_[word], 0); left != 0; left &= left - 1) {
                const auto partner = word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
                visit(DepartmentIndex{partner}, std::exchange(shared_[partner], 0));
            }
        }
    }

 private:
    std::vector<std::uint32_t> shared_;  // by department
    std::vector<std::uint64_t> bits_;
};

/// Over all measures, the pairs of departments that it has.
std::size_t shared_links(const ResponsibilityGraph& graph) {
    std::size_t sum = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto n = graph.departments(m).size();
        if (n > 1) sum += n * (n - 1) / 2;
    }
    return sum;
}

/// What room is enough for all pairs: to make it is less work than to move them.
std::size_t most_pairs(const ResponsibilityGraph& graph, std::size_t shared) {
    const auto n = graph.department_count();
    return n > 1 ? std::min(shared, n * (n - 1) / 2) : 0;
}

/// Few departments' pairs fit a near cache all together: a cell for each.
std::vector<ProjectionEdge> projection_of_few(const ResponsibilityGraph& graph) {
    const auto n = static_cast<std::uint32_t>(graph.department_count());
    std::vector<std::size_t> row(n);  // the cell of a and a later b is row[a] + b
    for (std::uint32_t a = 1; a < n; ++a) row[a] = row[a - 1] + n - a - 1;
    std::vector<std::uint32_t> cells(n > 0 ? row[n - 1] + n : 0);
    std::size_t size = 0;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 1; i < departments.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const auto [a, b] = std::minmax({departments[i].value, departments[j].value});
                if (cells[row[a] + b]++ == 0) ++size;
            }
        }
    }
    std::vector<ProjectionEdge> edges;
    edges.reserve(size);
    for (std::uint32_t a = 0; a < n; ++a) {
        for (auto b = a + 1; b < n; ++b) {
            const auto shared = cells[row[a] + b];
            if (shared > 0) edges.push_back({{a}, {b}, shared});
        }
    }
    return edges;
}

}  // namespace

std::vector<ProjectionEdge> projection(const ResponsibilityGraph& graph) {
    constexpr std::size_t few = 1500;  // 4 MB
    if (graph.department_count() <= few) return projection_of_few(graph);
    std::vector<ProjectionEdge> edges;
    edges.reserve(most_pairs(graph, shared_links(graph)));
    Row row(graph.department_count());
    const auto partner = [](DepartmentIndex with, MeasureIndex) { return with; };
    for_shared(graph, partner, [&](DepartmentIndex a, auto partners) {
        for (const auto with : partners) row.add(with);
        row.take(a, [&](DepartmentIndex b, std::uint32_t count) {
            edges.push_back({a, b, count});
        });
    });
    return edges;
}

SharedMeasures::SharedMeasures(std::initializer_list<MeasureIndex> measures)
    : size_(measures.size()) {
    auto list = std::make_shared<MeasureIndex[]>(measures.size());
    std::copy(measures.begin(), measures.end(), list.get());
    begin_ = list.get();
    lists_ = std::move(list);
}

std::vector<Coresponsibility> coresponsibility(const ResponsibilityGraph& graph) {
    struct Shared {
        DepartmentIndex with;
        MeasureIndex measure;
    };
    const auto make = [](DepartmentIndex with, MeasureIndex measure) {
        return Shared{with, measure};
    };
    const auto all = shared_links(graph);
    const auto lists = std::make_shared<MeasureIndex[]>(all);
    std::size_t listed = 0;
    std::vector<Coresponsibility> pairs;
    pairs.reserve(most_pairs(graph, all));
    std::vector<FractionSum> newman(graph.department_count());
    std::vector<std::size_t> next(graph.department_count());  // place in the lists
    Row row(graph.department_count());
    for_shared(graph, make, [&](DepartmentIndex a, auto shared) {
        for (const auto& each : shared) {
            row.add(each.with);
            newman[each.with.value].add(graph.departments(each.measure).size() - 1);
        }
        row.take(a, [&](DepartmentIndex b, std::uint32_t count) {
            pairs.push_back({a, b, newman[b.value].take(), {lists, listed, count}});
            next[b.value] = listed;
            listed += count;
        });
        for (const auto& each : shared) lists.get()[next[each.with.value]++] = each.measure;
    });
    return pairs;
}

}  // namespace remit
