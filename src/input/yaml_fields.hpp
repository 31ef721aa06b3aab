/// \file
/// The fields of one record, read with a check of each one's shape.
#pragma once

#include "yaml_keys.hpp"
#include "yaml_node.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

/// Reads a map. A field that is not there, or of the wrong shape, reads as an empty value; the
/// latter is reported. Every key must be among those known.
class Fields {
 public:
    Fields(const Node& node, const Record& record, Diagnostics& diagnostics)
        : Fields(node, diagnostics.say(record.in_words), record, diagnostics) {}

    /// \param owner  what the record is, for messages, instead of the record's own words
    Fields(const Node& node, std::string owner, const Record& record, Diagnostics& diagnostics);

    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    [[nodiscard]] const Node* find(std::string_view key) const;

    /// Reports a field that is not there.
    void require(std::string_view key) const;

    [[nodiscard]] PlacedText text(std::string_view key) const;
    [[nodiscard]] PlacedText id(std::string_view key = "id") const;
    [[nodiscard]] LocalizedText localized(std::string_view key) const;
    /// One localized text or a list of them, each in its place.
    [[nodiscard]] std::vector<Placed<LocalizedText>> localized_list(std::string_view key) const;
    [[nodiscard]] std::optional<Placed<std::uint32_t>> number(std::string_view key,
                                                              std::uint32_t least = 0) const;
    [[nodiscard]] std::optional<Placed<Date>> date(std::string_view key) const;
    [[nodiscard]] bool boolean(std::string_view key, bool otherwise) const;
    /// One text or a list of texts.
    ///
    /// \param other  which items of a list are no texts, and read by someone else
    [[nodiscard]] std::vector<PlacedText> texts(std::string_view key,
                                                bool (*other)(const Node&) = nullptr) const;
    /// The position of the value among the choices; none if the field is not there or is reported.
    [[nodiscard]] std::optional<std::size_t> choice(
        std::string_view key, std::span<const std::string_view> choices) const;
    /// A list of records, or none.
    [[nodiscard]] std::span<const Node> records(std::string_view key) const;

 private:
    [[nodiscard]] LocalizedText localized(const Node& node, std::string_view key) const;
    void empty(const Node& node, std::string_view key) const;
    void wrong_type(const Node& node, std::string_view key, const std::string& wanted) const;
    /// \param instead  what was probably meant, or nothing
    void wrong_value(const Node& node, std::string_view key, const std::string& wanted,
                     const std::string& instead = {}) const;

    const Node& node_;
    std::string owner_;
    Diagnostics& diagnostics_;
};

/// Reports a key that the record does not have, with the record that has it or the nearest one.
void report_unknown_key(const PlacedText& key, const std::string& owner, const Record& record,
                        Diagnostics& diagnostics);

/// Reads a whole number from 0 to 4294967295.
[[nodiscard]] std::optional<std::uint32_t> parse_number(std::string_view text);

}  // namespace remit::detail
