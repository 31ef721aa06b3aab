#include "cli.hpp"

#include <remit/diagram/render.hpp>
#include <remit/diagram/responsibility_map.hpp>

#include <cmath>
#include <iostream>
#include <map>
#include <memory>

namespace remit::cli {
namespace {

constexpr double readable = 7.0;  // points

struct Options {
    InputOptions input;
    ViewOptions view;
    MapOptions map;
    std::string kind;
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

void draw(const Options& options) {
    const auto format = image_format(options);
    const auto dataset = load_programme(options.input, options.view);
    const auto diagram = responsibility_map(dataset, options.map);
    const auto smallest = diagram.smallest_text();
    if (smallest && *smallest < readable && !options.input.quiet) {
        std::cerr << "remit: the smallest text is " << std::round(*smallest * 10.0) / 10.0
                  << " points high on this page, which is hard to read; draw fewer measures\n";
    }
    write_output(options.file, render(diagram, format));
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
    command->add_option("kind", options->kind, "The picture: responsibility-map")
        ->required()
        ->check(CLI::Validator(
            [](const std::string& word) {
                return word == "responsibility-map"
                           ? std::string()
                           : "'" + word + "' is no picture; there is responsibility-map";
            },
            ""))
        ->type_name("KIND");
    add_input_options(*command, options->input);
    add_view_options(*command, options->view);
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
                parse_page_format, [options](PageFormat value) { options->map.page = value; },
                "--page", "16x9, a4-portrait or a4-landscape"),
            "Page (default: 16x9)")
        ->type_name("16x9|a4-portrait|a4-landscape");
    add_language_option(*command, options->map.language);
    command->add_option("--title", options->map.title, "Title instead of the neutral one")
        ->type_name("TEXT");
    command->add_option("--subtitle", options->map.subtitle, "Subtitle instead of the counts")
        ->type_name("TEXT");
    command
        ->add_option_function<std::string>(
            "--date",
            parsed<Date>(
                parse_day, [options](Date value) { options->map.date = value; }, "--date",
                "a day as YYYY-MM-DD"),
            "Date of drawing to print, as YYYY-MM-DD (default: the notice's date)")
        ->type_name("DATE");
    command->footer(
        "Example: remit diagram responsibility-map data/2020-third-batch.yaml "
        "--lang en --page a4-portrait -o map.pdf");
    command->callback([options] { draw(*options); });
}

}  // namespace remit::cli
