#include "name_lists.hpp"

#include "pieces.hpp"

#include <remit/diagram/text_layout.hpp>

namespace remit::drawing {

std::pair<std::string, std::string> list_mark(Language language) {
    const std::string mark(marks::list.in(language));
    const auto end = mark.find_last_not_of(' ') + 1;
    return {mark.substr(0, end), mark.substr(end)};
}

std::vector<std::vector<std::string>> name_lists(const Dataset& dataset, const Languages& languages,
                                                 const std::vector<DepartmentIndex>& departments,
                                                 const Phrase& form) {
    std::vector<std::vector<std::string>> result;
    const auto add = [&](Language language) {
        result.emplace_back();
        for (const auto& department : departments) {
            std::string name(dataset[department].short_name.in(language));
            const bool last = &department == &departments.back();
            result.back().push_back(last ? form.fill(language, {name})
                                         : name + list_mark(language).first);
        }
    };
    add(languages.first);
    if (languages.second) add(*languages.second);
    if (result.size() == 2 && result.front() == result.back()) result.pop_back();
    return result;
}

std::vector<std::string> wrap_list(const std::vector<std::string>& names, double width,
                                   std::size_t most, Language language) {
    const TextMeasure body{static_cast<double>(body_size), false, language};
    const std::string space = names.front().ends_with(",") ? " " : "";
    std::vector<std::string> lines;
    for (const auto& name : names) {
        if (!lines.empty() && text_width(lines.back() + space + name, body) <= width) {
            lines.back() += space + name;
            continue;
        }
        for (const auto& line : wrap(name, width, body)) lines.push_back(line);
    }
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = shortened(lines.back() + space + "…", width, body);
    }
    return lines;
}

}  // namespace remit::drawing
