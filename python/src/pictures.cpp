#include "cli.hpp"
#include "module.hpp"

#include <remit/briefing/briefing.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>

#include <algorithm>

namespace remit::python {
namespace {

/// A picture as Python holds it.
struct Pages {
    Picture picture;
};

ImageFormat image_format(const std::string& word) {
    if (const auto format = parse_image_format(word)) return *format;
    if (word == "svg-paths") return ImageFormat::svg_paths;
    refuse_word("format", word, {"svg", "svg-paths", "pdf", "png", "dot"});
}

const PictureKind& kind_named(const std::string& word) {
    Words<const PictureKind*> words;
    for (const auto& kind : picture_kinds()) words.emplace_back(kind.name, &kind);
    return *chosen("kind", word, words);
}

/// What the picture is to be like.
struct Style {
    std::string page;
    Maybe lang;
    std::string title;
    std::string subtitle;
    py::object date;
};

PictureOptions options_of(const Style& style, const Programme& programme) {
    PictureOptions options;
    const auto page = parse_page_format(style.page);
    if (!page) refuse_word("page", style.page, {"16x9", "a4-portrait", "a4-landscape", "fit"});
    options.page = *page;
    options.languages = language_of(programme, style.lang ? std::nullopt : style.lang);
    if (style.lang) {
        const auto both = parse_languages(*style.lang);
        if (!both) static_cast<void>(parsed_language(*style.lang));  // refuses the word
        const auto in = [&](Language one) { return language_of(programme, Maybe(one.tag())); };
        options.languages = in(both->first);
        if (both->second) options.languages.second = in(*both->second);
    }
    options.title = style.title;
    options.subtitle = style.subtitle;
    if (!style.date.is_none()) options.date = parsed_day("date", style.date);
    return options;
}

const std::string& needed(const Maybe& name, const char* parameter) {
    if (name) return *name;
    throw py::value_error(std::string(parameter) + " is needed for this picture");
}

/// What else than a programme a kind of picture may be of.
struct Of {
    Maybe department;
    Maybe region;
    std::vector<const Programme*> others;
    std::string bodies;
    py::object as_of;
    Settings choose;
};

Pages drawn(const Programme& self, const PictureKind& kind, const Of& of, const Style& style) {
    const bool plan = kind.of == PictureOf::plan;
    std::vector<Dataset> programmes{plan ? self.before : self.dataset};
    if (kind.of == PictureOf::batches) {
        programmes = batches_of(self, of.others, of.bodies, of.as_of, of.choose);
    }
    if (kind.needs_scope) refuse_without_scope(programmes.front(), kind.name);
    PictureSubject subject{programmes};
    std::optional<Reorganized> after;
    if (kind.of == PictureOf::department) {
        subject.department =
            cli::body_named(self.dataset, needed(of.department, "department"), "department");
    } else if (kind.of == PictureOf::region) {
        subject.region = cli::region_named(self.dataset, needed(of.region, "region"), "region");
    } else if (plan) {
        refuse_without_plan(self.before, kind.name);
        after = carried_out(self.before);
        subject.after = &*after;
    }
    const auto options = options_of(style, of.others.empty() ? self : *of.others.back());
    return {freely([&] { return kind.draw(subject, options); })};
}

py::list rendered(const Pages& self, const std::string& word) {
    const auto format = image_format(word);
    py::list files;
    for (const auto& file : freely([&] { return render(self.picture, format); })) {
        files.append(py::bytes(file));
    }
    return files;
}

Pages page(const Pages& self, std::size_t number) {
    if (number >= self.picture.size()) throw py::index_error("the picture has no such page");
    return {{self.picture[number]}};
}

std::string page_of(const Programme& self, const std::vector<std::string>& languages,
                    const Of& of) {
    std::vector<Dataset> programmes{self.dataset};
    if (!of.others.empty()) {
        programmes = batches_of(self, of.others, of.bodies, of.as_of, of.choose);
    }
    BriefingOptions options;
    for (const auto& each : languages) {
        options.languages.push_back(language_of(self, Maybe(each)).plain());
    }
    return freely([&] { return to_html(briefing(programmes, options)); });
}

}  // namespace

void add_pictures(py::module_& module, ProgrammeClass& programme) {
    py::class_<Pages>(module, "Pages", "The pages of a picture, as `remit.Picture` holds them.")
        .def("__len__", [](const Pages& self) { return self.picture.size(); })
        .def("render", &rendered, py::arg("format"))
        .def("page", &page, py::arg("number"))
        .def_property_readonly("title", [](const Pages& self) { return self.picture[0].title; })
        .def_property_readonly("description",
                               [](const Pages& self) { return self.picture[0].description; })
        .def_property_readonly("left_out",
                               [](const Pages& self) { return left_out(self.picture); });

    module.def(
        "picture_kinds",
        [] {
            py::dict kinds;
            for (const auto& kind : picture_kinds()) kinds[py::str(kind.name)] = kind.about;
            return kinds;
        },
        "The kinds of picture, and what each shows.");

    programme.def(
        "diagram",
        [](const Programme& self, const std::string& kind, const std::string& format,
           const std::string& page_format, const Maybe& lang, const Maybe& department,
           const Maybe& region, const std::string& title, const std::string& subtitle,
           const py::object& date, const py::sequence& others, const std::string& bodies,
           const py::object& as_of, const Settings& choose) {
            static_cast<void>(image_format(format));
            auto pages = drawn(self, kind_named(kind),
                               {department, region, programmes_of(others), bodies, as_of, choose},
                               {page_format, lang, title, subtitle, date});
            return py::module_::import("remit").attr("Picture")(std::move(pages), format);
        },
        py::arg("kind"), py::kw_only(), py::arg("format") = "svg", py::arg("page") = "16x9",
        py::arg("lang") = py::none(), py::arg("department") = py::none(),
        py::arg("region") = py::none(), py::arg("title") = "", py::arg("subtitle") = "",
        py::arg("date") = py::none(), py::arg("others") = py::tuple(), py::arg("bodies") = "last",
        py::arg("as_of") = py::none(), py::arg("choose") = py::dict(),
        "A picture of a kind of `remit.picture_kinds()`; 'comparison' is of `others` as well.");

    programme.def(
        "brief",
        [](const Programme& self, const std::vector<std::string>& languages,
           const py::sequence& others, const std::string& bodies, const py::object& as_of,
           const Settings& choose) {
            return page_of(self, languages, {{}, {}, programmes_of(others), bodies, as_of, choose});
        },
        py::kw_only(), py::arg("languages") = py::tuple(), py::arg("others") = py::tuple(),
        py::arg("bodies") = "last", py::arg("as_of") = py::none(), py::arg("choose") = py::dict(),
        "Everything on one page of HTML, in the languages of the data or in these; with `others` "
        "a page of several batches that are compared.");
}

}  // namespace remit::python
