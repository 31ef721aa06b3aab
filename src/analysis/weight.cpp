#include <remit/analysis/weight.hpp>

#include <charconv>

namespace remit {
namespace {

constexpr std::uint64_t most = 1'000'000'000;  // in thousandths

/// \return nothing if there is anything but digits
std::optional<std::uint64_t> digits(std::string_view text) {
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Weight> parse_weight(std::string_view text) {
    const auto point = text.find('.');
    std::string decimals(point == std::string_view::npos ? "0" : text.substr(point + 1));
    if (decimals.empty() || decimals.size() > 3) return std::nullopt;
    decimals.resize(3, '0');
    const auto whole = digits(text.substr(0, point));
    const auto part = digits(decimals);
    if (!whole || !part || *whole > most / 1000) return std::nullopt;
    const auto thousandths = *whole * 1000 + *part;
    if (thousandths == 0 || thousandths > most) return std::nullopt;
    return Weight{thousandths};
}

std::string to_string(Weight weight) {
    auto text = std::to_string(weight.thousandths / 1000);
    if (const auto part = weight.thousandths % 1000; part != 0) {
        auto decimals = std::to_string(1000 + part).substr(1);
        decimals.erase(decimals.find_last_not_of('0') + 1);
        text += '.' + decimals;
    }
    return text;
}

double to_double(Weight weight) {
    return static_cast<double>(weight.thousandths) / 1000.0;
}

}  // namespace remit
