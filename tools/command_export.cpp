#include "cli.hpp"

#include <remit/report/network.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Format {
    std::string (*write)(const Network&);
    bool two_modes = false;  ///< Of departments and measures alone.
};

constexpr Format dot{to_dot};
constexpr Format graphml{to_graphml};
constexpr Format json{to_node_link_json};
constexpr Format csv{edges_to_csv, true};

const Words<Format> formats{{"dot", dot},
                            {"graphml", graphml},
                            {"gexf", {to_gexf}},
                            {"json", json},
                            {"pajek", {to_pajek, true}},
                            {"ucinet", {to_ucinet, true}},
                            {"cxt", {to_context, true}},
                            {"csv", csv},
                            {"csv-nodes", {nodes_to_csv}}};
constexpr const char* format_words = "dot|graphml|gexf|json|pajek|ucinet|cxt|csv|csv-nodes";

const Words<std::string> endings{{"dot", "dot"},   {"gv", "dot"},    {"graphml", "graphml"},
                                 {"gexf", "gexf"}, {"json", "json"}, {"net", "pajek"},
                                 {"dl", "ucinet"}, {"cxt", "cxt"},   {"csv", "csv"}};

struct Options {
    InputOptions input;
    ViewOptions view;
    std::optional<Format> format;
    bool projection = false;
    bool no_regions = false;
    std::string file = "-";
};

Format format_of(const Options& options) {
    if (options.format) return *options.format;
    const auto asked = options.file == "-" ? "" : ending(options.file);
    if (asked.empty()) return dot;
    const auto found = endings.find(asked);
    if (found == endings.end()) {
        refuse_ending(options.file, ".dot, .gv, .graphml, .gexf, .json, .net, .dl, .cxt or .csv");
    }
    return formats.at(found->second);
}

void write_graph(const Options& options) {
    const auto format = format_of(options);
    if (options.projection && format.write == to_context) {
        throw UsageError("--projection", "a formal context has measures; leave one of the two out");
    }
    const auto dataset = load_programme(options.input, options.view);
    const auto language = language_of(options.input.language, dataset);
    const bool regions = !options.no_regions && !format.two_modes;
    const auto network =
        options.projection
            ? projection_network(dataset, language)
            : bipartite_network(dataset, language, regions ? Regions::with : Regions::without);
    write_output(options.file, format.write(network));
}

}  // namespace

void add_export(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("export", "Write the graph for other programs");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_choice(command, "--format", options->format, "Format of the graph", formats, format_words,
               "by the ending, else dot");
    command.flag("--projection", options->projection,
                 "The departments that share measures, without the measures");
    command.flag("--no-regions", options->no_regions, "Leave out where the measures apply");
    add_language_option(command, options->input.language);
    add_file_option(command, options->file);
    command.footer(
        "Nodes and edges have classes, names and weights, and no places: for a picture that is "
        "laid out already, see 'remit diagram'. Pajek, UCINET, contexts and CSV hold departments "
        "and measures, without regions.\n"
        "Example: remit export data/2020-third-batch.yaml --projection --lang en | neato -Tsvg");
    command.run([options] { write_graph(*options); });
}

}  // namespace remit::cli
