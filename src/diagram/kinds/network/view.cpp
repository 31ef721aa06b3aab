#include "../../order/ties.hpp"
#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../../text/text_layout.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase pairs_of_two{"network-picture.pairs-of-two"};
constexpr Phrase most_shared{"network-picture.most-shared"};
constexpr Phrase other_pairs{"network-picture.other-pairs"};
constexpr Phrase more_pairs{"network-picture.more-pairs"};
constexpr Phrase one_with{"network-picture.one-with"};
constexpr Phrase dash_pair{"network-picture.dash-pair"};
constexpr Phrase share_none{"network-picture.share-none"};
constexpr Phrase not_drawn{"network-picture.not-drawn"};
constexpr Phrase measures_told{"network-picture.measures-told"};
constexpr Phrase pair_told{"network-picture.pair-told"};
constexpr Phrase nothing{"network-picture.nothing"};

constexpr double widest_name = 10.5;   // beside its circle, in sizes of text
constexpr std::size_t most_rows = 40;  // of the table of pairs
constexpr std::size_t most_bars = 12;  // pairs that are listed
constexpr double unit_width = 2.2;     // of a line, for a shared measure
constexpr double widest_line = 13.0;
constexpr double circles_share = 0.16;  // of the area
constexpr const char* quiet_line = "#B4B8BC";
constexpr const char* strong_line = "#8F959B";

TextOptions named(std::string id, std::string kind_of, Align align = Align::left) {
    TextOptions options;
    options.align = align;
    options.mark = {std::move(id), std::move(kind_of)};
    return options;
}

/// Circles, and the lines between them.
struct Ties {
    std::vector<Knot> knots;
    std::vector<BlockPtr> names;
    std::vector<Bond> bonds;
    bool clear = true;  ///< Whether no name stands on anything else.
};

/// What the pictures of few and of many ties have in common.
class NetworkView {
 public:
    /// \param circles  or a table
    NetworkView(const Dataset& dataset, const NetworkFacts& facts, const Theme& theme, bool circles)
        : dataset_(dataset),
          facts_(facts),
          theme_(theme),
          few_(circles),
          names_(few_ ? Names(dataset, theme.languages, all_departments(dataset),
                              widest_name * theme.size, theme.body(true), 3)
                      : Names(dataset, theme.languages, all_departments(dataset),
                              0.34 * theme.width, theme.body(true))) {}

    /// Null where circles and names have no room.
    /// \param height  of a page that has one
    [[nodiscard]] BlockPtr block(std::optional<double> height) const {
        std::vector<Stack::Item> items;
        const auto clear = std::make_shared<bool>(true);
        if (few_) {
            items.push_back(
                {row({{network(clear), 1.0}, {panel()}}, 2.4 * theme_.size, true), 0.0, true});
        } else {
            items.push_back({table(), 0.0, true});
        }
        add_alone(items);
        if (auto key = key_block(theme_, names_, all_departments(dataset_))) {
            items.push_back({key, 4.0, false, true});
        }
        auto all = stack(std::move(items));
        if (few_) {
            Diagram trial;
            const auto width = height ? theme_.width : all->widths().natural;
            all->draw({0.0, 0.0, width, height ? *height : all->height(width)}, trial);
        }
        return *clear ? all : nullptr;
    }

 private:
    [[nodiscard]] std::string id(DepartmentIndex d) const { return department_id(dataset_, d); }

    [[nodiscard]] std::string told(DepartmentIndex d) const {
        return measures_told.fill(theme_.languages.first,
                                  {std::string(dataset_[d].name.in(theme_.languages.first)),
                                   count(facts_.measures[d.value])});
    }

    [[nodiscard]] Mark pair_mark(const char* what, const Coresponsibility& pair) const {
        const auto language = theme_.languages.first;
        return {std::string(what) + '-' + id(pair.a) + '-' + id(pair.b), what,
                pair_told.fill(language, {names_.of(pair.a, language), names_.of(pair.b, language),
                                          count(pair.shared())})};
    }

