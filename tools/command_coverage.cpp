#include "cli.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/report/analysis_tables.hpp>

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::string by;
    bool gaps = false;
    bool measures = false;
};

void show_coverage(const Options& options) {
    if (options.gaps && options.measures) throw UsageError("--measures", "goes without --gaps");
    const auto dataset = load_programme(options.input, options.view);
    refuse_without_scope(dataset, "coverage");
    const auto places = coverage(dataset);
    const auto language = language_of(options.input.language, dataset);
    if (!options.by.empty()) check_level(dataset.registry(), options.by, "--by");
    const auto level = options.by.empty() ? outermost_level(dataset.registry()) : options.by;
    if (options.gaps) {
        const auto gaps = coverage_gaps(dataset, places, level);
        write_output(options.output, to_table(gaps, dataset, language, level));
    } else if (options.measures) {
        const auto reach = measure_reach(dataset, places, level);
        write_output(options.output, to_table(reach, dataset, language, level));
    } else {
        write_output(options.output, to_table(places, dataset, language, options.by));
    }
}

}  // namespace

void add_coverage(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("coverage", "Count the measures that reach each region, in whole or in part");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    command.option({"--by", "LEVEL",
                    "Which regions: pilot, province, or a kind of the registry's, such as city "
                    "(default: all, or the outermost for --gaps and --measures)"},
                   [options](const std::string& word) { options->by = word; });
    command.flag("--gaps", options->gaps, "List the regions that no measure of a category reaches");
    command.flag("--measures", options->measures, "List the regions that each measure reaches");
    command.footer("Example: remit coverage data/2020-third-batch.yaml --by pilot --lang en");
    command.run([options] { show_coverage(*options); });
}

}  // namespace remit::cli
