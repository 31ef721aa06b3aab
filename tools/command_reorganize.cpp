#include "cli.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/model/reorganization.hpp>
#include <remit/report/comparison_tables.hpp>

#include <array>
#include <memory>

namespace remit::cli {
namespace {

using Show = Table (*)(const ComparisonView& view);

const Words<Show> shows{{"summary", summary_table},
                        {"departments", compared_departments},
                        {"pairs", compared_pairs},
                        {"sole", new_sole_table}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    Show show = summary_table;
};

void add_step(CLI::App& command, InputOptions& input, StepKind kind, const std::string& name,
              const std::string& form, const std::string& help) {
    command
        .add_option_function<std::vector<std::string>>(
            name,
            [&input, kind, name](const std::vector<std::string>& texts) {
                for (const auto& text : texts) input.steps.push_back({kind, name, text});
            },
            help)
        ->type_name(form)
        ->allow_extra_args(false);
}

Table result(const Options& options) {
    const auto before = load_programme(options.input, options.view, Plans::left);
    const bool any = std::any_of(before.plans().begin(), before.plans().end(),
                                 [](const Plan& plan) { return !plan.steps.empty(); });
    if (!any) {
        throw CLI::ValidationError("reorganize",
                                   "there is no plan; name a file that has one, or say what "
                                   "changes with --merge, --rename, --move or --split");
    }
    const auto after = carried_out(before);
    LaterIds later;
    for (const auto& [first, then] : after.renamed) {
        later[before.registry()[first].id] = before.registry()[then].id;
    }
    const std::array both{before, *after.dataset};
    const auto comparison = compare(both, later);
    return options.show({both, comparison, Compared::before_and_after, options.output.language});
}

}  // namespace

void add_reorganize(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "reorganize", "Show what changes if bodies merge, split or move, before beside after");
    add_input_options(*command, options->input);
    add_view_options(*command, options->view);
    add_step(*command, options->input, StepKind::merge, "--merge", "A+B=C",
             "Bodies merge into another, known or new");
    add_step(*command, options->input, StepKind::rename, "--rename", "A=C",
             "A body passes its place on");
    add_step(*command, options->input, StepKind::split, "--split", "A=C:1,2;D:rest",
             "A body is split; each part takes measures of it");
    add_step(*command, options->input, StepKind::move, "--move", "MEASURE=C|MEASURE/A=C",
             "A measure moves from its first-named department, or from A");
    add_output_options(*command, options->output);
    add_choice(*command, "--show", options->show, "What is set side by side", shows,
               "summary|departments|pairs|sole", "summary");
    command->footer(
        "Steps of files come first, then merge, rename, split and move.\n"
        "Example: remit reorganize data/2020-third-batch.yaml --merge cbirc+pbc=regulator "
        "--lang en");
    command->callback([options] { write_output(options->output, result(*options)); });
}

}  // namespace remit::cli
