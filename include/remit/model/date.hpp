/// \file
/// On which day, in which month, quarter, half or year?
#pragma once

#include <remit/model/phrase.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remit {

/// A day of the Gregorian calendar, or as much of it as is known: a month (day 0), a quarter or
/// half (month and day 0), a year (all others 0). A date that is no day stands for one day of
/// those that it covers, and nobody knows which.
struct Date {
    int year = 0;     ///< 1 to 9999.
    int month = 0;    ///< 1 to 12; 0 if it is not known.
    int day = 0;      ///< 1 to 31; 0 if it is not known.
    int quarter = 0;  ///< 1 to 4 if that alone is known of the year; else 0.
    int half = 0;     ///< 1 or 2 if that alone is known of the year; else 0.

    friend bool operator==(const Date&, const Date&) = default;
    /// By the first day that it covers, then by the last: 2026-01-01, 2026-01, 2026-Q1, 2026-H1,
    /// 2026, 2026-01-02. An order of rows; what is certain of vague dates say the functions below.
    friend std::strong_ordering operator<=>(const Date& a, const Date& b);

    [[nodiscard]] bool is_day() const { return day != 0; }
    [[nodiscard]] Date first_day() const;  ///< That it covers.
    [[nodiscard]] Date last_day() const;   ///< That it covers.
};

/// Reads YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Q1 to YYYY-Q4, YYYY-H1 or YYYY-H2; none if it is not so
/// written or there is no such day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// What `parse_date` reads, for messages.
inline constexpr Phrase date_forms{"thing.date-forms"};

/// The date that 2020/2/3, 2020年2月3日, "Q3 2026" or 2026年上半年 means, as `parse_date` reads it;
/// nothing for other texts.
[[nodiscard]] std::string likely_date(std::string_view text);

/// Writes a date as `parse_date` reads it: "2018", "2018-03", "2018-03-17", "2018-Q3", "2018-H1".
[[nodiscard]] std::string to_string(const Date& date);

/// Whether something holds, as far as it is known.
enum class Truth : std::uint8_t { no, undecided, yes };

/// Whether the day that a date stands for comes before all that the limit covers.
/// Example: 2023-12 is before 2024, 2024-Q2 is not, of 2024 nobody knows whether it is before
/// 2024-07.
[[nodiscard]] Truth is_before(const Date& date, const Date& limit);

/// Whether the day that one date stands for comes before the day that the other stands for.
/// Example: 2024-01 is earlier than 2024-02; of 2024 and 2024-07 nobody knows.
[[nodiscard]] Truth is_earlier(const Date& one, const Date& other);

/// Whether the day that a date stands for comes after all that the limit covers.
[[nodiscard]] Truth is_after(const Date& date, const Date& limit);

/// Whether the day that a date stands for is one of those that the range covers.
[[nodiscard]] Truth is_within(const Date& date, const Date& range);

}  // namespace remit
