#include "reach_layout.hpp"

#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>

namespace remit::drawing {
namespace {

// In layout units.
constexpr double panel_text = 132.0;  // the widest line
constexpr int title_size = 15;
constexpr int figure_size = 18;
constexpr std::size_t most_members = 12;  // each with a line of its own
constexpr std::size_t most_numbers = 12;  // of measures
constexpr std::size_t longest_list = 80;  // of their numbers or codes, in bytes
constexpr std::size_t most_cities = 3;    // by name

constexpr Phrase of_all{"reach-panels.of-all"};
constexpr Phrase block_count{"reach-panels.block-count"};
constexpr Phrase only_parts{"reach-panels.only-parts"};
constexpr Phrase counted_whole{"reach-panels.counted-whole"};
constexpr Phrase counted_core{"reach-panels.counted-core"};
constexpr Phrase more_cities{"reach-panels.more-cities"};
constexpr Phrase places_alike{"reach-panels.places-alike"};
constexpr Phrase reached{"reach-panels.reached"};
constexpr Phrase in_part{"reach-panels.in-part"};
constexpr Phrase limited_count{"reach-panels.limited-count"};
constexpr Phrase limited_ones{"reach-panels.limited-ones"};

/// Cells below each other, all as wide as the widest line.
class Stack {
 public:
    Stack(Box box, Language language) : box_(std::move(box)), language_(language) {}

    void add(const std::string& text, const TextStyle& style, int room = padding) {
        const auto lines =
            wrap(text, panel_text, {static_cast<double>(style.size), style.bold, language_});
        width_ = std::max(width_, lines_width(lines, style, language_));
        box_.rows.push_back(
            {{0, lines_height(lines.size(), style.size) + room, styled(lines, style)}});
    }
    /// A remark on the cell above, next to it.
    void append(const std::string& text, const TextStyle& style) {
        add(text, style, 0);
        box_.rows.back().front().top = true;
    }
    void fill(const HexColor& color) { box_.rows.back().front().fill = color; }

    [[nodiscard]] Box take() {
        for (auto& row : box_.rows) row.front().width = width_ + 2 * padding;
        return std::move(box_);
    }

