#include "geometry.hpp"

#include "../../src/diagram/text/text_layout.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <stdexcept>

namespace remit::test {
namespace {

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

/// The letters of a label: no more than they need to be told apart.
Edges letters(const Label& label, Language page) {
    const auto width = drawing::natural_width(label.text, {label.size, label.bold, page});
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

std::vector<std::string> geometry_faults(const Diagram& page) {
    Faults faults;
    check_shapes(page, faults);
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
    return result;
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

}  // namespace remit::test
