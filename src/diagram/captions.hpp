/// \file
/// What do all pictures say around their content?
#pragma once

#include <remit/diagram/page.hpp>
#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <functional>
#include <span>
#include <string>

namespace remit::drawing {

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

/// "13个指导部门（43项次）".
[[nodiscard]] std::string departments_counted(const Dataset& dataset, Language language);

/// "4项未公开", with a separator before it; empty where nothing is withheld.
[[nodiscard]] std::string withheld_counted(const Dataset& dataset, Language language);

/// That a measure counts once for each of its departments, and what else follows.
[[nodiscard]] std::string full_counting(Language language, const std::string& rest = {});

/// Joins two parts of a subtitle; never at the begin of a line.
inline constexpr const char* separator = "\u00A0· ";

/// With spaces at which no line breaks.
[[nodiscard]] std::string unbroken(std::string_view text);

/// A sentence or title in some language.
using Saying = std::function<std::string(Language)>;

/// What is particular to a kind of picture.
struct Captions {
    Saying title;        ///< Neutral, unless the user gives one.
    Saying subtitle;     ///< The counts, unless the user gives one.
    Saying description;  ///< What the picture shows, in a sentence or a few.
    Saying rule = {};    ///< How is counted and what is a convention; ends like a sentence.
    /// Whether the picture shows who is first-named, so that it must say what that means.
    bool shows_order = true;
    /// Whether measures are named by number, so that it must say which notices those are of.
    bool shows_numbers = false;
};

/// Title, subtitle, source note, date and description; the legend is for the caller to add. The
/// source note names the notices, what they withhold, the day or plan that the departments are of,
/// and the conventions.
[[nodiscard]] PageText page_text(const Dataset& dataset, const PictureOptions& options,
                                 const Captions& captions);

/// The same of several programmes that are compared; the day and plan are those of the last one.
[[nodiscard]] PageText page_text(std::span<const Dataset> datasets, const PictureOptions& options,
                                 const Captions& captions);

/// A page that says that there is nothing to draw, and why.
[[nodiscard]] Picture no_data(PageText text, const PictureOptions& options, const Saying& why);

}  // namespace remit::drawing
