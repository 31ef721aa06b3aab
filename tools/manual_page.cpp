#include "command_text.hpp"

#include <remit/model/unicode.hpp>

namespace remit::cli {
namespace {

/// A text that the formatter takes for text: no request, no escape, and hyphens that are ASCII's,
/// as one types them.
std::string escaped(const std::string& text) {
    std::string result = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const auto c : text) {
        if (c == '\\') {
            result += "\\e";
        } else if (c == '-') {
            result += "\\-";
        } else {
            result += c;
        }
    }
    return result;
}

/// A text in lines that editors have room for, which the formatter puts together again.
std::string paragraph(const std::string& text) {
    std::string lines;
    for (const auto& line : wrapped(text, 68)) lines += escaped(line) + '\n';
    return lines;
}

void add_entry(std::string& page, const std::string& name, const std::string& meaning) {
    page += ".TP\n.B " + escaped(name) + '\n' + paragraph(meaning);
}

void add_entry(std::string& page, const OptionRow& option) {
    auto name = option;
    name.value.clear();
    std::string value;  // which may be broken behind its bars
    for (const auto c : option.value) value += c == '|' ? "|\\:" : escaped({c});
    const std::string dots = option.names.empty() && option.repeated ? "..." : "";
    const std::string space = option.names.empty() || value.empty() ? "" : " ";
    const auto names = option.names.empty() ? "" : "\\fB" + escaped(shown(name)) + "\\fR";
    page += ".TP\n" + names + space + (value.empty() ? "" : "\\fI" + value + "\\fR") + dots + '\n';
    page += paragraph(meaning_of(option));
}

void add_options(std::string& page, const CommandText& command, const std::string& heading) {
    for (const auto& option : command.options) {
        if (option.heading != heading || option.names.empty()) continue;
        add_entry(page, option);
    }
}

std::string in_capitals(std::string text) {
    for (auto& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// Sentences stand in the description, examples at the end, and entries in a section of their own.
struct Sections {
    std::string sentences;
    std::string entries;
    std::string examples;
};

Sections sections_of(const std::string& footer) {
    Sections sections;
    for (const auto& part : parts_of(footer)) {
        if (part.text.starts_with(example_mark)) {
            sections.examples +=
                ".EX\n" + escaped(part.text.substr(example_mark.size())) + "\n.EE\n";
        } else if (part.heading.empty()) {
            sections.sentences += ".PP\n" + paragraph(part.text);
        } else {
            sections.entries += ".SH " + in_capitals(part.heading) + '\n';
            for (const auto& entry : part.entries) {
                add_entry(sections.entries, entry.word, entry.text);
            }
        }
    }
    return sections;
}

/// "remit-workload"
std::string page_name(const CommandText& command) {
    return command.name.empty() ? "remit" : "remit-" + command.name;
}

void add_arguments(std::string& page, const CommandText& command) {
    for (const auto& option : command.options) {
        if (option.names.empty()) add_entry(page, option);
    }
}

std::string see_also(const ProgramText& program, const CommandText& command) {
    std::string pages;
    if (!command.name.empty()) return ".BR remit (1)\n";
    for (const auto& each : program.commands) {
        pages += (pages.empty() ? "" : ",\n") + (".BR " + escaped(page_name(each)) + " (1)");
    }
    return pages + '\n';
}

}  // namespace

std::string manual_page(const ProgramText& program, const CommandText& command,
                        const std::string& date) {
    const auto footer = sections_of(command.footer);
    const auto name = page_name(command);
    std::string page = ".TH " + in_capitals(name) + " 1 " + date + " \"" + program.version +
                       "\" \"remit manual\"\n.SH NAME\n" + escaped(name) + " \\-\n" +
                       paragraph(command.description) + ".SH SYNOPSIS\n.B " +
                       escaped(usage_of(command)) + '\n';
    const bool described = !footer.sentences.empty() || command.name.empty();
    if (described) {
        page += ".SH DESCRIPTION\n";
        if (command.name.empty()) {
            page += "One command does one thing:\n";
            for (const auto& each : program.commands) add_entry(page, each.name, each.description);
        }
        page += footer.sentences.substr(
            command.name.empty() || footer.sentences.empty() ? 0 : std::string(".PP\n").size());
    }
    page += ".SH OPTIONS\n";
    add_arguments(page, command);
    add_options(page, command, {});
    for (const auto& heading : shared_headings(command)) {
        page += ".SS " + escaped(heading) + '\n';
        add_options(page, command, heading);
    }
    page += footer.entries;
    if (!command.name.empty()) page += sections_of(program.self.footer).entries;
    if (!footer.examples.empty()) page += ".SH EXAMPLES\n" + footer.examples;
    return page + ".SH SEE ALSO\n" + see_also(program, command);
}

}  // namespace remit::cli
