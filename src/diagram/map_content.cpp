#include "captions.hpp"
#include "map_layout.hpp"
#include "map_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int narrowest_number = 26;
constexpr double widest_member = 125.0;
constexpr double narrowest_scope = 96.0;
constexpr std::size_t most_members = 12;

constexpr Phrase named_regions{"map-content.named-regions"};
constexpr Phrase more_members{"map-content.more-members"};

}  // namespace

MapLayout::MapLayout(const Dataset& dataset, const Languages& languages, std::vector<MapRow> rows,
                     RegionBoxes regions)
    : dataset_(dataset), languages_(languages), language_(languages.first), rows_(std::move(rows)) {
    collect_departments();
    collect_scopes(regions);
    describe_scopes();
    set_columns();
}

void MapLayout::collect_departments() {
    std::map<DepartmentIndex, std::size_t> slots;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        const auto& row = rows_[r];
        if (row.kind != MapRow::Kind::measure) continue;
        const auto responsibilities = dataset_.responsibilities(row.measure);
        const auto end = std::min(row.last_link, responsibilities.size());
        for (auto i = row.first_link; i < end; ++i) {
            const auto department = responsibilities[i].department;
            const bool leading = dataset_.standing(row.measure, i) != Standing::other;
            const auto slot = slots.try_emplace(department, departments_.size()).first->second;
            if (slot == departments_.size()) departments_.push_back({department});
            ++(leading ? departments_[slot].leading : departments_[slot].joining);
            links_.push_back({r, department, leading});
        }
    }
    std::sort(departments_.begin(), departments_.end(),
              [](const auto& a, const auto& b) { return a.department < b.department; });
}

void MapLayout::collect_scopes(RegionBoxes regions) {
    const auto is_same = [&](const MapScope& scope, const ScopeTerm& term, bool nation) {
        if (regions == RegionBoxes::together && !nation) return !scope.nation;
        return scope.terms.front() == term;
    };
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        if (rows_[r].kind != MapRow::Kind::measure) continue;
        for (const auto& term : dataset_.scope(rows_[r].measure)) {
            const bool nation = is_nation(dataset_.registry(), term);
            auto found = std::find_if(scopes_.begin(), scopes_.end(), [&](const MapScope& scope) {
                return is_same(scope, term, nation);
            });
            if (found == scopes_.end()) {
                scopes_.push_back({{term}, nation});
                found = scopes_.end() - 1;
            }
            if (std::find(found->terms.begin(), found->terms.end(), term) == found->terms.end()) {
                found->terms.push_back(term);
            }
            if (found->rows.empty() || found->rows.back() != r) found->rows.push_back(r);
        }
    }
}

std::vector<std::string> MapLayout::members(const MapScope& scope) const {
    std::vector<std::string> names;
    std::size_t count = 0;
    const auto add = [&](const std::string& name) {
        if (++count > most_members) return;
        std::string indent;
        for (const auto& text : wrap(name, widest_member, {body_size, false, language_})) {
            names.push_back(indent + text);
            indent = "\u00A0\u00A0\u00A0";
        }
    };
    const auto& registry = dataset_.registry();
    if (scope.terms.size() > 1) {
        for (const auto& term : scope.terms) {
            add(said(languages_,
                     [&](Language language) { return short_name(registry, term, language); }));
        }
    } else if (const auto* group = std::get_if<GroupIndex>(&scope.terms.front())) {
        for (const auto member : registry[*group].members) {
            add(name(languages_, registry[member].name));
        }
    }
    if (count > most_members) {
        names.push_back(phrase(languages_, more_members, {std::to_string(count)}));
    }
    return names;
}

void MapLayout::describe_scopes() {
    const TextMeasure body{body_size, false, language_};
    const TextMeasure heading{name_size, true, language_};
    double widest = narrowest_scope;
    for (auto& scope : scopes_) {
        scope.members = members(scope);
        const auto title = scope_title(scope);
        for (const auto& text : wrap(title, widest_member, heading)) {
            widest = std::max(widest, text_width(text, heading) + 2.0 * padding);
        }
        for (const auto& text : scope.members) {
            widest = std::max(widest, text_width(text, body) + 2.0 * padding + frame);
        }
    }
    if (dataset_.has_scope()) scope_width_ = static_cast<int>(std::ceil(widest)) + padding;
    for (auto& scope : scopes_) {
        scope.title = wrap(scope_title(scope), scope_width_ - 2.0 * padding, heading);
        scope.height = title_height(scope.title.size()) + count_height + frame +
                       members_height(scope.members.size());
    }
}

std::string MapLayout::scope_title(const MapScope& scope) const {
    return said(languages_, [&](Language language) {
        if (scope.terms.size() > 1) return std::string(named_regions.in(language));
        return std::string(full_name(dataset_.registry(), scope.terms.front(), language));
    });
}

void MapLayout::set_columns() {
    const TextStyle bold{body_size, true, palette::ink};
    number_width_ = narrowest_number;
    for (const auto& row : rows_) {
        if (row.kind != MapRow::Kind::measure) continue;
        const auto number = dataset_[row.measure].identifier();
        number_width_ = std::max(number_width_, cell_width(number, bold, language_));
        if (!dataset_.has_scope()) continue;
        tag_width_ = std::max(
            tag_width_, cell_width(scope_tag(dataset_, row.measure, languages_), bold, language_));
    }
}

}  // namespace remit::drawing
