#include "network_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double widest_name = 96.0;  // beside a circle
constexpr std::size_t most_name_lines = 3;
constexpr double circle_margin = 2.5;  // between a text and its circle

/// Whether lines in the middle of a circle stay within it.
bool fits(const std::vector<TextLine>& lines, double radius, Language language) {
    double height = 0.0;
    for (const auto& line : lines) height += 1.2 * line.style.size;
    double y = -height / 2.0;
    for (const auto& line : lines) {
        const auto size = static_cast<double>(line.style.size);
        const auto half = text_width(line.text, {size, line.style.bold, language}) / 2.0;
        y += 0.6 * size;
        if (std::hypot(half, std::abs(y) + 0.4 * size) > radius - circle_margin) return false;
        y += 0.6 * size;
    }
    return true;
}

class Labeler {
 public:
    explicit Labeler(const NetworkContent& content)
        : content_(content), language_(content.languages.first) {}

    void label(NetworkNode& node) const {
        const auto& department = content_.departments[node.department.value];
        const bool grouped = department.group < content_.groups.size();
        const auto letter = grouped ? content_.groups[department.group].letter : std::string();
        const auto* color =
            grouped ? content_.groups[department.group].colors.dark : palette::withheld.dark;
        const TextStyle figure_style{body_size, true, color};
        const auto figures = named_as(department);
        const TextLine both{grouped ? letter + " · " + figures : figures, figure_style};
        const auto name =
            drawing::name(content_.languages, content_.dataset[node.department].short_name);
        if (grouped && name_inside(name, both, node)) return;

        std::vector<TextLine> stacked;
        if (grouped) stacked.push_back({letter, figure_style});
        stacked.push_back({figures, figure_style});
        std::vector<TextLine> beside;
        if (fits(stacked, node.radius + 1.0, language_)) {
            node.inside = stacked;
        } else if (grouped && fits({{letter, figure_style}}, node.radius + 1.0, language_)) {
            node.inside = {{letter, figure_style}};
            beside.push_back({figures, figure_style});
        } else {
            beside.push_back(both);
        }
        name_beside(name, beside, node);
    }

 private:
    /// Tries the name in the circle, large before small, in as few lines as fit.
    bool name_inside(const std::string& name, const TextLine& figures, NetworkNode& node) const {
        for (const auto size : {name_size, body_size}) {
            const TextStyle style{size, true, palette::ink};
            for (double width = 2.0 * node.radius; width > 1.6 * size; width -= 4.0) {
                const TextMeasure measure{static_cast<double>(size), true, language_};
                auto lines = styled(wrap(name, width, measure), style);
                if (lines.size() > most_name_lines + 1) break;
                if (cut_word(name, lines)) continue;
                lines.push_back(figures);
                if (!fits(lines, node.radius, language_)) continue;
                node.inside = lines;
                return true;
            }
        }
        return false;
    }

    /// Whether wrapping cut a Latin word.
    [[nodiscard]] static bool cut_word(const std::string& name,
                                       const std::vector<TextLine>& lines) {
        std::size_t at = 0;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            at = name.find(lines[i].text, at);
            if (at == std::string::npos) return true;
            at += lines[i].text.size();
            const auto letter = [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            };
            if (at < name.size() && letter(name[at]) && letter(name[at - 1])) return true;
        }
        return false;
    }

    void name_beside(const std::string& name, const std::vector<TextLine>& below,
                     NetworkNode& node) const {
        const TextStyle style{body_size, true, palette::ink};
        const TextMeasure measure{static_cast<double>(body_size), true, language_};
        for (const auto width : {widest_name, 0.6 * widest_name}) {
            const auto lines = wrap_at_most(most_name_lines, name, width, measure);
            if (!node.beside.empty() &&
                (lines.back().ends_with("…") || cut_word(name, styled(lines, style)))) {
                continue;
            }
            NetworkLabel label{styled(lines, style)};
            label.lines.insert(label.lines.end(), below.begin(), below.end());
            for (const auto& line : label.lines) {
                label.width =
                    std::max(label.width, lines_width({line.text}, line.style, language_) + 2.0);
            }
            label.height =
                std::ceil(1.2 * body_size * static_cast<double>(label.lines.size())) + 1.0;
            if (node.beside.empty() || label.width < node.beside.back().width) {
                node.beside.push_back(std::move(label));
            }
        }
    }

    const NetworkContent& content_;
    Language language_;
};

}  // namespace

void label_node(const NetworkContent& content, NetworkNode& node) {
    Labeler(content).label(node);
}

std::vector<Rectangle> label_places(const NetworkNode& node, const NetworkLabel& label) {
    const auto w = label.width;
    const auto h = label.height;
    const auto r = node.reach() + 1.0;
    const auto [x, y] = node.at;
    std::vector<Rectangle> places;
    for (const auto shift : {0.5, 0.3, 0.7, 0.1, 0.9}) {
        places.push_back({x - w * shift, y + r, w, h});
        places.push_back({x - w * shift, y - r - h, w, h});
        places.push_back({x + r + 1.0, y - h * shift, w, h});
        places.push_back({x - r - 1.0 - w, y - h * shift, w, h});
    }
    return places;
}

}  // namespace remit::drawing
