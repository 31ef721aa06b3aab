#include "other_program.hpp"
#include "program.hpp"
#include "terminal.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>
#include <remit/model/programme_builder.hpp>
#include <remit/report/sql_tables.hpp>
#include <remit/version.hpp>

#include <langinfo.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace remit::cli {
namespace {

/// What was looked for.
struct Check {
    std::string what;
    bool well = true;
    std::string found;
    std::string to_do = {};  ///< Where it is not well.
};

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Check check_locale() {
    const std::unique_ptr<std::remove_pointer_t<locale_t>, void (*)(locale_t)> locale(
        ::newlocale(LC_CTYPE_MASK, "", nullptr), ::freelocale);
    const std::string set = locale ? ::nl_langinfo_l(CODESET, locale.get()) : "not installed";
    if (set == "UTF-8") return {"locale", true, set};
    return {"locale", false, set + ", and texts are in UTF-8", "set LANG=C.UTF-8"};
}

Check check_terminal() {
    const auto width = terminal_columns(STDOUT_FILENO);
    const std::string room =
        width ? std::to_string(*width) + " columns" : "no terminal: text is as wide as it comes";
    return {"terminal", true,
            room + (shows_color(STDERR_FILENO) ? ", colors in messages" : ", no colors")};
}

/// A page of the metrics' names, which have the usual characters of a language.
Diagram page_of_names(Language language) {
    Diagram page{.title = "remit doctor", .language = language, .width = 960, .height = 1600};
    double y = 0.0;
    for (const auto& metric : metrics()) {
        page.shapes.emplace_back(Label{
            .mark = {"label-" + std::to_string(page.shapes.size()), "label"},
            .at = {20.0, y += 20.0},
            .text = std::string(metric.name.in(language)),
            .language = language,
        });
    }
    return page;
}

/// Whether a page is drawn; else what the renderer says, and behind its last semicolon what to do.
Check check_page(const std::string& what, const Diagram& page, ImageFormat format,
                 const std::string& found) {
    try {
        (void)render(page, format);
        return {what, true, found};
    } catch (const Error& error) {
        const std::string text = error.what();
        const auto semicolon = text.rfind("; ");
        if (semicolon == std::string::npos) return {what, false, text, "install remit as a whole"};
        return {what, false, text.substr(0, semicolon), text.substr(semicolon + 2)};
    }
}

void check_pictures(std::vector<Check>& checks) {
    Diagram plain{.title = "remit doctor", .width = 100, .height = 100};
    plain.shapes.emplace_back(Area{{"area", "area"}, {10.0, 10.0, 80.0, 80.0}, "#1A1A1A"});
    for (const auto& [name, format] : {std::pair{"svg", ImageFormat::svg},
                                       {"pdf", ImageFormat::pdf},
                                       {"png", ImageFormat::png}}) {
        checks.push_back(check_page(std::string("pictures as ") + name, plain, format, "drawn"));
        if (checks.back().well || format != ImageFormat::svg) continue;
        if (!variable("REMIT_DRAW").empty()) {
            checks.back().to_do = "correct the environment variable REMIT_DRAW, or unset it";
        }
        return;  // all others fail as the first
    }
    for (const auto language : spoken_languages()) {
        checks.push_back(check_page(
            "fonts of " + std::string(language.tag()), page_of_names(language), ImageFormat::svg,
            "every character of " + std::to_string(metrics().size()) + " terms"));
    }
}

Check check_program(const std::vector<std::string>& names, const std::string& purpose,
                    const std::string& package) {
    const auto& name = names.front();
    if (const auto program = program_in_path(names); !program.empty()) return {name, true, program};
    return {name, false, "not in PATH; " + purpose + " needs it",
            "on Debian, install the package " + package};
}

/// Whether what is loaded late makes a file; else what it says, and what to install.
template <class Make>
Check check_file(const std::string& what, Make make) {
    try {
        (void)make();
        return {what, true, "written"};
    } catch (const Error& error) {
        const std::string text = error.what();
        const auto semicolon = std::min(text.rfind("; "), text.size() - 2);
        return {what, false, text.substr(0, semicolon), text.substr(semicolon + 2)};
    }
}

void check_files(std::vector<Check>& checks) {
    Table table;
    table.title = "remit doctor";
    table.columns = {{"check", "Check"}};
    checks.push_back(check_file("tables as xlsx", [&] { return to_xlsx({&table, 1}); }));
    const auto empty = ProgrammeBuilder("doctor").build();
    checks.push_back(check_file("export as sqlite",
                                [&] { return to_sqlite(empty.dataset.value(), Language::en); }));
}

#ifdef REMIT_IMPORT
Check check_import() {
    for (const auto& place : import_programs()) {
        if (::access(place.c_str(), X_OK) == 0) return {"import", true, place};
    }
    return {"import", false, "remit-import is neither beside remit nor in ../libexec/remit",
            "install remit as a whole"};
}
#endif

std::vector<Check> checks() {
    std::vector<Check> all{{"version", true, "remit " REMIT_VERSION}};
    all.push_back(check_locale());
    all.push_back(check_terminal());
    check_pictures(all);
    check_files(all);
#ifdef REMIT_IMPORT
    all.push_back(check_import());
#endif
    all.push_back(check_program({"pdftotext"}, "the import of PDF", "poppler-utils"));
    all.push_back(check_program(browsers, "a briefing as PDF", browsers.front()));
    all.push_back(check_program({"pandoc"}, "a briefing as DOCX or PPTX", "pandoc"));
    return all;
}

Table table_of(const std::vector<Check>& checks) {
    Table table;
    table.title = "What remit needs";
    table.notes = {"Built with " REMIT_LIBRARIES "."};
    table.columns = {
        {"check", "Check"}, {"state", "State"}, {"found", "Found"}, {"to_do", "What to do"}};
    for (const auto& [what, well, found, to_do] : checks) {
        std::vector<Cell> row;
        row.emplace_back(what);
        row.emplace_back(std::string(well ? "ok" : "missing"));
        row.emplace_back(found);
        row.emplace_back(to_do);
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

void add_doctor(Program& program) {
    auto options = std::make_shared<OutputOptions>();
    auto command =
        program.add("doctor", "Say whether all that remit needs is here, and what to install");
    add_format_options(command, *options);  // a pager would end with a status of its own
    command.footer(
        "Status 3 if something is missing.\n"
        "Example: remit doctor --format json");
    command.run([options] {
        const auto all = checks();
        write_output(*options, table_of(all));
        std::size_t missing = 0;
        for (const auto& check : all) missing += check.well ? 0U : 1U;
        if (missing > 0) {
            throw Error("doctor: missing " + std::to_string(missing) + " of " +
                        std::to_string(all.size()) + "; see what to do");
        }
    });
}

}  // namespace remit::cli
