#include "escape.hpp"

#include <remit/model/unicode.hpp>

#include <charconv>

namespace remit::detail {
namespace {

/// What \uXXXX means; nothing if the text does not begin with such an escape.
std::optional<std::uint32_t> read_escape(std::string_view text) {
    if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
    std::uint32_t value = 0;
    const auto* end = text.data() + 6;
    const auto read = std::from_chars(text.data() + 2, end, value, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

/// At least so many digits of base 16.
std::string digits(std::uint32_t value, std::size_t count) {
    constexpr std::string_view signs = "0123456789ABCDEF";
    std::string result;
    for (; value > 0 || result.size() < count; value /= 16) result.insert(0, 1, signs[value % 16]);
    return result;
}

}  // namespace

std::optional<Surrogate> read_surrogate(std::string_view text) {
    const auto high = read_escape(text);
    if (!high || *high < 0xD800 || *high > 0xDFFF) return std::nullopt;
    const auto low = read_escape(text.substr(6));
    const bool whole = *high < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF;
    if (!whole) return Surrogate{6, false, "\\uFFFD"};
    const auto character = 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00);
    return Surrogate{12, true, "\\U" + digits(character, 8)};
}

std::string name_of(std::string_view character) {
    const auto points = code_points(character);
    return points.empty() ? "" : "U+" + digits(static_cast<std::uint32_t>(points.front()), 4);
}

}  // namespace remit::detail
