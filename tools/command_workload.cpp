#include "cli.hpp"

#include <remit/analysis/category_load.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

/// One counting scheme, or all of them side by side.
struct Counting {
    std::optional<Credit> scheme;
};

const Words<Counting> countings{{"full", {Credit::full}},
                                {"first-named", {Credit::first_named}},
                                {"fractional", {Credit::fractional}},
                                {"harmonic", {Credit::harmonic}},
                                {"arithmetic", {Credit::arithmetic}},
                                {"geometric", {Credit::geometric}},
                                {"lead", {Credit::lead}},
                                {"all", {}}};

enum class By : std::uint8_t { category };
const Words<By> groupings{{"category", By::category}};

const Words<DepartmentOrder> orders{{"measures", DepartmentOrder::measures},
                                    {"name", DepartmentOrder::name},
                                    {"registry", DepartmentOrder::registry}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::optional<Counting> count;
    std::optional<By> by;
    DepartmentOrder order = DepartmentOrder::measures;
};

Table result(const Options& options, const Dataset& dataset) {
    const auto language = language_of(options.output.language, dataset);
    const auto loads = workload(responsibility_graph(dataset), dataset.withheld());
    const bool of_leads = options.count && options.count->scheme == Credit::lead;
    if (of_leads && !loads.declares_leads) {
        throw UsageError("--count",
                         "no measure declares a lead; first-named counts the order of "
                         "print, which says nothing about who leads");
    }
    if (options.by) {
        const auto counting = options.count.value_or(Counting{Credit::full});
        if (!counting.scheme) {
            throw UsageError("--by", "takes one counting scheme, not all of them");
        }
        return category_table(load_by_category(dataset, *counting.scheme), *counting.scheme,
                              dataset, language, options.order);
    }
    if (!options.count) return to_table(loads, dataset, language, options.order);
    if (!options.count->scheme) return counting_table(loads, dataset, language, options.order);
    return counting_table(loads, *options.count->scheme, dataset, language, options.order);
}

}  // namespace

void add_workload(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("workload", "Count what each department carries, with shares and their bounds");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output);
    add_choice(command, "--count", options->count,
               "One counting scheme, with its sum and concentration", countings,
               "full|lead|first-named|fractional|harmonic|arithmetic|geometric|all",
               "full, first-named and fractional with bounds, and leads where declared");
    add_choice(command, "--by", options->by, "Spread over the categories", groupings, "category",
               "not");
    add_choice(
        command, "--sort", options->order,
        "Order of the departments: the most loaded first, by name, or as the files list them",
        orders, "measures|name|registry", "measures");
    command.footer(metrics_footer(
        "workload", "remit workload data/2020-third-batch.yaml --count harmonic --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
