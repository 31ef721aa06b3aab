/// \file
/// Where do slips of typing stand in a text, and what were they meant to be?
#pragma once

#include "indentation.hpp"
#include "mended_text.hpp"

#include <remit/model/diagnostic.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace remit::detail {

/// Follows YAML's layout as far as slips need it: brackets, quotes, comments and blocks of text.
class Mender {
 public:
    Mender(std::string_view text, std::uint32_t file, Diagnostics& diagnostics)
        : text_(text), lines_(text), file_(file), diagnostics_(diagnostics) {}

    /// Once.
    [[nodiscard]] MendedText mend();

 private:
    // Lines and their indentation.
    void mend_line();
    /// \return the column of the line, counted from 0
    std::size_t mend_indentation(std::size_t size);
    /// Puts an item that stands beside the column of its list into it, and what follows it with it.
    /// \return the column where the line belongs
    std::size_t mend_place(std::size_t column, std::string_view content);
    /// The column of the next line, if it is indented by ASCII spaces alone.
    [[nodiscard]] std::optional<std::size_t> next_column() const;
    /// Whether the line is one of a block of text, behind '|' or '>'.
    bool is_text(std::size_t column);
    /// Puts ASCII spaces in the place of other blanks; of tabs without a word.
    /// \param message  of what only looks like a space
    void mend_blanks(std::size_t at, std::size_t size, const Phrase& message);
    /// \param key  behind which it stands, if behind one
    void report_lookalike(std::size_t at, std::size_t size, const Phrase& message,
                          std::string_view key = {});
    /// Goes past the hyphens of list items that a line begins with.
    /// \return the first byte behind them
    std::size_t begin_items(std::size_t at, std::size_t column);
    /// "-number: 1" and "-{number: 1}", which YAML takes for words.
    bool mend_item(std::size_t at);
    void mend_controls();

    // Keys and values. Each is given a byte of the line and returns the next one to look at.
    /// \return the next byte to look at
    std::size_t step(std::size_t at);
    [[nodiscard]] bool is_colon(std::size_t at) const;
    std::size_t begin_value(std::size_t at);
    /// A known key with a full-width colon, or without a space behind its colon.
    std::size_t mend_key(std::size_t at);
    /// Behind text a comment may be text that was cut: "plan #2".
    std::size_t comment(std::size_t at);
    /// The end of a name behind '&' or '*'.
    [[nodiscard]] std::size_t name_end(std::size_t at) const;
    /// The end of the text that begins or goes on at a place, as whoever typed it saw it.
    [[nodiscard]] std::size_t text_end(std::size_t at) const;
    std::size_t anchor(std::size_t at);
    std::size_t alias(std::size_t at);
    std::size_t in_quotation(std::size_t at);
    /// Text that stands behind a quotation is meant to be one with it.
    std::size_t behind_quotation(std::size_t at);
    std::size_t mend_escape(std::size_t at);

    /// Reports what one slip, or one editor, brings about in many places of the file.
    void once(std::size_t at, const Phrase& message, Diagnostics::Values values,
              const Phrase& note = {});
    [[nodiscard]] Place place(std::size_t at) const;

    /// An item of a list that was put from a column into another.
    struct Moved {
        std::size_t from;
        std::size_t to;
    };

    std::string_view text_;
    LineMender lines_;
    std::uint32_t file_;
    Diagnostics& diagnostics_;
    std::string_view line_;             // at hand, without its end
    std::uint32_t number_ = 0;          // of the line
    std::size_t begin_ = 0;             // of the line, behind a byte order mark
    std::size_t next_ = 0;              // the first byte of the next line
    std::string brackets_;              // that are open, outermost first
    char quote_ = 0;                    // that is open
    Place quotation_;                   // where the last one begins
    bool start_ = true;                 // a value or key may begin here
    bool key_ = false;                  // a key may begin here
    bool plain_ = false;                // inside text without quotes
    std::optional<std::size_t> block_;  // inside a block of text: the column that ends it
    std::size_t block_parent_ = 0;      // that column, for a block that would begin here
    bool opens_ = false;                // the last line ends with a key that has no value yet
    std::optional<Moved> moved_;        // the item at hand
    Indentation indentation_;
    std::map<std::string, Place> anchors_;  // that nothing has repeated yet
    std::set<std::string> named_;           // all of them
};

}  // namespace remit::detail
