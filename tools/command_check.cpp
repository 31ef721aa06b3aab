#include "cli.hpp"

#include <remit/input/load.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/diagnostics_json.hpp>

#include <iostream>
#include <memory>

namespace remit::cli {
namespace {

const Words<bool> formats{{"text", false}, {"json", true}};

struct Options {
    InputOptions input;
    bool strict = false;
    bool json = false;
};

/// What is in the programme, in one line.
std::string summary(const Dataset& dataset) {
    if (dataset.notices().empty()) {
        return "no notice; " + counted(dataset.registry().bodies.size(), "department") + ", " +
               counted(dataset.registry().places.size(), "region") + ", " +
               counted(dataset.registry().groups.size(), "group") + " of regions";
    }
    const auto listed = dataset.measures().size();
    const auto hidden = dataset.withheld();
    const auto announced = dataset.announced();
    std::size_t links = 0;
    for (MeasureIndex m; m.value < listed; ++m.value) links += dataset.responsibilities(m).size();
    const auto notices = dataset.notices().size();
    return (notices > 1 ? counted(notices, "notice") + ", " : "") +
           (announced ? std::to_string(*announced) + " announced, " : "") + std::to_string(listed) +
           " listed" +
           (announced || hidden > 0 ? ", " + std::to_string(hidden) + " withheld; " : "; ") +
           (announced ? "" : unknown_total(dataset, Language::en) + "; ") +
           counted(dataset.departments().size(), "department") + ", " + counted(links, "link");
}

void check(const Options& options) {
    const auto loaded = load(options.input.files, options.input.limits);
    const auto errors = loaded.diagnostics.count(Severity::error);
    const auto warnings = loaded.diagnostics.count(Severity::warning);
    if (options.json) {
        write_output("-", text_of([&](auto& out) { write_json(out, loaded.diagnostics); }));
    } else {
        show_problems(loaded.diagnostics, options.input, true);
    }
    const bool refused = !loaded.dataset || (options.strict && warnings > 0);
    if (errors + warnings > 0 && !options.json) {
        std::cerr << "remit: " << counted(errors, "error") << ", " << counted(warnings, "warning")
                  << (loaded.dataset && refused ? "; refused by --strict" : "") << '\n';
    }
    if (refused) throw DataErrors{};
    if (options.json) return;
    const auto& files = options.input.files;
    const auto name = files.size() > 1       ? counted(files.size(), "path")
                      : files.front() == "-" ? "standard input"
                                             : files.front();
    write_output("-", name + ": " + summary(*loaded.dataset) + '\n');
}

}  // namespace

void add_check(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("check", "Report every problem of the data, with its place");
    add_input_options(command, options->input);
    command.flag("--strict", options->strict, "Let warnings fail as errors do");
    add_choice(command, "--format", options->json, "Format of the problems", formats, "text|json",
               "text, on standard error");
    command.footer("Example: remit check data/2020-third-batch.yaml");
    command.run([options] { check(*options); });
}

}  // namespace remit::cli
