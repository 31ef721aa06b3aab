#include "languages.hpp"

#include <remit/model/terms.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace remit::cli {

std::string spoken(std::string_view between, std::string_view last) {
    std::string all;
    const auto languages = spoken_languages();
    for (const auto each : languages) {
        if (!all.empty()) all += each == languages.back() ? last : between;
        all += each.tag();
    }
    return all;
}

void add_language_option(Command& command, std::optional<Language>& language,
                         const std::string& help) {
    command.option({"--lang", spoken("|", "|"), help}, [&language](const std::string& word) {
        language = parse_language(word);
        if (!language) refuse_language("--lang", word);
    });
}

void refuse_language(const std::string& option, std::string_view word) {
    throw UsageError(option, in_quotes(word) + " is not " + spoken(", ", " or ") +
                                 ", nor the tag of another language that the data are in");
}

namespace {

/// What is asked for, by which option or variable.
struct Wish {
    Language language;
    std::string option;
};

std::optional<Wish> wish_of(const std::optional<Language>& asked) {
    if (asked) return Wish{*asked, "--lang"};
    const char* const usual = std::getenv("REMIT_LANG");
    if (usual == nullptr || *usual == '\0') return std::nullopt;
    const auto language = parse_language(usual);
    if (!language) refuse_language("REMIT_LANG", usual);
    return Wish{*language, "REMIT_LANG"};
}

bool is_spoken(Language language) {
    const auto all = spoken_languages();
    return std::find(all.begin(), all.end(), language) != all.end();
}

}  // namespace

Language language_of(const std::optional<Language>& asked) {
    const auto wish = wish_of(asked);
    if (!wish) return Language::en;
    if (!is_spoken(wish->language)) refuse_language(wish->option, wish->language.tag());
    return wish->language;
}

Language language_of(const std::optional<Language>& asked, const Dataset& dataset) {
    const auto wish = wish_of(asked);
    if (!wish) return spoken_by(dataset, dataset.language());
    if (!is_spoken(wish->language) && !has_texts_in(dataset, wish->language)) {
        refuse_language(wish->option, wish->language.tag());
    }
    return spoken_by(dataset, wish->language);
}

Language language_of_messages(const std::optional<Language>& asked) {
    const auto wish = wish_of(asked);
    return wish ? message_language(wish->language) : Language::en;
}

void tell(Language language, const Phrase& message, Diagnostics::Values values) {
    std::cerr << "remit: " << message.fill(language, values, Phrase::Isolation::none) << '\n';
}

}  // namespace remit::cli
