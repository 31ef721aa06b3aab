#include <remit/model/diagnostic.hpp>
#include <remit/model/history.hpp>
#include <remit/model/registry.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace remit {
namespace {

constexpr std::size_t suggestions = 3;

/// Whether a name is several, one behind the other, that were not written as a list. Commas of
/// ASCII are in names too.
template <class IsKnown>
bool is_list(std::string_view name, IsKnown is_known) {
    for (const auto wide : {"，", "、", "；", "［", "【"}) {
        if (name.find(wide) != std::string_view::npos) return true;
    }
    if (name.find_first_of(",;") == std::string_view::npos) return false;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find_first_of(",;", begin), name.size());
        if (is_known(name.substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return false;
}

/// A name that leaves a list open: 财政部等, "MOF etc.".
struct OpenList {
    std::string_view named;  ///< What stands before the word.
    std::string_view word;
};

template <class IsKnown>
std::optional<OpenList> open_list(std::string_view name, IsKnown is_known) {
    constexpr std::array<std::string_view, 4> words{"等", "etc", "et al", "and others"};
    for (const auto word : words) {
        const auto at = name.rfind(word);
        if (at == std::string_view::npos || at == 0) continue;
        auto named = name.substr(0, at);
        if (word != words.front() && named.back() != ' ') continue;  // inside of a word
        while (!named.empty() && (named.back() == ' ' || named.back() == ',')) {
            named.remove_suffix(1);
        }
        const auto behind = name.substr(at + word.size());
        if (is_known(named) || behind.empty() || behind == ".") return OpenList{named, word};
    }
    return std::nullopt;
}

std::string open_list_hint(const OpenList& list, const std::string& kind, bool known,
                           const Diagnostics& words) {
    auto word = in_quotes(list.word);
    if (list.word == "等") word = words.say("note.and-others", {word});
    return words.say(known ? "note.open-list-of-more" : "note.open-list",
                     {word, kind, in_quotes(list.named)});
}

/// The names that are asked for, and what tells of them.
template <class Thing, class Other>
struct Known {
    const NameIndex<Thing>& names;
    const NameIndex<Other>& others;
    Phrase kind;
    Phrase other_kind;
};

template <class Thing, class Other, class Id>
std::string hint(const Known<Thing, Other>& known, std::string_view name, Language language, Id id,
                 std::span<const Thing> without = {}) {
    Diagnostics words;
    words.language = language;
    const auto kind = words.say(known.kind);
    const auto knows = [&](std::string_view each) { return !known.names.find(each).empty(); };
    if (const auto things = known.names.find(name); things.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& thing : things) ids.push_back(id(thing));
        return words.say("note.which-one", {words.listed(ids, "note.either")});
    }
    const auto open = open_list(name, knows);
    if (open && knows(open->named)) return open_list_hint(*open, kind, true, words);
    if (is_list(name, knows)) return words.say("note.write-a-list", {"[a, b]"});
    if (name.starts_with('-') && knows(name.substr(1))) {
        return words.say("note.space-behind-hyphen");
    }
    if (!known.others.find(name).empty()) {
        return words.say("note.known-as", {words.say(known.other_kind)});
    }
    if (open) return open_list_hint(*open, kind, false, words);
    if (const auto near = known.names.nearest(name, suggestions, without); !near.empty()) {
        return words.say("note.did-you-mean", {words.listed(near, "note.either")});
    }
    return words.say("note.nothing-near", {kind});
}

}  // namespace

std::string body_hint(const Registry& registry, std::string_view name,
                      const std::optional<Date>& day, Language language) {
    std::vector<BodyIndex> gone;  // or not there yet
    const auto days = lives(registry);
    for (BodyIndex body; day && body.value < days.size(); ++body.value) {
        if (!days[body.value].includes(*day)) gone.push_back(body);
    }
    return hint<BodyIndex, ScopeTerm>(
        {registry.body_names, registry.region_names, "thing.department", "thing.region"}, name,
        language, [&](BodyIndex body) { return registry[body].id; }, gone);
}

std::string region_hint(const Registry& registry, std::string_view name, Language language) {
    return hint<ScopeTerm, BodyIndex>(
        {registry.region_names, registry.body_names, "thing.region", "thing.department"}, name,
        language, [&](const ScopeTerm& term) { return id_of(registry, term); });
}

}  // namespace remit
