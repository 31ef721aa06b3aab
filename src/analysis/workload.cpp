#include <remit/analysis/workload.hpp>

#include "compensated_sum.hpp"

#include <remit/analysis/fraction_sum.hpp>

#include <algorithm>
#include <array>

namespace remit {

Share share(std::size_t count, std::size_t listed, std::size_t withheld, std::size_t possible) {
    if (listed == 0) return {};
    const auto announced = static_cast<double>(listed + withheld);
    return {static_cast<double>(count) / static_cast<double>(listed),
            static_cast<double>(count) / announced,
            static_cast<double>(count + possible + withheld) / announced};
}

double load_by(Credit scheme, const DepartmentLoad& load) {
    switch (scheme) {
        case Credit::full:
            return static_cast<double>(load.measures);
        case Credit::first_named:
            return static_cast<double>(load.first_named);
        case Credit::fractional:
            return load.fractional;
        case Credit::harmonic:
            return load.harmonic;
        case Credit::arithmetic:
            return load.arithmetic;
        case Credit::geometric:
            return load.geometric;
        case Credit::weighted:
            return load.weighted.value_or(load.fractional);
        case Credit::lead:
            break;
    }
    return static_cast<double>(load.standings.lead);
}

void StandingCounts::add(Standing standing) {
    ++(standing == Standing::lead ? lead : standing == Standing::first_named ? first_named : other);
}

std::vector<StandingCounts> count_standings(const ResponsibilityGraph& graph,
                                            std::span<const MeasureIndex> measures) {
    std::vector<StandingCounts> counts(graph.department_count());
    for (const auto m : measures) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            counts[departments[i].value].add(standing(graph.roles(m), i));
        }
    }
    return counts;
}

std::vector<double> loads_by(Credit scheme, const Workload& workload) {
    std::vector<double> loads;
    for (const auto& load : workload.departments) loads.push_back(load_by(scheme, load));
    return loads;
}

namespace {

constexpr std::size_t longest = 8;  // longer lists are rare, and added up one by one

/// What each place of a list of n departments is credited with by the schemes that count places.
struct Place {
    double harmonic = 0.0;
    double arithmetic = 0.0;
    double geometric = 0.0;
};

std::vector<Place> places_of(std::size_t n) {
    std::vector<Place> places(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto of = [&](Credit scheme) { return credit(scheme, i + 1, n); };
        places[i] = {of(Credit::harmonic), of(Credit::arithmetic), of(Credit::geometric)};
    }
    return places;
}

/// What is counted for a department, measure by measure.
struct Counts {
    /// Measures with up to `longest` departments, by their number, then by its place among them.
    std::array<std::uint32_t, longest*(longest + 1) / 2> at{};
    std::uint32_t open = 0;          ///< Measures that name others, too.
    std::uint32_t accompanied = 0;   ///< Where it is the only one, but others answer, too.
    std::uint32_t lead = 0;          ///< Measures that it leads.
    std::uint32_t before_leads = 0;  ///< Measures that declare a lead, where it is the first.
};

/// What is added up for a department over its measures with many departments.
struct LongSums {
    std::size_t measures = 0;
    std::size_t first = 0;
    FractionSum fractional;
    detail::CompensatedSum harmonic;
    detail::CompensatedSum arithmetic;
    detail::CompensatedSum geometric;
};

class Counter {
 public:
    explicit Counter(const ResponsibilityGraph& graph)
        : open_(graph.open_count()), counts_(graph.department_count()) {
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            const auto departments = graph.departments(m);
            const auto n = departments.size();
            if (n <= longest) {
                const auto first = n > 0 ? n * (n - 1) / 2 : 0;
                for (std::size_t i = 0; i < n; ++i) ++counts_[departments[i].value].at[first + i];
            } else {
                add_long(departments);
            }
            add_standing(graph, m);
        }
    }

