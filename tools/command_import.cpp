#include "program.hpp"

#include <remit/import/difference.hpp>
#include <remit/import/import.hpp>
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <utility>

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> documents;
    std::vector<std::string> registries;
    std::vector<std::string> patterns;
    ImportOptions import;
    std::string file = "-";
    std::string review;
    std::string existing;  // to be compared with
    bool quiet = false;
};

/// Those of the folder that one works in, if none are named.
std::vector<std::string> registries_of(const Options& options) {
    if (!options.registries.empty()) return options.registries;
    std::vector<std::string> found;
    for (const std::string name : {"data/departments.yaml", "data/regions.yaml"}) {
        if (fs::exists(name)) found.push_back(name);
    }
    return found;
}

/// As the programme names it: from its own folder.
std::string include_of(const std::string& registry, const std::string& file) {
    const auto folder = file == "-" ? fs::path() : fs::path(file).parent_path();
    const auto from = folder.empty() ? fs::current_path() : fs::absolute(folder);
    const auto path =
        fs::absolute(registry).lexically_normal().lexically_relative(from.lexically_normal());
    return path.empty() ? registry : path.generic_string();
}

std::string shown_name(const std::string& file) {
    return file == "-" ? "standard input" : file;
}

/// The places of doubt as a table.
Table review_table(const std::vector<Doubt>& doubts, const std::string& name) {
    Table table;
    table.language = Language::en;
    table.title = "What is not certain in " + name;
    table.columns = {{"line", "Line"},         {"read", "Read"},          {"why", "Why"},
                     {"advice", "What to do"}, {"right", "Right before"}, {"of", "Of"}};
    const auto count = [](std::size_t number) { return static_cast<double>(number); };
    for (const auto& doubt : doubts) {
        const auto known = confidence(doubt.kind);
        table.rows.push_back({doubt.line == 0 ? std::string() : std::to_string(doubt.line),
                              doubt.read, doubt.why, doubt.advice,
                              known.of > 0 ? Cell(count(known.right)) : Cell(std::monostate{}),
                              known.of > 0 ? Cell(count(known.of)) : Cell(std::monostate{})});
    }
    table.notes.emplace_back(
        "Right before: the readings of this kind that were right, of those in the documents that "
        "the "
        "import is tested with. Line: of a PDF, the page.");
    return table;
}

/// What was made as the programme that it is for other commands.
LoadResult loaded(const Imported& made, const Options& options) {
    auto file = made.file;
    file.includes.clear();
    for (const auto& each : registries_of(options)) file.includes.push_back({each, {}});
    return load_text("the import", to_yaml(file));
}

/// The line of the document that a line of the programme was made from, as it says above measures;
/// 0 where it does not.
std::uint32_t line_of_document(std::string_view programme, std::uint32_t line) {
    constexpr std::string_view mark = "# line ";
    std::uint32_t found = 0;
    for (std::uint32_t l = 1; l <= line && !programme.empty(); ++l) {
        const auto end = std::min(programme.find('\n'), programme.size());
        const auto at = programme.substr(0, end).find(mark);
        if (at != programme.npos &&
            programme.substr(0, at).find_first_not_of(' ') == programme.npos)
            std::from_chars(programme.data() + at + mark.size(), programme.data() + end, found);
        programme.remove_prefix(std::min(end + 1, programme.size()));
    }
    return found;
}

/// What 'remit check' will refuse, by the lines of the document.
void refuse_problems(const Imported& made, const Options& options) {
    const auto check = loaded(made, options);
    const auto& diagnostics = check.diagnostics;
    if (!diagnostics.has_errors()) return;
    const auto& name = shown_name(options.documents.front());
    constexpr std::size_t most = 20;
    std::size_t told = 0;
    for (const auto& each : diagnostics.items) {
        if (each.severity != Severity::error || ++told > most) continue;
        const auto& file = diagnostics.files[each.where.file];
        std::cerr << name << ':';
        if (const auto line = line_of_document(file.text, each.where.line); line > 0)
            std::cerr << line << ':';
        std::cerr << " error: in the programme that is made, " << each.message << " [" << each.code
                  << "]\n";
    }
    std::cerr << "remit: " << name << ": the programme that is made has faults; mend them there"
              << (options.file == "-" ? "" : " (remit check " + options.file + " shows where)")
              << ", or in the document\n";
    throw DataErrors{};
}