    [[nodiscard]] BlockPtr sentence(const Words& words, const std::string& mark,
                                    const Font& font) const {
        auto options = named(mark, "remark");
        options.least = 14.0 * theme_.size;
        options.widest = few_ ? (theme_.languages.second ? 32.0 : 22.0) * theme_.size : 0.0;
        options.filling = Filling::full;
        return text(theme_, words, font, options);
    }

    [[nodiscard]] BlockPtr left_out_remark(const Words& words) const {
        auto options = named("not-drawn", "left-out");
        options.least = 14.0 * theme_.size;
        options.filling = Filling::full;
        return text(theme_, words, theme_.small(), options);
    }

    void add_alone(std::vector<Stack::Item>& items) const {
        if (facts_.alone.empty()) return;
        const auto words = [&](Language language) {
            return share_none.fill(
                language, {names_.list(facts_.alone, language), count(facts_.alone.size())});
        };
        auto options = named("alone", "remark");
        options.least = 14.0 * theme_.size;
        options.filling = Filling::full;
        items.push_back({text(theme_, words, theme_.body(), options), 5.0});
    }

    /// The ties, in whatever room there is.
    /// \param clear  false from when they were drawn with too little
    [[nodiscard]] BlockPtr network(const std::shared_ptr<bool>& clear) const {
        const auto view = std::make_shared<NetworkView>(*this);
        const auto known =
            std::make_shared<std::optional<std::pair<std::pair<double, double>, Ties>>>();
        return drawn({24.0 * theme_.size, 60.0 * theme_.size}, 18.0 * theme_.size,
                     [=](const Rectangle& at, Diagram& page) {
                         const std::pair size{at.width, at.height};
                         if (!*known || (*known)->first != size) {
                             *known = {size, view->ties(at.width, at.height)};
                         }
                         const auto& ties = (*known)->second;
                         *clear = *clear && ties.clear;
                         view->draw_ties(ties, {at.x, at.y}, page);
                     });
    }

    /// Within a rectangle of that size at 0, 0.
    [[nodiscard]] Ties ties(double width, double height) const {
        double sum = 0.0;
        std::size_t most = 1;
        for (const auto d : facts_.sharing) {
            sum += static_cast<double>(facts_.measures[d.value]);
            most = std::max(most, facts_.measures[d.value]);
        }
        const auto unit =
            std::min({1.35 * theme_.size, 4.0 * theme_.size / std::sqrt(static_cast<double>(most)),
                      std::sqrt(circles_share * width * height / (std::numbers::pi * sum))});
        Ties all;
        std::vector<std::size_t> position(facts_.measures.size());
        for (const auto d : facts_.sharing) {
            position[d.value] = all.knots.size();
            auto options = named("department-" + id(d), "department", Align::center);
            options.widest = widest_name * theme_.size;
            const auto label = text(theme_, names_.of(d), theme_.body(true), options);
            Knot knot{std::max(0.75 * theme_.size,
                               unit * std::sqrt(static_cast<double>(facts_.measures[d.value])))};
            const auto wide = std::min(label->widths().natural, widest_name * theme_.size);
            if (!fits_within(label, knot.radius)) {
                knot.label_width = wide;
                knot.label_height = label->height(wide);
            }
            all.knots.push_back(knot);
            all.names.push_back(label);
        }
        const auto step = std::min(unit_width, widest_line / static_cast<double>(facts_.most()));
        for (const auto& pair : facts_.pairs) {
            all.bonds.push_back({position[pair.a.value], position[pair.b.value],
                                 static_cast<double>(pair.shared()),
                                 std::max(0.7, step * static_cast<double>(pair.shared())),
                                 pair.shared() > 1 ? 0.72 * theme_.size : 0.0});
        }
        all.clear = place_ties(all.knots, all.bonds, {0.0, 0.0, width, height});
        return all;
    }

