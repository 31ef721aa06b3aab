#include "batches.hpp"
#include "office_reference.hpp"
#include "other_program.hpp"

#include <remit/briefing/briefing.hpp>
#include <remit/diagram/render.hpp>
#include <remit/input/load.hpp>
#include <remit/input/yaml.hpp>
#include <remit/model/error.hpp>
#include <remit/report/write_file.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

enum class Document : std::uint8_t { html, pdf, docx, pptx, markdown };

const Words<Document> documents{{"html", Document::html},
                                {"pdf", Document::pdf},
                                {"docx", Document::docx},
                                {"pptx", Document::pptx},
                                {"markdown", Document::markdown}};

const Words<Document> endings{{"html", Document::html},        {"htm", Document::html},
                              {"pdf", Document::pdf},          {"docx", Document::docx},
                              {"pptx", Document::pptx},        {"md", Document::markdown},
                              {"markdown", Document::markdown}};

struct Options {
    InputOptions input;
    ViewOptions view;
    std::vector<Language> languages;  // those of the data if there are none
    std::optional<Document> format;
    std::string file;
    std::string folder;
    std::string reference;  // of which a document has its styles
};

Document format_of(const Options& options) {
    if (options.format) return *options.format;
    const auto asked = ending(options.file);
    if (options.file.empty() || options.file == "-" || asked.empty()) return Document::html;
    const auto* const found = meaning(endings, asked);
    if (found == nullptr) refuse_ending(options.file, ".html, .pdf, .docx, .pptx or .md");
    return *found;
}

/// One programme, or its notices as batches, or each file as one.
std::vector<Dataset> load_all(const Options& options) {
    if (options.input.files.size() == 1) {
        std::vector<Dataset> one{load_programme(options.input, options.view)};
        if (one.front().notices().size() == 1) return one;
    }
    return load_batches("brief", options.input, options.view);
}

/// The files that were named, with those of folders.
std::vector<fs::path> files_of(const Options& options) {
    std::vector<fs::path> files;
    for (const auto& each : options.input.files) {
        std::error_code unreadable;
        if (!fs::is_directory(each, unreadable)) {
            if (each != "-") files.emplace_back(each);
            continue;
        }
        std::vector<fs::path> found;
        for (const auto& entry : fs::directory_iterator(each)) {
            const auto extension = entry.path().extension();
            if (extension == ".yaml" || extension == ".yml") found.push_back(entry.path());
        }
        std::sort(found.begin(), found.end());
        files.insert(files.end(), found.begin(), found.end());
    }
    return files;
}

BriefingOptions content_of(const Options& options, const Dataset& dataset) {
    BriefingOptions content;
    for (const auto each : options.languages) {
        content.languages.push_back(language_of(each, dataset).plain());
    }
    for (const auto& file : files_of(options)) {
        content.origin.push_back(
            {file.filename().string(), sha256(read_bytes(file.string(), options.input.limits))});
    }
    return content;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    if (!in) throw Error("cannot read '" + file.string() + "'");
    return std::move(all).str();
}

/// A program, or which package has it. \throws Error without it
std::string needed(const std::vector<std::string>& names, const std::string& format) {
    auto program = program_in_path(names);
    if (!program.empty()) return program;
    throw Error("for " + format + " the program '" + names.front() +
                "' is needed, which is not installed; install it (on Debian: apt install " +
                names.front() + "), or write .html, which needs nothing");
}

std::string to_pdf(const Briefing& briefing) {
    const auto chromium = needed(browsers, "PDF");
    const ShortLivedFolder folder;
    const auto page = folder.path() / "briefing.html";
    const auto result = folder.path() / "briefing.pdf";
    write_file(page.string(), to_html(briefing, PageUse::printing));
    std::vector<std::string> arguments{"--headless",
                                       "--disable-gpu",
                                       "--disable-quic",
                                       "--no-first-run",
                                       "--disable-background-networking",
                                       "--disable-component-update",
                                       "--disable-sync",
                                       "--no-pdf-header-footer",
                                       "--user-data-dir=" + (folder.path() / "profile").string(),
                                       "--print-to-pdf=" + result.string(),
                                       "file://" + page.string()};
    if (::geteuid() == 0) arguments.insert(arguments.begin(), "--no-sandbox");
    run(chromium, arguments);
    return bytes_of(result);
}

