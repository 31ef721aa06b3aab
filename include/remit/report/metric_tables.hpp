/// \file
/// How are the metrics of departments and pairs shown as tables?
#pragma once

#include <remit/analysis/backbone.hpp>
#include <remit/analysis/brokerage.hpp>
#include <remit/analysis/category_load.hpp>
#include <remit/analysis/centrality.hpp>
#include <remit/analysis/clustering.hpp>
#include <remit/analysis/communities.hpp>
#include <remit/analysis/concepts.hpp>
#include <remit/analysis/cores.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/nestedness.hpp>
#include <remit/analysis/projection_communities.hpp>
#include <remit/analysis/robustness.hpp>
#include <remit/analysis/significance.hpp>
#include <remit/analysis/similarity.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/department_order.hpp>
#include <remit/report/table.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// The id of a counting scheme in `metrics()`.
[[nodiscard]] std::string_view metric_id(Credit scheme);

/// One row a department: `department,name,`, the scheme's id, `share_of_sum`; by weights, where a
/// measure gives any, also `weight_sum` and `d_prime`. Notes give the sum, the rule and the
/// concentration.
///
/// \param workload  for `Credit::weighted` with the programme's weights
[[nodiscard]] Table counting_table(const Workload& workload, Credit scheme, const Dataset& dataset,
                                   Language language,
                                   DepartmentOrder order = DepartmentOrder::measures);

/// One row a department with every scheme: `department,name,measures,first_named,
/// lead,sole,dominance,fractional,harmonic,arithmetic,geometric`, and `weighted` where a measure
/// gives weights.
[[nodiscard]] Table counting_table(const Workload& workload, const Dataset& dataset,
                                   Language language,
                                   DepartmentOrder order = DepartmentOrder::measures);

/// One row a department: `department,name`, then `measures`, `first_named` and `fractional` with
/// the bounds that `load_bounds` has, and its `rank` with `rank_best` and `rank_worst`. Where it is
/// not known how much is withheld, what may be more is empty. Notes have the bounds of
/// concentration.
[[nodiscard]] Table bounds_table(const Workload& workload, const Dataset& dataset,
                                 Language language,
                                 DepartmentOrder order = DepartmentOrder::measures);

/// One row a department: `department,name`, a column a category, `no_category` if
/// some measure has none, `participation`. A category's id has its notice before it, as in
/// "third-batch:finance", where there are several notices.
[[nodiscard]] Table category_table(std::span<const CategoryLoad> loads, Credit scheme,
                                   const Dataset& dataset, Language language,
                                   DepartmentOrder order = DepartmentOrder::measures);

/// Which pairs are shown, and by which weight.
struct PairView {
    std::string weight = "all";  ///< The id of a metric of pairs; "all" for every one.
    std::size_t min_shared = 1;
    std::optional<DepartmentIndex> of = {};  ///< Only its pairs.

    [[nodiscard]] bool shows(const Coresponsibility& pair) const {
        return pair.shared() >= min_shared && (!of || pair.a == *of || pair.b == *of);
    }
};

/// One row a pair, the heaviest by the weight first (by `shared` for "all"): `department_a,
/// department_b,shared`, a column a weight, `measure_numbers`. Of "all", `parts` is there only where a
/// measure gives weights.
///
/// \param similarities  one per pair
[[nodiscard]] Table pair_table(std::span<const Coresponsibility> pairs,
                               std::span<const Similarity> similarities, const PairView& view,
                               const Dataset& dataset, Language language);

/// One row a pair, the most shared first: `department_a,department_b,shared`, a column a category,
/// as in `category_table`, with the shared measures that lie in it, `no_category` if some do in
/// none.
[[nodiscard]] Table pair_category_table(std::span<const Coresponsibility> pairs,
                                        const PairView& view, const Dataset& dataset,
                                        Language language);

/// One row a pair that shares a measure, and of `Tail::fewer` any pair, the most surprising first:
/// `department_a,department_b,shared,p,adjusted,error,unusual`. Notes say in words whether any pair
/// is unusual.
///
/// \param alpha  a pair is unusual if its adjusted p is at most this
[[nodiscard]] Table evidence_table(const Backbone& backbone, double alpha, const Dataset& dataset,
                                   Language language);

