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
    std::optional<Format> format;
    bool projection = false;
    bool no_regions = false;
    std::string file = "-";
};

void write_graph(const Options& options) {
    const auto asked = options.file == "-" ? "" : ending(options.file);
    if (!options.format && !asked.empty() && asked != "dot" && asked != "gv") {
        refuse_ending(options.file, ".dot or .gv");
    }
    const auto dataset = load_programme(options.input, options.view);
    const auto language = language_of(options.input.language, dataset);
    write_output(options.file,
                 options.projection
                     ? projection_dot(dataset, language)
                     : bipartite_dot(dataset, language,
                                     options.no_regions ? Regions::without : Regions::with));
}

}  // namespace

void add_export(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("export", "Write the graph for other programs");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_choice(command, "--format", options->format, "Format of the graph", formats, "dot",
               "dot, the ending .dot or .gv");
    command.flag("--projection", options->projection,
                 "The departments that share measures, without the measures");
    command.flag("--no-regions", options->no_regions, "Leave out where the measures apply");
    add_language_option(command, options->input.language);
    add_file_option(command, options->file);
    command.footer(
        "Nodes and edges have classes, names and weights, and no places: for a picture that is "
        "laid out already, see 'remit diagram'.\n"
        "Example: remit export data/2020-third-batch.yaml --projection --lang en | neato -Tsvg");
    command.run([options] { write_graph(*options); });
}

}  // namespace remit::cli
