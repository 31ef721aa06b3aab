#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace remit {

std::optional<double> Diagram::smallest_text() const {
    std::optional<double> smallest;
    for (const auto& shape : shapes) {
        const auto* label = std::get_if<Label>(&shape);
        if (label != nullptr) smallest = std::min(smallest.value_or(label->size), label->size);
    }
    return smallest;
}

std::optional<PageFormat> parse_page_format(std::string_view word) {
    if (word == "16x9") return PageFormat::widescreen;
    if (word == "a4-portrait") return PageFormat::a4_portrait;
    if (word == "a4-landscape") return PageFormat::a4_landscape;
    if (word == "fit") return PageFormat::fit;
    return std::nullopt;
}

std::optional<Languages> parse_languages(std::string_view word) {
    const auto plus = word.find('+');
    const auto first = parse_language(word.substr(0, plus));
    if (!first || plus == word.npos) return first ? std::optional<Languages>(*first) : std::nullopt;
    const auto second = parse_language(word.substr(plus + 1));
    if (!second || *second == *first) return std::nullopt;
    return Languages(*first, *second);
}

std::vector<std::string> left_out(const Picture& picture) {
    std::vector<std::string> texts;
    const auto add = [&](std::string text) {
        if (text.empty() || std::find(texts.begin(), texts.end(), text) != texts.end()) return;
        texts.push_back(std::move(text));
    };
    for (const auto& page : picture) {
        std::string text;
        for (const auto& shape : page.shapes) {
            const auto* label = std::get_if<Label>(&shape);
            const bool says = label != nullptr && label->mark.kind == "left-out";
            if (!says) {
                add(std::exchange(text, {}));
                continue;
            }
            const bool goes_on = label->mark.id.find("-line-") != std::string::npos &&
                                 label->mark.id.find('_') == std::string::npos;
            const bool apart = goes_on && !label->language.sets_ideographs();
            text += (apart ? " " : "") + label->text;
        }
        add(std::move(text));
    }
    return texts;
}

}  // namespace remit
