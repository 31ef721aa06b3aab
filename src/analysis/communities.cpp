#include <remit/analysis/communities.hpp>

#include "compensated_sum.hpp"
#include "module_search.hpp"
#include "whole_weights.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace remit {

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

std::vector<std::uint32_t> together(std::vector<std::uint32_t> a,
                                    const std::vector<std::uint32_t>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

/// Vertices of one side with the same neighbors and weights, as one vertex. Some best partition has
/// them in one module: what is best for one is best for the other.
struct Twins {
    std::vector<std::uint32_t> of;  ///< By vertex.
    Lists vertices;

    /// \param weights  of the links to the neighbors; empty: they are all alike
    Twins(const Lists& neighbors, const Lists& weights) {
        std::map<std::vector<std::uint32_t>, std::uint32_t> known;
        for (std::uint32_t v = 0; v < neighbors.size(); ++v) {
            const auto next = static_cast<std::uint32_t>(vertices.size());
            const auto [at, is_new] =
                weights.empty() ? known.try_emplace(neighbors[v], next)
                                : known.try_emplace(together(neighbors[v], weights[v]), next);
            if (is_new) vertices.emplace_back();
            of.push_back(at->second);
            vertices[at->second].push_back(v);
        }
    }
};

struct Vertices {
    Lists of_departments;  ///< The measures of each.
    Lists of_measures;     ///< The departments of each, ascending.
    /// What the links of each weigh, in the same orders; empty without weights.
    Lists department_weights;
    Lists measure_weights;

    Vertices(const ResponsibilityGraph& graph, const WholeWeights& weights)
        : of_departments(graph.department_count()), of_measures(graph.measure_count()) {
        if (!weights.of_links.empty()) add_weights(graph, weights);
        for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
            for (const auto m : graph.measures(d)) {
                of_departments[d.value].push_back(m.value);
                of_measures[m.value].push_back(d.value);
            }
        }
    }

 private:
    void add_weights(const ResponsibilityGraph& graph, const WholeWeights& weights) {
        department_weights.resize(of_departments.size());
        measure_weights.resize(of_measures.size());
        std::size_t link = 0;
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> ascending;
            for (const auto d : graph.departments(m)) {
                ascending.emplace_back(d.value, weights.of_links[link++]);
            }
            std::sort(ascending.begin(), ascending.end());
            for (const auto& [d, weight] : ascending) {
                department_weights[d].push_back(weight);
                measure_weights[m.value].push_back(weight);
            }
        }
    }
};

/// A connected component: a web and which twins are its rows and columns.
struct Component {
    Web web;
    std::vector<std::uint32_t> departments;  ///< Twins.
    std::vector<std::uint32_t> measures;     ///< Twins.
    bool rows_are_measures = false;          ///< The rows are the smaller side.
    Modules modules = {};
};

/// The modules of a graph: found for each component, then put together.
class Search {
 public:
    Search(const ResponsibilityGraph& graph, const WholeWeights& weights)
        : links_(weights.of_links.empty() ? static_cast<std::int64_t>(graph.link_count())
                                          : weights.total),
          vertices_(graph, weights),
          departments_(vertices_.of_departments, vertices_.department_weights),
          measures_(vertices_.of_measures, vertices_.measure_weights) {
        split();
    }

    [[nodiscard]] Communities find(const CommunityOptions& options) {
        Communities result;
        auto steps = options.steps;
        for (auto& part : components_) {
            part.modules = find_modules(part.web, options.rounds);
            if (steps > 0) part.modules = best_modules(part.web, std::move(part.modules), steps);
            result.exact = steps > 0;
        }
        put_together(result);
        return result;
    }

 private:
    /// No module of a best partition needs to span components: the links that it has inside are as
    /// many when it is split. Small ones first, so that a large one does not use up their steps.
    void split() {
        std::vector<bool> seen(departments_.vertices.size());
        local_.resize(measures_.vertices.size(), static_cast<std::uint32_t>(-1));
        for (std::uint32_t twins = 0; twins < seen.size(); ++twins) {
            if (seen[twins] || neighbors(twins).empty()) continue;
            components_.push_back(component(twins, seen));
        }
        std::stable_sort(components_.begin(), components_.end(),
                         [](const Component& a, const Component& b) {
                             return a.web.rows.arcs.size() < b.web.rows.arcs.size();
                         });
    }

    /// The measures of the first of some departments that are twins.
    [[nodiscard]] const std::vector<std::uint32_t>& neighbors(std::uint32_t twins) const {
        return vertices_.of_departments[departments_.vertices[twins][0]];
    }

    [[nodiscard]] Component component(std::uint32_t first, std::vector<bool>& seen) {
        Component result;
        seen[first] = true;
        result.departments.push_back(first);
        for (std::size_t i = 0; i < result.departments.size(); ++i) {
            for (const auto measure : neighbors(result.departments[i])) {
                const auto twins = measures_.of[measure];
                if (local_[twins] != static_cast<std::uint32_t>(-1)) continue;
                local_[twins] = static_cast<std::uint32_t>(result.measures.size());
                result.measures.push_back(twins);
                for (const auto department : vertices_.of_measures[measure]) {
                    const auto other = departments_.of[department];
                    if (seen[other]) continue;
                    seen[other] = true;
                    result.departments.push_back(other);
                }
            }
        }
        fill(result);
        return result;
    }

