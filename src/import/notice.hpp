/// \file
/// What does a document say of itself, and what does its body list?
#pragma once

#include "page.hpp"
#include "patterns.hpp"

#include <remit/import/import.hpp>

#include <optional>
#include <string>
#include <vector>

namespace remit::reading {

/// A category as the body of a notice lists it: (一)…方面7项：…；….
struct ListedCategory {
    std::string name;
    std::optional<std::uint32_t> announced;
    std::vector<std::string> titles;
    std::uint32_t line = 0;
};

/// What stands outside the list of measures.
struct Outside {
    std::string number;
    std::string title;
    std::string issuer;
    std::optional<Date> issued;
    std::optional<Date> published;
    std::string abridged;
    std::string leads;  ///< Who leads the whole, as listed.
    std::uint32_t leads_line = 0;
    std::vector<std::uint32_t> totals;  ///< "20项改革举措", every one that is said.
    std::vector<ListedCategory> categories;
};

[[nodiscard]] Outside read_outside(const Page& page, const Patterns& patterns);

/// "2020年1月23日", "2020-01-23", "23 January 2020", "January 23, 2020"; the first in a text.
[[nodiscard]] std::optional<Date> date_in(std::string_view text);

/// A heading of a category: 一、科技金融创新方面（共7项）.
struct Heading {
    std::string numeral;  ///< 一; empty without one.
    std::string name;
    std::optional<std::uint32_t> announced;
};
[[nodiscard]] std::optional<Heading> heading_in(std::string_view text);

}  // namespace remit::reading
