#include "cli.hpp"
#include "module.hpp"
#include "where.hpp"

#include <remit/graph/responsibility_graph.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/network.hpp>

#include <algorithm>
#include <array>
#include <sstream>

namespace remit::python {
namespace {

/// `remit.Error` with all problems.
[[noreturn]] void refuse(const Diagnostics& diagnostics) {
    std::ostringstream out;
    write(out, diagnostics);
    auto message = out.str();
    while (!message.empty() && message.back() == '\n') message.pop_back();
    const auto type = py::module_::import("remit").attr("Error");
    const auto error = type(text(message));
    error.attr("problems") = to_python(diagnostics);
    PyErr_SetObject(type.ptr(), error.ptr());
    throw py::error_already_set();
}

Dataset after_plans(const Dataset& dataset) {
    return dataset.plans().empty() ? dataset : *carried_out(dataset).dataset;
}

/// Every view is of both.
Programme shown(const Programme& programme, Dataset before, Dataset after) {
    return {std::move(before), std::move(after), programme.language, programme.problems};
}

Programme load_files(const std::vector<std::string>& paths, const Maybe& lang,
                     const std::vector<std::string>& merge, const std::vector<std::string>& rename,
                     const std::vector<std::string>& split, const std::vector<std::string>& move,
                     std::size_t max_records, std::uintmax_t max_bytes) {
    std::vector<StepText> steps;
    const auto add = [&](StepKind kind, const char* name, const std::vector<std::string>& texts) {
        for (const auto& each : texts) steps.push_back({kind, name, each});
    };
    add(StepKind::merge, "merge", merge);
    add(StepKind::rename, "rename", rename);
    add(StepKind::split, "split", split);
    add(StepKind::move, "move", move);
    Limits limits;
    limits.records = max_records;
    limits.file_bytes = max_bytes;
    const auto messages =
        lang ? message_language(parsed_language(*lang)) : Language::en;  // as the command
    return programme_of(freely([&] { return load(paths, limits, steps, messages); }), lang);
}

std::vector<Choice> choices_of(const Registry& registry, const Settings& choose) {
    std::vector<Choice> choices;
    for (const auto& [old, chosen] : choose) {
        const std::string name = py::str(chosen);
        choices.push_back({cli::body_named(registry, old, "choose", {}),
                           cli::body_named(registry, name, "choose", {})});
    }
    return choices;
}

[[noreturn]] void refuse_forks(const Registry& registry, const Date& day,
                               const std::vector<Fork>& forks) {
    std::string message;
    for (const auto& fork : forks) {
        ListWriter names(Language::en);
        for (const auto choice : fork.choices) names.add(registry[choice].id);
        const auto& body = registry[fork.body].id;
        message += (message.empty() ? "" : "\n") + ("between the notice and " + to_string(day)) +
                   " the place of " + in_quotes(body) +
                   " is held by several bodies: " + names.text() + "; say which with choose={" +
                   in_quotes(body) + ": " + in_quotes(registry[fork.choices.front()].id) + "}";
    }
    throw Error(message);
}

/// The programmes in the bodies of a day. \throws ValueError for a choice that changes none of them
void show_as_of(std::span<Dataset> all, const Date& day, const Settings& choose) {
    std::vector<bool> used(choose.size());
    for (auto& dataset : all) {
        auto result = as_of(dataset, day, choices_of(dataset.registry(), choose));
        if (!result.dataset) refuse_forks(dataset.registry(), day, result.forks);
        dataset = *std::move(result.dataset);
        for (std::size_t i = 0; i < used.size(); ++i) used[i] = used[i] || result.used[i];
    }
    std::size_t i = 0;
    for (const auto& [old, chosen] : choose) {
        if (used[i++]) continue;
        throw py::value_error("choose: " + in_quotes(old) + " changes nothing: on the way to " +
                              to_string(day) + " no department comes to that fork");
    }
}

Programme of_day(const Programme& programme, const py::object& day, const Settings& choose) {
    std::array one{programme.before};
    show_as_of(one, parsed_day("day", day), choose);
    return shown(programme, one.front(), after_plans(one.front()));
}

Programme of_extent(const Programme& programme, const std::string& reading) {
    const auto extent = chosen<Extent>("reading", reading,
                                       {{"province", Extent::province}, {"core", Extent::core}});
    const auto before = with_extent(programme.before, extent);
    return shown(programme, before, after_plans(before));
}

Programme where_all_hold(const Programme& programme, const py::args& conditions) {
    std::vector<std::string> texts;
    for (const auto& each : conditions) texts.push_back(string_of("a condition", each));
    std::array both{programme.before, programme.dataset};
    freely([&] { cli::apply_where(both, texts); });
    return shown(programme, both.front(), both.back());
}

py::object as_networkx(const std::string& json) {
    return py::module_::import("remit").attr("_graph")(json);
}

/// The graph in JSON's node-link form.
std::string node_link(const Programme& programme, bool projection, bool regions,
                      const Maybe& lang) {
    const auto language = language_of(programme, lang);
    return freely([&] {
        return to_node_link_json(
            projection ? projection_network(programme.dataset, language)
                       : bipartite_network(programme.dataset, language,
                                           regions ? Regions::with : Regions::without));
    });
}

std::string title_of(const Dataset& dataset) {
    std::size_t links = 0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        links += dataset.responsibilities(m).size();
    }
    return "<remit.Programme: " + std::to_string(dataset.measures().size()) + " measures, " +
           std::to_string(dataset.departments().size()) + " departments, " + std::to_string(links) +
           " links>";
}

}  // namespace

