#include "dot.hpp"

#include "page_writer.hpp"

#include <remit/model/font_families.hpp>
#include <remit/model/unicode.hpp>

#include <locale>
#include <sstream>

namespace remit::drawing {
namespace {

/// A graph as text.
class DotText {
 public:
    DotText() {
        out_.imbue(std::locale::classic());  // another may group digits, as in 1,234
        out_ << "digraph remit {\n";
    }

    void begin_defaults(Part part) {
        out_ << (part == Part::graph ? "  graph [" : part == Part::node ? "  node [" : "  edge [");
    }
    void begin_node(const std::string& name) { out_ << "  " << name << " ["; }
    void begin_edge(const std::string& tail, const std::string& head) {
        out_ << "  " << tail << " -> " << head << " [";
    }
    void set(const char* name, const std::string& value) {
        out_ << ' ' << name << "=\"" << value << '"';
    }
    void end() { out_ << " ];\n"; }

    [[nodiscard]] std::string result() {
        out_ << "}\n";
        return out_.str();
    }

 private:
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
    return PageWriter<DotText>(page, fine ? fine_units : 1.0, font_list(page.language)).write(dpi);
}

}  // namespace remit::drawing