/// What the document says otherwise than a file.
Table difference_table(const Imported& made, const Options& options) {
    const auto existing = load(options.existing);
    if (!existing.dataset) {
        show_problems(existing.diagnostics, {}, false);
        throw DataErrors{};
    }
    const auto imported = loaded(made, options);
    if (!imported.dataset) {
        show_problems(imported.diagnostics, {}, false);
        throw DataErrors{};
    }
    Table table;
    table.language = Language::en;
    table.title = "What the document says otherwise than " + options.existing;
    table.columns = {{"measure", "Measure"},
                     {"line", "Line"},
                     {"what", "What"},
                     {"existing", "There"},
                     {"imported", "In the document"}};
    std::map<std::string, std::uint32_t> lines;
    for (const auto& each : made.file.measures) {
        const auto name = each.code.value.empty() && each.number
                              ? std::to_string(each.number->value)
                              : each.code.value;
        lines[name] = each.where.line;
    }
    for (const auto& each : differences(*existing.dataset, *imported.dataset, made.language)) {
        if (each.measure.empty() && !made.file.notice) continue;
        const auto line = lines.find(each.measure);
        const bool known = line != lines.end() && line->second > 0;
        table.rows.push_back({each.measure, known ? std::to_string(line->second) : std::string(),
                              each.what, each.existing, each.imported});
    }
    if (table.rows.empty()) table.notes.emplace_back("Both say the same.");
    return table;
}

/// "序号 = number, 任务 = measure", of a table; of those of a kind the first ones.
std::string columns_of(const Imported& made) {
    constexpr std::size_t most = 8;
    std::string text;
    std::map<std::string, std::size_t> kinds;
    for (const auto& [head, column] : made.columns) {
        const auto kind = column.empty() ? "not read" : column;
        if (++kinds[kind] > most) continue;
        text += (text.empty() ? "" : ", ") + head + " = " + kind;
    }
    for (const auto& [kind, count] : kinds) {
        if (count > most) text += ", and " + std::to_string(count - most) + " more = " + kind;
    }
    return text;
}

/// Each remark once, with how often it holds, and of each kind the first ones.
void tell_doubts(const std::vector<Doubt>& doubts, const std::string& name) {
    constexpr std::size_t most = 50;  // of a kind
    const auto words = [](const Doubt& doubt) {
        return (doubt.read.empty() ? "" : '\'' + doubt.read + "' ") + doubt.why +
               (doubt.advice.empty() ? "" : "; " + doubt.advice);
    };
    std::map<std::string, std::size_t> times;
    for (const auto& doubt : doubts) ++times[words(doubt)];
    std::map<DoubtKind, std::size_t> told;
    for (const auto& doubt : doubts) {
        const auto text = words(doubt);
        const auto again = std::exchange(times[text], 0);
        if (again == 0 || ++told[doubt.kind] > most) continue;
        std::cerr << name << ':';
        if (doubt.line > 0) std::cerr << doubt.line << ':';
        std::cerr << " uncertain: " << text;
        if (again > 1) std::cerr << " (" << again - 1 << " more of this)";
        std::cerr << '\n';
    }
    std::size_t rest = 0;
    for (const auto& [kind, count] : told) rest += count - std::min(most, count);
    if (rest > 0) {
        std::cerr << name << ": " << rest << " more remarks like these; --review FILE has all\n";
    }
}

/// What a document holds; that it holds no programme is a fault of the data.
Imported imported(const std::string& name, const ImportOptions& options) {
    const auto bytes = read_bytes(name);
    try {
        return import_document(bytes, name == "-" ? "standard input" : name, options);
    } catch (const Error& error) {
        std::cerr << "remit: " << error.what() << '\n';
        throw DataErrors{};
    }
}

