#include "facts.hpp"

#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <map>

namespace remit::drawing {
namespace {

template <class Index>
bool has(const std::vector<Index>& all, Index one) {
    return std::binary_search(all.begin(), all.end(), one);
}

/// Each department stands at the node of fewest departments that has it, each measure at that of
/// most.
void label(LatticeFacts& facts, const Dataset& dataset) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        LatticeNode* best = nullptr;
        for (auto& node : facts.nodes) {
            if (!has(node.found.departments, d)) continue;
            if (!best || node.found.departments.size() < best->found.departments.size()) {
                best = &node;
            }
        }
        if (best) best->departments.push_back(d);
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        LatticeNode* best = nullptr;
        for (auto& node : facts.nodes) {
            if (!has(node.found.measures, m)) continue;
            if (!best || node.found.departments.size() > best->found.departments.size()) {
                best = &node;
            }
        }
        if (best) best->measures.push_back(m);
    }
}

void set_rows(LatticeFacts& facts) {
    std::map<std::size_t, std::size_t> rows;
    for (const auto& node : facts.nodes) rows[node.found.departments.size()] = 0;
    for (auto& [departments, row] : rows) {
        row = facts.row_departments.size();
        facts.row_departments.push_back(departments);
    }
    for (auto& node : facts.nodes) node.row = rows[node.found.departments.size()];
}

void find_beside(LatticeFacts& facts, const ResponsibilityGraph& graph) {
    facts.beside.resize(graph.department_count());
    for (DepartmentIndex a; a.value < graph.department_count(); ++a.value) {
        const auto& inner = graph.measures(a);
        for (DepartmentIndex b; b.value < graph.department_count(); ++b.value) {
            const auto& outer = graph.measures(b);
            // Of one measure that could not be otherwise.
            if (a == b || inner.size() < 2) continue;
            if (std::includes(outer.begin(), outer.end(), inner.begin(), inner.end())) {
                facts.beside[a.value] = true;
            }
        }
    }
}

}  // namespace

std::size_t LatticeFacts::beside_count() const {
    return static_cast<std::size_t>(std::count(beside.begin(), beside.end(), true));
}

LatticeFacts lattice_facts(const Dataset& dataset, std::size_t most) {
    const auto graph = responsibility_graph(dataset);
    const auto lattice = concept_lattice(graph, most);
    LatticeFacts facts;
    facts.complete = lattice.complete;
    facts.concepts = lattice.concepts.size();
    facts.open = graph.open_count();
    if (!facts.complete) return facts;
    std::vector<std::size_t> node_of(lattice.concepts.size());
    for (std::size_t c = 0; c < lattice.concepts.size(); ++c) {
        if (lattice.concepts[c].measures.empty()) continue;
        node_of[c] = facts.nodes.size();
        facts.nodes.push_back({lattice.concepts[c]});
    }
    for (const auto& cover : lattice.covers) {
        if (lattice.concepts[cover.lower].measures.empty()) continue;
        if (lattice.concepts[cover.upper].measures.empty()) continue;
        facts.covers.push_back({node_of[cover.lower], node_of[cover.upper]});
    }
    label(facts, dataset);
    set_rows(facts);
    find_beside(facts, graph);
    return facts;
}

}  // namespace remit::drawing
