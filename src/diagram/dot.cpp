#include <remit/diagram/dot.hpp>

#include "output/shapes_dot.hpp"

#include <remit/model/font_families.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <locale>
#include <sstream>

namespace remit {
namespace {

const double arrow_size = tip_length(Tip::arrow) / 10.0;  // of Graphviz's
const double dot_size = tip_length(Tip::dot) / 8.0;

std::string number(double value) {
    return at_most(value, 2);
}

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + std::string(value) + '"';
}

void write_line(std::ostream& out, const TextLine& line) {
    out << "<FONT" << attribute("POINT-SIZE", std::to_string(line.style.size))
        << attribute("COLOR", line.style.color) << '>' << (line.style.bold ? "<B>" : "")
        << escape_label(line.text) << (line.style.bold ? "</B>" : "") << "</FONT>";
}

std::string_view align_word(Align align) {
    switch (align) {
        case Align::left:
            return "LEFT";
        case Align::right:
            return "RIGHT";
        case Align::center:
            break;
    }
    return "CENTER";
}

void write_text(std::ostream& out, const BoxCell& cell) {
    for (const auto& line : cell.lines) {
        if (&line != &cell.lines.front() && cell.align == Align::center) out << "<BR/>";
        if (line.text.empty()) {
            out << ' ';
        } else {
            write_line(out, line);
        }
        if (cell.align != Align::center) {
            out << "<BR ALIGN=\"" << align_word(cell.align) << "\"/>";
        }
    }
}

void write_size(std::ostream& out, int width, int height) {
    out << attribute("FIXEDSIZE", "TRUE") << attribute("WIDTH", std::to_string(width))
        << attribute("HEIGHT", std::to_string(height));
}

void write_align(std::ostream& out, Align align) {
    if (align == Align::center) return;
    out << attribute("ALIGN", align_word(align)) << attribute("BALIGN", align_word(align));
}

constexpr const char* bare_table =
    R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">)";

/// As high as Graphviz takes a line for. An empty one has its own size.
int line_height(const TextLine& line) {
    constexpr int size_of_empty = 14;
    const auto size = line.text.empty() ? size_of_empty : line.style.size;
    return static_cast<int>(size * 1.1 + 0.5);
}

/// Graphviz sets text too high in its cell, which shows where the cell is seen: by an eighth of the
/// size, and bold text by 1 more. An empty row of twice that above the text mends it, as far as
/// there is room.
int empty_above(const BoxCell& cell, int height) {
    if (cell.top) return 0;
    int left = height;
    for (const auto& line : cell.lines) left -= line_height(line);
    const auto& style = cell.lines.front().style;
    const auto wanted = std::lround(style.size / 4.0) + (style.bold ? 2 : 0);
    return std::clamp(left, 0, static_cast<int>(wanted));
}

/// Graphviz aborts if a table does not fit its cell, so this one is exactly as large.
void write_lowered_text(std::ostream& out, const BoxCell& cell) {
    const int frame = cell.frame.empty() ? 0 : 2;
    const int width = cell.width - frame;
    const int height = cell.height - frame;
    const int above = empty_above(cell, height);
    if (above == 0 || width < 1) {
        write_text(out, cell);
        return;
    }
    out << bare_table << "<TR><TD";
    write_size(out, width, above);
    out << "></TD></TR><TR><TD";
    write_size(out, width, height - above);
    write_align(out, cell.align);
    out << '>';
    write_text(out, cell);
    out << "</TD></TR></TABLE>";
}

/// \param seen  whether the cell stands on something that is drawn
void write_cell(std::ostream& out, const BoxCell& cell, std::size_t span, bool seen) {
    out << "<TD";
    write_size(out, cell.width, cell.height);
    if (span > 1) out << attribute("COLSPAN", std::to_string(span));
    if (cell.top) out << attribute("VALIGN", "TOP");
    if (!cell.fill.empty()) out << attribute("BGCOLOR", cell.fill);
    if (!cell.frame.empty()) out << attribute("BORDER", "1") << attribute("COLOR", cell.frame);
    write_align(out, cell.align);
    out << '>';
    const auto has_text = std::any_of(cell.lines.begin(), cell.lines.end(),
                                      [](const auto& line) { return !line.text.empty(); });
    if (has_text && seen) {
        write_lowered_text(out, cell);
    } else if (has_text) {
        write_text(out, cell);
    }
    out << "</TD>";
}

/// Whether any of the box but its text is drawn.
bool is_seen(const Box& box) {
    if (box.diameter > 0 || !box.frame.empty() || !box.fill.empty()) return true;
    for (const auto& row : box.rows) {
        for (const auto& cell : row) {
            if (!cell.fill.empty() || !cell.frame.empty()) return true;
        }
    }
    return false;
}

void write_label(std::ostream& out, const Box& box) {
    const bool framed = box.diameter == 0 && !box.frame.empty();
    out << "<<TABLE" << attribute("BORDER", framed ? "1" : "0") << attribute("CELLBORDER", "0")
        << attribute("CELLSPACING", "0") << attribute("CELLPADDING", "0");
    if (framed) out << attribute("COLOR", box.frame);
    if (!box.fill.empty() && box.diameter == 0) out << attribute("BGCOLOR", box.fill);
    if (box.dashed && framed) out << attribute("STYLE", "DASHED");
    out << '>';
    const bool seen = is_seen(box);
    std::size_t columns = 0;
    for (const auto& row : box.rows) columns = std::max(columns, row.size());
    for (const auto& row : box.rows) {
        out << "<TR>";
        for (const auto& cell : row) {
            const bool last = &cell == &row.back();
            write_cell(out, cell, last ? columns - row.size() + 1 : 1, seen);
        }
        out << "</TR>";
    }
    out << "</TABLE>>";
}

class Writer {
 public:
    explicit Writer(const Diagram& diagram) : diagram_(diagram) {
        out_.imbue(std::locale::classic());  // another may group digits, as in 1,234
    }

