#include "message.hpp"

#include <remit/model/error.hpp>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace remit::detail {
namespace {

constexpr int most_values = 10;

std::string utf8_of(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// The number that plural forms go by; none of other texts, which take "other".
std::optional<double> number_of(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole ? std::optional<double>(value) : std::nullopt;
}

}  // namespace

/// ICU's own format. An argument that is chosen by is moved behind the others, as a number: so its
/// value stands in the text as it is, and yet has a plural form.
struct Message::Chosen {
    struct Format {
        std::unique_ptr<icu::MessageFormat> format;
        double other = 0.0;  // a number that takes "other"
    };
    icu::UnicodeString pattern;
    std::mutex lock;  // formatting is not constant
    std::map<Language, Format> by_language;
};

Message::Message(Message&&) noexcept = default;
Message& Message::operator=(Message&&) noexcept = default;
Message::~Message() = default;

Message::Message(std::string_view pattern) {
    const auto string = icu::UnicodeString::fromUTF8(
        icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
    UErrorCode code = U_ZERO_ERROR;
    const icu::MessagePattern parsed(string, nullptr, code);
    if (U_FAILURE(code))
        throw Error("ICU does not take the pattern '" + std::string(pattern) + '\'');
    auto numbered = string;
    std::int32_t moved = 0;
    std::int32_t literal = 0;
    const auto take = [&](std::int32_t end) {
        text_ += utf8_of(string.tempSubStringBetween(literal, end));
    };
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_SKIP_SYNTAX) {
            take(part.getIndex());
            literal = part.getLimit();
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const auto& number = parsed.getPart(i + 1);
        if (part.getArgType() == UMSGPAT_ARG_TYPE_PLURAL) {
            if (!chosen_) chosen_ = std::make_unique<Chosen>();
            numbered.replace(
                number.getIndex() + moved, number.getLength(),
                icu::UnicodeString::fromUTF8(std::to_string(number.getValue() + most_values)));
            ++moved;
        } else if (part.getArgType() != UMSGPAT_ARG_TYPE_NONE && !chosen_) {
            chosen_ = std::make_unique<Chosen>();
        }
        if (chosen_) continue;
        take(part.getIndex());
        slots_.push_back({text_.size(), static_cast<std::size_t>(number.getValue())});
        i = parsed.getLimitPartIndex(i);
        literal = parsed.getPart(i).getLimit();
    }
    take(string.length());
    if (chosen_) chosen_->pattern = numbered;
}

std::string Message::fill(Language language, std::initializer_list<std::string> values,
                          Phrase::Isolation isolation) const {
    assert(values.size() <= most_values);
    const auto shown = [&](const std::string& value) {
        return isolation == Phrase::Isolation::none ? value : isolated(value, language);
    };
    if (!chosen_) {
        std::string result;
        std::size_t begin = 0;
        for (const auto& [at, value] : slots_) {
            assert(value < values.size());
            result.append(text_, begin, at - begin);
            result += shown(values.begin()[value]);
            begin = at;
        }
        return result.append(text_, begin);
    }
    UErrorCode code = U_ZERO_ERROR;
    const std::scoped_lock guard(chosen_->lock);
    auto& [format, other] = chosen_->by_language[language.plain()];
    if (!format) {
        const auto locale = icu::Locale::forLanguageTag(std::string(language.tag()), code);
        format = std::make_unique<icu::MessageFormat>(chosen_->pattern, locale, code);
        const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, code));
        if (rules) rules->getSamples("other", &other, 1, code);
    }
    std::array<icu::Formattable, std::size_t{2} * most_values> arguments;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& value = values.begin()[i];
        arguments[i].setString(icu::UnicodeString::fromUTF8(shown(value)));
        arguments[i + most_values].setDouble(number_of(value).value_or(other));
    }
    icu::UnicodeString result;
    icu::FieldPosition ignored;
    format->format(arguments.data(), static_cast<std::int32_t>(arguments.size()), result, ignored,
                   code);
    if (U_FAILURE(code)) throw Error("ICU cannot fill '" + utf8_of(chosen_->pattern) + '\'');
    return utf8_of(result);
}

}  // namespace remit::detail
