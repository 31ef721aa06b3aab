// YAML bytes → draft → dataset → every analysis → every text output.
#include "../../src/diagram/output/dot.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/analysis/components.hpp>
#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/where.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/input/load.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/error.hpp>
#include <remit/model/history.hpp>
#include <remit/model/reorganization.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/assignment_tables.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/cover_tables.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

void write_everywhere(const remit::Table& table) {
    for (const auto format :
         {remit::TableFormat::text, remit::TableFormat::csv, remit::TableFormat::json,
          remit::TableFormat::markdown, remit::TableFormat::html}) {
        std::ostringstream out;
        write(out, table, format);
    }
}

void show_metrics(const remit::Dataset& dataset, const remit::ResponsibilityGraph& graph,
                  remit::Language language) {
    const auto weights = link_weights(dataset);
    const auto loads = workload(graph, dataset.withheld(), weights);
    write_everywhere(counting_table(loads, dataset, language));
    write_everywhere(counting_table(loads, remit::Credit::weighted, dataset, language));
    write_everywhere(counting_table(loads, remit::Credit::harmonic, dataset, language));
    write_everywhere(
        category_table(remit::load_by_category(dataset), remit::Credit::full, dataset, language));
    const auto pairs = coresponsibility(graph);
    write_everywhere(pair_table(pairs, similarity(graph, pairs), {}, dataset, language));
    write_everywhere(pair_category_table(pairs, {}, dataset, language));
    write_everywhere(evidence_table(backbone(graph, {.model = remit::NullModel::sdsm}), 0.05,
                                    dataset, language));
    write_everywhere(structure_table(structure(graph), dataset, language));
    write_everywhere(biclique_table(bicliques(graph), {}, dataset, language));
    write_everywhere(concept_table(concept_lattice(graph), dataset, language));
    write_everywhere(implication_table(implications(graph), dataset, language));
    write_everywhere(module_table(communities(graph, {}, weights), dataset, language));
    for (const auto& metric : remit::metrics()) {
        const auto of_whom = telling_case(metric, dataset);
        if (of_whom) (void)worked_value(metric, dataset, *of_whom);
    }
}

/// Who would coordinate, and who would lead.
void show_choices(const remit::Dataset& dataset, const remit::ResponsibilityGraph& graph,
                  remit::Language language) {
    const remit::CoverQuestion all{{.groups = 5, .effort = 50}};
    const remit::CoverQuestion some{{.groups = 5, .effort = 50}, remit::Weight{2000}};
    for (const auto& question : {all, some}) {
        write_everywhere(cover_table(question, dataset, language));
        write_everywhere(cover_member_table(question, dataset, language));
        write_everywhere(category_cover_table(question, dataset, language));
        write_everywhere(region_cover_table(question, dataset, language));
    }
    remit::AssignmentOptions options{.optima_counted = 20, .nearest_listed = 5, .nodes = 50};
    const auto leads = fair_leads(graph, options);
    write_everywhere(lead_table(leads, options, dataset, language));
    write_everywhere(lead_load_table(leads, options, dataset, language));
    write_everywhere(lead_optimum_table(leads, options, dataset, language));
    options.sizes.resize(dataset.measures().size());
    for (std::size_t m = 0; m < options.sizes.size(); m += 2) options.sizes[m].thousandths = 1500;
    write_everywhere(lead_table(fair_leads(graph, options), options, dataset, language));
}

/// Every kind but the network, whose layout Graphviz makes in another process; the cover by a short
/// search.
void draw_pictures(const remit::Dataset& dataset, const remit::ResponsibilityGraph& graph,
                   remit::Language language) {
    const remit::PictureOptions options{language, remit::PageFormat::a4_portrait};
    const auto draw = [](auto picture) {
        try {
            for (const auto& page : picture()) (void)remit::drawing::to_dot(page);
        } catch (const remit::Error&) {  // too much for a page
        }
    };
    remit::PictureSubject subject{std::span(&dataset, 1)};
    const bool regions = !dataset.regions().empty();
    if (regions) subject.region = dataset.regions().front().place;
    const bool departments = !dataset.departments().empty();
    if (departments) subject.department = dataset.departments().front().body;
    const auto after = reorganize(dataset, dataset.plans());
    subject.after = &after;
    for (const auto& kind : remit::picture_kinds()) {
        if (kind.name == "network" || kind.name == "cover") continue;
        if (kind.of == remit::PictureOf::batches) continue;
        if (kind.of == remit::PictureOf::department && !departments) continue;
        if (kind.of == remit::PictureOf::region && !regions) continue;
        if (kind.of == remit::PictureOf::plan && !after.dataset) continue;
        draw([&] { return kind.draw(subject, options); });
    }
    draw(
        [&] { return cover_diagram(dataset, cover(graph, {.groups = 5, .effort = 50}), options); });
    if (after.dataset) draw([&] { return comparison_diagram(dataset, *after.dataset, options); });
}

/// Every field, by department.
void show_fields(const remit::Dataset& dataset, remit::Language language) {
    write_everywhere(load_by_role_table(dataset, remit::Credit::full, language));
    for (remit::FieldIndex f; f.value < dataset.fields().size(); ++f.value) {
        const auto type = dataset[f].type;
        if (type == remit::FieldType::number) {
            write_everywhere(sum_table(dataset, f, remit::Credit::fractional, language));
        } else if (type != remit::FieldType::text) {
            write_everywhere(load_by_field_table(dataset, f, remit::Credit::full, language));
        }
    }
}

