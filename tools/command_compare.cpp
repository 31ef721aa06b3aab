#include "batches.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/report/comparison_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

const Words<Bodies> bodies_words{{"first", Bodies::first}, {"last", Bodies::last}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    ShowComparison show = summary_table;
    std::optional<Bodies> bodies;
};

Table result(const Options& options) {
    if (options.bodies && options.view.as_of) {
        throw UsageError("--bodies", "does not go with --as-of, which says the day itself");
    }
    const auto batches = load_batches("compare", options.input, options.view,
                                      options.bodies.value_or(Bodies::last));
    const auto comparison = compare(batches);
    return options.show({batches, comparison, Compared::batches,
                         language_of(options.input.language, batches.back())});
}

}  // namespace

void add_compare(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "compare", "Set batch against batch: who came and went, which pairs, categories and scope");
    add_input_options(
        command, options->input,
        "Two or more batches in their order, each a file or folder; or one folder, whose notices "
        "are the batches");
    add_view_options(command, options->view);
    add_choice(command, "--bodies", options->bodies, "Without --as-of: the bodies of which batch",
               bodies_words, "last");
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show, "What is compared", comparisons, "summary");
    command.footer(
        "Example: remit compare data/2018-second-batch.yaml "
        "data/2020-third-batch.yaml --show departments --lang en");
    command.run([options] { write_output(options->output, result(*options)); });
}

}  // namespace remit::cli