    void draw_ties(Ties ties, Point origin, Diagram& page) const {
        const auto shift = [&](Point& at) { at = {at.x + origin.x, at.y + origin.y}; };
        for (auto& bond : ties.bonds) {
            for (auto& point : bond.points) shift(point);
            shift(bond.number);
        }
        draw_bonds(ties.bonds, page);
        for (std::size_t k = 0; k < ties.knots.size(); ++k) {
            auto& knot = ties.knots[k];
            shift(knot.at);
            knot.label.x += origin.x;
            knot.label.y += origin.y;
            draw_knot(facts_.sharing[k], knot, ties.names[k], page);
        }
    }

    /// Whether a name and the number below it stand within a circle.
    [[nodiscard]] bool fits_within(const BlockPtr& label, double radius) const {
        const auto width = label->widths().natural;
        const auto half = (label->height(width) + 1.2 * theme_.small().size) / 2.0;
        return std::hypot(width / 2.0, 0.8 * half) < 0.95 * radius;
    }

    void draw_bonds(const std::vector<Bond>& bonds, Diagram& page) const {
        for (auto b = bonds.size(); b-- > 0;) {  // the strongest above the others
            const bool chief = b < facts_.chief;
            const auto& pair = facts_.pairs[b];
            page.shapes.emplace_back(Stroke{pair_mark("tie", pair), bonds[b].points,
                                            chief               ? palette::nationwide
                                            : pair.shared() > 1 ? strong_line
                                                                : quiet_line,
                                            bonds[b].width});
        }
        for (std::size_t b = 0; b < bonds.size(); ++b) {
            if (bonds[b].number_radius <= 0.0) continue;
            const bool chief = b < facts_.chief;
            const auto& pair = facts_.pairs[b];
            auto mark = pair_mark("pill", pair);
            const auto color = chief ? palette::nationwide : palette::ink;
            page.shapes.emplace_back(Disc{mark, bonds[b].number, 2.0 * bonds[b].number_radius,
                                          palette::white, chief ? palette::nationwide : strong_line,
                                          0.9});
            mark = pair_mark("number", pair);
            page.shapes.emplace_back(Label{mark, bonds[b].number, Align::center,
                                           count(pair.shared()), theme_.small().size, true, color,
                                           theme_.languages.first});
        }
    }

    void draw_knot(DepartmentIndex d, const Knot& knot, const BlockPtr& label,
                   Diagram& page) const {
        const bool chief = facts_.is_chief(d);
        page.shapes.emplace_back(Disc{{"circle-" + id(d), "circle", told(d)},
                                      knot.at,
                                      2.0 * knot.radius,
                                      chief ? palette::nationwide_tint : palette::white,
                                      chief ? palette::nationwide : palette::ink,
                                      1.3});
        auto y = knot.at.y;
        if (knot.label_width > 0.0) {
            label->draw(knot.label, page);
        } else {
            const auto width = label->widths().natural;
            const auto height = label->height(width);
            const auto all = height + 1.2 * theme_.small().size;
            label->draw({knot.at.x - width / 2.0, y - all / 2.0, width, height}, page);
            y += (all - 1.2 * theme_.small().size) / 2.0;
        }
        page.shapes.emplace_back(Label{{"count-" + id(d), "count", told(d)},
                                       {knot.at.x, y},
                                       Align::center,
                                       count(facts_.measures[d.value]),
                                       theme_.small().size,
                                       false,
                                       chief ? palette::nationwide : palette::secondary,
                                       theme_.languages.first});
    }

