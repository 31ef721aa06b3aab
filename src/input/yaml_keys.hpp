/// \file
/// Which keys has each record of the format?
///
/// This is the one list of them: the reader accepts these, hints choose among these, a slip of
/// typing behind one of these is mended, and a test compares them with the schema.
#pragma once

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string_view>

namespace remit::detail {

struct Record {
    std::string_view name;  ///< As `definitions` of the schema has it.
    Phrase in_words;        ///< For messages, such as "a measure".
    std::span<const std::string_view> keys;
};

namespace keys {

using Word = std::string_view;

inline constexpr std::array<Word, 16> file{"remit",      "include", "language",    "terms",
                                           "order",      "sources", "departments", "successions",
                                           "regions",    "groups",  "roles",       "notice",
                                           "categories", "fields",  "measures",    "plan"};
inline constexpr std::array<Word, 12> department{"id",      "name",   "short",       "abbreviation",
                                                 "aliases", "kind",   "kind-source", "former-names",
                                                 "began",   "source", "verified",    "note"};
inline constexpr std::array<Word, 4> former_name{"name", "abbreviation", "until", "source"};
inline constexpr std::array<Word, 8> succession{"from",  "to",    "change", "date",
                                                "until", "began", "what",   "source"};
inline constexpr std::array<Word, 14> region{"id",   "kind",   "name",   "short",     "aliases",
                                             "iso",  "began",  "within", "addressed", "comprises",
                                             "core", "extent", "source", "note"};
inline constexpr std::array<Word, 7> group{"id",      "name",   "short", "aliases",
                                           "members", "source", "note"};
inline constexpr std::array<Word, 12> notice{"id",     "number", "title",     "short",
                                             "issuer", "issued", "published", "announced",
                                             "lead",   "scope",  "abridged",  "source"};
inline constexpr std::array<Word, 4> category{"id", "name", "short", "announced"};
inline constexpr std::array<Word, 3> role{"id", "name", "counts"};
inline constexpr std::array<Word, 18> measure{
    "number",   "code",        "title", "annex-title", "display", "summary",
    "category", "departments", "lead",  "with",        "roles",   "collective",
    "open",     "weights",     "scope", "continues",   "locator", "fields"};
inline constexpr std::array<Word, 1> unnamed{"unnamed"};
inline constexpr std::array<Word, 5> field{"id", "name", "type", "unit", "values"};
inline constexpr std::array<Word, 2> choice{"id", "name"};
inline constexpr std::array<Word, 3> plan{"title", "source", "steps"};
inline constexpr std::array<Word, 2> merger{"merge", "into"};
inline constexpr std::array<Word, 2> renaming{"rename", "to"};
inline constexpr std::array<Word, 3> move{"move", "from", "to"};
inline constexpr std::array<Word, 2> split{"split", "into"};
inline constexpr std::array<Word, 2> part{"to", "measures"};
/// The usual ones: any other tag of a language may be a key too.
inline constexpr std::array<Word, 3> languages{"zh-Hans", "zh-Hant", "en"};
inline constexpr std::array<Word, 6> terms{"measure", "department", "guide",
                                           "apply",   "division",   "region"};
inline constexpr std::array<Word, 7> term_forms{"zero", "one",   "two",       "few",
                                                "many", "other", "participle"};

}  // namespace keys

namespace records {

inline constexpr Record file{"file", "thing.the-file", keys::file};
inline constexpr Record department{"department", "thing.a-department", keys::department};
inline constexpr Record former_name{"former-name", "thing.a-former-name", keys::former_name};
inline constexpr Record succession{"succession", "thing.a-succession", keys::succession};
inline constexpr Record region{"region", "thing.a-region", keys::region};
inline constexpr Record group{"group", "thing.a-group", keys::group};
inline constexpr Record notice{"notice", "thing.the-notice", keys::notice};
inline constexpr Record category{"category", "thing.a-category", keys::category};
inline constexpr Record role{"role", "thing.a-role", keys::role};
inline constexpr Record measure{"measure", "thing.a-measure", keys::measure};
inline constexpr Record field{"field", "thing.a-field", keys::field};
inline constexpr Record choice{"choice", "thing.a-value-of-a-field", keys::choice};
inline constexpr Record unnamed{"unnamed", "thing.a-scope-that-names-no-place", keys::unnamed};
inline constexpr Record plan{"plan", "thing.the-plan", keys::plan};
inline constexpr Record merger{"merge", "thing.a-merger", keys::merger};
inline constexpr Record renaming{"rename", "thing.a-renaming", keys::renaming};
inline constexpr Record move{"move", "thing.a-move", keys::move};
inline constexpr Record split{"split", "thing.a-split", keys::split};
inline constexpr Record part{"part", "thing.a-part", keys::part};
inline constexpr Record languages{"localized", "thing.text-by-language", keys::languages};
inline constexpr Record terms{"terms", "thing.the-list-of-terms", keys::terms};
inline constexpr Record term_forms{"term-forms", "thing.a-term", keys::term_forms};

inline constexpr std::array<Record, 22> all{
    file, department, former_name, succession, region, group,     notice, category,
    role, measure,    unnamed,     field,      choice, plan,      merger, renaming,
    move, split,      part,        languages,  terms,  term_forms};

/// Whether a key comes before another by its length, which says more of two, then by its letters.
constexpr bool is_before(std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// The keys of all records but the first few, in this order. One of several records is there as
/// often.
template <std::size_t without>
inline constexpr auto sorted_keys = [] {
    constexpr auto count = std::accumulate(
        all.begin() + without, all.end(), std::size_t{0},
        [](std::size_t sum, const Record& record) { return sum + record.keys.size(); });
    std::array<std::string_view, count> keys;
    auto* end = keys.begin();
    for (const auto& record : std::span(all).subspan(without)) {
        end = std::copy(record.keys.begin(), record.keys.end(), end);
    }
    std::sort(keys.begin(), keys.end(), is_before);
    return keys;
}();

}  // namespace records

/// Whether some record has this key. Time: logarithmic in the number of keys.
[[nodiscard]] inline bool is_key(std::string_view word) {
    constexpr auto& keys = records::sorted_keys<0>;
    return std::binary_search(keys.begin(), keys.end(), word, records::is_before);
}

/// The same of records within a file: "plan" is a key of the file alone, and within a record it may
/// be the id of a notice, as in "plan:7".
[[nodiscard]] inline bool is_inner_key(std::string_view word) {
    static_assert(records::all.front().name == records::file.name);
    constexpr auto& keys = records::sorted_keys<1>;
    return std::binary_search(keys.begin(), keys.end(), word, records::is_before);
}

constexpr std::string_view wide_colon = "：";

/// The letters and hyphens that a text begins with.
[[nodiscard]] inline std::string_view first_word(std::string_view text) {
    const auto* end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// Whether a text begins with a known key and a colon, of whatever width.
[[nodiscard]] inline bool begins_with_key(std::string_view text) {
    const auto word = first_word(text);
    const auto rest = text.substr(word.size());
    return is_key(word) && (rest.starts_with(':') || rest.starts_with(wide_colon));
}

}  // namespace remit::detail
