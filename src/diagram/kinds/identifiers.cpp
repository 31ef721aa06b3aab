#include "identifiers.hpp"

#include "../text/text_layout.hpp"
#include "../text/wording.hpp"

#include <remit/model/draft.hpp>
#include <remit/model/phrase.hpp>

#include <unicode/numfmt.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>

namespace remit::drawing {
namespace {

/// A numbering system of ICU.
constexpr Phrase numbering{"pieces.numbering"};
constexpr Phrase nobody_named{"pieces.nobody-named"};
constexpr Phrase list_goes_on{"pieces.list-goes-on"};
constexpr Phrase remarked{"pieces.remarked"};
constexpr Phrase measure_with{"pieces.measure-with"};

/// Made once for each numbering system: that takes longer than all else of a picture's text.
const icu::NumberFormat& number_format(const std::string& system) {
    thread_local std::map<std::string, std::unique_ptr<icu::NumberFormat>> known;
    auto& format = known[system];
    if (!format) {
        UErrorCode code = U_ZERO_ERROR;
        const auto locale = "en@numbers=" + system;
        format.reset(icu::NumberFormat::createInstance(icu::Locale(locale.c_str()), code));
        if (U_FAILURE(code)) throw Error("ICU has no numbering " + system);
    }
    return *format;
}

}  // namespace
}  // namespace remit::drawing

namespace remit {

std::string word_of(const Dataset& dataset, MeasureIndex measure) {
    return "m-" + drawing::measure_id(dataset, measure);
}

std::string word_of(const Dataset& dataset, DepartmentIndex department) {
    return "d-" + drawing::department_id(dataset, department);
}

std::string word_of(const Dataset& dataset, PlaceIndex place) {
    return "r-" + dataset.registry()[place].id;
}

}  // namespace remit

namespace remit::drawing {

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

std::string ordinal(std::size_t number, Language language) {
    icu::UnicodeString written;
    number_format(std::string(numbering.in(language)))
        .format(static_cast<std::int64_t>(number), written);
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
