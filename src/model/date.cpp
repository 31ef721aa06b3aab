#include <remit/model/date.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <tuple>
#include <utility>
#include <vector>

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

std::chrono::year_month_day calendar(int year, int month, int day) {
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
}

/// "Q3" or "H1" of a year.
std::optional<Date> parse_part(int year, std::string_view part) {
    const auto number = digits(part.substr(1));
    if (!number || *number < 1) return std::nullopt;
    if (part[0] == 'Q' && *number <= 4) return Date{year, 0, 0, *number, 0};
    if (part[0] == 'H' && *number <= 2) return Date{year, 0, 0, 0, *number};
    return std::nullopt;
}

/// The first and the last month that a date covers.
std::pair<int, int> months(const Date& date) {
    if (date.quarter != 0) return {3 * date.quarter - 2, 3 * date.quarter};
    if (date.half != 0) return {6 * date.half - 5, 6 * date.half};
    if (date.month == 0) return {1, 12};
    return {date.month, date.month};
}

/// Of a day.
auto key(const Date& date) {
    return std::tuple(date.year, date.month, date.day);
}

Truth decided(bool yes, bool no) {
    return yes ? Truth::yes : no ? Truth::no : Truth::undecided;
}

/// The quarter or half of a year that Q3 2026, 2026q3, S1 2022 or 2026年上半年 means; nothing for
/// other texts.
std::string likely_part(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 18> words{
        {{"上半年", "-H1"},
         {"下半年", "-H2"},
         {"一季度", "-Q1"},
         {"二季度", "-Q2"},
         {"三季度", "-Q3"},
         {"四季度", "-Q4"},
         {"s1", "-H1"},
         {"s2", "-H2"},
         {"t1", "-Q1"},
         {"t2", "-Q2"},
         {"t3", "-Q3"},
         {"t4", "-Q4"},
         {"h1", "-H1"},
         {"h2", "-H2"},
         {"q1", "-Q1"},
         {"q2", "-Q2"},
         {"q3", "-Q3"},
         {"q4", "-Q4"}}};
    auto plain = normal_form(text.substr(0, 64));
    for (auto& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const auto& [word, part] : words) {
        const auto at = plain.find(word);
        if (at == std::string::npos) continue;
        const auto rest = plain.substr(0, at) + '.' + plain.substr(at + word.size());
        const auto begin = rest.find_first_of("0123456789");
        if (begin == std::string::npos) return {};
        const auto end = std::min(rest.find_first_not_of("0123456789", begin), rest.size());
        return rest.substr(begin, end - begin) + std::string(part);
    }
    return {};
}

/// The date that 2020/2/3, 2020.2.3 or 2020年2月3日 means; nothing for other texts, such as that of
/// a week, 2020-W05, or of a year before the first.
std::string day_of_parts(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    if (text.starts_with('-') || std::any_of(text.begin(), text.end(), is_letter)) return {};
    std::vector<std::string> parts(1);
    for (const auto c : normal_form(text.substr(0, 64))) {
        if (c >= '0' && c <= '9') {
            parts.back() += c;
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty()) parts.pop_back();
    if (parts.empty() || parts.size() > 3) return {};
    std::string date;
    for (const auto& part : parts) {
        date += (date.empty() ? "" : "-") + std::string(part.size() == 1 ? "0" : "") + part;
    }
    return date;
}

}  // namespace

std::strong_ordering operator<=>(const Date& a, const Date& b) {
    const auto first = key(a.first_day()) <=> key(b.first_day());
    return first != 0 ? first : key(a.last_day()) <=> key(b.last_day());
}

Date Date::first_day() const {
    return {year, months(*this).first, is_day() ? day : 1};
}

Date Date::last_day() const {
    const auto last = months(*this).second;
    if (is_day()) return {year, last, day};
    const std::chrono::year_month_day_last month_end{
        std::chrono::year(year),
        std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(last)))};
    return {year, last, static_cast<int>(static_cast<unsigned>(month_end.day()))};
}

std::optional<Date> parse_date(std::string_view text) {
    const auto size = text.size();
    if (size != 4 && size != 7 && size != 10) return std::nullopt;
    if ((size > 4 && text[4] != '-') || (size > 7 && text[7] != '-')) return std::nullopt;

    const auto year = digits(text.substr(0, 4));
    if (!year || *year < 1) return std::nullopt;
    if (size == 7 && (text[5] == 'Q' || text[5] == 'H')) return parse_part(*year, text.substr(5));
    const auto month = size > 4 ? digits(text.substr(5, 2)) : std::optional(0);
    const auto day = size > 7 ? digits(text.substr(8, 2)) : std::optional(0);
    if (!month || !day) return std::nullopt;
    if (size > 4 && (*month < 1 || *month > 12)) return std::nullopt;
    if (size > 7 && !calendar(*year, *month, *day).ok()) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string likely_date(std::string_view text) {
    auto meant = likely_part(text);
    if (meant.empty()) meant = day_of_parts(text);
    return parse_date(meant) ? meant : "";
}

std::string to_string(const Date& date) {
    auto text = padded(date.year, 4);
    if (date.quarter != 0) return text + "-Q" + std::to_string(date.quarter);
    if (date.half != 0) return text + "-H" + std::to_string(date.half);
    if (date.month != 0) text += '-' + padded(date.month, 2);
    if (date.day != 0) text += '-' + padded(date.day, 2);
    return text;
}

Truth is_before(const Date& date, const Date& limit) {
    const auto begin = limit.first_day();
    return decided(date.last_day() < begin, date.first_day() >= begin);
}

Truth is_earlier(const Date& one, const Date& other) {
    return decided(one.last_day() < other.first_day(), one.first_day() >= other.last_day());
}

Truth is_after(const Date& date, const Date& limit) {
    const auto end = limit.last_day();
    return decided(end < date.first_day(), date.last_day() <= end);
}

Truth is_within(const Date& date, const Date& range) {
    const bool apart = date.last_day() < range.first_day() || range.last_day() < date.first_day();
    const bool inside =
        range.first_day() <= date.first_day() && date.last_day() <= range.last_day();
    return decided(inside, apart);
}

}  // namespace remit
