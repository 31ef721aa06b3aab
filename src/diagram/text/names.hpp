/// \file
/// What are departments called where there is little room? Their short name, else an abbreviation
/// that the page has a key for, else what is left of the name when it is cut; two of them never the
/// same.
#pragma once

#include "rich.hpp"

#include <remit/model/dataset.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// What some departments are called in the languages of a picture.
class Names {
 public:
    /// What may stand for a short name that is too wide.
    enum class Steps : std::uint8_t {
        abbreviation,  ///< Its abbreviation, then that is cut.
        initials,      ///< Its abbreviation, then the initials of its short name, then it is cut.
        /// Of one of more than five characters, the shortest alias of which the name has all
        /// characters in their order, as 工信部 is of 工业和信息化部; then that is cut.
        alias,
    };
    /// \param width  no line of a name is wider; all take the same step where one is too wide
    /// \param lines  of a name, at most
    Names(const Dataset& dataset, const Languages& languages,
          std::span<const DepartmentIndex> departments, double width, const Font& font,
          std::size_t lines = 1, Steps steps = Steps::abbreviation);
    /// Of all departments, by their short names.
    Names(const Dataset& dataset, const Languages& languages);

    /// Whether no name is cut.
    [[nodiscard]] bool whole() const { return whole_; }

    /// Whether all are short names, for which there was room, and not abbreviations.
    [[nodiscard]] bool in_words() const { return in_words_; }
    /// The room that they were made for.
    [[nodiscard]] double width() const { return width_; }

    [[nodiscard]] std::string of(DepartmentIndex department, Language language) const;
    [[nodiscard]] std::function<std::string(Language)> of(DepartmentIndex department) const;
    /// "CBIRC, PBC and MOST", marked as accents or not.
    [[nodiscard]] std::string list(std::span<const DepartmentIndex> departments, Language language,
                                   bool accented = false) const;
    /// "CBIRC: China Banking and Insurance Regulatory Commission · …" of those departments whose
    /// name does not say who they are; empty where all do.
    [[nodiscard]] std::string key(std::span<const DepartmentIndex> departments,
                                  Language language) const;

 private:
    void name_all(std::span<const DepartmentIndex> departments, Language language, double width,
                  const Font& font, std::size_t lines, Steps steps);

    const Dataset* dataset_;
    Languages languages_;
    double width_ = 0.0;
    bool whole_ = true;
    bool in_words_ = true;
    std::map<std::pair<Language, DepartmentIndex>, std::string> names_;
};

/// The departments of a programme, in the order of the registry.
[[nodiscard]] std::vector<DepartmentIndex> all_departments(const Dataset& dataset);

/// Texts as different as they were: each cut to so many lines of the width where it has more, at
/// its end, or where two would then be the same, at what they have in common.
[[nodiscard]] std::vector<std::string> cut_apart(std::vector<std::string> texts, double width,
                                                 const Font& font, Language page,
                                                 std::size_t lines = 1);

}  // namespace remit::drawing
