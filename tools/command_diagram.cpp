#include "batches.hpp"
#include "command_text.hpp"
#include "program.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    const PictureKind* kind = nullptr;
    InputOptions input;
    ViewOptions view;
    PictureOptions picture;
    std::optional<Languages> languages;  // those of the data if there are none
    std::string department;              // as written
    std::string region;
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

/// What the picture is to be like, in the languages that were asked for.
PictureOptions picture_of(const Options& options, const Dataset& dataset) {
    auto picture = options.picture;
    if (!options.languages) {
        picture.languages = language_of(std::nullopt, dataset);
        return picture;
    }
    picture.languages = language_of(options.languages->first, dataset);
    if (options.languages->second) {
        picture.languages.second = language_of(options.languages->second, dataset);
    }
    return picture;
}

std::vector<Dataset> load_subject(const Options& options) {
    const std::string name(options.kind->name);
    if (options.kind->of == PictureOf::batches) {
        return load_batches(name, options.input, options.view);
    }
    const bool plan = options.kind->of == PictureOf::plan;
    const auto plans = plan ? Plans::left : Plans::carried_out;
    std::vector<Dataset> one{load_programme(options.input, options.view, plans)};
    if (plan) refuse_without_plan(one.front(), name);
    if (options.kind->needs_scope) refuse_without_scope(one.front(), name);
    return one;
}

void refuse_without(const std::string& name, const std::string& option) {
    if (name.empty()) throw UsageError(option, "is needed for this picture");
}

Picture draw(const Options& options) {
    const auto of = options.kind->of;
    if (of == PictureOf::department) refuse_without(options.department, "--department");
    if (of == PictureOf::region) refuse_without(options.region, "--region");
    const auto programmes = load_subject(options);
    const auto& dataset = programmes.front();
    PictureSubject subject{programmes};
    std::optional<Reorganized> after;
    if (of == PictureOf::department) {
        subject.department = body_named(dataset, options.department, "--department");
    } else if (of == PictureOf::region) {
        subject.region = region_named(dataset, options.region, "--region");
    } else if (of == PictureOf::plan) {
        after = carried_out(dataset, language_of_messages(options.input.language));
        subject.after = &*after;
    }
    return options.kind->draw(subject, picture_of(options, programmes.back()));
}

void write(const Options& options) {
    auto format = image_format(options);
    if (options.text_as_paths) {
        if (format != ImageFormat::svg) throw UsageError("--text-as-paths", "is for SVG alone");
        format = ImageFormat::svg_paths;
    }
    const auto picture = draw(options);
    const auto files = render(picture, format);
    const auto language = language_of_messages(options.input.language);
    if (!options.input.quiet) {
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
    if (options.input.quiet) return;
    tell(language, "message.pages",
         {std::to_string(files.size()), page_file(options.file, 1),
          page_file(options.file, files.size())});
}

const PictureKind* find_kind(const std::string& word) {
    const auto kinds = picture_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const PictureKind& kind) { return word == kind.name; });
    if (found != kinds.end()) return &*found;
    std::vector<std::string> names;
    for (const auto& kind : kinds) names.emplace_back(kind.name);
    throw UsageError("kind", '\'' + word + "' is no picture" + near_or_all(word, names));
}

/// What a picture needs beside a programme.
std::string needs(PictureOf of) {
    switch (of) {
        case PictureOf::programme:
            break;
        case PictureOf::department:
            return " (--department)";
        case PictureOf::region:
            return " (--region)";
        case PictureOf::batches:
            return " (two notices or more)";
        case PictureOf::plan:
            return " (a plan, or --merge and its like)";
    }
    return {};
}

/// A line for each picture, and an example.
std::string footer() {
    std::string text = "Pictures:\n";
    for (const auto& kind : picture_kinds()) {
        const std::string name(kind.name);
        text += "  " + name + std::string(20 - name.size(), ' ') + std::string(kind.about) +
                needs(kind.of) + '\n';
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
    command.option(text, [&target, parse, text, wanted](const std::string& word) {
        const auto value = parse(word);
        if (!value) {
            throw UsageError(text.names, "'" + word + "' is not " + wanted +
                                             did_you_mean(word, choices_of(text.words)));
        }
        target = *value;
    });
}

}  // namespace

void add_diagram(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add("diagram", "Draw a picture for a briefing");
    command.option({"kind", "KIND", "The picture", true},
                   [options](const std::string& word) { options->kind = find_kind(word); });
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    auto plan = command.shared("The plan of the picture reorganization");
    add_step_options(plan, options->input);
    command.option(
        {"-o,--output", "FILE",
         "File to write, ending in .svg, .pdf, .png or .dot; - is standard output", true},
        options->file);
    add_parsed(command,
               {"--format", "svg|pdf|png|dot", "Format, where the file's ending does not say"},
               options->format, parse_image_format, "svg, pdf, png or dot");
    auto& picture = options->picture;
    add_parsed(command,
               {"--page", "16x9|a4-portrait|a4-landscape|fit",
                "Page (default: 16x9); fit: as large as the content"},
               picture.page, parse_page_format, "16x9, a4-portrait, a4-landscape or fit");
    add_parsed(command,
               {"--lang", spoken("|", "|") + "|zh+en",
                "Language (default: REMIT_LANG, else the data's), or two"},
               options->languages, parse_languages,
               spoken(", ", ", ") + ", or two, such as zh+en or en+zh");
    command.option({"--department", "DEPARTMENT", "Whose measures the picture department shows"},
                   options->department);
    command.option({"--region", "REGION", "What place or group of places the picture region shows"},
                   options->region);
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
        if (const auto& both = options->languages) {
            options->input.language = both->first;
        }
        write(*options);
    });
}

}  // namespace remit::cli
