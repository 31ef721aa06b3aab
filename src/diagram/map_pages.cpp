#include "map_pages.hpp"

#include "map_metrics.hpp"

#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <utility>

namespace remit::drawing {
namespace {

using Rows = std::vector<MapRow>;

constexpr double readable_scale = readable_text / body_size;

/// Puts rows on pages, from top to bottom.
class Pager {
 public:
    Pager(const Dataset& dataset, const Languages& languages, const Page& page)
        : dataset_(dataset),
          languages_(languages),
          paper_(page.content()),
          least_(page.scale_of_at_least(readable_scale)) {}

    [[nodiscard]] bool fits(const Rows& rows) const {
        for (const auto regions : {RegionBoxes::apart, RegionBoxes::together}) {
            if (MapLayout(dataset_, languages_, rows, regions).fits(paper_, least_)) {
                return true;
            }
        }
        return false;
    }

    /// Adds a category: its headings, then its other rows. \return whether it could
    bool add(Rows headings, const Rows& rows) {
        auto page = page_;
        append(page, headings);
        append(page, rows);
        if (fits(page)) {
            page_ = std::move(page);
            return true;
        }
        end_page();
        page = headings;
        append(page, rows);
        if (fits(page)) {
            page_ = std::move(page);
            return true;
        }
        return divide(std::move(headings), rows);
    }

    std::vector<Rows> take() {
        end_page();
        return std::move(pages_);
    }

 private:
    static void append(Rows& page, const Rows& rows) {
        page.insert(page.end(), rows.begin(), rows.end());
    }

    void end_page() {
        if (!page_.empty()) pages_.push_back(std::move(page_));
        page_.clear();
    }

    /// As many rows a page as fit; the last ones may share their page with what follows.
    bool divide(Rows headings, const Rows& rows) {
        std::size_t done = 0;
        while (done < rows.size()) {
            const auto count = most_that_fit(headings, rows, done);
            if (count == 0) {
                if (!divide_links(headings, rows[done])) return false;
                ++done;
            } else {
                end_page();
                page_ = headings;
                for (std::size_t i = 0; i < count; ++i) page_.push_back(rows[done + i]);
                done += count;
            }
            repeat(headings);
        }
        return true;
    }

    /// Doubles the number from what fitted last until it is too much, then halves the difference.
    std::size_t most_that_fit(const Rows& headings, const Rows& rows, std::size_t from) {
        const auto fit = [&](std::size_t count) {
            auto page = headings;
            for (std::size_t i = 0; i < count; ++i) page.push_back(rows[from + i]);
            return fits(page);
        };
        const auto left = rows.size() - from;
        std::size_t low = 0;
        auto high = std::clamp<std::size_t>(usual_, 1, left);
        while (fit(high)) {
            low = high;
            if (high == left) break;
            high = std::min(left, high + std::max<std::size_t>(2, high / 4));
        }
        while (low + 1 < high) {
            const auto middle = (low + high) / 2;
            (fit(middle) ? low : high) = middle;
        }
        if (low > 0) usual_ = low;
        return low;
    }

    /// One row on several pages, each with some of its departments.
    bool divide_links(Rows headings, const MapRow& row) {
        const auto end =
            row.kind == MapRow::Kind::measure ? dataset_.responsibilities(row.measure).size() : 0;
        for (std::size_t from = 0; from < end;) {
            auto page = headings;
            page.push_back(row);
            page.back().first_link = from;
            auto count = end - from;
            for (; count > 0; count /= 2) {
                page.back().last_link = from + count;
                if (fits(page)) break;
            }
            if (count == 0) return false;
            end_page();
            page_ = std::move(page);
            from += count;
            repeat(headings);
        }
        return end > 0;
    }

    /// For the pages behind the first one: the last heading, which says that it goes on.
    static void repeat(Rows& headings) {
        if (headings.empty()) return;
        auto heading = std::move(headings.back());
        heading.text = heading.repeated;
        headings = {std::move(heading)};
    }

    const Dataset& dataset_;
    const Languages& languages_;
    Rectangle paper_;
    double least_;  // scale
    std::vector<Rows> pages_;
    Rows page_;
    std::size_t usual_ = 12;  // rows a page
};

bool is_heading(const MapRow& row) {
    return row.kind == MapRow::Kind::heading;
}

}  // namespace

MapLayout best_layout(const Dataset& dataset, const Languages& languages, const Rows& rows,
                      const Page& page) {
    const auto paper = page.content();
    MapLayout apart(dataset, languages, rows, RegionBoxes::apart);
    const auto scale = apart.fit(paper);
    if (scale >= page.scale_of_at_least(readable_scale)) return apart;
    MapLayout together(dataset, languages, rows, RegionBoxes::together);
    return together.fit(paper) > scale ? together : apart;
}

bool fits_one_page(const Dataset& dataset, const Languages& languages, const Rows& rows,
                   const Page& page) {
    return Pager(dataset, languages, page).fits(rows);
}

std::optional<std::vector<Rows>> map_pages(const Dataset& dataset, const Languages& languages,
                                           const Rows& rows, const Page& page) {
    Pager pager(dataset, languages, page);
    for (auto at = rows.begin(); at != rows.end();) {
        const auto first = std::find_if_not(at, rows.end(), is_heading);
        const auto next = std::find_if(first, rows.end(), is_heading);
        if (!pager.add(Rows(at, first), Rows(first, next))) return std::nullopt;
        at = next;
    }
    return pager.take();
}

}  // namespace remit::drawing