/// Whether it is of several batches.
bool compares(const BriefingChapter& chapter) {
    return chapter.figures.empty();
}

/// "workload-en-batch2-3.png"; the first batch and page are not numbered.
std::string picture_name(const BriefingChapter& chapter, const BriefingSection& section,
                         std::size_t page, const char* extension) {
    std::string name = section.id + '-';
    name += chapter.language.tag();
    if (chapter.batch > 0 && !compares(chapter))
        name += "-batch" + std::to_string(chapter.batch + 1);
    if (page > 0) name += '-' + std::to_string(page + 1);
    return name + '.' + extension;
}

void write_pictures(const BriefingChapter& chapter, ImageFormat format, const char* extension,
                    const fs::path& folder) {
    for (const auto& section : chapter.sections) {
        if (section.picture.empty()) continue;
        const auto pages = render(section.picture, format);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            write_file((folder / picture_name(chapter, section, page, extension)).string(),
                       pages[page]);
        }
    }
}

/// The chapters in the first language, with pictures of a folder, or without any.
std::string markdown_of(const Briefing& briefing, bool slides, const std::string& pictures,
                        const char* extension) {
    std::string all;
    for (const auto& chapter : briefing.chapters) {
        if (chapter.language.plain() != briefing.languages.front().plain()) break;
        MarkdownOptions options;
        options.slides = slides;
        if (!pictures.empty()) {
            options.image = [&](const BriefingSection& section, std::size_t page) {
                return pictures + '/' + picture_name(chapter, section, page, extension);
            };
        }
        all += to_markdown(chapter, options) + '\n';
    }
    return all;
}

/// Through pandoc, with the pictures as PNG.
std::string to_office(const Briefing& briefing, const Options& options, bool slides) {
    const std::string format = slides ? "pptx" : "docx";
    const auto pandoc = needed({"pandoc"}, format);
    const auto& first = briefing.chapters.front();
    const ShortLivedFolder folder;
    const auto pictures = folder.path() / "pictures";
    fs::create_directory(pictures);
    for (const auto& chapter : briefing.chapters) {
        if (chapter.language.plain() != briefing.languages.front().plain()) break;
        write_pictures(chapter, ImageFormat::png, "png", pictures);
    }
    const auto text = folder.path() / "briefing.md";
    const auto result = folder.path() / ("briefing." + format);
    write_file(text.string(), markdown_of(briefing, slides, "pictures", "png"));
    // A line that is longer than these columns, and so any, has the widths of a table be those of
    // its rule.
    std::vector<std::string> arguments{
        "--from=markdown_strict+pipe_tables+all_symbols_escapable-raw_html",
        "--to=" + format,
        "--columns=10",
        "--resource-path=" + folder.path().string(),
        "--output=" + result.string(),
        "--metadata=lang:" + std::string(briefing.languages.front().tag())};
    if (slides) {
        arguments.insert(arguments.end(), {"--slide-level=2", "--metadata=title:" + first.label,
                                           "--metadata=subtitle:" + first.title});
    }
    auto reference = options.reference.empty() ? fs::path() : fs::absolute(options.reference);
    if (reference.empty() && !slides) {
        reference = folder.path() / "reference.docx";
        write_file(reference.string(), office_reference(briefing.languages.front()));
    }
    if (!reference.empty()) arguments.push_back("--reference-doc=" + reference.string());
    arguments.push_back(text.string());
    run(pandoc, arguments);
    return bytes_of(result);
}

