#include "cli.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/report/comparison_tables.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

using Show = Table (*)(const ComparisonView& view);

const Words<Show> shows{{"summary", summary_table},  {"departments", compared_departments},
                        {"pairs", compared_pairs},   {"categories", compared_categories},
                        {"scope", compared_scopes},  {"regions", compared_regions},
                        {"turnover", turnover_table}};

/// In the bodies of which batch's day.
enum class Bodies : std::uint8_t { first, last };
const Words<Bodies> bodies_words{{"first", Bodies::first}, {"last", Bodies::last}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    Show show = summary_table;
    Bodies bodies = Bodies::last;
};

/// One batch a path, or, of one path, one a notice by its date.
std::vector<Dataset> load_batches(const InputOptions& input) {
    std::vector<Dataset> batches;
    for (const auto& file : input.files) {
        auto one = input;
        one.files = {file};
        batches.push_back(load_programme(one, {}));
    }
    if (batches.size() > 1) return batches;
    const auto all = batches.front();
    if (all.notices().size() < 2) {
        throw UsageError("compare",
                         "one notice has nothing to be compared with; name two files, or "
                         "a folder of several notices");
    }
    batches.clear();
    for (NoticeIndex n; n.value < all.notices().size(); ++n.value) batches.push_back(only(all, n));
    std::stable_sort(batches.begin(), batches.end(), [](const auto& a, const auto& b) {
        return a.notices().front().issued < b.notices().front().issued;
    });
    return batches;
}

Table result(const Options& options) {
    auto batches = load_batches(options.input);
    auto view = options.view;
    if (!view.as_of) {
        view.as_of = last_day(options.bodies == Bodies::first ? batches.front() : batches.back());
    }
    apply_view(batches, view);
    const auto comparison = compare(batches);
    return options.show({batches, comparison, Compared::batches, options.output.language});
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
               bodies_words, "first|last", "last");
    add_output_options(command, options->output);
    add_choice(command, "--show", options->show, "What is compared", shows,
               "summary|departments|pairs|categories|scope|regions|turnover", "summary");
    command.footer(
        "Example: remit compare data/2018-second-batch.yaml "
        "data/2020-third-batch.yaml --show departments --lang en");
    command.run([options] { write_output(options->output, result(*options)); });
}

}  // namespace remit::cli
