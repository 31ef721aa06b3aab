/// \file
/// What does a programme itself call a measure, a department, a division?
#pragma once

#include <remit/model/language.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace remit {

class Dataset;

/// Words that a programme's tables and pictures take instead of the usual ones, in one language:
/// by the name of the term ("measure", "department", "guide", "apply", "division", "region"), its
/// forms by the plural categories of the language ("one", "other", …) and, of "guide", the
/// "participle" that stands before departments, which is left out where there is none.
struct Terms {
    using Forms = std::map<std::string, std::string>;

    std::map<std::string, Forms> by_name;

    [[nodiscard]] bool empty() const { return by_name.empty(); }

    friend bool operator==(const Terms&, const Terms&) = default;
};

/// The terms of a programme by language; those for every language stand for themselves.
struct LocalizedTerms {
    Terms for_every_language;
    std::vector<std::pair<Language, Terms>> by_language;

    /// Those in this language, or in another form of it, before those for every language.
    [[nodiscard]] Terms in(Language language) const;

    /// Takes over what is not there yet.
    void add(const LocalizedTerms& others);

    friend bool operator==(const LocalizedTerms&, const LocalizedTerms&) = default;
};

/// The language with the terms that the programme itself has in it: whatever is said in it about
/// the programme says these.
[[nodiscard]] Language spoken_by(const Dataset& dataset, Language language);

/// Whether a title or name of the programme is in the language or another form of it.
[[nodiscard]] bool has_texts_in(const Dataset& dataset, Language language);

}  // namespace remit
