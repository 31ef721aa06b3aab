#include <remit/model/date.hpp>

#include <charconv>
#include <chrono>

namespace remit {
namespace {

/// The number of exactly these digits; none if one of them is not a digit.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && text[0] != '-';
    return whole ? std::optional(value) : std::nullopt;
}

std::string padded(int value, std::size_t width) {
    auto text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    const auto size = text.size();
    if (size != 4 && size != 7 && size != 10) return std::nullopt;
    if ((size > 4 && text[4] != '-') || (size > 7 && text[7] != '-')) return std::nullopt;

    const auto year = digits(text.substr(0, 4));
    const auto month = size > 4 ? digits(text.substr(5, 2)) : std::optional(0);
    const auto day = size > 7 ? digits(text.substr(8, 2)) : std::optional(0);
    if (!year || !month || !day || *year < 1) return std::nullopt;
    if (size > 4 && (*month < 1 || *month > 12)) return std::nullopt;

    const std::chrono::year_month_day calendar{std::chrono::year(*year),
                                               std::chrono::month(static_cast<unsigned>(*month)),
                                               std::chrono::day(static_cast<unsigned>(*day))};
    if (size > 7 && !calendar.ok()) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string to_string(const Date& date) {
    auto text = padded(date.year, 4);
    if (date.month != 0) text += '-' + padded(date.month, 2);
    if (date.day != 0) text += '-' + padded(date.day, 2);
    return text;
}

}  // namespace remit