    /// All that is counted and added up; the long sums are spent.
    [[nodiscard]] DepartmentLoad load(DepartmentIndex department) {
        const auto& counts = counts_[department.value];
        LongSums sums;
        if (!long_.empty()) std::swap(sums, long_[department.value]);
        std::size_t shared = sums.measures;
        std::size_t first_of_shared = sums.first;
        std::size_t at = 0;
        for (std::size_t n = 1; n <= longest; ++n) {
            for (std::size_t i = 0; i < n; ++i, ++at) {
                const std::size_t count = counts.at[at];
                if (count == 0) continue;
                if (n > 1) shared += count;
                if (n > 1 && i == 0) first_of_shared += count;
                const auto times = static_cast<double>(count);
                sums.fractional.add(n, count);
                sums.harmonic.add(times * places_[n][i].harmonic);
                sums.arithmetic.add(times * places_[n][i].arithmetic);
                sums.geometric.add(times * places_[n][i].geometric);
            }
        }
        const std::size_t alone = counts.at[0];
        DepartmentLoad load;
        load.department = department;
        load.measures = alone + shared;
        load.first_named = alone + first_of_shared;
        load.sole = alone - counts.accompanied;
        load.possible = open_ - counts.open;
        load.fractional = sums.fractional.take();
        load.harmonic = sums.harmonic.value();
        load.arithmetic = sums.arithmetic.value();
        load.geometric = sums.geometric.value();
        load.standings.lead = counts.lead;
        load.standings.first_named = load.first_named - counts.before_leads;
        load.standings.other = load.measures - counts.lead - load.standings.first_named;
        if (shared > 0) {
            load.dominance = static_cast<double>(first_of_shared) / static_cast<double>(shared);
        }
        return load;
    }

 private:
    void add_long(const Neighbors<DepartmentIndex>& departments) {
        long_.resize(counts_.size());
        const auto places = places_of(departments.size());
        for (std::size_t i = 0; i < places.size(); ++i) {
            auto& sums = long_[departments[i].value];
            ++sums.measures;
            if (i == 0) ++sums.first;
            sums.fractional.add(places.size());
            sums.harmonic.add(places[i].harmonic);
            sums.arithmetic.add(places[i].arithmetic);
            sums.geometric.add(places[i].geometric);
        }
    }

    /// What most measures say nothing of: who leads, and who answers beyond the list.
    void add_standing(const ResponsibilityGraph& graph, MeasureIndex measure) {
        const auto roles = graph.roles(measure);
        const auto beyond = graph.beyond(measure);
        const bool declares = std::find(roles.begin(), roles.end(), Role::lead) != roles.end();
        if (!declares && beyond == Beyond::no_one) return;
        const auto departments = graph.departments(measure);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            auto& counts = counts_[departments[i].value];
            if (beyond == Beyond::others) ++counts.open;
            if (beyond != Beyond::no_one && departments.size() == 1) ++counts.accompanied;
            if (roles[i] == Role::lead) ++counts.lead;
            if (declares && i == 0) ++counts.before_leads;
        }
    }

    std::size_t open_;            // measures with an open list
    std::vector<Counts> counts_;  // by department
    std::vector<LongSums> long_;  // by department; empty if no measure is long
    std::array<std::vector<Place>, longest + 1> places_ = [] {
        std::array<std::vector<Place>, longest + 1> result;
        for (std::size_t n = 1; n <= longest; ++n) result[n] = places_of(n);
        return result;
    }();
};

/// \param loads  one per department, in table order
void add_weighted(std::vector<DepartmentLoad>& loads, const ResponsibilityGraph& graph,
                  const LinkWeights& weights) {
    struct Sums {
        detail::CompensatedSum parts;
        detail::CompensatedSum given;
    };
    std::vector<Sums> sums(loads.size());
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            auto& sum = sums[departments[i].value];
            sum.parts.add(weights.part(m, i, departments.size()));
            if (weights.gives(m)) sum.given.add(weights.of(m)[i]);
        }
    }
    for (std::size_t d = 0; d < loads.size(); ++d) {
        loads[d].weighted = sums[d].parts.value();
        loads[d].weight = sums[d].given.value();
    }
}

}  // namespace

Workload workload(const ResponsibilityGraph& graph, std::size_t withheld,
                  const LinkWeights& weights) {
    Workload result;
    result.listed = graph.measure_count();
    result.withheld = withheld;
    result.open = graph.open_count();
    result.links = graph.link_count();
    result.departments.reserve(graph.department_count());
    Counter counter(graph);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        auto load = counter.load(d);
        load.share = share(load.measures, result.listed, withheld, load.possible);
        result.declares_leads = result.declares_leads || load.standings.lead > 0;
        result.departments.push_back(load);
    }
    result.weighted = weights.measure_count();
    if (!weights.empty()) add_weighted(result.departments, graph, weights);
    return result;
}

}  // namespace remit
