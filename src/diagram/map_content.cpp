#include "captions.hpp"
#include "map_layout.hpp"
#include "map_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::detail {
namespace {

// In layout units.
constexpr int narrowest_number = 26;
constexpr double widest_member = 125.0;
constexpr double narrowest_scope = 96.0;
constexpr std::size_t most_members = 12;

constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};
constexpr Phrase heading_count{"{0}（{1}项）", "{0}（{1}項）", "{0} ({1})"};
constexpr Phrase other_measures{"其他", "其他", "Other"};
constexpr Phrase more_members{"等{0}个地区", "等{0}個地區", "… {0} regions in all"};

}  // namespace

MapLayout::MapLayout(const Dataset& dataset, const Languages& languages)
    : dataset_(dataset), languages_(languages), language_(languages.first) {
    collect_rows();
    collect_departments();
    collect_scopes();
}

void MapLayout::collect_rows() {
    row_of_.resize(dataset_.measures().size());
    const auto add_heading = [&](auto text, std::size_t count, palette::Pair colors) {
        rows_.push_back({MapRow::Kind::heading,
                         {},
                         said_in_line(languages_,
                                      [&](Language language) {
                                          return heading_count.fill(
                                              language,
                                              {std::string(text(language)), std::to_string(count)});
                                      }),
                         colors});
    };
    const auto add_withheld = [&](std::size_t count) {
        if (count == 0) return;
        rows_.push_back({MapRow::Kind::withheld,
                         {},
                         phrase(languages_, withheld_count, {std::to_string(count)})});
    };
    const auto add_measures = [&](auto belongs, palette::Pair colors) {
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            if (!belongs(dataset_[m])) continue;
            row_of_[m.value] = rows_.size();
            rows_.push_back(
                {MapRow::Kind::measure, m,
                 said(languages_,
                      [&](Language language) { return dataset_[m].short_title(language); }),
                 colors});
        }
    };

    std::size_t color = 0;
    for (std::uint32_t n = 0; n < dataset_.notices().size(); ++n) {
        const auto& notice = dataset_.notices()[n];
        if (dataset_.notices().size() > 1) {
            add_heading([&](Language language) { return notice.short_title.in(language); },
                        notice.listed + notice.withheld(), {palette::ink, palette::white});
        }
        auto other_listed = notice.listed;
        auto other_withheld = notice.withheld();
        std::size_t number = 0;
        for (std::uint32_t c = 0; c < dataset_.categories().size(); ++c) {
            const auto& category = dataset_.categories()[c];
            if (category.notice.value != n) continue;
            const auto colors = category.listed == 0
                                    ? palette::withheld
                                    : palette::categories[color++ % palette::categories.size()];
            ++number;
            const auto heading = [&](Language language) {
                return ordinal(number, language) + (language == Language::en ? ". " : "、") +
                       std::string(category.short_name.in(language));
            };
            add_heading(heading, category.listed + category.withheld(), colors);
            add_measures([&](const Measure& each) { return each.category == CategoryIndex{c}; },
                         colors);
            add_withheld(category.withheld());
            other_listed -= category.listed;
            other_withheld -= std::min(other_withheld, category.withheld());
        }
        if (other_listed + other_withheld == 0) continue;
        const auto colors = palette::categories[color++ % palette::categories.size()];
        if (number > 0) {
            add_heading([&](Language language) { return other_measures.in(language); },
                        other_listed + other_withheld,
                        other_listed > 0 ? colors : palette::withheld);
        }
        add_measures([&](const Measure& each) { return each.notice.value == n && !each.category; },
                     colors);
        add_withheld(other_withheld);
    }
}

void MapLayout::collect_departments() {
    for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
        departments_.push_back({d});
    }
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            auto& department = departments_[responsibilities[i].department.value];
            ++(is_leading(dataset_, m, i) ? department.leading : department.joining);
        }
    }
}

void MapLayout::collect_scopes() {
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        for (const auto& term : dataset_.scope(m)) {
            auto found = std::find_if(scopes_.begin(), scopes_.end(),
                                      [&](const auto& scope) { return scope.term == term; });
            if (found == scopes_.end()) {
                scopes_.push_back({term, is_nation(dataset_.registry(), term)});
                found = scopes_.end() - 1;
            }
            found->measures.push_back(m);
        }
    }
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    double widest = narrowest_scope;
    for (auto& scope : scopes_) {
        if (const auto* group = std::get_if<GroupIndex>(&scope.term)) {
            const auto& members = dataset_.registry()[*group].members;
            for (std::size_t i = 0; i < std::min(members.size(), most_members); ++i) {
                const auto name = detail::name(languages_, dataset_.registry()[members[i]].name);
                std::string indent;
                for (const auto& text : wrap(name, widest_member, body)) {
                    scope.members.push_back(indent + text);
                    indent = "\u00A0\u00A0\u00A0";
                }
            }
            if (members.size() > most_members) {
                scope.members.push_back(
                    phrase(languages_, more_members, {std::to_string(members.size())}));
            }
        }
        const auto name = said_in_line(languages_, [&](Language language) {
            return full_name(dataset_.registry(), scope.term, language);
        });
        widest =
            std::max(widest, std::min(widest_member, text_width(name, heading)) + 2.0 * padding);
        for (const auto& text : scope.members) {
            widest = std::max(widest, text_width(text, body) + 2.0 * padding + frame);
        }
    }
    scope_width_ = static_cast<int>(std::ceil(widest)) + padding;
    for (auto& scope : scopes_) {
        scope.title = wrap(said(languages_,
                                [&](Language language) {
                                    return full_name(dataset_.registry(), scope.term, language);
                                }),
                           scope_width_ - 2.0 * padding, heading);
        scope.height = title_height(scope.title.size()) + count_height + frame +
                       members_height(scope.members.size());
    }
    const TextMeasure bold{body_size, true, language_};
    const auto room_for = [&](std::string_view text) {
        return static_cast<int>(std::ceil(text_width(text, bold))) + 2 * padding;
    };
    number_width_ = narrowest_number;
    for (const auto& row : rows_) {
        if (row.kind != MapRow::Kind::measure) continue;
        const auto number = std::to_string(dataset_[row.measure].number);
        number_width_ = std::max(number_width_, room_for(number));
        tag_width_ = std::max(tag_width_, room_for(scope_tag(dataset_, row.measure, languages_)));
    }
}

}  // namespace remit::detail
