#include "geometry.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <stdexcept>

namespace remit::test {
namespace {

constexpr double tolerance = 0.51;  // cells are whole units, centers are not

class Faults {
 public:
    template <class... Parts>
    void add(const Parts&... parts) {
        std::ostringstream text;
        (text << ... << parts);
        texts_.push_back(text.str());
    }
    [[nodiscard]] std::vector<std::string> take() { return std::move(texts_); }

 private:
    std::vector<std::string> texts_;
};

void check_cell(const Box& box, const BoxCell& cell, const Diagram& page, Faults& faults) {
    if (cell.width < 1 || cell.height < 1) {
        faults.add(box.id, ": a cell of ", cell.width, " by ", cell.height);
    }
    double height = 0.0;
    for (const auto& line : cell.lines) {
        if (line.text.empty()) continue;
        const TextMeasure measure{static_cast<double>(line.style.size), line.style.bold,
                                  page.language};
        const auto width = text_width(line.text, measure);
        if (width > cell.width + tolerance) {
            faults.add(box.id, ": '", line.text, "' is ", width, " wide in a cell of ", cell.width);
        }
        height += 1.2 * line.style.size;
        if (line.style.size * page.scale < readable_text) {
            faults.add(box.id, ": '", line.text, "' is ", line.style.size * page.scale,
                       " points high");
        }
    }
    if (height > cell.height + 1.0) {  // Graphviz counts whole units too
        faults.add(box.id, ": lines of ", height, " in a cell of ", cell.height);
    }
}

/// The lines stand in the middle of a circle: the corners of each must lie within.
void check_circle(const Box& box, const Diagram& page, Faults& faults) {
    std::vector<const TextLine*> lines;
    double height = 0.0;
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            for (const auto& line : cell.lines) {
                lines.push_back(&line);
                height += 1.2 * line.style.size;
            }
        }
    }
    const auto radius = box.diameter / 2.0;
    auto y = -height / 2.0;
    for (const auto* line : lines) {
        const TextMeasure measure{static_cast<double>(line->style.size), line->style.bold,
                                  page.language};
        const auto half = text_width(line->text, measure) / 2.0;
        const auto letters = 0.4 * line->style.size;  // half of their height
        y += 0.6 * line->style.size;
        const auto farthest = std::hypot(half, std::abs(y) + letters);
        y += 0.6 * line->style.size;
        if (farthest > radius + tolerance) {
            faults.add(box.id, ": '", line->text, "' leaves its circle by ", farthest - radius);
        }
    }
}

void check_box(const Box& box, const Diagram& page, Faults& faults) {
    const auto at = edges(box);
    if (!std::isfinite(at.left + at.top)) faults.add(box.id, " has no place");
    if (at.left < -0.01 || at.top < -0.01 || at.right > page.width + 0.01 ||
        at.bottom > page.height + 0.01) {
        faults.add(box.id, " leaves the page: ", at.left, ' ', at.top, ' ', at.right, ' ',
                   at.bottom, " of ", page.width, ' ', page.height);
    }
    for (const auto& row : box.rows) {
        for (const auto& cell : row) check_cell(box, cell, page, faults);
    }
    if (box.diameter > 0) check_circle(box, page, faults);
}

bool overlap(const Box& a, const Box& b) {
    if (a.diameter > 0 && b.diameter > 0) {
        const auto apart = std::hypot(a.center.x - b.center.x, a.center.y - b.center.y);
        return apart < (a.width() + b.width()) / 2.0 - tolerance;
    }
    const auto one = edges(a);
    const auto other = edges(b);
    return one.right > other.left + tolerance && other.right > one.left + tolerance &&
           one.bottom > other.top + tolerance && other.bottom > one.top + tolerance;
}

}  // namespace

Edges edges(const Box& box) {
    return {box.center.x - box.width() / 2.0, box.center.x + box.width() / 2.0,
            box.center.y - box.height() / 2.0, box.center.y + box.height() / 2.0};
}

std::vector<std::string> geometry_faults(const Diagram& page) {
    Faults faults;
    std::set<std::string> ids;
    for (const auto& curve : page.curves) {
        if (!ids.insert(curve.id).second) faults.add("two things are ", curve.id);
        for (const auto& point : control_points(curve)) {
            const bool inside =
                point.x >= 0.0 && point.y >= 0.0 && point.x <= page.width && point.y <= page.height;
            if (!inside) faults.add(curve.id, " leaves the page at ", point.x, ' ', point.y);
        }
    }
    std::vector<const Box*> boxes;
    for (const auto& box : page.boxes) {
        if (!ids.insert(box.id).second) faults.add("two things are ", box.id);
        check_box(box, page, faults);
        boxes.push_back(&box);
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const Box* a, const Box* b) { return edges(*a).top < edges(*b).top; });
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (auto j = i + 1; j < boxes.size() && edges(*boxes[j]).top < edges(*boxes[i]).bottom;
             ++j) {
            if (overlap(*boxes[i], *boxes[j])) {
                faults.add(boxes[i]->id, " reaches into ", boxes[j]->id);
            }
        }
    }
    return faults.take();
}

std::vector<std::string> geometry_faults(const Picture& picture) {
    Faults faults;
    if (picture.empty()) faults.add("no page");
    auto all = faults.take();
    for (const auto& page : picture) {
        for (const auto& fault : geometry_faults(page)) all.push_back(fault);
    }
    return all;
}

std::string all_text(const Picture& picture) {
    std::string text;
    for (const auto& page : picture) {
        for (const auto& box : page.boxes) {
            for (const auto& row : box.rows) {
                for (const auto& cell : row) {
                    for (const auto& line : cell.lines) text += line.text;
                    text += '\n';
                }
            }
        }
    }
    return text;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> ids(const Diagram& page, std::string_view prefix) {
    std::vector<std::string> result;
    for (const auto& box : page.boxes) {
        if (box.id.starts_with(prefix)) result.push_back(box.id);
    }
    return result;
}

std::size_t count_kind(const Diagram& page, std::string_view kind) {
    return static_cast<std::size_t>(
        std::count_if(page.curves.begin(), page.curves.end(),
                      [&](const Curve& curve) { return curve.kind == kind; }));
}

const Box& box_with_id(const Picture& picture, const std::string& id) {
    for (const auto& box : picture.at(0).boxes) {
        if (box.id == id) return box;
    }
    throw std::runtime_error("no box " + id);
}

const Curve& curve_with_id(const Picture& picture, const std::string& id) {
    for (const auto& curve : picture.at(0).curves) {
        if (curve.id == id) return curve;
    }
    throw std::runtime_error("no curve " + id);
}

}  // namespace remit::test
