#include "map_layout.hpp"
#include "map_metrics.hpp"

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

constexpr Phrase areas{"{0}地", "{0}地", "{0} areas"};
constexpr Phrase withheld_count{"{0}项未公开", "{0}項未公開", "{0} withheld"};
constexpr Phrase heading_count{"{0}（{1}项）", "{0}（{1}項）", "{0} ({1})"};
constexpr Phrase other_measures{"其他", "其他", "Other"};
constexpr Phrase more_members{"等{0}个地区", "等{0}個地區", "… {0} regions in all"};

/// 一, 二, … 十, 十一, … 九十九; I, II, … in English.
std::string ordinal(std::size_t number, Language language) {
    if (language != Language::en) {
        constexpr std::array digits{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        if (number > 99) return std::to_string(number);
        const auto tens = number / 10;
        return std::string(tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") +
               digits[number % 10];
    }
    constexpr std::array<std::pair<std::size_t, const char*>, 9> roman{{{100, "C"},
                                                                        {90, "XC"},
                                                                        {50, "L"},
                                                                        {40, "XL"},
                                                                        {10, "X"},
                                                                        {9, "IX"},
                                                                        {5, "V"},
                                                                        {4, "IV"},
                                                                        {1, "I"}}};
    std::string text;
    for (const auto& [value, letters] : roman) {
        for (; number >= value; number -= value) text += letters;
    }
    return text;
}

}  // namespace

MapLayout::MapLayout(const Dataset& dataset, Language language)
    : dataset_(dataset), language_(language) {
    collect_rows();
    collect_departments();
    collect_scopes();
}

bool MapLayout::is_leading(MeasureIndex measure, std::size_t position) const {
    const auto role = dataset_.responsibilities(measure)[position].role;
    return role == Role::lead || (role == Role::guiding && position == 0);
}

void MapLayout::collect_rows() {
    row_of_.resize(dataset_.measures().size());
    const auto add_heading = [&](std::string text, std::size_t count, palette::Pair colors) {
        rows_.push_back({MapRow::Kind::heading,
                         {},
                         heading_count.fill(language_, {std::move(text), std::to_string(count)}),
                         colors});
    };
    const auto add_withheld = [&](std::size_t count) {
        if (count == 0) return;
        rows_.push_back(
            {MapRow::Kind::withheld, {}, withheld_count.fill(language_, {std::to_string(count)})});
    };
    const auto add_measures = [&](auto belongs, palette::Pair colors) {
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            if (!belongs(dataset_[m])) continue;
            row_of_[m.value] = rows_.size();
            rows_.push_back({MapRow::Kind::measure, m,
                             std::string(dataset_[m].short_title(language_)), colors});
        }
    };

    std::size_t color = 0;
    for (std::uint32_t n = 0; n < dataset_.notices().size(); ++n) {
        const auto& notice = dataset_.notices()[n];
        if (dataset_.notices().size() > 1) {
            add_heading(std::string(notice.short_title.in(language_)),
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
            const auto mark =
                ordinal(++number, language_) + (language_ == Language::en ? ". " : "、");
            add_heading(mark + std::string(category.short_name.in(language_)),
                        category.listed + category.withheld(), colors);
            add_measures([&](const Measure& each) { return each.category == CategoryIndex{c}; },
                         colors);
            add_withheld(category.withheld());
            other_listed -= category.listed;
            other_withheld -= std::min(other_withheld, category.withheld());
        }
        if (other_listed + other_withheld == 0) continue;
        const auto colors = palette::categories[color++ % palette::categories.size()];
        if (number > 0) {
            add_heading(std::string(other_measures.in(language_)), other_listed + other_withheld,
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
            ++(is_leading(m, i) ? department.leading : department.joining);
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
                const auto name = dataset_.registry()[members[i]].name.in(language_);
                std::string indent;
                for (const auto& text : wrap(name, widest_member, body)) {
                    scope.members.push_back(indent + text);
                    indent = "\u00A0\u00A0\u00A0";
                }
            }
            if (members.size() > most_members) {
                scope.members.push_back(
                    more_members.fill(language_, {std::to_string(members.size())}));
            }
        }
        const auto name = full_name(dataset_.registry(), scope.term, language_);
        widest =
            std::max(widest, std::min(widest_member, text_width(name, heading)) + 2.0 * padding);
        for (const auto& text : scope.members) {
            widest = std::max(widest, text_width(text, body) + 2.0 * padding + frame);
        }
    }
    scope_width_ = static_cast<int>(std::ceil(widest)) + padding;
    for (auto& scope : scopes_) {
        scope.title = wrap(full_name(dataset_.registry(), scope.term, language_),
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
        tag_width_ = std::max(tag_width_, room_for(tag(row.measure)));
    }
}

std::string MapLayout::tag(MeasureIndex measure) const {
    const auto terms = dataset_.scope(measure);
    if (terms.size() == 1) {
        return std::string(short_name(dataset_.registry(), terms.front(), language_));
    }
    return areas.fill(language_, {std::to_string(terms.size())});
}

std::string MapLayout::measure_id(MeasureIndex measure) const {
    auto number = std::to_string(dataset_[measure].number);
    if (dataset_.notices().size() < 2) return number;
    return dataset_[dataset_[measure].notice].id + '-' + number;
}

std::string MapLayout::body_id(DepartmentIndex department) const {
    return dataset_[department].id;
}

std::string MapLayout::scope_id(const ScopeTerm& term) const {
    if (const auto* place = std::get_if<PlaceIndex>(&term)) return dataset_.registry()[*place].id;
    return dataset_.registry()[std::get<GroupIndex>(term)].id;
}

}  // namespace remit::detail
