#include "../report/table_parts.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/analysis/concepts.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/projection.hpp>
#include <remit/briefing/briefing.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/terms.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/field_tables.hpp>
#include <remit/report/metric_tables.hpp>
#include <remit/report/programme_tables.hpp>
#include <remit/version.hpp>

#include <algorithm>

namespace remit {
namespace {

constexpr std::size_t most_pages = 6;
constexpr std::size_t most_findings = 5;

std::string text(std::string_view view) {
    return std::string(view);
}

PictureOptions for_slides(PictureOptions options) {
    options.page = PageFormat::widescreen;
    options.title = "neutral";
    return options;
}

void add_origin(std::vector<std::string>& notes, const BriefingOptions& options,
                Language language) {
    constexpr Phrase checksum{"brief.checksum"};
    for (const auto& [file, sum] : options.origin) {
        notes.push_back(checksum.fill(language, {file, sum}));
    }
}

/// What is said of one programme in one language.
class ChapterWriter {
 public:
    ChapterWriter(const Dataset& dataset, Language language, const BriefingOptions& options)
        : dataset_(dataset), options_(options), graph_(responsibility_graph(dataset)) {
        chapter_.language = language;
        chapter_.label = text(dataset.notices().front().short_title.in(language));
        if (chapter_.label.empty()) chapter_.label = tables::titles(dataset, language);
        chapter_.title = tables::titles(dataset, language);
    }

    BriefingChapter make() {
        add_kicker();
        add_figures();
        add_sections();
        add_findings();
        add_notes();
        return std::move(chapter_);
    }

 private:
    [[nodiscard]] Language language() const { return chapter_.language; }

    void add_kicker() {
        constexpr Phrase issued{"brief.issued"};
        constexpr Phrase published{"brief.published"};
        ListWriter parts(language());
        for (const auto& notice : dataset_.notices()) {
            if (!notice.number.empty()) parts.add(notice.number.in(language()));
            if (notice.issued) {
                parts.add(issued.fill(language(), {in_words(*notice.issued, language())}));
            }
            if (notice.published) {
                parts.add(published.fill(language(), {in_words(*notice.published, language())}));
            }
        }
        chapter_.kicker = parts.text();
    }

    /// The label may name the nation, 0, and choose by the value, 1.
    void add_figure(const char* id, const Phrase& label, std::size_t value) {
        const auto count = std::to_string(value);
        const auto nation = nation_name(dataset_.registry(), language());
        chapter_.figures.push_back({id, label.fill(language(), {nation, count}), count});
    }

    /// Those that the programme has.
    void add_figures() {
        if (const auto announced = dataset_.announced()) {
            add_figure("announced", {"brief.announced"}, *announced);
        }
        add_figure("listed", {"brief.listed"}, dataset_.measures().size());
        if (dataset_.withheld() > 0)
            add_figure("withheld", {"brief.withheld"}, dataset_.withheld());
        add_figure("departments", {"brief.departments"}, dataset_.departments().size());
        add_figure("links", {"brief.links"}, graph_.link_count());
        if (!dataset_.has_scope()) return;
        std::size_t nationwide = 0;
        std::size_t limited = 0;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const bool whole = is_nationwide(dataset_, m);
            if (whole) ++nationwide;
            if (!whole && !dataset_.scope(m).empty()) ++limited;
        }
        if (nationwide == dataset_.measures().size()) return;  // nothing that one asks for
        if (nationwide > 0) add_figure("nationwide", {"brief.nationwide"}, nationwide);
        if (limited > 0) add_figure("limited", {"brief.limited"}, limited);
    }

    /// A section with a picture, if it can be drawn, and tables.
    /// \param kind  the name of a kind of picture
    void add(std::string_view kind, const Phrase& name, std::vector<Table> tables) {
        BriefingSection section;
        section.id = kind;
        section.name = text(name.in(language()));
        section.tables = std::move(tables);
        draw(section, {std::span(&dataset_, 1)});
        chapter_.sections.push_back(std::move(section));
    }

