#include "build.hpp"

#include <algorithm>

namespace remit::detail {

void warn_of_untied_places(const Draft& draft, const Dataset::Content& content,
                           Diagnostics& diagnostics) {
    const auto& registry = content.registry;
    const auto nation = std::find_if(content.scope.begin(), content.scope.end(),
                                     [&](const auto& term) { return is_nation(registry, term); });
    if (nation == content.scope.end()) return;
    PlaceIndex p;
    for (const auto& file : draft.files) {
        for (const auto& written : file.places) {
            const auto& place = registry[p];
            const bool loose = !place.within && place.comprises.empty() && place.addressed;
            // One without an id is reported already.
            if (loose && place.kind != "nation" && !place.id.empty()) {
                diagnostics.warning(written.id.where, "check.untied-region",
                                    {in_quotes(place.id), in_quotes(id_of(registry, *nation))},
                                    {diagnostics.note(written.id.where, "note.say-within")});
            }
            ++p.value;
        }
    }
}

void warn_of_skipped_numbers(const Notice& notice, std::span<const Measure> measures,
                             Diagnostics& diagnostics) {
    const bool numbered = std::all_of(measures.begin(), measures.end(),
                                      [](const Measure& each) { return each.number > 0; });
    if (!numbered) return;  // what has a code alone may have any place
    const auto gap = [&](std::size_t i) -> std::uint32_t {
        const auto before = measures[i - 1].number;
        return before > 0 && measures[i].number > before ? measures[i].number - before - 1 : 0;
    };
    std::uint64_t skipped = 0;
    for (std::size_t i = 1; i < measures.size(); ++i) skipped += gap(i);
    // Measures that are announced and not listed have numbers too.
    if (skipped <= notice.announced.value_or(notice.listed) - notice.listed) return;
    for (std::size_t i = 1; i < measures.size(); ++i) {
        const auto count = gap(i);
        if (count == 0) continue;
        const auto before = measures[i - 1].number;
        const auto number = measures[i].number;
        auto* const fresh = diagnostics.once(
            notice.id,
            diagnostics.problem(Severity::warning, measures[i].where,
                                count == 1 ? "check.number-skips" : "check.number-skips.several",
                                {std::to_string(number), std::to_string(before),
                                 std::to_string(number - 1), std::to_string(before + 1)}));
        if (fresh == nullptr) continue;
        fresh->notes = {diagnostics.note(measures[i].where, "note.say-announced")};
    }
}

}  // namespace remit::detail
