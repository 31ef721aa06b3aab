#include "cli.hpp"

#include <remit/report/network_dot.hpp>

#include <memory>

namespace remit::cli {
namespace {

enum class Format : std::uint8_t { dot };
const Words<Format> formats{{"dot", Format::dot}};

struct Options {
    InputOptions input;
    ViewOptions view;
    Format format = Format::dot;
    bool projection = false;
    Language language = Language::zh_hans;
    std::string file = "-";
};

}  // namespace

void add_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("export", "Write the graph for other programs");
    add_input_options(*command, options->input);
    add_view_options(*command, options->view);
    add_choice(*command, "--format", options->format, "Format of the graph", formats, "dot", "dot");
    command->add_flag("--projection", options->projection,
                      "The departments that share measures, without the measures");
    add_language_option(*command, options->language);
    command
        ->add_option("-o,--output", options->file,
                     "File to write instead of standard output; it appears whole or not at all")
        ->type_name("FILE");
    command->footer(
        "Nodes and edges have classes, names and weights, and no places: for a picture that is "
        "laid out already, see 'remit diagram'.\n"
        "Example: remit export data/2020-third-batch.yaml --projection --lang en | neato -Tsvg");
    command->callback([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->file, (options->projection ? projection_dot : bipartite_dot)(
                                        dataset, options->language));
    });
}

}  // namespace remit::cli
