#include "groups_layout.hpp"

#include "captions.hpp"
#include "groups_metrics.hpp"
#include "name_lists.hpp"
#include "wording.hpp"

#include <remit/diagram/placement.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_name = 110.0;
constexpr std::size_t most_name_lines = 3;
constexpr std::size_t most_member_lines = 4;
constexpr std::array card_widths{260, 220, 190, 160, 140, 120};
constexpr int widest_card = 240;  // unless the columns were too far apart
constexpr double most_gap = 260.0;
constexpr double least_gap = 60.0;  // between columns
constexpr double good_gap = 100.0;
constexpr double least_space = 8.0;  // between cards
constexpr double good_space = 34.0;
constexpr int rounds = 8;

constexpr Phrase count_form{"groups-layout.count-form"};

bool within(const std::vector<DepartmentIndex>& inner, const std::vector<DepartmentIndex>& outer) {
    return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

}  // namespace

std::string measures_text(std::size_t count, const Languages& languages) {
    return phrase(languages, count_form, {std::to_string(count)});
}

GroupsLayout::GroupsLayout(const Dataset& dataset, const Languages& languages,
                           std::span<const Concept> groups)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      colors_(measure_colors(dataset)) {
    add_cards(groups);
    add_links();
    reduce_crossings(graph_);
}

void GroupsLayout::add_cards(std::span<const Concept> groups) {
    std::vector<std::vector<MeasureIndex>> measures(dataset_.departments().size());
    std::vector<char> shown(dataset_.departments().size());
    for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
        for (const auto& each : dataset_.responsibilities(m)) {
            measures[each.department.value].push_back(m);
        }
    }
    for (const auto& group : groups) {
        for (const auto d : group.departments) shown[d.value] = 1;
        group_sizes_.push_back(group.departments.size());
    }
    std::sort(group_sizes_.begin(), group_sizes_.end());
    group_sizes_.erase(std::unique(group_sizes_.begin(), group_sizes_.end()), group_sizes_.end());

    for (DepartmentIndex d; d.value < shown.size(); ++d.value) {
        if (shown[d.value] == 0) continue;
        cards_.push_back({{d}, std::move(measures[d.value])});
        graph_.add(0);
    }
    departments_ = cards_.size();
    measure_departments();
    const TextStyle body{body_size, true};
    for (const auto& group : groups) {
        const auto at =
            std::lower_bound(group_sizes_.begin(), group_sizes_.end(), group.departments.size());
        graph_.add(static_cast<std::size_t>(at - group_sizes_.begin()) + 1);
        cards_.push_back({group.departments, group.measures});
        for (const auto m : group.measures) {
            chip_width_ = std::max(
                chip_width_, lines_width({measure_number(dataset_, m)}, body, language_) + padding);
        }
    }
    chip_width_ = std::max(chip_width_, narrowest_chip);
}

void GroupsLayout::measure_departments() {
    const TextStyle name{name_size, true};
    int widest = 0;
    for (auto& card : cards_) {
        const auto& body = dataset_[card.departments.front()];
        card.lines = wrap_at_most(most_name_lines, drawing::name(languages_, body.short_name),
                                  widest_name, {static_cast<double>(name_size), true, language_});
        card.height = lines_height(card.lines.size(), name_size) + frame;
        widest = std::max(widest, lines_width(card.lines, name, language_));
        count_width_ = std::max(count_width_,
                                cell_width(std::to_string(card.measures.size()), name, language_));
    }
    department_width_ = widest + 2 * padding + count_width_;
}

/// A line from each card to those groups that hold it with none in between; where it passes a
/// column, it takes a place there.
void GroupsLayout::add_links() {
    for (std::size_t inner = 0; inner < cards_.size(); ++inner) {
        for (auto outer = departments_; outer < cards_.size(); ++outer) {
            if (graph_.column[inner] >= graph_.column[outer] ||
                !within(cards_[inner].departments, cards_[outer].departments)) {
                continue;
            }
            bool covers = true;
            for (auto other = departments_; covers && other < cards_.size(); ++other) {
                const auto between = graph_.column[other] > graph_.column[inner] &&
                                     graph_.column[other] < graph_.column[outer];
                covers = !between ||
                         !within(cards_[inner].departments, cards_[other].departments) ||
                         !within(cards_[other].departments, cards_[outer].departments);
            }
            if (!covers) continue;
            auto from = inner;
            while (graph_.column[from] + 1 < graph_.column[outer]) {
                const auto pass = graph_.add(graph_.column[from] + 1);
                graph_.join(from, pass);
                from = pass;
            }
            graph_.join(from, outer);
        }
    }
}

/// The names of the members; a line breaks between them where it can.
std::vector<std::string> GroupsLayout::member_lines(const GroupCard& card, double width) const {
    const TextMeasure measure{static_cast<double>(name_size), true, language_};
    std::vector<std::string> lines;
    const auto add_names = [&](Language language) {
        const auto [comma, space] = list_mark(language);
        std::string line;
        for (const auto d : card.departments) {
            auto name = std::string(dataset_[d].short_name.in(language));
            if (d != card.departments.back()) name += comma;
            auto joint = line;
            joint += space;
            if (!line.empty() && text_width(joint + name, measure) > width) {
                lines.push_back(std::exchange(line, ""));
            }
            line += (line.empty() ? "" : space) + name;
            if (text_width(line, measure) <= width) continue;
            auto parts = wrap(line, width, measure);
            line = parts.back();
            lines.insert(lines.end(), parts.begin(), parts.end() - 1);
            if (lines.size() > most_member_lines) break;
        }
        lines.push_back(line);
    };
    add_names(language_);
    if (languages_.second) {
        const auto first = lines;
        add_names(*languages_.second);
        const auto second = lines.begin() + std::ssize(first);
        if (std::equal(first.begin(), first.end(), second, lines.end())) lines = first;
    }
    if (lines.size() > most_member_lines) {
        lines.resize(most_member_lines);
        lines.back() = shortened(lines.back() + "……", width, measure);
    }
    return lines;
}

