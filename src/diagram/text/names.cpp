#include "names.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace remit::drawing {
namespace {

constexpr Phrase in_key{"names.in-key"};

enum class Step : std::uint8_t { short_name, abbreviation };

std::string form(const Body& body, Step step, Language language) {
    if (step == Step::abbreviation && !body.abbreviation.empty()) return body.abbreviation;
    return std::string(body.short_name.in(language));
}

/// The end of a text behind what it has in common with another one, from the word it begins in.
std::string behind_common(std::string_view text, std::string_view other) {
    const auto one = code_points(text);
    const auto two = code_points(other);
    std::size_t same = 0;
    while (same < std::min(one.size(), two.size()) && one[same] == two[same]) ++same;
    auto begin = same;
    while (begin > 0 && begin + 12 > same && one[begin - 1] != U' ') --begin;
    if (begin > 0 && one[begin - 1] != U' ') begin = same;
    return utf8(std::u32string_view(one).substr(begin));
}

/// What surely fits into so many lines, wherever they break.
double room_of(double width, std::size_t lines) {
    return lines == 1 ? width : 0.8 * width * static_cast<double>(lines);
}

bool fits(std::string_view text, double width, const Font& font, Language page, std::size_t lines) {
    if (std::isinf(width)) return true;
    const TextMeasure measure{font.size, font.bold, page};
    if (text_width(text, measure) <= width) return true;
    if (lines == 1) return false;
    const auto wrapped = wrap(text, width, measure);
    if (wrapped.size() > lines) return false;
    // No word may be broken.
    std::string joined;
    for (const auto& line : wrapped) joined += (joined.empty() ? "" : " ") + line;
    return page.sets_ideographs() || joined == text;
}

}  // namespace

std::vector<DepartmentIndex> all_departments(const Dataset& dataset) {
    std::vector<DepartmentIndex> all;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) all.push_back(d);
    return all;
}

std::vector<std::string> cut_apart(std::vector<std::string> texts, double width, const Font& font,
                                   Language page, std::size_t lines) {
    const TextMeasure measure{font.size, font.bold, page};
    const auto room = width;
    width = room_of(width, lines);
    const auto whole = texts;
    for (auto& text : texts) {
        if (fits(text, room, font, page, lines)) continue;
        text = shortened(text, width, measure);
        if (!fits(text, room, font, page, lines)) text = shortened(text, room, measure);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (texts[i] != texts[j] || whole[i] == whole[j]) continue;
            const auto left = width - text_width("…", measure);
            const auto both = {std::pair(i, j), std::pair(j, i)};
            for (const auto& [one, other] : both) {
                texts[one] =
                    "…" + shortened(behind_common(whole[one], whole[other]), left, measure);
            }
        }
    }
    // Where that is not enough, they are counted.
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto count = ++seen[texts[i]];
        if (count == 1) continue;
        const auto suffix = " (" + std::to_string(count) + ')';
        texts[i] = shortened(texts[i], width - text_width(suffix, measure), measure) + suffix;
    }
    return texts;
}

Names::Names(const Dataset& dataset, const Languages& languages,
             std::span<const DepartmentIndex> departments, double width, const Font& font,
             std::size_t lines)
    : dataset_(&dataset), languages_(languages), width_(width) {
    name_all(departments, languages.first, width, font, lines);
    if (languages.second) {
        name_all(departments, *languages.second, width, second_font(font), lines);
    }
}

Names::Names(const Dataset& dataset, const Languages& languages)
    : Names(dataset, languages, all_departments(dataset), std::numeric_limits<double>::infinity(),
            {}) {}

void Names::name_all(std::span<const DepartmentIndex> departments, Language language, double width,
                     const Font& font, std::size_t lines) {
    std::vector<std::string> texts;
    for (const auto step : {Step::short_name, Step::abbreviation}) {
        texts.clear();
        bool fit = true;
        std::set<std::string> different;
        for (const auto d : departments) {
            texts.push_back(form((*dataset_)[d], step, language));
            different.insert(texts.back());
            fit = fit && fits(texts.back(), width, font, languages_.first, lines);
        }
        if (fit && different.size() == texts.size()) break;
    }
    const auto all = texts;
    texts = cut_apart(std::move(texts), width, font, languages_.first, lines);
    whole_ = whole_ && texts == all;
    for (std::size_t i = 0; i < departments.size(); ++i) {
        names_[{language.plain(), departments[i]}] = texts[i];
    }
}

std::string Names::of(DepartmentIndex department, Language language) const {
    const auto found = names_.find({language.plain(), department});
    if (found != names_.end()) return found->second;
    return std::string((*dataset_)[department].short_name.in(language));
}

std::function<std::string(Language)> Names::of(DepartmentIndex department) const {
    return [this, department](Language language) { return of(department, language); };
}

std::string Names::list(std::span<const DepartmentIndex> departments, Language language,
                        bool accented) const {
    ListWriter list(language);
    for (const auto d : departments) list.add(accented ? accent(of(d, language)) : of(d, language));
    return list.text();
}

std::string Names::key(std::span<const DepartmentIndex> departments, Language language) const {
    std::string text;
    for (const auto d : departments) {
        const auto& body = (*dataset_)[d];
        const auto name = of(d, language);
        const auto full = body.name.in(language);
        // A short name in words says who it is.
        const bool says = name == full || (name != body.abbreviation && !name.ends_with("…"));
        if (says) continue;
        text += (text.empty() ? "" : "\u00A0\u00B7 ") +
                in_key.fill(language, {strong(name), std::string(full)});
    }
    return text;
}

BlockPtr key_block(const Theme& theme, const Names& names,
                   std::span<const DepartmentIndex> departments) {
    const auto say = [&](Language language) { return names.key(departments, language); };
    if (say(theme.languages.first).empty()) return nullptr;
    // Abbreviations are alike in all languages: the first one's key is enough.
    Theme one = theme;
    one.languages.second.reset();
    TextOptions options;
    options.least = 20.0 * theme.size;
    options.filling = Filling::full;
    options.mark = {"key", "key"};
    return text(one, say, theme.small(), options);
}

}  // namespace remit::drawing
