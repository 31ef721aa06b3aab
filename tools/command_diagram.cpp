#include "cli.hpp"
#include "diagram_kinds.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    DiagramRequest request;
    const DiagramKind* kind = nullptr;
    std::string file;
    std::optional<ImageFormat> format;
    bool text_as_paths = false;
};

ImageFormat image_format(const Options& options) {
    if (options.format) return *options.format;
    const auto format = parse_image_format(ending(options.file));
    if (format) return *format;
    refuse_ending(options.file, ".svg, .pdf, .png or .dot");
}

/// "map.svg" becomes "map-2.svg".
std::string page_file(const std::string& file, std::size_t page) {
    const auto dot = file.find_last_of('.');
    const auto slash = file.find_last_of('/');
    const bool ends = dot != std::string::npos && (slash == std::string::npos || dot > slash);
    const auto stem = ends ? file.substr(0, dot) : file;
    return stem + '-' + std::to_string(page) + (ends ? file.substr(dot) : "");
}

void draw(const Options& options) {
    auto format = image_format(options);
    if (options.text_as_paths) {
        if (format != ImageFormat::svg) throw UsageError("--text-as-paths", "is for SVG alone");
        format = ImageFormat::svg_paths;
    }
    const auto picture = options.kind->draw(options.request);
    const auto files = render(picture, format);
    if (!options.request.input.quiet) {
        const auto language = language_of_messages(options.request.input.language);
        for (const auto& text : left_out(picture)) tell(language, "message.left-out", {text});
    }
    if (files.size() == 1) {
        write_output(options.file, files.front());
        return;
    }
    if (options.file == "-") {
        throw PictureRefusal("the picture has " + std::to_string(files.size()) +
                             " pages; name a file for them, or write PDF, which holds all");
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        write_output(page_file(options.file, i + 1), files[i]);
    }
    if (options.request.input.quiet) return;
    tell(language_of_messages(options.request.input.language), "message.pages",
         {std::to_string(files.size()), page_file(options.file, 1),
          page_file(options.file, files.size())});
}

const DiagramKind* find_kind(const std::string& word) {
    const auto kinds = diagram_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const DiagramKind& kind) { return word == kind.name; });
    if (found != kinds.end()) return &*found;
    std::string names;
    for (const auto& kind : kinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
    throw UsageError("kind", '\'' + word + "' is no picture; there is " + names);
}

/// A line for each picture, and an example.
std::string footer() {
    std::string text = "Pictures:\n";
    for (const auto& kind : diagram_kinds()) {
        const std::string name(kind.name);
        text += "  " + name + std::string(20 - name.size(), ' ') + kind.about + '\n';
    }
    return text +
           "What is too much for a page comes on several: in one PDF, or as map-1.svg, map-2.svg "
           "…\n"
           "Example: remit diagram responsibility-map data/2020-third-batch.yaml "
           "--lang en --page a4-portrait -o map.pdf";
}

/// An option whose words a function of the library reads.
template <class Value, class Target>
void add_parsed(Command& command, const OptionText& text, Target& target,
                std::optional<Value> (*parse)(std::string_view), const std::string& wanted) {
    command.option(text, [&target, parse, names = text.names, wanted](const std::string& word) {
        const auto value = parse(word);
        if (!value) throw UsageError(names, "'" + word + "' is not " + wanted);
        target = *value;
    });
}

}  // namespace

void add_diagram(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("diagram", "Draw a picture for a briefing");
    command.option({"kind", "KIND", "The picture", true},
                   [options](const std::string& word) { options->kind = find_kind(word); });
    add_input_options(command, options->request.input);
    add_view_options(command, options->request.view);
    add_step_options(command, options->request.input);
    command.option(
        {"-o,--output", "FILE",
         "File to write, ending in .svg, .pdf, .png or .dot; - is standard output", true},
        options->file);
    add_parsed(command,
               {"--format", "svg|pdf|png|dot", "Format, where the file's ending does not say"},
               options->format, parse_image_format, "svg, pdf, png or dot");
    auto& picture = options->request.picture;
    add_parsed(command,
               {"--page", "16x9|a4-portrait|a4-landscape|fit",
                "Page (default: 16x9); fit: as large as the content"},
               picture.page, parse_page_format, "16x9, a4-portrait, a4-landscape or fit");
    add_parsed(command,
               {"--lang", spoken("|", "|") + "|zh+en",
                "Language (default: REMIT_LANG, else the data's), or two"},
               options->request.languages, parse_languages,
               spoken(", ", ", ") + ", or two, such as zh+en or en+zh");
    command.option({"--department", "NAME", "Whose measures the picture department shows"},
                   options->request.department);
    command.option({"--region", "NAME", "What place or group of places the picture region shows"},
                   options->request.region);
    command.option(
        {"--title", "TEXT", "Title instead of the finding; neutral: what the picture shows"},
        picture.title);
    command.option({"--subtitle", "TEXT", "Subtitle instead of the counts"}, picture.subtitle);
    command.flag("--text-as-paths", options->text_as_paths,
                 "SVG whose letters are shapes, for machines without its fonts");
    add_day(command, "--date", picture.date,
            "Date of drawing to print, as YYYY-MM-DD (default: the notice's date)");
    command.footer(footer());
    command.run([options] {
        if (const auto& both = options->request.languages) {
            options->request.input.language = both->first;
        }
        draw(*options);
    });
}

}  // namespace remit::cli
