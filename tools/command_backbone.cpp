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
    ShowBackbone show = ShowBackbone::more;
    std::optional<NullModel> model;
    std::optional<Correction> correction;
    std::optional<double> alpha;
    std::optional<std::size_t> draws;
    std::optional<std::uint64_t> seed;
};

Table result(const Options& options, const Dataset& dataset) {
    const auto language = language_of(options.input.language, dataset);
    if (options.show == ShowBackbone::structure) {
        if (options.correction) throw UsageError("--correction", "is of pairs");
        if (options.alpha) throw UsageError("--alpha", "is of pairs");
        SignificanceOptions of_whole;
        of_whole.model = options.model.value_or(of_whole.model);
        of_whole.draws = options.draws;
        of_whole.seed = options.seed.value_or(of_whole.seed);
        return significance_table(significance(dataset, of_whole), of_whole, dataset, language);
    }
    BackboneOptions of_pairs;
    of_pairs.tail = options.show == ShowBackbone::fewer ? Tail::fewer : Tail::more;
    of_pairs.model = options.model.value_or(of_pairs.model);
    if (of_pairs.model != NullModel::fdsm) {
        constexpr const char* exact = "goes with --model fdsm; the others are exact";
        if (options.draws) throw UsageError("--draws", exact);
        if (options.seed) throw UsageError("--seed", exact);
    }
    of_pairs.correction = options.correction.value_or(of_pairs.correction);
    of_pairs.draws = options.draws.value_or(of_pairs.draws);
    of_pairs.seed = options.seed.value_or(of_pairs.seed);
    return evidence_table(backbone(responsibility_graph(dataset), of_pairs),
                          options.alpha.value_or(0.05), dataset, language);
}

}  // namespace

void add_backbone(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("backbone", "Say which pairs, and what of the whole, are beyond chance");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show,
               "Pairs that share more measures than chance gives, or fewer, or whether figures of "
               "the whole are beyond it",
               backbone_kinds, "more");
    add_choice(command, "--model", options->model, "What chance is", null_models,
               "hypergeometric; of the structure fdsm");
    add_choice(command, "--correction", options->correction, "For the number of pairs", corrections,
               "holm");
    command.option(
        {"--alpha", "P", "A pair is unusual at this level, 0 to 1 (default: 0.05)"},
        [options](const std::string& word) {
            const auto* end = word.data() + word.size();
            double alpha = 0.0;
            const auto read = std::from_chars(word.data(), end, alpha);
            if (read.ec == std::errc() && read.ptr == end && alpha >= 0.0 && alpha <= 1.0) {
                options->alpha = alpha;
                return;
            }
            throw UsageError("--alpha", "'" + word + "' is not a number from 0 to 1");
        });
    add_number(command, "--draws", options->draws,
               "Draws of fdsm, where it cannot be counted (default: 10000); of the structure "
               "(default: 1000, fewer if large)");
    add_number(command, "--seed", options->seed, "Seed of the draws (default: 1)");
    command.footer(metrics_footer(
        "backbone", "remit backbone data/2020-third-batch.yaml --model sdsm --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
