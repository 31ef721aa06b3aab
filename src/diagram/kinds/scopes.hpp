/// \file
/// Which measures apply everywhere, and which only in some places?
#pragma once

#include "headline.hpp"

#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace remit::drawing {

struct Scopes {
    std::size_t everywhere = 0;  ///< Measures that are extended to a nation.
    std::size_t limited = 0;     ///< Measures with a scope, where others are extended to a nation.
    std::size_t others = 0;      ///< The rest: without a known scope, or no measure has a nation.
    std::optional<ScopeTerm> nation = {};  ///< That of all which apply everywhere, if it is one.
    std::optional<ScopeTerm> only = {};    ///< That of all which are limited, if it is one.
    std::vector<bool> is_limited = {};     ///< By measure.
};

/// A name within a sentence: "the eight pilot regions" of "The eight pilot regions".
[[nodiscard]] std::string within_sentence(std::string name, Language language);

[[nodiscard]] Scopes scopes_of(const Dataset& dataset);

/// "11 measures nationwide, 5 only in 8 pilot regions"; empty where the reach of a measure is not
/// known, or no measure is extended to a nation.
[[nodiscard]] std::string scope_finding(const Dataset& dataset, const Scopes& scopes,
                                        Language language);

/// The scope of a measure in few words: the name of its only term, or how many there are.
[[nodiscard]] Words scope_words(const Dataset& dataset, MeasureIndex measure);

/// The full name of a term within a sentence: "the eight pilot regions".
[[nodiscard]] std::string scope_name(const Dataset& dataset, const ScopeTerm& term,
                                     Language language);

/// What the group is that limited measures apply in: "8 pilot regions: Beijing–Tianjin–Hebei; …".
/// Empty where that is no group.
[[nodiscard]] std::string members_of_scope(const Dataset& dataset, const Scopes& scopes,
                                           Language language);

}  // namespace remit::drawing
