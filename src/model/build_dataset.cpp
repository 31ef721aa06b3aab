#include "build.hpp"

#include <remit/model/build_dataset.hpp>
#include <remit/model/history.hpp>
#include <remit/model/phrase.hpp>

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
class ProgrammeBuilder {
 public:
    ProgrammeBuilder(Dataset::Content& content, const Names& names, detail::FieldBuilder& fields,
                     Diagnostics& diagnostics)
        : content_(content),
          names_(names),
          fields_(fields),
          diagnostics_(diagnostics),
          lives_(lives(content.registry)) {
        content_.responsibility_begin.push_back(0);
        content_.scope_begin.push_back(0);
    }

    void add(DraftFile& file) {
        if (!file.notice) {
            if (!file.measures.empty() && file.whole) {
                diagnostics_.error(
                    file.measures.front().where, "missing-field",
                    "the file lists measures but has no 'notice' that announces them");
            }
            return;
        }
        first_category_ = content_.categories.size();
        add_notice(file, *file.notice);
        add_categories(file);
        detail::sort_by_number(file.measures, diagnostics_);
        detail::check_identifiers(file.measures, diagnostics_);
        for (auto& measure : file.measures) add_measure(file, measure);
        check_counts(file, *file.notice);
        if (file.measures.empty()) return;
        warn_of_missing_titles(file);
        if (!file.whole || has_problem(file, {"yaml-syntax", "duplicate-number"})) return;
        detail::warn_of_skipped_numbers(content_.notices.back(),
                                        std::span(content_.measures).last(file.measures.size()),
                                        diagnostics_);
    }

    /// Numbers the departments and regions that are in use in the order of the registry.
    void number_used() {
        std::vector<BodyIndex> registry_order;
        for (std::uint32_t i = 0; i < content_.registry.bodies.size(); ++i) {
            registry_order.push_back({i});
        }
        detail::number_departments(content_, bodies_, registry_order);
        detail::number_regions(content_);
    }