 private:
    Box box_;
    Language language_;
    int width_ = 0;
};

/// How a region with a named core is read; empty for another.
std::string core_remark(const Dataset& dataset, PlaceIndex place, Language language) {
    const auto& record = dataset.registry()[place];
    if (record.core.empty()) return {};
    auto cities = place_list(
        dataset,
        {record.core.begin(), record.core.begin() + static_cast<std::ptrdiff_t>(
                                                        std::min(record.core.size(), most_cities))},
        language);
    if (record.core.size() > most_cities) {
        cities = more_cities.fill(language, {cities, std::to_string(record.core.size())});
    }
    return (record.extent == Extent::core ? counted_core : counted_whole).fill(language, {cities});
}

Box place_card(const Dataset& dataset, const Languages& languages, const ReachFacts& facts) {
    const auto place = facts.panels.front().places.front();
    const auto& record = dataset.registry()[place];
    Stack stack({"region-" + record.id, "region"}, languages.first);
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const auto say = [&](auto text) {
        const auto both = said(languages, text);
        if (!both.empty()) stack.add(both, {body_size, false, palette::white});
    };
    stack.add(name(languages, record.name), {title_size, true, palette::white}, 2 * padding);
    stack.add(
        phrase(languages, of_all, {count(facts.measures.size()), count(dataset.measures().size())}),
        {figure_size, true, palette::white});
    for (const auto& block : facts.blocks) {
        say([&](Language language) {
            return block_count.fill(
                language, {block_name(dataset, block, language), count(block.measures.size())});
        });
    }
    if (!facts.parts.empty()) {
        say([&](Language language) {
            return only_parts.fill(language, {place_list(dataset, facts.parts, language)});
        });
    }
    say([&](Language language) { return core_remark(dataset, place, language); });
    auto box = stack.take();
    box.fill = palette::ink;
    box.frame = palette::ink;
    return box;
}

void add_members(const Dataset& dataset, const Languages& languages, const ReachPanel& panel,
                 PanelForm form, Stack& stack) {
    const TextStyle named{name_size, true, palette::ink};
    const TextStyle small{body_size, false, palette::secondary};
    if (panel.places.size() == 1 && form == PanelForm::list) return;
    if (panel.places.size() > most_members || form == PanelForm::list) {
        stack.add(
            said(languages,
                 [&](Language language) { return place_list(dataset, panel.places, language); }),
            {body_size, false, palette::ink});
        return;
    }
    for (const auto place : panel.places) {
        const bool alone = panel.places.size() == 1;
        const auto& record = dataset.registry()[place];
        if (!alone && form == PanelForm::lines) {
            stack.add(
                said_in_line(languages,
                             [&](Language language) { return record.short_name.in(language); }),
                {body_size, true, palette::ink}, 0);
            continue;
        }
        if (!alone) stack.add(name(languages, record.name), named, 0);
        const auto remark = said(
            languages, [&](Language language) { return core_remark(dataset, place, language); });
        if (remark.empty()) continue;
        if (alone) {
            stack.add(remark, small, 0);
        } else {
            stack.append(remark, small);
        }
    }
}

/// Which of the measures for some regions these are, where the blocks do not say.
void add_limited(const Dataset& dataset, const Languages& languages, const ReachFacts& facts,
                 const ReachPanel& panel, Stack& stack) {
    const auto mixed = std::find_if(facts.blocks.begin(), facts.blocks.end(),
                                    [](const ReachBlock& block) { return block.mixed; });
    if (mixed == facts.blocks.end()) return;
    std::vector<MeasureIndex> some;
    for (const auto m : mixed->measures) {
        if (std::binary_search(panel.full.begin(), panel.full.end(), m) ||
            std::binary_search(panel.partial.begin(), panel.partial.end(), m)) {
            some.push_back(m);
        }
    }
    if (!some.empty()) {
        const auto list = number_list(dataset, some, languages.first);
        const bool listed = some.size() <= most_numbers && list.size() <= longest_list;
        stack.append(listed ? phrase(languages, limited_ones, {list})
                            : phrase(languages, limited_count, {std::to_string(some.size())}),
                     {body_size, false, palette::secondary});
    }
}

Box places_panel(const Dataset& dataset, const Languages& languages, const ReachFacts& facts,
                 const ReachPanel& panel, PanelForm form) {
    const auto first = panel.places.front();
    Stack stack({"region-" + dataset.registry()[first].id, "region"}, languages.first);
    const auto count = [](std::size_t number) { return std::to_string(number); };
    const TextStyle small{body_size, false, palette::secondary};
    const auto full = panel.full.size();
    const auto partial = panel.partial.size();
    stack.add(panel.places.size() > 1
                  ? phrase(languages, places_alike, {count(panel.places.size())})
                  : name(languages, dataset.registry()[first].name),
              {form == PanelForm::list ? body_size : name_size, true, palette::white},
              form == PanelForm::list ? 0 : padding);
    stack.fill(palette::ink);
    stack.add(said(languages,
                   [&](Language language) {
                       auto text = reached.fill(
                           language, {count(full + partial), count(dataset.measures().size())});
                       if (partial > 0) text += '\n' + in_part.fill(language, {count(partial)});
                       return text;
                   }),
              small, form == PanelForm::list ? 0 : padding);
    add_limited(dataset, languages, facts, panel, stack);
    add_members(dataset, languages, panel, form, stack);
    auto box = stack.take();
    box.fill = palette::white;
    box.frame = palette::ink;
    return box;
}

}  // namespace

std::vector<Box> reach_panels(const Dataset& dataset, const Languages& languages,
                              const ReachFacts& facts, PanelForm form) {
    if (facts.one_place) return {place_card(dataset, languages, facts)};
    std::vector<Box> boxes;
    int width = 0;
    for (const auto& panel : facts.panels) {
        boxes.push_back(places_panel(dataset, languages, facts, panel, form));
        width = std::max(width, boxes.back().width());
    }
    for (auto& box : boxes) {
        const auto more = width - box.width();
        for (auto& row : box.rows) row.front().width += more;
    }
    return boxes;
}

}  // namespace remit::drawing
