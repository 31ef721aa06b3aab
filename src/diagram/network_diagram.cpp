#include <remit/diagram/network_diagram.hpp>

#include "captions.hpp"
#include "network_layout.hpp"
#include "network_panel.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace remit {
namespace {

using drawing::NetworkChoice;
using drawing::NetworkContent;
using drawing::NetworkLayout;
using drawing::Panel;
using drawing::phrase;

constexpr Phrase asks{"network-diagram.asks"};
constexpr Phrase pairs_count{"network-diagram.pairs-count"};
constexpr Phrase one_pair{"network-diagram.one-pair"};
constexpr Phrase drawn_pairs{"network-diagram.drawn-pairs"};
constexpr Phrase shows{"network-diagram.shows"};
constexpr Phrase most_shared{"network-diagram.most-shared"};
constexpr Phrase rule{"network-diagram.rule"};
constexpr Phrase nothing{"network-diagram.nothing"};
constexpr Phrase no_pairs{"network-diagram.no-pairs"};

constexpr Phrase area_is{"network-diagram.area-is"};
constexpr Phrase figures_are{"network-diagram.figures-are"};
constexpr Phrase frame_is{"network-diagram.frame-is"};
constexpr Phrase line_is{"network-diagram.line-is"};
constexpr Phrase thin_is{"network-diagram.thin-is"};
constexpr Phrase letter_is{"network-diagram.letter-is"};

constexpr std::array scales{1.1, 1.0, 0.9, 0.82};
constexpr double crowded_scale = 0.95;  // at most, for many pairs
constexpr std::size_t many_pairs = 45;
constexpr double panel_width = 236.0;
constexpr double panel_gap = 30.0;
constexpr double panel_share = 0.42;       // of the height, below a network
constexpr double least_network = 240.0;    // of the height, on a portrait page
constexpr std::size_t few_blemishes = 12;  // one for so many lines is borne

std::vector<LegendItem> legend(const NetworkContent& content, const NetworkChoice& choice,
                               const Languages& languages) {
    using Sample = LegendItem::Sample;
    const auto roles = drawing::role_words(content.dataset);
    const auto& colors = palette::categories.front();
    std::vector<LegendItem> items;
    const auto with_roles = [&](const Phrase& form) {
        return drawing::said_in_line(languages, [&](Language language) {
            return form.fill(language, {std::string(roles.leading_count.in(language)),
                                        std::string(roles.joining_count.in(language))});
        });
    };
    items.push_back(
        {Sample::dot, phrase(languages, area_is), colors.dark, 1.0, false, Tip::none, colors.tint});
    if (content.pairs.front().shared() > choice.least) {
        items.push_back({Sample::line, phrase(languages, line_is), palette::secondary, 4.0});
    }
    items.push_back({Sample::dot,
                     drawing::said_in_line(languages,
                                           [&](Language language) {
                                               return frame_is.fill(
                                                   language,
                                                   {std::string(roles.leading_count.in(language))});
                                           }),
                     colors.dark, 3.0, false, Tip::none, colors.tint});
    items.push_back({Sample::line, phrase(languages, thin_is, {std::to_string(choice.least)}),
                     palette::muted, drawing::joining_width});
    items.push_back({Sample::chip, phrase(languages, letter_is), colors.dark, 1.0, false, Tip::none,
                     colors.tint, colors.dark, "A"});
    items.push_back({Sample::remark, with_roles(figures_are)});
    return items;
}

std::string counts(const NetworkContent& content, const NetworkChoice& choice, Language language) {
    const auto& dataset = content.dataset;
    const auto pairs = content.pairs.size();
    auto text = drawing::measures_counted(dataset, language) + drawing::separator +
                drawing::departments_counted(dataset, language) + drawing::separator +
                drawing::unbroken(
                    (pairs == 1 ? one_pair : pairs_count).fill(language, {std::to_string(pairs)}));
    if (choice.pairs < pairs) {
        text += drawing::separator +
                drawing::unbroken(drawn_pairs.fill(language, {std::to_string(choice.pairs)}));
    }
    return text + drawing::withheld_counted(dataset, language);
}

std::string description(const NetworkContent& content, const NetworkChoice& choice,
                        Language language) {
    const auto text = shows.fill(language, {counts(content, choice, language)});
    if (content.pairs.empty()) return text;
    const auto& pair = content.pairs.front();
    auto most =
        most_shared.fill(language, {std::string(content.dataset[pair.a].short_name.in(language)),
                                    std::string(content.dataset[pair.b].short_name.in(language)),
                                    std::to_string(pair.shared())});
    return sentences(language, {text, most.append(marks::stop.in(language))});
}

PageText text_of(const NetworkContent& content, const NetworkChoice& choice,
                 const PictureOptions& options) {
    return drawing::page_text(
        content.dataset, options,
        {[&](Language language) {
             return asks.fill(language, {drawing::subject(content.dataset, language)});
         },
         [&](Language language) { return counts(content, choice, language); },
         [&](Language language) { return description(content, choice, language); },
         [](Language language) { return std::string(rule.in(language)); }});
}

/// The network and what stands beside it on a page of some scale.
struct Composition {
    Rectangle network = {};
    Point panel_at = {};
    Panel panel;
    NetworkLayout layout;
};

/// \param room  for all content, in layout units
std::optional<Composition> compose(const NetworkContent& content, const NetworkChoice& choice,
                                   const Rectangle& room, bool below) {
    Composition result;
    if (below) {
        const ContentSize rest{room.width, room.height - least_network};
        result.panel = drawing::network_panel(
            content, choice, {rest.width, std::min(rest.height, panel_share * room.height)}, true);
        if (result.panel.height > rest.height) return std::nullopt;
        const auto top = room.y + room.height - result.panel.height;
        result.network = {room.x, room.y, room.width, top - panel_gap / 2.0 - room.y};
        result.panel_at = {room.x, top};
    } else {
        result.panel = drawing::network_panel(content, choice, {panel_width, room.height}, false);
        if (result.panel.height > room.height + 0.5) return std::nullopt;
        result.network = {room.x, room.y, room.width - panel_width - panel_gap, room.height};
        result.panel_at = {room.x + room.width - panel_width, room.y};
    }
    result.layout = drawing::place_network(content, choice, result.network);
    return result;
}

ContentSize natural_size(const NetworkContent& content, const NetworkChoice& choice) {
    const auto side = std::sqrt(static_cast<double>(choice.drawn.size() + 1));
    const ContentSize network{std::ceil(std::max(380.0, 170.0 * side)),
                              std::ceil(std::max(260.0, 105.0 * side))};
    const auto panel =
        drawing::network_panel(content, choice, {panel_width, network.height}, false);
    return {network.width + panel_gap + panel_width, std::max(network.height, panel.height)};
}

Diagram drawn(const NetworkContent& content, const Composition& composition, const Page& page,
              double scale) {
    auto diagram = page.furnish(scale);
    drawing::draw_network(content, composition.layout, diagram);
    drawing::add_panel(composition.panel, composition.panel_at, diagram);
    return diagram;
}

struct Attempt {
    std::optional<Diagram> page;    ///< None where something has no place of its own.
    std::size_t blemishes = worst;  ///< Lines behind a number, name or circle.

