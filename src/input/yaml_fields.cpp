#include "yaml_fields.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace remit::detail {
namespace {

/// Which key was probably meant, or which record it is a key of; nothing if none is near.
std::string meant_key(std::string_view key, const Record& record) {
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
        return in_quotes(key) + " is a key of " + std::string(owner->in_words) +
               "; is it indented too far, or not far enough?";
    }
    return nearest.empty() ? "" : "did you mean " + in_quotes(nearest) + "?";
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
    auto* const fresh = diagnostics.once(
        owner + '\n' + key.value + '\n' + std::to_string(key.where.file),
        {Severity::error, key.where, "unknown-key", owner + " has no key " + in_quotes(key.value)});
    if (fresh == nullptr || diagnostics.has_many()) return;
    const auto meant = meant_key(key.value, record);
    if (!meant.empty()) fresh->notes = {{key.where, meant}};
}

Fields::Fields(const Node& node, std::string owner, const Record& record, Diagnostics& diagnostics)
    : node_(node), owner_(std::move(owner)), diagnostics_(diagnostics) {
    if (node.kind != Node::Kind::map) {
        diagnostics_.error(node.where, "wrong-type",
                           owner_ + " must be a map, not " + std::string(kind_name(node.kind)));
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
    diagnostics_.error(node_.where, "missing-field", owner_ + " needs " + in_quotes(key));
}

void Fields::wrong_type(const Node& node, std::string_view key, std::string_view wanted) const {
    const auto field = in_quotes(key) + " of " + owner_;
    if (node.kind == Node::Kind::null || (node.kind == Node::Kind::scalar && node.text.empty())) {
        diagnostics_.error(node.where, "empty-value", field + " is empty");
        return;
    }
    diagnostics_.error(
        node.where, "wrong-type",
        field + " must be " + std::string(wanted) + ", not " + std::string(kind_name(node.kind)));
}

void Fields::wrong_value(const Node& node, std::string_view key, std::string_view wanted,
                         const std::string& instead) const {
    std::vector<Note> notes;
    if (!instead.empty()) notes.push_back({node.where, "write " + instead});
    diagnostics_.error(node.where, "wrong-value",
                       in_quotes(key) + " of " + owner_ + " must be " + std::string(wanted) +
                           ", not " + in_quotes(node.text),
                       std::move(notes));
}

PlacedText Fields::text(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return {};
    if (node->kind != Node::Kind::scalar || node->text.empty()) {
        wrong_type(*node, key, "text");
        return {"", node->where};
    }
    return {node->text, node->where};
}

PlacedText Fields::id(std::string_view key) const {
    require(key);
    auto result = text(key);
    if (!result.value.empty() && !is_id(result.value)) {
        wrong_value(*find(key), key, "made of ASCII letters, digits, '-' and '_'");
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
    if (result.empty()) wrong_type({Node::Kind::null, node->where, {}, {}, {}}, key, "a list");
    return result;
}

LocalizedText Fields::localized(const Node& node, std::string_view key) const {
    if (node.kind == Node::Kind::scalar && !node.text.empty()) {
        return LocalizedText::same(node.text);
    }
    if (node.kind != Node::Kind::map) {
        wrong_type(node, key, "text, or a map of texts by language");
        return {};
    }
    const Fields texts(node, in_quotes(key), records::languages, diagnostics_);
    LocalizedText result;
    for (const auto& [name, where] : node.keys) {
        const auto language = Language::of(name);
        if (!language) continue;  // reported
        for (const auto& [other, text] : result.texts()) {
            if (other != *language) continue;
            diagnostics_.error(where, "duplicate-key",
                               in_quotes(key) + " has two texts in " + std::string(other.tag()));
        }
        result.set(*language, texts.text(name).value);
    }
    if (node.keys.empty()) {
        diagnostics_.error(node.where, "empty-value",
                           in_quotes(key) + " of " + owner_ + " is empty");
    }
    return result;
}

std::optional<Placed<std::uint32_t>> Fields::number(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind != Node::Kind::scalar) {
        wrong_type(*node, key, "a whole number");
        return std::nullopt;
    }
    const auto value = parse_number(node->text);
    if (!value) {
        const auto plain = normal_form(node->text);
        wrong_value(*node, key, "a whole number", parse_number(plain) ? plain : "");
        return std::nullopt;
    }
    return Placed<std::uint32_t>{*value, node->where};
}

std::optional<Placed<Date>> Fields::date(std::string_view key) const {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind != Node::Kind::scalar) {
        wrong_type(*node, key, "a date");
        return std::nullopt;
    }
    const auto value = parse_date(node->text);
    if (!value) {
        wrong_value(*node, key, date_forms, likely_date(node->text));
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
            wrong_type(item, key, "a list of texts");
        }
    }
    if (node->items.empty()) {
        diagnostics_.error(node->where, "empty-value",
                           in_quotes(key) + " of " + owner_ + " is empty");
    }
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
    std::string wanted;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) wanted += i + 1 == choices.size() ? " or " : ", ";
        wanted += in_quotes(choices[i]);
    }
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
    wrong_type(*node, key, "a list");
    return {};
}

}  // namespace remit::detail
