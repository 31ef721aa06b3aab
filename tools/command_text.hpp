/// \file
/// What can be asked of the program, as data: help, manual pages and completion are made of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

/// An option, or an argument, which has no names.
struct OptionRow {
    std::vector<std::string> names;  ///< With their dashes, the short one first.
    std::string value;               ///< "FILE", "text|csv"; empty for a flag.
    std::string help;
    std::string heading;  ///< Of the options it stands among; empty for the command's own.
    bool required = false;
    bool repeated = false;
};

struct CommandText {
    std::string name;  ///< Empty for the program itself.
    std::string description;
    std::string footer;  ///< See `parts_of`.
    std::vector<OptionRow> options;
};

struct ProgramText {
    CommandText self;
    std::string version;
    std::vector<CommandText> commands;

    /// \return nothing for another word
    [[nodiscard]] const CommandText* find(std::string_view command) const;
};

/// A part of a footer: a sentence, or, behind a line that ends in a colon, lines that begin with
/// two spaces, each a word and what it means with spaces between.
struct FooterPart {
    std::string heading;  ///< Without its colon.
    std::string text;
    struct Entry {
        std::string word;
        std::string text;
    };
    std::vector<Entry> entries;
};

/// What a sentence begins with that is a command to try.
inline constexpr std::string_view example_mark = "Example: ";

[[nodiscard]] std::vector<FooterPart> parts_of(const std::string& footer);

/// The headings of a command's shared options, those that are asked for most often first.
[[nodiscard]] std::vector<std::string> shared_headings(const CommandText& command);

/// The words that a value may be; none where it is free, which a word in capitals stands for.
[[nodiscard]] std::vector<std::string> choices_of(const std::string& value);

/// "remit workload [options] FILE..."
[[nodiscard]] std::string usage_of(const CommandText& command);

/// "--count full|lead", "-o, --output FILE"
[[nodiscard]] std::string shown(const OptionRow& option);

/// What it does, and whether it may be given again.
[[nodiscard]] std::string meaning_of(const OptionRow& option);

/// \param width  in columns
[[nodiscard]] std::string help_text(const ProgramText& program, const CommandText& command,
                                    std::size_t width);

/// A manual page for section 1, in the macros of man(7).
/// \param date  of the page, as YYYY-MM-DD
[[nodiscard]] std::string manual_page(const ProgramText& program, const CommandText& command,
                                      const std::string& date);

/// What may stand in the place of the last word, a line each: the word, a tab, what it is. A line
/// ":files" is for the shell, which knows the names of files. Files that stand before the last word
/// are read for names of departments, regions, categories and fields; what goes wrong with them is
/// not told here.
/// \param words  behind "remit", the last of which is not yet complete, and may be empty
[[nodiscard]] std::string completions(const ProgramText& program,
                                      const std::vector<std::string>& words);

}  // namespace remit::cli
