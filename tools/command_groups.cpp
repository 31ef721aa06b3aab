#include "cli.hpp"

#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    ShowGroups show = group_kinds.front().second;
    BicliqueOptions bicliques;
};

Table result(const Options& options, const Dataset& dataset) {
    return options.show(dataset, options.bicliques, language_of(options.input.language, dataset));
}

}  // namespace

void add_groups(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("groups", "List the departments that share groups of measures");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show, "What kind of groups", group_kinds, "bicliques");
    add_number(command, "--min-departments", options->bicliques.departments,
               "Of bicliques: at least so many departments (default: 2)");
    add_number(command, "--min-measures", options->bicliques.measures,
               "Of bicliques: at least so many measures (default: 2)");
    command.footer(metrics_footer(
        "groups", "remit groups data/2020-third-batch.yaml --show modules --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
