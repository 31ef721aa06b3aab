#include "build_namings.hpp"

#include <algorithm>
#include <array>

namespace remit::detail {
namespace {

/// The roles of the format, which a file may only name.
constexpr std::array<std::string_view, 3> roles_of_the_format{"departments", "lead", "with"};
constexpr std::string_view collective_kind = "collective";

bool is_of_the_format(const std::string& id) {
    return std::find(roles_of_the_format.begin(), roles_of_the_format.end(), id) !=
           roles_of_the_format.end();
}

std::string_view word(RoleKind kind) {
    constexpr std::array<std::string_view, 3> words{"lead", "yes", "no"};
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace

std::vector<RoleRecord> build_roles(const Draft& draft, Diagnostics& diagnostics) {
    std::vector<RoleRecord> roles;
    std::map<std::string, std::pair<std::size_t, Place>> known;
    for (const auto& file : draft.files) {
        std::set<std::string> own;
        for (const auto& written : file.roles) {
            const auto& id = written.id.value;
            const auto where = written.id.where;
            if (!own.insert(id).second) {
                diagnostics.error(where, "check.duplicate-id",
                                  {diagnostics.named("thing.role", id)});
            }
            if (written.kind && is_of_the_format(id)) {
                diagnostics.error(where, "check.wrong-value.role-of-the-format", {in_quotes(id)});
                continue;
            }
            const auto kind =
                written.kind.value_or(id == "lead" ? RoleKind::leads : RoleKind::takes_part);
            const auto [found, fresh] = known.try_emplace(id, roles.size(), where);
            if (fresh) {
                roles.push_back({id, written.name, kind});
            } else if (const auto first = roles[found->second.first].kind; first != kind) {
                diagnostics.error(where, "check.role-mismatch",
                                  {in_quotes(id), in_quotes(word(kind)), in_quotes(word(first))},
                                  {diagnostics.note(found->second.second, "note.given-first")});
            }
        }
    }
    return roles;
}

NamingBuilder::NamingBuilder(Dataset::Content& content, const Names& names,
                             Diagnostics& diagnostics)
    : content_(content),
      names_(names),
      diagnostics_(diagnostics),
      lives_(lives(content.registry)),
      named_(content.registry.bodies.size()) {
    content_.responsibility_begin.push_back(0);
}

void NamingBuilder::add(const DraftFile& file, const DraftMeasure& written,
                        const std::string& owner) {
    owner_ = owner;
    for (const auto body : departments_) named_[body.value] = {};
    departments_.clear();
    roles_named_.clear();
    content_.measures.back().open = written.open;
    add_roles(written, RoleKind::leads);
    for (const auto& each : written.departments) {
        const auto* const id = each.role == Role::lead   ? "lead"
                               : each.role == Role::with ? "with"
                                                         : "departments";
        add_body(each.department, each.role, role_of(id));
    }
    add_roles(written, RoleKind::takes_part);
    add_roles(written, RoleKind::apart);
    add_collective(written);
    settle_roles(file);
    content_.responsibility_begin.push_back(
        static_cast<std::uint32_t>(content_.responsibilities.size()));
    if (!written.leads.empty()) set_leads(written.leads);
    check_open(written);
    add_weights(written);
}

void NamingBuilder::number() {
    if (!content_.weights.empty()) content_.weights.resize(content_.responsibilities.size());
    std::vector<BodyIndex> registry_order;
    for (std::uint32_t i = 0; i < content_.registry.bodies.size(); ++i) {
        registry_order.push_back({i});
    }
    number_departments(content_, bodies_, registry_order);
}

std::optional<BodyIndex> NamingBuilder::body_of(const PlacedText& name) const {
    return names_.body(name, owner_, diagnostics_, content_.notices.back().issued);
}

std::optional<RoleIndex> NamingBuilder::role_of(std::string_view id) const {
    const auto found = std::find_if(content_.roles.begin(), content_.roles.end(),
                                    [&](const RoleRecord& role) { return role.id == id; });
    if (found == content_.roles.end()) return std::nullopt;
    return RoleIndex{static_cast<std::uint32_t>(found - content_.roles.begin())};
}

/// A name of one who takes part; a second role of one who is there already is shown beside.
void NamingBuilder::add_body(const PlacedText& name, Role role, std::optional<RoleIndex> own) {
    const auto body = body_of(name);
    if (!body) return;
    const bool first_time = own && roles_named_.try_emplace({*body, *own}, &name).second;
    const bool other_role = first_time && !is_of_the_format(content_.roles[own->value].id);
    auto& known = named_[body->value];
    const bool fresh = known.name == nullptr;
    if (fresh) {
        known = {&name, content_.responsibilities.size()};
        departments_.push_back(*body);
    } else if (!other_role) {
        const auto& first = *known.name;
        diagnostics_.error(
            name.where, "check.duplicate-department", {owner_, in_quotes(name.value)},
            {diagnostics_.note(first.where, "note.named-first-as", {in_quotes(first.value)})});
        return;
    }
    warn_of_other_days(name, *body);
    const bool collective = content_.registry[*body].kind == collective_kind;
    if (collective || !fresh) {
        content_.measures.back().others.push_back({*body, {}, collective, role, own});
        return;
    }
    bodies_.push_back(*body);
    content_.responsibilities.push_back({DepartmentIndex{}, role, own});
}

void NamingBuilder::add_apart(const PlacedText& name, RoleIndex own) {
    const auto body = body_of(name);
    if (!body) return;
    const auto [same, first_time] = roles_named_.try_emplace({*body, own}, &name);
    if (!first_time) {
        diagnostics_.error(name.where, "check.duplicate-department.in-role",
                           {owner_, in_quotes(name.value), in_quotes(content_.roles[own.value].id)},
                           {diagnostics_.note(same->second->where, "note.named-first")});
        return;
    }
    warn_of_other_days(name, *body);
    content_.measures.back().others.push_back({*body, {}, false, Role::guiding, own});
}

/// Those in the roles of one kind, as the measure has them.
void NamingBuilder::add_roles(const DraftMeasure& written, RoleKind kind) {
    for (const auto& [role, bodies] : written.roles) {
        const auto own = role_of(role.value);
        if (!own || is_of_the_format(role.value)) {
            if (kind != RoleKind::leads) continue;  // said once
            report_unknown_role(role);
            continue;
        }
        if (content_.roles[own->value].kind != kind) continue;
        for (const auto& name : bodies) {
            if (kind == RoleKind::apart) {
                add_apart(name, *own);
            } else {
                add_body(name, kind == RoleKind::leads ? Role::lead : Role::guiding, own);
            }
        }
    }
}

void NamingBuilder::report_unknown_role(const PlacedText& role) {
    std::vector<std::string> known;
    for (const auto& each : content_.roles) {
        if (!is_of_the_format(each.id)) known.push_back(each.id);
    }
    diagnostics_.error(role.where, "check.unknown-role", {owner_, in_quotes(role.value)},
                       {known.empty() ? diagnostics_.note(role.where, "note.no-roles")
                                      : diagnostics_.note(role.where, "note.the-roles",
                                                          {diagnostics_.listed(known)})});
}

void NamingBuilder::add_collective(const DraftMeasure& written) {
    std::vector<LocalizedText> known;
    for (const auto& [words, where] : written.collective) {
        if (std::find(known.begin(), known.end(), words) != known.end()) {
            diagnostics_.error(where, "check.duplicate-collective", {owner_});
            continue;
        }
        known.push_back(words);
        const auto bodies = content_.registry.body_names.find(std::string(words.in(Language::en)));
        const bool one = bodies.size() == 1;
        if (one && content_.registry[bodies.front()].kind != collective_kind) {
            diagnostics_.warning(where, "check.collective-is-department",
                                 {owner_, in_quotes(words.in(diagnostics_.language))},
                                 {diagnostics_.note(where, "note.under-departments")});
        }
        content_.measures.back().others.push_back(
            {one ? std::optional(bodies.front()) : std::nullopt, words, true, Role::guiding,
             std::nullopt});
    }
}

/// Who takes part under a lead is with it; by the file's convention the first of a list leads it.
void NamingBuilder::settle_roles(const DraftFile& file) {
    const auto own =
        std::span(content_.responsibilities).subspan(content_.responsibility_begin.back());
    const bool led = std::any_of(own.begin(), own.end(),
                                 [](const auto& each) { return each.role == Role::lead; });
    if (!led && !file.first_leads) return;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].role != Role::guiding) continue;
        own[i].role = !led && i == 0 ? Role::lead : Role::with;
    }
}

