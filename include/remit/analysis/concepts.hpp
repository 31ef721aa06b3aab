/// \file
/// Which groups of departments share which groups of measures, and who never goes without whom?
///
/// Here the graph is a formal context: departments are its objects, measures its attributes.
/// Regions play no part.
#pragma once

#include <remit/graph/responsibility_graph.hpp>

#include <cstddef>
#include <vector>

namespace remit {

/// A formal concept: all measures that these departments share, and all departments that share
/// them. Where neither side is empty, a maximal biclique.
struct Concept {
    std::vector<DepartmentIndex> departments;  ///< The extent, ascending.
    std::vector<MeasureIndex> measures;        ///< The intent, ascending.

    friend bool operator==(const Concept&, const Concept&) = default;
};

/// `upper` covers `lower`: it has more departments and fewer measures, and none is in between.
struct LatticeCover {
    std::size_t lower = 0;  ///< A position in `ConceptLattice::concepts`, as is `upper`.
    std::size_t upper = 0;

    friend bool operator==(const LatticeCover&, const LatticeCover&) = default;
};

struct ConceptLattice {
    /// In lectic order: of two concepts, that one is later which has the first department, by
    /// table order, that only one of them has. So each comes behind all that are below it; the
    /// bottom is the first and, where `complete`, the top is the last.
    std::vector<Concept> concepts;
    /// The Hasse diagram, by lower, then upper; where not `complete`, what of it lies between the
    /// concepts that are there.
    std::vector<LatticeCover> covers;
    bool complete = true;  ///< False where a limit cut off the concepts that would come behind.
};

/// A graph may have 2^min(departments, measures) concepts; no more than this are listed.
inline constexpr std::size_t concept_limit = 50'000;

/// Nor more than this divided by the number of departments and measures, for memory and time; of
/// bicliques, nor more with this many members in all.
inline constexpr std::size_t concept_member_limit = 20'000'000;

/// All formal concepts, the bottom and the top included, and their order.
///
/// There is always one, even of an empty graph; without a department or without a measure there is
/// no other. Departments and measures without a link occur in the top or the bottom only.
/// After Kuznetsov's Close-by-One. Time per concept: O(D (M + D k) / w) for D departments, M
/// measures, up to k measures of a department and words of w bits; delay: D times that. The covers
/// of a concept that is covered by u others: O(D M u / w) more.
///
/// Example: A{x, y}, B{x}, C{y} give, as departments and measures, ({}, ABC), the bottom; (y, AC);
/// (x, AB); (xy, A), the top.
///
/// Definition: after Wille (1982) and Ganter and Wille (1999). Of two-mode networks: Freeman and
/// White (1993).
[[nodiscard]] ConceptLattice concept_lattice(const ResponsibilityGraph& graph,
                                             std::size_t limit = concept_limit);

struct BicliqueOptions {
    std::size_t departments = 2;  ///< At least so many.
    std::size_t measures = 2;     ///< At least so many.
    std::size_t limit = concept_limit;
};

struct Bicliques {
    std::vector<Concept> concepts;  ///< Most links first, then most departments, then lectic.
    bool complete = true;           ///< False where a limit cut off the search.
};

/// The maximal bicliques with at least so many departments and measures: the concepts of that size.
///
/// Those with fewer measures are not searched and do not count to the limit. After Uno's LCM. Time
/// per concept: the links of its measures, for each department that they have.
///
/// Example: A{x, y}, B{x, y, z}, C{z} have only one of at least 2 x 2: (xy, AB).
[[nodiscard]] Bicliques bicliques(const ResponsibilityGraph& graph,
                                  const BicliqueOptions& options = {});

/// Every measure that has all departments of the premise has those of the conclusion too.
struct Implication {
    std::vector<DepartmentIndex> premise;  ///< Ascending; empty: every measure has the conclusion.
    std::vector<DepartmentIndex> conclusion;  ///< Ascending; none of the premise, at least one.
    std::size_t support = 0;                  ///< Measures that have the premise.

    friend bool operator==(const Implication&, const Implication&) = default;
};

/// Operations on machine words, after which a search for more implications ends.
inline constexpr std::size_t implication_step_limit = 30'000'000;

struct ImplicationOptions {
    std::size_t support = 1;  ///< At least so many measures have the premise; 0 counts as 1.
    std::size_t steps = implication_step_limit;
};

struct Implications {
    std::vector<Implication> implications;  ///< In lectic order of the premises.
    bool complete = true;                   ///< False where the limit cut off those behind.
};

/// The stem base of the implications between departments: the smallest set from which all follow
/// whose premise at least `support` measures have.
///
/// These are the Duquenne-Guigues implications with that support, by Ganter's NextClosure. Premises
/// that no measure has say nothing about who works with whom and are left out. Time per closed or
/// pseudo-closed set with that support: O(D I (D + I)) for D departments and I implications; there
/// may be exponentially many such sets, hence the limit.
///
/// Example: A{x, y}, B{x, y, z}, C{y} give {} -> y, support 3; {y, z} -> x, support 1. That z goes
/// with x follows from both.
///
/// Definition: after Guigues and Duquenne (1986) and Ganter and Wille (1999).
[[nodiscard]] Implications implications(const ResponsibilityGraph& graph,
                                        const ImplicationOptions& options = {});

}  // namespace remit
