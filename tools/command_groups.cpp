#include "cli.hpp"

#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

enum class Show : std::uint8_t { bicliques, concepts, implications, modules, projection, cores };

const Words<Show> shows{{"bicliques", Show::bicliques},       {"concepts", Show::concepts},
                        {"implications", Show::implications}, {"modules", Show::modules},
                        {"projection", Show::projection},     {"cores", Show::cores}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    Show show = Show::bicliques;
    BicliqueOptions bicliques;
};

Table result(const Options& options, const Dataset& dataset) {
    const auto graph = responsibility_graph(dataset);
    const auto language = language_of(options.input.language, dataset);
    switch (options.show) {
        case Show::concepts:
            return concept_table(concept_lattice(graph), dataset, language);
        case Show::implications:
            return implication_table(implications(graph), dataset, language);
        case Show::modules:
            return module_table(communities(graph), dataset, language);
        case Show::projection:
            return projection_table(projection_communities(dataset), dataset, language);
        case Show::cores:
            return core_table(core_sizes(graph), dataset, language);
        case Show::bicliques:
            break;
    }
    return biclique_table(bicliques(graph, options.bicliques), options.bicliques, dataset,
                          language);
}

}  // namespace

void add_groups(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("groups", "List the departments that share groups of measures");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show, "What kind of groups", shows,
               "bicliques|concepts|implications|modules|projection|cores", "bicliques");
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
