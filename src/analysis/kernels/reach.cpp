#include "reach.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace remit::detail {
namespace {

constexpr std::size_t words = 4;

/// The searches that are at a vertex.
using Searches = std::array<std::uint64_t, words>;

double count(const Searches& searches) {
    std::size_t sum = 0;
    for (const auto word : searches) sum += static_cast<std::size_t>(std::popcount(word));
    return static_cast<double>(sum);
}

/// A number for each search, in binary: all their last bits together, and so on, so that they are
/// added to side by side.
class Tally {
 public:
    /// Adds a number to that of each of some searches.
    void add(const Searches& searches, std::uint32_t number) {
        for (std::size_t place = 0; number >> place != 0; ++place) {
            if ((number >> place & 1U) == 0) continue;
            auto carry = searches;
            for (auto at = place; carry != Searches{}; ++at) {
                for (std::size_t i = 0; i < words; ++i) {
                    const auto both = places_[at][i] & carry[i];
                    places_[at][i] ^= carry[i];
                    carry[i] = both;
                }
            }
        }
    }

    [[nodiscard]] double operator[](std::size_t search) const {
        std::uint64_t sum = 0;
        for (std::size_t place = 0; place < places_.size(); ++place) {
            sum |= (places_[place][search / 64] >> (search % 64) & 1U) << place;
        }
        return static_cast<double>(sum);
    }

 private:
    std::array<Searches, 33> places_{};  // there are fewer than 2^32 measures
};

/// \param nearest  how far two vertices of these sides are apart at least
void add(Reach& reach, double count, double distance, double nearest) {
    if (count == 0.0) return;
    reach.count += count;
    reach.distances += count * distance;
    reach.least += count * nearest;
    reach.inverse.add(count / distance);
}

/// Where the searches are on one side of the graph.
struct Side {
    explicit Side(std::size_t vertices) : seen(vertices), now(vertices) {}

    std::vector<Searches> seen;  ///< Those that have been at a vertex.
    std::vector<Searches> now;   ///< Those that are there for the first time; 0 unless active.
    std::vector<std::uint32_t> active;

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

    /// Leaves those that are new.
    /// \param visit  gets each vertex with a new search, and those
    template <class Visit>
    void settle(Visit visit) {
        std::erase_if(active, [&](std::uint32_t vertex) {
            auto& here = now[vertex];
            std::uint64_t any = 0;
            for (std::size_t i = 0; i < words; ++i) {
                here[i] &= ~seen[vertex][i];
                seen[vertex][i] |= here[i];
                any |= here[i];
            }
            if (any != 0) visit(vertex, here);
            return any == 0;
        });
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

    /// Departments from departments, and measures, which are as far from these.
    void from_departments(Reaches& result) {
        const auto departments = static_cast<std::uint32_t>(next_.size());
        for (std::uint32_t first = 0; first < departments; first += batch) {
            const auto end = std::min(departments, first + batch);
            for (auto d = first; d < end; ++d) of_departments_.start(d, d - first);
            for (double distance = 1.0; !of_departments_.active.empty(); distance += 2.0) {
                Tally reached;  // measures
                visit_kinds([&](std::uint32_t kind, const Searches& searches) {
                    if (!result.kinds.empty()) {
                        add(result.kinds[kind], count(searches), distance, 1.0);
                    }
                    reached.add(searches, kinds_.size(kind));
                });
                for (auto d = first; d < end; ++d) {
                    add(result.departments[d], reached[d - first], distance, 1.0);
                }
                visit_departments([&](std::uint32_t d, const Searches& searches) {
                    add(result.departments[d], count(searches), distance + 1.0, 2.0);
                });
            }
            forget();
        }
    }

    /// Measures from measures.
    void from_measures(Reaches& result, std::size_t measures) {
        for (std::uint32_t first = 0; first < measures; first += batch) {
            const auto end = std::min(static_cast<std::uint32_t>(measures), first + batch);
            for (auto m = first; m < end; ++m) of_kinds_.start(kinds_.of({m}), m - first);
            for (double distance = 2.0; !of_kinds_.active.empty(); distance += 2.0) {
                visit_departments([](std::uint32_t, const Searches&) {});
                visit_kinds([&](std::uint32_t kind, const Searches& searches) {
                    add(result.kinds[kind], count(searches), distance, 2.0);
                });
            }
            forget();
        }
        // A search from a measure is at all of its kind from the start.
        for (std::uint32_t kind = 0; kind < kinds_.count(); ++kind) {
            if (kinds_.departments(kind).empty()) continue;
            add(result.kinds[kind], static_cast<double>(kinds_.size(kind) - 1), 2.0, 2.0);
        }
    }

 private:
    static constexpr std::uint32_t batch = words * 64;

    template <class Visit>
    void visit_kinds(Visit visit) {
        for (const auto d : of_departments_.active) {
            for (const auto kind : next_[d]) of_kinds_.arrive(kind, of_departments_.now[d]);
        }
        of_departments_.leave();
        of_kinds_.settle(visit);
    }

    template <class Visit>
    void visit_departments(Visit visit) {
        for (const auto kind : of_kinds_.active) {
            for (const auto d : kinds_.departments(kind)) {
                of_departments_.arrive(d, of_kinds_.now[kind]);
            }
        }
        of_kinds_.leave();
        of_departments_.settle(visit);
    }

    void forget() {
        std::fill(of_kinds_.seen.begin(), of_kinds_.seen.end(), Searches{});
        std::fill(of_departments_.seen.begin(), of_departments_.seen.end(), Searches{});
    }

    const MeasureKinds& kinds_;
    Side of_kinds_;
    Side of_departments_;
    std::vector<std::vector<std::uint32_t>> next_;  // kinds, by department
};

}  // namespace

Reaches reaches(const ResponsibilityGraph& graph, const MeasureKinds& kinds, bool measures) {
    Reaches result;
    result.departments.resize(graph.department_count());
    if (measures) result.kinds.resize(kinds.count());
    Search search(graph.department_count(), kinds);
    search.from_departments(result);
    if (measures) search.from_measures(result, graph.measure_count());
    return result;
}

}  // namespace remit::detail
