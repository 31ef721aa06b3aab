/// \file
/// Which things does a name as typed mean, and which names are near to one that means none?
#pragma once

#include <remit/model/index.hpp>
#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace remit {

/// What a measure's scope names: a place or a group of places.
using ScopeTerm = std::variant<PlaceIndex, GroupIndex>;

/// Names and what they mean; upper and lower case differ.
template <class Thing>
class NameIndex {
 public:
    /// \return whether the id was still free
    bool add_id(std::string_view id, Thing thing);
    void add(std::string_view name, Thing thing);
    /// Adds the names in every language. Characters that stand in simplified names alone, or in
    /// traditional ones alone, tell the one script from the other in `nearest`.
    void add(const LocalizedText& names, Thing thing);

    /// The one thing of this id; else all things of this name, in the order in which they were
    /// added, usually one; else those that have it in `normal_form`.
    [[nodiscard]] std::span<const Thing> find(std::string_view name) const;

    /// At most `limit` names, each of another thing, that are near by edit distance and written in
    /// the same script (Latin or not; simplified, traditional, or characters of both); the nearest
    /// first, ties in order of bytes.
    ///
    /// Near: a quarter of the characters of the longer name differ, or half of them only stand in
    /// the one and not in the other. Of a shorter name in other than Latin script the last
    /// character may differ, which says what kind of body it is and not which one.
    ///
    /// Example: the nearest name to 科技步 is 科技部; 民政部 and 财政部 are not near.
    /// \param without  things that may not be suggested, ascending
    [[nodiscard]] std::vector<std::string> nearest(std::string_view name, std::size_t limit,
                                                   std::span<const Thing> without = {}) const;

 private:
    [[nodiscard]] bool has_character_of(Language language, std::u32string_view text) const;

    std::unordered_map<std::string, Thing> ids_;
    std::unordered_map<std::string, std::vector<Thing>> things_;  // by name; the ids as well
    std::unordered_map<std::string, std::vector<Thing>> normal_;  // by normal form
    std::unordered_map<char32_t, std::uint8_t> languages_;  // that have the character, as bits
};

extern template class NameIndex<BodyIndex>;
extern template class NameIndex<ScopeTerm>;
extern template class NameIndex<std::size_t>;  // of a short list: positions in it

}  // namespace remit
