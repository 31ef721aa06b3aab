/// \file
/// What is each metric called, how is it defined, and where does it come from?
#pragma once

#include <remit/model/phrase.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace remit {

/// What a metric is a number of.
enum class Subject : std::uint8_t { department, pair, programme };

/// One metric: the same entry names the column of a table, and is what `remit explain` says.
struct Metric {
    std::string_view id;  ///< Stable: the column's id, and the word for `explain`.
    Subject subject = Subject::department;
    Phrase name;
    std::string_view definition;  ///< One or two sentences, with what is counted and over what.
    std::string_view formula;
    std::string_view source;   ///< Where the method comes from; empty for a plain count.
    std::string_view command;  ///< What shows it.
};

/// All metrics, by command.
[[nodiscard]] std::span<const Metric> metrics();

/// \return nothing for an id that is none
[[nodiscard]] const Metric* find_metric(std::string_view id);

}  // namespace remit
