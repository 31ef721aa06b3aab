#include "curves.hpp"

#include "../captions.hpp"
#include "../headline.hpp"
#include "axes.hpp"
#include "free_room.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr Phrase most_first{"robustness-picture.most-first"};
constexpr Phrase least_first{"robustness-picture.least-first"};
constexpr Phrase any_order{"robustness-picture.any-order"};
constexpr Phrase area{"robustness-picture.area"};
constexpr Phrase left_after{"robustness-picture.gone"};
constexpr Phrase left_on_average{"robustness-picture.gone-mean"};

constexpr double least_width = 26.0;  // in sizes of text, as is what follows
constexpr double usual_width = 60.0;
constexpr double least_height = 19.0;
constexpr double spacing = 4.0;                      // points, of those that stand for a line
constexpr double dots_from = 0.8;                    // of a step
constexpr std::array label_widths{0.5, 0.36, 0.26};  // of the plot
constexpr const char* quiet = palette::muted;

/// What a curve looks like and is called.
struct Curve {
    const ExtinctionCurve& values;
    std::string id;
    Phrase name;
    HexColor color;
    double width = 1.0;
    bool filled = true;
};

class Curves {
 public:
    Curves(const Theme& theme, const RobustnessFacts& facts)
        : theme_(theme), facts_(facts), axes_(theme, facts) {
        if (!facts.one_order) {
            curves_.push_back({facts.least_first, "least-first", least_first, quiet, 1.3, false});
        }
        curves_.push_back({facts.most_first, "most-first", facts.one_order ? any_order : most_first,
                           palette::nationwide, 2.4, true});
        for (const auto& curve : curves_) labels_.push_back(label(curve));
    }

    [[nodiscard]] double height() const {
        return axes_.above() + least_height * theme_.size + axes_.below();
    }

    void draw(const Rectangle& at, Diagram& page) const {
        const auto plot = axes_.plot(at);
        axes_.draw(at, page);
        draw_fall(plot, page);
        for (const auto& curve : curves_) draw_curve(curve, plot, page);
        draw_ring(plot, page);
        draw_labels({at.x, at.y, at.width, plot.bottom() - at.y}, plot, page);
    }

 private:
    [[nodiscard]] double step(const Rectangle& plot) const {
        return plot.width / static_cast<double>(facts_.departments);
    }
    [[nodiscard]] Point at(const Rectangle& plot, const ExtinctionCurve& curve,
                           std::size_t gone) const {
        return {plot.x + step(plot) * static_cast<double>(gone),
                plot.bottom() - plot.height * curve.left[gone]};
    }
    [[nodiscard]] std::vector<Point> points(const Rectangle& plot,
                                            const ExtinctionCurve& curve) const {
        std::vector<Point> all;
        for (std::size_t i = 0; i <= facts_.departments; ++i) all.push_back(at(plot, curve, i));
        return all;
    }

    /// "5 gone: 6 of 16 left".
    [[nodiscard]] std::string told(const ExtinctionCurve& curve, std::size_t so_many,
                                   Language language) const {
        const auto left = facts_.left(curve, so_many);
        const bool whole = left == std::floor(left);
        const bool exact =
            (&curve == &facts_.least_first ? facts_.least_exact : facts_.most_exact)[so_many];
        return (exact ? left_after : left_on_average)
            .fill(language,
                  {count(so_many), whole ? count(static_cast<std::size_t>(left)) : at_most(left, 1),
                   count(facts_.counted)});
    }

    [[nodiscard]] Point marked(const Rectangle& plot) const {
        return at(plot, facts_.most_first, facts_.marked);
    }

    /// From the mark to the number of departments.
    void draw_fall(const Rectangle& plot, Diagram& page) const {
        if (facts_.marked == 0) return;
        const auto point = marked(plot);
        add_line(page, {"half-gone", "half"}, point, {point.x, plot.bottom()}, palette::nationwide,
                 1.0, true);
    }

    void draw_ring(const Rectangle& plot, Diagram& page) const {
        if (facts_.marked == 0) return;
        page.shapes.emplace_back(Disc{
            {"half-point", "half", told(facts_.most_first, facts_.marked, theme_.languages.first)},
            marked(plot),
            0.9 * theme_.size,
            palette::white,
            palette::nationwide,
            2.4});
    }

    void draw_curve(const Curve& curve, const Rectangle& plot, Diagram& page) const {
        const auto all = points(plot, curve.values);
        const auto language = theme_.languages.first;
        for (std::size_t i = 1; i < all.size(); ++i) {
            add_line(page, {curve.id + '-' + count(i), "curve", told(curve.values, i, language)},
                     all[i - 1], all[i], curve.color, curve.width);
        }
        if (step(plot) < dots_from * theme_.size) return;
        const auto diameter = 0.45 * theme_.size;
        for (std::size_t i = 0; i < all.size(); ++i) {
            page.shapes.emplace_back(
                Disc{{curve.id + "-point-" + count(i), "point", told(curve.values, i, language)},
                     all[i],
                     diameter,
                     curve.filled ? curve.color : HexColor(palette::white),
                     curve.color,
                     1.2});
        }
    }

