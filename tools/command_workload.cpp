#include "cli.hpp"

#include <remit/analysis/category_load.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::optional<std::optional<Credit>> count;
    std::string by;   // category, role or a field; or nothing
    std::string sum;  // a field; or nothing
    bool bounds = false;
    DepartmentOrder order = DepartmentOrder::measures;
};

/// The field that --by names.
FieldIndex grouping_field(const Dataset& dataset, const std::string& name) {
    if (const auto near = did_you_mean(name, {"category", "role"}); !near.empty()) {
        throw UsageError("--by", in_quotes(name) + " is no field of the data" + near);
    }
    const auto field = field_named(dataset, name, "--by");
    const auto type = dataset[field].type;
    if (type == FieldType::choice || type == FieldType::date) return field;
    throw UsageError("--by", in_quotes(dataset[field].id) +
                                 (type == FieldType::number
                                      ? " is a number, which --sum adds up"
                                      : " is a text, which may be another in every measure") +
                                 "; --by takes category, role, a choice or a date");
}

Table spread(const Options& options, const Dataset& dataset, Language language) {
    const auto* const option = options.sum.empty() ? "--by" : "--sum";
    if (!options.sum.empty() && !options.by.empty()) {
        throw UsageError("--sum", "goes without --by");
    }
    const auto counting = options.count.value_or(Credit::full);
    if (!counting) throw UsageError(option, "takes one counting scheme, not all of them");
    const auto scheme = *counting;
    if (!options.sum.empty()) {
        const auto field = field_named(dataset, options.sum, option);
        if (dataset[field].type == FieldType::number) {
            return sum_table(dataset, field, scheme, language, options.order);
        }
        throw UsageError(option, in_quotes(dataset[field].id) + " is no number");
    }
    if (options.by == "category") {
        return category_table(load_by_category(dataset, scheme), scheme, dataset, language,
                              options.order);
    }
    if (options.by == "role") return load_by_role_table(dataset, scheme, language, options.order);
    return load_by_field_table(dataset, grouping_field(dataset, options.by), scheme, language,
                               options.order);
}

Table result(const Options& options, const Dataset& dataset) {
    const auto language = language_of(options.input.language, dataset);
    const auto loads =
        workload(responsibility_graph(dataset), dataset.withheld(), link_weights(dataset));
    const bool of_leads = options.count && *options.count == Credit::lead;
    if (of_leads && !loads.declares_leads) {
        throw UsageError("--count",
                         "no measure declares a lead; first-named counts the order of "
                         "print, which says nothing about who leads");
    }
    if (options.bounds) {
        if (options.count || !options.by.empty() || !options.sum.empty()) {
            throw UsageError("--bounds", "goes without --count, --by and --sum");
        }
        return bounds_table(loads, dataset, language, options.order);
    }
    if (!options.by.empty() || !options.sum.empty()) return spread(options, dataset, language);
    if (!options.count) return to_table(loads, dataset, language, options.order);
    if (!*options.count) return counting_table(loads, dataset, language, options.order);
    return counting_table(loads, **options.count, dataset, language, options.order);
}

}  // namespace

void add_workload(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("workload", "Count what each department carries, with shares and their bounds");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--count", options->count,
               "One counting scheme, with its sum and concentration", countings,
               "full, first-named and fractional with bounds, and leads where declared");
    command.option({"--by", "FIELD",
                    "Spread over the categories, roles, values of a choice or years of a date"},
                   options->by);
    command.option({"--sum", "FIELD", "What a number comes to by department, as --count counts"},
                   options->sum);
    command.flag("--bounds", options->bounds,
                 "What withheld measures and open lists could make of counts and ranks");
    add_choice(
        command, "--sort", options->order,
        "Order of the departments: the most loaded first, by name, or as the files list them",
        orders, "measures");
    command.footer(metrics_footer(
        "workload", "remit workload data/2020-third-batch.yaml --count harmonic --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
