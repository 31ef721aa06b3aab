#include "build.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace remit::detail {
namespace {

/// In characters: what stands before the titles of a picture.
constexpr std::size_t longest_code = 24;

/// Whether each has a greater number than the one before it, and nothing else that names it: then
/// none is there twice.
bool are_numbered(const DraftMeasures& measures) {
    std::optional<std::uint32_t> before;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto head = measures.head(i);
        if (!head.number || !head.code.value.empty()) return false;
        if (before && head.number->value <= *before) return false;
        before = head.number->value;
    }
    return true;
}

}  // namespace

std::string name_of(const DraftMeasure& measure, const Diagnostics& diagnostics) {
    const auto& code = measure.code.value;
    if (code.empty() && !measure.number) return diagnostics.say("thing.the-measure");
    return diagnostics.say("thing.measure-number",
                           {code.empty() ? std::to_string(measure.number->value) : code});
}

bool any_scoped(const DraftMeasures& measures) {
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures.head(i).scoped) return true;
    }
    return false;
}

void sort_by_number(DraftMeasures& measures, Diagnostics& diagnostics) {
    std::vector<std::optional<Placed<std::uint32_t>>> numbers;
    numbers.reserve(measures.size());
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto head = measures.head(i);
        if (!head.number && !head.code.value.empty()) return;
        numbers.push_back(head.number);
    }
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto& before = numbers[i - 1];
        const auto& number = numbers[i];
        if (!before || !number || number->value >= before->value) continue;
        diagnostics.warning(number->where, "check.number-out-of-order",
                            {std::to_string(number->value), std::to_string(before->value)});
    }
    const auto value = [&](std::uint32_t i) { return numbers[i] ? numbers[i]->value : 0; };
    const auto before = [&](auto a, auto b) { return value(a) < value(b); };
    std::vector<std::uint32_t> order(numbers.size());
    std::iota(order.begin(), order.end(), 0U);
    if (std::is_sorted(order.begin(), order.end(), before)) return;
    std::stable_sort(order.begin(), order.end(), before);
    measures.reorder(order);
}

void check_identifiers(const DraftMeasures& measures, Diagnostics& diagnostics) {
    if (are_numbered(measures)) return;
    std::unordered_map<std::string, Place> first;
    const auto check = [&](const std::string& identifier, Place where, const Phrase& twice,
                           const std::string& shown) {
        const auto [known, fresh] = first.emplace(identifier, where);
        if (fresh) return;
        diagnostics.error(where, twice, {shown},
                          {diagnostics.note(known->second, "note.given-first")});
    };
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const auto measure = measures.head(i);
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

void check_continued(std::span<const Continued> continued, const Dataset::Content& content,
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
    for (const auto& [owner, earlier] : continued) {
        const auto& [text, where] = earlier;
        if (!notices.contains(text.substr(0, text.find(':'))) || labels.contains(text)) continue;
        diagnostics.error(where, "check.unknown-measure.continued", {owner, in_quotes(text)});
    }
}

}  // namespace remit::detail
