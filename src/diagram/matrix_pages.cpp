#include "matrix_layout.hpp"
#include "matrix_metrics.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace remit::drawing {
namespace {

constexpr double started = 0.5;  // a page filled so far leaves a category that fits to the next one

bool is_heading(const ProgrammeRow& row) {
    return row.kind == ProgrammeRow::Kind::notice || row.kind == ProgrammeRow::Kind::category;
}

}  // namespace

/// Fills pages from top to bottom.
class MatrixSplitter {
 public:
    MatrixSplitter(const MatrixLayout& layout, const ContentSize& room)
        : layout_(layout), rows_(layout.table_.rows) {
        const auto all = layout.table_.departments.size();
        const auto width = static_cast<int>(room.width);
        auto part = layout.whole();
        part.whole = false;
        for (auto& line : part.lines) line.continued = true;  // the longest that headings are
        every_column_ = layout.holds_all_columns(room.width);
        const auto fixed = layout.fixed_width(all);
        const auto column = layout.department_width_;
        const auto least = fixed - static_cast<int>(all) * column;
        most_columns_ =
            every_column_
                ? all
                : static_cast<std::size_t>(std::max(1, (width - least - planned_title) / column));
        const auto used = least + static_cast<int>(most_columns_) * column;
        const auto title =
            std::max(narrowest_title, std::min(width - used, layout.widest_title_needed(part)));
        sizes_ = layout.sizes(part, title, column, layout.region_width_);
        const auto rows = std::accumulate(sizes_.heights.begin(), sizes_.heights.end(), 0);
        room_ = room.height - (sizes_.natural.height - rows);
    }

    std::vector<MatrixPart> split() {
        if (!can_hold(room_)) return {};
        auto best = fill(room_);
        double low = 0.0;
        double high = room_;
        while (high - low > 2.0) {  // even pages: the least height that needs no more of them
            const auto middle = (low + high) / 2.0;
            if (can_hold(middle)) {
                auto parts = fill(middle);
                if (parts.size() <= best.size()) {
                    best = std::move(parts);
                    high = middle;
                    continue;
                }
            }
            low = middle;
        }
        return best;
    }

