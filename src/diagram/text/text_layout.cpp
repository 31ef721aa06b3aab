#include "text_layout.hpp"

#include "text_offsets.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace remit::drawing {
namespace {

using Iterator = std::unique_ptr<icu::BreakIterator>;

/// Where a text may be divided: one flag for each position in code points, begin and end included.
std::vector<bool> boundaries(const Iterator& iterator, const icu::UnicodeString& text,
                             std::size_t size) {
    std::vector<bool> result(size + 1);
    iterator->setText(text);
    std::size_t at = 0;
    std::int32_t unit = 0;
    for (auto next = iterator->first(); next != icu::BreakIterator::DONE; next = iterator->next()) {
        at += static_cast<std::size_t>(text.countChar32(unit, next - unit));
        unit = next;
        result[at] = true;
    }
    return result;
}

void require(UErrorCode code) {
    if (U_FAILURE(code)) {
        throw Error(std::string("cannot break lines: ICU says ") + u_errorName(code));
    }
}

/// Where lines may end, and where words do.
struct Iterators {
    Iterator lines;
    Iterator words;

    explicit Iterators(const icu::Locale& locale) {
        UErrorCode code = U_ZERO_ERROR;
        lines.reset(icu::BreakIterator::createLineInstance(locale, code));
        words.reset(icu::BreakIterator::createWordInstance(locale, code));
        require(code);
    }
};

/// Made once for each thread: that takes much longer than to break a title.
const Iterators& iterators(bool chinese) {
    thread_local const Iterators han(icu::Locale::getChinese());
    thread_local const Iterators latin(icu::Locale::getEnglish());
    return chinese ? han : latin;
}

/// A position where a line may end.
struct Break {
    std::size_t at = 0;    // in code points
    bool in_word = false;  // inside a word or short quotation, or by cutting what is too wide
};

constexpr std::size_t short_quotation = 10;  // characters that are better kept together

/// Whether a position lies between a number or Latin word and the Han character that it belongs to,
/// as in "25项".
bool in_count(std::u32string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return false;
    const auto is_latin = [](char32_t c) { return c < 0x80 && u_isalnum(static_cast<UChar32>(c)); };
    const auto is_han = [](char32_t c) {
        return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) != 0;
    };
    return is_latin(text[at - 1]) && is_han(text[at]);
}

/// Whether a position lies in a quotation that is short enough to stay on a line.
bool in_quotation(std::u32string_view text, std::size_t at) {
    const auto from = at > short_quotation ? at - short_quotation : 0;
    const auto before = text.substr(from, at - from);
    const auto begin = before.find_last_of(U"“”");
    if (begin == std::u32string_view::npos || before[begin] != U'“') return false;
    const auto end = text.substr(at, short_quotation).find(U'”');
    return end != std::u32string_view::npos && before.size() - begin + end <= short_quotation;
}

/// A text with all that its lines depend on.
class Paragraph {
 public:
    Paragraph(std::string_view text, double width, const TextMeasure& measure)
        : text_(code_points(text)), offsets_(text_, measure), width_(width) {
        find_spaces();
        find_breaks(measure.language);
    }

    /// The begin, the end, and what lies between; each with something to see since the one before,
    /// but for spaces at the begin, so that a line has no more of them than its width has room for.
    [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }

    /// The share of the line that is empty; negative if the text is wider than the line.
    [[nodiscard]] double slack(std::size_t begin, std::size_t end) const {
        return (width_ - length(begin, end)) / width_;
    }

    [[nodiscard]] std::string line(std::size_t begin, std::size_t end) const {
        const auto [from, to] = trimmed(begin, end);
        return utf8(std::u32string_view(text_).substr(from, to - from));
    }

 private:
    void find_spaces() {
        const auto size = text_.size();
        word_begin_.resize(size + 1, size);
        word_end_.resize(size + 1, 0);
        for (std::size_t i = 0; i < size; ++i) {
            word_end_[i + 1] = text_[i] == U' ' ? word_end_[i] : i + 1;
            const auto at = size - 1 - i;
            word_begin_[at] = text_[at] == U' ' ? word_begin_[at + 1] : at;
        }
    }

