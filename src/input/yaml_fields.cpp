#include "yaml_fields.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace remit::detail {
namespace {

/// Which key was probably meant, or which record it is a key of; nothing if none is near.
std::string meant_key(std::string_view key, const Record& record, const Diagnostics& words) {
    const auto wanted = code_points(key.substr(0, 64));
    std::string_view nearest;
    auto least = wanted.size() / 2 + 1;
    for (const auto candidate : record.keys) {
        const auto distance = edit_distance(wanted, code_points(candidate));
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    const auto owner =
        std::find_if(records::all.begin(), records::all.end(), [&](const Record& other) {
            return std::find(other.keys.begin(), other.keys.end(), key) != other.keys.end();
        });
    if (owner != records::all.end()) {
        return words.say("note.is-a-key-of", {in_quotes(key), words.say(owner->in_words)});
    }
    if (!nearest.empty()) return words.say("note.did-you-mean", {in_quotes(nearest)});
    return &record == &records::measure ? words.say("note.own-fields") : "";
}

}  // namespace

std::optional<std::uint32_t> parse_number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

void report_unknown_key(const PlacedText& key, const std::string& owner, const Record& record,
                        Diagnostics& diagnostics) {
    auto* const fresh =
        diagnostics.once(owner + '\n' + key.value + '\n' + std::to_string(key.where.file),
                         diagnostics.problem(Severity::error, key.where, "check.unknown-key",
                                             {owner, in_quotes(key.value)}));
    if (fresh == nullptr || diagnostics.has_many()) return;
    const auto meant = meant_key(key.value, record, diagnostics);
    if (!meant.empty()) fresh->notes = {{key.where, meant}};
}

Fields::Fields(const Node& node, std::string owner, const Record& record, Diagnostics& diagnostics)
    : node_(node), owner_(std::move(owner)), diagnostics_(diagnostics) {
    if (node.kind != Node::Kind::map) {
        diagnostics_.error(
            node.where, "check.wrong-type",
            {owner_, diagnostics_.say("thing.a-map"), diagnostics_.say(kind_name(node.kind))});
        return;
    }
    for (const auto& key : node.keys) {
        const bool fine =
            std::find(record.keys.begin(), record.keys.end(), key.value) != record.keys.end() ||
            (&record == &records::languages && Language::of(key.value));
        if (!fine && !key.value.empty()) report_unknown_key(key, owner_, record, diagnostics_);
    }
}

const Node* Fields::find(std::string_view key) const {
    for (std::size_t i = 0; i < node_.keys.size() && i < node_.items.size(); ++i) {
        if (node_.keys[i].value == key) return &node_.items[i];
    }
    return nullptr;
}

void Fields::require(std::string_view key) const {
    if (node_.kind != Node::Kind::map || has(key)) return;
    diagnostics_.error(node_.where, "check.missing-field", {owner_, in_quotes(key)});
}

void Fields::empty(const Node& node, std::string_view key) const {
    diagnostics_.error(node.where, "check.empty-value.of", {in_quotes(key), owner_});
}

void Fields::wrong_type(const Node& node, std::string_view key, const std::string& wanted) const {
    if (node.kind == Node::Kind::null || (node.kind == Node::Kind::scalar && is_blank(node.text))) {
        empty(node, key);
        return;
    }
    diagnostics_.error(node.where, "check.wrong-type.of",
                       {in_quotes(key), owner_, wanted, diagnostics_.say(kind_name(node.kind))});
}

void Fields::wrong_value(const Node& node, std::string_view key, const std::string& wanted,
                         const std::string& instead) const {
    std::vector<Note> notes;
    if (!instead.empty()) notes.push_back(diagnostics_.note(node.where, "note.write", {instead}));
    diagnostics_.error(node.where, "check.wrong-value.of",
                       {in_quotes(key), owner_, wanted, in_quotes(node.text)}, std::move(notes));
}

PlacedText Fields::text(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return {};
    if (node->kind != Node::Kind::scalar || is_blank(node->text)) {
        wrong_type(*node, key, diagnostics_.say("thing.text"));
        return {"", node->where};
    }
    return {node->text, node->where};
}

PlacedText Fields::id(std::string_view key) const {
    require(key);
    auto result = text(key);
    if (!result.value.empty() && !is_id(result.value)) {
        wrong_value(*find(key), key, diagnostics_.say("thing.made-of-ascii"));
    }
    return result;
}

LocalizedText Fields::localized(std::string_view key) const {
    const auto* node = find(key);
    return node == nullptr ? LocalizedText{} : localized(*node, key);
}

std::vector<Placed<LocalizedText>> Fields::localized_list(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return {};
    if (node->kind != Node::Kind::sequence) return {{localized(*node, key), node->where}};
    std::vector<Placed<LocalizedText>> result;
    for (const auto& item : node->items) result.push_back({localized(item, key), item.where});
    if (result.empty()) empty(*node, key);
    return result;
}

LocalizedText Fields::localized(const Node& node, std::string_view key) const {
    if (node.kind == Node::Kind::scalar && !is_blank(node.text)) {
        return LocalizedText::same(node.text);
    }
    if (node.kind != Node::Kind::map) {
        wrong_type(node, key, diagnostics_.say("thing.localized-text"));
        return {};
    }
    const Fields texts(node, in_quotes(key), records::languages, diagnostics_);
    LocalizedText result;
    for (const auto& [name, where] : node.keys) {
        const auto language = Language::of(name);
        if (!language) continue;  // reported
        for (const auto& [other, text] : result.texts()) {
            if (other != *language) continue;
            diagnostics_.error(where, "check.duplicate-key.of-language",
                               {in_quotes(key), std::string(other.tag())});
        }
        result.set(*language, texts.text(name).value);
    }
    if (node.keys.empty()) empty(node, key);
    return result;
}

std::optional<Placed<std::uint32_t>> Fields::number(std::string_view key,
                                                    std::uint32_t least) const {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto wanted = diagnostics_.say(
        "thing.a-whole-number",
        {std::to_string(least), std::to_string(std::numeric_limits<std::uint32_t>::max())});
    if (node->kind != Node::Kind::scalar) {
        wrong_type(*node, key, wanted);
        return std::nullopt;
    }
    const auto value = parse_number(node->text);
    if (!value || *value < least) {
        const auto plain = normal_form(node->text);
        const auto meant = parse_number(plain);
        wrong_value(*node, key, wanted, meant && *meant >= least ? plain : "");
        return std::nullopt;
    }
    return Placed<std::uint32_t>{*value, node->where};
}

std::optional<Placed<Date>> Fields::date(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind != Node::Kind::scalar) {
        wrong_type(*node, key, diagnostics_.say("thing.a-date"));
        return std::nullopt;
    }
    const auto value = parse_date(node->text);
    if (!value) {
        wrong_value(*node, key, diagnostics_.say(date_forms), likely_date(node->text));
        return std::nullopt;
    }
    return Placed<Date>{*value, node->where};
}