    void fill(Component& part) const {
        WebSide departments{Arcs(part.departments.size()), Strengths(part.departments.size())};
        WebSide measures{Arcs(part.measures.size()), Strengths(part.measures.size())};
        for (std::uint32_t a = 0; a < part.departments.size(); ++a) {
            const auto& like = departments_.vertices[part.departments[a]];
            const auto& all = neighbors(part.departments[a]);
            for (std::size_t i = 0; i < all.size(); ++i) {
                const auto measure = all[i];
                const auto& twins = measures_.vertices[measures_.of[measure]];
                if (twins[0] != measure) continue;
                const auto b = local_[measures_.of[measure]];
                const std::size_t each = vertices_.department_weights.empty()
                                             ? 1
                                             : vertices_.department_weights[like[0]][i];
                const auto weight = static_cast<std::int64_t>(like.size() * twins.size() * each);
                departments.arcs[a].push_back({b, weight});
                measures.arcs[b].push_back({a, weight});
                departments.strength[a] += weight;
                measures.strength[b] += weight;
            }
        }
        part.rows_are_measures = part.measures.size() < part.departments.size();
        if (part.rows_are_measures) std::swap(departments, measures);
        part.web = {std::move(departments), std::move(measures), links_};
    }

    void put_together(Communities& result) const {
        constexpr auto isolated = static_cast<std::uint32_t>(-1);
        auto& [departments, measures] = result.modules;
        departments.assign(vertices_.of_departments.size(), isolated);
        measures.assign(vertices_.of_measures.size(), isolated);
        std::uint32_t base = 0;
        for (const auto& part : components_) {
            const auto& [rows, columns, score] = part.modules;
            const auto& of_departments = part.rows_are_measures ? columns : rows;
            const auto& of_measures = part.rows_are_measures ? rows : columns;
            for (std::size_t i = 0; i < part.departments.size(); ++i) {
                for (const auto d : departments_.vertices[part.departments[i]]) {
                    departments[d] = base + of_departments[i];
                }
            }
            for (std::size_t i = 0; i < part.measures.size(); ++i) {
                for (const auto m : measures_.vertices[part.measures[i]]) {
                    measures[m] = base + of_measures[i];
                }
            }
            base += static_cast<std::uint32_t>(rows.size() + columns.size());
        }
        std::map<std::uint32_t, std::uint32_t> numbers;
        std::uint32_t next = 0;
        for (auto* side : {&departments, &measures}) {
            for (auto& module : *side) {
                if (module == isolated) {
                    module = next++;
                } else {
                    const auto [at, is_new] = numbers.try_emplace(module, next);
                    if (is_new) ++next;
                    module = at->second;
                }
            }
        }
        result.count = next;
    }

    using Arcs = std::vector<std::vector<WebArc>>;
    using Strengths = std::vector<std::int64_t>;

    std::int64_t links_;  // or the sum of their weights
    Vertices vertices_;
    Twins departments_;
    Twins measures_;
    std::vector<std::uint32_t> local_;  // by twins of measures: their position in the component
    std::vector<Component> components_;
};

/// Of the weights themselves, which need not be whole.
double weighted_modularity(const ResponsibilityGraph& graph, const Partition& partition,
                           const LinkWeights& weights) {
    struct Module {
        detail::CompensatedSum inside;
        detail::CompensatedSum of_departments;
        detail::CompensatedSum of_measures;
    };
    std::map<std::uint32_t, Module> modules;
    detail::CompensatedSum total;
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        const auto departments = graph.departments(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            const auto of_measure = partition.measures[m.value];
            const auto of_department = partition.departments[departments[i].value];
            const auto weight = weights.of(m)[i];
            total.add(weight);
            modules[of_measure].of_measures.add(weight);
            modules[of_department].of_departments.add(weight);
            if (of_measure == of_department) modules[of_measure].inside.add(weight);
        }
    }
    const auto all = total.value();
    detail::CompensatedSum sum;
    for (const auto& [name, module] : modules) {
        sum.add(module.inside.value() / all);
        sum.add(-(module.of_departments.value() / all) * (module.of_measures.value() / all));
    }
    return sum.value();
}

}  // namespace

double bipartite_modularity(const ResponsibilityGraph& graph, const Partition& partition,
                            const LinkWeights& weights) {
    assert(partition.departments.size() == graph.department_count());
    assert(partition.measures.size() == graph.measure_count());
    if (graph.link_count() == 0) return 0.0;
    if (!weights.empty()) return weighted_modularity(graph, partition, weights);
    const auto links = static_cast<std::int64_t>(graph.link_count());
    struct Module {
        std::int64_t inside = 0;
        std::int64_t of_departments = 0;
        std::int64_t of_measures = 0;
    };
    std::map<std::uint32_t, Module> modules;
    for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
        auto& module = modules[partition.departments[d.value]];
        for (const auto m : graph.measures(d)) {
            ++module.of_departments;
            if (partition.measures[m.value] == partition.departments[d.value]) ++module.inside;
        }
    }
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        modules[partition.measures[m.value]].of_measures +=
            static_cast<std::int64_t>(graph.departments(m).size());
    }
    std::int64_t score = 0;
    for (const auto& [name, module] : modules) {
        score += links * module.inside - module.of_departments * module.of_measures;
    }
    return static_cast<double>(score) / static_cast<double>(links * links);
}

Communities communities(const ResponsibilityGraph& graph, const CommunityOptions& options,
                        const LinkWeights& weights) {
    const auto whole = whole_weights(weights);
    auto result = Search(graph, whole).find(options);
    result.modularity = bipartite_modularity(graph, result.modules, weights);
    result.exact = result.exact && whole.exact;
    return result;
}

}  // namespace remit
