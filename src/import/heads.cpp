#include "heads.hpp"

#include "match.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cctype>

namespace remit::reading {

HeadFinder::HeadFinder(const Patterns& patterns, const Columns& columns) : patterns_(patterns) {
    for (const auto& [head, column] : columns) own_[normal(head)] = column;
}

std::optional<std::string> HeadFinder::column(std::string_view head) const {
    const auto found = own_.find(normal(head));
    return found != own_.end() ? std::optional(found->second) : patterns_.column(head);
}

Heads HeadFinder::heads_of(const std::vector<std::string>& cells, bool likely) const {
    Heads heads(cells.size());
    std::set<std::string> seen;
    const auto take = [&](std::size_t c, const std::optional<std::string>& kind) {
        if (!kind) return;
        // "Partner 1", "Partner 2" are one column.
        const bool again = is_for_bodies(*kind) && !cells[c].empty() &&
                           std::isdigit(static_cast<unsigned char>(cells[c].back())) != 0;
        if (*kind != "other" && !seen.insert(*kind).second && !again) return;
        heads[c] = kind;
    };
    for (std::size_t c = 0; c < cells.size(); ++c) take(c, column(cells[c]));
    for (std::size_t c = 0; likely && c < cells.size(); ++c) {
        if (!heads[c]) take(c, patterns_.likely_column(cells[c]));
    }
    return heads;
}

std::set<std::string> kinds_of(const Heads& heads) {
    std::set<std::string> kinds;
    for (const auto& head : heads) {
        if (head) kinds.insert(*head);
    }
    return kinds;
}

bool is_whole_number(std::string_view text) {
    return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
}

bool is_for_bodies(std::string_view column) {
    return column == "departments" || column == "lead" || column == "with";
}

bool tells_measures(const std::set<std::string>& kinds) {
    const bool bodies = std::any_of(kinds.begin(), kinds.end(),
                                    [](const auto& kind) { return is_for_bodies(kind); });
    return (kinds.count("measure") > 0 || kinds.count("content") > 0) &&
           (bodies || kinds.count("scope") + kinds.count("number") + kinds.count("due") > 0);
}

namespace {

constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十百";
constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";

bool is_one_of(char32_t c, std::u32string_view all) {
    return all.find(c) != all.npos;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// The code at a position: digits with points between, Chinese digits, one letter; as its class.
struct Code {
    std::size_t end;
    char kind;  // 'D', 'C', 'S', 'A', or 0 for none
};

Code code_at(const std::u32string& text, std::size_t at) {
    auto end = at;
    if (end < text.size() && is_digit(text[end])) {
        bool points = false;
        while (end < text.size()) {
            const bool point =
                text[end] == U'.' && end + 1 < text.size() && is_digit(text[end + 1]);
            if (!is_digit(text[end]) && !point) break;
            points = points || point;
            ++end;
        }
        return {end, points ? 'P' : 'D'};
    }
    while (end < text.size() && is_one_of(text[end], chinese_digits)) ++end;
    if (end > at && end - at <= 5) return {end, 'C'};
    if (at < text.size() && is_one_of(text[at], stems)) return {at + 1, 'S'};
    // Roman numbers, but for single letters that may be others.
    for (const std::u32string_view digits : {U"ivx", U"IVX"}) {
        while (end == at || is_one_of(text[end - 1], digits)) {
            if (end == text.size() || !is_one_of(text[end], digits)) break;
            ++end;
        }
        if (end > at) break;
    }
    const bool roman = end > at && !(end < text.size() && text[end] < 0x80 &&
                                     std::isalnum(static_cast<int>(text[end])) != 0);
    if (roman) return {end, 'R'};
    const bool letter = at < text.size() && ((text[at] >= U'A' && text[at] <= U'Z') ||
                                             (text[at] >= U'a' && text[at] <= U'z'));
    if (!letter) return {at, 0};
    end = at + 1;
    while (end < text.size() && (is_digit(text[end]) || text[end] == U'.')) ++end;
    while (end > at + 1 && text[end - 1] == U'.') --end;
    return {end, 'A'};
}

std::string lower(std::string text) {
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

namespace {

/// "Action 3:", "举措3：", "重点任务三：", "Key action 2 –", "【任务1】": a word and a code.
std::optional<Numbered> numbered_by_word(const Matched& text, const std::string& word) {
    const auto& form = text.form();
    const auto plain = lower(simplified(word));
    const auto key = code_points(plain);
    constexpr std::size_t most_before = 12;  // characters, of other words
    const bool wide = key.front() >= 0x80;
    const bool bracket = !form.empty() && is_one_of(form[0], U"【[〔(");
    const auto first = bracket ? std::size_t{1} : std::size_t{0};
    for (auto at = first; at < std::min(form.size(), first + most_before); ++at) {
        if (at + key.size() >= form.size()) break;
        if (at > first) {
            const auto before = form[at - 1];
            // Whole words in Latin letters; other ideographs in Chinese.
            if (wide ? columns(before) != 2 || is_one_of(before, U"。、") : before != U' ') {
                if (wide || !(before < 0x80 && std::isalpha(static_cast<int>(before)) != 0)) break;
                continue;
            }
        }
        if (lower(text.plain(at, at + key.size())) != plain) continue;
        auto begin = at + key.size();
        while (begin < form.size() && form[begin] == U' ') ++begin;
        const auto code = code_at(form, begin);
        if (code.kind == 0) return std::nullopt;
        auto end = code.end;
        while (end < form.size() && form[end] == U' ') ++end;
        if (end == form.size() && !bracket && at == first) {
            return Numbered{plain + ' ' + code.kind, text.words(begin, code.end), {}};
        }
        const bool spaced = wide && end > code.end;
        const bool closed = bracket && end < form.size() && is_one_of(form[end], U"】]〕)");
        if (!closed && !spaced && (end == form.size() || !is_one_of(form[end], U":.、-–—")))
            return std::nullopt;
        if (closed || !spaced) ++end;
        while (end < form.size() && is_one_of(form[end], U": ")) ++end;
        return Numbered{plain + ' ' + code.kind, text.words(begin, code.end),
                        text.words(end, form.size())};
    }
    return std::nullopt;
}

/// Behind the mark of a list's item.
std::string_view without_bullet(std::string_view text) {
    for (const std::string_view bullet : {"* ", "• ", "- ", "– ", "●", "■", "◆", "▪", "★"}) {
        if (!text.starts_with(bullet)) continue;
        text.remove_prefix(bullet.size());
        while (text.starts_with(' ')) text.remove_prefix(1);
        return text;
    }
    return text;
}

}  // namespace

std::optional<Numbered> numbered(std::string_view all_words, const Patterns& patterns) {
    const auto words = without_bullet(all_words);
    const Matched text(words);
    const auto& form = text.form();
    const auto rest_from = [&](std::size_t at) {
        while (at < form.size() && form[at] == U' ') ++at;
        return text.words(at, form.size());
    };
    for (const auto* kind : {"measure", "category"}) {
        for (const auto& word : patterns.words("columns", kind)) {
            auto found = numbered_by_word(text, word);
            if (!found) continue;
            if (kind == std::string_view("category")) found->form = "category";
            return found;
        }
    }
    std::size_t at = 0;
    const bool bracket = !form.empty() && form[0] == U'(';
    if (bracket) ++at;
    if (!form.empty() && form[0] >= U'①' && form[0] <= U'⑳') {
        return Numbered{"circled", text.words(0, 1), rest_from(1)};
    }
    const auto code = code_at(form, at);
    if (code.kind == 0 || code.end == form.size() || code.end - at > 12) return std::nullopt;
    auto end = code.end;
    while (end < form.size() && form[end] == U' ') ++end;
    const auto stop = end < form.size() ? form[end] : U'\0';
    std::string shape;
    if (bracket) {
        if (stop != U')') return std::nullopt;
        shape = "()";
    } else if (is_one_of(stop, U"、.．):")) {
        // 3.5 is no number of a paragraph.
        if (stop == U'.' && end + 1 < form.size() && is_digit(form[end + 1])) return std::nullopt;
        if (stop == U':' && code.kind != 'P' && code.kind != 'D') return std::nullopt;
        shape = stop == U'、' ? "," : ".";
    } else if (code.kind == 'P' && end > code.end) {
        return Numbered{"P", text.words(at, code.end), rest_from(end)};
    } else {
        return std::nullopt;
    }
    if (code.kind == 'A' && shape == "." && code.end - at == 1 && end + 1 < form.size() &&
        form[end + 1] != U' ') {
        return std::nullopt;  // "U.S. agencies"
    }
    return Numbered{std::string(1, code.kind) + shape, text.words(at, code.end),
                    rest_from(end + 1)};
}

bool is_no_measure(std::string_view words, const Patterns& patterns) {
    const Matched text(words);
    const auto form = lower(text.plain());
    for (const auto& word : patterns.words("not-measures")) {
        const auto plain = lower(simplified(word));
        if (!form.starts_with(plain)) continue;
        const auto rest = std::string_view(form).substr(plain.size());
        const bool colon = plain.back() == ':' || plain.ends_with("：");
        if (rest.empty() || colon || rest.front() == ':') return true;
    }
    return false;
}

std::string text_of_cell(const Cell& cell, const std::string& column) {
    return is_for_bodies(column) || column == "scope" ? cell.text : unwrapped(cell.text);
}

}  // namespace remit::reading
