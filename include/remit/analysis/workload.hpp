/// \file
/// How much does each department carry?
#pragma once

#include <remit/analysis/credit.hpp>
#include <remit/graph/link_weights.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace remit {

/// A share with its denominator, and what withheld measures could make of it.
///
/// With x of n listed measures, o more that may belong to x by their open lists, and h withheld
/// ones, which all may: low = x / (n + h), high = (x + o + h) / (n + h). All three are 0 where n
/// is 0.
struct Share {
    double of_listed = 0.0;  ///< x / n, in [0, 1].
    double low = 0.0;        ///< In [0, 1].
    double high = 0.0;       ///< In [0, 1].

    friend bool operator==(const Share&, const Share&) = default;
};

/// \param possible  listed measures that are not counted and may belong to it
/// \pre count + possible <= listed
[[nodiscard]] Share share(std::size_t count, std::size_t listed, std::size_t withheld,
                          std::size_t possible = 0);

/// How often a department stands how, over some measures.
struct StandingCounts {
    std::size_t lead = 0;
    std::size_t first_named = 0;  ///< Of measures that declare no lead.
    std::size_t other = 0;

    void add(Standing standing);
    /// The measures counted.
    [[nodiscard]] std::size_t all() const { return lead + first_named + other; }
    /// Lead or first.
    [[nodiscard]] std::size_t ahead() const { return lead + first_named; }

    friend bool operator==(const StandingCounts&, const StandingCounts&) = default;
};

/// One per department, in table order, over those measures.
///
/// Example: of A with leads x, y and z with them, and B, a plain list z, x: x has 1 lead and 1
/// other, y 1 lead, z 1 first-named and 1 other.
/// Time: O(departments + links of the measures).
[[nodiscard]] std::vector<StandingCounts> count_standings(const ResponsibilityGraph& graph,
                                                          std::span<const MeasureIndex> measures);

/// The load of one department under the usual counting schemes.
struct DepartmentLoad {
    DepartmentIndex department;
    std::size_t measures = 0;  ///< Full counting: a shared measure counts 1.
    std::size_t possible = 0;  ///< Other measures that may name it: their lists are open.
    std::size_t first_named =
        0;                     ///< Straight counting: measures that print it first, whoever leads.
    double fractional = 0.0;   ///< A measure shared by n departments counts 1/n.
    Share share;               ///< `measures` of all listed ones.
    StandingCounts standings;  ///< How it stands in its measures.
    std::size_t sole = 0;      ///< Measures that name nobody else and have no open list.
    double harmonic = 0.0;     ///< By place in the printed order, as `Credit` has it.
    double arithmetic = 0.0;
    double geometric = 0.0;

    /// Of its shared measures, those that name it first: in [0, 1], none if it shares no measure.
    /// The dominance factor of Kumar & Kumar (2008).
    std::optional<double> dominance;

    /// Weighted counting, as `Credit` has it; none if no measure gives weights.
    std::optional<double> weighted;
    double weight = 0.0;  ///< Sum of the weights that measures give it.

    friend bool operator==(const DepartmentLoad&, const DepartmentLoad&) = default;
};

/// The load by one scheme. `Credit::weighted` without any weights is `Credit::fractional`.
[[nodiscard]] double load_by(Credit scheme, const DepartmentLoad& load);

struct Workload {
    std::vector<DepartmentLoad> departments;  ///< One per department, in table order.
    std::size_t listed = 0;                   ///< Measures of the graph.
    std::size_t withheld = 0;
    std::size_t open = 0;   ///< Measures with an open list.
    std::size_t links = 0;  ///< Sum of `measures` over the departments.
    /// Whether some measure says who leads; otherwise every `standings.lead` is 0.
    bool declares_leads = false;
    std::size_t weighted = 0;  ///< Measures that give weights.
};

/// The loads of the departments by one scheme, in table order.
[[nodiscard]] std::vector<double> loads_by(Credit scheme, const Workload& workload);

/// Counts measures per department under every scheme of `Credit`.
///
/// All loads but full counting sum to the number of measures that have a department. Time: O(V +
/// E).
///
/// Example: A{x}, B{x, y} give x measures 2, first-named 2, fractional 1.5, harmonic 5/3, sole 1,
/// dominance 1; y 1, 0, 1/2, 1/3, 0, 0.
///
/// With weights x 3, y 1 in B, x has weighted 1.75, weight 3; y 0.25, 1.
///
/// \param withheld  measures that are announced but not printed, for the bounds of the shares
/// \param weights   of the graph's links
[[nodiscard]] Workload workload(const ResponsibilityGraph& graph, std::size_t withheld = 0,
                                const LinkWeights& weights = {});

}  // namespace remit
