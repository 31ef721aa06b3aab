#include "../../order/layers.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"lattice-picture.kind"};
constexpr Phrase neutral{"lattice-picture.neutral"};
constexpr Phrase finding{"lattice-picture.finding"};
constexpr Phrase subtitle{"lattice-picture.subtitle"};
constexpr Phrase shows{"lattice-picture.shows"};
constexpr Phrase rule{"lattice-picture.rule"};
constexpr Phrase blue_rule{"lattice-picture.blue-rule"};
constexpr Phrase open_rule{"lattice-picture.open-rule"};
constexpr Phrase nothing{"lattice-picture.nothing"};
constexpr Phrase reading{"lattice-picture.reading"};
constexpr Phrase departments_in{"lattice-picture.departments-in"};
constexpr Phrase no_department{"lattice-picture.no-department"};
constexpr Phrase tooltip{"lattice-picture.tooltip"};

constexpr std::size_t most_searched = 5000;  // concepts
constexpr std::size_t most_drawn = 40;
constexpr double widest_name = 10.0;  // in sizes of text, as is what follows
constexpr double widest_numbers = 7.0;
constexpr double least_row_gap = 1.8;
constexpr double filling = 0.85;  // of the width, by the boxes of a row that is divided
constexpr std::size_t most_parts = 3;
constexpr double wide = 700.0;  // points

Headline headline(const Dataset& dataset, const LatticeFacts& facts) {
    Headline head;
    const auto beside = facts.beside_count();
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&, beside](Language language) -> std::string {
        if (beside == 0) return {};
        return finding.fill(language, {accent(count(beside)), count(dataset.departments().size())});
    };
    head.subtitle = [&](Language language) {
        return subtitle.fill(
            language, {counted_measures(dataset, language), count(dataset.departments().size()),
                       count(facts.concepts)});
    };
    head.description = in_every(shows);
    head.rule = [&, beside](Language language) {
        const bool unsure = facts.open > 0 || dataset.withheld() > 0;
        return sentences(
            language,
            {std::string(rule.in(language)), std::string(beside > 0 ? blue_rule.in(language) : ""),
             std::string(beside > 0 && unsure ? open_rule.in(language) : "")});
    };
    head.shows_order = false;
    head.shows_numbers = true;
    return head;
}

/// The boxes at a size of text, and where they stand once there is a room for them.
class LatticeView {
 public:
    LatticeView(const Dataset& dataset, const LatticeFacts& facts, const Theme& theme)
        : dataset_(dataset),
          facts_(facts),
          theme_(theme),
          names_(dataset, theme.languages, all_departments(dataset), widest_name * theme.size,
                 theme.body(true), 6) {}

