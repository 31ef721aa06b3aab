/// \file
/// Which nodes and edges is a page made of?
#pragma once

#include "../text/text_layout.hpp"
#include "dot.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <variant>

namespace remit::drawing {

/// What the attributes of are the defaults.
enum class Part : std::uint8_t { graph, node, edge };

/// Gives a page to a target, which makes a text or a graph of it: a node for each area, disc and
/// label, an edge for each stroke, in the order of drawing.
template <class Target>
class PageWriter {
 public:
    /// \param fonts  a list of families
    PageWriter(const Diagram& page, double unit, std::string fonts)
        : page_(page), unit_(unit), fonts_(std::move(fonts)) {}

    /// \param dpi  resolution for bitmaps; 0 leaves it out
    auto write(int dpi) {
        write_defaults(dpi);
        // An invisible node as large as the page makes the drawing exactly that large.
        out_.begin_node("page");
        write_box({0.0, 0.0, static_cast<double>(page_.width), static_cast<double>(page_.height)},
                  "box");
        out_.set("style", "invis");
        out_.end();
        for (const auto& shape : page_.shapes) {
            name_ = 's' + std::to_string(index_++);
            std::visit([this](const auto& each) { write_shape(each); }, shape);
        }
        return out_.result();
    }

 private:
    /// How far below the middle of a node Graphviz's middle of its text lies, as a share of the
    /// size.
    static constexpr double lowered = 0.11;

    static std::string number(double value) { return at_most(value, 2); }

    /// Points as the shortest text that reads back as the same number of inches.
    static std::string inches(double points) { return exact(points / 72.0); }

    void write_defaults(int dpi) {
        out_.begin_defaults(Part::graph);
        out_.set("bgcolor", "#FFFFFF");
        out_.set("margin", "0");
        out_.set("pad", "0");
        out_.set("size", inches(page_.width) + ',' + inches(page_.height) + '!');
        if (dpi > 0) out_.set("dpi", std::to_string(dpi));
        out_.end();
        out_.begin_defaults(Part::node);
        out_.set("fixedsize", "shape");
        out_.set("fontname", fonts_);
        out_.set("height", "0.01");
        out_.set("label", "");
        out_.set("margin", "0");
        out_.set("shape", "none");
        out_.set("width", "0.01");
        out_.end();
        out_.begin_defaults(Part::edge);
        out_.set("arrowhead", "none");
        out_.end();
    }

    [[nodiscard]] std::string position(Point point) const {
        return number(unit_ * point.x) + ',' + number(unit_ * (page_.height - point.y));
    }

    void begin(const Mark& mark) {
        out_.begin_node(name_);
        out_.set("class", mark.kind);
        out_.set("id", mark.id);
    }

    void end(const Mark& mark) {
        if (!mark.tooltip.empty()) out_.set("tooltip", escape_label(mark.tooltip));
        out_.end();
    }

    void write_box(const Rectangle& at, const char* shape) {
        out_.set("height", inches(unit_ * at.height));
        out_.set("pos", position(at.middle()));
        out_.set("shape", shape);
        out_.set("width", inches(unit_ * at.width));
    }

    /// Graphviz sets the middle of a frame on the outline.
    void write_filled(Rectangle at, const char* shape, const HexColor& fill, const HexColor& frame,
                      double frame_width, bool dashed) {
        const auto width = frame.empty() ? 0.0 : frame_width;
        at = {at.x + width / 2.0, at.y + width / 2.0, at.width - width, at.height - width};
        write_box(at, shape);
        out_.set("color", frame.empty() ? fill : frame);
        out_.set("fillcolor", fill);
        out_.set("penwidth", number(unit_ * width));
        out_.set("style", dashed ? "filled,dashed" : "filled");
    }

    void write_shape(const Area& area) {
        begin(area.mark);
        write_filled(area.at, "box", area.fill.empty() ? "transparent" : area.fill, area.frame,
                     area.frame_width, area.dashed);
        end(area.mark);
    }

    void write_shape(const Disc& disc) {
        begin(disc.mark);
        const auto half = disc.diameter / 2.0;
        write_filled({disc.center.x - half, disc.center.y - half, disc.diameter, disc.diameter},
                     "circle", disc.fill.empty() ? "#FFFFFF" : disc.fill, disc.frame,
                     disc.frame_width, disc.dashed);
        end(disc.mark);
    }

    /// An edge is drawn with the later one of its nodes.
    void write_shape(const Stroke& stroke) {
        for (const auto& [end, at] :
             {std::pair('a', stroke.points.front()), std::pair('z', stroke.points.back())}) {
            out_.begin_node(name_ + end);
            out_.set("pos", position(at));
            out_.set("shape", "point");
            out_.set("style", "invis");
            out_.end();
        }
        out_.begin_edge(name_ + 'a', name_ + 'z');
        out_.set("class", stroke.mark.kind);
        out_.set("color", stroke.color);
        out_.set("id", stroke.mark.id);
        out_.set("penwidth", number(unit_ * stroke.width));
        std::string path;
        for (const auto& point : stroke.points) path += (path.empty() ? "" : " ") + position(point);
        out_.set("pos", path);
        if (stroke.dashed) out_.set("style", "dashed");
        end(stroke.mark);
    }

    /// The text stands at an edge of its node, which needs some more room than the text, in whole
    /// points, as Graphviz rounds it. Spaces before it move it, as SVG drops them.
    void write_shape(const Label& label) {
        begin(label.mark);
        const TextMeasure measure{label.size, label.bold, page_.language};
        const auto spaces = std::min(label.text.find_first_not_of(' '), label.text.size());
        const auto text = label.text.substr(spaces);
        const auto left = label.align == Align::left;
        auto x = label.at.x + (left ? natural_width(label.text.substr(0, spaces), measure) : 0.0);
        const auto most = std::floor(left ? page_.width - x : x);
        const auto wanted = std::ceil(1.1 * text_width(text, measure) + 4.0);
        const auto width = std::max(1.0, std::min(wanted, most));
        if (label.align != Align::center) x += left ? width / 2.0 : -width / 2.0;
        out_.set("fontcolor", label.color);
        if (label.bold) out_.set("fontname", fonts_ + " bold");
        out_.set("fontsize", number(unit_ * label.size));
        out_.set("label", escape_label(text) + (label.align == Align::center ? ""
                                                : left                       ? "\\l"
                                                                             : "\\r"));
        out_.set("pos", position({x, label.at.y + lowered * label.size}));
        if (label.align != Align::center) out_.set("width", inches(unit_ * width));
        end(label.mark);
    }

    const Diagram& page_;
    double unit_;
    std::string fonts_;
    std::size_t index_ = 0;
    std::string name_;  // of the shape that is written
    Target out_;
};

}  // namespace remit::drawing
