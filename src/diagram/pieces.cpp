#include "pieces.hpp"

#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/draft.hpp>
#include <remit/model/phrase.hpp>

#include <unicode/numfmt.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr double fan_step = 4.0;  // between the ends of lines at a box

/// A numbering system of ICU.
constexpr Phrase numbering{"pieces.numbering"};
constexpr Phrase marked_numeral{"pieces.marked-numeral"};
constexpr Phrase nowhere{"pieces.nowhere"};
constexpr Phrase nobody_named{"pieces.nobody-named"};
constexpr Phrase list_goes_on{"pieces.list-goes-on"};
constexpr Phrase remarked{"pieces.remarked"};
constexpr Phrase areas{"pieces.areas"};
constexpr Phrase measure_with{"pieces.measure-with"};

TextMeasure measure_of(const TextStyle& style, Language language) {
    return {static_cast<double>(style.size), style.bold, language};
}

}  // namespace

int lines_height(std::size_t lines, int size) {
    return static_cast<int>(std::ceil(static_cast<double>(lines) * size * 1.2 + 4.0));
}

int cell_width(std::string_view text, const TextStyle& style, Language language) {
    return static_cast<int>(std::ceil(text_width(text, measure_of(style, language)))) + 2 * padding;
}

int lines_width(const std::vector<std::string>& lines, const TextStyle& style, Language language) {
    double widest = 0.0;
    for (const auto& text : lines) {
        widest = std::max(widest, text_width(text, measure_of(style, language)));
    }
    return static_cast<int>(std::ceil(widest));
}

std::vector<TextLine> styled(const std::vector<std::string>& lines, const TextStyle& style) {
    std::vector<TextLine> result;
    for (const auto& text : lines) result.push_back({text, style});
    return result;
}

Box label_box(std::string id, std::string kind, const std::vector<std::string>& lines,
              const TextStyle& style, Language language, Point center) {
    Box box{std::move(id), std::move(kind), center};
    box.rows = {{{lines_width(lines, style, language) + 2, lines_height(lines.size(), style.size),
                  styled(lines, style)}}};
    return box;
}

Box plain_box(std::string id, std::string kind, const Rectangle& at, const HexColor& fill,
              const HexColor& frame_color) {
    Box box{std::move(id), std::move(kind)};
    box.rows = {{{std::max(1, static_cast<int>(std::lround(at.width))),
                  std::max(1, static_cast<int>(std::lround(at.height))),
                  {},
                  Align::center,
                  false,
                  fill,
                  frame_color}}};
    box.center = {at.x + at.width / 2.0, at.y + at.height / 2.0};
    return box;
}

double fan(double y, double height, std::size_t i, std::size_t n) {
    if (n < 2) return y;
    const auto steps = static_cast<double>(n) - 1.0;
    const auto step = std::min(fan_step, (height - 5.0) / steps);
    return y + (static_cast<double>(i) - steps / 2.0) * step;
}

std::string measure_id(const Dataset& dataset, MeasureIndex measure) {
    std::string id;
    if (dataset.notices().size() > 1) id = dataset[dataset[measure].notice].id + '-';
    for (const auto c : dataset[measure].identifier()) {
        constexpr std::string_view hex = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (c != '_' && is_id({&c, 1})) {
            id += c;
        } else {  // no two codes have one id
            id += {'_', hex[byte / 16], hex[byte % 16]};
        }
    }
    return id;
}

std::string department_id(const Dataset& dataset, DepartmentIndex department) {
    return dataset[department].id;
}

std::string scope_id(const Dataset& dataset, const ScopeTerm& term) {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return dataset.registry()[*place].id;
    return dataset.registry()[std::get<GroupIndex>(term)].id;
}

std::string ordinal(std::size_t number, Language language) {
    UErrorCode code = U_ZERO_ERROR;
    const auto locale = "en@numbers=" + std::string(numbering.in(language));
    const std::unique_ptr<icu::NumberFormat> format(
        icu::NumberFormat::createInstance(icu::Locale(locale.c_str()), code));
    if (U_FAILURE(code)) throw Error("ICU has no numbering " + std::string(numbering.in(language)));
    icu::UnicodeString written;
    format->format(static_cast<std::int64_t>(number), written);
    std::string text;
    return written.toUTF8String(text);
}

