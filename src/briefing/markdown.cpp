#include "shown_table.hpp"

#include <remit/briefing/briefing.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <sstream>

namespace remit {
namespace {

/// A text as Markdown has it, with nothing that it would take for a mark of its own.
std::string plain(std::string_view text) {
    std::string escaped;
    for (const auto c : text) {
        if (std::string_view("\\`*_{}[]<>#|~$^").find(c) != std::string_view::npos) escaped += '\\';
        escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return escaped;
}

void heading(std::ostream& out, int level, std::string_view text) {
    out << std::string(static_cast<std::size_t>(level), '#') << ' ' << plain(text) << "\n\n";
}

/// The heading of a section; on slides, each of which has one, with the page of its picture.
void section_heading(std::ostream& out, const BriefingSection& section, std::size_t page,
                     bool slides) {
    const auto pages = section.picture.size();
    const bool counts = slides && pages > 1;
    heading(out, 2,
            section.heading +
                (counts ? ' ' + std::to_string(page + 1) + '/' + std::to_string(pages) : ""));
}

void write_pictures(std::ostream& out, const BriefingSection& section,
                    const MarkdownOptions& options) {
    if (!options.image) return;
    for (std::size_t page = 0; page < section.picture.size(); ++page) {
        if (options.slides && page > 0) section_heading(out, section, page, true);
        out << "![" << (options.slides ? "" : plain(section.heading)) << "]("
            << options.image(section, page) << ")\n\n";
    }
}

void write_figures(std::ostream& out, const std::vector<BriefingFigure>& figures) {
    if (figures.empty()) return;
    std::string heads = "|";
    std::string rule = "|";
    std::string values = "|";
    for (const auto& each : figures) {
        heads += ' ' + plain(each.label) + " |";
        rule += " ---: |";
        values += ' ' + plain(each.value) + " |";
    }
    out << heads << '\n' << rule << '\n' << values << "\n\n";
}

/// The cells of a line of a table, with what stands between them.
std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    std::size_t begin = 1;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] != '|' || line[i - 1] == '\\') continue;
        cells.push_back(line.substr(begin, i - begin));
        begin = i + 1;
    }
    return cells;
}

/// A table whose rule has as many dashes for a column as its widest cell, or the longest word of
/// its heading, needs, up to some: they are its width for pandoc.
void write_table(std::ostream& out, const Table& table) {
    constexpr std::size_t space = 3;
    constexpr std::size_t narrowest = 5;
    constexpr std::size_t widest = 40;
    std::ostringstream written;
    write(written, briefings::shown_table(table), TableFormat::markdown);
    std::vector<std::string> lines;
    std::istringstream all(std::move(written).str());
    for (std::string line; std::getline(all, line);) lines.push_back(std::move(line));
    std::vector<std::size_t> widths;
    std::string* rule = nullptr;
    for (auto& line : lines) {
        if (!line.starts_with("|")) continue;
        if (line.starts_with("| ---")) {
            rule = &line;
            continue;
        }
        const auto cells = cells_of(line);
        widths.resize(std::max(widths.size(), cells.size()), narrowest);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const auto width =
                rule == nullptr ? briefings::longest_word(cells[c]) : columns(cells[c]) - 2;
            widths[c] = std::clamp(width + space, widths[c], widest);
        }
    }
    if (rule != nullptr) {
        std::string longer = "|";
        std::size_t column = 0;
        for (const auto cell : cells_of(*rule)) {
            const bool right = cell.find(':') != std::string_view::npos;
            longer += ' ' + std::string(widths[column++], '-') + (right ? ": |" : " |");
        }
        *rule = longer;
    }
    for (const auto& line : lines) out << line << '\n';
}

constexpr std::size_t most_notes_on_a_slide = 3;

}  // namespace

std::string to_markdown(const BriefingChapter& chapter, const MarkdownOptions& options) {
    std::ostringstream out;
    if (options.slides) {
        heading(out, 2, chapter.label);
    } else {
        heading(out, 1, chapter.title);
        if (!chapter.kicker.empty()) out << plain(chapter.kicker) << "\n\n";
    }
    write_figures(out, chapter.figures);
    if (options.slides) heading(out, 2, chapter.label);
    for (const auto& each : chapter.findings) out << "- " << plain(each) << '\n';
    out << '\n';
    for (const auto& section : chapter.sections) {
        const bool drawn = options.image && !section.picture.empty();
        if (!drawn && (options.slides || (section.tables.empty() && section.notes.empty())))
            continue;
        section_heading(out, section, 0, options.slides);
        write_pictures(out, section, options);
        if (options.slides) continue;
        for (const auto& each : section.notes) out << plain(each) << "\n\n";
        for (const auto& each : section.tables) {
            write_table(out, each);
            out << '\n';
        }
    }
    if (options.slides) heading(out, 2, chapter.label);
    const auto notes = options.slides ? std::min(most_notes_on_a_slide, chapter.notes.size())
                                      : chapter.notes.size();
    for (std::size_t n = 0; n < notes; ++n) out << plain(chapter.notes[n]) << "\n\n";
    return std::move(out).str();
}

}  // namespace remit
