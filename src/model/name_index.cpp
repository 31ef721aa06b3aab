#include <remit/model/name_index.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <utility>

namespace remit {
namespace {

/// In which script of Chinese a character stands.
constexpr std::uint8_t bit(Language language) {
    return language == Language::zh_hans ? 1U : 2U;
}

/// Whether no character is East Asian.
bool is_latin(std::u32string_view text) {
    constexpr char32_t first_radical = 0x2E80;
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < first_radical; });
}

/// As `NameIndex::nearest` documents it.
bool is_near(std::u32string_view a, std::u32string_view b, std::size_t distance) {
    const auto [shorter, longer] = std::minmax({a.size(), b.size()});
    if (distance * 4 <= longer) return true;
    if (distance == longer - shorter) return distance * 2 <= longer;
    return shorter == longer && longer > 2 && !is_latin(a) &&
           a.substr(0, longer - 1) == b.substr(0, longer - 1);
}

template <class Thing>
void add_to(std::vector<Thing>& things, const Thing& thing) {
    if (std::find(things.begin(), things.end(), thing) == things.end()) things.push_back(thing);
}

}  // namespace

template <class Thing>
bool NameIndex<Thing>::add_id(std::string_view id, Thing thing) {
    if (!ids_.emplace(id, thing).second) return false;
    add(id, thing);
    return true;
}

template <class Thing>
void NameIndex<Thing>::add(std::string_view name, Thing thing) {
    if (name.empty()) return;
    add_to(things_[std::string(name)], thing);
    add_to(normal_[normal_form(name)], thing);
}

template <class Thing>
void NameIndex<Thing>::add(const LocalizedText& names, Thing thing) {
    for (const auto name : names.all()) add(name, thing);
    const auto simplified = names.exact(Language::zh_hans);
    const auto traditional = names.exact(Language::zh_hant);
    if (simplified.empty() || traditional.empty()) return;  // nothing to tell them apart by
    for (const auto c : code_points(simplified)) languages_[c] |= bit(Language::zh_hans);
    for (const auto c : code_points(traditional)) languages_[c] |= bit(Language::zh_hant);
}

template <class Thing>
std::span<const Thing> NameIndex<Thing>::find(std::string_view name) const {
    if (const auto id = ids_.find(std::string(name)); id != ids_.end()) return {&id->second, 1};
    if (const auto exact = things_.find(std::string(name)); exact != things_.end()) {
        return exact->second;
    }
    const auto found = normal_.find(normal_form(name));
    if (found == normal_.end()) return {};
    return found->second;
}

template <class Thing>
bool NameIndex<Thing>::has_character_of(Language language, std::u32string_view text) const {
    return std::any_of(text.begin(), text.end(), [&](char32_t c) {
        const auto found = languages_.find(c);
        return found != languages_.end() && found->second == bit(language);
    });
}

template <class Thing>
std::vector<std::string> NameIndex<Thing>::nearest(std::string_view name, std::size_t limit,
                                                   std::span<const Thing> without) const {
    const auto wanted = code_points(name);
    const bool latin = is_latin(wanted);
    const bool traditional = has_character_of(Language::zh_hant, wanted);
    const auto other_script = traditional ? Language::zh_hans : Language::zh_hant;
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& [known, things] : things_) {
        const auto candidate = code_points(known);
        const auto [shorter, longer] = std::minmax({wanted.size(), candidate.size()});
        if ((longer - shorter) * 2 > longer || is_latin(candidate) != latin) continue;
        if (has_character_of(other_script, candidate)) continue;
        const auto distance = edit_distance(wanted, candidate);
        if (is_near(wanted, candidate, distance)) near.emplace_back(distance, known);
    }
    std::sort(near.begin(), near.end());

    std::vector<std::string> names;
    std::vector<Thing> meant;
    for (const auto& [distance, known] : near) {
        if (names.size() == limit) break;
        const auto thing = things_.at(known).front();
        if (std::find(meant.begin(), meant.end(), thing) != meant.end()) continue;
        if (std::binary_search(without.begin(), without.end(), thing)) continue;
        meant.push_back(thing);
        names.push_back(known);
    }
    return names;
}

template class NameIndex<BodyIndex>;
template class NameIndex<ScopeTerm>;
template class NameIndex<std::size_t>;

}  // namespace remit
