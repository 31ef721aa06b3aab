#include "cli.hpp"

#include <remit/model/error.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/assignment_tables.hpp>

#include <algorithm>
#include <memory>

namespace remit::cli {
namespace {

struct Options {
    InputOptions input;
    ViewOptions view;
    OutputOptions output;
    ShowLeads show = lead_table;
    bool reassign_leads = false;
    std::vector<Setting> keep;
    std::vector<Setting> caps;
    std::vector<Setting> weights;
    std::vector<Setting> sizes;
    std::size_t effort = AssignmentOptions{}.nodes;
};

void refuse_strangers(const Dataset& dataset, const KeptLead& kept, const Setting& setting) {
    ListWriter known(Language::en);
    for (const auto& each : dataset.responsibilities(kept.measure)) {
        if (each.department == kept.department) return;
        known.add(dataset[each.department].id);
    }
    throw UsageError("--keep", "measure '" + setting.name + "' does not name '" + setting.value +
                                   "'; it names " + known.text());
}

std::vector<KeptLead> kept_leads(const Dataset& dataset, const std::vector<Setting>& settings) {
    std::vector<KeptLead> result;
    for (const auto& setting : settings) {
        const KeptLead kept{measure_named(dataset, setting.name, "--keep"),
                            department_named(dataset, setting.value, "--keep")};
        refuse_strangers(dataset, kept, setting);
        for (const auto& other : result) {
            if (other.measure != kept.measure) continue;
            throw UsageError("--keep", "measure '" + setting.name + "' has a lead already");
        }
        result.push_back(kept);
    }
    return result;
}

std::vector<LeadCap> lead_caps(const Dataset& dataset, const std::vector<Setting>& settings) {
    std::vector<LeadCap> result;
    for (const auto& [name, value] : settings) {
        LeadCap cap{department_named(dataset, name, "--cap")};
        const auto* end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, cap.most);
        if (read.ec != std::errc() || read.ptr != end) {
            throw UsageError("--cap", "'" + value + "' is not a whole number");
        }
        for (const auto& other : result) {
            if (other.department != cap.department) continue;
            throw UsageError("--cap", "'" + name + "' has a cap already");
        }
        result.push_back(cap);
    }
    return result;
}

/// The caps are wrong for this programme: as wrong a use as an unknown department.
void refuse_shortage(const Dataset& dataset, const LeadShortage& shortage,
                     const AssignmentOptions& options) {
    constexpr std::size_t named = 10;
    ListWriter departments(Language::en);
    for (const auto d : shortage.departments) departments.add(dataset[d].id);
    ListWriter measures(Language::en);
    const auto count = shortage.measures.size();
    for (std::size_t i = 0; i < std::min(count, named); ++i) {
        measures.add(measure_label(dataset, shortage.measures[i]));
    }
    const bool stay = dataset.declares_leads() && !options.reassign_leads;
    const auto more = count > named ? " and " + std::to_string(count - named) + " more" : "";
    throw UsageError(
        "--cap", departments.text() + " may lead " + counted(shortage.most, "measure") +
                     (shortage.departments.size() > 1 ? " between them" : "") + ", but " +
                     std::to_string(count) + " can be led by nobody else: " + measures.text() +
                     more + (stay ? "; declared leads stay unless --reassign-leads is given" : ""));
}

Assignment leads_of(const Dataset& dataset, const AssignmentOptions& options) {
    try {
        return fair_leads(responsibility_graph(dataset), options);
    } catch (const Error& error) {  // of what was asked for, not of the world
        throw UsageError("--sizes", error.what());
    }
}

Table result(const Options& options, const Dataset& dataset) {
    AssignmentOptions wanted;
    wanted.reassign_leads = options.reassign_leads;
    wanted.keep = kept_leads(dataset, options.keep);
    wanted.caps = lead_caps(dataset, options.caps);
    wanted.weights = department_weights(dataset, options.weights, "--weights");
    wanted.sizes = measure_weights(dataset, options.sizes, "--sizes");
    wanted.nodes = options.effort;
    const auto leads = leads_of(dataset, wanted);
    if (leads.shortage) refuse_shortage(dataset, *leads.shortage, wanted);
    const auto language = language_of(options.input.language, dataset);
    return options.show(leads, wanted, dataset, language);
}

}  // namespace

void add_assign(Program& program) {
    auto options = std::make_shared<Options>();
    auto command = program.add(
        "assign", "Propose one lead for each measure, so that all lead as evenly as can be");
    add_input_options(command, options->input);
    add_view_options(command, options->view);
    add_output_options(command, options->output, options->input.language);
    add_choice(command, "--show", options->show, "What is listed", lead_tables, "measures");
    command.flag("--reassign-leads", options->reassign_leads,
                 "Let declared leads move to others (default: they stay)");
    add_settings(command, "--keep", options->keep, "A measure is led by this department of it",
                 "MEASURE=DEPARTMENT");
    add_settings(command, "--cap", options->caps, "A department leads at most so many measures",
                 "DEPARTMENT=N");
    add_settings(command, "--weights", options->weights,
                 "How much a department can carry (default: 1)", "DEPARTMENT=W");
    add_settings(command, "--sizes", options->sizes, "How much a measure is (default: 1)",
                 "MEASURE=S");
    add_number(command, "--effort", options->effort,
               "Choices to try where sizes differ (default: 1000000)");
    command.footer(metrics_footer("assign", "remit assign data/2020-third-batch.yaml --lang en"));
    command.run([options] {
        const auto dataset = load_programme(options->input, options->view);
        write_output(options->output, result(*options, dataset));
    });
}

}  // namespace remit::cli
