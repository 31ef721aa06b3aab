#include "cli.hpp"

#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    std::string file;
    bool check = false;
};

/// Itself, or the YAML files of a folder, by name.
std::vector<std::string> files_of(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code code;
    if (path == "-" || !fs::is_directory(path, code)) return {path};
    std::vector<std::string> names;
    for (const auto& each : fs::directory_iterator(path)) {
        const auto ending = each.path().extension();
        if (ending == ".yaml" || ending == ".yml") names.push_back(each.path().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void format_one(const std::string& name, const Options& options, bool& differs) {
    const auto language = language_of_messages(options.input.language);
    constexpr Phrase standard_input{"message.standard-input"};
    const auto shown = name == "-" ? std::string(standard_input.in(language)) : name;
    const auto bytes = read_bytes(name, options.input.limits, language);
    const auto made = format_yaml(shown, bytes, options.input.limits, language);
    show_problems(made.diagnostics, options.input, false);
    if (!made.text) throw DataErrors{};
    if (options.check) {
        if (*made.text == bytes) return;
        differs = true;
        std::cerr << shown << ": is not in canonical form; 'remit format' rewrites it\n";
        return;
    }
    const auto to = options.file.empty() ? name : options.file;
    if (to != name || *made.text != bytes || to == "-") write_output(to, *made.text);
}

}  // namespace

void add_format(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("format", "Rewrite files in canonical form, with their comments");
    add_input_options(command, options->input,
                      "YAML files, or folders of them, rewritten where they stand; - is standard "
                      "input, to standard output");
    add_language_option(command, options->input.language,
                        "Language of the problems (default: REMIT_LANG, else English)");
    command.option({"-o,--output", "FILE", "File to write instead, of one; - is standard output"},
                   options->file);
    command.flag("--check", options->check, "Write nothing; status 1 if a file is not so written");
    command.footer("Example: remit format programme.yaml");
    command.run([options] {
        const auto& files = options->input.files;
        if (!options->file.empty() && files.size() > 1) {
            throw UsageError("--output", "several files cannot be written to one");
        }
        bool differs = false;
        for (const auto& path : files) {
            for (const auto& name : files_of(path)) format_one(name, *options, differs);
        }
        if (differs) throw DataErrors{};
    });
}

}  // namespace remit::cli
