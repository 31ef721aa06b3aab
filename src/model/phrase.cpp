#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>

namespace remit {
namespace {

/// "{3}" or "{3:one|other}" in a pattern.
struct Slot {
    std::size_t value = 0;
    std::size_t size = 0;       ///< In bytes, with both braces.
    bool chooses = false;       ///< Between the two forms; else the value itself stands there.
    std::string_view one = {};  ///< For the value "1".
    std::string_view other = {};

    [[nodiscard]] std::string_view text(std::string_view filled) const {
        if (!chooses) return filled;
        return filled == "1" ? one : other;
    }
};

std::optional<Slot> slot_at(std::string_view pattern, std::size_t at) {
    const auto rest = pattern.substr(at);
    if (rest.size() < 3 || rest[0] != '{' || rest[1] < '0' || rest[1] > '9') return std::nullopt;
    const auto value = static_cast<std::size_t>(rest[1] - '0');
    if (rest[2] == '}') return Slot{value, 3};
    const auto bar = rest.find('|');
    const auto end = rest.find('}');
    if (rest[2] != ':' || end == rest.npos || bar > end) return std::nullopt;
    return Slot{value, end + 1, true, rest.substr(3, bar - 3), rest.substr(bar + 1, end - bar - 1)};
}

}  // namespace

std::string_view Phrase::in(Language language) const {
    switch (language) {
        case Language::zh_hans:
            return zh_hans;
        case Language::zh_hant:
            return zh_hant;
        case Language::en:
            break;
    }
    return en;
}

std::string Phrase::fill(Language language, std::initializer_list<std::string> values) const {
    const auto pattern = in(language);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto slot = slot_at(pattern, i);
        if (!slot) {
            text += pattern[i];
            continue;
        }
        text += slot->text(values.begin()[slot->value]);
        i += slot->size - 1;
    }
    return text;
}

std::string ListWriter::text() const {
    const bool english = language_ == Language::en;
    const std::string_view usual = english ? ", " : "、";
    const bool taken = std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) {
        return text.find(usual) != std::string::npos;
    });
    const std::string_view separator = !taken ? usual : english ? "; " : "；";
    std::string list;
    for (const auto& text : texts_) {
        if (!list.empty()) list += separator;
        list += text;
    }
    return list;
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace remit
