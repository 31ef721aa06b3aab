#include "build.hpp"
#include "build_namings.hpp"
#include "build_scopes.hpp"

#include <remit/model/build_dataset.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <numeric>
#include <utility>

namespace remit {
namespace {

using detail::Names;

/// Turns one file's notice, categories and measures into rows of the dataset.
class FileBuilder {
 public:
    FileBuilder(Dataset::Content& content, const Names& names, detail::FieldBuilder& fields,
                     Diagnostics& diagnostics)
        : content_(content),
          names_(names),
          fields_(fields),
          diagnostics_(diagnostics),
          namings_(content, names, diagnostics),
          scopes_(content, names, diagnostics) {}

    void add(DraftFile& file) {
        if (!file.notice) {
            if (file.measures.empty()) return;
            file.notice = notice_of(file);
        }
        first_category_ = content_.categories.size();
        add_notice(file, *file.notice);
        add_categories(file);
        detail::sort_by_number(file.measures, diagnostics_);
        detail::check_identifiers(file.measures, diagnostics_);
        if (!file.measures.empty()) file_ = file.measures.head(0).where.file;
        for (std::size_t i = 0; i < file.measures.size(); ++i) {
            auto measure = file.measures.take(i);
            add_measure(file, measure);
        }
        detail::check_counts(file, first_category_, all_categories_known_, content_, diagnostics_);
        if (file.measures.empty()) return;
        warn_of_missing_titles(file);
        if (!file.whole || has_problem({"yaml-syntax", "duplicate-number"})) return;
        detail::warn_of_skipped_numbers(content_.notices.back(),
                                        std::span(content_.measures).last(file.measures.size()),
                                        diagnostics_);
    }

    [[nodiscard]] std::span<const detail::Continued> continued() const { return continued_; }

    /// Numbers the departments and regions that are in use in the order of the registry.
    void number_used() {
        namings_.number();
        detail::number_regions(content_);
    }

 private:
    /// Of a file that has measures and no notice: what the file is called.
    [[nodiscard]] DraftNotice notice_of(const DraftFile& file) const {
        const auto slash = file.name.find_last_of('/');
        const auto name = file.name.substr(slash == file.name.npos ? 0 : slash + 1);
        const auto stem = name.substr(0, name.rfind('.'));
        DraftNotice notice;
        auto id = slug(stem, 60);
        if (id.empty()) id = "programme";
        notice.id.value = id;
        for (int n = 2; notice_ids_.count(notice.id.value) > 0; ++n)
            notice.id.value = id + '-' + std::to_string(n);
        notice.title = LocalizedText::same(stem.empty() ? id : stem);
        return notice;
    }

    void add_notice(const DraftFile& file, DraftNotice& written) {
        const auto [known, fresh] = notice_ids_.emplace(written.id.value, written.id.where);
        if (!fresh && !written.id.value.empty()) {
            diagnostics_.error(written.id.where, "check.duplicate-id",
                               {diagnostics_.named("thing.notice", written.id.value)},
                               {diagnostics_.note(known->second, "note.given-first")});
        }
        Notice notice;
        notice.id = written.id.value;
        notice.number = std::move(written.number);
        notice.title = std::move(written.title);
        notice.short_title =
            written.short_title.empty() ? notice.title : std::move(written.short_title);
        notice.issuer = std::move(written.issuer);
        if (written.issued) notice.issued = written.issued->value;
        notice.published = written.published;
        if (written.announced) notice.announced = written.announced->value;
        const auto owner = diagnostics_.say("thing.the-notice");
        for (const auto& name : written.lead) {
            if (const auto body = names_.body(name, owner, diagnostics_, notice.issued)) {
                notice.lead.push_back(*body);
            }
        }
        notice.abridged = std::move(written.abridged);
        notice.source = std::move(written.source);
        notice.first_leads = file.first_leads;
        if (!content_.language) content_.language = file.language;
        if (!content_.title_language) content_.title_language = file.title_language;
        content_.terms.add(file.terms);
        content_.notices.push_back(std::move(notice));
    }

