#include "cli.hpp"

#include <memory>

namespace remit::cli {

void add_schema(Program& program) {
    auto file = std::make_shared<std::string>("-");
    auto command = program.add("schema", "Print the JSON Schema of the files, for editors");
    add_file_option(command, *file);
    command.footer("Example: remit schema -o remit.schema.json");
    command.run([file] {
        const auto asked = *file == "-" ? "" : ending(*file);
        if (!asked.empty() && asked != "json") {
            throw UsageError("--output", "'" + *file + "' does not end in .json");
        }
        write_output(*file, schema);
    });
}

}  // namespace remit::cli
