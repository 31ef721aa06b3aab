#include "yaml_measure.hpp"

#include "yaml_values.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

namespace remit::detail {
namespace {

using Word = std::string_view;

constexpr std::array<Word, 5> countings{"lead", "yes", "true", "no", "false"};
constexpr std::array<Word, 4> namings{"departments", "lead", "roles", "collective"};

RoleKind kind_of(std::size_t counting) {
    if (counting == 0) return RoleKind::leads;
    return counting < 3 ? RoleKind::takes_part : RoleKind::apart;
}

/// `roles` of a measure: any id, until it is known which roles there are.
std::vector<DraftRoleNaming> read_roles(const Node& node, Diagnostics& diagnostics) {
    std::vector<Word> all(node.keys.size());
    std::transform(node.keys.begin(), node.keys.end(), all.begin(),
                   [](const PlacedText& key) { return Word(key.value); });
    const auto owner =
        diagnostics.say("thing.of", {"'roles'", diagnostics.say(records::measure.in_words)});
    const Fields fields(node, owner, Record{"", {}, all}, diagnostics);
    std::vector<DraftRoleNaming> result;
    for (const auto& role : node.keys) {
        if (!role.value.empty()) result.push_back({role, fields.texts(role.value)});
    }
    if (node.kind == Node::Kind::map && node.keys.empty()) {
        diagnostics.error(node.where, "check.empty-value", {owner});
    }
    return result;
}

/// `weights` of a measure: any name, until it is known which departments there are. Each by itself,
/// for there may be as many as departments.
std::vector<DraftWeight> read_weights(const Node& node, Diagnostics& diagnostics) {
    const auto owner =
        diagnostics.say("thing.of", {"'weights'", diagnostics.say(records::measure.in_words)});
    std::vector<DraftWeight> result;
    if (node.kind != Node::Kind::map) {
        (void)Fields(node, owner, Record{"", {}, {}}, diagnostics);  // reports it
        return result;
    }
    if (node.keys.empty()) diagnostics.error(node.where, "check.empty-value", {owner});
    std::set<Word> known;
    Node one;
    one.kind = Node::Kind::map;
    for (std::size_t i = 0; i < node.keys.size() && i < node.items.size(); ++i) {
        const Word name = node.keys[i].value;
        if (name.empty() || !known.insert(name).second) continue;  // reported
        one.keys = {node.keys[i]};
        one.items = {node.items[i]};
        const Fields fields(one, owner, Record{"", {}, std::span(&name, 1)}, diagnostics);
        auto amount = fields.text(name);
        if (!amount.value.empty()) result.push_back({node.keys[i], std::move(amount)});
    }
    return result;
}

/// Reads those whom a measure names.
void read_namings(const Fields& fields, DraftMeasure& result, Diagnostics& diagnostics) {
    const auto add = [&](Word key, Role role) {
        auto names = fields.texts(key);
        result.departments.reserve(result.departments.size() + names.size());
        for (auto& name : names) result.departments.push_back({std::move(name), role});
    };
    const bool any =
        std::any_of(namings.begin(), namings.end(), [&](Word key) { return fields.has(key); });
    if (!any) fields.require(fields.has("with") ? "lead" : "departments");
    if (const auto* list = fields.find("departments")) {
        if (const auto* with = fields.find("with")) {
            diagnostics.error(with->where, "check.mixed-roles", {},
                              {diagnostics.note(with->where, "note.others-are-with")});
        }
        result.nobody = list->kind == Node::Kind::sequence && list->items.empty();
        if (!result.nobody) add("departments", Role::guiding);
        result.leads = fields.texts("lead");
    } else {
        add("lead", Role::lead);
        add("with", Role::with);
    }
    if (const auto* roles = fields.find("roles")) result.roles = read_roles(*roles, diagnostics);
    result.collective = fields.localized_list("collective");
    result.open = fields.boolean("open", false);
    if (const auto* weights = fields.find("weights")) {
        result.weights = read_weights(*weights, diagnostics);
    }
}

}  // namespace

DraftRole read_role(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::role, diagnostics);
    fields.require("name");
    DraftRole role{fields.id(), fields.localized("name"), std::nullopt};
    if (const auto counting = fields.choice("counts", countings)) role.kind = kind_of(*counting);
    return role;
}

DraftScope read_scope(const Fields& fields, Diagnostics& diagnostics) {
    const auto* node = fields.find("scope");
    if (node == nullptr) return {};
    const auto is_map = [](const Node& item) { return item.kind == Node::Kind::map; };
    const auto read_unnamed = [&](const Node& item) {
        const Fields unnamed(item, records::unnamed, diagnostics);
        unnamed.require("unnamed");
        return unnamed.localized("unnamed");
    };
    if (is_map(*node)) return {{}, {read_unnamed(*node)}};
    DraftScope scope;
    scope.regions = fields.texts("scope", is_map);
    if (node->kind != Node::Kind::sequence) return scope;
    for (const auto& item : node->items) {
        if (is_map(item)) scope.unnamed.push_back(read_unnamed(item));
    }
    return scope;
}

DraftMeasure read_measure(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::measure, diagnostics);
    for (const auto key : {fields.has("code") ? "code" : "number", "title"}) fields.require(key);
    DraftMeasure result;
    result.where = node.where;
    result.number = fields.number("number", 1);
    result.code = fields.text("code");
    result.continues = fields.texts("continues");
    result.locator = fields.text("locator").value;
    result.title = fields.localized("title");
    result.annex_title = fields.localized("annex-title");
    result.display = fields.localized("display");
    result.summary = fields.localized("summary");
    result.category = fields.text("category");
    read_namings(fields, result, diagnostics);
    result.scope = read_scope(fields, diagnostics);
    result.values = read_values(fields, diagnostics);
    return result;
}

}  // namespace remit::detail