    std::string write(int dpi) {
        const auto fonts = font_list(diagram_.language);
        out_ << "digraph remit {\n  graph [" << attribute("bgcolor", "#FFFFFF")
             << attribute("fontname", fonts) << attribute("margin", "0")
             << attribute("outputorder", "edgesfirst") << attribute("pad", "0")
             << attribute("size", paper(diagram_.width) + ',' + paper(diagram_.height) + '!');
        if (dpi > 0) out_ << attribute("dpi", std::to_string(dpi));
        out_ << " ];\n  node [" << attribute("fontname", fonts) << attribute("height", "0")
             << attribute("margin", "0") << attribute("shape", "plain") << attribute("width", "0")
             << " ];\n";
        write_page();
        for (std::size_t i = 0; i < diagram_.curves.size(); ++i) write_curve(i);
        for (std::size_t i = 0; i < diagram_.boxes.size(); ++i) write_box(i);
        out_ << "}\n";
        return out_.str();
    }

 private:
    /// The page's length on paper.
    [[nodiscard]] std::string paper(int length) const {
        return inches(std::round(length * diagram_.scale));
    }

    /// Points as the shortest text that reads back as the same number of inches.
    static std::string inches(double points) { return exact(points / 72.0); }

    [[nodiscard]] std::string position(Point point) const {
        return number(point.x) + ',' + number(diagram_.height - point.y);
    }

    /// An invisible node as large as the page makes the drawing exactly that large.
    void write_page() {
        out_ << "  page [" << attribute("fixedsize", "true")
             << attribute("height", inches(diagram_.height)) << attribute("label", "")
             << attribute("pos", position({diagram_.width / 2.0, diagram_.height / 2.0}))
             << attribute("shape", "box") << attribute("style", "invis")
             << attribute("width", inches(diagram_.width)) << " ];\n";
    }

    /// Curves are drawn in the order of the nodes that they start from, so each has its own.
    void write_curve(std::size_t index) {
        const auto& curve = diagram_.curves[index];
        const auto name = 'c' + std::to_string(index);
        for (const auto& [end, at] : {std::pair("a", curve.begin), std::pair("z", curve.end)}) {
            out_ << "  " << name << end << " [" << attribute("label", "")
                 << attribute("pos", position(at)) << attribute("shape", "point")
                 << attribute("style", "invis") << " ];\n";
        }
        const auto points = control_points(curve);
        out_ << "  " << name << "a -> " << name << "z ["
             << attribute("arrowhead", curve.tip == Tip::none    ? "none"
                                       : curve.tip == Tip::arrow ? "normal"
                                                                 : "odot")
             << attribute("arrowsize", number(curve.tip == Tip::arrow ? arrow_size : dot_size))
             << attribute("class", curve.kind) << attribute("color", curve.color)
             << attribute("id", curve.id) << attribute("penwidth", number(curve.width));
        std::string path = curve.tip == Tip::none ? "" : "e," + position(curve.end) + ' ';
        for (const auto& point : points) {
            path += (&point == points.data() ? "" : " ") + position(point);
        }
        out_ << attribute("pos", path);
        if (curve.dashed) out_ << attribute("style", "dashed");
        if (!curve.tooltip.empty()) out_ << attribute("tooltip", escape_label(curve.tooltip));
        out_ << " ];\n";
    }

    void write_box(std::size_t index) {
        const auto& box = diagram_.boxes[index];
        out_ << "  b" << index << " [" << attribute("class", box.kind);
        if (box.diameter > 0) write_circle(box);
        out_ << attribute("id", box.id) << " label=";
        if (box.rows.empty()) {
            out_ << "\"\"";
        } else {
            write_label(out_, box);
        }
        out_ << attribute("pos", position(box.center));
        if (!box.tooltip.empty()) out_ << attribute("tooltip", escape_label(box.tooltip));
        out_ << " ];\n";
    }

    /// The frame's middle lies on Graphviz's outline.
    void write_circle(const Box& box) {
        const auto size = inches(box.diameter + (box.frame.empty() ? 0.0 : box.frame_width));
        const auto fill = box.fill.empty() ? "#FFFFFF" : box.fill;
        out_ << attribute("color", box.frame.empty() ? fill : box.frame)
             << attribute("fillcolor", fill) << attribute("fixedsize", "true")
             << attribute("height", size)
             << attribute("penwidth", number(box.frame.empty() ? 0.0 : box.frame_width))
             << attribute("shape", "circle")
             << attribute("style", box.dashed ? "filled,dashed" : "filled")
             << attribute("width", size);
    }

    const Diagram& diagram_;
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

std::string to_dot(const Diagram& diagram, int dpi, bool fine) {
    if (!diagram.shapes.empty()) return drawing::shapes_dot(diagram, dpi, fine);
    return Writer(diagram).write(dpi);
}

}  // namespace remit
