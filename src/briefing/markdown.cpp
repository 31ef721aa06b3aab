#include <remit/briefing/briefing.hpp>

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

void write_pictures(std::ostream& out, const BriefingSection& section,
                    const MarkdownOptions& options) {
    if (!options.image) return;
    for (std::size_t page = 0; page < section.picture.size(); ++page) {
        if (options.slides && page > 0) heading(out, 2, section.heading);
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

}  // namespace

std::string to_markdown(const BriefingChapter& chapter, const MarkdownOptions& options) {
    std::ostringstream out;
    heading(out, 1, chapter.title);
    if (!chapter.kicker.empty()) out << plain(chapter.kicker) << "\n\n";
    if (options.slides) heading(out, 2, chapter.label);
    write_figures(out, chapter.figures);
    for (const auto& each : chapter.findings) out << "- " << plain(each) << '\n';
    out << '\n';
    for (const auto& section : chapter.sections) {
        const bool drawn = options.image && !section.picture.empty();
        if (options.slides && !drawn) continue;
        heading(out, 2, section.heading);
        write_pictures(out, section, options);
        if (options.slides) continue;
        for (const auto& each : section.notes) out << plain(each) << "\n\n";
        for (const auto& each : section.tables) {
            write(out, each, TableFormat::markdown);
            out << '\n';
        }
    }
    if (options.slides) heading(out, 2, chapter.label);
    for (const auto& each : chapter.notes) out << plain(each) << "\n\n";
    return std::move(out).str();
}

}  // namespace remit
