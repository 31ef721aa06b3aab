#include "department_layout.hpp"

#include "captions.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double partner_text = 112.0;  // the widest line of a partner's name
constexpr int chip_width = 26;
constexpr double left_gap = 64.0;
constexpr double right_gap = 84.0;
constexpr double narrow = 0.5;  // of a gap, where there is little room
constexpr double partner_gap = 6.0;
constexpr double smallest_scale = 0.8;  // at which partners are counted that fit
constexpr double card_share = 0.62;     // of the area's height, if its text needs less
constexpr double highest_card = 2.0;    // of the height that its text needs
constexpr double link_step = 7.0;       // between the ends of lines at a partner
constexpr double card_step = 18.0;      // and at the card

constexpr Phrase nobody{"department-layout.nobody"};
constexpr Phrase more{"department-layout.more"};
constexpr Phrase shared_with{"department-layout.shared-with"};
constexpr Phrase link_of{"department-layout.link-of"};

}  // namespace

DepartmentLayout::DepartmentLayout(const Dataset& dataset, const Languages& languages,
                                   const DepartmentFacts& facts,
                                   std::span<const MeasureIndex> measures)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      facts_(facts),
      rows_(dataset, languages, facts.titles, {!facts.marks.of_measure.empty(), true}) {
    collect_rows(measures);
    card_ = {{department_card(dataset, languages, facts), card_step}};
    collect_partners(facts.partners.size());
}

void DepartmentLayout::collect_rows(std::span<const MeasureIndex> measures) {
    std::optional<bool> block;
    for (const auto m : measures) {
        const auto at = position(dataset_, m, facts_.department);
        const bool leading = dataset_.standing(m, at) != Standing::other;
        if (block != leading) {
            block = leading;
            const auto all = facts_.measures.size();
            FlowRow heading{FlowRow::Kind::heading};
            heading.text = said_in_line(languages_, [&](Language language) {
                return leading ? leading_counted(dataset_, facts_.leading, language)
                               : joining_counted(dataset_, all - facts_.leading, language);
            });
            const auto first = heading.text.front();
            if (first >= 'a' && first <= 'z') heading.text.front() -= 'a' - 'A';
            heading.colors = {leading ? palette::ink : palette::secondary, palette::white};
            rows_.add(std::move(heading));
        }
        SideLink link;
        link.row = rows_.rows().size();
        link.thick = leading;
        link.curve = link_curve(
            "link-" + department_id(dataset_, facts_.department) + '-' + measure_id(dataset_, m),
            leading, facts_.colors[m.value].dark);
        link.curve.tooltip = link_of.fill(
            language_, {std::string(dataset_[facts_.department].short_name.in(language_)),
                        measure_number(dataset_, m)});
        card_links_.push_back(std::move(link));
        FlowRow row{FlowRow::Kind::measure, m};
        row.colors = facts_.colors[m.value];
        if (!facts_.marks.of_measure.empty()) row.mark = facts_.marks.of_measure[m.value];
        rows_.add(std::move(row));
    }
}

void DepartmentLayout::collect_partners(std::size_t most) {
    partners_.clear();
    partner_links_.clear();
    std::vector<std::size_t> shown(dataset_.departments().size());  // measures of this page
    for (const auto& row : rows_.rows()) {
        if (row.kind != FlowRow::Kind::measure) continue;
        for (const auto& each : dataset_.responsibilities(row.measure)) {
            ++shown[each.department.value];
        }
    }
    std::vector<Partner> here;
    for (const auto& partner : facts_.partners) {
        if (shown[partner.department.value] > 0) here.push_back(partner);
    }
    const auto drawn = here.size() > most ? std::max<std::size_t>(most, 2) - 1 : here.size();
    for (std::size_t i = 0; i < drawn; ++i) add_partner(here[i]);
    if (here.empty()) add_remark("no-partner", nobody, 0);
    if (drawn < here.size()) add_remark("more-partners", more, here.size() - drawn);
}

void DepartmentLayout::add_partner(const Partner& partner) {
    const auto d = partner.department;
    const auto lines = wrap_at_most(2, name(languages_, dataset_[d].short_name), partner_text,
                                    {name_size, true, language_});
    const auto height = lines_height(lines.size(), name_size);
    const auto width = lines_width(lines, {name_size, true, {}}, language_);
    Box box{"partner-" + department_id(dataset_, d), "department partner"};
    box.rows = {{{width + 2 * padding, height, styled(lines, {name_size, true, palette::ink})},
                 {chip_width,
                  height,
                  {{std::to_string(partner.shared), {body_size, true, palette::white}}},
                  Align::center,
                  false,
                  palette::secondary}}};
    box.fill = palette::white;
    box.frame = palette::ink;
    box.tooltip = shared_with.fill(
        language_, {std::string(dataset_[d].name.in(language_)), std::to_string(partner.shared)});
    for (std::size_t r = 0; r < rows_.rows().size(); ++r) {
        const auto& row = rows_.rows()[r];
        if (row.kind != FlowRow::Kind::measure) continue;
        const auto at = position(dataset_, row.measure, d);
        if (at == dataset_.responsibilities(row.measure).size()) continue;
        const bool leading = dataset_.standing(row.measure, at) != Standing::other;
        SideLink link{partners_.size(), r, leading};
        link.curve = link_curve(
            "link-" + department_id(dataset_, d) + '-' + measure_id(dataset_, row.measure), leading,
            row.colors.dark);
        link.curve.tooltip =
            link_of.fill(language_, {std::string(dataset_[d].short_name.in(language_)),
                                     measure_number(dataset_, row.measure)});
        partner_links_.push_back(std::move(link));
    }
    partners_.push_back({std::move(box), link_step});
}