    /// The positions of a line without the spaces at its ends.
    [[nodiscard]] std::pair<std::size_t, std::size_t> trimmed(std::size_t begin,
                                                              std::size_t end) const {
        const auto to = std::max(begin, word_end_[end]);
        return {std::min(word_begin_[begin], to), to};
    }

    [[nodiscard]] double length(std::size_t begin, std::size_t end) const {
        const auto [from, to] = trimmed(begin, end);
        return offsets_.between(from, to);
    }

    void find_breaks(Language language) {
        const auto& [lines, words] = iterators(language.sets_ideographs());
        const auto string = icu::UnicodeString::fromUTF8(utf8(text_));
        const auto allowed = boundaries(lines, string, text_.size());
        const auto word_ends = boundaries(words, string, text_.size());
        breaks_ = {{0, false}};
        for (std::size_t at = 1; at <= text_.size(); ++at) {
            if (!allowed[at] && at < text_.size()) continue;
            cut_until(at);
            if (breaks_.size() > 1 && length(breaks_.back().at, at) <= 0.0) breaks_.pop_back();
            breaks_.push_back(
                {at, !word_ends[at] || in_quotation(text_, at) || in_count(text_, at)});
        }
    }

    /// Cuts what is wider than a line before that position.
    void cut_until(std::size_t at) {
        const auto fits = [&](std::size_t end) { return length(breaks_.back().at, end) <= width_; };
        while (!fits(at)) {
            auto cut = breaks_.back().at + 1;
            while (cut < at && fits(cut + 1)) ++cut;
            if (cut >= at) return;
            breaks_.push_back({cut, true});
        }
    }

    std::u32string text_;
    TextOffsets offsets_;
    double width_;
    std::vector<std::size_t> word_begin_;  // the first character from there on that is no space
    std::vector<std::size_t> word_end_;    // the end of the last such before there; 0 without one
    std::vector<Break> breaks_;
};

// What a line costs, and a break inside a word, where a line that is all slack costs 1: one line
// more is better than a broken word.
constexpr double line_cost = 1.0;
constexpr double in_word_cost = 2.5;

/// The best way to set a text up to some break.
struct Best {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t previous = 0;  // break
};

/// Adds the lines of a text without line ends.
void wrap_paragraph(std::string_view text, double width, const TextMeasure& measure,
                    Filling filling, std::vector<std::string>& lines) {
    if (text_width(text, measure) <= width) {
        lines.emplace_back(text);
        return;
    }
    const Paragraph paragraph(text, width, measure);
    const auto& breaks = paragraph.breaks();
    std::vector<Best> best(breaks.size());
    best[0] = {0.0, 0};
    for (std::size_t end = 1; end < breaks.size(); ++end) {
        for (auto begin = end; begin-- > 0;) {
            const auto slack = paragraph.slack(breaks[begin].at, breaks[end].at);
            if (slack < 0.0 && begin + 1 < end) break;
            const bool free = filling == Filling::full && end + 1 == breaks.size();
            const auto cost = best[begin].cost + line_cost + (free ? 0.0 : slack * slack) +
                              (breaks[end].in_word ? in_word_cost : 0.0);
            if (cost < best[end].cost) best[end] = {cost, begin};
        }
    }
    const auto first = static_cast<std::ptrdiff_t>(lines.size());
    for (auto end = breaks.size() - 1; end > 0; end = best[end].previous) {
        lines.push_back(paragraph.line(breaks[best[end].previous].at, breaks[end].at));
    }
    std::reverse(lines.begin() + first, lines.end());
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, double width, const TextMeasure& measure,
                              Filling filling) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        wrap_paragraph(text.substr(begin, end - begin), width, measure, filling, lines);
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> wrap_at_most(std::size_t most, std::string_view text, double width,
                                      const TextMeasure& measure) {
    auto lines = wrap(text, width, measure);
    if (lines.size() <= most) return lines;
    lines.resize(most);
    lines.back() = shortened(lines.back() + "…", width, measure);
    return lines;
}

}  // namespace remit::drawing
