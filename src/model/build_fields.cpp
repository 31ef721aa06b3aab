#include "build.hpp"

#include <algorithm>
#include <array>

namespace remit::detail {
namespace {

constexpr std::size_t suggestions = 3;

/// What every measure has, by the words of conditions and the columns of tables.
constexpr std::array<std::string_view, 19> reserved{
    "department",  "category", "region", "role",        "notice",     "number", "code",
    "title",       "lead",     "with",   "first_named", "also_named", "scope",  "locator",
    "first-named", "name",     "all",    "collective",  "open"};

std::string type_in_words(FieldType type) {
    constexpr std::array<std::string_view, 4> words{"a text", "a date", "a number", "a choice"};
    return std::string(words[static_cast<std::size_t>(type)]);
}

std::string quoted_list(const std::vector<std::string>& names, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last : ", ";
        text += in_quotes(names[i]);
    }
    return text;
}

NameIndex<std::size_t> index_of(const Field& field) {
    NameIndex<std::size_t> names;
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        names.add_id(field.values[i].id, i);
        names.add(field.values[i].name, i);
    }
    return names;
}

}  // namespace

void FieldBuilder::declare(const Draft& draft) {
    for (const auto& file : draft.files) {
        const auto before = content_.fields.size();
        for (const auto& written : file.fields) declare(written, before);
    }
    for (const auto& field : content_.fields) choices_.push_back(index_of(field));
    for (std::size_t i = 0; i < content_.fields.size(); ++i) {
        const auto& field = content_.fields[i];
        names_.add_id(field.id, i);
        const auto clash = ids_.find(field.id + "_name");
        if (field.type != FieldType::choice || clash == ids_.end()) continue;
        diagnostics_.error(declared_[clash->second], "reserved-id",
                           "field " + in_quotes(clash->first) + " is the column of the names of " +
                               in_quotes(field.id) + "; give it another id");
    }
}