std::string notice_mark(const Dataset& dataset, NoticeIndex notice) {
    if (dataset.notices().size() < 2) return {};
    std::string mark;
    for (auto rest = notice.value + 1; rest > 0; rest = (rest - 1) / 26) {
        mark.insert(mark.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return mark;
}

std::string measure_number(const Dataset& dataset, MeasureIndex measure) {
    const auto& record = dataset[measure];
    const auto mark = notice_mark(dataset, record.notice);
    return mark + (mark.empty() || record.code.empty() ? "" : " ") + record.identifier();
}

std::string category_numeral(const Dataset& dataset, CategoryIndex category, Language language) {
    const auto all = dataset.categories();
    const auto notice = all[category.value].notice;
    const auto first = std::find_if(all.begin(), all.end(),
                                    [&](const Category& each) { return each.notice == notice; });
    const auto before = static_cast<std::size_t>(first - all.begin());
    const auto mark = notice_mark(dataset, notice);
    auto numeral = ordinal(category.value - before + 1, language);
    return mark.empty() ? numeral : marked_numeral.fill(language, {mark, std::move(numeral)});
}

std::vector<palette::Pair> measure_colors(const Dataset& dataset) {
    std::vector<palette::Pair> of_category(dataset.categories().size(), palette::withheld);
    std::vector<palette::Pair> of_others(dataset.notices().size(), palette::withheld);
    std::size_t next = 0;
    const auto take = [&] { return palette::categories[next++ % palette::categories.size()]; };
    for (std::uint32_t n = 0; n < dataset.notices().size(); ++n) {
        auto others = dataset.notices()[n].listed;
        for (std::size_t c = 0; c < dataset.categories().size(); ++c) {
            const auto& category = dataset.categories()[c];
            if (category.notice.value != n || category.listed == 0) continue;
            of_category[c] = take();
            others -= category.listed;
        }
        if (others > 0) of_others[n] = take();
    }
    std::vector<palette::Pair> colors;
    for (const auto& measure : dataset.measures()) {
        colors.push_back(measure.category ? of_category[measure.category->value]
                                          : of_others[measure.notice.value]);
    }
    return colors;
}

std::string scope_tag(const Dataset& dataset, MeasureIndex measure, const Languages& languages) {
    if (!dataset.has_scope()) return {};
    const auto terms = dataset.scope(measure);
    const auto& unnamed = dataset[measure].unnamed_scope;
    const auto tag = said_in_line(languages, [&](Language language) {
        const auto count = terms.size() + unnamed.size();
        if (count == 0) return std::string(nowhere.in(language));
        if (count > 1) return areas.fill(language, {std::to_string(count)});
        if (terms.empty()) return std::string(unnamed.front().in(language));
        return std::string(short_name(dataset.registry(), terms.front(), language));
    });
    return shortened(tag, widest_tag, {body_size, true, languages.first});
}

std::string picture_title(const Dataset& dataset, MeasureIndex measure, Language language) {
    const auto& record = dataset[measure];
    ListWriter remarks(language);
    if (dataset.unassigned(measure)) remarks.add(nobody_named.in(language));
    for (const auto& each : record.others) {
        if (!each.collective) continue;
        remarks.add(each.body ? dataset.registry()[*each.body].short_name.in(language)
                              : each.words.in(language));
    }
    if (record.open) remarks.add(list_goes_on.in(language));
    std::string title(record.short_title(language));
    return remarks.text().empty() ? title : remarked.fill(language, {title, remarks.text()});
}

std::string measure_tooltip(const Dataset& dataset, MeasureIndex measure, Language language) {
    ListWriter departments(language);
    for (const auto& each : dataset.responsibilities(measure)) {
        departments.add(dataset[each.department].short_name.in(language));
    }
    return measure_with.fill(
        language, {measure_number(dataset, measure),
                   std::string(dataset[measure].title.in(language)), departments.text()});
}

}  // namespace remit::drawing
