/// \file
/// What is said of every programme that is made of a document?
#pragma once

#include "bodies.hpp"
#include "notice.hpp"
#include "page.hpp"
#include "patterns.hpp"

#include <remit/import/import.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace remit::reading {

/// A document and what was asked for with it; they outlive what is made of them.
struct Document {
    const Page& page;
    const std::string& name;
    const Patterns& patterns;
    const ImportOptions& options;
    Language language;
};

/// Of a document with a list of measures, as people print it.
/// \throws Error if no list is found
[[nodiscard]] Imported assemble_list(const Document& document);

/// Of a document of which each part is known: a network, or a table that remit wrote.
[[nodiscard]] Imported assemble_exact(const Document& document);

/// The programme of a document while it is made.
class Assembly {
 protected:
    explicit Assembly(const Document& document);

    [[nodiscard]] LocalizedText said(std::string_view words) const;
    void doubt(DoubtKind kind, std::uint32_t line, std::string read, std::string why,
               std::string advice);
    void add_notice();
    void add_category(const std::string& name, std::optional<std::uint32_t> announced);
    /// By its number, its code, or its place in the list.
    void name_measure(DraftMeasure& measure, const std::string& number, const std::string& code,
                      std::uint32_t line, std::size_t index);
    void say_no_weights(std::uint32_t line, const std::string& title);
    /// Where some measures have a scope, one without has one that is not known.
    void add_unsaid_scopes();
    static std::string one_of(const LocalizedText& text);

    const Page& page_;
    const std::string& name_;
    const Patterns& patterns_;
    const ImportOptions& options_;
    Language language_;
    Outside outside_;
    Imported result_;
    Names names_;
    std::map<std::string, std::size_t> category_names_;  ///< Categories by bare names.

 private:
    [[nodiscard]] bool says_anything() const;
    /// The first heading of the document, or its first line, if that could be a title.
    [[nodiscard]] std::string first_line() const;
    [[nodiscard]] bool is_title(const std::string& text) const;
    /// Of two measures with one number or code the second gets a code of its own.
    void tell_apart(DraftMeasure& measure, std::uint32_t line);

    std::map<std::string, std::uint32_t> numbers_;  // lines of the measures that have them
    std::map<std::string, std::uint32_t> codes_;
    FreeIds other_codes_;
};

}  // namespace remit::reading
