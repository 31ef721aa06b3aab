/// \file
/// What do the commands share? Files in, results out, and how errors end.
#pragma once

#include "command_line.hpp"
#include "languages.hpp"
#include "words.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/analysis/weight.hpp>
#include <remit/input/limits.hpp>
#include <remit/input/step_text.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/reorganization.hpp>
#include <remit/report/table.hpp>

#include <charconv>
#include <ios>
#include <map>
#include <optional>
#include <span>
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
    std::size_t max_problems = 100;    // shown of each severity
    std::vector<StepText> steps;       ///< Of a plan that stands in no file.
    std::optional<Language> language;  ///< Of the result and of messages: see `language_of`.
};

/// In which bodies, by which reading of regions and with which measures the programme is shown.
struct ViewOptions {
    std::optional<Date> as_of;
    std::vector<std::string> choices;  ///< OLD=NEW.
    std::optional<Extent> extent;
    std::vector<std::string> where;  ///< KEY=VALUE, of measures that are looked at.
};

/// Where the result goes to.
struct OutputOptions {
    std::optional<TableFormat> format;  ///< By the file's ending if there is none.
    std::string file = "-";
    std::size_t width = 0;  ///< Of text; 0: the terminal's.
    bool pager = false;
};

/// The JSON Schema of the files.
extern const std::string_view schema;

/// A programme to begin with, by the tag of its language.
struct Example {
    std::string_view language;
    std::string_view text;
};
extern const std::span<const Example> examples;

/// The data has errors, and they have been shown: exit status 1.
struct DataErrors {};

/// \param words  those that there are, with bars between
/// \throws UsageError always
[[noreturn]] void refuse_choice(const std::string& option, const std::string& word,
                                const std::string& words);

/// An option whose words stand for values.
/// \param choices  must outlive the command
template <class Value, class Target>
void add_choice(Command& command, const std::string& names, Target& value, const std::string& help,
                const Words<Value>& choices, const std::string& otherwise) {
    const auto words = joined(choices, "|");
    command.option({names, words, help + " (default: " + otherwise + ")"},
                   [&value, &choices, names, words](const std::string& word) {
                       const auto* found = meaning(choices, word);
                       if (found == nullptr) refuse_choice(names, word, words);
                       value = *found;
                   });
}

/// An option for a whole number above 0.
/// \tparam Target  of the number, or may have it
template <class Target>
void add_number(Command& command, const std::string& name, Target& value, const std::string& help) {
    command.option({name, "N", help}, [&value, name](const std::string& word) {
        auto number = std::optional(value).value_or(0);
        const auto* end = word.data() + word.size();
        const auto read = std::from_chars(word.data(), end, number);
        if (read.ec != std::errc() || read.ptr != end || number == 0) {
            throw UsageError(name, "'" + word + "' is not a whole number above 0");
        }
        value = number;
    });
}

/// An option of names that are separated by commas; it may be given again.
void add_names(Command& command, const std::string& name, std::vector<std::string>& names,
               const std::string& help, const std::string& type_name);

/// One "NAME=VALUE" of an option.
struct Setting {
    std::string name;
    std::string value;
};

/// An option of "NAME=VALUE"s that are separated by commas; it may be given again.
void add_settings(Command& command, const std::string& name, std::vector<Setting>& settings,
                  const std::string& help, const std::string& type_name);

inline constexpr const char* programme_files =
    "YAML files, or folders of them, that make one programme; - is standard input";

enum class Files : std::uint8_t { needed, optional };

/// \param help  what the files are
void add_input_options(Command& command, InputOptions& options,
                       const std::string& help = programme_files, Files files = Files::needed);
/// An option for a day.
void add_day(Command& command, const std::string& name, std::optional<Date>& day,
             const std::string& help);
void add_view_options(Command& command, ViewOptions& options);
/// The steps of a plan that stands in no file: merge, rename, split, move.
void add_step_options(Command& command, InputOptions& options);
/// \throws UsageError if the registry knows no such level and it is none of the usual ones
void check_level(const Registry& registry, const std::string& level, const std::string& option);
void add_file_option(Command& command, std::string& file);
/// The format and the file, or with them the width and the pager, or the language as well.
void add_format_options(Command& command, OutputOptions& options);
void add_output_options(Command& command, OutputOptions& options);
void add_output_options(Command& command, OutputOptions& options,
                        std::optional<Language>& language);

/// Shows the problems on standard error, all of them or only the errors.
void show_problems(const Diagnostics& diagnostics, const InputOptions& options, bool warnings_too);

/// Whether the plans of the files are carried out.
enum class Plans : std::uint8_t { left, carried_out };