    static constexpr std::size_t worst = static_cast<std::size_t>(-1);
};

/// The picture of that choice at the largest scale with the fewest blemishes.
Attempt attempt(const NetworkContent& content, const NetworkChoice& choice,
                const PictureOptions& options) {
    auto text = text_of(content, choice, options);
    text.legend = legend(content, choice, options.languages);
    const bool fit = options.page == PageFormat::fit;
    const Page page(options.page, text, options.languages,
                    fit ? natural_size(content, choice) : ContentSize{});
    Attempt best;
    for (const auto largest : scales) {
        if (largest > crowded_scale && choice.pairs > many_pairs && !fit) continue;
        const auto scale = fit ? 1.0 : page.fitting_scale(largest);
        if (scale * drawing::body_size < readable_text) continue;
        const auto paper = page.content();
        const auto composition =
            compose(content, choice,
                    {paper.x / scale, paper.y / scale, paper.width / scale, paper.height / scale},
                    options.page == PageFormat::a4_portrait);
        if (!composition || composition->layout.overlaps > 0) continue;
        if (composition->panel.meager && largest > scales.back() && !fit) continue;
        if (composition->layout.blemishes < best.blemishes) {
            best = {drawn(content, *composition, page, scale), composition->layout.blemishes};
        }
        if (best.blemishes == 0 || fit) break;
    }
    return best;
}

}  // namespace

Picture network_diagram(const Dataset& dataset, const PictureOptions& options) {
    const NetworkContent content(dataset, options.languages);
    if (content.pairs.empty()) {
        const auto& why = dataset.measures().empty() ? nothing : no_pairs;
        return drawing::no_data(text_of(content, {}, options), options,
                                [&](Language language) { return std::string(why.in(language)); });
    }
    auto most = content.pairs.size();
    Attempt best;
    for (const auto least : drawing::legible_limits(content, options.page == PageFormat::fit)) {
        const auto choice = drawing::choose(content, least);
        if (choice.pairs > most) continue;
        auto now = attempt(content, choice, options);
        if (now.page && now.blemishes < best.blemishes) best = std::move(now);
        if (best.page && best.blemishes <= choice.pairs / few_blemishes) break;
        most = choice.pairs * 3 / 4;  // a few pairs less would not do either
    }
    if (best.page) return {std::move(*best.page)};
    throw PictureRefusal(
        "too many departments share equally many measures for a network that can be read; draw "
        "the picture 'matrix' or 'groups', or list them with 'remit pairs'");
}

}  // namespace remit
