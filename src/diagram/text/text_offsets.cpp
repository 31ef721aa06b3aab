#include "text_offsets.hpp"

#include <remit/model/unicode.hpp>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace remit::drawing {
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

/// Of Noto Sans, beyond ASCII: what running text has most.
struct Sign {
    char32_t character;
    int regular;
    int bold;
};
constexpr std::array latin_signs{
    Sign{0xAB, 509, 615},   Sign{0xB7, 268, 285},     Sign{0xBB, 509, 615},
    Sign{0x2013, 500, 500}, Sign{0x2014, 1000, 1000}, Sign{0x2018, 175, 217},
    Sign{0x2019, 175, 217}, Sign{0x201C, 359, 445},   Sign{0x201D, 359, 445},
    Sign{0x2022, 376, 376}, Sign{0x2026, 791, 855},   Sign{0x2192, 600, 600},
    Sign{0x2212, 600, 600}};

// Most of a Chinese text, all of which are as wide as high.
constexpr char32_t first_ideograph = 0x4E00;
constexpr char32_t last_ideograph = 0x9FFF;

constexpr int other_letter = 780;  // letters that the tables do not have, generously
constexpr int other_quote = 460;
constexpr double reserve = 1.02;
constexpr double pixels_a_unit = 96.0 / 72.0;  // of Graphviz: each character has whole pixels

/// The letter below accents: "e" of "é".
char32_t base_letter(char32_t character) {
    UErrorCode code = U_ZERO_ERROR;
    const auto* normalizer = unorm2_getNFDInstance(&code);
    std::array<UChar, 8> parts = {};
    const auto length =
        unorm2_getDecomposition(normalizer, static_cast<UChar32>(character), parts.data(),
                                static_cast<std::int32_t>(parts.size()), &code);
    return U_FAILURE(code) || length < 1 || parts[0] > 0x7E ? character : char32_t{parts[0]};
}

/// In thousandths of the size.
int advance(char32_t character, bool bold, bool chinese) {
    if (character >= 0x20 && character <= 0x7E) {
        const auto& table =
            chinese ? (bold ? cjk_bold : cjk_regular) : (bold ? latin_bold : latin_regular);
        return table[character - 0x20];
    }
    if (character >= first_ideograph && character <= last_ideograph) return 1000;
    if (character == 0xA0) return advance(U' ', bold, chinese);
    if (character == 0x2003) return 1000;
    const int cells = columns(character);
    if (cells != 1) return cells * 500;
    if (const auto base = base_letter(character); base != character) {
        return advance(base, bold, chinese);
    }
    const auto width =
        u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
    if (chinese && width == U_EA_AMBIGUOUS) return 1000;
    const auto sign = std::find_if(latin_signs.begin(), latin_signs.end(), [&](const Sign& each) {
        return !chinese && each.character == character;
    });
    if (sign != latin_signs.end()) return bold ? sign->bold : sign->regular;
    if (character >= 0x2018 && character <= 0x201F) return other_quote;
    if (character == 0x2014 || character == 0x2026) return 1000;
    return other_letter;
}

/// How wide the characters added so far are together.
class Sum {
 public:
    explicit Sum(const TextMeasure& measure)
        : measure_(measure),
          chinese_(measure.language.sets_ideographs()),
          whole_(measure.size == std::floor(measure.size)) {}

    void add(char32_t character) {
        const auto width = advance(character, measure_.bold, chinese_);
        table_ += width;
        if (whole_) pixels_ += std::round(width * measure_.size * pixels_a_unit / 1000.0);
    }

    [[nodiscard]] double natural() const {
        return static_cast<double>(table_) * measure_.size / 1000.0;
    }
    [[nodiscard]] double table() const {
        return static_cast<double>(table_) * measure_.size * reserve / 1000.0;
    }
    /// 0 at a size that is not whole.
    [[nodiscard]] double pixels() const { return pixels_ / pixels_a_unit; }

 private:
    TextMeasure measure_;
    bool chinese_;
    bool whole_;
    long table_ = 0;
    double pixels_ = 0.0;
};

}  // namespace

TextOffsets::TextOffsets(std::u32string_view text, const TextMeasure& measure) {
    Sum sum(measure);
    table_.reserve(text.size() + 1);
    pixels_.reserve(text.size() + 1);
    for (std::size_t i = 0; i <= text.size(); ++i) {
        table_.push_back(sum.table());
        pixels_.push_back(sum.pixels());
        if (i < text.size()) sum.add(text[i]);
    }
}

double text_width(std::u32string_view text, const TextMeasure& measure) {
    Sum sum(measure);
    for (const auto character : text) sum.add(character);
    return std::max(sum.table(), sum.pixels());
}

double text_width(std::string_view text, const TextMeasure& measure) {
    return text_width(code_points(text), measure);
}

double natural_width(std::u32string_view text, const TextMeasure& measure) {
    Sum sum(measure);
    for (const auto character : text) sum.add(character);
    return sum.natural();
}

double natural_width(std::string_view text, const TextMeasure& measure) {
    return natural_width(code_points(text), measure);
}

double drawn_width(std::u32string_view text, const TextMeasure& measure) {
    const bool chinese = measure.language.sets_ideographs();
    const auto scale = fine_units * pixels_a_unit;
    double pixels = 0.0;
    for (const auto character : text) {
        const auto width = advance(character, measure.bold, chinese);
        pixels += std::round(width * measure.size * scale / 1000.0);
    }
    return std::max(natural_width(text, measure), pixels / scale);
}

double drawn_width(std::string_view text, const TextMeasure& measure) {
    return drawn_width(code_points(text), measure);
}

std::string shortened(std::string_view text, double width, const TextMeasure& measure) {
    if (text_width(text, measure) <= width) return std::string(text);
    const auto characters = code_points(text);
    const TextOffsets offsets(characters, measure);
    const auto room = width - text_width("…", measure);
    std::size_t kept = 0;
    while (kept < characters.size() && offsets.between(0, kept + 1) <= room) ++kept;
    return utf8(std::u32string_view(characters).substr(0, kept)) + "…";
}

}  // namespace remit::drawing
