#include "dot.hpp"

#include "../text/text_layout.hpp"

#include <remit/model/font_families.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

namespace remit::drawing {
namespace {

/// How far below the middle of a node Graphviz's middle of its text lies, as a share of the size.
constexpr double lowered = 0.11;

std::string number(double value) {
    return at_most(value, 2);
}

/// Points as the shortest text that reads back as the same number of inches.
std::string inches(double points) {
    return exact(points / 72.0);
}

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + std::string(value) + '"';
}

class Writer {
 public:
    Writer(const Diagram& page, double unit)
        : page_(page), unit_(unit), fonts_(font_list(page.language)) {
        out_.imbue(std::locale::classic());  // another may group digits, as in 1,234
    }

    std::string write(int dpi) {
        out_ << "digraph remit {\n  graph [" << attribute("bgcolor", "#FFFFFF")
             << attribute("margin", "0") << attribute("pad", "0")
             << attribute("size", inches(page_.width) + ',' + inches(page_.height) + '!');
        if (dpi > 0) out_ << attribute("dpi", std::to_string(dpi));
        out_ << " ];\n  node [" << attribute("fixedsize", "shape") << attribute("fontname", fonts_)
             << attribute("height", "0.01") << attribute("label", "") << attribute("margin", "0")
             << attribute("shape", "none") << attribute("width", "0.01") << " ];\n  edge ["
             << attribute("arrowhead", "none") << " ];\n";
        // An invisible node as large as the page makes the drawing exactly that large.
        out_ << "  page [";
        const Rectangle all{0.0, 0.0, static_cast<double>(page_.width),
                            static_cast<double>(page_.height)};
        write_box(all, "box");
        out_ << attribute("style", "invis") << " ];\n";
        for (const auto& shape : page_.shapes) {
            std::visit([this](const auto& each) { write_shape(each); }, shape);
            ++index_;
        }
        out_ << "}\n";
        return out_.str();
    }

 private:
    [[nodiscard]] std::string position(Point point) const {
        return number(unit_ * point.x) + ',' + number(unit_ * (page_.height - point.y));
    }

    void begin(const Mark& mark) {
        out_ << "  s" << index_ << " [" << attribute("class", mark.kind)
             << attribute("id", mark.id);
    }

    void end(const Mark& mark) {
        if (!mark.tooltip.empty()) out_ << attribute("tooltip", escape_label(mark.tooltip));
        out_ << " ];\n";
    }

    void write_box(const Rectangle& at, const char* shape) {
        out_ << attribute("height", inches(unit_ * at.height))
             << attribute("pos", position(at.middle())) << attribute("shape", shape)
             << attribute("width", inches(unit_ * at.width));
    }

    /// Graphviz sets the middle of a frame on the outline.
    void write_filled(Rectangle at, const char* shape, const HexColor& fill, const HexColor& frame,
                      double frame_width, bool dashed) {
        const auto width = frame.empty() ? 0.0 : frame_width;
        at = {at.x + width / 2.0, at.y + width / 2.0, at.width - width, at.height - width};
        write_box(at, shape);
        out_ << attribute("color", frame.empty() ? fill : frame) << attribute("fillcolor", fill)
             << attribute("penwidth", number(unit_ * width))
             << attribute("style", dashed ? "filled,dashed" : "filled");
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
             {std::pair("a", stroke.points.front()), std::pair("z", stroke.points.back())}) {
            out_ << "  s" << index_ << end << " [" << attribute("pos", position(at))
                 << attribute("shape", "point") << attribute("style", "invis") << " ];\n";
        }
        out_ << "  s" << index_ << "a -> s" << index_ << "z ["
             << attribute("class", stroke.mark.kind) << attribute("color", stroke.color)
             << attribute("id", stroke.mark.id)
             << attribute("penwidth", number(unit_ * stroke.width));
        std::string path;
        for (const auto& point : stroke.points) path += (path.empty() ? "" : " ") + position(point);
        out_ << attribute("pos", path);
        if (stroke.dashed) out_ << attribute("style", "dashed");
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
        out_ << attribute("fontcolor", label.color);
        if (label.bold) out_ << attribute("fontname", fonts_ + " bold");
        out_ << attribute("fontsize", number(unit_ * label.size))
             << attribute("label", escape_label(text) + (label.align == Align::center ? ""
                                                         : left                       ? "\\l"
                                                                                      : "\\r"))
             << attribute("pos", position({x, label.at.y + lowered * label.size}));
        if (label.align != Align::center) out_ << attribute("width", inches(unit_ * width));
        end(label.mark);
    }

    const Diagram& page_;
    double unit_;
    std::string fonts_;
    std::size_t index_ = 0;
    std::ostringstream out_;
};

}  // namespace

std::string escape_label(std::string_view text) {
    std::u32string result;
    for (const auto character : code_points(text)) {
        const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
        const bool separator = character == 0x2028 || character == 0x2029;
        switch (character) {
            case U'&':
                result += U"&amp;";
                break;
            case U'<':
                result += U"&lt;";
                break;
            case U'>':
                result += U"&gt;";
                break;
            case U'"':
                result += U"&quot;";
                break;
            case U'\\':
                result += U"\\\\";
                break;
            default: {
                const bool noncharacter = (character & 0xFFFEU) == 0xFFFEU;
                result += control || separator ? U' ' : noncharacter ? U'\uFFFD' : character;
            }
        }
    }
    return utf8(result);
}

std::string to_dot(const Diagram& page, int dpi, bool fine) {
    return Writer(page, fine ? fine_units : 1.0).write(dpi);
}

}  // namespace remit::drawing
