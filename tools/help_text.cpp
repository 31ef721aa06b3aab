#include "command_text.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>

namespace remit::cli {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t narrow = 60;  // where names have less room

/// Writes names with what they mean beside them, or below where they are long.
class Help {
 public:
    explicit Help(std::size_t width) : width_(std::max<std::size_t>(width, 20)) {}

    void sentence(const std::string& text) {
        for (const auto& line : wrapped(text, width_)) text_ += line + '\n';
    }
    void line(const std::string& text) { text_ += text + '\n'; }
    void heading(const std::string& text) { text_ += '\n' + text + ":\n"; }
    void entry(const std::string& name, const std::string& meaning, std::size_t column = 22) {
        if (width_ < narrow) column = std::min<std::size_t>(column, 8);
        const auto beside = indent + column + indent;
        for (const auto& line : wrapped(name, width_ - indent)) line_at(indent, line);
        auto lines = wrapped(meaning, width_ - beside);
        if (columns(name) <= column) {
            text_.pop_back();
            text_ += std::string(column + indent - columns(name), ' ') + lines.front() + '\n';
            lines.erase(lines.begin());
        }
        for (const auto& line : lines) line_at(beside, line);
    }
    void space() { text_ += '\n'; }
    [[nodiscard]] const std::string& text() const { return text_; }

 private:
    void line_at(std::size_t column, const std::string& line) {
        text_ += std::string(column, ' ') + line + '\n';
    }

    std::size_t width_;
    std::string text_;
};

void add_options(Help& help, const CommandText& command, const std::string& heading,
                 const std::string& shown_heading) {
    bool any = false;
    for (const auto& option : command.options) {
        if (option.names.empty() || option.heading != heading) continue;
        if (!any) help.heading(shown_heading);
        any = true;
        help.entry(shown(option), meaning_of(option));
    }
}

void add_footer(Help& help, const std::string& footer) {
    for (const auto& part : parts_of(footer)) {
        if (part.heading.empty()) {
            help.space();
            if (part.text.starts_with(example_mark)) {
                help.line(part.text);  // to be copied
            } else {
                help.sentence(part.text);
            }
            continue;
        }
        help.heading(part.heading);
        std::size_t longest = 0;
        for (const auto& entry : part.entries) longest = std::max(longest, columns(entry.word));
        for (const auto& entry : part.entries) help.entry(entry.word, entry.text, longest);
    }
}

}  // namespace

std::string help_text(const ProgramText& program, const CommandText& command, std::size_t width) {
    Help help(width);
    help.sentence(command.description);
    help.space();
    help.sentence("Usage: " + usage_of(command));
    bool arguments = false;
    for (const auto& option : command.options) {
        if (!option.names.empty()) continue;
        if (!arguments) help.space();
        arguments = true;
        help.entry(shown(option), option.help);
    }
    if (command.name.empty()) {
        help.heading("Commands");
        for (const auto& each : program.commands) help.entry(each.name, each.description, 10);
    }
    add_options(help, command, {}, "Options");
    for (const auto& heading : shared_headings(command)) {
        add_options(help, command, heading, heading);
    }
    add_footer(help, command.footer);
    return help.text();
}

}  // namespace remit::cli
