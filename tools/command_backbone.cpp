#include "cli.hpp"

#include <remit/analysis/backbone.hpp>
#include <remit/report/metric_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    BackboneOptions backbone;
    double alpha = 0.05;
};

}  // namespace

void add_backbone(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("backbone", "Say which pairs share more measures than chance gives");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--model", options->backbone.model, "What chance is", null_models,
               "hypergeometric");
    add_choice(command, "--correction", options->backbone.correction, "For the number of pairs",
               corrections, "holm");
    command.option({"--alpha", "P", "A pair is unusual at this level, 0 to 1 (default: 0.05)"},
                   [options](const std::string& word) {
                       const auto* end = word.data() + word.size();
                       const auto read = std::from_chars(word.data(), end, options->alpha);
                       if (read.ec == std::errc() && read.ptr == end && options->alpha >= 0.0 &&
                           options->alpha <= 1.0) {
                           return;
                       }
                       throw UsageError("--alpha", "'" + word + "' is not a number from 0 to 1");
                   });
    add_number(command, "--draws", options->backbone.draws,
               "Draws of fdsm, where it cannot be counted (default: 10000)");
    add_number(command, "--seed", options->backbone.seed, "Seed of the draws (default: 1)");
    command.footer(metrics_footer(
        "backbone", "remit backbone data/2020-third-batch.yaml --model sdsm --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        const auto result = backbone(responsibility_graph(dataset), options->backbone);
        write_output(options->output,
                     evidence_table(result, options->alpha, dataset,
                                    language_of(options->input.language, dataset)));
    });
}

}  // namespace remit::cli