/// One row a figure that is defined: `metric,name,value,mean,deviation,z,p_higher,p_lower,error,
/// draws`.
///
/// \param results  of these options
[[nodiscard]] Table significance_table(std::span<const Significance> results,
                                       const SignificanceOptions& options, const Dataset& dataset,
                                       Language language);

/// What the structure of a programme is described by.
struct Structure {
    Centralities centralities;
    BrokerageResult brokerage;
    std::vector<std::optional<Overlap>> overlap;  ///< Of the departments.
    TwoModeClustering closure;
    Butterflies butterflies;
};

/// Time: that of its parts.
[[nodiscard]] Structure structure(const ResponsibilityGraph& graph);

/// One row a department, in table order: `department,name`, a column a metric.
[[nodiscard]] Table structure_table(const Structure& structure, const Dataset& dataset,
                                    Language language);

/// One row a metric of the programme as a whole: `metric,name,value,worked`, all its digits in
/// the formats for programs, and how it comes about. Notes say how many measures name how many
/// departments.
/// Time: that of each metric; on 20 000 measures of 300 departments two seconds.
[[nodiscard]] Table whole_table(const Dataset& dataset, Language language);

/// One row a measure, in table order: `number,title`, the centralities of the other side of the
/// graph, `redundancy`, `articulation_point` and `bridges`, the links without which a component
/// falls apart.
/// Time: that of `centralities` with measures, and of `brokerage`.
[[nodiscard]] Table measure_structure_table(const Dataset& dataset, Language language);

/// One row for each number of departments that have left, from 0: `gone,greatest_first,
/// least_first`, the shares of the measures that still have one, as `mean_extinction_curve`.
[[nodiscard]] Table extinction_table(const Dataset& dataset, Language language);

/// One row a tie from a lead to a partner, those of most measures first:
/// `lead_department,partner,measure_count,back,measure_numbers`. Notes give the reciprocity, and of
/// how many measures that is; without a declared lead there is no row, and a note says so.
[[nodiscard]] Table direction_table(const Dataset& dataset, Language language);

/// One row a department whose kind is known, in table order: `department,name,kind,coordinator,
/// consultant,gatekeeper,representative,liaison,brokered`, as `broker_roles`. Notes say what ties
/// are meant, how many have no kind, and what a random network would give; without a kind there is
/// no row, and a note says so.
[[nodiscard]] Table role_table(const Dataset& dataset, Language language);

/// One row a department, in table order: `department,name,partners,core`, as `core_periphery`. Notes
/// give the errors, the fit and the correlation, and who could be in the core as well.
[[nodiscard]] Table core_periphery_table(const Dataset& dataset, Language language);

/// What the absence of a department leaves: one row for each of its measures, those first that name
/// nobody else: `number,title,others`. Notes count them, and the components before and after.
/// Time: O(V + E).
[[nodiscard]] Table without_table(const Dataset& dataset, DepartmentIndex department,
                                  Language language);

/// One row a group, in its order:
/// `departments,measure_numbers,department_count,measure_count`.
[[nodiscard]] Table biclique_table(const Bicliques& bicliques, const BicliqueOptions& options,
                                   const Dataset& dataset, Language language);

/// One row a formal concept: the columns of `biclique_table` and `upper`, the rows, from 1, that
/// cover it.
[[nodiscard]] Table concept_table(const ConceptLattice& lattice, const Dataset& dataset,
                                  Language language);

/// One row an implication: `premise,conclusion,support`. Notes say how to read it.
[[nodiscard]] Table implication_table(const Implications& implications, const Dataset& dataset,
                                      Language language);

/// One row an (alpha, beta)-core that is not empty:
/// `alpha,beta,department_count,measure_count`, the last two being its size.
[[nodiscard]] Table core_table(std::span<const CoreSize> cores, const Dataset& dataset,
                               Language language);

/// One row a group of the one-mode projection: `group,departments`.
[[nodiscard]] Table projection_table(const ProjectionCommunities& communities,
                                     const Dataset& dataset, Language language);

/// One row a module: `module,departments,measure_numbers`.
[[nodiscard]] Table module_table(const Communities& communities, const Dataset& dataset,
                                 Language language);

}  // namespace remit
