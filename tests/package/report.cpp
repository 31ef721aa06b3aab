#include "inline_programme.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/report/analysis_tables.hpp>

#include <iostream>

int main() {
    const auto dataset = inline_programme();
    const auto table =
        to_table(workload(responsibility_graph(dataset)), dataset, remit::Language::en);
    write(std::cout, table, remit::TableFormat::csv);
    std::cout << remit::to_xlsx({&table, 1}).substr(0, 2) << '\n';  // its library is loaded, not linked
}
