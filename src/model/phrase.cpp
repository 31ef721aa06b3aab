#include <remit/model/phrase.hpp>

namespace remit {

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
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!slot) {
            text += pattern[i];
            continue;
        }
        text += values.begin()[pattern[i + 1] - '0'];
        i += 2;
    }
    return text;
}

void ListWriter::add(std::string_view text) {
    if (!text_.empty()) text_ += language_ == Language::en ? ", " : "、";
    text_ += text;
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace remit