void DepartmentLayout::add_remark(const std::string& id, const Phrase& text, std::size_t count) {
    const auto lines = wrap(phrase(languages_, text, {std::to_string(count)}), partner_text,
                            {body_size, false, language_});
    Box box{id, "remark"};
    const TextStyle style{body_size, false, palette::withheld.dark};
    box.rows = {{{lines_width(lines, style, language_) + 2 * padding,
                  lines_height(lines.size(), body_size), styled(lines, style)}}};
    box.frame = palette::withheld.dark;
    box.dashed = true;
    partners_.push_back({std::move(box)});
}

double DepartmentLayout::partners_height() const {
    double height = -partner_gap;
    for (const auto& each : partners_) height += each.box.height() + partner_gap;
    return height;
}

int DepartmentLayout::partners_width() const {
    int width = 0;
    for (const auto& each : partners_) width = std::max(width, each.box.width());
    return width;
}

double DepartmentLayout::fit(const Rectangle& paper) {
    const auto highest = paper.height / smallest_scale;
    const auto each = (partners_height() + partner_gap) / static_cast<double>(partners_.size());
    if (partners_height() > highest) {
        collect_partners(static_cast<std::size_t>(std::max(1.0, highest / each)));
    }
    // All partners as wide as the widest, so that their numbers stand below each other.
    for (auto& partner : partners_) {
        partner.box.rows.front().front().width += partners_width() - partner.box.width();
    }
    const auto& card = card_.front().box;
    const auto fitted = [&](double share) {
        gaps_ = share;
        return fit_titles(rows_,
                          {card.width() + share * (left_gap + right_gap) + partners_width(),
                           std::max<double>(card.height(), partners_height())},
                          paper);
    };
    fit_ = fitted(1.0);
    if (fit_.scale < 1.0) fit_ = fitted(narrow);
    return fit_.scale;
}

void DepartmentLayout::grow_card(int height) {
    auto& box = card_.front().box;
    const auto spare = height - box.height();
    if (spare < 2) return;  // no cell without height
    box.rows.insert(box.rows.begin(), {{box.rows.front().front().width, spare / 2}});
    box.rows.push_back({{box.rows.front().front().width, spare - spare / 2}});
}

void DepartmentLayout::grow_partners(double room) {
    const auto spare = std::max(0.0, room - partners_height());
    std::vector<double> wanted(partners_.size());
    for (const auto& link : partner_links_) wanted[link.box] += link_step;
    double sum = 0.0;
    for (std::size_t i = 0; i < partners_.size(); ++i) {
        wanted[i] = std::max(0.0, wanted[i] + 8.0 - partners_[i].box.height());
        sum += wanted[i];
    }
    if (sum <= 0.0) return;
    const auto factor = std::min(1.0, 0.6 * spare / sum);
    for (std::size_t i = 0; i < partners_.size(); ++i) {
        for (auto& cell : partners_[i].box.rows.front()) {
            cell.height += static_cast<int>(factor * wanted[i]);
        }
    }
}

void DepartmentLayout::draw(const Rectangle& paper, Diagram& diagram) {
    const auto scale = diagram.scale;
    const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                         paper.height / scale};
    grow_card(static_cast<int>(
        std::min(card_share * area.height, highest_card * card_.front().box.height())));
    grow_partners(area.height);
    const auto spare = std::max(0.0, area.width - fit_.size.width);
    const auto card_right = area.x + card_.front().box.width();
    rows_.place({card_right + gaps_ * left_gap + 0.4 * spare, area.y, area.width, area.height});
    place_side(card_, card_links_, rows_, Side::left, card_right, area, 0.0);
    place_side(partners_, partner_links_, rows_, Side::right,
               area.x + area.width - partners_width(), area, partner_gap);
    const auto& first = rows_.rows()[card_links_.front().row];
    const auto half = card_.front().box.height() / 2.0;
    card_.front().box.center.y = std::clamp((first.y + rows_.rows().back().y) / 2.0, area.y + half,
                                            std::max(area.y + half, area.y + area.height - half));
    draw_links(card_, card_links_, rows_, Side::left, diagram);
    draw_links(partners_, partner_links_, rows_, Side::right, diagram);
    diagram.boxes.push_back(card_.front().box);
    rows_.draw(diagram);
    for (const auto& partner : partners_) diagram.boxes.push_back(partner.box);
}

}  // namespace remit::drawing