/// Page, pictures, tables and data side by side.
void write_folder(const Briefing& briefing, const Options& options) {
    const fs::path folder = options.folder;
    std::error_code problem;
    for (const auto* part : {"pictures", "tables", "data"}) {
        fs::create_directories(folder / part, problem);
        if (problem) {
            throw Error("cannot make the folder '" + (folder / part).string() +
                        "': " + problem.message());
        }
    }
    write_file((folder / "briefing.html").string(), to_html(briefing));
    write_file((folder / "briefing.md").string(), markdown_of(briefing, false, "pictures", "svg"));
    for (const auto& chapter : briefing.chapters) {
        write_pictures(chapter, ImageFormat::svg, "svg", folder / "pictures");
        write_pictures(chapter, ImageFormat::png, "png", folder / "pictures");
        std::vector<Table> tables;
        for (const auto& section : chapter.sections) {
            for (std::size_t t = 0; t < section.tables.size(); ++t) {
                const auto name = picture_name(chapter, section, t, "csv");
                write_file((folder / "tables" / name).string(), text_of([&](std::ostream& out) {
                               write(out, section.tables[t], TableFormat::csv_excel);
                           }));
                tables.push_back(section.tables[t]);
            }
        }
        BriefingSection all;
        all.id = compares(chapter) ? "comparison-tables" : "tables";
        write_file((folder / "tables" / picture_name(chapter, all, 0, "xlsx")).string(),
                   to_xlsx(tables));
    }
    for (const auto& file : files_of(options)) {
        write_file((folder / "data" / file.filename()).string(),
                   read_bytes(file.string(), options.input.limits));
    }
}

std::string written(const Briefing& briefing, const Options& options) {
    switch (format_of(options)) {
        case Document::html:
            return to_html(briefing);
        case Document::pdf:
            return to_pdf(briefing);
        case Document::docx:
            return to_office(briefing, options, false);
        case Document::pptx:
            return to_office(briefing, options, true);
        case Document::markdown:
            break;
    }
    return markdown_of(briefing, false, "", "");
}

void write_briefing(const Options& options) {
    if (options.file.empty() && options.folder.empty()) {
        throw UsageError("--output", "is needed, or --folder");
    }
    const auto format = format_of(options);
    if (!options.reference.empty() && format != Document::docx && format != Document::pptx) {
        throw UsageError("--reference-doc", "is for docx and pptx");
    }
    if (format != Document::html && format != Document::markdown) {
        refuse_terminal(options.file, format == Document::pdf ? "pdf" : "docx and pptx");
    }
    const auto programmes = load_all(options);
    auto content = content_of(options, programmes.back());
    const bool only_one = format != Document::html && options.folder.empty();
    if (only_one && content.languages.empty()) {
        content.languages.push_back(programmes.back().language().plain());
    }
    content.slides = format == Document::pptx && options.folder.empty();
    const auto all = briefing(programmes, content);
    if (!options.folder.empty()) write_folder(all, options);
    if (!options.file.empty()) write_output(options.file, written(all, options));
}

/// "zh-Hans,en", the first of which the page opens in.
void read_languages(std::vector<Language>& languages, const std::string& word) {
    std::istringstream parts(word);
    for (std::string part; std::getline(parts, part, ',');) {
        const auto language = parse_language(part);
        if (!language) refuse_language("--lang", part);
        if (std::find(languages.begin(), languages.end(), *language) == languages.end()) {
            languages.push_back(*language);
        }
    }
}

}  // namespace

void add_brief(Program& program) {
    auto options = std::make_shared<Options>();
    auto command =
        program.add("brief", "Put everything on one web page, to hand over and to explore");
    add_input_options(command, options->input,
                      "One programme, or batches in their order: several files, or a folder of "
                      "several notices");
    add_view_options(command, options->view);
    add_step_options(command, options->input);
    command.option({"-o,--output", "FILE",
                    "File to write, ending in .html, .pdf, .docx, .pptx or .md; - is standard "
                    "output"},
                   options->file);
    add_choice(command, "--format", options->format, "Format", documents,
               "by the ending, else html");
    command.option({"--folder", "FOLDER",
                    "Write the page, and its pictures, tables and data beside it, into a folder"},
                   options->folder);
    command.option(
        {"--lang", spoken("|", "|") + "[,…]",
         "Languages, the first of which it opens in (default: those of the data)"},
        [options](const std::string& word) { read_languages(options->languages, word); });
    command.option({"--reference-doc", "FILE", "Of docx and pptx: a document with the styles"},
                   options->reference);
    command.footer(
        "The page is one file that needs no network: search, filters, counting rules, what-if, "
        "tables and pictures to take away; it prints on A4. PDF needs Chromium, docx and pptx "
        "need pandoc; these and Markdown hold the first language.\n"
        "Example: remit brief data/2020-third-batch.yaml -o briefing.html");
    command.run([options] {
        if (!options->languages.empty()) options->input.language = options->languages.front();
        write_briefing(*options);
    });
}

}  // namespace remit::cli