    /// The pairs by number of measures, the first ones as bars, all others in words.
    [[nodiscard]] BlockPtr panel() const {
        std::size_t listed = 0;
        for (const auto& pair : facts_.pairs)
            if (pair.shared() > 1) ++listed;
        listed = facts_.before_tie(std::min(listed, most_bars));
        std::vector<Stack::Item> items;
        if (listed > 0) {
            const auto& heading =
                listed == facts_.pairs.size() - facts_.single ? pairs_of_two : most_shared;
            items.push_back({text(theme_, in_every(heading), theme_.body(true),
                                  named("pairs-heading", "heading"))});
            items.push_back({bars(listed), 4.0});
        }
        if (listed < facts_.pairs.size()) {
            const auto rest = facts_.pairs.size() - listed;
            const auto& form =
                listed == facts_.pairs.size() - facts_.single ? other_pairs : more_pairs;
            items.push_back(
                {sentence([&](Language language) { return form.fill(language, {count(rest)}); },
                          "others-heading", theme_.body(true)),
                 1.1 * theme_.size});
            const auto words = [&](Language language) { return others(listed, language); };
            // The circles have the names in both languages.
            const Language language = theme_.languages.first;
            items.push_back(
                {sentence([&](Language) { return words(language); }, "others", theme_.small()),
                 3.0});
        }
        return stack(std::move(items));
    }

    [[nodiscard]] std::string pair_name(const Coresponsibility& pair, Language language) const {
        return dash_pair.fill(language, {names_.of(pair.a, language), names_.of(pair.b, language)});
    }

    [[nodiscard]] BlockPtr bars(std::size_t listed) const {
        Grid grid;
        grid.id = "pairs";
        grid.padding = 0.2 * theme_.size;
        grid.growth = 0.2;
        grid.columns.resize(2);
        BarStyle style;
        style.most = static_cast<double>(facts_.most());
        style.room =
            rich_width(count(facts_.most()), theme_.body(true), theme_.languages.first) + 6.0;
        style.width = 7.0 * theme_.size;
        style.height = 0.95 * theme_.size;
        for (std::size_t p = 0; p < listed; ++p) {
            const auto& pair = facts_.pairs[p];
            const bool chief = p < facts_.chief;
            auto options = named("pair-" + id(pair.a) + '-' + id(pair.b), "pair", Align::right);
            options.least = 9.0 * theme_.size;
            options.widest = 20.0 * theme_.size;
            Font font = theme_.body(chief);
            if (chief) font.color = palette::nationwide;
            grid.add({text(
                          theme_, [&](Language language) { return pair_name(pair, language); },
                          font, options),
                      bar(theme_, style,
                          {{static_cast<double>(pair.shared()),
                            chief ? palette::nationwide : palette::quiet_bar, "", "",
                            pair_mark("bar", pair)}},
                          0.0, count(pair.shared()), pair_mark("shared", pair))});
        }
        return std::make_shared<Grid>(std::move(grid));
    }

