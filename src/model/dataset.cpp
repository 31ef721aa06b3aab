#include <remit/model/dataset.hpp>

#include "build.hpp"
#include "content.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace remit {

std::string_view Measure::short_title(Language language) const {
    const auto shown = display.exact(language);
    return shown.empty() ? title.in(language) : shown;
}

std::string Measure::identifier() const {
    return code.empty() ? std::to_string(number) : code;
}

std::vector<std::string> identifiers(const Measure& measure) {
    std::vector<std::string> all;
    if (measure.number > 0 || measure.code.empty()) {
        all.push_back(std::to_string(measure.number));
    }
    if (!measure.code.empty() && (all.empty() || all.front() != measure.code)) {
        all.push_back(measure.code);
    }
    return all;
}

const Registry& Dataset::registry() const {
    return content_->registry;
}
std::span<const Notice> Dataset::notices() const {
    return content_->notices;
}
std::span<const Category> Dataset::categories() const {
    return content_->categories;
}
std::span<const Measure> Dataset::measures() const {
    return content_->measures;
}
std::span<const Field> Dataset::fields() const {
    return content_->fields;
}
std::span<const Department> Dataset::departments() const {
    return content_->departments;
}
std::span<const Region> Dataset::regions() const {
    return content_->regions;
}

const Notice& Dataset::operator[](NoticeIndex notice) const {
    return content_->notices[notice.value];
}

const Category& Dataset::operator[](CategoryIndex category) const {
    return content_->categories[category.value];
}

const Measure& Dataset::operator[](MeasureIndex measure) const {
    return content_->measures[measure.value];
}

const Field& Dataset::operator[](FieldIndex field) const {
    return content_->fields[field.value];
}

const Body& Dataset::operator[](DepartmentIndex department) const {
    return content_->registry[content_->departments[department.value].body];
}

const PlaceRecord& Dataset::operator[](RegionIndex region) const {
    return content_->registry[content_->regions[region.value].place];
}

const FieldValue* Dataset::value(MeasureIndex measure, FieldIndex field) const {
    for (const auto& each : content_->measures[measure.value].values) {
        if (each.field == field) return &each.value;
    }
    return nullptr;
}

std::span<const Responsibility> Dataset::responsibilities(MeasureIndex measure) const {
    const auto begin = content_->responsibility_begin[measure.value];
    const auto end = content_->responsibility_begin[measure.value + 1];
    return std::span(content_->responsibilities).subspan(begin, end - begin);
}

std::span<const ScopeTerm> Dataset::scope(MeasureIndex measure) const {
    const auto begin = content_->scope_begin[measure.value];
    const auto end = content_->scope_begin[measure.value + 1];
    return std::span(content_->scope).subspan(begin, end - begin);
}

std::span<const RoleRecord> Dataset::roles() const {
    return content_->roles;
}

bool Dataset::names_collective(MeasureIndex measure) const {
    const auto& others = content_->measures[measure.value].others;
    return std::any_of(others.begin(), others.end(),
                       [](const Naming& each) { return each.collective; });
}

bool Dataset::unassigned(MeasureIndex measure) const {
    return responsibilities(measure).empty() && !names_collective(measure);
}

bool Dataset::reach_unknown(MeasureIndex measure) const {
    return !content_->measures[measure.value].unnamed_scope.empty() ||
           (scope(measure).empty() && has_scope());
}

bool Dataset::has_scope() const {
    const auto all = measures();
    return all.empty() || !content_->scope.empty() ||
           std::any_of(all.begin(), all.end(),
                       [](const Measure& each) { return !each.unnamed_scope.empty(); });
}

std::optional<Date> Dataset::as_of() const {
    return content_->as_of;
}

std::span<const std::pair<BodyIndex, BodyIndex>> Dataset::carried() const {
    return content_->carried;
}

Language Dataset::language() const {
    if (content_->language) return *content_->language;
    if (content_->title_language) return *content_->title_language;
    if (notices().empty()) return Language::zh_hans;
    const auto& title = notices().front().title;
    if (const auto texts = title.texts(); !texts.empty()) return texts.front().first;
    // Text that is the same in every language may be in any of them.
    return has_ideograph(title.for_every_language()) ? Language::zh_hans : Language::en;
}

const LocalizedTerms& Dataset::terms() const {
    return content_->terms;
}

std::optional<std::size_t> Dataset::announced() const {
    std::size_t sum = 0;
    for (const auto& notice : notices()) {
        if (!notice.announced) return std::nullopt;
        sum += *notice.announced;
    }
    return notices().empty() ? std::nullopt : std::optional(sum);
}

std::size_t Dataset::withheld() const {
    const auto notices = this->notices();
    return std::accumulate(
        notices.begin(), notices.end(), std::size_t{0},
        [](std::size_t sum, const Notice& notice) { return sum + notice.withheld(); });
}

bool Dataset::knows_withheld() const {
    return !notices().empty() &&
           std::all_of(notices().begin(), notices().end(),
                       [](const Notice& notice) { return notice.announced || notice.perhaps > 0; });
}

std::span<const Plan> Dataset::plans() const {
    return content_->plans;
}

bool Dataset::reorganized() const {
    return content_->reorganized;
}

const std::optional<Restriction>& Dataset::restriction() const {
    return content_->restriction;
}

namespace {

template <class Position, class Rows, class IdOf>
std::optional<Position> find_row(const Rows& rows, std::string_view id, IdOf id_of) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (id_of(rows[i]) == id) return Position{i};
    }
    return std::nullopt;
}

bool is_named(const Measure& measure, std::string_view name, std::uint32_t number) {
    return !name.empty() && (measure.code == name || (number > 0 && measure.number == number));
}

