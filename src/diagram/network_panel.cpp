#include "network_panel.hpp"

#include "name_lists.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int row_gap = 4;
constexpr int section_gap = 16;
constexpr int bar_height = 8;
constexpr int chip_side = 16;
constexpr int column_gap = 28;
constexpr std::size_t every = 99;
constexpr std::size_t few_pairs = 3;

constexpr Phrase pairs_heading{"network-panel.pairs-heading"};
constexpr Phrase pair_names{"network-panel.pair-names"};
constexpr Phrase pair_tooltip{"network-panel.pair-tooltip"};
constexpr Phrase more_pairs{"network-panel.more-pairs"};
constexpr Phrase more_pairs_between{"network-panel.more-pairs-between"};
constexpr Phrase groups_heading{"network-panel.groups-heading"};
constexpr Phrase groups_remark{"network-panel.groups-remark"};
constexpr Phrase more_groups{"network-panel.more-groups"};
constexpr Phrase names_only{"network-panel.names-only"};
constexpr Phrase alone{"network-panel.alone"};
constexpr Phrase omitted_heading{"network-panel.omitted-heading"};
constexpr Phrase omitted_pairs{"network-panel.omitted-pairs"};
constexpr Phrase omitted_departments{"network-panel.omitted-departments"};

struct Limits {
    std::size_t pairs = every;
    std::size_t lines = every;  // of the members of a group
    std::size_t groups = every;
};

class Writer {
 public:
    Writer(const NetworkContent& content, const NetworkChoice& choice, double width)
        : content_(content),
          choice_(choice),
          language_(content.languages.first),
          width_(static_cast<int>(width)) {}

    void pairs(std::size_t most) {
        if (most == 0) return;
        heading("pairs-heading", said_of(pairs_heading));
        const auto shown = whole_levels(most);
        measure_pairs(shown);
        for (std::size_t p = 0; p < shown; ++p) pair(content_.pairs[p]);
        const auto rest = content_.pairs.size() - shown;
        if (rest == 0) return;
        const auto high = std::to_string(content_.pairs[shown].shared());
        const auto low = std::to_string(content_.pairs.back().shared());
        text("pairs-more",
             low == high ? phrase(content_.languages, more_pairs, {std::to_string(rest), low})
                         : phrase(content_.languages, more_pairs_between,
                                  {std::to_string(rest), low, high}),
             palette::secondary, 0);
    }

    void groups(const Limits& limits) {
        if (limits.groups == 0) return;
        heading("groups-heading", said_of(groups_heading));
        const auto shown = std::min(limits.groups, content_.groups.size());
        for (std::size_t g = 0; g < shown; ++g) {
            const auto& group = content_.groups[g];
            chip("group-" + group.letter, group.letter, group.members, group.colors, group.hollow,
                 names_only, limits.lines);
        }
        if (shown < content_.groups.size()) {
            text("groups-more",
                 phrase(content_.languages, more_groups,
                        {std::to_string(content_.groups.size() - shown)}),
                 palette::secondary, chip_side + padding);
        }
        if (!content_.isolated.empty()) isolated(limits.lines);
        text("groups-remark", said_of(groups_remark), palette::secondary, 0);
    }

    void omitted() {
        const auto rest = content_.pairs.size() - choice_.pairs;
        if (rest == 0) return;
        heading("omitted-heading", said_of(omitted_heading));
        text("omitted",
             said(content_.languages,
                  [&](Language language) {
                      auto sentence = omitted_pairs.fill(
                          language, {std::to_string(choice_.least), std::to_string(rest),
                                     std::to_string(content_.pairs.size())});
                      if (choice_.left_out > 0) {
                          sentence += omitted_departments.fill(
                              language, {std::to_string(choice_.left_out),
                                         std::to_string(content_.departments.size())});
                      }
                      return sentence.append(marks::stop.in(language));
                  }),
             palette::ink, 0);
    }

    [[nodiscard]] Panel take() { return std::move(panel_); }

 private:
    [[nodiscard]] std::string said_of(const Phrase& text) const {
        return said(content_.languages, [&](Language language) { return text.in(language); });
    }

