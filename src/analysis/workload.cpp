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

/// What each place of a list of n departments is credited with; of one n the same every time.
class Credits {
 public:
    struct Place {
        double harmonic;
        double arithmetic;
        double geometric;
    };

    /// One per place, in printed order. Valid until the next call.
    std::span<const Place> of(std::size_t n) {
        if (n >= most) return made(n, long_);
        if (known_[n].empty() && n > 0) made(n, known_[n]);
        return known_[n];
    }

 private:
    static constexpr std::size_t most = 64;  // longer lists are rare, and not kept

    static std::span<const Place> made(std::size_t n, std::vector<Place>& places) {
        places.resize(n);
        const auto first = credit(Credit::harmonic, 1, n);
        for (std::size_t i = 0; i < n; ++i) {
            places[i] = {first / static_cast<double>(i + 1), credit(Credit::arithmetic, i + 1, n),
                         credit(Credit::geometric, i + 1, n)};
        }
        return places;
    }

    std::array<std::vector<Place>, most> known_;
    std::vector<Place> long_;
};

/// What is added up for a department, measure by measure.
struct Sums {
    std::size_t measures = 0;
    std::size_t first_named = 0;
    std::size_t sole = 0;
    std::size_t open = 0;    ///< Of its measures, those that name others too.
    std::size_t shared = 0;  ///< With another department.
    std::size_t first_of_shared = 0;
    StandingCounts standings;
    FractionSum fractional;
    detail::CompensatedSum harmonic;
    detail::CompensatedSum arithmetic;
    detail::CompensatedSum geometric;
};

std::vector<Sums> sums_of(const ResponsibilityGraph& graph) {
    std::vector<Sums> sums(graph.department_count());
    Credits credits;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        const auto roles = graph.roles(m);
        const auto n = departments.size();
        const auto places = credits.of(n);
        const auto beyond = graph.beyond(m);
        const bool sole = n == 1 && beyond == Beyond::no_one;
        for (std::size_t i = 0; i < n; ++i) {
            auto& sum = sums[departments[i].value];
            ++sum.measures;
            if (i == 0) ++sum.first_named;
            if (sole) ++sum.sole;
            if (beyond == Beyond::others) ++sum.open;
            if (n > 1) ++sum.shared;
            if (n > 1 && i == 0) ++sum.first_of_shared;
            sum.standings.add(standing(roles, i));
            sum.fractional.add(n);
            sum.harmonic.add(places[i].harmonic);
            sum.arithmetic.add(places[i].arithmetic);
            sum.geometric.add(places[i].geometric);
        }
    }
    return sums;
}

}  // namespace

Workload workload(const ResponsibilityGraph& graph, std::size_t withheld) {
    Workload result;
    result.listed = graph.measure_count();
    result.withheld = withheld;
    result.open = graph.open_count();
    result.links = graph.link_count();
    result.departments.reserve(graph.department_count());
    auto sums = sums_of(graph);
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        auto& sum = sums[d.value];
        DepartmentLoad load;
        load.department = d;
        load.measures = sum.measures;
        load.first_named = sum.first_named;
        load.sole = sum.sole;
        load.possible = result.open - sum.open;
        load.fractional = sum.fractional.take();
        load.share = share(load.measures, result.listed, withheld, load.possible);
        load.standings = sum.standings;
        load.harmonic = sum.harmonic.value();
        load.arithmetic = sum.arithmetic.value();
        load.geometric = sum.geometric.value();
        if (sum.shared > 0) {
            load.dominance =
                static_cast<double>(sum.first_of_shared) / static_cast<double>(sum.shared);
        }
        result.declares_leads = result.declares_leads || sum.standings.lead > 0;
        result.departments.push_back(load);
    }
    return result;
}

}  // namespace remit
