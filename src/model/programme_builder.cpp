#include <remit/model/programme_builder.hpp>

#include <remit/model/number_text.hpp>

#include <utility>

namespace remit {
namespace {

Place at(std::uint32_t line) {
    return {0, line, 1};
}

std::vector<PlacedText> placed(const std::vector<std::string>& texts, std::uint32_t line) {
    std::vector<PlacedText> result;
    for (const auto& text : texts) result.push_back({text, at(line)});
    return result;
}

std::optional<Placed<std::uint32_t>> placed(std::optional<std::uint32_t> number,
                                            std::uint32_t line) {
    if (!number) return std::nullopt;
    return Placed<std::uint32_t>{*number, at(line)};
}

}  // namespace

ProgrammeBuilder::ProgrammeBuilder(std::string name) {
    file_.name = std::move(name);
}

void ProgrammeBuilder::add(NewDepartment department, std::uint32_t line) {
    DraftBody body;
    body.id = {std::move(department.id), at(line)};
    body.name = std::move(department.name);
    body.short_name = std::move(department.short_name);
    body.abbreviation = std::move(department.abbreviation);
    body.aliases = placed(department.aliases, line);
    body.kind = std::move(department.kind);
    file_.bodies.push_back(std::move(body));
}

void ProgrammeBuilder::add(NewRegion region, std::uint32_t line) {
    DraftPlace place;
    place.id = {std::move(region.id), at(line)};
    place.name = std::move(region.name);
    place.kind = std::move(region.kind);
    place.within = {std::move(region.within), at(line)};
    file_.places.push_back(std::move(place));
}

void ProgrammeBuilder::add(NewNotice notice, std::uint32_t line) {
    auto& draft = file_.notice.emplace();
    draft.id = {std::move(notice.id), at(line)};
    draft.title = std::move(notice.title);
    draft.number = std::move(notice.number);
    draft.issuer = std::move(notice.issuer);
    if (notice.issued) draft.issued = Placed<Date>{*notice.issued, at(line)};
    draft.announced = placed(notice.announced, line);
    draft.source = std::move(notice.source);
    file_.first_leads = notice.first_leads;
    const auto texts = draft.title.texts();
    if (!texts.empty()) file_.title_language = texts.front().first;
}

void ProgrammeBuilder::add(NewCategory category, std::uint32_t line) {
    DraftCategory draft;
    draft.id = {std::move(category.id), at(line)};
    draft.name = std::move(category.name);
    draft.announced = placed(category.announced, line);
    file_.categories.push_back(std::move(draft));
}

void ProgrammeBuilder::add(NewMeasure measure, std::uint32_t line) {
    DraftMeasure draft;
    draft.where = at(line);
    if (measure.number > 0) draft.number = Placed<std::uint32_t>{measure.number, at(line)};
    draft.code = {std::move(measure.code), at(line)};
    draft.title = std::move(measure.title);
    draft.summary = std::move(measure.summary);
    draft.category = {std::move(measure.category), at(line)};
    const auto add_as = [&](Role role, const std::vector<std::string>& names) {
        for (auto& name : placed(names, line)) draft.departments.push_back({std::move(name), role});
    };
    add_as(Role::guiding, measure.departments);
    if (measure.departments.empty()) {
        add_as(Role::lead, measure.lead);
    } else {
        draft.leads = placed(measure.lead, line);
    }
    add_as(Role::with, measure.with);
    draft.nobody = draft.departments.empty();
    draft.open = measure.open;
    draft.scope.regions = placed(measure.scope, line);
    for (auto& [body, weight] : measure.weights) {
        draft.weights.push_back({{std::move(body), at(line)}, {exact(weight), at(line)}});
    }
    file_.measures.push_back(std::move(draft));
}

LoadResult ProgrammeBuilder::build() const {
    Draft draft;
    draft.files.push_back(file_);
    Diagnostics found;
    found.files.push_back({file_.name, {}});
    return build_dataset(std::move(draft), std::move(found));
}

}  // namespace remit
