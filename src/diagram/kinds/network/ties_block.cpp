#include "ties_block.hpp"

#include "../../order/ties.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace remit::drawing {
namespace {

constexpr double unit_width = 2.2;  // of a line, for a shared measure
constexpr double widest_line = 13.0;
constexpr double circles_share = 0.16;  // of the area
constexpr const char* quiet_line = "#B4B8BC";
constexpr const char* strong_line = "#8F959B";

/// Circles, and the lines between them.
struct Ties {
    std::vector<Knot> knots;
    std::vector<BlockPtr> names;
    std::vector<Bond> bonds;
    bool clear = true;  ///< Whether no name stands on anything else.
};

class TiesView {
 public:
    explicit TiesView(NetworkParts parts) : parts_(std::move(parts)) {}

    /// Within a rectangle of that size at 0, 0.
    [[nodiscard]] Ties ties(double width, double height) const {
        double sum = 0.0;
        std::size_t most = 1;
        for (const auto d : parts_.facts.sharing) {
            sum += static_cast<double>(parts_.facts.measures[d.value]);
            most = std::max(most, parts_.facts.measures[d.value]);
        }
        const auto unit =
            std::min({1.35 * parts_.theme.size,
                      4.0 * parts_.theme.size / std::sqrt(static_cast<double>(most)),
                      std::sqrt(circles_share * width * height / (std::numbers::pi * sum))});
        Ties all;
        std::vector<std::size_t> position(parts_.facts.measures.size());
        for (const auto d : parts_.facts.sharing) {
            position[d.value] = all.knots.size();
            auto options =
                named("department-" + parts_.id(d), "department" + parts_.word(d), Align::center);
            options.widest = widest_name * parts_.theme.size;
            const auto label =
                text(parts_.theme, parts_.names.of(d), parts_.theme.body(true), options);
            Knot knot{
                std::max(0.75 * parts_.theme.size,
                         unit * std::sqrt(static_cast<double>(parts_.facts.measures[d.value])))};
            const auto wide = std::min(label->widths().natural, widest_name * parts_.theme.size);
            if (!fits_within(label, knot.radius)) {
                knot.label_width = wide;
                knot.label_height = label->height(wide);
            }
            all.knots.push_back(knot);
            all.names.push_back(label);
        }
        const auto step =
            std::min(unit_width, widest_line / static_cast<double>(parts_.facts.most()));
        for (const auto& pair : parts_.facts.pairs) {
            all.bonds.push_back({position[pair.a.value], position[pair.b.value],
                                 static_cast<double>(pair.shared()),
                                 std::max(0.7, step * static_cast<double>(pair.shared())),
                                 pair.shared() > 1 ? 0.72 * parts_.theme.size : 0.0});
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
            draw_knot(parts_.facts.sharing[k], knot, ties.names[k], page);
        }
    }

    /// Whether a name and the number below it stand within a circle.
    [[nodiscard]] bool fits_within(const BlockPtr& label, double radius) const {
        const auto width = label->widths().natural;
        const auto half = (label->height(width) + 1.2 * parts_.theme.small().size) / 2.0;
        return std::hypot(width / 2.0, 0.8 * half) < 0.95 * radius;
    }

    void draw_bonds(const std::vector<Bond>& bonds, Diagram& page) const {
        for (auto b = bonds.size(); b-- > 0;) {  // the strongest above the others
            const bool chief = b < parts_.facts.chief;
            const auto& pair = parts_.facts.pairs[b];
            page.shapes.emplace_back(Stroke{parts_.pair_mark("tie", pair), bonds[b].points,
                                            chief               ? palette::nationwide
                                            : pair.shared() > 1 ? strong_line
                                                                : quiet_line,
                                            bonds[b].width});
        }
        for (std::size_t b = 0; b < bonds.size(); ++b) {
            if (bonds[b].number_radius <= 0.0) continue;
            const bool chief = b < parts_.facts.chief;
            const auto& pair = parts_.facts.pairs[b];
            auto mark = parts_.pair_mark("pill", pair);
            const auto color = chief ? palette::nationwide : palette::ink;
            page.shapes.emplace_back(Disc{mark, bonds[b].number, 2.0 * bonds[b].number_radius,
                                          palette::white, chief ? palette::nationwide : strong_line,
                                          0.9});
            mark = parts_.pair_mark("number", pair);
            page.shapes.emplace_back(Label{mark, bonds[b].number, Align::center,
                                           count(pair.shared()), parts_.theme.small().size, true,
                                           color, parts_.theme.languages.first});
        }
    }

    void draw_knot(DepartmentIndex d, const Knot& knot, const BlockPtr& label,
                   Diagram& page) const {
        const bool chief = parts_.facts.is_chief(d);
        page.shapes.emplace_back(
            Disc{{"circle-" + parts_.id(d), "circle" + parts_.word(d), parts_.told(d)},
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
            const auto all = height + 1.2 * parts_.theme.small().size;
            label->draw({knot.at.x - width / 2.0, y - all / 2.0, width, height}, page);
            y += (all - 1.2 * parts_.theme.small().size) / 2.0;
        }
        page.shapes.emplace_back(
            Label{{"count-" + parts_.id(d), "count" + parts_.word(d), parts_.told(d)},
                  {knot.at.x, y},
                  Align::center,
                  count(parts_.facts.measures[d.value]),
                  parts_.theme.small().size,
                  false,
                  chief ? palette::nationwide : palette::secondary,
                  parts_.theme.languages.first});
    }

 private:
    NetworkParts parts_;
};

}  // namespace

BlockPtr ties_block(const NetworkParts& parts, const std::shared_ptr<bool>& clear, double growth) {
    const auto view = std::make_shared<const TiesView>(parts);
    const auto known =
        std::make_shared<std::optional<std::pair<std::pair<double, double>, Ties>>>();
    const auto unit = growth * parts.theme.size;
    return drawn({24.0 * unit, 60.0 * unit}, 18.0 * unit, [=](const Rectangle& at, Diagram& page) {
        const std::pair size{at.width, at.height};
        if (!*known || (*known)->first != size) *known = {size, view->ties(at.width, at.height)};
        const auto& ties = (*known)->second;
        *clear = *clear && ties.clear;
        view->draw_ties(ties, {at.x, at.y}, page);
    });
}

}  // namespace remit::drawing
