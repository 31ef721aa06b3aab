/// \file
/// In which language is the result, and in which are messages?
#pragma once

#include "command_line.hpp"

#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/language.hpp>
#include <remit/model/phrase.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace remit::cli {

/// The languages that there are words for, in a list.
[[nodiscard]] std::string spoken(std::string_view between, std::string_view last);

void add_language_option(
    Command& command, std::optional<Language>& language,
    const std::string& help = "Language of the result (default: REMIT_LANG, else the data's)");

/// \throws UsageError that names the languages that could have been asked for
[[noreturn]] void refuse_language(const std::string& option, std::string_view word);

/// The language that was asked for, else that of REMIT_LANG, else the data's own; with the terms
/// of the data.
/// \throws UsageError for a language that neither the program nor the data have words in
[[nodiscard]] Language language_of(const std::optional<Language>& asked, const Dataset& dataset);

/// Without data: what was asked for, else REMIT_LANG, else English.
[[nodiscard]] Language language_of(const std::optional<Language>& asked);

/// The language of messages about the data: what was asked for, else REMIT_LANG, if there are words
/// for messages in it; else English.
[[nodiscard]] Language language_of_messages(const std::optional<Language>& asked);

/// Writes a message to standard error.
void tell(Language language, const Phrase& message, Diagnostics::Values values);

}  // namespace remit::cli
