/// \file
/// What does one dict of a parameter of `remit.programme` say?
#pragma once

#include "module.hpp"

#include <remit/model/draft.hpp>

namespace remit::python {

/// One dict of a parameter of `remit.programme`, whose keys are those of the data format. A key
/// that is not there is as good as None, and so is NaN, which pandas has for it.
///
/// Problems are placed as in a file that has the parameter's name and a line for each dict, as
/// Python writes it.
class DraftRecord {
 public:
    /// \param owner  for exceptions, as "measures[2]"
    DraftRecord(const py::handle& item, std::string owner, Place where, Diagnostics& diagnostics);

    [[nodiscard]] Place where() const { return where_; }

    [[nodiscard]] py::object find(const char* key);

    [[nodiscard]] PlacedText placed_text(const char* key);
    [[nodiscard]] std::string text(const char* key) { return placed_text(key).value; }

    /// An id: a missing one has a place as well.
    [[nodiscard]] PlacedText id();

    /// A number or code as well as a text.
    [[nodiscard]] PlacedText word(const char* key);

    [[nodiscard]] LocalizedText localized(const char* key);

    /// That a localized text names first; none of a text that is the same in every language.
    [[nodiscard]] std::optional<Language> first_language(const char* key);

    [[nodiscard]] std::vector<PlacedText> texts(const char* key);

    [[nodiscard]] std::vector<Placed<LocalizedText>> localized_texts(const char* key);

    [[nodiscard]] DraftScope scope();

    [[nodiscard]] std::optional<Placed<std::uint32_t>> number(const char* key);

    [[nodiscard]] bool flag(const char* key, bool otherwise);

    [[nodiscard]] std::optional<Placed<Date>> date(const char* key);

    /// A list or tuple, or one thing alone.
    [[nodiscard]] std::vector<py::object> items(const char* key);

    /// Dicts within this one.
    [[nodiscard]] std::vector<DraftRecord> records(const char* key);

    /// The values that a measure has of fields.
    [[nodiscard]] std::vector<DraftValue> values(const char* key);

    /// \throws ValueError for a key that nobody looked for
    void finish() const;

 private:
    /// A dict within a dict.
    DraftRecord(const py::handle& item, std::string owner, Place where, std::string line,
                Diagnostics& diagnostics);

    static std::string text_of(const py::str& value);

    [[nodiscard]] std::string at(const char* key) const;

    [[noreturn]] static void wrong_type(const std::string& what, const char* wanted,
                                        py::handle value);

    /// Where the value is in the line; the whole line if it is not found.
    [[nodiscard]] Place place(py::handle value, const char* key) const;

    /// As a file's text: on one line, without control characters.
    [[nodiscard]] std::string text_at(py::handle value, const char* key);

    [[nodiscard]] LocalizedText localized(const py::object& value, const char* key);

    py::dict dict_;
    std::string owner_;  // of exceptions
    Place where_;
    std::string line_;
    std::vector<std::string_view> known_;  // keys that were looked for
    Diagnostics& diagnostics_;
};

}  // namespace remit::python
