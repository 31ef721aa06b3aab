#include "match.hpp"

#include "page.hpp"
#include "patterns.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>

namespace remit::reading {
namespace {

constexpr std::int32_t most_steps = 2000;        // ICU's units of its own
constexpr std::int32_t most_memory = 1'000'000;  // bytes

char32_t half_width(char32_t c) {
    switch (c) {
        case U'（':
            return U'(';
        case U'）':
            return U')';
        case U'：':
            return U':';
        case U'；':
            return U';';
        case U'，':
            return U',';
        case U'\u00A0':
        case U'\u3000':
            return U' ';
        default:
            return c;
    }
}

const icu::RegexPattern& compiled(const char* pattern) {
    thread_local std::map<const char*, std::unique_ptr<icu::RegexPattern>> known;
    auto& made = known[pattern];
    if (!made) {
        UErrorCode code = U_ZERO_ERROR;
        UParseError where;
        made.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern),
                                              UREGEX_CASE_INSENSITIVE, where, code));
        if (U_FAILURE(code)) throw Error(std::string("no pattern: ") + pattern);
    }
    return *made;
}

}  // namespace

Matched::Matched(std::string_view text) : text_(code_points(text)) {
    form_ = code_points(simplified(text));
    if (form_.size() != text_.size()) form_ = text_;
    for (auto& c : form_) c = half_width(c);
}

std::string Matched::words(std::size_t begin, std::size_t end) const {
    return tidy(utf8(std::u32string_view(text_).substr(begin, end - begin)));
}

std::string Matched::plain(std::size_t begin, std::size_t end) const {
    return utf8(std::u32string_view(form_).substr(begin, end - begin));
}

std::optional<Match> find(const char* pattern, const Matched& text, std::size_t from) {
    const auto rest = std::u32string_view(text.form()).substr(from);
    const auto unicode = icu::UnicodeString::fromUTF32(
        reinterpret_cast<const UChar32*>(rest.data()), static_cast<std::int32_t>(rest.size()));
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(compiled(pattern).matcher(unicode, code));
    if (U_FAILURE(code)) return std::nullopt;
    matcher->setTimeLimit(most_steps, code);
    matcher->setStackLimit(most_memory, code);
    if (matcher->find(code) == 0 || U_FAILURE(code)) return std::nullopt;
    Match match;
    for (std::int32_t g = 0; g <= matcher->groupCount(); ++g) {
        const auto begin = matcher->start(g, code);
        const auto end = matcher->end(g, code);
        if (begin < 0) {
            match.push_back({});
            continue;
        }
        const auto at = static_cast<std::size_t>(unicode.countChar32(0, begin));
        const auto size = static_cast<std::size_t>(unicode.countChar32(begin, end - begin));
        match.push_back({from + at, from + at + size, true});
    }
    return match;
}

}  // namespace remit::reading