    /// "NDRC with CBIRC, PBC; MOF with SASAC": each pair once.
    [[nodiscard]] std::string others(std::size_t listed, Language language) const {
        std::vector<std::vector<DepartmentIndex>> with(facts_.measures.size());
        std::vector<std::size_t> degree(facts_.measures.size());
        for (auto p = listed; p < facts_.pairs.size(); ++p) {
            ++degree[facts_.pairs[p].a.value];
            ++degree[facts_.pairs[p].b.value];
        }
        for (auto p = listed; p < facts_.pairs.size(); ++p) {
            auto [a, b] = std::pair(facts_.pairs[p].a, facts_.pairs[p].b);
            if (degree[b.value] > degree[a.value]) std::swap(a, b);
            with[a.value].push_back(b);
        }
        auto order = facts_.sharing;
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return with[a.value].size() > with[b.value].size();
        });
        std::string text;
        for (const auto d : order) {
            if (with[d.value].empty()) continue;
            if (!text.empty()) text += marks::clause.in(language);
            text += one_with.fill(language,
                                  {names_.of(d, language), names_.list(with[d.value], language)});
        }
        return text;
    }

    /// Departments × departments: the pairs of many ties, nobody left out but beyond the bound.
    [[nodiscard]] BlockPtr table() const {
        auto order = facts_.sharing;
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return facts_.measures[a.value] > facts_.measures[b.value];
        });
        const auto row = (theme_.languages.second ? 2.4 : 1.2) * theme_.size;
        const auto rows_room = std::max(3.0, theme_.height / (1.02 * row) - 2.0);
        const auto columns_room = (theme_.width - heads_width(order)) / least_cell();
        const auto room = std::max(3.0, std::min(rows_room, columns_room));
        const auto shown = std::min({order.size(), most_rows, static_cast<std::size_t>(room)});
        std::vector<DepartmentIndex> left(order.begin() + static_cast<std::ptrdiff_t>(shown),
                                          order.end());
        order.resize(shown);
        order_by_group(order);
        const auto view = std::make_shared<NetworkView>(*this);
        const auto rows = static_cast<double>(shown);
        auto block = drawn({0.9 * theme_.width, theme_.width}, rows * row,
                           [view, order](const Rectangle& at, Diagram& page) {
                               view->draw_table(order, at, page);
                           });
        if (left.empty()) return block;
        const auto words = [&](Language language) {
            return not_drawn.fill(language,
                                  {count(left.size()), count(shown), names_.list(left, language)});
        };
        return stack({{block, 0.0, true}, {left_out_remark(words), 5.0}});
    }

    /// The room of the names and numbers before the cells.
    [[nodiscard]] double heads_width(const std::vector<DepartmentIndex>& order) const {
        double widest = 0.0;
        for (const auto d : order) widest = std::max(widest, head(d)->widths().natural);
        return widest + rich_width("0000", theme_.body(), theme_.languages.first) + 6.0;
    }

    [[nodiscard]] BlockPtr head(DepartmentIndex d) const {
        Font font = theme_.body(facts_.is_chief(d));
        if (facts_.is_chief(d)) font.color = palette::nationwide;
        return text(theme_, names_.of(d), font,
                    named("department-" + id(d), "department", Align::right));
    }

    /// As wide as the smallest number in a cell is.
    [[nodiscard]] double least_cell() const {
        return text_width(count(facts_.most()), {readable_text, false, theme_.languages.first}) +
               2.0;
    }

    /// Groups by their largest department, which come first in their group.
    void order_by_group(std::vector<DepartmentIndex>& order) const {
        std::vector<std::size_t> rank(facts_.measures.size() + 1, order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            auto& first = rank[facts_.groups[order[i].value]];
            first = std::min(first, i);
        }
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return rank[facts_.groups[a.value]] < rank[facts_.groups[b.value]];
        });
    }

    void draw_table(const std::vector<DepartmentIndex>& order, const Rectangle& at,
                    Diagram& page) const;

    const Dataset& dataset_;
    const NetworkFacts& facts_;
    Theme theme_;
    bool few_;
    Names names_;
};

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