    void draw(BriefingSection& section, const PictureSubject& subject) {
        constexpr Phrase too_long{"brief.too-long"};
        const auto kinds = picture_kinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const PictureKind& each) {
            return each.name == section.id;
        });
        PictureOptions options;
        options.languages = language();
        options.page = PageFormat::a4_landscape;
        section.heading = section.name;
        try {
            section.picture = kind->draw(subject, options);
        } catch (const PictureRefusal&) {
            section.notes.push_back(too_long.fill(language(), {section.id}));
            return;
        }
        section.heading = section.picture.front().title;
        // Groups find of pairs what the network found, and no language says it in the same words.
        const bool again = section.id == "groups" && finds_pairs_;
        if (section.picture.front().finds && !again) found_.push_back(section.heading);
        finds_pairs_ = finds_pairs_ || (section.id == "network" && section.picture.front().finds);
        if (options_.slides) section.picture = kind->draw(subject, for_slides(options));
        if (section.picture.size() > most_pages) {
            section.picture.clear();
            section.notes.push_back(too_long.fill(language(), {section.id}));
        }
        for (auto& each : left_out(section.picture)) section.notes.push_back(std::move(each));
    }

    void add_sections() {
        const auto& d = dataset_;
        const auto l = language();
        const auto pairs = coresponsibility(graph_);
        add("responsibility-map", {"brief.map"}, {});
        add("workload", {"brief.workload"}, {to_table(workload(graph_, d.withheld()), d, l)});
        add_table("measures", {"brief.measures"}, measure_table(d, l));
        add("network", {"brief.network"}, {to_table(pairs, d, l)});
        if (d.has_scope()) add("regions", {"brief.regions"}, {to_table(coverage(d), d, l)});
        add("matrix", {"brief.matrix"}, {});
        const BicliqueOptions shared{};
        add("groups", {"brief.groups"}, {biclique_table(bicliques(graph_, shared), shared, d, l)});
        for (FieldIndex f; f.value < d.fields().size(); ++f.value) add_field(f);
    }

    void add_table(const char* id, const Phrase& name, Table table) {
        const auto heading = text(name.in(language()));
        chapter_.sections.push_back({id, heading, heading, {}, {std::move(table)}, "", {}});
    }

    /// Dates as a time line, choices and numbers as bars; nothing of texts, which are in the sheet
    /// of measures.
    void add_field(FieldIndex field) {
        const auto& record = dataset_[field];
        if (record.type == FieldType::text) return;
        const bool number = record.type == FieldType::number;
        auto table = number ? sum_table(dataset_, field, Credit::full, language())
                            : field_values_table(dataset_, field, language());
        const auto name = text(record.name.in(language()));
        chapter_.sections.push_back({"field-" + record.id,
                                     name,
                                     table.title,
                                     {},
                                     {std::move(table)},
                                     number ? "sum" : "measures",
                                     {}});
    }

    /// What the pictures found, then what is not known.
    void add_findings() {
        auto& all = chapter_.findings;
        for (const auto& each : found_) {
            const bool said = std::find(all.begin(), all.end(), each) != all.end();
            if (!said && all.size() < most_findings - 1) all.push_back(each);
        }
        for (auto& each : {alone(), withheld_remark(dataset_, language()),
                           naming_remark(dataset_, language())}) {
            if (!each.empty()) chapter_.findings.push_back(each);
        }
    }

    /// Who shares no measure with anybody; nothing where that is nobody, or everybody.
    [[nodiscard]] std::string alone() const {
        constexpr Phrase share_none{"network-picture.share-none"};
        constexpr Phrase share_none_more{"network-picture.share-none-more"};
        std::vector<bool> sharing(dataset_.departments().size());
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto all = dataset_.responsibilities(m);
            if (all.size() < 2) continue;
            for (const auto& each : all) sharing[each.department.value] = true;
        }
        constexpr std::size_t most_named = 6;
        ListWriter names(language());
        std::size_t count = 0;
        for (DepartmentIndex d; d.value < sharing.size(); ++d.value) {
            if (sharing[d.value]) continue;
            if (count++ < most_named) names.add(dataset_[d].short_name.in(language()));
        }
        if (count == 0 || count == sharing.size()) return {};  // of all a picture says it
        if (count <= most_named) {
            return share_none.fill(language(), {names.text(), std::to_string(count)});
        }
        return share_none_more.fill(
            language(), {names.text(), std::to_string(count), std::to_string(count - most_named)});
    }

    void add_notes() {
        constexpr Phrase source_is{"table-parts.source-is"};
        constexpr Phrase counting{"brief.counting"};
        constexpr Phrase made{"brief.made"};
        auto& notes = chapter_.notes;
        notes.push_back(source_is.fill(language(), {citation(dataset_, language())}));
        notes.push_back(text(counting.in(language())));
        for (auto& each :
             {lead_remark(dataset_, language()), restriction_remark(dataset_, language()),
              as_of_remark(dataset_, language()), plan_remark(dataset_, language()),
              extent_remark(dataset_, language())}) {
            if (!each.empty()) notes.push_back(each);
        }
        notes.push_back(made.fill(language(), {REMIT_VERSION}));
        add_origin(notes, options_, language());
    }

    const Dataset& dataset_;
    const BriefingOptions& options_;
    ResponsibilityGraph graph_;
    BriefingChapter chapter_;
    std::vector<std::string> found_;  // titles of pictures that are findings
    bool finds_pairs_ = false;
};