    [[nodiscard]] BlockPtr block() const {
        TextOptions options;
        options.least = 20.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"reading", "remark"};
        std::vector<Stack::Item> items{{text(theme_, in_every(reading), theme_.small(), options)},
                                       {lattice(), theme_.size, true}};
        const auto departments = all_departments(dataset_);
        if (auto key = key_block(theme_, names_, departments)) {
            items.push_back({key, 0.8 * theme_.size});
        }
        return stack(std::move(items));
    }

 private:
    [[nodiscard]] BlockPtr lattice() const {
        std::vector<BlockPtr> boxes;
        Layers layers;
        layers.rows = facts_.row_departments.size();
        for (const auto& node : facts_.nodes) {
            boxes.push_back(box(node));
            const auto width = boxes.back()->widths().natural;
            layers.boxes.push_back({width, boxes.back()->height(width), node.row});
        }
        for (const auto& cover : facts_.covers) layers.lines.push_back({cover.lower, cover.upper});
        double left = 0.0;
        for (const auto departments : facts_.row_departments) {
            left = std::max(left, row_heading(departments)->widths().natural + theme_.size);
        }
        // Smaller text is better than rows that are divided.
        const bool small = theme_.size <= (theme_.width > wide ? 9.5 : 8.0);
        const auto headings = divide_rows(layers, small ? theme_.width - left : 1e9);
        const auto widths = row_widths(layers);
        const auto heights = row_heights(layers);
        const auto width = left + *std::max_element(widths.begin(), widths.end());
        const auto height = std::accumulate(heights.begin(), heights.end(), 0.0) +
                            least_row_gap * theme_.size * static_cast<double>(heights.size() - 1);
        return drawn({width, std::max(width, theme_.width)}, height,
                     [=](const Rectangle& at, Diagram& page) {
                         auto placed = layers;
                         place_layers(placed, {at.x + left, at.y, at.width - left, at.height});
                         draw_lines(placed, page);
                         for (std::size_t n = 0; n < boxes.size(); ++n) {
                             boxes[n]->draw(placed.boxes[n].rectangle(), page);
                         }
                         draw_headings(headings, placed, at.x, page);
                     });
    }

    /// Spreads a row that is too wide over two or three, in which its boxes take turns.
    /// \return what stands beside each row
    [[nodiscard]] std::vector<BlockPtr> divide_rows(Layers& layers, double room) const {
        std::vector<std::size_t> first;
        std::vector<std::size_t> parts;
        std::size_t rows = 0;
        for (const auto width : row_widths(layers)) {
            const auto needed = static_cast<std::size_t>(
                std::ceil(std::max(0.0, width) / std::max(1.0, filling * room)));
            first.push_back(rows);
            parts.push_back(width <= room ? 1 : std::clamp<std::size_t>(needed, 2, most_parts));
            rows += parts.back();
        }
        std::vector<std::size_t> turn(parts.size());
        for (auto& each : layers.boxes) {
            const auto row = each.row;
            each.row = first[row] + turn[row]++ % parts[row];
        }
        layers.rows = rows;
        std::vector<BlockPtr> headings;
        for (std::size_t row = 0; row < parts.size(); ++row) {
            for (std::size_t part = 0; part < parts[row]; ++part) {
                headings.push_back(row_heading(facts_.row_departments[row], part));
            }
        }
        return headings;
    }

    static void draw_lines(const Layers& layers, Diagram& page) {
        for (const auto& line : layers.lines) {
            const auto id = "cover-" + count(line.upper) + '-' + count(line.lower);
            for (std::size_t i = 1; i < line.path.size(); ++i) {
                add_line(page, {i == 1 ? id : id + '-' + count(i), "cover"}, line.path[i - 1],
                         line.path[i], palette::muted, 0.9);
            }
        }
    }

    static void draw_headings(const std::vector<BlockPtr>& headings, const Layers& layers,
                              double left, Diagram& page) {
        for (std::size_t row = 0; row < headings.size(); ++row) {
            const auto box = std::find_if(layers.boxes.begin(), layers.boxes.end(),
                                          [row](const auto& each) { return each.row == row; });
            const auto width = headings[row]->widths().natural;
            const auto height = headings[row]->height(width);
            headings[row]->draw({left, box->at.y - height / 2.0, width, height}, page);
        }
    }

    [[nodiscard]] BlockPtr row_heading(std::size_t departments, std::size_t part = 0) const {
        TextOptions options;
        options.mark = {"row-" + count(departments) + (part > 0 ? '-' + count(part) : ""),
                        "heading"};
        const auto say = [departments](Language language) {
            return departments == 0 ? std::string(no_department.in(language))
                                    : departments_in.fill(language, {count(departments)});
        };
        return text(theme_, say, theme_.small(), options);
    }

    /// Names, and below them the number of measures and those that stand here.
    [[nodiscard]] BlockPtr box(const LatticeNode& node) const {
        const auto id = count(static_cast<std::size_t>(&node - facts_.nodes.data()));
        std::vector<Stack::Item> items;
        for (const auto d : node.departments) {
            auto font = theme_.body(true);
            if (facts_.beside[d.value]) font.color = palette::nationwide;
            TextOptions options;
            options.align = Align::center;
            options.least = widest_name * theme_.size;
            options.mark = {"department-" + department_id(dataset_, d), "department",
                            std::string(dataset_[d].name.in(theme_.languages.first))};
            // In both languages on one line, where it has room.
            const auto& [first, second] = theme_.languages;
            auto name = names_.of(d, first);
            if (second) name = joined(name, names_.of(d, *second), " ");
            items.push_back({text(one_language(), name, font, options)});
        }
        items.push_back({numbers(node, id), 1.0});
        const auto inner = stack(std::move(items));
        const auto padding = 0.4 * theme_.size;
        const auto inside = std::min(inner->widths().natural, (widest_name + 1.0) * theme_.size);
        const auto width = std::max(inside, inner->widths().least) + 2.0 * padding;
        const auto height = inner->height(width - 2.0 * padding) + padding;
        const auto tip = told(node);
        return drawn({width, width}, height, [=](const Rectangle& at, Diagram& page) {
            page.shapes.emplace_back(
                Area{{"concept-" + id, "concept", tip}, at, palette::white, palette::muted, 0.9});
            inner->draw({at.x + padding, at.y + padding / 2.0, at.width - 2.0 * padding,
                         at.height - padding},
                        page);
        });
    }

    [[nodiscard]] Theme one_language() const {
        auto one = theme_;
        one.languages.second.reset();
        return one;
    }

    [[nodiscard]] BlockPtr numbers(const LatticeNode& node, const std::string& id) const {
        const auto one = one_language();
        TextOptions options;
        options.align = Align::center;
        options.mark = {"count-" + id, "count"};
        const auto all = text(one, count(node.found.measures.size()), theme_.body(true), options);
        const auto room = all->widths().natural + 0.8 * theme_.size;
        BlockPtr own;
        double width = 0.0;
        if (!node.measures.empty()) {
            options.align = Align::left;
            options.least = widest_numbers * theme_.size;
            options.mark = {"measures-" + id, "measures"};
            own = text(one, number_list(dataset_, node.measures, theme_.languages.first),
                       theme_.body(), options);
            width = std::min(own->widths().natural, widest_numbers * theme_.size);
        }
        const auto gap = own ? 0.5 * theme_.size : 0.0;
        const auto line = all->height(room);
        const auto height = std::max(line, own ? own->height(width) : 0.0);
        return drawn(
            {room + gap + width, room + gap + width}, height,
            [=](const Rectangle& at, Diagram& page) {
                const auto x = at.x + (at.width - room - gap - width) / 2.0;
                const Rectangle field{x, at.middle().y - line / 2.0, room, line};
                page.shapes.emplace_back(Area{{"field-" + id, "field"}, field, palette::band});
                all->draw(field, page);
                if (own) own->draw({x + room + gap, at.y, width, at.height}, page);
            });
    }

    [[nodiscard]] std::string told(const LatticeNode& node) const {
        const auto language = theme_.languages.first;
        ListWriter departments(language);
        for (const auto d : node.found.departments) {
            departments.add(dataset_[d].short_name.in(language));
        }
        const auto who = node.found.departments.empty() ? std::string(no_department.in(language))
                                                        : departments.text();
        return tooltip.fill(language, {who, number_list(dataset_, node.found.measures, language),
                                       count(node.found.measures.size())});
    }

    const Dataset& dataset_;
    const LatticeFacts& facts_;
    Theme theme_;
    Names names_;
};

}  // namespace
}  // namespace drawing

Picture lattice_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = lattice_facts(dataset, most_searched);
    if (!facts.complete || facts.nodes.size() > most_drawn) {
        throw PictureRefusal("the lattice has " + std::string(facts.complete ? "" : "more than ") +
                             count(facts.complete ? facts.nodes.size() : most_searched) +
                             " concepts, of which at most " + count(most_drawn) +
                             " can be read; draw the picture 'groups', or list them with 'remit "
                             "groups'");
    }
    const auto words = frame_text(dataset, options, headline(dataset, facts));
    if (dataset.measures().empty()) return nothing_drawn(words, options, in_every(nothing));
    auto bound = page_bound(0, "another page, or draw the picture 'groups'");
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return LatticeView(dataset, facts, theme).block(); }, bound);
}

}  // namespace remit
