#include "map_rows.hpp"

#include "pieces.hpp"

#include "programme_rows.hpp"
#include "wording.hpp"

namespace remit::drawing {
namespace {

constexpr Phrase withheld_count{"map-rows.withheld-count"};

MapRow heading(const ProgrammeRow& row, const Languages& languages) {
    const auto text = [&](bool repeated) {
        return said_in_line(
            languages, [&](Language language) { return heading_text(row, repeated, language); });
    };
    return {MapRow::Kind::heading, {}, text(false), row.colors, text(true)};
}

}  // namespace

std::vector<MapRow> map_rows(const Dataset& dataset, const Languages& languages) {
    std::vector<MapRow> rows;
    for (const auto& row : programme_rows(dataset)) {
        switch (row.kind) {
            case ProgrammeRow::Kind::notice:
            case ProgrammeRow::Kind::category:
                rows.push_back(heading(row, languages));
                break;
            case ProgrammeRow::Kind::withheld:
                rows.push_back({MapRow::Kind::withheld,
                                {},
                                phrase(languages, withheld_count, {std::to_string(row.count)})});
                break;
            case ProgrammeRow::Kind::measure: {
                const auto title = said(languages, [&](Language language) {
                    return picture_title(dataset, row.measure, language);
                });
                rows.push_back({MapRow::Kind::measure, row.measure, title, row.colors});
                break;
            }
        }
    }
    return rows;
}

}  // namespace remit::drawing