void import_one(const Options& options) {
    if (options.documents.size() != 1) {
        throw UsageError("document", "one document makes one programme; name one");
    }
    const auto& name = options.documents.front();
    const auto registries = registries_of(options);
    std::optional<LoadResult> known;
    auto import = options.import;
    if (!registries.empty()) {
        known = load(registries);
        if (!known->dataset) {
            show_problems(known->diagnostics, {}, false);
            throw DataErrors{};
        }
        import.registry = &known->dataset->registry();
        for (const auto& each : registries)
            import.includes.push_back(include_of(each, options.file));
    }
    for (const auto& each : options.patterns) import.patterns[each] = read_bytes(each);
    const auto made = imported(name, import);
    if (!options.review.empty()) {
        OutputOptions review;
        review.file = options.review;
        auto table = review_table(made.doubts, shown_name(name));
        if (!made.columns.empty()) table.notes.push_back("Columns: " + columns_of(made) + '.');
        write_output(review, table);
    } else if (!options.quiet) {
        if (!made.columns.empty()) {
            std::cerr << shown_name(name) << ": columns: " << columns_of(made) << '\n';
        }
        tell_doubts(made.doubts, shown_name(name));
    }
    if (!options.existing.empty()) {
        write_output("-", text_of([&](auto& out) {
                         write(out, difference_table(made, options), TableFormat::text);
                     }));
        if (options.file == "-") return;
    }
    write_output(options.file, to_yaml(made.file));
    refuse_problems(made, options);
}

}  // namespace

void add_import(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("import", import_does);
    command.arguments(
        {"document", "FILE",
         "Plain text, HTML, PDF, DOCX, CSV, TSV, XLSX, GraphML or Pajek; - is standard input",
         true},
        options->documents);
    command.option({"-o,--output", "FILE", "File to write instead of standard output"},
                   options->file);
    command.options({"--registry", "FILE",
                     "Known departments and regions (default: data/departments.yaml and "
                     "data/regions.yaml, where they are there)"},
                    Commas::belong,
                    [options](const std::string& word) { options->registries.push_back(word); });
    command.options(
        {"--columns", "KIND=HEAD",
         "What a head is: number, measure, content, departments, lead, with, scope, due "
         "or category"},
        Commas::separate, [options](const std::string& word) {
            const auto equals = word.find('=');
            if (equals == word.npos || equals == 0) {
                throw UsageError("--columns", "'" + word + "' is not KIND=HEAD");
            }
            const auto kind = word.substr(0, equals);
            if (!is_column(kind)) {
                throw UsageError("--columns",
                                 "'" + kind +
                                     "' is no column; there are number, measure, content, "
                                     "departments, lead, with, scope, due and category");
            }
            options->import.columns[word.substr(equals + 1)] = word.substr(0, equals);
        });
    command.options({"--patterns", "FILE", "Words to look for beside remit's own"}, Commas::belong,
                    [options](const std::string& word) { options->patterns.push_back(word); });
    command.option({"--lang", "LANGUAGE", "Language of the document (default: as it looks)"},
                   [options](const std::string& word) {
                       const auto language = parse_language(word);
                       if (!language) throw UsageError("--lang", "'" + word + "' is no language");
                       options->import.language = *language;
                   });
    command.option({"--issued", "DATE", "Date of the notice, where the document does not say it"},
                   [options](const std::string& word) {
                       options->import.issued = parse_date(word);
                       if (options->import.issued) return;
                       throw UsageError("--issued", "'" + word + "' is not " +
                                                        std::string(date_forms.in(Language::en)));
                   });
    command.option({"--review", "FILE", "Write what is not certain as a table, by the ending"},
                   options->review);
    command.option({"--diff", "FILE",
                    "Print what the document says otherwise than a programme; with -o, write it "
                    "too"},
                   options->existing);
    command.flag("--quiet", options->quiet, "Do not say what is not certain");
    command.footer(
        "Tables have a row for each measure, under heads such as No., Measure, Lead, With, Scope, "
        "Due and Category; or a row for each link, where the measure is repeated or left blank and "
        "a column says the role of the body; or a column for each body, with marks in its cells; or "
        "they are a card for each measure, with a label and a value in a row. Text has numbered "
        "paragraphs with who answers in brackets or behind labels. Two-mode networks and what "
        "'remit table' writes are read name by name.\n"
        "Example: remit import notice.txt -o notice.yaml && remit check notice.yaml");
    command.run([options] { import_one(*options); });
}

}  // namespace remit::cli