void NetworkView::draw_table(const std::vector<DepartmentIndex>& order, const Rectangle& at,
                             Diagram& page) const {
    const auto language = theme_.languages.first;
    const auto most = (theme_.languages.second ? 2.6 : 1.9) * theme_.size;
    const auto side = std::min(at.height / static_cast<double>(order.size()), most);
    const auto heads = heads_width(order);
    const auto left = at.x + heads;
    const auto wide = std::min(side, (at.width - heads) / static_cast<double>(order.size()));
    const auto number_size =
        std::clamp(theme_.small().size *
                       std::min(0.62 * side / theme_.small().size,
                                (wide - 2.0) / text_width(count(facts_.most()),
                                                          {theme_.small().size, false, language})),
                   readable_text, theme_.small().size);
    std::vector<BlockPtr> labels;
    double widest = 0.0;
    for (const auto d : order) {
        labels.push_back(head(d));
        widest = std::max(widest, labels.back()->widths().natural);
    }
    const auto listed = facts_.before_tie(most_bars / 2);
    const auto panel_block = bars(listed);
    const auto panel_width = panel_block->widths().natural;
    const auto panel_height = panel_block->height(panel_width) + 1.6 * theme_.size;
    // The corner that the triangle leaves free, if the bars fit there.
    const auto panel_left = at.right() - panel_width;
    const auto reach = left + wide * std::ceil(panel_height / side) + widest + 8.0;
    const bool beside = listed > 0 && panel_left > reach && panel_height < at.height;
    std::vector<std::size_t> place(facts_.measures.size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i].value] = i;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto y = at.y + side * static_cast<double>(i);
        const Rectangle name{at.x, y, widest, side};
        labels[i]->draw(name, page);
        page.shapes.emplace_back(Label{{"count-" + id(order[i]), "count", told(order[i])},
                                       {left - 6.0, y + side / 2.0},
                                       Align::right,
                                       count(facts_.measures[order[i].value]),
                                       theme_.body().size,
                                       false,
                                       palette::secondary,
                                       language});
        if (i > 0 && facts_.groups[order[i].value] != facts_.groups[order[i - 1].value]) {
            add_line(page, {"group-" + id(order[i]), "rule"}, {at.x, y - 0.4},
                     {left - 4.0, y - 0.4}, palette::rule, 0.7);
        }
        // The name again where its column begins.
        const auto x = left + wide * static_cast<double>(i) + 4.0;
        const auto again = names_.of(order[i], language);
        const auto width = rich_width(again, theme_.small(), language);
        const auto limit = beside && y < at.y + panel_height ? panel_left : at.right();
        if (i + 1 < order.size() && x + width < limit) {
            page.shapes.emplace_back(Label{{"column-" + id(order[i]), "column"},
                                           {x, y + side / 2.0},
                                           Align::left,
                                           again,
                                           theme_.small().size,
                                           false,
                                           palette::muted,
                                           language});
        }
    }
    for (const auto& pair : facts_.pairs) {
        const auto [low, high] = std::minmax(place[pair.a.value], place[pair.b.value]);
        if (high == order.size()) continue;
        const Rectangle cell{left + wide * static_cast<double>(low),
                             at.y + side * static_cast<double>(high), wide - 0.8, side - 0.8};
        const auto share = static_cast<double>(pair.shared()) / static_cast<double>(facts_.most());
        page.shapes.emplace_back(Area{pair_mark("cell", pair), cell, shade(share)});
        page.shapes.emplace_back(Label{pair_mark("number", pair), cell.middle(), Align::center,
                                       count(pair.shared()), number_size, false,
                                       share > 0.55 ? palette::white : palette::ink, language});
    }
    if (!beside) return;
    const auto heading =
        text(theme_, in_every(most_shared), theme_.body(true), named("pairs-heading", "heading"));
    heading->draw({panel_left, at.y, panel_width, 1.4 * theme_.size}, page);
    panel_block->draw(
        {panel_left, at.y + 1.6 * theme_.size, panel_width, panel_height - 1.6 * theme_.size},
        page);
}

}  // namespace
}  // namespace drawing

Picture network_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = network_facts(dataset);
    const auto words = [&](bool circles) {
        return frame_text(dataset, options, network_headline(dataset, facts, circles));
    };
    if (facts.pairs.empty()) return nothing_drawn(words(true), options, in_every(nothing));
    const auto bound =
        page_bound(dataset.measures().size(), "the picture 'groups' or the table 'remit pairs'");
    const auto draw = [&](bool circles) {
        const auto view = [&](const Theme& theme) {
            const auto height = options.page == PageFormat::fit
                                    ? std::nullopt
                                    : std::optional<double>(theme.height);
            return NetworkView(dataset, facts, theme, circles).block(height);
        };
        return paged(options.page, words(circles), options.languages, view, bound);
    };
    if (facts.pairs.size() <= most_ties) {
        try {
            return draw(true);
        } catch (const PictureRefusal&) {  // the names have no room beside their circles
        }
    }
    return draw(false);
}

}  // namespace remit
