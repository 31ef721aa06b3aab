#include "yaml_values.hpp"

namespace remit::detail {

DraftField read_field(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::field, diagnostics);
    fields.require("name");
    DraftField result;
    result.id = fields.id();
    result.name = fields.localized("name");
    result.type = static_cast<FieldType>(fields.choice("type", field_types).value_or(0));
    result.unit = fields.localized("unit");
    for (const auto& each : fields.records("values")) {
        const Fields value(each, records::choice, diagnostics);
        value.require("name");
        result.values.push_back({value.id(), value.localized("name")});
    }
    return result;
}

std::vector<DraftValue> read_values(const Fields& measure, Diagnostics& diagnostics) {
    std::vector<DraftValue> result;
    const auto* const node = measure.find("fields");
    if (node == nullptr) return result;
    // Whether there are such fields is seen when all files are read.
    const std::vector<std::string_view> keys = [&] {
        std::vector<std::string_view> all;
        for (const auto& key : node->keys) all.emplace_back(key.value);
        return all;
    }();
    const auto owner =
        diagnostics.say("thing.of", {"'fields'", diagnostics.say(records::measure.in_words)});
    const Fields fields(*node, owner, {"", {}, keys}, diagnostics);
    if (node->kind != Node::Kind::map) return result;
    for (std::size_t i = 0; i < node->keys.size() && i < node->items.size(); ++i) {
        DraftValue value;
        value.field = node->keys[i];
        const bool by_language = node->items[i].kind == Node::Kind::map;
        if (by_language) value.texts = fields.localized(value.field.value);
        if (!by_language) value.text = fields.text(value.field.value);
        value.text.where = node->items[i].where;
        if (!value.texts.empty() || !value.text.value.empty()) result.push_back(std::move(value));
    }
    return result;
}

}  // namespace remit::detail