std::span<Responsibility> NamingBuilder::own_responsibilities() {
    return std::span(content_.responsibilities).subspan(content_.responsibility_begin.rbegin()[1]);
}

/// Those of the last measure's departments that are named lead it, and the others are with them.
void NamingBuilder::set_leads(const std::vector<PlacedText>& leads) {
    for (auto& each : own_responsibilities()) each.role = Role::with;
    for (const auto& name : leads) {
        const auto body = body_of(name);
        if (!body) continue;
        const auto& known = named_[body->value];
        if (known.name == nullptr) {
            diagnostics_.error(name.where, "check.lead-not-among-departments",
                               {owner_, in_quotes(name.value)},
                               {diagnostics_.note(name.where, "note.under-departments-too")});
            continue;
        }
        if (content_.registry[*body].kind == collective_kind) continue;
        auto& lead = content_.responsibilities[known.responsibility];
        lead.role = Role::lead;
        lead.own = role_of("lead");
    }
}

/// A list that goes on begins with somebody.
void NamingBuilder::check_open(const DraftMeasure& written) {
    if (!written.open || !departments_.empty() || !content_.measures.back().others.empty()) return;
    if (!written.departments.empty() || !written.roles.empty()) return;  // reported above
    diagnostics_.error(written.where, "check.open-without-list", {owner_},
                       {diagnostics_.note(written.where, "note.leave-out-open")});
}

