#include "geometry.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/unicode.hpp>

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

/// The letters of a label: no more than they need to be told apart.
Edges letters(const Label& label, Language page) {
    const auto width = natural_width(label.text, {label.size, label.bold, page});
    const auto left = label.align == Align::left    ? label.at.x
                      : label.align == Align::right ? label.at.x - width
                                                    : label.at.x - width / 2.0;
    const auto half = 0.4 * label.size;
    return {left, left + width, label.at.y - half, label.at.y + half};
}

Edges edges(const Shape& shape, Language page) {
    struct Visit {
        Language page;
        Edges operator()(const Label& label) const { return letters(label, page); }
        Edges operator()(const Area& area) const {
            return {area.at.x, area.at.right(), area.at.y, area.at.bottom()};
        }
        Edges operator()(const Disc& disc) const {
            const auto half = disc.diameter / 2.0;
            return {disc.center.x - half, disc.center.x + half, disc.center.y - half,
                    disc.center.y + half};
        }
        Edges operator()(const Stroke& stroke) const {
            Edges all{1e9, -1e9, 1e9, -1e9};
            for (const auto& point : stroke.points) {
                all = {std::min(all.left, point.x), std::max(all.right, point.x),
                       std::min(all.top, point.y), std::max(all.bottom, point.y)};
            }
            return all;
        }
    };
    return std::visit(Visit{page}, shape);
}

void check_label(const Label& label, double least, Faults& faults) {
    if (label.text.empty()) faults.add(label.mark.id, " is empty");
    if (label.size < least - 1e-6) {
        faults.add(label.mark.id, ": '", label.text, "' is ", label.size, " points high");
    }
    for (const auto c : code_points(label.text)) {
        if (c >= 0xE000 && c < 0xF900) faults.add(label.mark.id, ": a mark is left in its text");
    }
}

void check_shapes(const Diagram& page, Faults& faults) {
    std::set<std::string> ids;
    std::vector<const Label*> labels;
    for (const auto& shape : page.shapes) {
        const auto& id = mark(shape).id;
        if (!ids.insert(id).second) faults.add("two things are ", id);
        const auto at = edges(shape, page.language);
        const bool inside = at.left >= -0.01 && at.top >= -0.01 && at.right <= page.width + 0.01 &&
                            at.bottom <= page.height + 0.01;
        if (!inside) {
            faults.add(id, " leaves the page: ", at.left, ' ', at.top, ' ', at.right, ' ',
                       at.bottom, " of ", page.width, ' ', page.height);
        }
        if (const auto* label = std::get_if<Label>(&shape)) {
            labels.push_back(label);
            check_label(*label, readable_text, faults);
        }
    }
    std::sort(labels.begin(), labels.end(), [&](const Label* a, const Label* b) {
        return letters(*a, page.language).top < letters(*b, page.language).top;
    });
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto one = letters(*labels[i], page.language);
        for (auto j = i + 1; j < labels.size(); ++j) {
            const auto other = letters(*labels[j], page.language);
            if (other.top >= one.bottom - 0.3) break;
            if (one.right > other.left + 0.3 && other.right > one.left + 0.3) {
                faults.add(labels[i]->mark.id, " '", labels[i]->text, "' reaches into ",
                           labels[j]->mark.id, " '", labels[j]->text, "'");
            }
        }
    }
}

}  // namespace

Edges edges(const Box& box) {
    return {box.center.x - box.width() / 2.0, box.center.x + box.width() / 2.0,
            box.center.y - box.height() / 2.0, box.center.y + box.height() / 2.0};
}

std::vector<std::string> geometry_faults(const Diagram& page) {
    Faults faults;
    check_shapes(page, faults);
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
        for (const auto& shape : page.shapes) {
            if (const auto* label = std::get_if<Label>(&shape)) text += label->text + '\n';
        }
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
    for (const auto& shape : page.shapes) {
        if (mark(shape).id.starts_with(prefix)) result.push_back(mark(shape).id);
    }
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

const Shape& shape_with_id(const Picture& picture, const std::string& id) {
    for (const auto& page : picture) {
        for (const auto& shape : page.shapes) {
            if (mark(shape).id == id) return shape;
        }
    }
    throw std::runtime_error("no shape " + id);
}

std::string text_with_id(const Picture& picture, const std::string& id) {
    return std::get<Label>(shape_with_id(picture, id)).text;
}

std::string whole_text(const Picture& picture, const std::string& id) {
    std::string text;
    for (const auto& page : picture) {
        for (const auto& shape : page.shapes) {
            const auto* label = std::get_if<Label>(&shape);
            if (label == nullptr) continue;
            const auto& own = label->mark.id;
            const bool part =
                own == id || own.starts_with(id + "-line-") || own.starts_with(id + '_');
            if (part) text += (own.starts_with(id + "-line-") ? " " : "") + label->text;
        }
    }
    return text;
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
