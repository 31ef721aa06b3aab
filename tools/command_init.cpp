#include "cli.hpp"

#include <memory>

namespace remit::cli {
namespace {

struct Options {
    std::string file = "-";
    std::optional<Language> language;
};

/// Of the language, or in English.
std::string_view example(Language language) {
    for (const auto& [each, text] : examples) {
        if (parse_language(each) == language) return text;
    }
    return example(Language::en);
}

}  // namespace

void add_init(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("init", "Write a programme to begin with, with comments");
    add_language_option(command, options->language,
                        "Language of the programme (default: REMIT_LANG, else English)");
    add_file_option(command, options->file);
    command.footer("Example: remit init -o programme.yaml --lang zh-Hans");
    command.run([options] {
        write_output(options->file, std::string(example(language_of_messages(options->language))));
    });
}

}  // namespace remit::cli
