/// \file
/// Which columns of its own does a programme have, and what stands in them?
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/index.hpp>
#include <remit/model/localized_text.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace remit {

enum class FieldType : std::uint8_t { text, date, number, choice };

/// As files write them, in the order of `FieldType`.
inline constexpr std::array<std::string_view, 4> field_types{"text", "date", "number", "choice"};

/// One of the values that a field of type `choice` can have.
struct FieldChoice {
    std::string id;
    LocalizedText name;

    friend bool operator==(const FieldChoice&, const FieldChoice&) = default;
};

/// A column that a file declares, such as a due date, a status or a budget.
struct Field {
    std::string id;
    LocalizedText name;
    FieldType type = FieldType::text;
    LocalizedText unit;               ///< Of a number; may be empty.
    std::vector<FieldChoice> values;  ///< Of a choice, as declared; else empty.

    friend bool operator==(const Field&, const Field&) = default;
};

/// A measure's value, by the field's type. A number is finite, at most 10^15 in size and has at
/// most 15 digits, so that it is written as it was read.
using FieldValue = std::variant<LocalizedText, Date, double, ChoiceIndex>;

/// The value that a measure has of one field.
struct MeasureValue {
    FieldIndex field;
    FieldValue value;

    friend bool operator==(const MeasureValue&, const MeasureValue&) = default;
};

/// A number as a file may write it, or in words why it is none.
struct ParsedAmount {
    double value = 0.0;
    std::string problem;  ///< What is wrong, behind "must be "; empty if nothing is.
    std::string instead;  ///< What was probably meant; may be empty.
};

/// Reads digits with an optional '-' before, '.' within and an exponent behind them.
[[nodiscard]] ParsedAmount parse_amount(std::string_view text, Language language = Language::en);

}  // namespace remit
