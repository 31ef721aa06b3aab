// Lets the k-th allocation fail, for k from 1 on, until everything succeeds: what comes out is
// std::bad_alloc and nothing else, never a crash or half a result.
#include "failing_new.hpp"

#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/input/load.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/diagnostics_json.hpp>
#include <remit/report/programme_tables.hpp>

#include <iostream>
#include <new>
#include <sstream>
#include <string>

namespace {

constexpr const char* programme = R"(remit: 1
departments:
  - {id: alpha, name: {zh-Hans: 甲部, en: Ministry Alpha}, aliases: [first ministry of all of them]}
  - {id: beta, name: {zh-Hans: 乙部, en: Ministry Beta}}
regions:
  - {id: land, kind: nation, name: {zh-Hans: 全国, en: Nationwide}}
  - {id: north, name: North, within: land}
groups: [{id: pilots, name: Pilots, members: [north]}]
notice: {id: n, title: {zh-Hans: 通知, en: Notice}, issued: 2020-02-03, announced: 3}
categories: [{id: c, name: Kind, announced: 3}]
measures:
  - {number: 1, title: A measure with a title, category: c, departments: [alpha, beta], scope: land}
  - {number: 2, title: Another measure, category: c, departments: [乙部], scope: pilots}
)";

constexpr const char* mistakes = "remit: 1\ndepartments: [{id: a, nam: A}]\nx: {y: [1, 2\n";

std::string show_all() {
    std::ostringstream out;
    const auto broken = remit::load_text("broken.yaml", mistakes);
    write(out, broken.diagnostics);
    write_json(out, broken.diagnostics);
    const auto loaded = remit::load_text("plan.yaml", programme);
    const auto& dataset = loaded.dataset.value();
    const auto graph = responsibility_graph(dataset);
    const auto language = remit::Language::en;
    const auto pairs = coresponsibility(graph);
    const auto places = coverage(dataset);
    const auto parts = components(graph);
    for (const auto& table :
         {to_table(workload(graph, dataset.withheld()), dataset, language),
          to_table(pairs, dataset, language), to_table(places, dataset, language),
          contents_table(dataset, parts, language), measure_table(dataset, language)}) {
        write(out, table, remit::TableFormat::text);
        write(out, table, remit::TableFormat::csv);
        write(out, table, remit::TableFormat::json);
        write(out, table, remit::TableFormat::markdown);
        write(out, table, remit::TableFormat::html);
    }
    if (!out) throw std::bad_alloc();  // the stream keeps a failed allocation to itself
    return out.str();
}

}  // namespace

int main() {
    const auto expected = show_all();
    long failures = 0;
    for (long k = 0;; ++k) {
        allocations_left = k;
        try {
            const auto actual = show_all();
            allocations_left = -1;
            if (actual != expected) {
                std::cerr << "allocation " << k << " failed and half a result came out\n";
                return 1;
            }
            break;
        } catch (const std::bad_alloc&) {
            allocations_left = -1;
            ++failures;
        }
    }
    std::cout << failures << " allocations failed in turn\n";
    return failures > 100 ? 0 : 1;
}
