#include "cover_layout.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::detail {
namespace {

// In layout units.
constexpr double card_text = 112.0;  // the widest name
constexpr int count_width = 26;
constexpr double left_gap = 56.0;
constexpr double right_gap = 26.0;
constexpr double member_gap = 8.0;
constexpr double compact_gap = 4.0;
constexpr double side_gap = 16.0;
constexpr double smallest_scale = 0.8;   // at which the members are counted that fit
constexpr std::size_t fewest_rows = 14;  // of a page that leaves members out
constexpr double link_step = 8.0;        // between the ends of lines at a card
constexpr int grid_cell = 15;

constexpr Phrase always{"各最小组必有", "各最小組必有", "in every least group"};
constexpr Phrase tag{"必有", "必有", "every"};
constexpr Phrase sometimes{"可由其他部门替换", "可由其他部門替換", "others may replace it"};
constexpr Phrase unsettled{"能否替换未证明", "能否替換未證明", "replaceable or not: open"};
constexpr Phrase more_members{"另有{0}个组员未画", "另有{0}個組員未畫",
                              "{0} more members not drawn"};
constexpr Phrase has{"{0}：{1}项，其中{2}项组内只有它", "{0}：{1}項，其中{2}項組內只有它",
                     "{0}: {1}, of them {2} that nobody else of the group has"};
constexpr Phrase withheld{"{0}项未公开，未计", "{0}項未公開，未計", "{0} withheld, not counted"};
constexpr Phrase link_of{"{0}：{1}", "{0}：{1}", "{0}: {1}"};

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

CoverLayout::CoverLayout(const Dataset& dataset, const Languages& languages,
                         const CoverFacts& facts, std::span<const MeasureIndex> measures)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      facts_(facts),
      rows_(dataset, languages, facts.titles, {!facts.marks.of_measure.empty(), true}),
      remarks_(facts.remarks) {
    collect_rows(measures);
}

void CoverLayout::collect_rows(std::span<const MeasureIndex> measures) {
    for (const auto m : measures) {
        FlowRow row{FlowRow::Kind::measure, m};
        row.colors = facts_.colors[m.value];
        if (!facts_.marks.of_measure.empty()) row.mark = facts_.marks.of_measure[m.value];
        rows_.add(std::move(row));
    }
    if (dataset_.withheld() == 0 || measures.back() != facts_.measures.back()) return;
    FlowRow row{FlowRow::Kind::remark};
    row.text = phrase(languages_, withheld, {std::to_string(dataset_.withheld())});
    rows_.add(std::move(row));
}

void CoverLayout::collect_members(std::size_t most) {
    members_.clear();
    links_.clear();
    struct Here {
        const CoverMember* member = nullptr;
        std::size_t alone = 0;  // measures of this page
        std::size_t all = 0;
    };
    std::vector<Here> here;
    for (const auto& member : facts_.members) {
        Here one{&member};
        for (const auto& row : rows_.rows()) {
            const bool reaches =
                row.kind == FlowRow::Kind::measure &&
                std::binary_search(member.measures.begin(), member.measures.end(), row.measure);
            if (!reaches) continue;
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
    const auto drawn = here.size() > most ? std::max<std::size_t>(most, 2) - 1 : here.size();
    for (std::size_t i = 0; i < drawn; ++i) add_member(*here[i].member);
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

void CoverLayout::add_member(const CoverMember& member) {
    const auto d = member.department;
    const auto lines = wrap_at_most(2, name(languages_, dataset_[d].short_name), card_text,
                                    {name_size, true, language_});
    const TextStyle named{name_size, true, palette::ink};
    const TextStyle small{body_size, member.in_every,
                          member.in_every ? palette::white : palette::ink};
    const auto& status = member.in_every                           ? always
                         : facts_.cover->optimal.in_every_complete ? sometimes
                                                                   : unsettled;
    const auto below = compact_
                           ? std::vector<std::string>{}
                           : wrap(said(languages_, [&](Language each) { return status.in(each); }),
                                  1e6, {body_size, false, language_});
    const auto height = lines_height(lines.size(), name_size) + 2;
    const auto all = std::to_string(member.measures.size());
    const auto alone = std::to_string(member.alone);
    const auto count = [&](const std::string& number, bool strong) {
        return BoxCell{count_width,
                       height,
                       {{number, {body_size, strong, strong ? palette::white : palette::ink}}},
                       Align::center,
                       false,
                       strong ? palette::ink : palette::white,
                       palette::ink};
    };
    const auto width = std::max(lines_width(lines, named, language_),
                                lines_width(below, small, language_) - 2 * count_width) +
                       2 * padding;
    Box box{"department-" + department_id(dataset_, d),
            member.in_every ? "member every" : "member"};
    box.rows = {{{width, height, styled(lines, named)}, count(alone, true), count(all, false)}};
    if (compact_) {
        const auto text = phrase(languages_, tag);
        const TextStyle bold{body_size, true, palette::white};
        BoxCell cell{cell_width(text, bold, language_), height};
        if (member.in_every) {
            cell.lines = {{text, bold}};
            cell.fill = palette::ink;
        }
        box.rows.front().push_back(std::move(cell));
    }
    if (!below.empty()) {
        box.rows.push_back({{width + 2 * count_width, lines_height(below.size(), body_size),
                             styled(below, small)}});
        if (member.in_every) box.rows.back().front().fill = palette::ink;
    }
    box.fill = palette::white;
    box.frame = palette::ink;
    box.tooltip = has.fill(language_, {std::string(dataset_[d].name.in(language_)), all, alone});
    for (std::size_t r = 0; r < rows_.rows().size(); ++r) {
        const auto& row = rows_.rows()[r];
        if (row.kind != FlowRow::Kind::measure ||
            !std::binary_search(member.measures.begin(), member.measures.end(), row.measure)) {
            continue;
        }
        const bool only = facts_.reachers[row.measure.value] == 1;
        SideLink link{members_.size(), r, only};
        link.curve = link_curve(
            "link-" + department_id(dataset_, d) + '-' + measure_id(dataset_, row.measure), only,
            row.colors.dark);
        link.curve.kind = only ? "link alone" : "link shared";
        link.curve.tooltip =
            link_of.fill(language_, {std::string(dataset_[d].short_name.in(language_)),
                                     measure_label(dataset_, row.measure)});
        links_.push_back(std::move(link));
    }
    members_.push_back({std::move(box), link_step});
}

double CoverLayout::gap() const {
    return compact_ ? compact_gap : member_gap;
}

double CoverLayout::members_height() const {
    double height = -gap();
    for (const auto& each : members_) height += each.box.height() + gap();
    return height;
}

double CoverLayout::side_height() const {
    return remarks_.height() + (grid_.rows.empty() ? 0.0 : side_gap + grid_.height());
}

double CoverLayout::fit(const Rectangle& paper) {
    const auto highest = paper.height / smallest_scale;
    collect_members(facts_.members.size());
    if (members_height() > highest) {
        compact_ = true;
        collect_members(facts_.members.size());
    }
    // More pages hold fewer measures each, so fewer members.
    if (members_height() > highest && rows_.rows().size() <= fewest_rows) {
        const auto low = (members_height() + gap()) / static_cast<double>(members_.size());
        collect_members(static_cast<std::size_t>(std::max(1.0, highest / low)));
    }
    const auto room = std::max(0.0, highest - remarks_.height() - side_gap - 4.0 * grid_cell);
    grid_ = cover_grid(dataset_, languages_, facts_,
                       static_cast<std::size_t>(room / (grid_cell + frame)));
    const auto grid_width = grid_.rows.empty() ? 0 : grid_.width();
    const auto side = std::max(remarks_.width(), grid_width);
    const auto beside = fit_titles(
        rows_,
        {members_width_ + left_gap + right_gap + side, std::max(members_height(), side_height())},
        paper);
    const ContentSize bottom{remarks_.width() + side_gap + grid_width,
                             side_gap + std::max(remarks_.height(), grid_.height())};
    const auto above =
        fit_titles(rows_, {members_width_ + left_gap, members_height()}, paper, bottom);
    below_ = above.scale > 1.05 * beside.scale;
    fit_ = below_ ? above : beside;
    rows_.wrap_titles(fit_.title_width);
    return fit_.scale;
}

void CoverLayout::grow_members(double room) {
    const auto spare = std::max(0.0, room - members_height());
    std::vector<double> wanted(members_.size());
    for (const auto& link : links_) wanted[link.box] += link_step;
    double sum = 0.0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        wanted[i] = std::max(0.0, wanted[i] + 8.0 - members_[i].box.height());
        sum += wanted[i];
    }
    if (sum <= 0.0) return;
    const auto factor = std::min(1.0, 0.6 * spare / sum);
    for (std::size_t i = 0; i < members_.size(); ++i) {
        for (auto& cell : members_[i].box.rows.front()) {
            cell.height += static_cast<int>(factor * wanted[i]);
        }
    }
}

void CoverLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                         paper.height / scale};
    auto columns = area;
    if (below_) columns.height -= side_gap + std::max(remarks_.height(), grid_.height());
    grow_members(columns.height);
    const auto spare = std::max(0.0, area.width - fit_.size.width);
    const auto edge = area.x + members_width_;
    const auto middle =
        below_ ? area.x + area.width - rows_.width() : edge + left_gap + 0.6 * spare;
    rows_.place({middle, columns.y, columns.width, columns.height});
    place_side(members_, links_, rows_, Side::left, edge, columns, gap());
    draw_links(members_, links_, rows_, Side::left, diagram);
    for (const auto& member : members_) diagram.boxes.push_back(member.box);
    rows_.draw(diagram);
    const auto& first = rows_.rows().front();
    draw_side(area,
              below_ ? columns.y + columns.height + side_gap
                     : std::clamp(first.y - first.height / 2.0, area.y,
                                  std::max(area.y, area.y + area.height - side_height())),
              diagram);
}

void CoverLayout::draw_side(const Rectangle& area, double top, Diagram& diagram) {
    const auto right = area.x + area.width;
    const auto grid_width = grid_.rows.empty() ? 0 : grid_.width();
    const auto left = below_ ? area.x : right - std::max(remarks_.width(), grid_width);
    remarks_.center = {left + remarks_.width() / 2.0, top + remarks_.height() / 2.0};
    diagram.boxes.push_back(remarks_);
    if (grid_.rows.empty()) return;
    grid_.center = {below_ ? right - grid_width / 2.0 : left + grid_width / 2.0,
                    (below_ ? top : top + remarks_.height() + side_gap) + grid_.height() / 2.0};
    diagram.boxes.push_back(grid_);
}

}  // namespace remit::detail
