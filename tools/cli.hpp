/// \file
/// What do the commands share? Files in, results out, and how errors end.
#pragma once

#include <remit/analysis/coverage.hpp>
#include <remit/input/limits.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

#include <CLI/CLI.hpp>

#include <ios>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

enum class Paint : std::uint8_t { automatic, never, always };

/// Where the programme comes from, and how messages are shown.
struct InputOptions {
    std::vector<std::string> files;
    bool quiet = false;
    Paint color = Paint::automatic;
    Limits limits;
};

/// In which bodies and by which reading of regions the programme is shown.
struct ViewOptions {
    std::optional<Date> as_of;
    std::vector<std::string> choices;  ///< OLD=NEW.
    std::optional<Extent> extent;
};

/// Where the result goes to.
struct OutputOptions {
    std::optional<TableFormat> format;  ///< By the file's ending if there is none.
    std::string file = "-";
    Language language = Language::zh_hans;
};

/// The JSON Schema of the files.
extern const std::string_view schema;

/// The data has errors, and they have been shown: exit status 1.
struct DataErrors {};

void add_input_options(CLI::App& command, InputOptions& options);
void add_view_options(CLI::App& command, ViewOptions& options);
void add_level_option(CLI::App& command, std::optional<Level>& level);
void add_language_option(CLI::App& command, Language& language);
void add_output_options(CLI::App& command, OutputOptions& options);

/// Shows the problems on standard error, all of them or only the errors.
void show_problems(const Diagnostics& diagnostics, const InputOptions& options, bool warnings_too);

/// Loads the programme. Warnings are only counted; `remit check` shows them.
/// \throws DataErrors if there are errors, or a body was split and no choice says into which
[[nodiscard]] Dataset load_programme(const InputOptions& options, const ViewOptions& view);

/// The ending of a file's name, in lower case and without its dot.
[[nodiscard]] std::string ending(const std::string& file);

/// Writes to a file, or to standard output for "-".
void write_output(const std::string& file, std::string_view bytes);
void write_output(const OutputOptions& options, const Table& table);

/// What a function writes to a stream. \throws std::bad_alloc, which streams keep to themselves
template <class Write>
[[nodiscard]] std::string text_of(Write write) {
    std::ostringstream out;
    out.exceptions(std::ios::badbit | std::ios::failbit);
    write(out);
    return out.str();
}

/// A command that loads a programme and shows one table about it.
struct TableCommand {
    std::string name;
    std::string description;
    std::string example;
    Table (*result)(const Dataset& dataset, Language language);
};

void add_table_command(CLI::App& app, const TableCommand& table_command);

// One function per command, each in its own file; each adds its command to the program.
void add_check(CLI::App& app);
void add_show(CLI::App& app);
void add_table(CLI::App& app);
void add_workload(CLI::App& app);
void add_pairs(CLI::App& app);
void add_coverage(CLI::App& app);
void add_diagram(CLI::App& app);
void add_schema(CLI::App& app);

}  // namespace remit::cli
