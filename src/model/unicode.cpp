#include <remit/model/unicode.hpp>

#include <remit/model/error.hpp>

#include <unicode/brkiter.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>

namespace remit {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Calls visit(offset, code point or a negative number where the bytes are not UTF-8).
template <class Visit>
void for_each_code_point(std::string_view text, Visit visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int64_t>(text.size());
    for (std::int64_t position = 0; position < size;) {
        const auto start = position;
        UChar32 character = 0;
        U8_NEXT(bytes, position, size, character);
        if (!visit(static_cast<std::size_t>(start), character)) return;
    }
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::optional<std::size_t> found;
    for_each_code_point(text, [&](std::size_t offset, UChar32 character) {
        if (character < 0) found = offset;
        return !found;
    });
    return found;
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for_each_code_point(text, [&](std::size_t, UChar32 character) {
        result += character < 0 ? replacement : static_cast<char32_t>(character);
        return true;
    });
    return result;
}

bool has_ideograph(std::string_view text) {
    const auto all = code_points(text);
    return std::any_of(all.begin(), all.end(), [](char32_t c) {
        return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0;
    });
}

std::string utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size() * 3);
    for (const auto character : text) {
        std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, static_cast<std::uint32_t>(character));
        result.append(reinterpret_cast<const char*>(bytes.data()), size);
    }
    return result;
}

namespace {

/// The normal form where no table is needed for it: of ASCII and of the ideographs from U+4E00 to
/// U+9FFF, which neither change nor join what is beside them.
std::optional<std::string> plain_normal_form(std::string_view name) {
    std::string result;
    result.reserve(name.size());
    for (std::size_t i = 0; i < name.size();) {
        const char c = name[i];
        if (c >= ' ' && c <= '~') {
            if (c != ' ') result += c == '\'' ? '"' : c;
            ++i;
            continue;
        }
        const auto ideograph = name.substr(i, 3);
        if (ideograph < "\u4E00" || ideograph > "\u9FFF" || find_invalid_utf8(ideograph)) return {};
        result += ideograph;
        i += ideograph.size();
    }
    return result;
}

}  // namespace

std::string normal_form(std::string_view name) {
    if (auto plain = plain_normal_form(name)) return *std::move(plain);
    UErrorCode code = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCInstance(code);
    auto text = icu::UnicodeString::fromUTF8(utf8(code_points(name)));
    if (U_SUCCESS(code)) text = normalizer->normalize(text, code);
    std::string composed;
    text.toUTF8String(composed);

    std::u32string result;
    for (const auto character : code_points(composed)) {
        const auto point = static_cast<UChar32>(character);
        if (u_isUWhiteSpace(point) != 0 || columns(character) == 0) continue;
        const auto category = u_charType(point);
        const bool quote = category == U_INITIAL_PUNCTUATION || category == U_FINAL_PUNCTUATION ||
                           character == U'\'' || character == U'"';
        result += quote ? U'"' : category == U_DASH_PUNCTUATION ? U'-' : character;
    }
    return utf8(result);
}

bool is_blank(std::string_view text) {
    const auto is_seen = [](char c) { return c > ' ' && c <= '~'; };
    return std::none_of(text.begin(), text.end(), is_seen) && normal_form(text).empty();
}

std::vector<std::size_t> dictionary_order(const std::vector<std::string>& names,
                                          Language language) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    UErrorCode code = U_ZERO_ERROR;
    const auto locale = icu::Locale::forLanguageTag(std::string(language.tag()), code);
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, code));
    if (U_FAILURE(code)) throw Error("ICU has no collation for " + std::string(tag(language)));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        UErrorCode ignored = U_ZERO_ERROR;  // what is not UTF-8 is compared as U+FFFD
        return collator->compareUTF8(names[a], names[b], ignored) == UCOL_LESS;
    });
    return order;
}

bool turns_direction(char32_t character) {
    return (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

int columns(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    const auto category = u_charType(code);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
        category == U_FORMAT_CHAR) {
        return 0;
    }
    const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns(std::string_view text) {
    std::size_t sum = 0;
    for (const auto character : code_points(text)) {
        sum += static_cast<std::size_t>(columns(character));
    }
    return sum;
}

namespace {

std::unique_ptr<icu::BreakIterator> line_iterator() {
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), code));
    if (U_FAILURE(code)) throw Error("ICU has no rules for lines");
    return iterator;
}

}  // namespace

std::vector<std::string_view> line_pieces(std::string_view text) {
    thread_local const auto iterator = line_iterator();  // takes longer than a text
    UErrorCode code = U_ZERO_ERROR;
    const icu::LocalUTextPointer opened(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code));
    iterator->setText(opened.getAlias(), code);
    if (U_FAILURE(code)) throw Error("ICU cannot read a text");
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    iterator->first();
    for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        const auto end = static_cast<std::size_t>(at);
        const bool within = text[end - 1] == '-' || text[end - 1] == '/';
        if (end < text.size() && within) continue;
        pieces.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return pieces;
}

namespace {

std::string_view without_space_behind(std::string_view text) {
    const auto last = text.find_last_not_of(" \n");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines{""};
    std::string_view line;  // with the space behind it, which a next piece needs
    const auto take = [&](std::string_view piece) {
        const bool begins = line.empty() || line.back() == '\n';
        const std::string_view more(begins ? piece.data() : line.data(),
                                    (begins ? 0 : line.size()) + piece.size());
        if (!line.empty() && (begins || columns(without_space_behind(more)) > width)) {
            lines.emplace_back();
            line = piece;
        } else {
            line = more;
        }
        lines.back() = without_space_behind(line);
    };
    for (const auto piece : line_pieces(text)) {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t used = 0;
        for (const auto character : code_points(piece)) {
            const auto wide = static_cast<std::size_t>(columns(character));
            if (used + wide > width && end > begin) {
                take(piece.substr(begin, end - begin));
                begin = end;
                used = 0;
            }
            used += wide;
            end = std::min(end + utf8({&character, 1}).size(), piece.size());
        }
        take(piece.substr(begin));
    }
    return lines;
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace remit