bool Fields::boolean(std::string_view key, bool otherwise) const {
    constexpr std::array<std::string_view, 2> words{"false", "true"};
    const auto chosen = choice(key, words);
    return chosen ? *chosen == 1 : otherwise;
}

std::vector<PlacedText> Fields::texts(std::string_view key, bool (*other)(const Node&)) const {
    const auto* node = find(key);
    if (node == nullptr) return {};
    if (node->kind != Node::Kind::sequence) {
        const auto one = text(key);
        return one.value.empty() ? std::vector<PlacedText>{} : std::vector{one};
    }
    std::vector<PlacedText> result;
    result.reserve(node->items.size());
    for (const auto& item : node->items) {
        if (other != nullptr && other(item)) continue;
        if (item.kind == Node::Kind::scalar && !item.text.empty()) {
            result.push_back({item.text, item.where});
        } else {
            wrong_type(item, key, diagnostics_.say("thing.a-list-of-texts"));
        }
    }
    if (node->items.empty()) empty(*node, key);
    return result;
}

std::optional<std::size_t> Fields::choice(std::string_view key,
                                          std::span<const std::string_view> choices) const {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), node->text);
    if (node->kind == Node::Kind::scalar && found != choices.end()) {
        return static_cast<std::size_t>(found - choices.begin());
    }
    const std::vector<std::string> names(choices.begin(), choices.end());
    const auto wanted = diagnostics_.listed(names, "note.either");
    if (node->kind == Node::Kind::scalar && !node->text.empty()) {
        wrong_value(*node, key, wanted);
    } else {
        wrong_type(*node, key, wanted);
    }
    return std::nullopt;
}

std::span<const Node> Fields::records(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return {};
    if (node->kind == Node::Kind::sequence) return node->items;
    wrong_type(*node, key, diagnostics_.say("thing.a-list"));
    return {};
}

}  // namespace remit::detail
