#include "scopes.hpp"

#include <cctype>
#include <sstream>

namespace remit::drawing {
namespace {

constexpr Phrase all_everywhere{"scopes.all-everywhere"};
constexpr Phrase some_limited{"scopes.some-limited"};
constexpr Phrase limited_variously{"scopes.limited-variously"};
constexpr Phrase members{"scopes.members"};
constexpr Phrase areas{"pieces.areas"};
constexpr Phrase nowhere{"pieces.nowhere"};

constexpr Phrase articles{"scopes.articles"};

/// One for all, or none as soon as there are two.
class Single {
 public:
    void add(const ScopeTerm& term) {
        if (!first_) first_ = term;
        same_ = same_ && *first_ == term;
    }
    void spoil() { same_ = false; }
    [[nodiscard]] std::optional<ScopeTerm> value() const { return same_ ? first_ : std::nullopt; }

 private:
    std::optional<ScopeTerm> first_;
    bool same_ = true;
};

}  // namespace

std::string within_sentence(std::string name, Language language) {
    std::istringstream words{std::string(articles.in(language))};
    for (std::string article; words >> article;) {
        if (name.starts_with(article + ' ')) {
            name.front() =
                static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
        }
    }
    return name;
}

std::string scope_name(const Dataset& dataset, const ScopeTerm& term, Language language) {
    return within_sentence(std::string(full_name(dataset.registry(), term, language)), language);
}

Scopes scopes_of(const Dataset& dataset) {
    Scopes scopes;
    Single nation;
    Single only;
    scopes.is_limited.resize(dataset.measures().size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto terms = dataset.scope(m);
        const ScopeTerm* whole = nullptr;
        for (const auto& term : terms) {
            if (is_nation(dataset.registry(), term)) whole = &term;
        }
        if (whole != nullptr) {
            ++scopes.everywhere;
            nation.add(*whole);
        } else if (terms.empty() || dataset.reach_unknown(m)) {
            ++scopes.others;
        } else {
            ++scopes.limited;
            scopes.is_limited[m.value] = true;
            if (terms.size() == 1) only.add(terms.front());
            if (terms.size() > 1) only.spoil();
        }
    }
    scopes.nation = nation.value();
    scopes.only = only.value();
    if (scopes.everywhere > 0) return scopes;
    // Where nothing applies everywhere, being limited is nothing special.
    scopes.others += scopes.limited;
    scopes.limited = 0;
    scopes.is_limited.assign(scopes.is_limited.size(), false);
    return scopes;
}

std::string scope_finding(const Dataset& dataset, const Scopes& scopes, Language language) {
    if (scopes.others > 0 || scopes.everywhere == 0 || !scopes.nation) return {};
    const auto everywhere = std::to_string(scopes.everywhere);
    const auto limited = std::to_string(scopes.limited);
    const auto nation = scope_name(dataset, *scopes.nation, language);
    if (scopes.limited == 0) {
        return all_everywhere.fill(language, {nation, everywhere});
    }
    if (scopes.only) {
        return some_limited.fill(
            language, {everywhere, nation, marked(limited, Ink::limited),
                       marked(scope_name(dataset, *scopes.only, language), Ink::limited)});
    }
    return limited_variously.fill(language, {everywhere, nation, marked(limited, Ink::limited)});
}

Words scope_words(const Dataset& dataset, MeasureIndex measure) {
    return [&dataset, measure](Language language) -> std::string {
        const auto terms = dataset.scope(measure);
        const auto& unnamed = dataset[measure].unnamed_scope;
        const auto count = terms.size() + unnamed.size();
        if (count == 0) return std::string(nowhere.in(language));
        if (count > 1) return areas.fill(language, {std::to_string(count)});
        if (terms.empty()) return std::string(unnamed.front().in(language));
        const auto& term = terms.front();
        return std::string(is_nation(dataset.registry(), term)
                               ? full_name(dataset.registry(), term, language)
                               : short_name(dataset.registry(), term, language));
    };
}

std::string members_of_scope(const Dataset& dataset, const Scopes& scopes, Language language) {
    if (!scopes.only) return {};
    const auto* group = std::get_if<GroupIndex>(&*scopes.only);
    if (group == nullptr) return {};
    const auto& registry = dataset.registry();
    ListWriter list(language);
    for (const auto member : registry[*group].members) list.add(registry[member].name.in(language));
    return members.fill(
        language,
        {std::string(full_name(dataset.registry(), *scopes.only, language)), list.text()});
}

}  // namespace remit::drawing
