#include "cli.hpp"

#include <remit/report/cover_tables.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

enum class Show : std::uint8_t { groups, members };

const Words<Show> shows{{"groups", Show::groups}, {"members", Show::members}};

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    std::vector<std::string> must;
    std::vector<std::string> excluded;
    std::vector<Setting> weights;
    std::optional<Weight> budget;
    std::optional<Show> show;
    std::string by;
    std::size_t groups = CoverOptions{}.groups;
    std::size_t effort = cover_effort;
};

/// \throws UsageError if nobody can be in such a group
CoverQuestion question(const Options& options, const Dataset& dataset) {
    CoverQuestion result{
        {departments_named(dataset, options.must, "--must"),
         departments_named(dataset, options.excluded, "--not"),
         department_weights(dataset, options.weights, "--weights"), options.groups, options.effort},
        options.budget};
    const auto& [must, excluded, weights, groups, effort] = result.options;
    if (weights.empty() && result.budget && result.budget->thousandths % 1000 != 0) {
        throw UsageError("--k", "'" + to_string(*result.budget) +
                                    "' is not a whole number, and without --weights it "
                                    "counts departments");
    }
    Weight least{0};
    for (auto each = must.begin(); each != must.end(); ++each) {
        if (std::find(excluded.begin(), excluded.end(), *each) != excluded.end()) {
            throw UsageError("--not", "'" + dataset[*each].id + "' is in --must as well");
        }
        if (std::find(must.begin(), each, *each) != each) continue;
        least.thousandths += (weights.empty() ? Weight{} : weights[each->value]).thousandths;
    }
    if (result.budget && least > *result.budget) {
        throw UsageError("--k", to_string(*result.budget) + " is less than the " +
                                    to_string(least) + " of --must");
    }
    return result;
}

Table result(const Options& options, const Dataset& dataset) {
    if (options.show && !options.by.empty()) throw UsageError("--show", "goes without --by");
    const auto asked = question(options, dataset);
    const auto language = language_of(options.input.language, dataset);
    if (options.by == "category") return category_cover_table(asked, dataset, language);
    if (options.by == "region") return region_cover_table(asked, dataset, language);
    if (!options.by.empty()) {
        check_level(dataset.registry(), options.by, "--by");
        return region_cover_table(asked, dataset, language, options.by);
    }
    return options.show == Show::members ? cover_member_table(asked, dataset, language)
                                         : cover_table(asked, dataset, language);
}

void add_group_options(Command& command, Options& options) {
    add_names(command, "--must", options.must, "Departments that every group has",
              "DEPARTMENT,...");
    add_names(command, "--not", options.excluded, "Departments that no group has",
              "DEPARTMENT,...");
    add_settings(command, "--weights", options.weights,
                 "What a department counts for in the size of a group (default: 1)",
                 "DEPARTMENT=W,...");
    command.option(
        {"--k", "N",
         "Groups of at most so many departments, or so much weight, that reach most measures"},
        [&options](const std::string& word) {
            options.budget = parse_weight(word);
            if (options.budget) return;
            throw UsageError("--k", "'" + word +
                                        "' is not a number above 0 with at "
                                        "most three decimal places");
        });
}

}  // namespace

void add_cover(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "cover", "Find the smallest groups of departments that have a hand in every measure");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_group_options(command, *options);
    add_choice(command, "--show", options->show, "The groups, or their members with measures",
               shows, "groups");
    command.option({"--by", "category|region|LEVEL",
                    "Of each category or region by itself, or of the regions of a level: pilot, "
                    "province, or a kind of the registry's (default: of the whole programme)"},
                   [options](const std::string& word) { options->by = word; });
    add_number(command, "--max-groups", options->groups,
               "List at most so many groups (default: 100)");
    add_number(command, "--effort", options->effort,
               "End each search after so many steps (default: " + std::to_string(cover_effort) +
                   "); what is proved until then is said");
    command.footer(
        metrics_footer("cover", "remit cover data/2020-third-batch.yaml --show members --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
