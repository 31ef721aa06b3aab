#include "network_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

constexpr Phrase department_tooltip{"network-drawing.department-tooltip"};
constexpr Phrase pair_tooltip{"network-drawing.pair-tooltip"};
constexpr Phrase more{"network-drawing.more"};

class Painter {
 public:
    Painter(const NetworkContent& content, const NetworkLayout& layout, Diagram& diagram)
        : content_(content),
          layout_(layout),
          diagram_(diagram),
          language_(content.languages.first) {}

    void paint() {
        // Light lines first, so that they run below the heavy ones.
        for (auto tie = layout_.ties.rbegin(); tie != layout_.ties.rend(); ++tie) line(*tie);
        for (const auto& node : layout_.nodes) circle(node, false);
        for (const auto& node : layout_.strip) circle(node, true);
        for (const auto& tie : layout_.ties) {
            if (tie.numbered) number(tie);
        }
        strip_heading();
    }

 private:
    [[nodiscard]] std::string id_of(const NetworkTie& tie) const {
        const auto& pair = content_.pairs[tie.pair];
        return department_id(content_.dataset, pair.a) + '-' +
               department_id(content_.dataset, pair.b);
    }

    [[nodiscard]] std::string tooltip_of(const NetworkTie& tie) const {
        const auto& pair = content_.pairs[tie.pair];
        ListWriter measures(language_);
        for (const auto m : pair.measures) measures.add(measure_number(content_.dataset, m));
        return pair_tooltip.fill(language_,
                                 {std::string(content_.dataset[pair.a].name.in(language_)),
                                  std::string(content_.dataset[pair.b].name.in(language_)),
                                  std::to_string(pair.shared()), measures.text()});
    }

    void line(const NetworkTie& tie) {
        auto curve = curve_of(layout_, tie);
        curve.id = "tie-" + id_of(tie);
        curve.kind = tie.numbered ? "tie strong" : "tie";
        curve.color = tie.numbered ? palette::secondary : palette::muted;
        curve.tooltip = tooltip_of(tie);
        diagram_.curves.push_back(std::move(curve));
    }

    void number(const NetworkTie& tie) {
        const std::vector<std::string> text{std::to_string(content_.pairs[tie.pair].shared())};
        const TextStyle style{body_size, true, palette::ink};
        Box box{"shared-" + id_of(tie), "shared", tie.number};
        box.diameter = static_cast<int>(2.0 * tie.number_radius);
        box.fill = palette::white;
        box.frame = palette::ink;
        box.frame_width = 0.75;
        box.tooltip = tooltip_of(tie);
        box.rows = {
            {{lines_width(text, style, language_) + 2, body_size + 2, styled(text, style)}}};
        diagram_.boxes.push_back(std::move(box));
    }

    void circle(const NetworkNode& node, bool alone) {
        const auto id = department_id(content_.dataset, node.department);
        const auto& department = content_.departments[node.department.value];
        const auto tooltip = department_tooltip.fill(
            language_, {std::string(content_.dataset[node.department].name.in(language_)),
                        std::to_string(department.measures), named_as(department)});
        Box box{"department-" + id, alone ? "department alone" : "department", node.at};
        box.diameter = static_cast<int>(std::lround(2.0 * node.radius));
        box.frame_width = node.frame_width;
        const bool grouped = department.group < content_.groups.size();
        const auto colors = grouped ? content_.groups[department.group].colors : palette::withheld;
        box.fill =
            grouped && !content_.groups[department.group].hollow ? colors.tint : palette::white;
        box.frame = colors.dark;
        box.dashed = alone;
        box.tooltip = tooltip;
        if (!node.inside.empty()) box.rows = {{cell(node.inside)}};
        diagram_.boxes.push_back(std::move(box));
        if (node.beside.empty()) return;
        Box label{"name-" + id,
                  "name",
                  {node.label.x + node.label.width / 2.0, node.label.y + node.label.height / 2.0}};
        label.tooltip = tooltip;
        label.fill = palette::white;
        label.rows = {{cell(node.beside[node.chosen].lines)}};
        auto& only = label.rows.front().front();
        only.width = static_cast<int>(node.label.width);
        only.height = static_cast<int>(node.label.height);
        diagram_.boxes.push_back(std::move(label));
    }

    /// As large as its text, as Graphviz warns of a label that is larger than its circle.
    [[nodiscard]] BoxCell cell(const std::vector<TextLine>& lines) const {
        BoxCell result;
        double height = 0.0;
        for (const auto& line : lines) {
            result.width =
                std::max(result.width, lines_width({line.text}, line.style, language_) + 2);
            height += 1.2 * line.style.size;
        }
        result.height = static_cast<int>(std::ceil(height));
        result.lines = lines;
        return result;
    }

    void strip_heading() {
        if (layout_.strip_title.empty()) return;
        const auto& at = layout_.strip_heading;
        auto lines = layout_.strip_title;
        if (layout_.strip_left_out > 0) {
            lines.push_back(
                phrase(content_.languages, more, {std::to_string(layout_.strip_left_out)}));
        }
        const TextStyle style{body_size, false, palette::secondary};
        Box box{"alone-heading", "note", {at.x + at.width / 2.0, at.y + at.height / 2.0}};
        box.rows = {{{static_cast<int>(at.width), lines_height(lines.size(), body_size),
                      styled(lines, style), Align::left}}};
        diagram_.boxes.push_back(std::move(box));
    }

    const NetworkContent& content_;
    const NetworkLayout& layout_;
    Diagram& diagram_;
    Language language_;
};

}  // namespace

void draw_network(const NetworkContent& content, const NetworkLayout& layout, Diagram& diagram) {
    Painter(content, layout, diagram).paint();
}

}  // namespace remit::drawing
