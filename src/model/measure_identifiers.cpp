#include "build.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace remit::detail {
namespace {

/// In characters: what stands before the titles of a picture.
constexpr std::size_t longest_code = 24;

/// Whether each has a greater number than the one before it, and nothing else that names it: then
/// none is there twice.
bool are_numbered(std::span<const DraftMeasure> measures) {
    const auto other = std::adjacent_find(
        measures.begin(), measures.end(), [](const DraftMeasure& a, const DraftMeasure& b) {
            return !a.number || !b.number || a.number->value >= b.number->value;
        });
    return other == measures.end() &&
           std::all_of(measures.begin(), measures.end(),
                       [](const DraftMeasure& each) { return each.code.value.empty(); });
}

}  // namespace

std::string name_of(const DraftMeasure& measure, const Diagnostics& diagnostics) {
    const auto& code = measure.code.value;
    if (code.empty() && !measure.number) return diagnostics.say("thing.the-measure");
    return diagnostics.say("thing.measure-number",
                           {code.empty() ? std::to_string(measure.number->value) : code});
}

void sort_by_number(std::vector<DraftMeasure>& measures, Diagnostics& diagnostics) {
    const bool coded = std::any_of(measures.begin(), measures.end(), [](const auto& each) {
        return !each.number && !each.code.value.empty();
    });
    if (coded) return;
    for (std::size_t i = 1; i < measures.size(); ++i) {
        const auto& before = measures[i - 1].number;
        const auto& number = measures[i].number;
        if (!before || !number || number->value >= before->value) continue;
        diagnostics.warning(number->where, "check.number-out-of-order",
                            {std::to_string(number->value), std::to_string(before->value)});
    }
    const auto value = [](const DraftMeasure& measure) {
        return measure.number ? measure.number->value : 0;
    };
    const auto before = [&](const auto& a, const auto& b) { return value(a) < value(b); };
    if (std::is_sorted(measures.begin(), measures.end(), before)) return;
    std::stable_sort(measures.begin(), measures.end(), before);
}

void check_identifiers(std::span<const DraftMeasure> measures, Diagnostics& diagnostics) {
    if (are_numbered(measures)) return;
    std::unordered_map<std::string, Place> first;
    const auto check = [&](const std::string& identifier, Place where, const Phrase& twice,
                           const std::string& shown) {
        const auto [known, fresh] = first.emplace(identifier, where);
        if (fresh) return;
        diagnostics.error(where, twice, {shown},
                          {diagnostics.note(known->second, "note.given-first")});
    };
    for (const auto& measure : measures) {
        const auto number = measure.number ? std::to_string(measure.number->value) : "";
        if (measure.number) {
            check(number, measure.number->where, "check.duplicate-number", number);
        }
        const auto& [code, where] = measure.code;
        if (code.empty()) continue;
        if (code != number) check(code, where, "check.duplicate-code", in_quotes(code));
        if (code_points(code).size() <= longest_code) continue;
        diagnostics.error(where, "check.long-code",
                          {in_quotes(code), std::to_string(longest_code)});
    }
}

std::vector<EarlierMeasure> earlier_measures(const DraftMeasure& measure, const std::string& notice,
                                             Diagnostics& diagnostics) {
    std::vector<EarlierMeasure> all;
    for (const auto& [text, where] : measure.continues) {
        const auto colon = text.find(':');
        const auto of = text.substr(0, colon);
        if (colon == text.npos || !is_id(of) || colon + 1 == text.size()) {
            diagnostics.error(where, "check.wrong-value.continues",
                              {name_of(measure, diagnostics), in_quotes(text)},
                              {diagnostics.note(where, "note.write-continues")});
        } else if (of == notice) {
            diagnostics.error(where, "check.continues-itself",
                              {name_of(measure, diagnostics), in_quotes(text)});
        } else {
            all.push_back({of, text.substr(colon + 1)});
        }
    }
    return all;
}

void check_continued(const Draft& draft, const Dataset::Content& content,
                     Diagnostics& diagnostics) {
    const auto measures = std::span(content.measures);
    if (std::all_of(measures.begin(), measures.end(),
                    [](const Measure& each) { return each.continues.empty(); })) {
        return;
    }
    std::unordered_set<std::string> notices;
    std::unordered_set<std::string> labels;
    for (const auto& notice : content.notices) notices.insert(notice.id);
    for (const auto& measure : measures) {
        const auto prefix = content.notices[measure.notice.value].id + ':';
        for (const auto& identifier : identifiers(measure)) labels.insert(prefix + identifier);
    }
    for (const auto& file : draft.files) {
        for (const auto& measure : file.measures) {
            for (const auto& [text, where] : measure.continues) {
                if (!notices.contains(text.substr(0, text.find(':'))) || labels.contains(text)) {
                    continue;
                }
                diagnostics.error(where, "check.unknown-measure.continued",
                                  {name_of(measure, diagnostics), in_quotes(text)});
            }
        }
    }
}

}  // namespace remit::detail
