#include "cli.hpp"
#include "diagram_kinds.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    DiagramRequest request;
    const DiagramKind* kind = nullptr;
    std::string file;
    std::optional<ImageFormat> format;
};

ImageFormat image_format(const Options& options) {
    if (options.format) return *options.format;
    const auto format = parse_image_format(ending(options.file));
    if (format) return *format;
    throw CLI::ValidationError("--output", "'" + options.file +
                                               "' does not end in .svg, .pdf, .png or .dot; name "
                                               "such a file, or give --format");
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
    const auto format = image_format(options);
    const auto dataset = load_programme(options.input, options.request.view, options.kind->plans);
    const auto picture = options.kind->draw(dataset, options.request);
    const auto files = render(picture, format);
    if (files.size() == 1) {
        write_output(options.file, files.front());
        return;
    }
    if (options.file == "-") {
        throw Error("the picture has " + std::to_string(files.size()) +
                    " pages; name a file for them, or write PDF, which holds all");
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        write_output(page_file(options.file, i + 1), files[i]);
    }
    if (options.input.quiet) return;
    std::cerr << "remit: wrote " << files.size() << " pages, " << page_file(options.file, 1)
              << " to " << page_file(options.file, files.size()) << '\n';
}

const DiagramKind* find_kind(const std::string& word) {
    const auto kinds = diagram_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const DiagramKind& kind) { return word == kind.name; });
    if (found != kinds.end()) return &*found;
    std::string names;
    for (const auto& kind : kinds) names += (names.empty() ? "" : ", ") + std::string(kind.name);
    throw CLI::ValidationError("kind", '\'' + word + "' is no picture; there is " + names);
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

template <class Value>
std::function<void(const std::string&)> parsed(std::optional<Value> (*parse)(std::string_view),
                                               std::function<void(Value)> set,
                                               const std::string& option,
                                               const std::string& wanted) {
    return [=](const std::string& word) {
        const auto value = parse(word);
        if (!value) throw CLI::ValidationError(option, "'" + word + "' is not " + wanted);
        set(*value);
    };
}

std::optional<Date> parse_day(std::string_view word) {
    const auto date = parse_date(word);
    return date && date->is_day() ? date : std::nullopt;
}

}  // namespace

void add_diagram(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("diagram", "Draw a picture for a briefing");
    command
        ->add_option_function<std::string>(
            "kind", [options](const std::string& word) { options->kind = find_kind(word); },
            "The picture")
        ->required()
        ->type_name("KIND");
    add_input_options(*command, options->input);
    add_view_options(*command, options->request.view);
    add_step_options(*command, options->input);
    command
        ->add_option("-o,--output", options->file,
                     "File to write, ending in .svg, .pdf, .png or .dot; - is standard output")
        ->required()
        ->type_name("FILE");
    command
        ->add_option_function<std::string>(
            "--format",
            parsed<ImageFormat>(
                parse_image_format, [options](ImageFormat value) { options->format = value; },
                "--format", "svg, pdf, png or dot"),
            "Format, where the file's ending does not say")
        ->type_name("svg|pdf|png|dot");
    command
        ->add_option_function<std::string>(
            "--page",
            parsed<PageFormat>(
                parse_page_format,
                [options](PageFormat value) { options->request.picture.page = value; }, "--page",
                "16x9, a4-portrait, a4-landscape or fit"),
            "Page (default: 16x9); fit: as large as the content")
        ->type_name("16x9|a4-portrait|a4-landscape|fit");
    command
        ->add_option_function<std::string>(
            "--lang",
            parsed<Languages>(
                parse_languages,
                [options](Languages value) { options->request.picture.languages = value; },
                "--lang", "zh-Hans, zh-Hant, en, zh+en or zh-Hant+en"),
            "Language (default: zh-Hans), or two")
        ->type_name("zh-Hans|zh-Hant|en|zh+en");
    command
        ->add_option("--department", options->request.department,
                     "Whose measures the picture department shows")
        ->type_name("NAME");
    command
        ->add_option("--region", options->request.region,
                     "What place or group of places the picture region shows")
        ->type_name("NAME");
    command
        ->add_option("--title", options->request.picture.title, "Title instead of the neutral one")
        ->type_name("TEXT");
    command
        ->add_option("--subtitle", options->request.picture.subtitle,
                     "Subtitle instead of the counts")
        ->type_name("TEXT");
    command
        ->add_option_function<std::string>(
            "--date",
            parsed<Date>(
                parse_day, [options](Date value) { options->request.picture.date = value; },
                "--date", "a day as YYYY-MM-DD"),
            "Date of drawing to print, as YYYY-MM-DD (default: the notice's date)")
        ->type_name("DATE");
    command->footer(footer());
    command->callback([options] { draw(*options); });
}

}  // namespace remit::cli