void FieldBuilder::declare(const DraftField& written, std::size_t before) {
    Field field{written.id.value, written.name, written.type, written.unit, {}};
    const auto name = "field " + in_quotes(field.id);
    for (const auto& value : written.values) {
        const bool twice = std::any_of(field.values.begin(), field.values.end(),
                                       [&](const auto& each) { return each.id == value.id.value; });
        if (twice) {
            diagnostics_.error(
                value.id.where, "duplicate-id",
                "value " + in_quotes(value.id.value) + " of " + name + " is there twice");
        }
        field.values.push_back({value.id.value, value.name});
    }
    check(written, name);
    const auto [known, fresh] = ids_.emplace(field.id, content_.fields.size());
    if (fresh) {
        content_.fields.push_back(std::move(field));
        declared_.push_back(written.id.where);
        return;
    }
    const std::vector<Note> first{{declared_[known->second], "it was declared here first"}};
    if (known->second >= before) {
        diagnostics_.error(written.id.where, "duplicate-id", name + " is there twice", first);
        return;
    }
    const auto& other = content_.fields[known->second];
    const bool same_values =
        std::equal(field.values.begin(), field.values.end(), other.values.begin(),
                   other.values.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
    const auto* const what = field.type != other.type   ? "type"
                             : field.unit != other.unit ? "unit"
                             : same_values              ? nullptr
                                                        : "list of values";
    if (what == nullptr) return;
    diagnostics_.error(written.id.where, "field-mismatch",
                       name + " has another " + what + " than in another file", first);
}

void FieldBuilder::check(const DraftField& written, const std::string& name) {
    const auto& id = written.id.value;
    const auto where = written.id.where;
    if (std::find(reserved.begin(), reserved.end(), id) != reserved.end()) {
        diagnostics_.error(where, "reserved-id",
                           name + " has the name of what every measure has; give it another id");
    }
    if (written.type == FieldType::choice && written.values.empty()) {
        diagnostics_.error(where, "missing-field", name + " is a choice and needs 'values'");
    }
    const auto only = [&](bool there, FieldType type, const char* key) {
        if (!there || written.type == type) return;
        diagnostics_.error(
            where, "wrong-value",
            name + " has " + in_quotes(key) + ", which only " + type_in_words(type) +
                " has, and is " + type_in_words(written.type),
            {{where, "write 'type: " + std::string(field_types[static_cast<std::size_t>(type)]) +
                         "', or leave it out"}});
    };
    only(!written.unit.empty(), FieldType::number, "unit");
    only(!written.values.empty(), FieldType::choice, "values");
}

std::vector<MeasureValue> FieldBuilder::values(const DraftMeasure& written,
                                               const std::string& owner) {
    std::vector<MeasureValue> result;
    for (const auto& each : written.values) {
        const auto found = ids_.find(each.field.value);
        if (found == ids_.end()) {
            report_unknown(each, owner);
            continue;
        }
        const FieldIndex field{static_cast<std::uint32_t>(found->second)};
        if (auto value = read(each, field, owner)) result.push_back({field, *std::move(value)});
    }
    std::sort(result.begin(), result.end(),
              [](const auto& a, const auto& b) { return a.field < b.field; });
    return result;
}

void FieldBuilder::report_unknown(const DraftValue& written, const std::string& owner) {
    const auto& [id, where] = written.field;
    if (unread_.any || unread_.text.find(id) != std::string::npos) return;
    auto* const fresh = diagnostics_.once(
        "field\n" + id,
        {Severity::error, where, "unknown-field",
         owner + " has the field " + in_quotes(id) + ", which no file declares under 'fields'"});
    if (fresh == nullptr || diagnostics_.has_many()) return;
    const auto near = names_.nearest(id, suggestions);
    std::vector<std::string> all;
    for (const auto& field : content_.fields) all.push_back(field.id);
    fresh->notes = {{where, !near.empty() ? "did you mean " + quoted_list(near, " or ") + "?"
                            : all.empty() ? "declare it: fields: [{id: " + id + ", name: …}]"
                                          : "the fields are " + quoted_list(all, " and ")}};
}

std::optional<FieldValue> FieldBuilder::read(const DraftValue& written, FieldIndex index,
                                             const std::string& owner) {
    const auto& field = content_.fields[index.value];
    const auto& text = written.text.value;
    const auto where = written.text.where;
    if (field.type == FieldType::text) {
        return written.texts.empty() ? LocalizedText::same(text) : written.texts;
    }
    const auto wrong = [&](const std::string& wanted, const std::string& instead) {
        std::vector<Note> notes;
        if (!instead.empty()) notes.push_back({where, "write " + instead});
        const bool map = text.empty();
        diagnostics_.error(where, map ? "wrong-type" : "wrong-value",
                           in_quotes(field.id) + " of " + owner + " must be " + wanted + ", not " +
                               (map ? "a map" : in_quotes(text)),
                           std::move(notes));
        return std::nullopt;
    };
    if (text.empty()) return wrong(type_in_words(field.type), "");
    if (field.type == FieldType::choice) return read_choice(written, index, owner);
    if (field.type == FieldType::date) {
        const auto date = parse_date(text);
        return date ? std::optional<FieldValue>(*date)
                    : wrong(std::string(date_forms), likely_date(text));
    }
    const auto amount = parse_amount(text);
    return amount.problem.empty() ? std::optional<FieldValue>(amount.value)
                                  : wrong(amount.problem, amount.instead);
}

std::optional<FieldValue> FieldBuilder::read_choice(const DraftValue& written, FieldIndex index,
                                                    const std::string& owner) {
    const auto& field = content_.fields[index.value];
    const auto& [text, where] = written.text;
    const auto found = choices_[index.value].find(text);
    if (found.size() == 1) return ChoiceIndex{static_cast<std::uint32_t>(found.front())};
    auto* const fresh = diagnostics_.once(
        "choice\n" + field.id + '\n' + text,
        {Severity::error, where, found.empty() ? "unknown-choice" : "ambiguous-choice",
         in_quotes(field.id) + " of " + owner + " is " + in_quotes(text) +
             (found.empty() ? ", which is none of its values" : ", which may be several values")});
    if (fresh == nullptr || diagnostics_.has_many()) return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& value : field.values) ids.push_back(value.id);
    const auto near = choices_[index.value].nearest(text, suggestions);
    fresh->notes = {{where, near.empty() || !found.empty()
                                ? "its values are " + quoted_list(ids, " and ")
                                : "did you mean " + quoted_list(near, " or ") + "?"}};
    return std::nullopt;
}

}  // namespace remit::detail
