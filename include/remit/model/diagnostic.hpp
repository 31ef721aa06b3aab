/// \file
/// What is wrong in a file, where, and what to do?
#pragma once

#include <remit/model/phrase.hpp>
#include <remit/model/place.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace remit {

enum class Severity : std::uint8_t { warning, error };

/// A second place or a hint that belongs to a diagnostic.
struct Note {
    Place where;
    std::string message;

    friend bool operator==(const Note&, const Note&) = default;
};

/// One problem of the user's data.
struct Diagnostic {
    Severity severity = Severity::error;
    Place where;
    std::string code;     ///< Stable kebab-case name, e.g. "unknown-department".
    std::string message;  ///< One sentence, lower case, no full stop.
    std::vector<Note> notes = {};
    std::size_t times = 1;  ///< How many places have it, of which `where` is the first.

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// The name of a file that was read, and its lines for as long as somebody may want to see them.
struct SourceFile {
    std::string name;  ///< As the user or an `include` wrote it.
    std::string text;
};

/// All problems of one load, and the files they are in.
struct Diagnostics {
    /// Warnings are kept up to so many problems, errors up to twice as many; the rest is counted.
    static constexpr std::size_t limit = 100'000;
    /// Behind so many errors nobody looks for what was meant.
    static constexpr std::size_t hint_limit = 1000;

    std::vector<SourceFile> files;
    std::vector<Diagnostic> items;  ///< Sorted: errors first, each in the order of files and lines.
    std::size_t more_errors = 0;    ///< Not kept, and only counted.
    std::size_t more_warnings = 0;
    /// For `once`: the position in `items` by code and subject, until they are sorted.
    std::unordered_map<std::string, std::size_t> first = {};
    /// Of the messages: see `message_language`.
    Language language = Language::en;

    /// What stands in the slots of a phrase.
    using Values = std::initializer_list<std::string>;

    /// A phrase in the language of the messages.
    [[nodiscard]] std::string say(const Phrase& phrase, Values values = {}) const;
    /// "region 'x'": a thing of a kind, by its id.
    [[nodiscard]] std::string named(const Phrase& kind, std::string_view id) const;
    /// "'a', 'b', 'c'", or, with a phrase for the last two, "'a', 'b' or 'c'".
    [[nodiscard]] std::string listed(std::span<const std::string> names,
                                     const Phrase& last = {}) const;
    [[nodiscard]] Note note(Place where, const Phrase& phrase, Values values = {}) const;

    /// A problem by its message: "check.CODE" and "check.CODE.MORE" are messages of a code.
    [[nodiscard]] Diagnostic problem(Severity severity, Place where, const Phrase& message,
                                     Values values = {}, std::vector<Note> notes = {}) const;
    /// Reports a problem; the messages are those of `problem`.
    void error(Place where, const Phrase& message, Values values = {},
               std::vector<Note> notes = {});
    void warning(Place where, const Phrase& message, Values values = {},
                 std::vector<Note> notes = {});
    /// \return whether there was room for it
    bool add(Diagnostic found);

    /// Reports what one slip may bring about in many places: only the first of them, which need not
    /// be the first that is found, and how many there are.
    ///
    /// \param subject  what is wrong: those with the same code and subject are one problem
    /// \return the problem if it is a new one, to add notes to it before the next is reported
    Diagnostic* once(std::string_view subject, Diagnostic found);

    /// For a part that is read on its own: without problems, in the same language.
    [[nodiscard]] Diagnostics empty_part() const;
    /// Adds the problems of such a part.
    void append(const Diagnostics& part);

    [[nodiscard]] std::size_t count(Severity severity) const;
    /// Whether there are so many errors that hints would only take time.
    [[nodiscard]] bool has_many() const { return items.size() >= hint_limit; }
    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }
    void sort();
};

/// The language that messages are in where this one is asked for: English if there are no words for
/// them in it.
[[nodiscard]] Language message_language(Language asked);

/// 'text', as messages quote what a file says.
[[nodiscard]] std::string in_quotes(std::string_view text);

enum class Color : std::uint8_t { never, always };

/// Writes one problem: `file:line:column: error: message [code]`, the line, a caret, the notes.
///
/// A tab, control character or one that turns the direction of writing is shown as a space, and of
/// a long line only the part around the place.
void write(std::ostream& out, const Diagnostics& diagnostics, const Diagnostic& diagnostic,
           Color color = Color::never);

/// Writes all problems in their order.
void write(std::ostream& out, const Diagnostics& diagnostics, Color color = Color::never);

}  // namespace remit
