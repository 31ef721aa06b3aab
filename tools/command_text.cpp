#include "command_text.hpp"

#include <algorithm>
#include <sstream>

namespace remit::cli {

const CommandText* ProgramText::find(std::string_view command) const {
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const CommandText& each) { return each.name == command; });
    return found == commands.end() ? nullptr : &*found;
}

std::vector<FooterPart> parts_of(const std::string& footer) {
    std::vector<FooterPart> parts;
    std::istringstream lines(footer);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("  ") && !parts.empty()) {
            const auto gap = std::min(line.find("  ", 2), line.size());
            const auto text = std::min(line.find_first_not_of(' ', gap), line.size());
            parts.back().entries.push_back({line.substr(2, gap - 2), line.substr(text)});
        } else if (line.ends_with(':')) {
            parts.push_back({line.substr(0, line.size() - 1), {}, {}});
        } else {
            parts.push_back({{}, line, {}});
        }
    }
    return parts;
}

std::vector<std::string> shared_headings(const CommandText& command) {
    std::vector<std::string> headings;
    for (const auto& option : command.options) {
        const bool known =
            std::find(headings.begin(), headings.end(), option.heading) != headings.end();
        if (!known && !option.heading.empty()) headings.push_back(option.heading);
    }
    std::reverse(headings.begin(),
                 headings.end());  // commands add what is read before what is made
    return headings;
}

std::vector<std::string> choices_of(const std::string& value) {
    const bool free = value.find('=') != std::string::npos ||
                      std::none_of(value.begin(), value.end(),
                                   [](unsigned char c) { return c >= 'a' && c <= 'z'; });
    if (free) return {};
    std::vector<std::string> words;
    std::istringstream parts(value);
    for (std::string word; std::getline(parts, word, '|');) words.push_back(word);
    return words;
}

std::string shown(const OptionRow& option) {
    std::string text;
    for (const auto& name : option.names) text += (text.empty() ? "" : ", ") + name;
    if (!option.value.empty()) text += (text.empty() ? "" : " ") + option.value;
    if (option.names.empty() && option.repeated) text += "...";
    return text;
}

std::string meaning_of(const OptionRow& option) {
    const bool again = option.repeated && !option.names.empty();
    return option.help + (again ? "; may be given again" : "");
}

std::string usage_of(const CommandText& command) {
    if (command.name.empty()) return "remit COMMAND [options] FILE...";
    auto text = "remit " + command.name + " [options]";
    for (const auto& option : command.options) {
        if (!option.names.empty() && !option.required) continue;
        const auto word =
            option.names.empty() ? shown(option) : option.names.front() + ' ' + option.value;
        text += option.required ? ' ' + word : " [" + word + ']';
    }
    return text;
}

}  // namespace remit::cli
