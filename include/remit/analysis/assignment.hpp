/// \file
/// Who would lead what if the leads were spread as evenly as can be?
#pragma once

#include <remit/analysis/weight.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace remit {

/// One lead per measure, in table order; nothing for a measure without departments.
using MeasureLeads = std::vector<std::optional<DepartmentIndex>>;

/// The declared lead of each measure, of several the first; where none is declared, the
/// first-named, which is a convention: the order of print says nothing about who leads.
[[nodiscard]] MeasureLeads printed_leads(const ResponsibilityGraph& graph);

/// A measure is to be led by one of its departments.
struct KeptLead {
    MeasureIndex measure;
    DepartmentIndex department;
};

/// A department is to lead at most so many measures.
struct LeadCap {
    DepartmentIndex department;
    std::uint32_t most = 0;
};

struct AssignmentOptions {
    bool reassign_leads = false;      ///< Whether declared leads may move to others.
    std::vector<KeptLead> keep = {};  ///< Of a measure with declared leads, too.
    std::vector<LeadCap> caps = {};
    std::vector<Weight> weights = {};   ///< How much each department can carry; empty: 1 each.
    std::vector<Weight> sizes = {};     ///< How much each measure is; empty: 1 each.
    std::size_t optima_counted = 1000;  ///< Count no further; 0 counts none.
    std::size_t nearest_listed = 20;    ///< Of the fairest with the fewest changes.
    std::size_t nodes = 1'000'000;      ///< Of the search where sizes differ.
};

/// The optima of programmes with more links are not counted: it would take long and say little.
inline constexpr std::size_t counted_link_limit = 20'000;

/// Departments whose caps are too small: so many measures can be led by nobody else.
struct LeadShortage {
    std::vector<DepartmentIndex> departments;  ///< Ascending. All have caps.
    std::vector<MeasureIndex> measures;        ///< Ascending; more than `most`.
    std::size_t most = 0;                      ///< The sum of the caps.
};

struct LeadLoad {
    DepartmentIndex department;
    std::size_t printed = 0;  ///< Measures that it leads as printed.
    std::size_t fairest = 0;
    double printed_size = 0.0;  ///< The sum of their sizes.
    double fairest_size = 0.0;
    friend bool operator==(const LeadLoad&, const LeadLoad&) = default;
};

/// Why a lead changes.
enum class ChangeReason : std::uint8_t {
    evens,     ///< Its chain takes a lead from one department and gives one to another.
    cap,       ///< Its chain starts where a cap is below the printed leads.
    keep,      ///< Asked for.
    exchange,  ///< Its chain returns to where it starts: no number of leads changes.
    co_leads,  ///< Both are declared leads: who of them it counts for, and no change of lead.
};

struct LeadChange {
    MeasureIndex measure;
    DepartmentIndex from;
    DepartmentIndex to;
    ChangeReason reason = ChangeReason::evens;
    std::uint32_t chain = 0;  ///< A position in `Assignment::chains`.
    friend bool operator==(const LeadChange&, const LeadChange&) = default;
};

/// Changes that follow one another: each measure goes from one department to the next.
struct LeadChain {
    std::vector<DepartmentIndex> departments;  ///< One more than measures; first and last have
                                               ///< other numbers of leads, or are the same.
    std::vector<MeasureIndex> measures;
    friend bool operator==(const LeadChain&, const LeadChain&) = default;
};

struct OptimumCount {
    std::size_t count = 0;  ///< 0: not counted.
    bool complete = false;  ///< There are no more.
    bool unique = false;    ///< There is one.
    friend bool operator==(const OptimumCount&, const OptimumCount&) = default;
};

struct Assignment {
    std::optional<LeadShortage> shortage;  ///< Then the caps allow no leads, and all else is empty.
    MeasureLeads printed;
    MeasureLeads fairest;
    std::vector<LeadLoad> loads;  ///< One per department, in table order.
    double printed_cost = 0.0;    ///< Sum of (L^2 + the sum of s^2) / 2w: l (l + 1) / 2 of units.
    double cost = 0.0;
    double bound = 0.0;               ///< No leads that options allow cost less.
    bool proved = false;              ///< None cost less than these.
    bool nearest_proved = false;      ///< None of the same cost have fewer changes.
    std::vector<LeadChange> changes;  ///< Ascending by measure; those between co-leads, too.
    std::vector<LeadChain> chains;
    OptimumCount optima;   ///< Of leads of the least cost; not counted where sizes differ.
    OptimumCount nearest;  ///< Of those, with the fewest changes.
    /// The changes of each of the nearest, this one's first, up to `nearest_listed`.
    std::vector<std::vector<LeadChange>> nearest_changes;
};

/// The number of measures whose lead changes: those that change between co-leads do not count.
[[nodiscard]] std::size_t changed_leads(const std::vector<LeadChange>& changes);

/// The leads of the lowest cost, and of those the ones that change the fewest printed leads.
///
/// Each measure is led by one of its departments, or, unless leads are reassigned, by one of its
/// declared leads where it has some: an optimal semi-matching. With weights and sizes
/// of 1 the cost is the sum of l (l + 1) / 2 over the departments' leads; its least is also the
/// fairest spread: the largest load is as small as can be, then the next, and so on. A department
/// of weight w carries its l-th lead at l / w. Exact, by flows: prices of the departments prove the
/// cost, potentials the changes, and both are checked before they are claimed.
/// Where sizes differ the problem is NP-hard (with two departments and no other choice it is
/// PARTITION). Then a search with bounds, limited by `nodes`; `bound` and `proved` say how far
/// it got. A cap counts measures, not sizes. The sum of squares is least, which with sizes need not
/// make the largest load the least: 7, 4, 3 are better than 6, 6, 2.
///
/// Time: each phase O(measures + departments + links); few phases in practice. A million measures
/// of 5000 departments take seconds.
///
/// Example: A{x}, B{x, y}, C{x, z} as printed give x 3 leads at a cost of 6; with B to y and C to
/// z it is 3, after two changes, and nothing else is as fair.
/// \pre kept departments take part in their measures, no measure is kept twice, no department has
/// two caps; weights and sizes are empty or have one of each
/// Source: Harvey, Ladner, Lovasz & Tamir (2006), J. Algorithms 59, 53.
/// \throws Error where sizes and weights have too many digits to compare their costs exactly
[[nodiscard]] Assignment fair_leads(const ResponsibilityGraph& graph,
                                    const AssignmentOptions& options = {});

/// Whether no leads that the options allow cost less than these. For sizes that are all alike.
///
/// \pre each measure that has departments is led by one, as kept; the caps hold
/// Time: O(D log D + measures + links).
[[nodiscard]] bool are_fairest(const ResponsibilityGraph& graph, const MeasureLeads& leads,
                               const AssignmentOptions& options = {});

}  // namespace remit
