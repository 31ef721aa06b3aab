/// \file
/// What does a metric or another column mean, and how does it come about on these data?
#pragma once

#include <remit/analysis/metrics.hpp>
#include <remit/model/dataset.hpp>
#include <remit/report/columns.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// How a text is marked up.
enum class Markup : std::uint8_t { none, markdown };

/// Name, definition, formula, source and command, a line each. The formula is in symbols and
/// English words. In Markdown the heading is the metric's id, so that a link can mean it.
[[nodiscard]] std::string explain(const Metric& metric, Language language = Language::en,
                                  Markup markup = Markup::none);

/// Name, definition, kind of value and command, a line each; in Markdown an item of a list.
[[nodiscard]] std::string explain(const TableColumn& column, Language language = Language::en,
                                  Markup markup = Markup::none);

/// What is explained by that word: a metric or a column; of a column that is made of another, such
/// as "shared_before", its kind and then that one.
///
/// \param dataset  whose categories and fields are columns, too, and are told first; may be null
/// \return empty if the word is none of these
[[nodiscard]] std::string explain(std::string_view id, Language language = Language::en,
                                  Markup markup = Markup::none, const Dataset* dataset = nullptr);

/// The ids of all metrics, then of all columns and kinds of columns that are none.
[[nodiscard]] std::vector<std::string_view> explained_ids();

/// The case that shows most: the department with the most measures, or the pair that shares the
/// most; the first of several.
///
/// \return nothing if there is none
[[nodiscard]] std::optional<Case> telling_case(const Metric& metric, const Dataset& dataset);

/// The value with its arithmetic, in the language of the case: "MOST: 1/3 + 1/2 = 0.8333".
///
/// \pre the case is a pair if the metric is of pairs
[[nodiscard]] std::string worked_value(const Metric& metric, const Dataset& dataset,
                                       const Case& of_whom);

}  // namespace remit
