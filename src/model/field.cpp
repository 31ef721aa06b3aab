#include <remit/model/field.hpp>

#include <remit/model/phrase.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace remit {
namespace {

constexpr double greatest = 1e15;
constexpr std::size_t most_digits = 15;  // that a double keeps

constexpr Phrase plain_number{"thing.number-such-as"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Its digits without zeros before and behind.
std::size_t significant_digits(std::string_view text) {
    std::string digits;
    for (const auto c : text.substr(0, std::min(text.find_first_of("eE"), text.size()))) {
        if (is_digit(c)) digits += c;
    }
    const auto first = digits.find_first_not_of('0');
    if (first == std::string::npos) return 0;
    return digits.find_last_not_of('0') - first + 1;
}

/// As its author may have meant it: without marks of thousands, of half width, with a point.
std::string plainly(std::string_view text) {
    auto plain = normal_form(text.substr(0, 64));
    std::erase_if(plain, [](char c) { return c == ' ' || c == '\''; });
    if (plain.starts_with('+')) plain.erase(0, 1);
    const auto comma = plain.rfind(',');
    if (comma == std::string::npos) return plain;
    const bool thousands = plain.size() - comma == 4 || plain.find('.') != std::string::npos ||
                           plain.find(',') != comma;
    if (thousands) {
        std::erase(plain, ',');
    } else {
        plain[comma] = '.';
    }
    return plain;
}

/// A number, or what a text must be to be one.
struct Plain {
    double value = 0.0;
    std::optional<Phrase> problem = {};
};

Plain parse_plain(std::string_view text) {
    const auto* const end = text.data() + text.size();
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || !is_digit(digits.front())) return {0.0, plain_number};
    double value = 0.0;
    const auto [read, error] = std::from_chars(text.data(), end, value);
    if (read != end) return {0.0, plain_number};
    if (error != std::errc() || std::abs(value) > greatest) {
        return {0.0, "thing.number-of-size"};
    }
    if (significant_digits(text) > most_digits) {
        return {0.0, "thing.number-of-digits"};
    }
    return {value == 0.0 ? 0.0 : value};  // never -0
}

}  // namespace

ParsedAmount parse_amount(std::string_view text, Language language) {
    const auto read = parse_plain(text);
    if (!read.problem) return {read.value, "", ""};
    ParsedAmount result{0.0, std::string(read.problem->in(language)), ""};
    const auto plain = plainly(text);
    if (plain != text && !parse_plain(plain).problem) result.instead = plain;
    auto lower = normal_form(text.substr(0, 16));
    for (auto& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == "nan" || lower == ".nan" || lower == "inf" || lower == ".inf") {
        constexpr Phrase left_out{"thing.unless-unknown"};
        result.problem = left_out.fill(language, {result.problem});
    }
    return result;
}

}  // namespace remit
