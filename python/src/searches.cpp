#include "cli.hpp"
#include "tables.hpp"

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/cover_tables.hpp>

#include <algorithm>
#include <array>

namespace remit::python {
namespace {

using Names = std::vector<std::string>;

std::vector<cli::Setting> settings_of(const Settings& settings) {
    std::vector<cli::Setting> result;
    for (const auto& [name, value] : settings) result.push_back({name, py::str(value)});
    return result;
}

Table covers_table(const Programme& self, const std::string& show, const Maybe& by,
                   const Names& must, const Names& without, const Settings& weights,
                   const py::object& k, std::size_t max_groups, std::size_t effort,
                   const Maybe& lang) {
    const auto& dataset = self.dataset;
    const auto language = language_of(self, lang);
    const bool members = chosen<bool>("show", show, {{"groups", false}, {"members", true}});
    refuse_if(members && by, "show goes without by");
    require_positive("max_groups", max_groups);
    require_positive("effort", effort);
    CoverQuestion question{
        {cli::departments_named(dataset, must, "must"),
         cli::departments_named(dataset, without, "without"),
         cli::department_weights(dataset, settings_of(weights), "weights"), max_groups, effort},
        {}};
    const auto& options = question.options;
    Weight least{0};
    for (const auto each : options.must) {
        refuse_if(std::count(options.must.begin(), options.must.end(), each) > 1,
                  "must names one department twice");
        refuse_if(std::count(options.excluded.begin(), options.excluded.end(), each) > 0,
                  "must and without name the same department");
        least.thousandths +=
            (options.weights.empty() ? Weight{} : options.weights[each.value]).thousandths;
    }
    if (!k.is_none()) {
        question.budget = parse_weight(std::string(py::str(k)));
        refuse_if(!question.budget, "k must be a number above 0 with at most three decimal places");
        refuse_if(weights.empty() && question.budget->thousandths % 1000 != 0,
                  "k counts departments where there are no weights: a whole number");
        refuse_if(least > *question.budget, "k is less than what must counts for");
    }
    if (by && *by != "category" && *by != "region") check_level(dataset.registry(), *by);
    return freely([&] {
        if (by == "category") return category_cover_table(question, dataset, language);
        if (by) return region_cover_table(question, dataset, language, *by == "region" ? "" : *by);
        return members ? cover_member_table(question, dataset, language)
                       : cover_table(question, dataset, language);
    });
}

std::vector<KeptLead> kept_leads(const Dataset& dataset, const Settings& settings) {
    std::vector<KeptLead> result;
    for (const auto& [measure, department] : settings) {
        const std::string name = py::str(department);
        const KeptLead kept{cli::measure_named(dataset, measure, "keep"),
                            cli::department_named(dataset, name, "keep")};
        const auto named = dataset.responsibilities(kept.measure);
        refuse_if(std::none_of(named.begin(), named.end(),
                               [&](const auto& r) { return r.department == kept.department; }),
                  "keep: measure " + in_quotes(measure) + " does not name " + in_quotes(name));
        refuse_if(std::any_of(result.begin(), result.end(),
                              [&](const auto& other) { return other.measure == kept.measure; }),
                  "keep: measure " + in_quotes(measure) + " has a lead already");
        result.push_back(kept);
    }
    return result;
}

std::vector<LeadCap> lead_caps(const Dataset& dataset,
                               const std::map<std::string, std::uint32_t>& caps) {
    std::vector<LeadCap> result;
    for (const auto& [name, most] : caps) {
        const auto department = cli::department_named(dataset, name, "cap");
        refuse_if(std::any_of(result.begin(), result.end(),
                              [&](const auto& other) { return other.department == department; }),
                  "cap: " + in_quotes(name) + " has a cap already");
        result.push_back({department, most});
    }
    return result;
}

void refuse_shortage(const Dataset& dataset, const LeadShortage& shortage) {
    ListWriter departments(Language::en);
    for (const auto d : shortage.departments) departments.add(dataset[d].id);
    throw py::value_error(
        "cap: " + departments.text() + " may lead " + std::to_string(shortage.most) + " of the " +
        std::to_string(shortage.measures.size()) + " measures that nobody else can lead");
}

Table leads_table(const Programme& self, const std::string& show, bool reassign_leads,
                  const Settings& keep, const std::map<std::string, std::uint32_t>& cap,
                  const Settings& weights, const Settings& sizes, std::size_t effort,
                  const Maybe& lang) {
    const auto& dataset = self.dataset;
    const auto shown = chosen("show", show, cli::lead_tables);
    const auto language = language_of(self, lang);
    require_positive("effort", effort);
    AssignmentOptions options;
    options.reassign_leads = reassign_leads;
    options.keep = kept_leads(dataset, keep);
    options.caps = lead_caps(dataset, cap);
    options.weights = cli::department_weights(dataset, settings_of(weights), "weights");
    options.sizes = cli::measure_weights(dataset, settings_of(sizes), "sizes");
    options.nodes = effort;
    const auto leads = freely([&] { return fair_leads(responsibility_graph(dataset), options); });
    if (leads.shortage) refuse_shortage(dataset, *leads.shortage);
    return shown(leads, options, dataset, language);
}

Table comparison_table(const Programme& self, const std::vector<const Programme*>& others,
                       const std::string& show, const std::string& bodies, const py::object& day,
                       const Settings& choose, const Maybe& lang) {
    const auto shown = chosen("show", show, cli::comparisons);
    const auto batches = batches_of(self, others, bodies, day, choose);
    const auto language = language_of(others.empty() ? self : *others.back(), lang);
    return freely([&] {
        const auto comparison = compare(batches);
        return shown({batches, comparison, Compared::batches, language});
    });
}

Table reorganization_table(const Programme& self, const std::string& show, const Maybe& lang) {
    const auto shown = chosen("show", show, cli::reorganizations);
    refuse_without_plan(self.before, "reorganize");
    const auto language = language_of(self, lang);
    return freely([&] {
        const auto after = carried_out(self.before);
        LaterIds later;
        for (const auto& [first, then] : after.renamed) {
            later[self.before.registry()[first].id] = self.before.registry()[then].id;
        }
        const std::array both{self.before, *after.dataset};
        const auto comparison = compare(both, later);
        return shown({both, comparison, Compared::before_and_after, language});
    });
}

}  // namespace

void check_level(const Registry& registry, const std::string& level) {
    constexpr std::array<std::string_view, 3> usual{"pilot", "province", "city"};
    if (std::find(usual.begin(), usual.end(), level) != usual.end()) return;
    if (!places_at(registry, level).empty()) return;
    const auto known = levels(registry);
    refuse_word("by", level, {known.begin(), known.end()});
}

void add_searches(ProgrammeClass& programme) {
    const auto lang = py::arg("lang") = py::none();
    const auto none = [](const char* name) { return py::arg(name) = py::none(); };
    const auto empty = [](const char* name) { return py::arg(name) = py::dict(); };
    programme
        .def("cover", as_method(covers_table), py::kw_only(), py::arg("show") = "groups",
             none("by"), py::arg("must") = py::tuple(), py::arg("without") = py::tuple(),
             empty("weights"), none("k"), py::arg("max_groups") = CoverOptions{}.groups,
             py::arg("effort") = cover_effort, lang,
             "The fewest departments that have a hand in every measure.")
        .def("assign", as_method(leads_table), py::kw_only(), py::arg("show") = "measures",
             py::arg("reassign_leads") = false, empty("keep"), empty("cap"), empty("weights"),
             empty("sizes"), py::arg("effort") = AssignmentOptions{}.nodes, lang,
             "One lead a measure, as evenly as can be, with fewest changes.")
        .def("reorganize", as_method(reorganization_table), py::kw_only(),
             py::arg("show") = "summary", lang,
             "What the plans of the programme change: before beside after.")
        .def(
            "compare",
            [](const Programme& self, const py::args& others, const std::string& show,
               const std::string& bodies, const py::object& day, const Settings& choose,
               const Maybe& asked) {
                return to_python(comparison_table(self, programmes_of(others), show, bodies, day,
                                                  choose, asked));
            },
            py::kw_only(), py::arg("show") = "summary", py::arg("bodies") = "last", none("as_of"),
            empty("choose"), lang,
            "This batch beside others, or the notices of one programme beside each other.");
}

}  // namespace remit::python
