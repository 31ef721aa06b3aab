#include "parts.hpp"

#include "../../page/grid.hpp"
#include "../../text/text_layout.hpp"
#include "../identifiers.hpp"

#include <memory>

namespace remit::drawing {
namespace {

constexpr Phrase dash_pair{"network-picture.dash-pair"};
constexpr Phrase measures_told{"network-picture.measures-told"};
constexpr Phrase pair_told{"network-picture.pair-told"};

}  // namespace

TextOptions named(std::string id, std::string kind_of, Align align) {
    TextOptions options;
    options.align = align;
    options.mark = {std::move(id), std::move(kind_of)};
    return options;
}

std::string NetworkParts::id(DepartmentIndex d) const {
    return department_id(dataset, d);
}

std::string NetworkParts::word(DepartmentIndex d) const {
    return of(dataset, d);
}

std::string NetworkParts::word(const Coresponsibility& pair) const {
    return of(dataset, pair.a) + of(dataset, pair.b);
}

std::string NetworkParts::told(DepartmentIndex d) const {
    const auto language = theme.languages.first;
    return measures_told.fill(
        language, {std::string(dataset[d].name.in(language)), count(facts.measures[d.value])});
}

Mark NetworkParts::pair_mark(const char* what, const Coresponsibility& pair) const {
    const auto language = theme.languages.first;
    return {std::string(what) + '-' + id(pair.a) + '-' + id(pair.b), what + word(pair),
            pair_told.fill(language, {names.of(pair.a, language), names.of(pair.b, language),
                                      count(pair.shared())})};
}

std::string NetworkParts::pair_name(const Coresponsibility& pair, Language language) const {
    return dash_pair.fill(language, {names.of(pair.a, language), names.of(pair.b, language)});
}

BlockPtr NetworkParts::bars(std::size_t listed) const {
    Grid grid;
    grid.id = "pairs";
    grid.padding = 0.2 * theme.size;
    grid.growth = 0.2;
    grid.columns.resize(2);
    BarStyle style;
    style.most = static_cast<double>(facts.most());
    style.room = rich_width(count(facts.most()), theme.body(true), theme.languages.first) + 6.0;
    style.width = 7.0 * theme.size;
    style.height = 0.95 * theme.size;
    for (std::size_t p = 0; p < listed; ++p) {
        const auto& pair = facts.pairs[p];
        const bool chief = p < facts.chief;
        auto options =
            named("pair-" + id(pair.a) + '-' + id(pair.b), "pair" + word(pair), Align::right);
        options.least = 9.0 * theme.size;
        options.widest = 20.0 * theme.size;
        Font font = theme.body(chief);
        if (chief) font.color = palette::nationwide;
        grid.add({text(
                      theme, [&](Language language) { return pair_name(pair, language); }, font,
                      options),
                  bar(theme, style,
                      {{static_cast<double>(pair.shared()),
                        chief ? palette::nationwide : palette::quiet_bar, "", "",
                        pair_mark("bar", pair)}},
                      0.0, count(pair.shared()), pair_mark("shared", pair))});
    }
    return std::make_shared<Grid>(std::move(grid));
}

}  // namespace remit::drawing
