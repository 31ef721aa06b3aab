#include "key_figures.hpp"

#include "wording.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int value_size = 15;
constexpr double tile_gap = 8.0;
constexpr double widest_label = 104.0;
constexpr int value_height = 24;
constexpr double line_up = 4.0;  // above a label

constexpr Phrase from_to{"key-figures.from-to"};

using Value = std::string (*)(const Profile& profile);

struct Figure {
    const char* id;
    Phrase label;
    Value value;
};

template <std::size_t Profile::*member>
std::string count_of(const Profile& profile) {
    return std::to_string(profile.*member);
}

template <double Concentration::*member>
std::string concentration_of(const Profile& profile) {
    return profile.full ? fixed((*profile.full).*member, 3) : "–";
}

constexpr std::array<Figure, 8> figures{
    {{"departments", {"key-figures.departments"}, count_of<&Profile::departments>},
     {"links", {"key-figures.links"}, count_of<&Profile::links>},
     {"pairs", {"key-figures.pairs"}, count_of<&Profile::pairs>},
     {"shared", {"key-figures.shared"}, count_of<&Profile::shared>},
     {"sole", {"key-figures.sole"}, count_of<&Profile::sole>},
     {"largest", {"key-figures.largest"}, count_of<&Profile::largest>},
     {"herfindahl", {"key-figures.herfindahl"}, concentration_of<&Concentration::herfindahl>},
     {"gini", {"key-figures.gini"}, concentration_of<&Concentration::gini>}}};

}  // namespace

KeyFigures::KeyFigures(const Comparison& comparison, const Languages& languages) {
    const TextStyle bold{value_size, true};
    for (const auto& figure : figures) {
        const auto before = figure.value(comparison.profiles.front());
        const auto after = figure.value(comparison.profiles.back());
        Tile tile{figure.id};
        tile.label = text_block(
            languages,
            said(languages, [&](Language language) { return figure.label.in(language); }),
            widest_label, {body_size, false, palette::secondary});
        tile.value = from_to.fill(languages.first, {before, after});
        tile.changed = before != after;
        width_ = std::max({width_, tile.label.width + 2 * padding,
                           cell_width(tile.value, bold, languages.first)});
        label_height_ = std::max(label_height_, tile.label.height);
        tiles_.push_back(std::move(tile));
    }
}

ContentSize KeyFigures::size_of(std::size_t columns) const {
    const auto full_rows = (tiles_.size() + columns - 1) / columns;
    const auto rows = static_cast<double>(full_rows);
    const auto count = static_cast<double>(columns);
    return {count * width_ + (count - 1.0) * tile_gap,
            rows * (label_height_ + value_height + line_up) + (rows - 1.0) * tile_gap};
}

void KeyFigures::draw(std::size_t columns, const Rectangle& area, Diagram& diagram) const {
    const auto count = static_cast<double>(columns);
    const auto step = (area.width + tile_gap) / count;
    const auto width = step - tile_gap;
    const auto height = label_height_ + value_height + line_up;
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const auto& tile = tiles_[i];
        const auto x = area.x + static_cast<double>(i % columns) * step;
        const auto row = i / columns;
        const auto y = area.y + static_cast<double>(row) * (height + tile_gap);
        diagram.curves.push_back(
            straight_line("figure-line-" + tile.id, "figure", {x, y}, {x + width, y},
                          tile.changed ? palette::ink : palette::rule, tile.changed ? 1.6 : 0.8));
        diagram.boxes.push_back(
            text_in("figure-label-" + tile.id, "figure", tile.label.lines, Align::left,
                    {x, y + line_up, width, static_cast<double>(label_height_)}));
        const auto* color = tile.changed ? palette::ink : palette::muted;
        auto value =
            text_in("figure-" + tile.id, tile.changed ? "figure changed" : "figure",
                    {{tile.value, {value_size, tile.changed, color}}}, Align::left,
                    {x, y + line_up + label_height_, width, static_cast<double>(value_height)});
        diagram.boxes.push_back(std::move(value));
    }
}

}  // namespace remit::drawing
