/// \file
/// On which day, in which month or in which year?
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace remit {

/// A day of the Gregorian calendar, or only a month (day 0) or a year (month and day 0).
struct Date {
    int year = 0;   ///< 1 to 9999.
    int month = 0;  ///< 1 to 12; 0 if only the year is known.
    int day = 0;    ///< 1 to 31; 0 if only the month or the year is known.

    friend auto operator<=>(const Date&, const Date&) = default;

    [[nodiscard]] bool is_day() const { return day != 0; }
};

/// Reads YYYY, YYYY-MM or YYYY-MM-DD; none if it is not so written or there is no such day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Writes a date as `parse_date` reads it: "2018", "2018-03" or "2018-03-17".
[[nodiscard]] std::string to_string(const Date& date);

}  // namespace remit
