#include "yaml_registry.hpp"

#include "yaml_fields.hpp"

#include <array>

namespace remit::detail {
namespace {

constexpr std::array<std::string_view, 6> changes{"merged-into",     "replaced-by",
                                                  "split-into",      "functions-to",
                                                  "administered-by", "re-established"};
constexpr std::array<std::string_view, 2> extents{"province", "core"};

std::optional<Date> date_of(const Fields& fields, std::string_view key) {
    const auto date = fields.date(key);
    return date ? std::optional{date->value} : std::nullopt;
}

}  // namespace

DraftBody read_body(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::department, diagnostics);
    fields.require("name");
    DraftBody body{fields.id(),
                   fields.localized("name"),
                   fields.localized("short"),
                   fields.text("abbreviation").value,
                   fields.texts("aliases"),
                   fields.text("kind").value,
                   fields.text("kind-source"),
                   {},
                   fields.text("note").value,
                   fields.text("source"),
                   date_of(fields, "began"),
                   fields.boolean("verified", true)};
    for (const auto& each : fields.records("former-names")) {
        const Fields former(each, records::former_name, diagnostics);
        former.require("name");
        former.require("until");
        body.former_names.push_back({former.localized("name"), former.text("abbreviation").value,
                                     date_of(former, "until").value_or(Date{}),
                                     former.text("source")});
    }
    return body;
}

DraftSuccession read_succession(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::succession, diagnostics);
    for (const auto key : {"from", "to", "change", "date"}) fields.require(key);
    DraftSuccession result;
    result.where = node.where;
    result.from = fields.texts("from");
    result.to = fields.texts("to");
    const auto change = fields.choice("change", changes);
    result.change = static_cast<Change>(change.value_or(0));
    result.date = date_of(fields, "date").value_or(Date{});
    result.until = date_of(fields, "until");
    if (change && fields.has("began")) result.began = fields.boolean("began", false);
    result.what = fields.text("what").value;
    result.source = fields.text("source");
    return result;
}

DraftPlace read_place(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::region, diagnostics);
    fields.require("name");
    DraftPlace result;
    result.id = fields.id();
    result.kind = fields.text("kind").value;
    result.name = fields.localized("name");
    result.short_name = fields.localized("short");
    result.aliases = fields.texts("aliases");
    result.iso = fields.text("iso").value;
    result.within = fields.text("within");
    result.addressed = fields.boolean("addressed", true);
    result.comprises = fields.texts("comprises");
    result.core = fields.texts("core");
    result.extent = static_cast<Extent>(fields.choice("extent", extents).value_or(0));
    result.note = fields.text("note").value;
    result.source = fields.text("source");
    result.began = date_of(fields, "began");
    return result;
}

DraftGroup read_group(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::group, diagnostics);
    fields.require("name");
    fields.require("members");
    return {fields.id(),
            fields.localized("name"),
            fields.localized("short"),
            fields.texts("aliases"),
            fields.texts("members"),
            fields.text("note").value,
            fields.text("source")};
}

}  // namespace remit::detail