 private:
    /// Whether every row fits on a page with the headings that it stands under.
    [[nodiscard]] bool can_hold(double room) const {
        int notice = 0;
        int category = 0;
        int tallest = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto& most = rows_[i].kind == ProgrammeRow::Kind::notice     ? notice
                         : rows_[i].kind == ProgrammeRow::Kind::category ? category
                                                                         : tallest;
            most = std::max(most, sizes_.heights[i]);
        }
        return notice + category + tallest <= room;
    }

    std::vector<MatrixPart> fill(double room) {
        parts_.clear();
        headings_.clear();
        start();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (is_heading(rows_[i])) {
                begin_category(i, room);
            } else {
                add(i, room);
            }
        }
        if (!page_.lines.empty()) close();
        return std::move(parts_);
    }

    void start() {
        page_ = {};
        page_.whole = false;
        columns_.clear();
        height_ = 0.0;
    }

    void close() {
        if (!page_.lines.empty()) {
            if (every_column_) {
                page_.departments = layout_.whole().departments;
            } else {
                page_.departments.assign(columns_.begin(), columns_.end());
            }
            parts_.push_back(std::move(page_));
        }
        start();
    }

    [[nodiscard]] std::set<std::size_t> columns_of(std::size_t row) const {
        std::set<std::size_t> columns;
        if (rows_[row].kind != ProgrammeRow::Kind::measure) return columns;
        for (const auto& each : layout_.dataset_.responsibilities(rows_[row].measure)) {
            columns.insert(layout_.table_.column_of[each.department.value]);
        }
        return columns;
    }

    /// A category that fits on a page of its own is not split where much of this one is filled.
    void begin_category(std::size_t heading, double room) {
        if (rows_[heading].kind == ProgrammeRow::Kind::notice) headings_.clear();
        while (!headings_.empty() && rows_[headings_.back()].kind == ProgrammeRow::Kind::category) {
            headings_.pop_back();
        }
        double height = sizes_.heights[heading];
        std::set<std::size_t> columns;
        for (auto i = heading + 1; i < rows_.size() && !is_heading(rows_[i]); ++i) {
            height += sizes_.heights[i];
            columns.merge(columns_of(i));
        }
        const auto own = columns.size();
        columns.insert(columns_.begin(), columns_.end());
        const bool fits = height_ + height <= room && columns.size() <= most_columns_;
        const bool fits_alone = height <= room && own <= most_columns_;
        if (!fits && fits_alone && height_ > started * room) close();
        headings_.push_back(heading);
        shown_ = std::min(shown_, headings_.size() - 1);
    }

    void add(std::size_t row, double room) {
        auto columns = columns_of(row);
        if (columns.size() > most_columns_) {
            add_split(row, columns);
            return;
        }
        auto together = columns_;
        together.insert(columns.begin(), columns.end());
        if (!page_.lines.empty() &&
            (height_ + needed(row) > room || (!every_column_ && together.size() > most_columns_))) {
            close();
            together = std::move(columns);
        }
        add_headings();
        page_.lines.push_back({row, false});
        height_ += sizes_.heights[row];
        columns_ = std::move(together);
    }

    /// A measure with more departments than there is room for: some of them a page.
    void add_split(std::size_t row, const std::set<std::size_t>& columns) {
        close();
        for (auto at = columns.begin(); at != columns.end();) {
            while (at != columns.end() && columns_.size() < most_columns_) columns_.insert(*at++);
            add_headings();
            page_.lines.push_back({row, false});
            page_.splits_measure = true;
            close();
        }
    }

    [[nodiscard]] double needed(std::size_t row) const {
        double height = sizes_.heights[row];
        for (auto i = page_.lines.empty() ? 0 : shown_; i < headings_.size(); ++i) {
            height += sizes_.heights[headings_[i]];
        }
        return height;
    }

    /// All headings on a fresh page, else those that are new.
    void add_headings() {
        for (auto i = page_.lines.empty() ? 0 : shown_; i < headings_.size(); ++i) {
            page_.lines.push_back({headings_[i], i < shown_});
            height_ += sizes_.heights[headings_[i]];
        }
        shown_ = headings_.size();
    }

    const MatrixLayout& layout_;
    const std::vector<ProgrammeRow>& rows_;
    MatrixSizes sizes_;  // of all, at the narrowest titles
    bool every_column_ = true;
    std::size_t most_columns_ = 0;
    double room_ = 0.0;  // for rows

    std::vector<MatrixPart> parts_;
    MatrixPart page_;
    std::set<std::size_t> columns_;      // of this page
    double height_ = 0.0;                // of its rows
    std::vector<std::size_t> headings_;  // that the next row stands under
    std::size_t shown_ = 0;              // so many of them were shown on some page
};

std::vector<MatrixPage> MatrixLayout::split(const ContentSize& room) const {
    return stacked(MatrixSplitter(*this, room).split(), room);
}

/// Parts below each other where they fit on a page.
std::vector<MatrixPage> MatrixLayout::stacked(std::vector<MatrixPart> parts,
                                              const ContentSize& room) const {
    std::vector<MatrixPage> pages;
    double used = 0.0;
    for (auto& part : parts) {
        const auto height = filling(part, room).natural.height;
        const bool fits = !pages.empty() && !part.splits_measure &&
                          !pages.back().back().splits_measure &&
                          used + part_gap + height <= room.height;
        if (fits) {
            part.prefix = "part-" + std::to_string(pages.back().size() + 1) + '-';
            part.on_own_page = false;
            pages.back().front().on_own_page = false;
            pages.back().push_back(std::move(part));
            used += part_gap + height;
        } else {
            pages.push_back({std::move(part)});
            used = height;
        }
    }
    return pages;
}

}  // namespace remit::drawing
