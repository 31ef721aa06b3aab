#include "names.hpp"

#include "spoken_list.hpp"
#include "text_layout.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace remit::drawing {
namespace {

constexpr Phrase in_key{"names.in-key"};

constexpr std::size_t few_characters = 5;

/// Whether the characters of a text stand in another one, in their order.
bool is_within(std::u32string_view text, std::u32string_view whole) {
    std::size_t at = 0;
    for (const auto character : text) {
        at = whole.find(character, at);
        if (at == whole.npos) return false;
        ++at;
    }
    return true;
}

std::string by_alias(const Body& body, Language language) {
    std::string best(body.short_name.in(language));
    auto length = code_points(best).size();
    if (length <= few_characters) return best;
    const auto name = code_points(body.name.in(language));
    for (const auto& alias : body.aliases) {
        const auto characters = code_points(alias);
        if (characters.size() < 2 || characters.size() >= length) continue;
        if (!is_within(characters, name)) continue;
        best = alias;
        length = characters.size();
    }
    return best;
}

/// "DBEIS" of "Department for Business, Energy and Industrial Strategy"; itself if that is short or
/// has a capital only.
std::string initials(std::string_view name) {
    if (code_points(name).size() <= few_characters) return std::string(name);
    std::string letters;
    bool begins = true;
    for (const auto c : name) {
        if (begins && c >= 'A' && c <= 'Z') letters += c;
        begins = c == ' ' || c == '-' || c == '(';
    }
    return letters.size() < 2 ? std::string(name) : letters;
}

/// Whether it is in capitals throughout, as no name in words is.
bool is_abbreviation(std::string_view name) {
    return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '&';
           });
}

/// The names that are tried before one is cut.
enum class Form : std::uint8_t { short_name, abbreviation, initials, alias };

std::vector<Form> forms(Names::Steps steps) {
    if (steps == Names::Steps::alias) return {Form::alias};
    std::vector<Form> all{Form::short_name, Form::abbreviation};
    if (steps == Names::Steps::initials) all.push_back(Form::initials);
    return all;
}

std::string named(const Body& body, Form form, Language language) {
    if (form == Form::alias) return by_alias(body, language);
    if (form != Form::short_name && !body.abbreviation.empty()) return body.abbreviation;
    const auto name = body.short_name.in(language);
    return form == Form::initials ? initials(name) : std::string(name);
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
        // As much as stands on the lines with no word broken; one line has room for what is left.
        const auto all = text;
        for (auto tried = width; tried > room; tried -= 0.1 * room) {
            text = shortened(all, tried, measure);
            if (fits(text, room, font, page, lines)) break;
        }
        if (!fits(text, room, font, page, lines)) text = shortened(all, room, measure);
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
             std::size_t lines, Steps steps)
    : dataset_(&dataset), languages_(languages), width_(width) {
    name_all(departments, languages.first, width, font, lines, steps);
    if (languages.second) {
        name_all(departments, *languages.second, width, second_font(font), lines, steps);
    }
}

Names::Names(const Dataset& dataset, const Languages& languages)
    : Names(dataset, languages, all_departments(dataset), std::numeric_limits<double>::infinity(),
            {}) {}

void Names::name_all(std::span<const DepartmentIndex> departments, Language language, double width,
                     const Font& font, std::size_t lines, Steps steps) {
    std::vector<std::string> texts;
    for (const auto form : forms(steps)) {
        std::vector<std::string> tried;
        bool fit = true;
        std::set<std::string> different;
        for (const auto d : departments) {
            tried.push_back(named((*dataset_)[d], form, language));
            different.insert(tried.back());
            fit = fit && fits(tried.back(), width, font, languages_.first, lines);
        }
        // Initials are taken only if they are of use.
        if (form != Form::initials || different.size() == tried.size()) texts = std::move(tried);
        const bool good = fit && different.size() == departments.size();
        if (form == Form::short_name) in_words_ = in_words_ && good;
        if (good) break;
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
    std::vector<std::string> texts;
    for (const auto d : departments) {
        texts.push_back(accented ? accent(of(d, language)) : of(d, language));
    }
    return spoken_list(texts, language);
}

std::string Names::key(std::span<const DepartmentIndex> departments, Language language) const {
    std::string text;
    for (const auto d : departments) {
        const auto& body = (*dataset_)[d];
        const auto name = of(d, language);
        const auto full = body.name.in(language);
        // A short name in words says who it is.
        const bool says = name == full || !(is_abbreviation(name) || name == body.abbreviation ||
                                            name.find("…") != std::string::npos);
        if (says) continue;
        text += (text.empty() ? "" : "\u00A0\u00B7 ") +
                in_key.fill(language, {strong(name), std::string(full)});
    }
    return text;
}

}  // namespace remit::drawing
