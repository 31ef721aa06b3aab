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

void add_export(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("export", "Write the graph for other programs");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_choice(command, "--format", options->format, "Format of the graph", formats, "dot", "dot");
    command.flag("--projection", options->projection,
                 "The departments that share measures, without the measures");
    add_language_option(command, options->language);
    add_file_option(command, options->file);
    command.footer(
        "Nodes and edges have classes, names and weights, and no places: for a picture that is "
        "laid out already, see 'remit diagram'.\n"
        "Example: remit export data/2020-third-batch.yaml --projection --lang en | neato -Tsvg");
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->file, (options->projection ? projection_dot : bipartite_dot)(
                                        dataset, options->language));
    });
}

}  // namespace remit::cli