/// 0 for what no number is written as.
std::uint32_t number_in(std::string_view name) {
    std::uint32_t number = 0;
    const auto* end = name.data() + name.size();
    const auto parsed = std::from_chars(name.data(), end, number);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == end && name.front() != '0';
    return whole ? number : 0;
}

}  // namespace

std::optional<NoticeIndex> find_notice(const Dataset& dataset, std::string_view id) {
    return find_row<NoticeIndex>(
        dataset.notices(), id, [](const Notice& notice) -> const auto& { return notice.id; });
}

std::optional<DepartmentIndex> find_department(const Dataset& dataset, std::string_view id) {
    return find_row<DepartmentIndex>(
        dataset.departments(), id, [&](const Department& each) -> const auto& {
            return dataset.registry()[each.body].id;
        });
}

std::optional<RegionIndex> find_region(const Dataset& dataset, std::string_view id) {
    return find_row<RegionIndex>(
        dataset.regions(),
        id, [&](const Region& each) -> const auto& { return dataset.registry()[each.place].id; });
}

std::optional<CategoryIndex> find_category(const Dataset& dataset, std::string_view id) {
    return find_row<CategoryIndex>(
        dataset.categories(), id, [](const Category& each) -> const auto& { return each.id; });
}

std::vector<MeasureIndex> find_measures(const Dataset& dataset, std::string_view label) {
    const auto colon = std::min(label.find(':'), label.size());
    const auto notice = find_notice(dataset, label.substr(0, colon));
    const auto in_notice = colon == label.size() ? std::string_view{} : label.substr(colon + 1);
    const auto number = number_in(label);
    const auto number_in_notice = number_in(in_notice);
    std::vector<MeasureIndex> found;
    for (const auto m : indices<MeasureIndex>(dataset.measures().size())) {
        const auto& measure = dataset[m];
        const bool of_notice = notice && measure.notice == *notice;
        if (is_named(measure, label, number) ||
            (of_notice && is_named(measure, in_notice, number_in_notice))) {
            found.push_back(m);
        }
    }
    // A code may be another measure's number.
    const auto exact = std::find_if(found.begin(), found.end(), [&](MeasureIndex m) {
        return measure_label(dataset, m) == label;
    });
    if (exact != found.end()) return {*exact};
    return found;
}

std::optional<MeasureIndex> find_measure(const Dataset& dataset, std::string_view label) {
    const auto all = find_measures(dataset, label);
    if (all.size() != 1) return std::nullopt;
    return all.front();
}

std::optional<Date> last_issued(const Dataset& dataset) {
    std::optional<Date> last;
    for (const auto& notice : dataset.notices()) last = std::max(last, notice.issued);
    return last;
}

Dataset only(const Dataset& dataset, NoticeIndex notice) {
    const auto& all = dataset.content();
    auto content = std::make_shared<Dataset::Content>();
    content->registry = all.registry;
    content->fields = all.fields;
    content->restriction = all.restriction;
    content->language = all.language;
    content->notices = {dataset[notice]};
    content->as_of = all.as_of;
    content->carried = all.carried;
    content->reorganized = all.reorganized;
    content->roles = all.roles;
    std::vector<CategoryIndex> category_of(all.categories.size());
    for (std::size_t i = 0; i < all.categories.size(); ++i) {
        if (all.categories[i].notice != notice) continue;
        category_of[i] = {static_cast<std::uint32_t>(content->categories.size())};
        content->categories.push_back(all.categories[i]);
        content->categories.back().notice = NoticeIndex{0};
    }
    content->scope_begin = {0};
    std::vector<detail::NamedBodies> named;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (dataset[m].notice != notice) continue;
        auto measure = dataset[m];
        measure.notice = NoticeIndex{0};
        if (measure.category) measure.category = category_of[measure.category->value];
        content->measures.push_back(std::move(measure));
        named.push_back(detail::named_bodies(dataset, m));
        const auto scope = dataset.scope(m);
        content->scope.insert(content->scope.end(), scope.begin(), scope.end());
        content->scope_begin.push_back(static_cast<std::uint32_t>(content->scope.size()));
    }
    std::vector<BodyIndex> order;
    for (const auto& department : dataset.departments()) order.push_back(department.body);
    detail::replace_departments(*content, named, order);
    detail::number_regions(*content);
    return Dataset(std::move(content));
}

Dataset with_extent(const Dataset& dataset, Extent extent) {
    auto content = std::make_shared<Dataset::Content>(dataset.content());
    for (auto& place : content->registry.places) place.extent = extent;
    return Dataset(std::move(content));
}

Standing Dataset::standing(MeasureIndex measure, std::size_t position) const {
    return remit::standing(responsibilities(measure), position,
                           [](const Responsibility& each) { return each.role; });
}

bool Dataset::declares_leads() const {
    return std::any_of(content_->responsibilities.begin(), content_->responsibilities.end(),
                       [](const auto& each) { return each.role == Role::lead; });
}

bool Dataset::declares_all_leads() const {
    for (MeasureIndex m; m.value < measures().size(); ++m.value) {
        const auto all = responsibilities(m);
        if (all.empty()) continue;
        const bool led = std::any_of(all.begin(), all.end(),
                                     [](const auto& each) { return each.role == Role::lead; });
        if (!led) return false;
    }
    return !content_->responsibilities.empty();
}

bool Dataset::declares_some_leads() const {
    return declares_leads() && !declares_all_leads();
}

std::string measure_label(const Dataset& dataset, MeasureIndex measure) {
    auto identifier = dataset[measure].identifier();
    if (dataset.notices().size() < 2) return identifier;
    return dataset[dataset[measure].notice].id + ':' + identifier;
}

}  // namespace remit
