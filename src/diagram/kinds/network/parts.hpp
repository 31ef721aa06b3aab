/// \file
/// What do the pictures of few and of many ties have in common?
#pragma once

#include "../../page/block.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "facts.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace remit::drawing {

inline constexpr std::size_t most_bars = 12;  ///< Pairs that are listed.

[[nodiscard]] TextOptions named(std::string id, std::string kind_of, Align align = Align::left);

/// Names and marks of departments and pairs. The programme and what is said of it outlive this.
struct NetworkParts {
    const Dataset& dataset;
    const NetworkFacts& facts;
    Theme theme;
    Names names;

    [[nodiscard]] std::string id(DepartmentIndex d) const;

    /// What their marks stand for, as a further word of their kind.
    [[nodiscard]] std::string word(DepartmentIndex d) const;
    [[nodiscard]] std::string word(const Coresponsibility& pair) const;

    /// For tooltips: its name and its measures.
    [[nodiscard]] std::string told(DepartmentIndex d) const;

    /// \param what  the kind of mark, which its id begins with
    [[nodiscard]] Mark pair_mark(const char* what, const Coresponsibility& pair) const;

    [[nodiscard]] std::string pair_name(const Coresponsibility& pair, Language language) const;

    /// The first pairs of the facts, as bars with their numbers.
    [[nodiscard]] BlockPtr bars(std::size_t listed) const;
};

}  // namespace remit::drawing
