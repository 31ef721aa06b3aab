#include "cover_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <utility>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double card_text = 112.0;  // the widest name
constexpr int count_width = 26;
constexpr double link_step = 8.0;  // between the ends of lines at a card

constexpr Phrase always{"cover-members.always"};
constexpr Phrase short_always{"cover-members.short-always"};
constexpr Phrase sometimes{"cover-members.sometimes"};
constexpr Phrase unsettled{"cover-members.unsettled"};
constexpr Phrase more_members{"cover-members.more-members"};
constexpr Phrase has{"cover-members.has"};
constexpr Phrase link_of{"cover-members.link-of"};

bool reaches(const CoverMember& member, const FlowRow& row) {
    return row.kind == FlowRow::Kind::measure &&
           std::binary_search(member.measures.begin(), member.measures.end(), row.measure);
}

}  // namespace

CoverFacts cover_facts(const Dataset& dataset, const Languages& languages, const Cover& cover) {
    CoverFacts facts;
    facts.cover = &cover;
    facts.reachers.resize(dataset.measures().size());
    const auto graph = responsibility_graph(dataset);
    for (const auto d : cover.optimal.groups.front()) {
        CoverMember member{d};
        for (const auto m : graph.measures(d)) {
            member.measures.push_back(m);
            ++facts.reachers[m.value];
        }
        const auto& every = cover.optimal.in_every;
        member.in_every = std::find(every.begin(), every.end(), d) != every.end() ||
                          (cover.optimal.all && cover.optimal.groups.size() == 1);
        facts.members.push_back(std::move(member));
    }
    for (auto& member : facts.members) {
        member.alone = static_cast<std::size_t>(
            std::count_if(member.measures.begin(), member.measures.end(),
                          [&](MeasureIndex m) { return facts.reachers[m.value] == 1; }));
    }
    std::stable_sort(facts.members.begin(), facts.members.end(), [](const auto& a, const auto& b) {
        return std::pair(a.alone, a.measures.size()) > std::pair(b.alone, b.measures.size());
    });
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        facts.measures.push_back(m);
    }
    facts.marks = category_marks(dataset, languages, facts.measures);
    facts.colors = measure_colors(dataset);
    facts.remarks = cover_remarks(dataset, languages, facts);
    facts.titles = std::make_shared<WrappedTitles>(dataset, languages);
    return facts;
}

std::vector<const CoverMember*> CoverLayout::members_here(std::size_t most) const {
    struct Here {
        const CoverMember* member = nullptr;
        std::size_t alone = 0;  // measures of this page
        std::size_t all = 0;
    };
    std::vector<Here> here;
    for (const auto& member : facts_.members) {
        Here one{&member};
        for (const auto& row : rows_.rows()) {
            if (!reaches(member, row)) continue;
            ++one.all;
            if (facts_.reachers[row.measure.value] == 1) ++one.alone;
        }
        if (one.all > 0 || !compact_) here.push_back(one);
    }
    if (here.size() > most) {
        std::stable_sort(here.begin(), here.end(), [](const Here& a, const Here& b) {
            return std::pair(a.alone, a.all) > std::pair(b.alone, b.all);
        });
    }
    std::vector<const CoverMember*> members;
    members.reserve(here.size());
    for (const auto& each : here) members.push_back(each.member);
    return members;
}

void CoverLayout::collect_members(std::size_t most) {
    members_.clear();
    links_.clear();
    const auto here = members_here(most);
    const auto drawn = here.size() > most ? std::max<std::size_t>(most, 2) - 1 : here.size();
    for (std::size_t i = 0; i < drawn; ++i) add_member(*here[i]);
    if (drawn < here.size()) {
        const TextStyle style{body_size, false, palette::withheld.dark};
        auto box =
            label_box("more-members", "remark",
                      {phrase(languages_, more_members, {std::to_string(here.size() - drawn)})},
                      style, language_, {});
        box.frame = style.color;
        box.dashed = true;
        members_.push_back({std::move(box)});
    }
    members_width_ = 0;
    for (const auto& each : members_) {
        members_width_ = std::max(members_width_, each.box.width());
    }
    for (auto& each : members_) {  // numbers below each other
        const auto more = members_width_ - each.box.width();
        each.box.rows.front().front().width += more;
        if (each.box.rows.size() > 1) each.box.rows.back().front().width += more;
    }
}

Box CoverLayout::member_box(const CoverMember& member) const {
    const auto d = member.department;
    const auto lines = wrap_at_most(2, name(languages_, dataset_[d].short_name), card_text,
                                    {name_size, true, language_});
    const TextStyle named{name_size, true, palette::ink};
    const auto height = lines_height(lines.size(), name_size) + 2;
    const auto all = std::to_string(member.measures.size());
    const auto alone = std::to_string(member.alone);
    const auto count = [&](const std::string& number, bool strong) {
        const TextStyle style{body_size, strong, strong ? palette::white : palette::ink};
        return BoxCell{count_width,   height, {{number, style}},
                       Align::center, false,  strong ? palette::ink : palette::white,
                       palette::ink};
    };
    Box box{"department-" + department_id(dataset_, d),
            member.in_every ? "member every" : "member"};
    box.rows = {{{lines_width(lines, named, language_) + 2 * padding, height, styled(lines, named)},
                 count(alone, true),
                 count(all, false)}};
    box.rows.push_back({status_cell(member)});
    if (compact_) {
        auto cell = std::move(box.rows.back().front());
        cell.height = height;
        box.rows.pop_back();
        box.rows.front().push_back(std::move(cell));
    } else {
        const auto width = std::max(box.rows.front().front().width,
                                    box.rows.back().front().width - 2 * count_width);
        box.rows.front().front().width = width;
        box.rows.back().front().width = width + 2 * count_width;
    }
    box.fill = palette::white;
    box.frame = palette::ink;
    box.tooltip = has.fill(language_, {std::string(dataset_[d].name.in(language_)), all, alone});
    return box;
}

/// Whether others may replace the member.
BoxCell CoverLayout::status_cell(const CoverMember& member) const {
    const bool strong = member.in_every;
    const TextStyle style{body_size, strong, strong ? palette::white : palette::ink};
    const auto& status = compact_                                  ? short_always
                         : strong                                  ? always
                         : facts_.cover->optimal.in_every_complete ? sometimes
                                                                   : unsettled;
    const auto text = compact_ ? phrase(languages_, status)
                               : said(languages_, [&](Language each) { return status.in(each); });
    const auto lines = wrap(text, 1e6, {body_size, strong, language_});
    BoxCell cell{lines_width(lines, style, language_) + 2 * padding,
                 lines_height(lines.size(), body_size)};
    if (strong || !compact_) cell.lines = styled(lines, style);
    if (strong) cell.fill = palette::ink;
    return cell;
}

void CoverLayout::add_member(const CoverMember& member) {
    const auto d = member.department;
    for (std::size_t r = 0; r < rows_.rows().size(); ++r) {
        const auto& row = rows_.rows()[r];
        if (!reaches(member, row)) continue;
        const bool only = facts_.reachers[row.measure.value] == 1;
        SideLink link{members_.size(), r, only};
        link.curve = link_curve(
            "link-" + department_id(dataset_, d) + '-' + measure_id(dataset_, row.measure), only,
            row.colors.dark);
        link.curve.kind = only ? "link alone" : "link shared";
        link.curve.tooltip =
            link_of.fill(language_, {std::string(dataset_[d].short_name.in(language_)),
                                     measure_number(dataset_, row.measure)});
        links_.push_back(std::move(link));
    }
    members_.push_back({member_box(member), link_step});
}

}  // namespace remit::drawing
