#include "cli.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/model/reorganization.hpp>
#include <remit/report/comparison_tables.hpp>

#include <array>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    ShowComparison show = summary_table;
};

Table result(const Options& options) {
    const auto before = load_programme(options.input, options.view, Plans::left);
    refuse_without_plan(before, "reorganize");
    const auto after = carried_out(before, language_of_messages(options.input.language));
    LaterIds later;
    for (const auto& [first, then] : after.renamed) {
        later[before.registry()[first].id] = before.registry()[then].id;
    }
    const std::array both{before, *after.dataset};
    const auto comparison = compare(both, later);
    return options.show({both, comparison, Compared::before_and_after,
                         language_of(options.input.language, before)});
}

}  // namespace

void add_reorganize(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "reorganize", "Show what changes if bodies merge, split or move, before beside after");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_step_options(command, options->input);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show, "What is set side by side", reorganizations,
               "summary");
    command.footer(
        "Steps of files come first, then merge, rename, split and move.\n"
        "Example: remit reorganize data/2020-third-batch.yaml --merge cbirc+pbc=regulator "
        "--lang en");
    command.run([options] { write_output(options->output, result(*options)); });
}

}  // namespace remit::cli
