#include "facts.hpp"

namespace remit::drawing {

MapFacts map_facts(const Dataset& dataset) {
    MapFacts facts;
    facts.rows = programme_rows(dataset);
    facts.workload = workload_facts(dataset);
    facts.scopes = scopes_of(dataset);
    facts.heavy.resize(dataset.departments().size());
    for (std::size_t i = 0; i < facts.workload.heavy; ++i) {
        facts.heavy[facts.workload.rows[i].department.value] = true;
    }
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto named = dataset.responsibilities(m);
        for (std::size_t i = 0; i < named.size(); ++i) {
            facts.links.push_back(
                {named[i].department, m, dataset.standing(m, i) != Standing::other});
        }
    }
    return facts;
}

}  // namespace remit::drawing