    /// The name of a curve, and its area.
    [[nodiscard]] BlockPtr label(const Curve& curve) const {
        const bool leading = curve.filled;
        const HexColor color = leading ? curve.color : HexColor(palette::secondary);
        TextOptions options;
        options.mark = {"name-" + curve.id, "curve-name"};
        const auto name = text(theme_, in_every(curve.name), {theme_.size, true, color}, options);
        options.mark = {"area-" + curve.id, "area"};
        const auto robustness = curve.values.robustness.value_or(0.0);
        const auto say = [robustness](Language language) {
            return area.fill(language, {fixed(robustness, 3), whole_percent(robustness)});
        };
        return stack({{name}, {text(theme_, say, {theme_.small().size, false, color}, options)}});
    }

    /// Sizes that a label may have: on lines that are long, and on shorter ones.
    [[nodiscard]] static std::vector<Size> label_sizes(const Block& block, double room) {
        std::vector<Size> sizes;
        for (const auto share : label_widths) {
            auto high = std::min(block.widths().natural, share * room);
            const auto height = block.height(high);
            double low = 0.0;
            for (int step = 0; step < 12; ++step) {  // no wider than its lines
                const auto middle = (low + high) / 2.0;
                (block.height(middle) > height ? low : high) = middle;
            }
            if (sizes.empty() || high < sizes.back().width - 1.0) sizes.push_back({high, height});
        }
        return sizes;
    }

    /// What is written into the plot, and what it is of.
    struct Written {
        BlockPtr block;
        std::vector<Point> own;
        Rectangle at = {};
    };

    [[nodiscard]] std::vector<Written> written(const Rectangle& plot) const {
        std::vector<Written> all;
        if (facts_.marked > 0) {
            TextOptions options;
            options.mark = {"half-label", "half"};
            const auto say = [this](Language language) {
                return told(facts_.most_first, facts_.marked, language);
            };
            all.push_back({text(theme_, say, {theme_.size, true, palette::nationwide}, options),
                           {marked(plot)}});
        }
        for (std::size_t i = 0; i < curves_.size(); ++i) {
            all.push_back({labels_[i], own_points(plot, i)});
        }
        return all;
    }

    /// Close points of a curve, where it can be told from the other one.
    [[nodiscard]] std::vector<Point> own_points(const Rectangle& plot, std::size_t curve) const {
        auto own = close_points(points(plot, curves_[curve].values), spacing);
        if (curves_.size() < 2) return own;
        const auto other = close_points(points(plot, curves_[1 - curve].values), spacing);
        auto alone = own;
        std::erase_if(alone, [&](const Point& point) {
            return std::any_of(other.begin(), other.end(), [&](const Point& each) {
                return std::hypot(point.x - each.x, point.y - each.y) < theme_.size;
            });
        });
        return alone.empty() ? own : alone;
    }

    /// Writes what is written where there is most room for all of it: the curves' names in the one
    /// order or the other.
    void draw_labels(const Rectangle& room, const Rectangle& plot, Diagram& page) const {
        std::vector<std::vector<Point>> lines;
        for (const auto& curve : curves_) lines.push_back(points(plot, curve.values));
        if (facts_.marked > 0) {
            const auto point = marked(plot);
            lines.push_back({point, {point.x, plot.bottom()}});
        }
        FreeRoom empty({plot.x, room.y, plot.width, plot.bottom() - room.y - 0.3 * theme_.size},
                       plot, lines, 0.5 * theme_.size);
        empty.take(axes_.head(room));
        auto all = written(plot);
        const auto place = [&] {
            auto free = empty;
            for (auto& each : all)
                each.at = free.place(label_sizes(*each.block, plot.width), each.own);
            return free.badness();
        };
        const auto first = place();
        if (curves_.size() == 2) {
            std::swap(all[all.size() - 1], all[all.size() - 2]);
            if (place() > first) {
                std::swap(all[all.size() - 1], all[all.size() - 2]);
                (void)place();
            }
        }
        for (const auto& each : all) {
            draw_leader(each.at, each.own, page);
            each.block->draw(each.at, page);
        }
    }

    /// A thin line to what a label is of, where that is not beside it.
    void draw_leader(const Rectangle& box, std::span<const Point> own, Diagram& page) const {
        const auto nearest = *std::min_element(
            own.begin(), own.end(),
            [&](const Point& a, const Point& b) { return distance(box, a) < distance(box, b); });
        if (distance(box, nearest) < 2.0 * theme_.size) return;
        const Point from{std::clamp(nearest.x, box.x, box.right()),
                         std::clamp(nearest.y, box.y, box.bottom())};
        add_line(page, {numbered("leader", page), "leader"}, from, nearest, palette::muted, 0.7);
    }

    Theme theme_;
    const RobustnessFacts& facts_;
    Axes axes_;
    std::vector<Curve> curves_;
    std::vector<BlockPtr> labels_;
};

}  // namespace

BlockPtr curves_block(const Theme& theme, const RobustnessFacts& facts) {
    const auto curves = std::make_shared<const Curves>(theme, facts);
    return drawn({least_width * theme.size, usual_width * theme.size}, curves->height(),
                 [curves](const Rectangle& at, Diagram& page) { curves->draw(at, page); });
}

}  // namespace remit::drawing