    void add_categories(DraftFile& file) {
        categories_.clear();
        all_categories_known_ = true;
        for (auto& written : file.categories) {
            const CategoryIndex index{static_cast<std::uint32_t>(content_.categories.size())};
            const auto [known, fresh] =
                categories_.try_emplace(written.id.value, index, written.id.where);
            if (!fresh) {
                diagnostics_.error(written.id.where, "check.duplicate-id",
                                   {diagnostics_.named("thing.category", written.id.value)},
                                   {diagnostics_.note(known->second.second, "note.given-first")});
            }
            Category category{notice_index(), written.id.value, std::move(written.name),
                              std::move(written.short_name), std::nullopt};
            if (category.short_name.empty()) category.short_name = category.name;
            if (written.announced) category.announced = written.announced->value;
            content_.categories.push_back(std::move(category));
        }
    }

    void add_measure(const DraftFile& file, DraftMeasure& written) {
        const auto number = written.number.value_or(Placed<std::uint32_t>{0, written.where});
        const auto owner = detail::name_of(written, diagnostics_);
        Measure measure;
        measure.notice = notice_index();
        measure.number = number.value;
        measure.code = written.code.value;
        measure.continues =
            detail::earlier_measures(written, content_.notices.back().id, diagnostics_);
        for (const auto& each : written.continues) continued_.push_back({owner, each});
        measure.locator = std::move(written.locator);
        measure.title = std::move(written.title);
        measure.annex_title = std::move(written.annex_title);
        measure.display = std::move(written.display);
        measure.summary = std::move(written.summary);
        measure.where = number.where;
        measure.values = fields_.values(written, owner);
        measure.category = find_category(file, written.category, owner);
        if (measure.category) ++content_.categories[measure.category->value].listed;
        ++content_.notices.back().listed;
        content_.measures.push_back(std::move(measure));
        namings_.add(file, written, owner);
        scopes_.add(written.scope.empty() ? file.notice->scope : written.scope, owner);
    }

    std::optional<CategoryIndex> find_category(const DraftFile& file, const PlacedText& id,
                                               const std::string& owner) {
        if (id.value.empty()) return std::nullopt;
        if (const auto found = categories_.find(id.value); found != categories_.end()) {
            return found->second.first;
        }
        all_categories_known_ = false;
        if (!file.whole || file.unread.find(id.value) != std::string::npos) return std::nullopt;
        const bool any = !categories_.empty();
        // Without any it is one mistake, whatever number of measures name a category.
        auto* const fresh = diagnostics_.once(
            any ? file.name + '\n' + id.value : file.name,
            diagnostics_.problem(Severity::error, id.where,
                                 any ? "check.unknown-category" : "check.unknown-category.none",
                                 {owner, in_quotes(id.value)}));
        if (fresh != nullptr && any && !diagnostics_.has_many()) {
            fresh->notes = {
                diagnostics_.note(id.where, "note.the-categories", {known_categories()})};
        }
        return std::nullopt;
    }

    /// The first ids of the file's categories, as a list.
    [[nodiscard]] std::string known_categories() const {
        constexpr std::size_t shown = 20;
        const auto all = std::span(content_.categories).subspan(first_category_);
        std::vector<std::string> ids;
        for (const auto& category : all.first(std::min(shown, all.size()))) {
            ids.push_back(category.id);
        }
        const auto known = diagnostics_.listed(ids);
        const auto more = all.size() - ids.size();
        return more == 0 ? known : diagnostics_.say("note.and-more", {known, std::to_string(more)});
    }

    /// The languages that some title of them is in.
    static std::vector<Language> languages_of(std::span<const Measure> measures) {
        std::vector<Language> languages;
        for (const auto& measure : measures) {
            for (const auto& [language, title] : measure.title.texts()) {
                const auto at =
                    std::lower_bound(languages.begin(), languages.end(), language, comes_before);
                if (at == languages.end() || *at != language) languages.insert(at, language);
            }
        }
        return languages;
    }

