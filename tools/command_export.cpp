#include "cli.hpp"

#include <remit/model/error.hpp>
#include <remit/report/network.hpp>
#include <remit/report/sql_tables.hpp>
#include <remit/report/write_file.hpp>

#include <filesystem>
#include <memory>

namespace remit::cli {
namespace {

struct Format {
    std::string (*write)(const Network&) = nullptr;
    bool two_modes = false;  ///< Of departments and measures alone.
    /// Of the whole programme instead, to a file or folder.
    void (*write_tables)(const Dataset&, Language, const std::string& to) = nullptr;
};

void write_sqlite(const Dataset& dataset, Language language, const std::string& file) {
    refuse_terminal(file, "sqlite");
    write_output(file, to_sqlite(dataset, language));
}

/// All files are made before the first is written.
void write_csv_tables(const Dataset& dataset, Language language, const std::string& folder) {
    namespace fs = std::filesystem;
    if (folder == "-") {
        throw UsageError("--format", "csv-tables are files in a folder; name it with -o FOLDER");
    }
    std::vector<std::pair<std::string, std::string>> files{{"schema.sql", create_tables()}};
    for (const auto& table : sql_tables()) {
        files.emplace_back(std::string(table.name) + ".csv", to_csv(table, dataset, language));
    }
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (!fs::is_directory(folder)) {
        throw Error("cannot make the folder '" + folder + "': " + problem.message());
    }
    for (const auto& [name, bytes] : files) write_file((fs::path(folder) / name).string(), bytes);
}

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
                            {"csv-nodes", {nodes_to_csv}},
                            {"sqlite", {nullptr, false, write_sqlite}},
                            {"csv-tables", {nullptr, false, write_csv_tables}}};

const Words<std::string_view> endings{
    {"dot", "dot"},   {"gv", "dot"},        {"graphml", "graphml"}, {"gexf", "gexf"},
    {"json", "json"}, {"net", "pajek"},     {"dl", "ucinet"},       {"cxt", "cxt"},
    {"csv", "csv"},   {"sqlite", "sqlite"}, {"db", "sqlite"}};

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
    const auto* const found = meaning(endings, asked);
    if (found == nullptr) {
        refuse_ending(options.file,
                      ".dot, .gv, .graphml, .gexf, .json, .net, .dl, .cxt, .csv, .sqlite or .db");
    }
    return *meaning(formats, *found);
}

void write_graph(const Options& options) {
    const auto format = format_of(options);
    if (options.projection && format.write == to_context) {
        throw UsageError("--projection", "a formal context has measures; leave one of the two out");
    }
    if (format.write_tables != nullptr && (options.projection || options.no_regions)) {
        throw UsageError(options.projection ? "--projection" : "--no-regions",
                         "is of the graph; sqlite and csv-tables hold the whole programme");
    }
    const auto dataset = load_programme(options.input, options.view);
    const auto language = language_of(options.input.language, dataset);
    if (format.write_tables != nullptr) return format.write_tables(dataset, language, options.file);
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
    auto command = program.add("export", "Write the graph, or a database, for other programs");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_choice(command, "--format", options->format, "Format of the graph", formats,
               "by the ending, else dot");
    command.flag("--projection", options->projection,
                 "The departments that share measures, without the measures");
    command.flag("--no-regions", options->no_regions, "Leave out where the measures apply");
    add_language_option(command, options->input.language);
    add_file_option(command, options->file);
    command.footer(
        "Nodes and edges have classes, names and weights, and no places: for a picture that is "
        "laid out already, see 'remit diagram'. Pajek, UCINET, contexts and CSV hold departments "
        "and measures, without regions. sqlite is a database of the whole programme, csv-tables "
        "the same "
        "as files in the folder of -o.\n"
        "Example: remit export data/2020-third-batch.yaml --projection --lang en | neato -Tsvg");
    command.run([options] { write_graph(*options); });
}

}  // namespace remit::cli
