#include "cli.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/similarity.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/metric_tables.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

enum class By : std::uint8_t { category };
const Words<By> groupings{{"category", By::category}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::optional<std::string> weight;
    std::size_t min_shared = 1;
    std::string of;
    std::optional<By> by;
};

Table result(const Options& options, const Dataset& dataset) {
    const auto language = language_of(options.input.language, dataset);
    const auto graph = responsibility_graph(dataset);
    const auto pairs = coresponsibility(graph);
    PairView view{options.weight.value_or("newman"), options.min_shared};
    if (!options.of.empty()) view.of = department_named(dataset, options.of, "--of");
    if (options.by) {
        if (options.weight) {
            throw UsageError("--by", "counts shared measures; leave out --weight");
        }
        return pair_category_table(pairs, view, dataset, language);
    }
    const bool plain = !options.weight && options.min_shared == 1 && options.of.empty();
    if (plain) return to_table(pairs, dataset, language);
    return pair_table(pairs, similarity(graph, pairs), view, dataset, language);
}

}  // namespace

void add_pairs(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("pairs", "List the departments that share measures");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--weight", options->weight, "What the pairs are compared by", pair_weights,
               "shared and newman");
    add_number(command, "--min-shared", options->min_shared,
               "Leave out pairs that share fewer measures");
    add_choice(command, "--by", options->by, "Spread shared measures over the categories",
               groupings, "not");
    command.option({"--of", "DEPARTMENT", "The pairs of one department"}, options->of);
    command.footer(metrics_footer(
        "pairs", "remit pairs data/2020-third-batch.yaml --weight jaccard --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