    /// A left-aligned text from x on, as wide as it may be.
    void text(std::string id, const std::string& content, const HexColor& color, int x) {
        const TextStyle style{body_size, false, color};
        const auto lines =
            wrap(content, width_ - x, {static_cast<double>(body_size), false, language_});
        add(std::move(id), "note", lines, style, x, width_ - x, panel_.height);
        panel_.height += lines_height(lines.size(), body_size) + row_gap;
    }

    void heading(std::string id, const std::string& content) {
        if (panel_.height > 0.0) panel_.height += section_gap - row_gap;
        const TextStyle style{name_size, true, palette::ink};
        const auto lines = wrap(content, width_, {static_cast<double>(name_size), true, language_});
        add(std::move(id), "heading", lines, style, 0, width_, panel_.height);
        panel_.height += lines_height(lines.size(), name_size) + row_gap;
    }

    Box& add(std::string id, std::string kind, const std::vector<std::string>& lines,
             const TextStyle& style, int x, int width, double y, Align align = Align::left) {
        const auto height = lines_height(lines.size(), style.size);
        Box box{std::move(id), std::move(kind), {x + width / 2.0, y + height / 2.0}};
        box.rows = {{{width, height, styled(lines, style), align}}};
        panel_.boxes.push_back(std::move(box));
        return panel_.boxes.back();
    }

    /// So many pairs, or fewer where the last ones are as strong as some that would be missing.
    [[nodiscard]] std::size_t whole_levels(std::size_t most) const {
        const auto& pairs = content_.pairs;
        if (most >= pairs.size()) return pairs.size();
        auto level = most;
        while (level > 0 && pairs[level - 1].shared() == pairs[most].shared()) --level;
        return level >= few_pairs ? level : most;
    }

    [[nodiscard]] std::vector<std::string> pair_lines(const Coresponsibility& pair) const {
        const auto names = said(content_.languages, [&](Language language) {
            return pair_names.fill(language,
                                   {std::string(content_.dataset[pair.a].short_name.in(language)),
                                    std::string(content_.dataset[pair.b].short_name.in(language))});
        });
        std::vector<std::string> lines;
        const TextMeasure body{static_cast<double>(body_size), false, language_};
        for (const auto& line : wrap(names, 1e6, body)) {
            lines.push_back(shortened(line, 0.66 * width_, body));
        }
        return lines;
    }

    void measure_pairs(std::size_t shown) {
        const TextStyle style{body_size, false, palette::ink};
        for (std::size_t p = 0; p < shown; ++p) {
            names_width_ = std::max(
                names_width_, lines_width(pair_lines(content_.pairs[p]), style, language_) + 2);
        }
        const TextStyle bold{body_size, true, palette::ink};
        count_width_ =
            lines_width({std::to_string(content_.pairs.front().shared())}, bold, language_) + 2;
    }

    void pair(const Coresponsibility& pair) {
        const auto part =
            department_id(content_.dataset, pair.a) + '-' + department_id(content_.dataset, pair.b);
        const auto lines = pair_lines(pair);
        auto& box = add("pair-" + part, "pair", lines, {body_size, false, palette::ink}, 0,
                        names_width_, panel_.height);
        box.tooltip =
            pair_tooltip.fill(language_, {std::string(content_.dataset[pair.a].name.in(language_)),
                                          std::string(content_.dataset[pair.b].name.in(language_)),
                                          std::to_string(pair.shared())});
        const auto height = static_cast<double>(box.height());
        const auto middle = panel_.height + height / 2.0;
        const auto left = names_width_ + padding;
        const auto room = width_ - left - count_width_ - padding;
        const auto most = static_cast<double>(content_.pairs.front().shared());
        const auto length =
            std::max(1.0, std::round(room * static_cast<double>(pair.shared()) / most));
        panel_.boxes.push_back(
            plain_box("bar-" + part, "bar",
                      {static_cast<double>(left), middle - bar_height / 2.0, length, bar_height},
                      palette::secondary));
        const std::vector<std::string> count{std::to_string(pair.shared())};
        const auto count_height = lines_height(1, body_size);
        add("count-" + part, "count", count, {body_size, true, palette::ink},
            left + static_cast<int>(length) + padding, count_width_, middle - count_height / 2.0);
        panel_.height += height + (lines.size() > 1 ? 1 : 0);
    }

