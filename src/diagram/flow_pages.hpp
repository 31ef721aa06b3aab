/// \file
/// One layout on as few pages as keep its text readable.
#pragma once

#include "pieces.hpp"

#include <remit/diagram/page.hpp>
#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace remit::drawing {

/// The i-th of n parts of a list, as even as can be.
template <class Item>
[[nodiscard]] std::span<const Item> part_of(std::span<const Item> items, std::size_t i,
                                            std::size_t n) {
    const auto begin = items.size() * i / n;
    return items.subspan(begin, items.size() * (i + 1) / n - begin);
}

inline constexpr std::size_t most_pages = 120;

/// Draws a list on pages of the format asked for, all at one scale.
///
/// \param make  what lays out some of the items: it has `fit(paper)`, which returns the scale,
///              `content_size()` and `draw(paper, diagram)`
/// \throws PictureRefusal if `most_pages` are too few to keep the text readable
template <class Item, class Make>
[[nodiscard]] Picture flow_pages(const PictureOptions& options, PageText text,
                                 std::span<const Item> items, Make make) {
    if (options.page == PageFormat::fit) {
        auto layout = make(items);
        layout.fit({0.0, 0.0, 1e9, 1e9});
        const Page page(options.page, std::move(text), options.languages, layout.content_size());
        auto diagram = page.furnish(1.0);
        layout.draw(page.content(), diagram);
        return {diagram};
    }
    const auto most = std::min(most_pages, std::max<std::size_t>(1, items.size()));
    const auto laid_out = [&](const Rectangle& paper, std::size_t pages) {
        std::pair<std::vector<decltype(make(items))>, double> result{{}, 10.0};
        for (std::size_t i = 0; i < pages; ++i) {
            result.first.push_back(make(part_of(items, i, pages)));
            result.second = std::min(result.second, result.first.back().fit(paper));
        }
        return result;
    };
    for (text.pages = 1;;) {
        const Page probe(options.page, text, options.languages);
        auto [layouts, fitting] = laid_out(probe.content(), text.pages);
        const auto scale = probe.fitting_scale(fitting);
        if (scale * body_size >= readable_text) {
            Picture picture;
            for (text.page = 1; text.page <= text.pages; ++text.page) {
                const Page page(options.page, text, options.languages);
                picture.push_back(page.furnish(scale));
                layouts[text.page - 1].draw(page.content(), picture.back());
            }
            return picture;
        }
        const bool hopeless =
            text.pages == most ||
            (text.pages == 1 && laid_out(probe.content(), most).second * body_size < readable_text);
        if (hopeless) {
            throw PictureRefusal(
                "too much for " + std::to_string(most) + (most == 1 ? " page" : " pages") +
                " with text that can be read; take another page format, such as fit, or "
                "draw fewer measures");
        }
        // The height is not all that limits, so a page may hold more than its share.
        const auto missing = std::pow(readable_text / (scale * body_size), 0.7);
        const auto wanted = static_cast<double>(text.pages) * std::min(missing, 8.0);
        text.pages = std::clamp(static_cast<std::size_t>(wanted), text.pages + 1, most);
    }
}

}  // namespace remit::drawing
