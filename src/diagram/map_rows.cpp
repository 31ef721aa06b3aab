#include "map_rows.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace remit::detail {
namespace {

constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};
constexpr Phrase heading_count{"{0}（{1}项）", "{0}（{1}項）", "{0} ({1})"};
constexpr Phrase other_measures{"其他", "其他", "Other"};
constexpr Phrase again{"（续）", "（續）", "(continued)"};

/// Adds rows in the order of the notices.
class RowWriter {
 public:
    RowWriter(const Dataset& dataset, const Languages& languages)
        : dataset_(dataset), languages_(languages), colors_(measure_colors(dataset)) {
        for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
            const auto& measure = dataset[m];
            auto& list = measure.category ? by_category_[*measure.category]
                                          : without_category_[measure.notice];
            list.push_back(m);
        }
    }

    std::vector<MapRow> write() {
        for (std::uint32_t n = 0; n < dataset_.notices().size(); ++n) add_notice(NoticeIndex{n});
        return std::move(rows_);
    }

 private:
    void add_notice(NoticeIndex index) {
        const auto& notice = dataset_[index];
        if (dataset_.notices().size() > 1) {
            add_heading([&](Language language) { return notice.short_title.in(language); },
                        notice.listed + notice.withheld(), {palette::ink, palette::white});
        }
        auto withheld = notice.withheld();
        std::size_t number = 0;
        for (std::uint32_t c = 0; c < dataset_.categories().size(); ++c) {
            const auto& category = dataset_.categories()[c];
            if (category.notice != index) continue;
            ++number;
            const auto heading = [&](Language language) {
                return ordinal(number, language) + (language == Language::en ? ". " : "、") +
                       std::string(category.short_name.in(language));
            };
            const auto& measures = by_category_[CategoryIndex{c}];
            add_heading(heading, category.listed + category.withheld(), colors_of(measures));
            add_measures(measures);
            add_withheld(category.withheld());
            withheld -= std::min(withheld, category.withheld());
        }
        const auto& others = without_category_[index];
        if (others.size() + withheld == 0) return;
        if (number > 0) {
            add_heading([](Language language) { return other_measures.in(language); },
                        others.size() + withheld, colors_of(others));
        }
        add_measures(others);
        add_withheld(withheld);
    }

    template <class Text>
    void add_heading(Text text, std::size_t count, palette::Pair colors) {
        const auto counted = said_in_line(languages_, [&](Language language) {
            return heading_count.fill(language,
                                      {std::string(text(language)), std::to_string(count)});
        });
        rows_.push_back({MapRow::Kind::heading, {}, counted, colors});
    }

    void add_measures(const std::vector<MeasureIndex>& measures) {
        for (const auto m : measures) {
            const auto title = said(
                languages_, [&](Language language) { return dataset_[m].short_title(language); });
            rows_.push_back({MapRow::Kind::measure, m, title, colors_[m.value]});
        }
    }

    void add_withheld(std::size_t count) {
        if (count == 0) return;
        rows_.push_back({MapRow::Kind::withheld,
                         {},
                         phrase(languages_, withheld_count, {std::to_string(count)})});
    }

    [[nodiscard]] palette::Pair colors_of(const std::vector<MeasureIndex>& measures) const {
        return measures.empty() ? palette::withheld : colors_[measures.front().value];
    }

    const Dataset& dataset_;
    const Languages& languages_;
    std::vector<palette::Pair> colors_;
    std::map<CategoryIndex, std::vector<MeasureIndex>> by_category_;
    std::map<NoticeIndex, std::vector<MeasureIndex>> without_category_;
    std::vector<MapRow> rows_;
};

}  // namespace

std::vector<MapRow> map_rows(const Dataset& dataset, const Languages& languages) {
    return RowWriter(dataset, languages).write();
}

MapRow continued(MapRow heading, const Languages& languages) {
    heading.text +=
        (languages.first == Language::en || languages.second ? " " : "") + phrase(languages, again);
    return heading;
}

}  // namespace remit::detail
