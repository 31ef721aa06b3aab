#include <remit/analysis/workload.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/input/load.hpp>
#include <remit/report/analysis_tables.hpp>

#include <iostream>

int main() {
    const auto loaded = remit::load_text("inline.yaml", R"(
remit: 1
departments: [{id: a, name: A}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
measures: [{number: 1, title: T, departments: a, scope: r}]
)");
    const auto& dataset = loaded.dataset.value();
    const auto table =
        to_table(workload(responsibility_graph(dataset)), dataset, remit::Language::en);
    write(std::cout, table, remit::TableFormat::csv);
    return responsibility_map(dataset).front().boxes.empty() ? 1 : 0;
}