/// Loads the programme. Warnings are only counted; `remit check` shows them.
/// \throws DataErrors if there are errors, or a body was split and no choice says into which
[[nodiscard]] Dataset load_programme(const InputOptions& options, const ViewOptions& view,
                                     Plans plans = Plans::carried_out);

/// Turns programmes into those in the bodies of a day, and by one reading of regions.
/// \param language  of messages
/// \throws as `load_programme`; UsageError for a choice that changes none of them
void apply_view(std::span<Dataset> batches, const ViewOptions& view, Language language);

/// \throws UsageError if no measure says where it applies
void refuse_without_scope(const Dataset& dataset, const std::string& command);

/// \throws UsageError if no plan of a programme has a step
void refuse_without_plan(const Dataset& dataset, const std::string& command);

/// The programme after its plans; there always is one.
/// \param language  of messages
/// \throws DataErrors if they cannot be carried out in the bodies of another day
[[nodiscard]] Reorganized carried_out(const Dataset& dataset, Language language);

/// The body that a name means, whether or not a measure names it.
/// \param day  on which a body that is suggested was there, if on any
/// \throws UsageError if it is none or several, with what it may mean
[[nodiscard]] BodyIndex body_named(const Registry& registry, const std::string& name,
                                   const std::string& option, const std::optional<Date>& day);
/// The same for the day that the programme is shown of.
[[nodiscard]] BodyIndex body_named(const Dataset& dataset, const std::string& name,
                                   const std::string& option);

/// The place or group of places that a name means. \throws as `body_named`
[[nodiscard]] ScopeTerm region_named(const Dataset& dataset, const std::string& name,
                                     const std::string& option);

/// The department that a name means.
/// \param option  what names it, for the message
/// \throws UsageError if it is none, several, or in no measure
[[nodiscard]] DepartmentIndex department_named(const Dataset& dataset, const std::string& name,
                                               const std::string& option);

/// The measure that "7" or, with several notices, "third-batch:7" means.
/// \param option  what names it, for the message
/// \throws UsageError if it is none or several
[[nodiscard]] MeasureIndex measure_named(const Dataset& dataset, const std::string& name,
                                         const std::string& option);

/// The field that an id or name means.
/// \param option  what names it, for the message
/// \throws UsageError if it is none or several
[[nodiscard]] FieldIndex field_named(const Dataset& dataset, const std::string& name,
                                     const std::string& option);

/// The departments of a list of names.
/// \throws as `department_named`
[[nodiscard]] std::vector<DepartmentIndex> departments_named(const Dataset& dataset,
                                                             const std::vector<std::string>& names,
                                                             const std::string& option);

/// One weight per department: that of the option, else 1; empty without the option.
/// \throws UsageError for what is no weight or given twice, and as `department_named`
[[nodiscard]] std::vector<Weight> department_weights(const Dataset& dataset,
                                                     const std::vector<Setting>& settings,
                                                     const std::string& option);

/// The same for measures. \throws as `department_weights` and `measure_named`
[[nodiscard]] std::vector<Weight> measure_weights(const Dataset& dataset,
                                                  const std::vector<Setting>& settings,
                                                  const std::string& option);

/// For the end of a command's help: the metrics that it shows, from the catalogue, and an example.
[[nodiscard]] std::string metrics_footer(std::string_view command, const std::string& example);

/// The ending of a file's name, in lower case and without its dot.
[[nodiscard]] std::string ending(const std::string& file);

/// What a file's ending asks for is made or refused.
/// \param wanted  the endings of what can be made
/// \throws UsageError always
[[noreturn]] void refuse_ending(const std::string& file, const std::string& wanted);

/// \throws UsageError if what is no text would be written to a terminal
void refuse_terminal(const std::string& file, const std::string& format);

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

void add_table_command(Program& program, const TableCommand& table_command);

// One function per command, each in its own file; each adds its command to the program.
void add_brief(Program& program);
void add_check(Program& program);
void add_show(Program& program);
void add_table(Program& program);
void add_workload(Program& program);
void add_pairs(Program& program);
void add_backbone(Program& program);
void add_structure(Program& program);
void add_groups(Program& program);
void add_coverage(Program& program);
void add_cover(Program& program);
void add_assign(Program& program);
void add_compare(Program& program);
void add_reorganize(Program& program);
void add_diagram(Program& program);
void add_doctor(Program& program);
void add_explain(Program& program);
void add_export(Program& program);
void add_format(Program& program);
void add_import(Program& program);
void add_init(Program& program);
void add_schema(Program& program);

}  // namespace remit::cli