    void warn_of_missing_titles(const DraftFile& file) {
        const auto count = file.measures.size();
        const auto measures = std::span(content_.measures).last(count);
        if (has_problem({"empty-value"})) return;  // what is empty was meant to be there
        for (const auto language : languages_of(measures)) {
            const auto lacks = [&](const Measure& measure) {
                return !measure.title.empty() && measure.title.exact(language).empty();
            };
            const auto missing = std::count_if(measures.begin(), measures.end(), lacks);
            if (missing == 0) continue;
            const auto first = std::find_if(measures.begin(), measures.end(), lacks);
            diagnostics_.warning(
                first->where, "check.missing-translation",
                {std::to_string(missing), std::to_string(count), std::string(tag(language))});
        }
    }

    /// Whether a problem of one of these kinds was found in the file of a notice.
    [[nodiscard]] bool has_problem(std::initializer_list<std::string_view> codes) const {
        return std::any_of(
            diagnostics_.items.begin(), diagnostics_.items.end(), [&](const Diagnostic& item) {
                return item.where.file == file_ &&
                       std::find(codes.begin(), codes.end(), item.code) != codes.end();
            });
    }

    [[nodiscard]] NoticeIndex notice_index() const {
        return {static_cast<std::uint32_t>(content_.notices.size() - 1)};
    }

    Dataset::Content& content_;
    const Names& names_;
    detail::FieldBuilder& fields_;
    Diagnostics& diagnostics_;
    detail::NamingBuilder namings_;
    detail::ScopeBuilder scopes_;
    std::vector<detail::Continued> continued_;
    std::uint32_t file_ = 0;  // of the measures at hand
    std::size_t first_category_ = 0;
    std::unordered_map<std::string, std::pair<CategoryIndex, Place>> categories_;  // of the file
    bool all_categories_known_ = true;
    std::map<std::string, Place> notice_ids_;
};

/// Whether a file, or the rest of one, could not be read: hundreds of unknown names may follow from
/// that one mistake.
bool is_incomplete(const Draft& draft, const Diagnostics& found) {
    constexpr std::array<std::string_view, 3> codes{"missing-include", "include-cycle",
                                                    "include-too-deep"};
    return std::any_of(draft.files.begin(), draft.files.end(),
                       [](const DraftFile& file) { return !file.whole; }) ||
           std::any_of(found.items.begin(), found.items.end(), [&](const auto& item) {
               return std::find(codes.begin(), codes.end(), item.code) != codes.end();
           });
}

}  // namespace

LoadResult build_dataset(Draft draft, Diagnostics found) {
    auto content = std::make_shared<Dataset::Content>();
    for (std::size_t i = found.files.size(); i < draft.files.size(); ++i) {
        found.files.push_back({draft.files[i].name, {}});
    }
    if (!found.has_errors()) detail::check_draft(draft, found);
    detail::Unread unread{is_incomplete(draft, found), {}};
    for (const auto& file : draft.files) unread.text += file.unread;
    const Names names(content->registry, unread);
    detail::build_registry(draft, content->registry, names, found);

    detail::FieldBuilder fields(*content, unread, found);
    fields.declare(draft);
    content->roles = detail::build_roles(draft, found);
    std::size_t measures = 0;
    for (const auto& file : draft.files) measures += file.measures.size();
    content->measures.reserve(measures);
    FileBuilder builder(*content, names, fields, found);
    for (auto& file : draft.files) builder.add(file);
    builder.number_used();
    detail::warn_of_untied_places(draft, *content, found);
    detail::check_continued(builder.continued(), *content, found);
    content->plans = detail::build_plans(draft, *content, names, found);
    const Dataset dataset(std::move(content));
    if (!found.has_errors()) detail::report_plans(dataset, found);

    found.sort();
    if (found.has_errors()) return {std::nullopt, std::move(found)};
    return {dataset, std::move(found)};
}

}  // namespace remit
