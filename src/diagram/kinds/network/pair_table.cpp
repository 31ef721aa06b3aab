#include "pair_table.hpp"

#include "../../page/grid.hpp"
#include "../../text/text_layout.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <vector>

namespace remit::drawing {
namespace {

constexpr Phrase most_shared{"network-picture.most-shared"};
constexpr Phrase not_drawn{"network-picture.not-drawn"};
constexpr std::size_t most_rows = 40;

/// From a pale blue to the dark one.
HexColor shade(double share) {
    const auto mix = [&](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string color = "#";
    for (const auto part : {mix(0xDD, 0x00), mix(0xE8, 0x5A), mix(0xF1, 0x8E)}) {
        color += digits[static_cast<std::size_t>(part / 16)];
        color += digits[static_cast<std::size_t>(part % 16)];
    }
    return color;
}

class PairTable {
 public:
    explicit PairTable(NetworkParts parts) : parts_(std::move(parts)) {}

    [[nodiscard]] BlockPtr block() const {
        auto order = parts_.facts.sharing;
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return parts_.facts.measures[a.value] > parts_.facts.measures[b.value];
        });
        const auto row = (parts_.theme.languages.second ? 2.4 : 1.2) * parts_.theme.size;
        const auto rows_room = std::max(3.0, parts_.theme.height / (1.02 * row) - 2.0);
        const auto columns_room = (parts_.theme.width - heads_width(order)) / least_cell();
        const auto room = std::max(3.0, std::min(rows_room, columns_room));
        const auto shown = std::min({order.size(), most_rows, static_cast<std::size_t>(room)});
        std::vector<DepartmentIndex> left(order.begin() + static_cast<std::ptrdiff_t>(shown),
                                          order.end());
        order.resize(shown);
        order_by_group(order);
        const auto view = std::make_shared<const PairTable>(*this);
        const auto rows = static_cast<double>(shown);
        auto block = drawn(
            {0.9 * parts_.theme.width, parts_.theme.width}, rows * row,
            [view, order](const Rectangle& at, Diagram& page) { view->draw(order, at, page); });
        if (left.empty()) return block;
        const auto words = [&](Language language) {
            return not_drawn.fill(
                language, {count(left.size()), count(shown), parts_.names.list(left, language)});
        };
        return stack({{block, 0.0, true}, {remark(words), 5.0}});
    }

 private:
    [[nodiscard]] BlockPtr remark(const Words& words) const {
        auto options = named("not-drawn", "left-out");
        options.least = 14.0 * parts_.theme.size;
        options.filling = Filling::full;
        return text(parts_.theme, words, parts_.theme.small(), options);
    }

    /// The room of the names and numbers before the cells.
    [[nodiscard]] double heads_width(const std::vector<DepartmentIndex>& order) const {
        double widest = 0.0;
        for (const auto d : order) widest = std::max(widest, head(d)->widths().natural);
        return widest + rich_width("0000", parts_.theme.body(), parts_.theme.languages.first) + 6.0;
    }

    [[nodiscard]] BlockPtr head(DepartmentIndex d) const {
        Font font = parts_.theme.body(parts_.facts.is_chief(d));
        if (parts_.facts.is_chief(d)) font.color = palette::nationwide;
        return text(
            parts_.theme, parts_.names.of(d), font,
            named("department-" + parts_.id(d), "department" + parts_.word(d), Align::right));
    }

    /// As wide as the smallest number in a cell is.
    [[nodiscard]] double least_cell() const {
        return text_width(count(parts_.facts.most()),
                          {readable_text, false, parts_.theme.languages.first}) +
               2.0;
    }

