#include "narrow_heads.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <utility>

namespace remit::drawing {
namespace {

constexpr double upright_leading = 1.1;  // of characters, as a multiple of their size
constexpr double level_leading = 1.2;    // of lines
constexpr double between = 6.0;          // level heads beside each other
constexpr double most_upright = 9.05;    // characters
constexpr std::size_t most_levels = 3;
constexpr std::size_t most_lines = 3;
constexpr std::size_t few_departments = 10;  // whose names may have as many

bool is_upright(std::string_view text) {
    const auto characters = code_points(text);
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t each) { return columns(each) == 2; });
}

/// A character a line; what combines stays with what is before it, spaces are dropped.
std::vector<std::string> upright(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto character : code_points(text)) {
        const auto one = utf8(std::u32string(1, character));
        if (columns(character) == 0 && !lines.empty()) {
            lines.back() += one;
        } else if (one != " ") {
            lines.push_back(one);
        }
    }
    return lines;
}

/// A head in one language.
struct Part {
    Language language;
    Font font;
    bool upright = false;
    std::vector<std::string> lines = {};
    double width = 0.0;

    [[nodiscard]] double line() const {
        return (upright ? upright_leading : level_leading) * font.size;
    }
    [[nodiscard]] double height() const { return line() * static_cast<double>(lines.size()); }
};

Part part_of(const Theme& theme, const NarrowHead& head, Language language, bool upright_ones) {
    Part part{language, {theme.size, head.bold, head.color}, upright_ones};
    const bool second = language != theme.languages.first;
    const auto text = head.text(language);
    if (!part.upright) part.font.size = level_font(theme).size;
    if (second) part.font = second_font(part.font);
    const auto page = theme.languages.first;
    if (part.upright) {
        part.lines = upright(text);
    } else {
        const auto room = std::max(7.0 * theme.size, widest_word(text, part.font, page) + 0.01);
        part.lines = wrap(text, room, {part.font.size, part.font.bold, page});
    }
    for (const auto& line : part.lines) {
        part.width = std::max(part.width, rich_width(line, part.font, page));
    }
    return part;
}

/// All heads in one language, at some heights in turn; upright ones at one.
struct Zone {
    std::vector<Part> parts;
    bool upright = false;
    double highest = 0.0;  ///< Of the parts.

    [[nodiscard]] double height(std::size_t levels) const {
        return highest * static_cast<double>(upright ? 1 : levels);
    }
};

/// The least width of columns whose heads stand at so many heights in turn.
double column_width(const std::vector<Zone>& zones, double least, std::size_t levels) {
    auto width = least;
    for (const auto& zone : zones) {
        const auto apart = zone.upright ? 1 : levels;
        for (std::size_t i = 0; i + apart < zone.parts.size(); ++i) {
            const auto both = (zone.parts[i].width + zone.parts[i + apart].width) / 2.0;
            const auto gap = zone.upright ? 0.0 : between;
            width = std::max(width, (both + gap) / static_cast<double>(apart));
        }
    }
    return width;
}

double overhang(const std::vector<Zone>& zones, double column) {
    double most = 0.0;
    for (const auto& zone : zones) {
        for (const auto& part : zone.parts) most = std::max(most, (part.width - column) / 2.0);
    }
    return most;
}

class HeadDrawing {
 public:
    HeadDrawing(std::vector<Zone> zones, std::size_t levels, double column)
        : zones_(std::move(zones)), levels_(levels), column_(column) {}

    [[nodiscard]] double height() const {
        double height = 0.0;
        for (const auto& zone : zones_) height += zone.height(levels_);
        return height + 2.0 * static_cast<double>(zones_.size() - 1);
    }

    void draw(std::size_t index, const Mark& mark, const Rectangle& at, Diagram& page) const {
        auto top = at.bottom() - height();
        for (std::size_t z = 0; z < zones_.size(); ++z) {
            const auto bottom = top + zones_[z].height(levels_);
            auto own = mark;
            if (z > 0) own.id += "-second";
            draw_part(z, index, own, {at.middle().x, bottom}, page);
            top = bottom + 2.0;
        }
    }

 private:
    void draw_part(std::size_t z, std::size_t index, const Mark& mark, Point foot,
                   Diagram& page) const {
        const auto& zone = zones_[z];
        const auto& part = zone.parts[index];
        const auto level = zone.upright ? 0 : index % levels_;
        const auto bottom = foot.y - zone.highest * static_cast<double>(level);
        auto y = bottom - part.height();
        for (std::size_t l = 0; l < part.lines.size(); ++l) {
            auto own = mark;
            if (l > 0) own.id += "-line-" + std::to_string(l + 1);
            const RichLine line{{{part.lines[l]}}, part.width};
            draw_line(line, own, {foot.x, y + part.line() / 2.0}, Align::center, part.font,
                      part.language, page);
            y += part.line();
        }
        if (level == 0 || !is_clear(zone, index)) return;
        add_line(page, {mark.id + "-stem", "stem"}, {foot.x, bottom + 1.0}, {foot.x, foot.y},
                 palette::rule, 0.7);
    }