/// With only the measures that have the first one's value of each field, and its category.
void show_some(const remit::Dataset& dataset, remit::Language language) {
    std::vector<remit::Condition> conditions;
    for (const auto* text : {"category=", "role=lead", "notice=n", "region=r", "department=a"}) {
        const auto one = resolve(dataset, *remit::parse_condition(text));
        if (one.condition) conditions.push_back(*one.condition);
    }
    for (const auto& field : dataset.fields()) {
        for (const auto* relation : {"=2026", "=", "<2027-H1", ">=0", "=done"}) {
            const auto text = remit::parse_condition(field.id + relation);
            if (!text) continue;
            const auto one = resolve(dataset, *text);
            if (one.condition) conditions.push_back(*one.condition);
        }
    }
    for (const auto& condition : conditions) {
        const auto some = where(dataset, {condition});
        (void)restriction_remark(some, language);
        (void)withheld_remark(some, language);
        write_everywhere(
            to_table(workload(responsibility_graph(some), some.withheld()), some, language));
        if (some.measures().size() < 3) draw_pictures(some, responsibility_graph(some), language);
    }
}

void show(const remit::Dataset& dataset, remit::Language language) {
    const auto graph = responsibility_graph(dataset);
    (void)responsibility_graph(dataset, remit::Regions::with);
    const auto places = coverage(dataset);
    const auto parts = components(graph);
    write_everywhere(to_table(workload(graph, dataset.withheld()), dataset, language));
    write_everywhere(to_table(coresponsibility(graph), dataset, language));
    write_everywhere(to_table(places, dataset, language));
    write_everywhere(
        to_table(coverage_gaps(dataset, places, "province"), dataset, language, "province"));
    write_everywhere(to_table(measure_reach(dataset, places, "city"), dataset, language, "city"));
    show_metrics(dataset, graph, language);
    show_choices(dataset, graph, language);
    write_everywhere(contents_table(dataset, parts, language));
    write_everywhere(measure_table(dataset, language));
    draw_pictures(dataset, graph, language);
    show_fields(dataset, language);
    show_some(dataset, language);
}

/// Before and after the file's own plan, and each notice against the whole.
void show_changes(const remit::Dataset& dataset, remit::Language language) {
    std::vector<remit::Dataset> batches{dataset};
    const auto after = reorganize(dataset, dataset.plans());
    remit::LaterIds later;
    for (const auto& [first, then] : after.renamed) {
        later[dataset.registry()[first].id] = dataset.registry()[then].id;
    }
    if (after.dataset) {
        batches.push_back(*after.dataset);
        const auto comparison = compare(batches, later);
        const remit::ComparisonView view{batches, comparison, remit::Compared::before_and_after,
                                         language};
        for (const auto table : {remit::summary_table, remit::compared_departments,
                                 remit::compared_pairs, remit::new_sole_table}) {
            write_everywhere(table(view));
        }
    }
    for (remit::NoticeIndex n; n.value < dataset.notices().size(); ++n.value) {
        batches.push_back(only(dataset, n));
    }
    if (batches.size() < 2) return;
    const auto comparison = compare(batches);
    const remit::ComparisonView view{batches, comparison, remit::Compared::batches, language};
    for (const auto table :
         {remit::summary_table, remit::compared_departments, remit::compared_pairs,
          remit::compared_categories, remit::compared_scopes, remit::compared_regions,
          remit::compared_measures, remit::turnover_table}) {
        write_everywhere(table(view));
    }
}

/// In the bodies of another day; of those that were split, the first.
void show_on(const remit::Dataset& dataset, const remit::Date& day, remit::Language language) {
    auto then = remit::as_of(dataset, day);
    if (!then.dataset) {
        std::vector<remit::Choice> choices;
        for (const auto& fork : then.forks) {
            choices.push_back({fork.body, fork.choices.front()});
            const auto& name = dataset.registry()[fork.body].name.exact(language);
            (void)dataset.registry().body_names.find(name);
        }
        then = remit::as_of(dataset, day, choices);
    }
    if (then.dataset) show(with_extent(*then.dataset, remit::Extent::core), language);
}

/// By way of a file in memory.
remit::LoadResult load_file(std::string_view text, const remit::Limits& limits) {
    const int file = ::memfd_create("input", MFD_CLOEXEC);
    if (file < 0) std::abort();
    for (std::size_t at = 0; at < text.size();) {
        const auto written = ::write(file, text.data() + at, text.size() - at);
        if (written < 0) std::abort();
        at += static_cast<std::size_t>(written);
    }
    const std::vector<std::string> paths{"/proc/self/fd/" + std::to_string(file)};
    auto loaded = remit::load(paths, limits);
    ::close(file);
    return loaded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const remit::Limits limits{.records = size % 8 == 0 ? 2U : 1000U};
    const auto loaded = load_file(text, limits);
    std::ostringstream out;
    write(out, loaded.diagnostics);
    if (loaded.dataset.has_value() == loaded.diagnostics.has_errors()) std::abort();
    if (!loaded.dataset) return 0;
    show(*loaded.dataset, remit::Language::en);
    show_changes(*loaded.dataset, remit::Language::en);
    show_on(*loaded.dataset, {2023, 6, 1}, remit::Language::zh_hans);
    show_on(*loaded.dataset, {1990, 1, 1}, remit::Language::zh_hant);
    return 0;
}
