#include "build.hpp"

#include <algorithm>
#include <array>

namespace remit::detail {
namespace {

constexpr std::size_t suggestions = 3;

/// What every measure has, by the words of conditions and the columns of tables.
constexpr std::array<std::string_view, 21> reserved{"department",
                                                    "category",
                                                    "region",
                                                    "role",
                                                    "notice",
                                                    "number",
                                                    "code",
                                                    "title",
                                                    "lead",
                                                    "with",
                                                    "first_named",
                                                    "also_named",
                                                    "scope",
                                                    "locator",
                                                    "first-named",
                                                    "name",
                                                    "all",
                                                    "collective",
                                                    "open",
                                                    "lead_departments",
                                                    "first_department"};

const Phrase& type_in_words(FieldType type) {
    static constexpr std::array<Phrase, 4> words{"thing.a-text", "thing.a-date", "thing.a-number",
                                                 "thing.a-choice"};
    return words[static_cast<std::size_t>(type)];
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
        diagnostics_.error(declared_[clash->second], "check.reserved-id.of-names",
                           {in_quotes(clash->first), in_quotes(field.id)});
    }
}

void FieldBuilder::declare(const DraftField& written, std::size_t before) {
    Field field{written.id.value, written.name, written.type, written.unit, {}};
    const auto name = diagnostics_.named("thing.field", field.id);
    for (const auto& value : written.values) {
        const bool twice = std::any_of(field.values.begin(), field.values.end(),
                                       [&](const auto& each) { return each.id == value.id.value; });
        if (twice) {
            const auto value_name = diagnostics_.named("thing.value", value.id.value);
            diagnostics_.error(value.id.where, "check.duplicate-id",
                               {diagnostics_.say("thing.of", {value_name, name})});
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
    const std::vector<Note> first{
        diagnostics_.note(declared_[known->second], "note.declared-first")};
    if (known->second >= before) {
        diagnostics_.error(written.id.where, "check.duplicate-id", {name}, first);
        return;
    }
    const auto& other = content_.fields[known->second];
    const bool same_values =
        std::equal(field.values.begin(), field.values.end(), other.values.begin(),
                   other.values.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
    const auto* const mismatch = field.type != other.type   ? "check.field-mismatch.type"
                                 : field.unit != other.unit ? "check.field-mismatch.unit"
                                 : same_values              ? nullptr
                                                            : "check.field-mismatch.values";
    if (mismatch != nullptr) diagnostics_.error(written.id.where, mismatch, {name}, first);
}

void FieldBuilder::check(const DraftField& written, const std::string& name) {
    const auto& id = written.id.value;
    const auto where = written.id.where;
    if (std::find(reserved.begin(), reserved.end(), id) != reserved.end()) {
        diagnostics_.error(where, "check.reserved-id", {name});
    }
    if (written.type == FieldType::choice && written.values.empty()) {
        diagnostics_.error(where, "check.missing-field.values", {name});
    }
    const auto only = [&](bool there, FieldType type, const char* key) {
        if (!there || written.type == type) return;
        diagnostics_.error(
            where, "check.wrong-value.of-another-type",
            {name, in_quotes(key), diagnostics_.say(type_in_words(type)),
             diagnostics_.say(type_in_words(written.type))},
            {diagnostics_.note(where, "note.write-type",
                               {std::string(field_types[static_cast<std::size_t>(type)])})});
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
        "field\n" + id, diagnostics_.problem(Severity::error, where, "check.unknown-field",
                                             {owner, in_quotes(id)}));
    if (fresh == nullptr || diagnostics_.has_many()) return;
    const auto near = names_.nearest(id, suggestions);
    std::vector<std::string> all;
    for (const auto& field : content_.fields) all.push_back(field.id);
    const auto note = [&](const Phrase& phrase, const std::string& value) {
        fresh->notes = {diagnostics_.note(written.field.where, phrase, {value})};
    };
    if (!near.empty()) {
        note("note.did-you-mean", diagnostics_.listed(near, "note.either"));
    } else if (all.empty()) {
        note("note.declare-it", "fields: [{id: " + id + ", name: …}]");
    } else {
        note("note.the-fields", diagnostics_.listed(all, "note.both"));
    }
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
        if (!instead.empty()) notes.push_back(diagnostics_.note(where, "note.write", {instead}));
        const bool map = text.empty();
        diagnostics_.error(where, map ? "check.wrong-type.of" : "check.wrong-value.of",
                           {in_quotes(field.id), owner, wanted,
                            map ? diagnostics_.say("thing.a-map") : in_quotes(text)},
                           std::move(notes));
        return std::nullopt;
    };
    if (text.empty()) return wrong(diagnostics_.say(type_in_words(field.type)), "");
    if (field.type == FieldType::choice) return read_choice(written, index, owner);
    if (field.type == FieldType::date) {
        const auto date = parse_date(text);
        return date ? std::optional<FieldValue>(*date)
                    : wrong(diagnostics_.say(date_forms), likely_date(text));
    }
    const auto amount = parse_amount(text, diagnostics_.language);
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
        diagnostics_.problem(Severity::error, where,
                             found.empty() ? "check.unknown-choice" : "check.ambiguous-choice",
                             {in_quotes(field.id), owner, in_quotes(text)}));
    if (fresh == nullptr || diagnostics_.has_many()) return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& value : field.values) ids.push_back(value.id);
    const auto near = choices_[index.value].nearest(text, suggestions);
    const bool all = near.empty() || !found.empty();
    fresh->notes = {
        all ? diagnostics_.note(where, "note.its-values", {diagnostics_.listed(ids, "note.both")})
            : diagnostics_.note(where, "note.did-you-mean",
                                {diagnostics_.listed(near, "note.either")})};
    return std::nullopt;
}

}  // namespace remit::detail