void GroupsLayout::set_card_width(int width) {
    const TextStyle plain{body_size, false};
    int count = 0;
    for (const auto& card : cards_) {
        count = std::max(
            count, cell_width(measures_text(card.measures.size(), languages_), plain, language_));
    }
    width = std::max(width, padding + count + chip_width_ + chip_gap);  // one chip, at least
    card_width_ = width;
    const auto room = width - padding - count;
    chips_a_row_ = static_cast<std::size_t>(std::max(1, room / (chip_width_ + chip_gap)));
    for (auto i = departments_; i < cards_.size(); ++i) {
        auto& card = cards_[i];
        card.lines = member_lines(card, width - 2.0 * padding);
        card.chip_rows =
            std::min(most_chip_rows, (card.measures.size() + chips_a_row_ - 1) / chips_a_row_);
        card.height = names_height(card.lines.size()) +
                      static_cast<int>(card.chip_rows) * (chip_height + chip_gap) + chip_gap +
                      frame;
    }
    double height = 0.0;
    for (const auto& items : graph_.order) {
        double sum = -least_space;
        for (const auto item : items) sum += height_of(item) + least_space;
        height = std::max(height, sum);
    }
    const auto groups = static_cast<double>(graph_.order.size()) - 1.0;
    size_ = {department_width_ + groups * (width + least_gap), height + heading_height()};
}

double GroupsLayout::heading_height() const {
    return column_heading + (languages_.second ? 1.2 * body_size : 0.0);
}

ContentSize GroupsLayout::comfortable_size() const {
    std::size_t most = 0;
    for (const auto& items : graph_.order) most = std::max(most, items.size());
    const auto groups = static_cast<double>(graph_.order.size()) - 1.0;
    return {size_.width + groups * (good_gap - least_gap),
            size_.height + static_cast<double>(most) * (good_space - least_space) / 2.0};
}

double GroupsLayout::fit(const Rectangle& paper, double largest) {
    double best = 0.0;
    int best_width = 0;
    for (const auto width : card_widths) {
        set_card_width(width);
        const auto scale =
            std::min({largest, paper.width / size_.width, paper.height / size_.height});
        if (scale <= best * 1.001) continue;
        best = scale;
        best_width = width;
    }
    set_card_width(best_width);
    return best;
}

void GroupsLayout::place(const Rectangle& area) {
    const auto groups = static_cast<double>(graph_.order.size()) - 1.0;
    const auto spare = area.width - department_width_ - groups * good_gap;
    const auto least = (area.width - department_width_) / groups - most_gap;
    const auto width = static_cast<int>(
        std::max(least, std::min(static_cast<double>(widest_card), spare / groups)));
    if (width > card_width_) set_card_width(width);
    const auto gap = (area.width - department_width_ - groups * card_width_) / groups;
    columns_.assign(1, area.x);
    for (std::size_t i = 1; i < graph_.order.size(); ++i) {
        columns_.push_back(columns_.back() + (i == 1 ? department_width_ : card_width_) + gap);
    }
    const auto top = area.y + heading_height();
    const auto bottom = area.y + area.height;
    y_.resize(graph_.column.size());
    for (const auto& items : graph_.order) {
        const auto step = (bottom - top) / static_cast<double>(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            y_[items[i]] = top + (static_cast<double>(i) + 0.5) * step;
        }
    }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 1; i < graph_.order.size(); ++i) {
            place_column_of(i, round > 0, top, bottom);
        }
        for (auto i = graph_.order.size() - 1; i-- > 0;) place_column_of(i, true, top, bottom);
    }
}

/// Each item of a column near the mean of those before it, and of those behind it if wanted.
void GroupsLayout::place_column_of(std::size_t column, bool by_behind, double top, double bottom) {
    const auto& items = graph_.order[column];
    std::vector<ColumnItem> wanted;
    double heights = 0.0;
    for (const auto item : items) {
        double sum = 0.0;
        std::size_t count = 0;
        const auto consider = [&](const std::vector<std::size_t>& neighbors) {
            for (const auto each : neighbors) sum += y_[each];
            count += neighbors.size();
        };
        consider(graph_.before[item]);
        if (by_behind) consider(graph_.behind[item]);
        heights += height_of(item);
        wanted.push_back({count == 0 ? y_[item] : sum / static_cast<double>(count),
                          static_cast<double>(std::max<std::size_t>(1, count)), height_of(item)});
    }
    const auto space = std::clamp((bottom - top - heights) / static_cast<double>(items.size()),
                                  least_space, good_space);
    const auto centers = place_column(wanted, space, top, bottom);
    for (std::size_t i = 0; i < items.size(); ++i) y_[items[i]] = centers[i];
}

double GroupsLayout::height_of(std::size_t item) const {
    return item < cards_.size() ? static_cast<double>(cards_[item].height) : passing_height;
}

}  // namespace remit::drawing
