#include "network_layout.hpp"

#include "graph_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <tuple>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double unit_radius = 18.0;  // of a department with one measure
constexpr double largest_radius = 56.0;
constexpr double circles_share = 0.18;  // of the area, at most
constexpr double smallest_radius = 3.0;
constexpr double thinnest_frame = 1.0;
constexpr double widest_frame = 4.5;
constexpr double frame_step = 0.8;  // for a measure that it leads or that names it first
constexpr double strip_gap = 14.0;
constexpr std::size_t most_strip_rows = 2;
constexpr std::size_t many_ties = 45;  // for which one way to place them has to do
constexpr double widest_gap = 40.0;    // between circles
constexpr double first_line = 1.2;     // the line of a pair with the least
constexpr double widest_line = 9.0;
constexpr double line_step = 1.6;

constexpr Phrase alone{"network-layout.alone"};

/// Cuts the area into one part for each weight, by halves of about equal weight.
void split(const Rectangle& area, std::size_t first, const std::vector<double>& weights,
           std::size_t last, std::vector<Rectangle>& parts) {
    if (last - first == 1) {
        parts[first] = area;
        return;
    }
    const auto begin = weights.begin();
    const auto from = begin + static_cast<std::ptrdiff_t>(first);
    const auto total = std::accumulate(from, begin + static_cast<std::ptrdiff_t>(last), 0.0);
    auto middle = first + 1;
    auto left = weights[first];
    while (middle + 1 < last && left + weights[middle] <= total / 2.0) left += weights[middle++];
    const auto share = left / total;
    auto one = area;
    auto other = area;
    if (area.width > area.height) {
        one.width = area.width * share;
        other.x += one.width;
        other.width -= one.width;
    } else {
        one.height = area.height * share;
        other.y += one.height;
        other.height -= one.height;
    }
    split(one, first, weights, middle, parts);
    split(other, middle, weights, last, parts);
}

class Placer {
 public:
    Placer(const NetworkContent& content, const NetworkChoice& choice, const Rectangle& area,
           double evenness)
        : content_(content), choice_(choice), area_(area), evenness_(evenness) {}

    NetworkLayout place() {
        choose_radius();
        place_strip();
        add_nodes();
        add_ties();
        place_nodes();
        route(layout_, area_);
        return std::move(layout_);
    }

 private:
    void choose_radius() {
        double sum = 0.0;
        double most = 1.0;
        const auto count = [&](DepartmentIndex d) {
            const auto measures = static_cast<double>(content_.departments[d.value].measures);
            sum += measures;
            most = std::max(most, measures);
        };
        for (const auto d : choice_.drawn) count(d);
        for (const auto d : content_.isolated) count(d);
        const auto room = circles_share * area_.width * area_.height;
        radius_ = std::min({unit_radius, largest_radius / std::sqrt(most),
                            std::sqrt(room / (std::numbers::pi * std::max(1.0, sum)))});
    }

    [[nodiscard]] NetworkNode node_of(DepartmentIndex department) const {
        NetworkNode node{department};
        const auto measures = static_cast<double>(content_.departments[department.value].measures);
        const auto diameter = std::round(2.0 * radius_ * std::sqrt(measures));
        node.radius = std::max(smallest_radius, diameter / 2.0);
        const auto leading = static_cast<double>(content_.departments[department.value].leading);
        const auto step =
            std::min(frame_step, (widest_frame - thinnest_frame) /
                                     std::max(1.0, static_cast<double>(content_.most_leading)));
        node.frame_width =
            std::min(thinnest_frame + step * leading, std::max(thinnest_frame, node.radius / 4.0));

        label_node(content_, node);
        return node;
    }

    /// The isolated ones in rows from `left` on; as many as fit.
    [[nodiscard]] std::vector<std::vector<NetworkNode>> strip_rows(double left) {
        std::vector<std::vector<NetworkNode>> rows(1);
        double x = left;
        for (const auto& d : content_.isolated) {
            auto node = node_of(d);
            const auto& label = node.beside.front();
            const auto width = 2.0 * node.reach() + 6.0 + label.width + strip_gap;
            if (x + width > area_.x + area_.width && x > left) {
                x = left;
                if (rows.size() == most_strip_rows) {
                    layout_.strip_left_out =
                        content_.isolated.size() -
                        static_cast<std::size_t>(&d - content_.isolated.data());
                    break;
                }
                rows.emplace_back();
            }
            node.at.x = x + node.reach() + 2.0;
            rows.back().push_back(std::move(node));
            x += width;
        }
        return rows;
    }

