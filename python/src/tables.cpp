#include "tables.hpp"
#include "cli.hpp"

#include <remit/report/analysis_tables.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <utility>

namespace remit::python {
namespace {

Table contents(const Programme& self, const Maybe& lang) {
    const auto language = language_of(self, lang);
    return freely([&] {
        return contents_table(self.dataset, components(responsibility_graph(self.dataset)),
                              language);
    });
}

Table sheet(const Programme& self, const Maybe& lang) {
    return measure_table(self.dataset, language_of(self, lang));
}

FieldIndex grouping_field(const Dataset& dataset, const std::string& name) {
    const auto field = cli::field_named(dataset, name, "by");
    const auto type = dataset[field].type;
    refuse_if(type == FieldType::number, "by: a number is added up with sum");
    refuse_if(type == FieldType::text,
              "by: a text may be another in every measure; by takes 'category', 'role', a choice "
              "or a date");
    return field;
}

Table summed(const Dataset& dataset, const std::string& name, Credit scheme, Language language,
             DepartmentOrder order) {
    const auto field = cli::field_named(dataset, name, "sum");
    refuse_if(dataset[field].type != FieldType::number, "sum: the field is no number");
    return sum_table(dataset, field, scheme, language, order);
}

Table workload_table(const Programme& self, const Maybe& count, const Maybe& by, const Maybe& sum,
                     bool bounds, const std::string& sort, const Maybe& lang) {
    const auto& dataset = self.dataset;
    const auto language = language_of(self, lang);
    const auto order = chosen("sort", sort, cli::orders);
    const auto counting = count ? chosen("count", *count, cli::countings) : Credit::full;
    refuse_if(by && sum, "sum goes without by");
    refuse_if(bounds && (count || by || sum), "bounds goes without count, by and sum");
    refuse_if((by || sum) && !counting, "by and sum take one counting scheme, not 'all'");
    refuse_if(counting == Credit::lead && !dataset.declares_leads(),
              "count: no measure declares a lead; 'first-named' counts the order of print, which "
              "says nothing about who leads");
    if (sum) return summed(dataset, *sum, *counting, language, order);
    if (by == "category") {
        return category_table(load_by_category(dataset, *counting), *counting, dataset, language,
                              order);
    }
    if (by == "role") return load_by_role_table(dataset, *counting, language, order);
    if (by) {
        const auto field = grouping_field(dataset, *by);
        return load_by_field_table(dataset, field, *counting, language, order);
    }
    const auto loads = freely([&] {
        return workload(responsibility_graph(dataset), dataset.withheld(), link_weights(dataset));
    });
    if (bounds) return bounds_table(loads, dataset, language, order);
    if (!count) return to_table(loads, dataset, language, order);
    if (!counting) return counting_table(loads, dataset, language, order);
    return counting_table(loads, *counting, dataset, language, order);
}

Table pairs_table(const Programme& self, const Maybe& weight, std::size_t min_shared,
                  const Maybe& of, const Maybe& by, const Maybe& lang) {
    const auto& dataset = self.dataset;
    const auto language = language_of(self, lang);
    PairView view{"newman", min_shared};
    if (weight) view.weight = chosen("weight", *weight, cli::pair_weights);
    require_positive("min_shared", min_shared);
    if (of) view.of = cli::department_named(dataset, *of, "of");
    if (by) chosen<bool>("by", *by, {{"category", true}});
    refuse_if(by && weight, "by counts shared measures; leave out weight");
    return freely([&] {
        const auto graph = responsibility_graph(dataset);
        const auto pairs = coresponsibility(graph);
        if (!weight && !of && !by && min_shared == 1) return to_table(pairs, dataset, language);
        if (by) return pair_category_table(pairs, view, dataset, language);
        return pair_table(pairs, similarity(graph, pairs), view, dataset, language);
    });
}

Table backbone_table(const Programme& self, const std::string& show, const Maybe& model,
                     const Maybe& correction, std::optional<double> alpha,
                     std::optional<std::size_t> draws, std::uint64_t seed, const Maybe& lang) {
    const auto kind = chosen("show", show, cli::backbone_kinds);
    const bool of_whole = kind == cli::ShowBackbone::structure;
    BackboneOptions options;
    SignificanceOptions whole;
    if (model) options.model = whole.model = chosen("model", *model, cli::null_models);
    if (correction) options.correction = chosen("correction", *correction, cli::corrections);
    if (draws) options.draws = *draws;
    whole.draws = draws;
    options.seed = whole.seed = seed;
    options.tail = kind == cli::ShowBackbone::fewer ? Tail::fewer : Tail::more;
    if (draws) require_positive("draws", *draws);
    require_positive("seed", seed);
    refuse_if(alpha && !(*alpha >= 0.0 && *alpha <= 1.0), "alpha must be a number from 0 to 1");
    refuse_if(of_whole && (alpha || correction), "alpha and correction are of pairs");
    const auto language = language_of(self, lang);
    return freely([&] {
        if (of_whole) {
            return significance_table(significance(self.dataset, whole), whole, self.dataset,
                                      language);
        }
        return evidence_table(backbone(responsibility_graph(self.dataset), options),
                              alpha.value_or(0.05), self.dataset, language);
    });
}

Table structures_table(const Programme& self, const std::string& show, const std::string& side,
                       const Maybe& without, const Maybe& lang) {
    const auto compute = chosen("show", show, cli::structures);
    const auto of_side = chosen("side", side, cli::structure_sides);
    const bool whole = show != cli::structures.front().first;
    const bool other_side = side != cli::structure_sides.front().first;
    refuse_if((whole ? 1 : 0) + (other_side ? 1 : 0) + (without ? 1 : 0) > 1,
              "show goes without side and without");
    const auto language = language_of(self, lang);
    if (without) {
        const auto department = cli::department_named(self.dataset, *without, "without");
        return freely([&] { return without_table(self.dataset, department, language); });
    }
    return freely([&] { return (other_side ? of_side : compute)(self.dataset, language); });
}

Table groups_table(const Programme& self, const std::string& show, std::size_t min_departments,
                   std::size_t min_measures, const Maybe& lang) {
    const auto compute = chosen("show", show, cli::group_kinds);
    require_positive("min_departments", min_departments);
    require_positive("min_measures", min_measures);
    BicliqueOptions options;
    options.departments = min_departments;
    options.measures = min_measures;
    const auto language = language_of(self, lang);
    return freely([&] { return compute(self.dataset, options, language); });
}

enum class Reach : std::uint8_t { regions, gaps, measures };

Table coverage_table(const Programme& self, const Maybe& by, const std::string& show,
                     const Maybe& lang) {
    const auto& dataset = self.dataset;
    const auto shown = chosen<Reach>(
        "show", show,
        {{"regions", Reach::regions}, {"gaps", Reach::gaps}, {"measures", Reach::measures}});
    refuse_without_scope(dataset, "coverage");
    if (by) check_level(dataset.registry(), *by);
    const auto language = language_of(self, lang);
    return freely([&] {
        const auto places = coverage(dataset);
        const auto level = by ? *by : outermost_level(dataset.registry());
        if (shown == Reach::gaps) {
            return to_table(coverage_gaps(dataset, places, level), dataset, language, level);
        }
        if (shown == Reach::measures) {
            return to_table(measure_reach(dataset, places, level), dataset, language, level);
        }
        return to_table(places, dataset, language, by.value_or(""));
    });
}

std::string explained(const std::string& id, const std::string& lang) {
    auto text = explain(id, parsed_language(lang));
    if (text.empty()) refuse_word("metric", id, explained_ids());
    return text;
}

}  // namespace

void add_metrics(py::module_& module) {
    module.def(
        "explain", &explained, py::arg("metric"), py::kw_only(), py::arg("lang") = "en",
        "What a metric is: name, definition, formula and source; or another column of a table.");
}

void add_tables(ProgrammeClass& programme) {
    const auto lang = py::arg("lang") = py::none();
    const auto none = [](const char* name) { return py::arg(name) = py::none(); };
    programme
        .def("contents", as_method(contents), py::kw_only(), lang,
             "What is in the programme: a row a category.")
        .def("sheet", as_method(sheet), py::kw_only(), lang,
             "The sheet that offices pass round: a row a measure.")
        .def("workload", as_method(workload_table), py::kw_only(), none("count"), none("by"),
             none("sum"), py::arg("bounds") = false, py::arg("sort") = "measures", lang,
             "Who carries how much: a row a department.")
        .def("pairs", as_method(pairs_table), py::kw_only(), none("weight"),
             py::arg("min_shared") = 1, none("of"), none("by"), lang,
             "Who shares measures with whom: a row a pair.")
        .def("backbone", as_method(backbone_table), py::kw_only(), py::arg("show") = "more",
             none("model"), none("correction"), none("alpha"), none("draws"), py::arg("seed") = 1,
             lang,
             "Which pairs share more measures than chance gives, or fewer, and which figures of "
             "the whole are beyond it.")
        .def(
            "structure", as_method(structures_table), py::kw_only(), py::arg("show") = "positions",
            py::arg("side") = "departments", none("without"), lang,
            "Who is central, who connects others, who is alone: a row a department; the whole, the "
            "measures' side, or what an absence leaves.")
        .def("groups", as_method(groups_table), py::kw_only(), py::arg("show") = "bicliques",
             py::arg("min_departments") = 2, py::arg("min_measures") = 2, lang,
             "Who shares groups of measures.")
        .def("coverage", as_method(coverage_table), py::kw_only(), none("by"),
             py::arg("show") = "regions", lang, "Which region gets how many measures.");
}

}  // namespace remit::python
