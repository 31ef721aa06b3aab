#include "reach.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::size_t words = 8;

/// The searches that are at a vertex.
using Searches = std::array<std::uint64_t, words>;

/// Where the searches are on one side of the graph.
struct Side {
    explicit Side(std::size_t vertices) : seen(vertices), now(vertices), reach(vertices) {}

    std::vector<Searches> seen;  ///< Those that have been at a vertex.
    std::vector<Searches> now;   ///< Those that are there for the first time; 0 unless active.
    std::vector<std::uint32_t> active;
    std::vector<Reach> reach;

    void start(std::uint32_t vertex, std::size_t search) {
        const auto bit = std::uint64_t{1} << (search % 64);
        seen[vertex][search / 64] |= bit;
        if (now[vertex] == Searches{}) active.push_back(vertex);
        now[vertex][search / 64] |= bit;
    }

    /// Searches come from neighbors.
    void arrive(std::uint32_t vertex, const Searches& from) {
        auto& here = now[vertex];
        std::uint64_t before = 0;
        for (const auto word : here) before |= word;
        if (before == 0) active.push_back(vertex);
        for (std::size_t i = 0; i < words; ++i) here[i] |= from[i];
    }

    /// Leaves those that are new, and counts them.
    /// \param nearest  how far two vertices of these sides are apart at least
    void settle(double distance, double nearest) {
        std::erase_if(active, [&](std::uint32_t vertex) {
            std::size_t count = 0;
            for (std::size_t i = 0; i < words; ++i) {
                auto& here = now[vertex][i];
                here &= ~seen[vertex][i];
                seen[vertex][i] |= here;
                count += static_cast<std::size_t>(std::popcount(here));
            }
            if (count > 0) add(vertex, static_cast<double>(count), distance, nearest);
            return count == 0;
        });
    }

    void add(std::uint32_t vertex, double count, double distance, double nearest) {
        auto& all = reach[vertex];
        all.count += count;
        all.distances += count * distance;
        all.least += count * nearest;
        all.inverse.add(count / distance);
    }

    void leave() {
        for (const auto vertex : active) now[vertex] = {};
        active.clear();
    }
};

class Search {
 public:
    explicit Search(std::size_t departments, const MeasureKinds& kinds)
        : kinds_(kinds),
          of_kinds_(kinds.count()),
          of_departments_(departments),
          next_(departments) {
        for (std::uint32_t kind = 0; kind < kinds.count(); ++kind) {
            for (const auto d : kinds.departments(kind)) next_[d].push_back(kind);
        }
    }

    Reaches run(std::size_t measures) {
        std::vector<std::uint32_t> sources;
        for (MeasureIndex m; m.value < measures; ++m.value) sources.push_back(kinds_.of(m));
        from(sources, true);
        sources.resize(next_.size());
        for (std::uint32_t d = 0; d < sources.size(); ++d) sources[d] = d;
        from(sources, false);
        // A search from a measure is at its kind from the start.
        for (std::uint32_t kind = 0; kind < kinds_.count(); ++kind) {
            const auto others = static_cast<double>(kinds_.size(kind) - 1);
            if (others > 0.0 && !kinds_.departments(kind).empty()) {
                of_kinds_.add(kind, others, 2.0, 2.0);
            }
        }
        return {std::move(of_kinds_.reach), std::move(of_departments_.reach)};
    }

 private:
    void from(std::span<const std::uint32_t> sources, bool measures) {
        constexpr std::size_t batch = words * 64;
        for (std::size_t first = 0; first < sources.size(); first += batch) {
            const auto some = sources.subspan(first, std::min(batch, sources.size() - first));
            auto& side = measures ? of_kinds_ : of_departments_;
            for (std::size_t i = 0; i < some.size(); ++i) side.start(some[i], i);
            spread(measures);
            std::fill(of_kinds_.seen.begin(), of_kinds_.seen.end(), Searches{});
            std::fill(of_departments_.seen.begin(), of_departments_.seen.end(), Searches{});
        }
    }

    /// \param measures  whether the searches are from measures
    void spread(bool measures) {
        double distance = 0.0;
        for (bool at_measures = measures;; at_measures = !at_measures) {
            distance += 1.0;
            const double nearest = at_measures == measures ? 1.0 : 2.0;
            if (at_measures) {
                for (const auto kind : of_kinds_.active) {
                    for (const auto d : kinds_.departments(kind)) {
                        of_departments_.arrive(d, of_kinds_.now[kind]);
                    }
                }
                of_kinds_.leave();
                of_departments_.settle(distance, nearest);
                if (of_departments_.active.empty()) return;
            } else {
                for (const auto d : of_departments_.active) {
                    for (const auto kind : next_[d]) of_kinds_.arrive(kind, of_departments_.now[d]);
                }
                of_departments_.leave();
                of_kinds_.settle(distance, nearest);
                if (of_kinds_.active.empty()) return;
            }
        }
    }

    const MeasureKinds& kinds_;
    Side of_kinds_;
    Side of_departments_;
    std::vector<std::vector<std::uint32_t>> next_;  // kinds, by department
};

}  // namespace

Reaches reaches(const ResponsibilityGraph& graph, const MeasureKinds& kinds) {
    return Search(graph.department_count(), kinds).run(graph.measure_count());
}

}  // namespace remit::detail