    /// The isolated ones stand in rows at the bottom, their names to the right of them.
    void place_strip() {
        if (content_.isolated.empty()) return;
        const auto language = content_.languages.first;
        const TextStyle style{body_size, false, palette::secondary};
        layout_.strip_title = wrap(phrase(content_.languages, alone), 100.0,
                                   {static_cast<double>(body_size), false, language});
        const auto title_width = lines_width(layout_.strip_title, style, language) + 2.0;
        const auto title_height = lines_height(layout_.strip_title.size(), body_size);
        auto rows = strip_rows(area_.x + title_width + strip_gap);
        std::vector<double> heights;
        for (const auto& row : rows) {
            double height = 0.0;
            for (const auto& node : row) {
                height = std::max({height, 2.0 * node.reach() + 2.0, node.beside.front().height});
            }
            heights.push_back(std::ceil(height) + 4.0);
        }
        heights.front() = std::max(heights.front(), static_cast<double>(title_height));
        double y = area_.y + area_.height - std::accumulate(heights.begin(), heights.end(), 0.0);
        area_.height = y - strip_gap - area_.y;
        layout_.strip_heading = {area_.x, y + heights.front() / 2.0 - title_height / 2.0,
                                 title_width, static_cast<double>(title_height)};
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (auto& node : rows[row]) {
                node.at.y = y + heights[row] / 2.0;
                const auto& label = node.beside.front();
                node.label = {node.at.x + node.reach() + 3.0, node.at.y - label.height / 2.0,
                              label.width, label.height};
                layout_.strip.push_back(std::move(node));
            }
            y += heights[row];
        }
    }

    void add_nodes() {
        node_of_department_.resize(content_.departments.size());
        for (const auto d : choice_.drawn) {
            node_of_department_[d.value] = layout_.nodes.size();
            layout_.nodes.push_back(node_of(d));
        }
    }

    void add_ties() {
        const auto most =
            static_cast<double>(content_.pairs.empty() ? 1 : content_.pairs.front().shared());
        const auto least = static_cast<double>(choice_.least);
        const auto step =
            std::min(line_step, (widest_line - first_line) / std::max(1.0, most - least));
        for (std::size_t p = 0; p < choice_.pairs; ++p) {
            const auto& pair = content_.pairs[p];
            const auto above = static_cast<double>(pair.shared()) - least;
            NetworkTie tie{p, node_of_department_[pair.a.value], node_of_department_[pair.b.value]};
            tie.width = above > 0.0 ? first_line + 0.6 + above * step : joining_width;
            tie.numbered = above > 0.0;
            const TextMeasure bold{static_cast<double>(body_size), true, content_.languages.first};
            const auto half = text_width(std::to_string(pair.shared()), bold) / 2.0;
            tie.number_radius = std::ceil(std::hypot(half, 0.4 * body_size)) + 1.5;
            layout_.ties.push_back(tie);
        }
    }

    void place_nodes() {
        std::vector<Spring> springs;
        for (const auto& tie : layout_.ties) {
            const auto shared = static_cast<double>(content_.pairs[tie.pair].shared());
            springs.push_back({tie.a, tie.b, 1.15 + 1.25 / shared, shared});
        }
        auto parts = connected_parts(layout_.nodes.size(), springs);
        std::stable_sort(parts.begin(), parts.end(),
                         [&](const auto& a, const auto& b) { return weight_of(a) > weight_of(b); });
        std::vector<double> weights;
        for (const auto& part : parts) weights.push_back(weight_of(part));
        std::vector<Rectangle> areas(parts.size());
        if (!parts.empty()) split(area_, 0, weights, parts.size(), areas);
        std::vector<Circle> circles(layout_.nodes.size());
        for (std::size_t p = 0; p < parts.size(); ++p) {
            place_part(parts[p], springs, areas[p], circles);
        }
        std::vector<Tie> ties;
        for (const auto& tie : layout_.ties) {
            ties.push_back({tie.a, tie.b, static_cast<double>(content_.pairs[tie.pair].shared()),
                            tie.numbered});
        }
        const auto gap = std::min(
            widest_gap,
            0.28 * std::sqrt(area_.width * area_.height / static_cast<double>(circles.size() + 1)));
        push_apart(circles, gap);
        refine(circles, ties, gap);
        fill_areas(circles);
        for (std::size_t i = 0; i < circles.size(); ++i) {
            layout_.nodes[i].at = {std::round(circles[i].at.x * 2.0) / 2.0,
                                   std::round(circles[i].at.y * 2.0) / 2.0};
        }
    }

    [[nodiscard]] double weight_of(const std::vector<std::size_t>& part) const {
        double sum = 0.0;
        for (const auto v : part) {
            const auto side = layout_.nodes[v].reach() + 20.0;
            sum += side * side;
        }
        return sum;
    }

    void place_part(const std::vector<std::size_t>& part, const std::vector<Spring>& springs,
                    const Rectangle& area, std::vector<Circle>& circles) const {
        std::vector<std::size_t> position(layout_.nodes.size(), part.size());
        std::vector<double> margins;
        std::size_t chief = 0;
        for (std::size_t i = 0; i < part.size(); ++i) {
            position[part[i]] = i;
            margins.push_back(layout_.nodes[part[i]].reach() + 1.0);
            if (layout_.nodes[part[i]].radius > layout_.nodes[part[chief]].radius) chief = i;
        }
        std::vector<Spring> own;
        for (auto spring : springs) {
            if (position[spring.a] == part.size()) continue;
            spring.a = position[spring.a];
            spring.b = position[spring.b];
            own.push_back(spring);
        }
        auto points = spring_layout(part.size(), own);
        turn_to_axis(points, chief);
        if (area.height > area.width) {
            for (auto& point : points) std::swap(point.x, point.y);
        }
        stretch(points, margins, area, evenness_);
        for (std::size_t i = 0; i < part.size(); ++i) {
            const auto& node = layout_.nodes[part[i]];
            circles[part[i]] = {points[i], node.reach(),
                                node.beside.empty() ? 0.0 : node.beside.front().height, area};
        }
    }

    const NetworkContent& content_;
    const NetworkChoice& choice_;
    Rectangle area_;
    double evenness_;
    double radius_ = 1.0;
    std::vector<std::size_t> node_of_department_;
    NetworkLayout layout_;
};

}  // namespace

NetworkLayout place_network(const NetworkContent& content, const NetworkChoice& choice,
                            const Rectangle& area) {
    NetworkLayout best;
    for (const auto evenness : {0.45, 0.25, 0.65}) {
        if (!best.nodes.empty() && choice.pairs > many_ties) break;
        auto layout = Placer(content, choice, area, evenness).place();
        const auto rank = [](const NetworkLayout& each) {
            return std::tuple(each.overlaps, each.blemishes, each.cost);
        };
        if (best.nodes.empty() || rank(layout) < rank(best)) best = std::move(layout);
    }
    return best;
}

}  // namespace remit::drawing