    void chip(const std::string& id, const std::string& mark,
              const std::vector<DepartmentIndex>& members, const palette::Pair& colors, bool hollow,
              const Phrase& form, std::size_t most_lines, bool dashed = false) {
        const auto left = chip_side + padding;
        std::vector<std::string> lines;
        const auto lists = name_lists(content_.dataset, content_.languages, members, form);
        for (const auto& list : lists) {
            for (const auto& line : wrap_list(list, width_ - left, most_lines, language_)) {
                lines.push_back(line);
            }
        }
        const auto height = std::max(chip_side + 2, lines_height(lines.size(), body_size));
        Box box{id, dashed ? "alone" : "group"};
        box.rows = {
            {{chip_side - 2, chip_side - 2, styled({mark}, {body_size, true, colors.dark})}}};
        box.fill = hollow ? palette::white : colors.tint;
        box.frame = colors.dark;
        box.dashed = dashed;
        for (const auto& name : lists.front()) {
            if (!box.tooltip.empty()) box.tooltip += marks::space.in(language_);
            box.tooltip += name;
        }
        box.center = {chip_side / 2.0, panel_.height + chip_side / 2.0 + 1.0};
        panel_.boxes.push_back(std::move(box));
        const auto text_height = lines_height(lines.size(), body_size);
        const auto y = lines.size() == 1 ? (chip_side + 2 - text_height) / 2.0 : 0.0;
        add(id + "-members", "members", lines, {body_size, false, palette::ink}, left,
            width_ - left, panel_.height + y);
        panel_.height += height + row_gap;
    }

    void isolated(std::size_t most_lines) {
        chip("alone", "–", content_.isolated, palette::withheld, true, alone, most_lines, true);
    }

    const NetworkContent& content_;
    const NetworkChoice& choice_;
    Language language_;
    int width_;
    int names_width_ = 0;
    int count_width_ = 0;
    Panel panel_;
};

Panel in_one_column(const NetworkContent& content, const NetworkChoice& choice, double width,
                    const Limits& limits) {
    Writer writer(content, choice, width);
    writer.pairs(limits.pairs);
    writer.groups(limits);
    writer.omitted();
    return writer.take();
}

Panel in_two_columns(const NetworkContent& content, const NetworkChoice& choice, double width,
                     const Limits& limits) {
    const auto half = (width - column_gap) / 2.0;
    Writer left(content, choice, half);
    left.pairs(limits.pairs);
    left.omitted();
    Writer right(content, choice, half);
    right.groups(limits);
    auto panel = left.take();
    auto other = right.take();
    for (auto& box : other.boxes) {
        box.center.x += std::floor(half) + column_gap;
        panel.boxes.push_back(std::move(box));
    }
    panel.height = std::max(panel.height, other.height);
    return panel;
}

}  // namespace

Panel network_panel(const NetworkContent& content, const NetworkChoice& choice,
                    const ContentSize& room, bool two_columns) {
    constexpr std::array limits{
        Limits{12, every, every}, Limits{10, every, every}, Limits{8, every, every},
        Limits{6, every, every},  Limits{5, every, every},  Limits{5, 4, every},
        Limits{5, 3, every},      Limits{5, 2, 16},         Limits{5, 2, 12},
        Limits{4, 1, 10},         Limits{3, 1, 6},          Limits{2, 1, 4},
        Limits{1, 1, 2},          Limits{0, 1, 2},          Limits{0, 0, 0}};
    Panel panel;
    for (const auto& limit : limits) {
        panel = (two_columns ? in_two_columns : in_one_column)(content, choice, room.width, limit);
        panel.meager = limit.pairs < few_pairs;
        if (panel.height <= room.height) break;
    }
    return panel;
}

void add_panel(const Panel& panel, Point at, Diagram& diagram) {
    for (auto box : panel.boxes) {
        box.center = {box.center.x + at.x, box.center.y + at.y};
        diagram.boxes.push_back(std::move(box));
    }
}

}  // namespace remit::drawing
