// What the departments of a measure weigh in it, where its file says so.
#include "build_namings.hpp"

#include <remit/model/weights.hpp>

#include <utility>

namespace remit::detail {

/// One for each of the last measure's departments, or none at all.
void NamingBuilder::add_weights(const DraftMeasure& written) {
    auto& all = content_.weights;
    if (written.weights.empty() && all.empty()) return;
    all.resize(content_.responsibilities.size());
    const auto begin = content_.responsibility_begin.rbegin()[1];
    std::vector<const PlacedText*> names(content_.responsibilities.size() - begin);
    bool known = true;
    for (const auto& each : written.weights) {
        const auto body = body_of(each.body);
        const auto weight = weight_of(each);
        known = known && body && weight;
        if (!body) continue;
        const auto at = named_[body->value].responsibility;
        const bool is_department = named_[body->value].name != nullptr && at < bodies_.size() &&
                                   bodies_[at] == *body;  // not so of a collective actor
        if (!is_department) {
            diagnostics_.error(each.body.where, "check.wrong-weights.of-no-department",
                               {owner_, in_quotes(each.body.value)},
                               {diagnostics_.note(each.body.where, "note.weights-for-each")});
            known = false;
            continue;
        }
        auto& name = names[at - begin];
        if (name != nullptr) {
            diagnostics_.error(
                each.body.where, "check.wrong-weights.twice", {owner_, in_quotes(each.body.value)},
                {diagnostics_.note(name->where, "note.named-first-as", {in_quotes(name->value)})});
            continue;
        }
        name = &each.body;
        all[at] = weight.value_or(0.0);
    }
    if (known && !written.weights.empty()) report_missing_weights(written, names);
}

std::optional<double> NamingBuilder::weight_of(const DraftWeight& written) {
    const auto& [text, where] = written.amount;
    const auto weight = parse_link_weight(text, diagnostics_.language);
    if (weight.problem.empty()) return weight.value;
    std::vector<Note> notes;
    if (!weight.instead.empty()) {
        notes.push_back(diagnostics_.note(where, "note.write", {weight.instead}));
    }
    diagnostics_.error(where, "check.wrong-value.weight",
                       {in_quotes(written.body.value), owner_, weight.problem, in_quotes(text)},
                       std::move(notes));
    return std::nullopt;
}

void NamingBuilder::report_missing_weights(const DraftMeasure& written,
                                           std::span<const PlacedText* const> names) {
    const auto begin = content_.responsibilities.size() - names.size();
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] != nullptr) continue;
        missing.push_back(content_.registry[bodies_[begin + i]].id);
    }
    if (missing.empty()) return;
    const auto where = written.weights.front().body.where;
    diagnostics_.error(where, "check.wrong-weights.missing",
                       {owner_, diagnostics_.listed(missing, "note.both")},
                       {diagnostics_.note(where, "note.weights-for-each")});
}

}  // namespace remit::detail