 private:
    void add_notice(const DraftFile& file, DraftNotice& written) {
        const auto [known, fresh] = notice_ids_.emplace(written.id.value, written.id.where);
        if (!fresh && !written.id.value.empty()) {
            diagnostics_.error(written.id.where, "duplicate-id",
                               "notice " + in_quotes(written.id.value) + " is there twice",
                               {{known->second, "it was given here first"}});
        }
        Notice notice;
        notice.id = written.id.value;
        notice.number = std::move(written.number);
        notice.title = std::move(written.title);
        notice.short_title =
            written.short_title.empty() ? notice.title : std::move(written.short_title);
        notice.issuer = std::move(written.issuer);
        notice.issued = written.issued.value;
        notice.published = written.published;
        if (written.announced) notice.announced = written.announced->value;
        for (const auto& name : written.lead) {
            if (const auto body = names_.body(name, "the notice", diagnostics_, notice.issued)) {
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
                diagnostics_.error(written.id.where, "duplicate-id",
                                   "category " + in_quotes(written.id.value) + " is there twice",
                                   {{known->second.second, "it was given here first"}});
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
        const auto owner = detail::name_of(written);
        Measure measure;
        measure.notice = notice_index();
        measure.number = number.value;
        measure.code = written.code.value;
        measure.continues =
            detail::earlier_measures(written, content_.notices.back().id, diagnostics_);
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
        add_responsibilities(file, written, owner);
        if (!written.leads.empty()) set_leads(written.leads, owner);
        add_scope(written.scope.empty() ? file.notice->scope : written.scope, owner);
    }

    /// The body of a name in a measure of the last notice.
    [[nodiscard]] std::optional<BodyIndex> body_of(const PlacedText& name,
                                                   const std::string& owner) const {
        return names_.body(name, owner, diagnostics_, content_.notices.back().issued);
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
        auto* const fresh = diagnostics_.once(any ? file.name + '\n' + id.value : file.name,
                                              {Severity::error, id.where, "unknown-category",
                                               owner + " names category " + in_quotes(id.value) +
                                                   (any ? ", which is not under 'categories'"
                                                        : ", but the file has no 'categories'")});
        if (fresh != nullptr && any && !diagnostics_.has_many()) {
            fresh->notes = {{id.where, "the categories are " + known_categories()}};
        }
        return std::nullopt;
    }

    /// The first ids of the file's categories, as a list.
    [[nodiscard]] std::string known_categories() const {
        constexpr std::size_t shown = 20;
        const auto all = std::span(content_.categories).subspan(first_category_);
        std::string known;
        for (const auto& category : all.first(std::min(shown, all.size()))) {
            known += (known.empty() ? "" : ", ") + in_quotes(category.id);
        }
        const auto more = all.size() - std::min(shown, all.size());
        return known + (more == 0 ? "" : " and " + std::to_string(more) + " more");
    }

    void add_responsibilities(const DraftFile& file, const DraftMeasure& written,
                              const std::string& owner) {
        named_.clear();
        for (const auto& each : written.departments) {
            const auto body = body_of(each.department, owner);
            if (!body) continue;
            const auto [known, fresh] =
                named_.try_emplace(*body, content_.responsibilities.size(), &each.department);
            if (!fresh) {
                const auto* first = known->second.second;
                diagnostics_.error(
                    each.department.where, "duplicate-department",
                    owner + " names department " + in_quotes(each.department.value) + " twice",
                    {{first->where, "it was named here first, as " + in_quotes(first->value)}});
                continue;
            }
            auto role = each.role;
            if (file.first_leads && role == Role::guiding) {
                role = named_.size() == 1 ? Role::lead : Role::with;
            }
            warn_of_other_days(each.department, *body, owner);
            bodies_.push_back(*body);
            content_.responsibilities.push_back({DepartmentIndex{}, role});
        }
        content_.responsibility_begin.push_back(
            static_cast<std::uint32_t>(content_.responsibilities.size()));
    }

    /// Those of the last measure's departments that are named lead it, and the others are with
    /// them.
    void set_leads(const std::vector<PlacedText>& leads, const std::string& owner) {
        const auto begin = content_.responsibility_begin.rbegin()[1];
        const auto own = std::span(content_.responsibilities).subspan(begin);
        for (auto& each : own) each.role = Role::with;
        for (const auto& name : leads) {
            const auto body = body_of(name, owner);
            if (!body) continue;
            const auto found = named_.find(*body);
            if (found == named_.end()) {
                diagnostics_.error(name.where, "lead-not-among-departments",
                                   owner + " is led by " + in_quotes(name.value) +
                                       ", which is not among its departments",
                                   {{name.where,
                                     "name it under 'departments' too, or write 'lead' and 'with' "
                                     "alone"}});
                continue;
            }
            content_.responsibilities[found->second.first].role = Role::lead;
        }
    }

    /// A name is read as of the notice's date; a body that was not there then is a slip, or a
    /// later name for the body that was.
    void warn_of_other_days(const PlacedText& name, BodyIndex body, const std::string& owner) {
        const auto day = content_.notices.back().issued;
        const auto& days = lives_[body.value];
        if (days.includes(day)) {
            if (days.leaves_open(day)) warn_of_open_day(name, owner, days, day);
            return;
        }
        const bool early = days.begin && day.last_day() < days.begin->first_day();
        auto* const fresh =
            diagnostics_.once(name.value + '\n' + to_string(day),
                              {Severity::warning, name.where, "name-of-another-day",
                               owner + " names " + in_quotes(name.value) + ", a body that " +
                                   (early ? "began on " + to_string(*days.begin)
                                          : "ended on " + to_string(*days.end)) +
                                   "; the notice is of " + to_string(day)});
        if (fresh != nullptr) fresh->notes = bodies_of_the_day(name.where, body, day, early);
    }

    /// Where dates are vague, whether a body was there at the time of the notice may be open.
    void warn_of_open_day(const PlacedText& name, const std::string& owner, const Life& days,
                          const Date& day) {
        const bool ends = days.end && is_earlier(day, *days.end) == Truth::undecided;
        diagnostics_.once(
            name.value + "\nopen\n" + to_string(day),
            {Severity::warning, name.where, "undecided-day",
             owner + " names " + in_quotes(name.value) + ", a body that " +
                 (ends ? "ended on " + to_string(*days.end)
                       : "began on " + to_string(*days.begin)) +
                 "; the notice is of " + to_string(day) +
                 ", which does not decide whether it was there; it is taken as written"});
    }

    /// Who held the place of a body on a day before it began, or after it ended.
    std::vector<Note> bodies_of_the_day(Place where, BodyIndex body, Date day, bool early) const {
        const auto& registry = content_.registry;
        std::vector<Note> notes;
        for (const auto& each : registry.successions) {
            const auto other = early ? each.from : each.to;
            const bool linked = (early ? each.to : each.from) == body && other != body;
            if (!linked || !lives_[other.value].includes(day)) continue;
            if (each.change == Change::administered_by) continue;
            const bool duties = each.change == Change::functions_to;
            notes.push_back(
                {where, (duties ? "some of its duties were with " : "its place was held by ") +
                            in_quotes(registry[other].id) + " (" +
                            std::string(registry[other].short_name.in(Language::zh_hans)) + ")"});
        }
        return notes;
    }

    void add_scope(const std::vector<PlacedText>& scope, const std::string& owner) {
        std::map<std::uint32_t, const PlacedText*> covered;
        std::vector<detail::NamedTerm> named;
        for (const auto& name : scope) {
            const auto term = names_.region(name, owner, diagnostics_);
            if (!term) continue;
            bool fresh = true;
            for (const auto place : members(*term)) {
                const auto [first, added] = covered.emplace(place.value, &name);
                if (added || !fresh) continue;
                fresh = false;
                diagnostics_.error(
                    name.where, "duplicate-region",
                    owner + " names region " + in_quotes(content_.registry[place].id) + " twice",
                    {{first->second->where,
                      "it was named here first, as " + in_quotes(first->second->value)}});
            }
            if (!fresh) continue;
            content_.scope.push_back(*term);
            named.push_back({&name, *term});
        }
        if (named.size() > 1) {
            detail::warn_of_contained_regions(content_.registry, named, owner, diagnostics_);
        }
        detail::warn_of_later_regions(content_.registry, named, content_.notices.back().issued,
                                      owner, diagnostics_);
        content_.scope_begin.push_back(static_cast<std::uint32_t>(content_.scope.size()));
    }

    std::vector<PlaceIndex> members(const ScopeTerm& term) const {
        if (const auto* place = std::get_if<PlaceIndex>(&term)) return {*place};
        return content_.registry[std::get<GroupIndex>(term)].members;
    }

    void check_counts(const DraftFile& file, const DraftNotice& written) {
        auto& notice = content_.notices.back();
        std::uint64_t sum = 0;
        std::uint32_t outside = notice.listed;
        std::size_t announcing = 0;
        for (std::size_t i = 0; i < file.categories.size(); ++i) {
            auto& category = content_.categories[first_category_ + i];
            check_count(category, file.categories[i]);
            sum += category.announced.value_or(category.listed);
            outside -= category.listed;
            if (category.announced) ++announcing;
        }
        if (!notice.announced) {
            if (announcing > 0) notice.announced = sum + outside;
            return;
        }
        const auto says = "the notice announces " + counted(*notice.announced, "measure");
        const auto where = written.announced->where;
        const bool complete = announcing > 0 && announcing == file.categories.size();
        if (notice.listed > *notice.announced) {
            diagnostics_.error(where, "notice-exceeds-announced",
                               says + " but lists " + std::to_string(notice.listed));
        } else if (!all_categories_known_) {
            // a measure of one of them counts as outside
        } else if (sum + outside > *notice.announced ||
                   (complete && outside == 0 && sum < *notice.announced)) {
            diagnostics_.error(
                where, "announced-mismatch",
                says + ", its categories " + std::to_string(sum) +
                    (outside == 0 ? ""
                                  : ", and it lists " + std::to_string(outside) + " outside them"));
        }
    }

    void check_count(Category& category, const DraftCategory& written) {
        if (category.listed <= category.announced.value_or(category.listed)) return;
        diagnostics_.error(written.announced->where, "category-exceeds-announced",
                           "category " + in_quotes(category.id) + " announces " +
                               counted(*category.announced, "measure") + " but lists " +
                               std::to_string(category.listed));
        category.announced = category.listed;
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
        constexpr Phrase lacking{"build-dataset.lacking"};
        const auto count = file.measures.size();
        const auto measures = std::span(content_.measures).last(count);
        if (has_problem(file, {"empty-value"})) return;  // what is empty was meant to be there
        for (const auto language : languages_of(measures)) {
            const auto lacks = [&](const Measure& measure) {
                return !measure.title.empty() && measure.title.exact(language).empty();
            };
            const auto missing = std::count_if(measures.begin(), measures.end(), lacks);
            if (missing == 0) continue;
            const auto first = std::find_if(measures.begin(), measures.end(), lacks);
            diagnostics_.warning(
                first->where, "missing-translation",
                lacking.fill(Language::en, {std::to_string(missing), std::to_string(count),
                                            std::string(tag(language))}));
        }
    }

    /// Whether a problem of one of these kinds was found in the file of a notice.
    [[nodiscard]] bool has_problem(const DraftFile& file,
                                   std::initializer_list<std::string_view> codes) const {
        return std::any_of(
            diagnostics_.items.begin(), diagnostics_.items.end(), [&](const Diagnostic& item) {
                return item.where.file == file.measures.front().where.file &&
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
    std::vector<Life> lives_;  // of the bodies of the registry
    std::size_t first_category_ = 0;
    std::unordered_map<std::string, std::pair<CategoryIndex, Place>> categories_;  // of the file
    bool all_categories_known_ = true;
    /// Of the last measure's departments: which responsibility, and the name.
    std::map<BodyIndex, std::pair<std::size_t, const PlacedText*>> named_;
    std::vector<BodyIndex> bodies_;  // one per responsibility, until departments are numbered
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
    ProgrammeBuilder builder(*content, names, fields, found);
    for (auto& file : draft.files) builder.add(file);
    builder.number_used();
    detail::warn_of_untied_places(draft, *content, found);
    detail::check_continued(draft, *content, found);
    content->plans = detail::build_plans(draft, *content, names, found);
    const Dataset dataset(std::move(content));
    if (!found.has_errors()) detail::report_plans(dataset, found);

    found.sort();
    if (found.has_errors()) return {std::nullopt, std::move(found)};
    return {dataset, std::move(found)};
}

}  // namespace remit
