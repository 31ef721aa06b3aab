#include "cli.hpp"

#include <remit/input/load.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/diagnostics_json.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace remit::cli {
namespace {

const Words<bool> formats{{"text", false}, {"json", true}};

struct Options {
    InputOptions input;
    bool strict = false;
    bool json = false;
};

/// What is in the programme, in one line.
std::string summary(const Dataset& dataset, Language language) {
    const auto say = [&](const Phrase& phrase, std::initializer_list<std::size_t> counts) {
        std::vector<std::string> texts;
        for (const auto count : counts) texts.push_back(std::to_string(count));
        texts.resize(3);
        return phrase.fill(language, {texts[0], texts[1], texts[2]});
    };
    if (dataset.notices().empty()) {
        const auto& registry = dataset.registry();
        return say("message.registry",
                   {registry.bodies.size(), registry.places.size(), registry.groups.size()});
    }
    const auto listed = dataset.measures().size();
    const auto hidden = dataset.withheld();
    const auto announced = dataset.announced();
    std::size_t links = 0;
    for (MeasureIndex m; m.value < listed; ++m.value) links += dataset.responsibilities(m).size();
    const auto notices = dataset.notices().size();
    ListWriter counts(language);
    if (notices > 1) counts.add(say("message.notices", {notices}));
    if (announced) counts.add(say("message.announced", {*announced}));
    counts.add(say("message.listed", {listed}));
    if (announced || hidden > 0) counts.add(say("message.withheld", {hidden}));
    const std::string clause(marks::clause.in(language));
    return counts.text() + clause + (announced ? "" : unknown_total(dataset, language) + clause) +
           say("message.links", {dataset.departments().size(), links});
}

void check(const Options& options) {
    const auto language = language_of_messages(options.input.language);
    const auto loaded = load(options.input.files, options.input.limits, {}, language);
    const auto errors = loaded.diagnostics.count(Severity::error);
    const auto warnings = loaded.diagnostics.count(Severity::warning);
    if (options.json) {
        write_output("-", text_of([&](auto& out) { write_json(out, loaded.diagnostics); }));
    } else {
        show_problems(loaded.diagnostics, options.input, true);
    }
    const bool refused = !loaded.dataset || (options.strict && warnings > 0);
    if (errors + warnings > 0 && !options.json) {
        tell(language, loaded.dataset && refused ? "message.refused" : "message.problems",
             {std::to_string(errors), std::to_string(warnings)});
    }
    if (refused) throw DataErrors{};
    if (options.json) return;
    const auto& files = options.input.files;
    constexpr Phrase paths{"message.paths"};
    constexpr Phrase standard_input{"message.standard-input"};
    const auto name = files.size() > 1       ? paths.fill(language, {std::to_string(files.size())})
                      : files.front() == "-" ? std::string(standard_input.in(language))
                                             : files.front();
    write_output("-", name + std::string(marks::colon.in(language)) +
                          summary(*loaded.dataset, language) + '\n');
}

}  // namespace

void add_check(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("check", "Report every problem of the data, with its place");
    add_input_options(command, options->input);
    add_language_option(command, options->input.language,
                        "Language of the problems (default: REMIT_LANG, else English)");
    command.flag("--strict", options->strict, "Let warnings fail as errors do");
    add_choice(command, "--format", options->json, "Format of the problems", formats,
               "text, on standard error");
    command.footer("Example: remit check data/2020-third-batch.yaml");
    command.run([options] { check(*options); });
}

}  // namespace remit::cli