    /// Groups by their largest department, which come first in their group.
    void order_by_group(std::vector<DepartmentIndex>& order) const {
        std::vector<std::size_t> rank(parts_.facts.measures.size() + 1, order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            auto& first = rank[parts_.facts.groups[order[i].value]];
            first = std::min(first, i);
        }
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return rank[parts_.facts.groups[a.value]] < rank[parts_.facts.groups[b.value]];
        });
    }

    void draw(const std::vector<DepartmentIndex>& order, const Rectangle& at, Diagram& page) const {
        const auto language = parts_.theme.languages.first;
        const auto most = (parts_.theme.languages.second ? 2.6 : 1.9) * parts_.theme.size;
        const auto side = std::min(at.height / static_cast<double>(order.size()), most);
        const auto heads = heads_width(order);
        const auto left = at.x + heads;
        const auto wide = std::min(side, (at.width - heads) / static_cast<double>(order.size()));
        const auto number_size = std::clamp(
            parts_.theme.small().size *
                std::min(0.62 * side / parts_.theme.small().size,
                         (wide - 2.0) / text_width(count(parts_.facts.most()),
                                                   {parts_.theme.small().size, false, language})),
            readable_text, parts_.theme.small().size);
        std::vector<BlockPtr> labels;
        double widest = 0.0;
        for (const auto d : order) {
            labels.push_back(head(d));
            widest = std::max(widest, labels.back()->widths().natural);
        }
        const auto listed = parts_.facts.before_tie(most_bars / 2);
        const auto panel_block = parts_.bars(listed);
        const auto panel_width = panel_block->widths().natural;
        const auto panel_height = panel_block->height(panel_width) + 1.6 * parts_.theme.size;
        // The corner that the triangle leaves free, if the bars fit there.
        const auto panel_left = at.right() - panel_width;
        const auto reach = left + wide * std::ceil(panel_height / side) + widest + 8.0;
        const bool beside = listed > 0 && panel_left > reach && panel_height < at.height;
        std::vector<std::size_t> place(parts_.facts.measures.size(), order.size());
        for (std::size_t i = 0; i < order.size(); ++i) place[order[i].value] = i;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto y = at.y + side * static_cast<double>(i);
            const Rectangle name{at.x, y, widest, side};
            labels[i]->draw(name, page);
            page.shapes.emplace_back(Label{{"count-" + parts_.id(order[i]),
                                            "count" + parts_.word(order[i]), parts_.told(order[i])},
                                           {left - 6.0, y + side / 2.0},
                                           Align::right,
                                           count(parts_.facts.measures[order[i].value]),
                                           parts_.theme.body().size,
                                           false,
                                           palette::secondary,
                                           language});
            if (i > 0 &&
                parts_.facts.groups[order[i].value] != parts_.facts.groups[order[i - 1].value]) {
                add_line(page, {"group-" + parts_.id(order[i]), "rule"}, {at.x, y - 0.4},
                         {left - 4.0, y - 0.4}, palette::rule, 0.7);
            }
            // The name again where its column begins.
            const auto x = left + wide * static_cast<double>(i) + 4.0;
            const auto again = parts_.names.of(order[i], language);
            const auto width = rich_width(again, parts_.theme.small(), language);
            const auto limit = beside && y < at.y + panel_height ? panel_left : at.right();
            if (i + 1 < order.size() && x + width < limit) {
                page.shapes.emplace_back(
                    Label{{"column-" + parts_.id(order[i]), "column" + parts_.word(order[i])},
                          {x, y + side / 2.0},
                          Align::left,
                          again,
                          parts_.theme.small().size,
                          false,
                          palette::muted,
                          language});
            }
        }
        for (const auto& pair : parts_.facts.pairs) {
            const auto [low, high] = std::minmax(place[pair.a.value], place[pair.b.value]);
            if (high == order.size()) continue;
            const Rectangle cell{left + wide * static_cast<double>(low),
                                 at.y + side * static_cast<double>(high), wide - 0.8, side - 0.8};
            const auto share =
                static_cast<double>(pair.shared()) / static_cast<double>(parts_.facts.most());
            page.shapes.emplace_back(Area{parts_.pair_mark("cell", pair), cell, shade(share)});
            page.shapes.emplace_back(Label{parts_.pair_mark("number", pair), cell.middle(),
                                           Align::center, count(pair.shared()), number_size, false,
                                           share > 0.55 ? palette::white : palette::ink, language});
        }
        if (!beside) return;
        const auto heading = text(parts_.theme, in_every(most_shared), parts_.theme.body(true),
                                  named("pairs-heading", "heading"));
        heading->draw({panel_left, at.y, panel_width, 1.4 * parts_.theme.size}, page);
        panel_block->draw({panel_left, at.y + 1.6 * parts_.theme.size, panel_width,
                           panel_height - 1.6 * parts_.theme.size},
                          page);
    }

    NetworkParts parts_;
};

}  // namespace

BlockPtr pair_table(const NetworkParts& parts) {
    return PairTable(parts).block();
}

}  // namespace remit::drawing
