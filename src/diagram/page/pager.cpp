#include "pager.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace remit::drawing {
namespace {

constexpr const char* too_wide = "the picture is too wide to be drawn; take ";
constexpr std::size_t hopeless = 400;  // pages behind which nothing is divided any more

/// Parts of a height of at most so much; none if something has no room at all.
std::optional<std::vector<BlockPtr>> divided(const BlockPtr& content, double width, double height,
                                             std::size_t most) {
    std::vector<BlockPtr> pages;
    for (const auto& side : content->side_by_side(width)) {
        if (side->widths().least > width + 1e-6) return std::nullopt;
        for (auto rest = side; rest;) {
            const auto parts = rest->split(width, height);
            if (!parts.first) return std::nullopt;
            pages.push_back(parts.first);
            if (pages.size() > most) return pages;
            rest = parts.rest;
        }
    }
    return pages;
}

/// The same, with pages about as full as each other.
std::vector<BlockPtr> balanced(const BlockPtr& content, double width, double height,
                               std::vector<BlockPtr> pages) {
    const auto count = pages.size();
    double low = 0.0;
    double high = height;
    for (int step = 0; step < 7 && count > 1; ++step) {
        const auto middle = (low + high) / 2.0;
        auto tried = divided(content, width, middle, count);
        if (tried && tried->size() <= count) {
            pages = std::move(*tried);
            high = middle;
        } else {
            low = middle;
        }
    }
    return pages;
}

/// The content of pages at sizes of text, each of which takes long to make and is made once.
class Contents {
 public:
    Contents(const View& view, Theme theme) : view_(view), theme_(std::move(theme)) {}

    [[nodiscard]] BlockPtr at(double size) {
        const auto [found, fresh] = made_.try_emplace(size);
        theme_.size = size;
        if (fresh) found->second = view_(theme_);
        return found->second;
    }

    /// Whether it is no wider than a page, and no higher than so many are together.
    [[nodiscard]] bool need_at_most(double pages, const BlockPtr& content) const {
        return content && content->widths().least <= theme_.width + 1e-6 &&
               content->height(theme_.width) <= pages * theme_.height + 1e-6;
    }

    /// Whether so many pages are too few at any size: where even the smallest text needs twice as
    /// many, larger text does not do with them.
    /// \param content  at a larger size, which is asked first
    [[nodiscard]] bool surely_need_more_than(std::size_t pages, double smallest,
                                             const BlockPtr& content) {
        const auto is_more = [&](const BlockPtr& block) {
            return block && need_at_most(std::numeric_limits<double>::infinity(), block) &&
                   !need_at_most(2.0 * static_cast<double>(pages), block);
        };
        return is_more(content) && is_more(at(smallest));
    }

 private:
    const View& view_;
    Theme theme_;
    std::map<double, BlockPtr> made_;
};

Picture drawn_pages(const Frame& frame, const std::vector<BlockPtr>& pages) {
    const auto& at = frame.content();
    auto height = at.height;
    if (height <= 0.0) {  // as high as the highest
        for (const auto& page : pages) height = std::max(height, page->height(at.width));
    }
    Picture picture;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        auto page = frame.furnish(p + 1, pages.size(), height);
        pages[p]->draw({at.x, at.y, at.width, height}, page);
        picture.push_back(std::move(page));
    }
    return picture;
}

}  // namespace

PageBound page_bound(std::size_t measures, std::string advice) {
    return {std::max<std::size_t>(6, measures / 8), std::move(advice)};
}

Picture paged(PageFormat format, const FrameText& words, Languages languages, const View& view,
              const PageBound& bound) {
    const auto sizes = Frame::sizes(format);
    if (format == PageFormat::fit) {
        const auto content = view({languages, sizes.planned.front()});
        if (!content) throw PictureRefusal(std::string(too_wide) + bound.advice);
        const auto widths = content->widths();
        const Frame frame(format, words, languages, std::max(widths.least, widths.natural));
        const auto width = frame.content().width;
        const auto pages = content->side_by_side(width);
        const bool fits = std::all_of(pages.begin(), pages.end(), [&](const BlockPtr& page) {
            return page->widths().least <= width + 1e-6;
        });
        if (!fits || pages.size() > bound.most) {
            throw PictureRefusal(std::string(too_wide) + bound.advice);
        }
        return drawn_pages(frame, pages);
    }
    const Frame frame(format, words, languages);
    const auto& room = frame.content();
    Contents contents(view, {languages, 0.0, room.width, room.height});
    auto all = sizes.planned;
    all.insert(all.end(), sizes.small.begin(), sizes.small.end());
    const auto smallest = all.back();
    for (const auto size : all) {
        const auto content = contents.at(size);
        if (contents.need_at_most(1, content)) return drawn_pages(frame, {content});
        if (contents.surely_need_more_than(1, smallest, content)) break;
    }
    // On several pages: at the least planned size; below it to do with two, or with the bound.
    all = {sizes.planned.back()};
    all.insert(all.end(), sizes.small.begin(), sizes.small.end());
    std::optional<std::pair<BlockPtr, std::vector<BlockPtr>>> best;
    for (const auto size : all) {
        const auto content = contents.at(size);
        if (!content) continue;
        const auto most = best ? 2 : bound.most;
        if (contents.surely_need_more_than(most, smallest, content)) break;
        auto pages = divided(content, room.width, room.height, std::min(most, hopeless));
        if (!pages || pages->size() > most) continue;
        if (!best || best->second.size() > 2) best = {content, std::move(*pages)};
        if (best->second.size() == 2) break;
    }
    if (best) {
        return drawn_pages(frame,
                           balanced(best->first, room.width, room.height, std::move(best->second)));
    }
    throw PictureRefusal("the picture needs more than " + std::to_string(bound.most) +
                         " pages with text that can be read; take " + bound.advice);
}

}  // namespace remit::drawing
