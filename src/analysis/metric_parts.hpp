/// \file
/// What the parts of the catalogue of metrics share.
#pragma once

#include <remit/analysis/metrics.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace remit::detail {

/// In formulas: d, a, b departments; m a measure; n its departments; p the place in their printed
/// order; k the measures of a department; c those that two share; D and M the numbers of
/// departments and measures.
[[nodiscard]] std::span<const Metric> load_metrics();
[[nodiscard]] std::span<const Metric> pair_metrics();
[[nodiscard]] std::span<const Metric> position_metrics();
[[nodiscard]] std::span<const Metric> collaboration_metrics();
[[nodiscard]] std::span<const Metric> programme_metrics();
[[nodiscard]] std::span<const Metric> turnover_metrics();

inline std::string number(double value) {
    return significant(value, 6);
}

inline std::string number(std::size_t value) {
    return std::to_string(value);
}

/// \param arithmetic  with what stands before the value, as in "1/2 = "
inline WorkedValue worked(const std::string& arithmetic, double value) {
    return {value, arithmetic + number(value)};
}

inline WorkedValue worked(std::size_t value) {
    return {static_cast<double>(value), number(value)};
}

inline WorkedValue no_value(const Case& of, const Phrase& why) {
    constexpr Phrase none{"explain.no-value"};
    return {std::nullopt, none.fill(of.language, {std::string(why.in(of.language))})};
}

inline WorkedValue worked(const std::string& arithmetic, const std::optional<double>& value,
                          const Case& of, const Phrase& why_none) {
    return value ? worked(arithmetic, *value) : no_value(of, why_none);
}

}  // namespace remit::detail
