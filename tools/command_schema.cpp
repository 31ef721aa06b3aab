#include "cli.hpp"

#include <memory>

namespace remit::cli {

void add_schema(CLI::App& app) {
    auto file = std::make_shared<std::string>("-");
    auto* command = app.add_subcommand("schema", "Print the JSON Schema of the files, for editors");
    command
        ->add_option("-o,--output", *file,
                     "File to write instead of standard output; it appears whole or not at all")
        ->type_name("FILE");
    command->footer("Example: remit schema -o remit.schema.json");
    command->callback([file] { write_output(*file, schema); });
}

}  // namespace remit::cli
