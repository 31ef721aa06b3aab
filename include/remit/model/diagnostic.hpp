/// \file
/// What is wrong in a file, where, and what to do?
#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// A place in one of the files that were read.
struct Place {
    std::uint32_t file = 0;    ///< Which file, in the order in which they were read.
    std::uint32_t line = 0;    ///< Counted from 1; 0 if the place is the file as a whole.
    std::uint32_t column = 0;  ///< Counted from 1, in bytes; 0 if the place is the file as a whole.

    friend auto operator<=>(const Place&, const Place&) = default;
};

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
    std::vector<Note> notes;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// The name of a file that was read, and its lines for as long as somebody may want to see them.
struct SourceFile {
    std::string name;  ///< As the user or an `include` wrote it.
    std::string text;
};

/// All problems of one load, and the files they are in.
struct Diagnostics {
    /// So many are kept; whoever has more mistakes than that has one that explains the others.
    static constexpr std::size_t limit = 100;

    std::vector<SourceFile> files;
    std::vector<Diagnostic> items;  ///< In the order of files, lines and columns.
    std::size_t more_errors = 0;    ///< Found after `limit` items, and only counted.
    std::size_t more_warnings = 0;

    void error(Place where, std::string code, std::string message, std::vector<Note> notes = {});
    void warning(Place where, std::string code, std::string message, std::vector<Note> notes = {});

    [[nodiscard]] std::size_t count(Severity severity) const;
    /// Whether further problems are only counted.
    [[nodiscard]] bool is_full() const { return items.size() >= limit; }
    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }
    void sort();
};

/// 'text', as messages quote what a file says.
[[nodiscard]] std::string in_quotes(std::string_view text);

enum class Color : std::uint8_t { never, always };

/// Writes one problem: `file:line:column: error: message [code]`, the line, a caret, the notes.
///
/// A tab or control character of the line is shown as a space, and of a long line only the part
/// around the place.
void write(std::ostream& out, const Diagnostics& diagnostics, const Diagnostic& diagnostic,
           Color color = Color::never);

/// Writes all problems in their order.
void write(std::ostream& out, const Diagnostics& diagnostics, Color color = Color::never);

}  // namespace remit
