/// \file
/// Which bodies and places do words of a document name?
#pragma once

#include "patterns.hpp"

#include <remit/import/import.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::reading {

/// Who answers for a measure, as printed.
struct Bodies {
    std::vector<PlacedText> named;
    std::vector<Placed<LocalizedText>> collective;
    bool open = false;
    std::vector<std::string> leading = {};  ///< Ids of those of whom the list says that they lead.

    [[nodiscard]] bool empty() const { return named.empty() && collective.empty(); }
};

/// Finds bodies and places in a registry, and makes records of those that it lacks.
class Names {
 public:
    Names(const Registry* registry, const Patterns& patterns, Language language, DraftFile& file,
          std::vector<Doubt>& doubts);

    /// On which day names are read.
    void set_day(const std::optional<Date>& day) { day_ = day; }

    /// "A、B和C等": the names of a list, in printed order.
    [[nodiscard]] Bodies bodies(std::string_view list, std::uint32_t line);
    /// Names that stand each on a line, as they are.
    /// \param many  whether some may stand for many
    [[nodiscard]] Bodies exact(std::string_view lines, std::uint32_t line, bool many);
    [[nodiscard]] DraftScope scope(std::string_view words, std::uint32_t line);
    /// Whether every name of a list is a body that is known.
    [[nodiscard]] bool all_known(std::string_view list) const;

 private:
    [[nodiscard]] std::string known_body(std::string_view name) const;
    [[nodiscard]] std::string known_place(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> parts(std::string_view list) const;
    [[nodiscard]] bool is_body(std::string_view name) const;
    void join_parts_of_names(std::string_view list, std::vector<std::string>& all) const;
    [[nodiscard]] bool without_tag(std::string& name) const;
    std::string new_body(std::string_view name, std::uint32_t line);
    std::string new_place(std::string_view name, bool nation, std::uint32_t line);
    [[nodiscard]] LocalizedText said(std::string_view words) const;

    const Registry* registry_;
    const Patterns& patterns_;
    Language language_;
    std::optional<Date> day_;
    DraftFile& file_;
    std::vector<Doubt>& doubts_;
    std::map<std::string, std::string> made_;  // ids by normal form, of bodies
    std::map<std::string, std::string> places_;
};

}  // namespace remit::reading