    /// Whether no word beside it stands in the way of a line down from this head.
    [[nodiscard]] bool is_clear(const Zone& zone, std::size_t index) const {
        const auto level = index % levels_;
        for (std::size_t step = 1; step < levels_; ++step) {
            const auto reach = 2.0 * column_ * static_cast<double>(step) - 3.0;
            for (const auto other : {index - step, index + step}) {
                if (other >= zone.parts.size() || other % levels_ >= level) continue;
                if (zone.parts[other].width > reach) return false;
            }
        }
        return true;
    }

    std::vector<Zone> zones_;
    std::size_t levels_;
    double column_;
};

Zone zone_of(const Theme& theme, const std::vector<NarrowHead>& heads, Language language) {
    Zone zone;
    // Words beside characters that stand upright would run into them.
    zone.upright = std::all_of(heads.begin(), heads.end(), [&](const NarrowHead& head) {
        return is_upright(head.text(language));
    });
    for (const auto& head : heads) {
        zone.parts.push_back(part_of(theme, head, language, zone.upright));
    }
    return zone;
}

std::vector<Zone> zones_of(const Theme& theme, const std::vector<NarrowHead>& heads) {
    std::vector<Zone> zones{zone_of(theme, heads, theme.languages.first)};
    if (theme.languages.second) {
        auto second = zone_of(theme, heads, *theme.languages.second);
        bool differs = false;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (second.parts[i].lines != zones[0].parts[i].lines) {
                differs = true;
                continue;
            }
            second.parts[i].lines.clear();
            second.parts[i].width = 0.0;
        }
        if (differs) zones.push_back(std::move(second));
    }
    for (auto& zone : zones) {
        for (const auto& part : zone.parts) zone.highest = std::max(zone.highest, part.height());
    }
    return zones;
}

}  // namespace

Font level_font(const Theme& theme) {
    return {std::max(readable_text, 0.9 * theme.size), false, palette::ink};
}

NarrowHeads narrow_heads(const Theme& theme, const std::vector<NarrowHead>& heads, double least,
                         double room) {
    auto zones = zones_of(theme, heads);
    std::size_t levels = 0;
    NarrowHeads all;
    do {
        all.column = column_width(zones, least, ++levels);
        all.overhang = overhang(zones, all.column);
    } while (levels < most_levels && all.column > least &&
             all.column * static_cast<double>(heads.size()) + 2.0 * all.overhang > room);
    const auto shared = std::make_shared<HeadDrawing>(std::move(zones), levels, all.column);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        all.blocks.push_back(
            drawn({all.column, all.column}, shared->height(),
                  [shared, i, mark = heads[i].mark](const Rectangle& at, Diagram& page) {
                      shared->draw(i, mark, at, page);
                  }));
    }
    return all;
}

HeadNames::HeadNames(const Dataset& dataset, const Theme& theme,
                     const std::vector<DepartmentIndex>& departments)
    : departments_(departments) {
    const auto add = [&](Language language, double scale) {
        Font font = level_font(theme);
        const Languages one{language};
        const bool all_upright = std::all_of(departments.begin(), departments.end(), [&](auto d) {
            return is_upright(dataset[d].short_name.in(language));
        });
        if (all_upright) {
            font.size = theme.size;
            names_.emplace_back(language, Names(dataset, one, departments, most_upright * font.size,
                                                font, 1, Names::Steps::alias));
            return;
        }
        font.size *= scale;
        const bool many = departments.size() > few_departments;
        Names names(dataset, one, departments, 5.0 * theme.size, font, 1,
                    many ? Names::Steps::initials : Names::Steps::abbreviation);
        const bool cut = std::any_of(departments.begin(), departments.end(), [&](auto d) {
            return names.of(d, language).find("…") != std::string::npos;
        });
        if (cut) names = Names(dataset, one, departments, 6.6 * theme.size, font, most_lines);
        names_.emplace_back(language, std::move(names));
    };
    add(theme.languages.first, 1.0);
    if (theme.languages.second) add(*theme.languages.second, 0.85);
}

std::function<std::string(Language)> HeadNames::of(DepartmentIndex department) const {
    return [this, department](Language language) -> std::string {
        for (const auto& [each, names] : names_) {
            if (each.plain() == language.plain()) return names.of(department, language);
        }
        return names_.front().second.of(department, language);
    };
}

std::string HeadNames::key() const {
    const auto& [language, names] = names_.front();
    return names.key(departments_, language);
}

}  // namespace remit::drawing
