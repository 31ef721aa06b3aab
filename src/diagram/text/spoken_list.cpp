#include "spoken_list.hpp"

#include "rich.hpp"

#include <unicode/listformatter.h>
#include <unicode/locid.h>

#include <memory>

namespace remit::drawing {

std::string spoken_list(const std::vector<std::string>& texts, Language language) {
    // British English has no comma before "and".
    const auto name = tag(language) == "en" ? std::string("en-GB") : std::string(tag(language));
    UErrorCode code = U_ZERO_ERROR;
    const auto locale = icu::Locale::forLanguageTag(name, code);
    const std::unique_ptr<icu::ListFormatter> formatter(
        icu::ListFormatter::createInstance(locale, code));
    std::vector<icu::UnicodeString> plain;  // Spanish "y" and "e" depend on what follows
    for (const auto& text : texts) plain.push_back(icu::UnicodeString::fromUTF8(unmarked(text)));
    icu::UnicodeString list;
    if (U_SUCCESS(code)) {
        formatter->format(plain.data(), static_cast<std::int32_t>(plain.size()), list, code);
    }
    std::string result;
    list.toUTF8String(result);
    std::size_t begin = 0;
    for (const auto& text : texts) {
        const auto bare = unmarked(text);
        begin = result.find(bare, begin);
        if (begin == std::string::npos) break;
        result.replace(begin, bare.size(), text);
        begin += text.size();
    }
    return result;
}

}  // namespace remit::drawing
