#include "programme_rows.hpp"

#include "identifiers.hpp"

#include <algorithm>
#include <optional>

namespace remit::drawing {
namespace {

constexpr Phrase heading_count{"programme-rows.heading-count"};
constexpr Phrase continued_count{"programme-rows.continued-count"};
constexpr Phrase heading_mark{"programme-rows.heading-mark"};
constexpr Phrase other_measures{"programme-rows.other-measures"};

Words in_languages(const LocalizedText& text) {
    return [text](Language language) { return std::string(text.in(language)); };
}

class Collector {
 public:
    explicit Collector(const Dataset& dataset) : dataset_(dataset) {}

    std::vector<ProgrammeRow> collect() {
        for (std::uint32_t n = 0; n < dataset_.notices().size(); ++n) add_notice(NoticeIndex{n});
        return std::move(rows_);
    }

 private:
    using Kind = ProgrammeRow::Kind;

    void add_notice(NoticeIndex n) {
        const auto& notice = dataset_[n];
        if (dataset_.notices().size() > 1) {
            rows_.push_back(
                {Kind::notice,
                 {},
                 notice.listed + notice.withheld(),
                 [mark = notice_mark(dataset_, n), text = notice.short_title](Language language) {
                     return heading_mark.fill(language, {mark, std::string(text.in(language))});
                 },
                 in_languages(notice.short_title)});
        }
        std::size_t listed = notice.listed;
        std::size_t withheld = notice.withheld();
        std::size_t number = 0;
        for (std::uint32_t c = 0; c < dataset_.categories().size(); ++c) {
            const auto& category = dataset_.categories()[c];
            if (category.notice != n) continue;
            ++number;
            const auto name = [number, text = category.short_name](Language language) {
                return heading_mark.fill(
                    language, {ordinal(number, language), std::string(text.in(language))});
            };
            add_part(n, CategoryIndex{c}, category.listed, category.withheld(), name,
                     in_languages(category.short_name));
            listed -= category.listed;
            withheld -= category.withheld();
        }
        if (listed + withheld == 0) return;
        const auto others = [](Language language) {
            return std::string(other_measures.in(language));
        };
        add_part(n, std::nullopt, listed, withheld, number == 0 ? Words{} : others, others);
    }

    void add_part(NoticeIndex notice, std::optional<CategoryIndex> category, std::size_t listed,
                  std::size_t withheld, Words name, Words bare) {
        if (name) {
            rows_.push_back(
                {Kind::category, {}, listed + withheld, std::move(name), std::move(bare)});
        }
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            if (dataset_[m].notice != notice || dataset_[m].category != category) continue;
            rows_.push_back({Kind::measure, m, 1});
        }
        if (withheld > 0) rows_.push_back({Kind::withheld, {}, withheld});
    }

    const Dataset& dataset_;
    std::vector<ProgrammeRow> rows_;
};

}  // namespace

std::vector<ProgrammeRow> programme_rows(const Dataset& dataset) {
    return Collector(dataset).collect();
}

std::string heading_text(const ProgrammeRow& row, bool continued, Language language) {
    return (continued ? continued_count : heading_count)
        .fill(language, {row.name(language), std::to_string(row.count)});
}

}  // namespace remit::drawing
