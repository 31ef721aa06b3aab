// A programme that stands in no file: made record by record, as from a database. What is wrong in it
// is said with the line of the call.
#include <remit/analysis/workload.hpp>
#include <remit/model/programme_builder.hpp>

#include <iostream>

int main() {
    remit::ProgrammeBuilder builder("in_memory.cpp");
    builder.add(remit::NewDepartment{.id = "science", .name = "Ministry of Science"});
    builder.add(remit::NewDepartment{.id = "finance", .name = "Ministry of Finance"});
    builder.add(remit::NewMeasure{
        .number = 1, .title = "Share instruments", .departments = {"science", "finance"}});

    auto wrong = builder;
    wrong.add(remit::NewMeasure{.number = 2, .title = "Pay", .departments = {"finanec"}});
    write(std::cout, wrong.build().diagnostics);

    builder.add(remit::NewMeasure{.number = 2, .title = "Pay", .departments = {"finance"}});
    const auto dataset = builder.build().dataset.value();
    for (const auto& load : workload(responsibility_graph(dataset)).departments) {
        std::cout << dataset[load.department].name.in(remit::Language::en) << ": " << load.measures
                  << '\n';
    }
}
