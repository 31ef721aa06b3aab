/// \file
/// What do all pictures say around their content?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace remit::drawing {

/// For the places of phrases.
[[nodiscard]] inline std::string count(std::size_t number) {
    return std::to_string(number);
}

/// What a role is called: in the data's own words, if it has any.
struct RoleWord {
    Phrase usual;
    LocalizedText own = {};

    /// \pre outlives what it gives
    [[nodiscard]] std::string_view in(Language language) const {
        return own.empty() ? usual.in(language) : own.in(language);
    }
};

[[nodiscard]] std::string phrase(const Languages& languages, const RoleWord& word);

/// What the departments of a measure are called: follows the data.
struct RoleWords {
    RoleWord leading;      ///< "first-named", or "lead" where the data says so.
    RoleWord joining;      ///< "also named", or "with".
    Phrase leading_count;  ///< How often.
    Phrase joining_count;
};

[[nodiscard]] RoleWords role_words(const Dataset& dataset);

/// The short titles of the notices, as a list; cut where a title of a picture would be too long.
[[nodiscard]] std::string subject(const Dataset& dataset, Language language);

/// "公布20项、刊出16项", "16 measures".
[[nodiscard]] std::string measures_counted(const Dataset& dataset, Language language);

/// "4项未公开", with a separator before it; empty where nothing is withheld.
[[nodiscard]] std::string withheld_counted(const Dataset& dataset, Language language);

/// Joins two parts of a subtitle; never at the begin of a line.
inline constexpr const char* separator = "\u00A0· ";

/// With spaces at which no line breaks.
[[nodiscard]] std::string unbroken(std::string_view text);

}  // namespace remit::drawing
