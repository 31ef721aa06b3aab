/// \file
/// What is each metric called, how is it defined, and where does it come from?
#pragma once

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace remit {

/// What a metric is a number of.
enum class Subject : std::uint8_t { department, pair, programme };

/// For whom the arithmetic of a metric is shown.
struct Case {
    DepartmentIndex a;
    std::optional<DepartmentIndex> b = {};  ///< Of a pair.
    Language language = Language::en;       ///< In which it is worked out.
};

/// A value and how it comes about on some data.
struct WorkedValue {
    std::optional<double> value;  ///< As tables show it; nothing where it is not defined.
    std::string text;             ///< "1/3 + 1/2 = 0.833333" or "no value: why".
};

/// One metric: the same entry names the column of a table, and is what `remit explain` says.
struct Metric {
    std::string_view id;  ///< Stable: the column's id, and the word for `explain`.
    Subject subject = Subject::department;
    Phrase name;
    Phrase definition;  ///< One or two sentences, with what is counted and over what.
    std::string_view formula;
    std::string_view source;   ///< Where the method comes from; empty for a plain count.
    std::string_view command;  ///< What shows it; empty if nothing does.

    /// Its value with the arithmetic. A reference, so that no entry compiles without one.
    /// \pre the case is of a pair if the metric is, and the graph is that of the programme
    WorkedValue (&worked)(const Dataset& dataset, const ResponsibilityGraph& graph,
                          const Case& of_whom);
};

/// All metrics, by command.
[[nodiscard]] std::span<const Metric> metrics();

/// \return nothing for an id that is none
[[nodiscard]] const Metric* find_metric(std::string_view id);

}  // namespace remit
