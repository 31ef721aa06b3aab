#include <remit/diagram/text_layout.hpp>

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace remit {
namespace {

using Advances = std::array<std::uint16_t, 95>;  // of U+0020 to U+007E, in thousandths of the size

// Advance widths of Noto Sans CJK SC (regular, bold) and Noto Sans (regular, bold).
constexpr Advances cjk_regular{
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};
constexpr Advances cjk_bold{
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370,  325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624,  625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372,  597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574,  511, 378, 296, 378, 590};
constexpr Advances latin_regular{
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};
constexpr Advances latin_bold{
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560,
    549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
    624, 579, 331, 413, 331, 572, 411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
    305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572};

constexpr int other_letter = 780;        // letters that the tables do not have, generously
constexpr int narrow_punctuation = 460;  // curly quotes in Noto Sans, the widest of them
constexpr double reserve = 1.02;         // Graphviz measures in whole pixels

/// In thousandths of the size.
int advance(char32_t character, bool bold, bool chinese) {
    if (character >= 0x20 && character <= 0x7E) {
        const auto& table =
            chinese ? (bold ? cjk_bold : cjk_regular) : (bold ? latin_bold : latin_regular);
        return table[character - 0x20];
    }
    const int cells = columns(character);
    if (cells != 1) return cells * 500;
    const auto width =
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    if (chinese && width == U_EA_AMBIGUOUS) return 1000;
    const bool quote = character >= 0x2018 && character <= 0x201F;
    if (quote || character == 0xB7 || character == 0x2022) return narrow_punctuation;
    if (character == 0x2013) return 545;
    if (character == 0x2014 || character == 0x2026) return 1000;
    return other_letter;
}

bool is_chinese(Language language) {
    return language != Language::en;
}

/// Where each character of a text begins, in the unit of the size; one more than there are.
std::vector<double> offsets_of(std::u32string_view text, const TextMeasure& measure) {
    std::vector<double> offsets{0.0};
    offsets.reserve(text.size() + 1);
    long sum = 0;
    for (const auto character : text) {
        sum += advance(character, measure.bold, is_chinese(measure.language));
        offsets.push_back(static_cast<double>(sum) * measure.size * reserve / 1000.0);
    }
    return offsets;
}

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
        : text_(code_points(text)), offsets_(offsets_of(text_, measure)), width_(width) {
        find_breaks(measure.language);
    }

    [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }

    /// The positions of a line without the spaces at its ends.
    [[nodiscard]] std::pair<std::size_t, std::size_t> trimmed(std::size_t begin,
                                                              std::size_t end) const {
        while (end > begin && is_space(text_[end - 1])) --end;
        while (begin < end && is_space(text_[begin])) ++begin;
        return {begin, end};
    }

    /// The share of the line that is empty; negative if the text is wider than the line.
    [[nodiscard]] double slack(std::size_t begin, std::size_t end) const {
        const auto [from, to] = trimmed(begin, end);
        return (width_ - (offsets_[to] - offsets_[from])) / width_;
    }

    [[nodiscard]] std::string line(std::size_t begin, std::size_t end) const {
        const auto [from, to] = trimmed(begin, end);
        return utf8(std::u32string_view(text_).substr(from, to - from));
    }

 private:
    static bool is_space(char32_t character) { return character == U' '; }

    void find_breaks(Language language) {
        const auto& [lines, words] = iterators(is_chinese(language));
        const auto string = icu::UnicodeString::fromUTF8(utf8(text_));
        const auto allowed = boundaries(lines, string, text_.size());
        const auto word_ends = boundaries(words, string, text_.size());
        breaks_ = {{0, false}};
        for (std::size_t at = 1; at <= text_.size(); ++at) {
            if (!allowed[at] && at < text_.size()) continue;
            cut_until(at);
            breaks_.push_back(
                {at, !word_ends[at] || in_quotation(text_, at) || in_count(text_, at)});
        }
    }

    /// Cuts what is wider than a line before that position.
    void cut_until(std::size_t at) {
        const auto fits = [&](std::size_t end) {
            return offsets_[end] - offsets_[breaks_.back().at] <= width_;
        };
        while (!fits(at)) {
            auto cut = breaks_.back().at + 1;
            while (cut < at && fits(cut + 1)) ++cut;
            if (cut >= at) return;
            breaks_.push_back({cut, true});
        }
    }

    std::u32string text_;
    std::vector<double> offsets_;
    double width_;
    std::vector<Break> breaks_;  // the begin and the end are among them
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

}  // namespace

double text_width(std::string_view text, const TextMeasure& measure) {
    return offsets_of(code_points(text), measure).back();
}

std::vector<std::string> wrap(std::string_view text, double width, const TextMeasure& measure) {
    if (const auto end = text.find('\n'); end != std::string_view::npos) {
        auto lines = wrap(text.substr(0, end), width, measure);
        auto rest = wrap(text.substr(end + 1), width, measure);
        std::move(rest.begin(), rest.end(), std::back_inserter(lines));
        return lines;
    }
    if (text_width(text, measure) <= width) return {std::string(text)};

    const Paragraph paragraph(text, width, measure);
    const auto& breaks = paragraph.breaks();
    std::vector<Best> best(breaks.size());
    best[0] = {0.0, 0};
    for (std::size_t end = 1; end < breaks.size(); ++end) {
        for (auto begin = end; begin-- > 0;) {
            const auto slack = paragraph.slack(breaks[begin].at, breaks[end].at);
            if (slack < 0.0 && begin + 1 < end) break;
            const auto cost = best[begin].cost + line_cost + slack * slack +
                              (breaks[end].in_word ? in_word_cost : 0.0);
            if (cost < best[end].cost) best[end] = {cost, begin};
        }
    }
    std::vector<std::string> lines;
    for (auto end = breaks.size() - 1; end > 0; end = best[end].previous) {
        lines.push_back(paragraph.line(breaks[best[end].previous].at, breaks[end].at));
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

std::string shortened(std::string_view text, double width, const TextMeasure& measure) {
    if (text_width(text, measure) <= width) return std::string(text);
    const auto characters = code_points(text);
    const auto offsets = offsets_of(characters, measure);
    const auto room = width - text_width("…", measure);
    std::size_t kept = 0;
    while (kept < characters.size() && offsets[kept + 1] <= room) ++kept;
    return utf8(std::u32string_view(characters).substr(0, kept)) + "…";
}

std::vector<std::string> wrap_at_most(std::size_t most, std::string_view text, double width,
                                      const TextMeasure& measure) {
    auto lines = wrap(text, width, measure);
    if (lines.size() <= most) return lines;
    lines.resize(most);
    lines.back() = shortened(lines.back() + "……", width, measure);
    return lines;
}

}  // namespace remit
