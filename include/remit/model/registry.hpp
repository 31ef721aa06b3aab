/// \file
/// Which bodies, places and groups of places are there, and which of them does a name mean?
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/index.hpp>
#include <remit/model/kinds.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/name_index.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace remit {

struct FormerName {
    LocalizedText name;
    std::string abbreviation;
    Date until;
    std::string source;

    friend bool operator==(const FormerName&, const FormerName&) = default;
};

/// A ministry, commission, court or other body.
struct Body {
    std::string id;
    LocalizedText name;        ///< The full name.
    LocalizedText short_name;  ///< As lists print it; the full name where there is none.
    std::string abbreviation;
    std::vector<std::string> aliases;
    std::string kind;
    std::vector<FormerName> former_names;
    std::optional<Date> began;  ///< When it began, for one that no succession begins.

    friend bool operator==(const Body&, const Body&) = default;
};

/// One dated change between two bodies, or of one body (`from` equals `to`).
struct Succession {
    BodyIndex from;
    BodyIndex to;
    Change change = Change::replaced_by;
    Date date;
    std::optional<Date> until;
    std::string what;    ///< Which duties, for `Change::functions_to`; may be empty.
    std::string source;  ///< A citation; may be empty.
    /// Of a split or a merger: whether `to` began with it, or was there before. None where it is
    /// not said: a merger began it then, and of a split nobody can tell.
    std::optional<bool> began;

    friend bool operator==(const Succession&, const Succession&) = default;
};

/// A nation, province, city or named region.
struct PlaceRecord {
    std::string id;
    std::string kind;  ///< "nation", "pilot-region", "city", or a kind of provincial division.
    LocalizedText name;
    LocalizedText short_name;
    std::vector<std::string> aliases;
    std::optional<PlaceIndex> within;
    bool addressed = true;
    std::vector<PlaceIndex> comprises;
    std::vector<PlaceIndex> core;
    Extent extent = Extent::province;
    std::string note;
    std::optional<Date> began;  ///< When it was set up, for one that was not always there.

    friend bool operator==(const PlaceRecord&, const PlaceRecord&) = default;
};

struct Group {
    std::string id;
    LocalizedText name;
    LocalizedText short_name;
    std::vector<PlaceIndex> members;  ///< In printed order.

    friend bool operator==(const Group&, const Group&) = default;
};

/// Everything that files say about bodies and places, in the order of the files.
struct Registry {
    std::vector<Body> bodies;
    std::vector<Succession> successions;
    std::vector<PlaceRecord> places;
    std::vector<Group> groups;
    /// What names mean: ids, full, short and former names in every language, abbreviations,
    /// aliases.
    NameIndex<BodyIndex> body_names;
    NameIndex<ScopeTerm> region_names;

    [[nodiscard]] const Body& operator[](BodyIndex body) const { return bodies[body.value]; }
    [[nodiscard]] const PlaceRecord& operator[](PlaceIndex at) const { return places[at.value]; }
    [[nodiscard]] const Group& operator[](GroupIndex group) const { return groups[group.value]; }
};

/// What the whole is called for which a measure can be: the full names of the places of kind
/// `nation`, which may be a country, a city or all that a programme is about. Empty without one.
[[nodiscard]] std::string nation_name(const Registry& registry, Language language);

/// The short name of a term of a scope.
[[nodiscard]] std::string_view short_name(const Registry& registry, const ScopeTerm& term,
                                          Language language);

/// The full name of a term of a scope.
[[nodiscard]] std::string_view full_name(const Registry& registry, const ScopeTerm& term,
                                         Language language);

/// Whether a term of a scope is a nation.
[[nodiscard]] bool is_nation(const Registry& registry, const ScopeTerm& term);

/// The id of a term of a scope.
[[nodiscard]] const std::string& id_of(const Registry& registry, const ScopeTerm& term);

/// What was probably meant by a name that means nothing or several things: one sentence without a
/// full stop, for whoever typed it, in the language of messages (see `message_language`).
///
/// Known names are suggested that are near and of the same script, and bodies that were there on
/// the day, if there is one.
/// Time: O(known names * the square of a name's length).
[[nodiscard]] std::string body_hint(const Registry& registry, std::string_view name,
                                    const std::optional<Date>& day,
                                    Language language = Language::en);
[[nodiscard]] std::string region_hint(const Registry& registry, std::string_view name,
                                      Language language = Language::en);

}  // namespace remit