/// What differs between batches.
BriefingChapter comparison_chapter(std::span<const Dataset> batches, const Comparison& compared,
                                   Language language, const BriefingOptions& options) {
    constexpr Phrase name{"brief.comparison"};
    const ComparisonView view{batches, compared, Compared::batches, language};
    BriefingChapter chapter;
    chapter.language = language;
    chapter.batch = batches.size();
    chapter.label = text(name.in(language));
    chapter.title = chapter.label;
    ListWriter titles(language);
    for (const auto& batch : batches) titles.add(tables::titles(batch, language));
    chapter.kicker = titles.text();

    BriefingSection section{"comparison", chapter.label, chapter.label, {}, {}, "", {}};
    PictureOptions picture;
    picture.languages = language;
    picture.page = PageFormat::a4_landscape;
    try {
        section.picture = comparison_diagram(batches, picture);
        section.heading = section.picture.front().title;
        chapter.findings.push_back(section.heading);
        auto certain = comparison_certainty(batches, language);
        if (!certain.empty()) chapter.findings.push_back(std::move(certain));
        if (options.slides) section.picture = comparison_diagram(batches, for_slides(picture));
    } catch (const PictureRefusal& refusal) {
        section.notes.emplace_back(refusal.what());
    }
    section.tables = {summary_table(view), compared_departments(view)};
    chapter.sections.push_back(std::move(section));
    const auto add = [&](const char* id, Table table) {
        if (table.rows.empty()) return;
        const auto title = table.title;
        chapter.sections.push_back({id, title, title, {}, {std::move(table)}, "", {}});
    };
    add("compared-measures", compared_measures(view));
    add("compared-pairs", compared_pairs(view));
    add("compared-regions", compared_regions(view));
    add_origin(chapter.notes, options, language);
    return chapter;
}

/// Those that the programmes have texts in and that there are words for.
std::vector<Language> languages_of(std::span<const Dataset> batches) {
    const auto own = batches.back().language();
    std::vector<Language> languages;
    for (const auto language : spoken_languages()) {
        const bool has = std::any_of(batches.begin(), batches.end(), [&](const Dataset& each) {
            return has_texts_in(each, language);
        });
        if (has && language != own.plain()) languages.push_back(language);
    }
    languages.insert(languages.begin(), own);
    return languages;
}

}  // namespace

Briefing briefing(std::span<const Dataset> batches, const BriefingOptions& options) {
    Briefing all;
    all.batches.assign(batches.begin(), batches.end());
    all.languages = options.languages.empty() ? languages_of(batches) : options.languages;
    std::optional<Comparison> compared;
    if (batches.size() > 1) compared = compare(batches);
    for (const auto language : all.languages) {
        for (std::size_t b = 0; b < batches.size(); ++b) {
            auto chapter =
                ChapterWriter(batches[b], spoken_by(batches[b], language), options).make();
            chapter.batch = b;
            all.chapters.push_back(std::move(chapter));
        }
        if (!compared) continue;
        all.chapters.push_back(
            comparison_chapter(batches, *compared, spoken_by(batches.back(), language), options));
    }
    return all;
}

}  // namespace remit