Reorganized carried_out(const Dataset& dataset) {
    auto result = reorganize(dataset, dataset.plans(), Language::en);
    if (result.dataset) return result;
    std::string message;
    for (const auto& problem : result.problems) {
        message += (message.empty() ? "the plan cannot be carried out in the bodies of that day: "
                                    : "; ") +
                   problem.message;
    }
    throw Error(message);
}

Programme programme_of(LoadResult loaded, const Maybe& lang) {
    if (!loaded.dataset) refuse(loaded.diagnostics);
    std::optional<Language> language;
    if (lang) language = parsed_language(*lang);
    if (loaded.dataset->notices().empty()) {
        throw Error("there is no notice in the files; name a file that has one");
    }
    Programme result{*loaded.dataset,
                     after_plans(*loaded.dataset),
                     {},
                     std::make_shared<Diagnostics>(std::move(loaded.diagnostics))};
    if (language) static_cast<void>(language_of(result, lang));
    result.language = language;
    return result;
}

std::vector<Dataset> batches_of(const Programme& first, const std::vector<const Programme*>& others,
                                const std::string& bodies, const py::object& day,
                                const Settings& choose) {
    std::vector<Dataset> batches;
    if (others.empty()) {
        const auto& all = first.dataset;
        for (NoticeIndex n; n.value < all.notices().size(); ++n.value) {
            batches.push_back(only(all, n));
        }
        std::stable_sort(batches.begin(), batches.end(), [](const auto& a, const auto& b) {
            return a.notices().front().issued < b.notices().front().issued;
        });
    } else {
        batches.push_back(first.dataset);
        for (const auto* other : others) batches.push_back(other->dataset);
    }
    if (batches.size() < 2) {
        throw py::value_error("one notice has nothing to be compared with; give another programme");
    }
    const auto& whose = chosen<bool>("bodies", bodies, {{"first", true}, {"last", false}})
                            ? batches.front()
                            : batches.back();
    const auto shown_day =
        day.is_none() ? last_issued(whose) : std::optional(parsed_day("as_of", day));
    if (shown_day) show_as_of(batches, *shown_day, choose);
    return batches;
}

void refuse_without_scope(const Dataset& dataset, std::string_view what) {
    if (dataset.has_scope()) return;
    throw py::value_error(std::string(what) +
                          ": no measure of the programme has a 'scope': nothing says where it "
                          "applies");
}

void refuse_without_plan(const Dataset& dataset, std::string_view what) {
    const auto plans = dataset.plans();
    if (std::any_of(plans.begin(), plans.end(), [](const auto& p) { return !p.steps.empty(); })) {
        return;
    }
    throw py::value_error(std::string(what) +
                          ": there is no plan; load a file that has one, or say what changes with "
                          "merge, rename, split or move of remit.load");
}

void add_programme(py::module_& module, ProgrammeClass& programme) {
    module.def("load", &load_files, py::arg("paths"), py::kw_only(), py::arg("lang"),
               py::arg("merge"), py::arg("rename"), py::arg("split"), py::arg("move"),
               py::arg("max_records"), py::arg("max_bytes"));
    programme
        .def("as_of", &of_day, py::arg("day"), py::kw_only(), py::arg("choose") = Settings{},
             "The programme in the bodies of a day; `choose` says which body takes the place of "
             "one that was split.")
        .def("extent", &of_extent, py::arg("reading"),
             "The programme with regions that have a named core read as 'province' or 'core'.")
        .def("where", &where_all_hold,
             "Only the measures that meet all conditions, such as 'status=done', 'due<2026-Q3'.")
        .def(
            "graph",
            [](const Programme& self, bool regions, const Maybe& lang) {
                return as_networkx(node_link(self, false, regions, lang));
            },
            py::kw_only(), py::arg("regions") = true, py::arg("lang") = py::none(),
            "Measures, departments and regions as a networkx.Graph.")
        .def(
            "projection",
            [](const Programme& self, const Maybe& lang) {
                return as_networkx(node_link(self, true, false, lang));
            },
            py::kw_only(), py::arg("lang") = py::none(),
            "The departments that share measures as a networkx.Graph.")
        .def("__repr__", [](const Programme& self) { return title_of(self.dataset); })
        .def_property_readonly(
            "problems", [](const Programme& self) { return to_python(*self.problems); },
            "Warnings of the files: dicts, as `remit check --format json` has them.");
}

}  // namespace remit::python