/// A name is read as of the notice's date; a body that was not there then is a slip, or a later
/// name for the body that was.
void NamingBuilder::warn_of_other_days(const PlacedText& name, BodyIndex body) {
    if (!content_.notices.back().issued) return;
    const auto day = *content_.notices.back().issued;
    const auto& days = lives_[body.value];
    if (days.includes(day)) {
        if (days.leaves_open(day)) warn_of_open_day(name, days, day);
        return;
    }
    const bool early = days.begin && day.last_day() < days.begin->first_day();
    auto* const fresh = diagnostics_.once(
        name.value + '\n' + to_string(day),
        diagnostics_.problem(
            Severity::warning, name.where,
            early ? "check.name-of-another-day.began" : "check.name-of-another-day.ended",
            {owner_, in_quotes(name.value), to_string(early ? *days.begin : *days.end),
             to_string(day)}));
    if (fresh != nullptr) fresh->notes = bodies_of_the_day(name.where, body, day, early);
}

/// Where dates are vague, whether a body was there at the time of the notice may be open.
void NamingBuilder::warn_of_open_day(const PlacedText& name, const Life& days, Date day) {
    const bool ends = days.end && is_earlier(day, *days.end) == Truth::undecided;
    diagnostics_.once(
        name.value + "\nopen\n" + to_string(day),
        diagnostics_.problem(Severity::warning, name.where,
                             ends ? "check.undecided-day.ended" : "check.undecided-day.began",
                             {owner_, in_quotes(name.value),
                              to_string(ends ? *days.end : *days.begin), to_string(day)}));
}

/// Who held the place of a body on a day before it began, or after it ended.
std::vector<Note> NamingBuilder::bodies_of_the_day(Place where, BodyIndex body, Date day,
                                                   bool early) const {
    const auto& registry = content_.registry;
    std::vector<Note> notes;
    for (const auto& each : registry.successions) {
        const auto other = early ? each.from : each.to;
        const bool linked = (early ? each.to : each.from) == body && other != body;
        if (!linked || !lives_[other.value].includes(day)) continue;
        if (each.change == Change::administered_by) continue;
        const bool duties = each.change == Change::functions_to;
        notes.push_back(
            diagnostics_.note(where, duties ? "note.duties-with" : "note.place-held-by",
                              {in_quotes(registry[other].id),
                               std::string(registry[other].short_name.in(Language::zh_hans))}));
    }
    return notes;
}

}  // namespace remit::detail
