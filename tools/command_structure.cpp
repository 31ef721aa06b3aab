#include "cli.hpp"
#include "words.hpp"

#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::optional<ShowStructure> show;
    std::optional<ShowStructure> side;
    std::optional<std::string> without;
};

Table result(const Options& options, const Dataset& dataset) {
    const auto language = language_of(options.input.language, dataset);
    const auto asked = (options.show ? 1 : 0) + (options.side ? 1 : 0) + (options.without ? 1 : 0);
    if (asked > 1) throw UsageError("--show", "cannot be combined with --side or --without");
    if (options.without) {
        return without_table(dataset, department_named(dataset, *options.without, "--without"),
                             language);
    }
    return options.show.value_or(options.side.value_or(structures.front().second))(dataset,
                                                                                   language);
}

}  // namespace

void add_structure(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("structure", "Show who is central, who connects others, who is alone");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(
        command, "--show", options->show,
        "Positions, the programme as a whole, what is left as departments leave, which leads "
        "ask whom along, who stands between bodies of which kinds, or who is the core",
        structures, "positions");
    add_choice(command, "--side", options->side, "Whose positions", structure_sides, "departments");
    command.option({"--without", "DEPARTMENT", "What its absence leaves with nobody"},
                   [options](const std::string& word) { options->without = word; });
    command.footer(metrics_footer("structure",
                                  "remit structure data/2020-third-batch.yaml --show whole "
                                  "--lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
