#include "layout.hpp"

#include "heads.hpp"
#include "notice.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::reading {
namespace {

double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The distance of lines within a paragraph or cell: the smallest one that is usual.
double pitch_of(const Sheet& sheet) {
    std::vector<double> gaps;
    for (std::size_t i = 0; i + 1 < sheet.lines.size(); ++i) {
        for (const auto& chunk : sheet.lines[i].chunks) {
            // The next line with words below these.
            for (auto j = i + 1; j < sheet.lines.size(); ++j) {
                const auto& below = sheet.lines[j].chunks;
                const bool under = std::any_of(below.begin(), below.end(), [&](const Chunk& each) {
                    return each.left < chunk.right && each.right > chunk.left;
                });
                if (!under) continue;
                const auto gap = sheet.lines[j].y - sheet.lines[i].y;
                if (gap < 2.5 * chunk.size) gaps.push_back(gap);
                break;
            }
        }
    }
    if (gaps.empty()) return 0.0;
    std::sort(gaps.begin(), gaps.end());
    return gaps[gaps.size() / 10];
}

class LayoutReader {
 public:
    /// \param is_text  whether places are columns of a text with a line a row
    LayoutReader(const Patterns& patterns, const Columns& columns, bool is_text)
        : finder_(patterns, columns), is_text_(is_text) {}

    Page read(const std::vector<Sheet>& sheets) {
        for (const auto& sheet : sheets) read_sheet(sheet);
        end_table();
        end_paragraph();
        return std::move(page_);
    }

 private:
    struct Column {
        double left;
        double right;
        std::string text;
    };

    struct Head {
        std::size_t end = 0;  ///< The first line below it.
        std::size_t begin = 0;
        std::vector<Column> columns;
        std::size_t kinds = 0;
    };

    void read_sheet(Sheet sheet) {
        std::erase_if(sheet.lines, [&](const Line& line) {
            std::string text;
            for (const auto& chunk : line.chunks) text += chunk.text + ' ';
            return is_page_number(text, line, sheet);
        });
        const auto pitch = pitch_of(sheet);
        std::size_t at = 0;
        while (at < sheet.lines.size()) {
            auto head = find_head(sheet, at, pitch);
            const auto before = head ? head->begin : sheet.lines.size();
            if (!bounds_.empty() && at == 0) {
                // The table of the page before goes on.
                const auto end = head ? head->begin : sheet.lines.size();
                const auto rows = read_rows(sheet, at, end, pitch);
                at = rows;
                if (at < end) end_table();
            }
            if (at < before) read_text(sheet, at, before, pitch);
            if (!head) break;
            begin_table(*head, sheet);
            const auto next = find_head(sheet, head->end, pitch);
            at = read_rows(sheet, head->end, next ? next->begin : sheet.lines.size(), pitch);
            if (at < sheet.lines.size()) end_table();
        }
    }

    /// Heads that are known, on one line or wrapped on several.
    [[nodiscard]] std::optional<Head> find_head(const Sheet& sheet, std::size_t from,
                                                double pitch) const {
        for (auto i = from; i < sheet.lines.size(); ++i) {
            std::optional<Head> best;
            for (const double reach : {0.0, 0.7, 1.3}) {
                auto head = head_at(sheet, from, i, reach * pitch);
                if (!head) continue;
                const bool more =
                    !best || head->kinds > best->kinds ||
                    (head->kinds == best->kinds && head->columns.size() == best->columns.size());
                if (more) best = std::move(head);
            }
            if (best) return best;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Head> head_at(const Sheet& sheet, std::size_t from, std::size_t at,
                                              double reach) const {
        Head head;
        head.begin = at;
        head.end = at + 1;
        const auto y = sheet.lines[at].y;
        while (head.begin > from && sheet.lines[head.begin - 1].y >= y - reach) --head.begin;
        while (head.end < sheet.lines.size() && sheet.lines[head.end].y <= y + reach) ++head.end;
        for (auto i = head.begin; i < head.end; ++i) {
            for (const auto& chunk : sheet.lines[i].chunks) {
                const auto same = std::find_if(
                    head.columns.begin(), head.columns.end(),
                    [&](const Column& c) { return chunk.left < c.right && chunk.right > c.left; });
                if (same == head.columns.end()) {
                    head.columns.push_back({chunk.left, chunk.right, chunk.text});
                    continue;
                }
                same->left = std::min(same->left, chunk.left);
                same->right = std::max(same->right, chunk.right);
                same->text = unwrapped(same->text + '\n' + chunk.text);
            }
        }
        std::sort(head.columns.begin(), head.columns.end(),
                  [](const Column& a, const Column& b) { return a.left < b.left; });
        std::vector<std::string> texts;
        for (const auto& column : head.columns) texts.push_back(column.text);
        const auto kinds = kinds_of(finder_.heads_of(texts, true));
        const auto exact = kinds_of(finder_.heads_of(texts, false));
        if (texts.size() < 3 || exact.size() < 2 || !tells_measures(kinds)) return std::nullopt;
        head.kinds = kinds.size();
        return head;
    }

    void begin_table(const Head& head, const Sheet& sheet) {
        end_paragraph();
        bounds_.clear();
        numbers_ = false;
        std::vector<Cell> cells;
        for (std::size_t c = 0; c < head.columns.size(); ++c) {
            const auto& column = head.columns[c];
            cells.push_back(
                {column.text, sheet.lines[head.begin].number, static_cast<std::uint32_t>(c + 1)});
            if (c == 0) numbers_ = finder_.column(column.text) == "number";
            if (c + 1 == head.columns.size()) continue;
            bounds_.push_back(bound_between(head, c, sheet));
        }
        table_.rows.push_back(std::move(cells));
    }

    /// Between two heads, where fewest words stand in the way, in the middle of that.
    [[nodiscard]] static double bound_between(const Head& head, std::size_t c, const Sheet& sheet) {
        const auto from = head.columns[c].right;
        const auto to = head.columns[c + 1].left;
        constexpr int steps = 200;
        std::array<std::size_t, steps> crossed{};
        for (auto i = head.end; i < sheet.lines.size(); ++i) {
            for (const auto& chunk : sheet.lines[i].chunks) {
                for (int s = 0; s < steps; ++s) {
                    const auto x = from + (to - from) * (s + 0.5) / steps;
                    if (x > chunk.left && x < chunk.right) ++crossed[static_cast<std::size_t>(s)];
                }
            }
        }
        const auto least = *std::min_element(crossed.begin(), crossed.end());
        int best_begin = 0;
        int best_size = 0;
        for (int s = 0; s < steps;) {
            if (crossed[static_cast<std::size_t>(s)] != least) {
                ++s;
                continue;
            }
            const int begin = s;
            while (s < steps && crossed[static_cast<std::size_t>(s)] == least) ++s;
            if (s - begin > best_size) {
                best_size = s - begin;
                best_begin = begin;
            }
        }
        return from + (to - from) * (best_begin + best_size / 2.0) / steps;
    }

    [[nodiscard]] std::size_t column_of(const Chunk& chunk) const {
        const auto middle = (chunk.left + chunk.right) / 2.0;
        return static_cast<std::size_t>(std::upper_bound(bounds_.begin(), bounds_.end(), middle) -
                                        bounds_.begin());
    }

    [[nodiscard]] bool crosses(const Chunk& chunk) const {
        return std::any_of(bounds_.begin(), bounds_.end(), [&](double x) {
            return x > chunk.left + 0.5 * chunk.size && x < chunk.right - 0.5 * chunk.size;
        });
    }

    /// \return the first line behind the table
    std::size_t read_rows(const Sheet& sheet, std::size_t from, std::size_t to, double pitch) {
        const auto gap = gap_of_rows(sheet, from, to, pitch);
        auto begin = from;
        while (begin < to) {
            auto end = begin + 1;
            while (end < to && sheet.lines[end].y - sheet.lines[end - 1].y < gap) ++end;
            if (!add_row(sheet, begin, end)) return begin;
            begin = end;
        }
        return to;
    }

    /// From which distance on two lines are of two rows: the largest that leaves no row two
    /// numbers; without numbers, more than lines of a cell have.
    [[nodiscard]] double gap_of_rows(const Sheet& sheet, std::size_t from, std::size_t to,
                                     double pitch) const {
        if (!numbers_) return 1.08 * pitch;
        std::vector<double> gaps;
        for (auto i = from; i + 1 < to; ++i)
            gaps.push_back(sheet.lines[i + 1].y - sheet.lines[i].y);
        std::sort(gaps.rbegin(), gaps.rend());
        for (const auto each : gaps) {
            const auto gap = each - 0.01;
            std::size_t here = 0;
            bool fits = true;
            for (auto i = from; i < to && fits; ++i) {
                if (i > from && sheet.lines[i].y - sheet.lines[i - 1].y >= gap) here = 0;
                for (const auto& chunk : sheet.lines[i].chunks) {
                    const bool digits =
                        std::all_of(chunk.text.begin(), chunk.text.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
                    if (column_of(chunk) == 0 && digits) ++here;
                }
                fits = here <= 1;
            }
            // Lines of a cell are nearer to each other than that.
            if (fits) return std::min(gap, std::max(1.08 * pitch, 0.5 * gap));
        }
        return 1.08 * pitch;
    }

    bool add_row(const Sheet& sheet, std::size_t begin, std::size_t end) {
        std::vector<Cell> cells(bounds_.size() + 1);
        bool spans = false;
        std::size_t filled = 0;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            cells[c].line = sheet.lines[begin].number;
            cells[c].column = static_cast<std::uint32_t>(c + 1);
        }
        std::vector<const Chunk*> chunks;
        for (auto i = begin; i < end; ++i) {
            for (const auto& chunk : sheet.lines[i].chunks) {
                spans = spans || crosses(chunk);
                chunks.push_back(&chunk);
                auto& text = cells[column_of(chunk)].text;
                if (text.empty()) ++filled;
                text += (text.empty() ? "" : "\n") + chunk.text;
            }
        }
        if (spans || (chunks.size() == 1 && heading_in(chunks.front()->text))) {
            // A line over the whole width, or text behind the table.
            if (chunks.size() > 1) return false;
            const auto text = chunks.front()->text;
            if (code_points(text).size() > 60) return false;
            for (auto& cell : cells) {
                cell.text = text;
                cell.spans = &cell != &cells.front();
            }
            table_.rows.push_back(std::move(cells));
            return true;
        }
        for (auto& cell : cells) cell.text = unwrapped_cell(cell.text);
        const bool goes_on = numbers_ && cells.front().text.empty() && table_.rows.size() > 1 &&
                             filled > 0 && (begin == 0 || is_text_);
        if (goes_on) {
            for (std::size_t c = 0; c < cells.size(); ++c) {
                if (cells[c].text.empty()) continue;
                auto& text = table_.rows.back()[c].text;
                text = unwrapped_cell(text + (text.empty() ? "" : "\n") + cells[c].text);
            }
            return true;
        }
        if (numbers_ && cells.front().text.empty() && filled == 1) return false;
        table_.rows.push_back(std::move(cells));
        return true;
    }

    /// Lines of a cell are one text: where they are wrapped, no name ends.
    static std::string unwrapped_cell(const std::string& text) { return unwrapped(text); }

    /// A column before the numbers that says something on some rows only sorts them; if it begins
    /// with nothing, its words stand in the middle of the rows that they are for.
    void spread_categories() {
        auto& rows = table_.rows;
        if (rows.size() < 3 || rows.front().empty()) return;
        if (!finder_.heads_of({rows.front()[0].text}, true)[0] ||
            finder_.column(rows.front()[0].text) == "number" || !rows[1][0].text.empty()) {
            return;
        }
        std::vector<std::size_t> said;
        for (std::size_t r = 1; r < rows.size(); ++r) {
            if (!rows[r][0].text.empty() && !rows[r].back().spans &&
                rows[r][0].text != rows.front()[0].text) {
                said.push_back(r);
            }
        }
        if (said.empty()) return;
        std::vector<std::string> words(rows.size());
        for (std::size_t r = 1; r < rows.size(); ++r) {
            const auto nearest = *std::min_element(said.begin(), said.end(), [&](auto a, auto b) {
                return std::max(a, r) - std::min(a, r) < std::max(b, r) - std::min(b, r);
            });
            words[r] = rows[nearest][0].text;
        }
        for (std::size_t r = 1; r < rows.size(); ++r) {
            if (rows[r][0].text.empty()) rows[r][0].text = words[r];
        }
    }

    void end_table() {
        spread_categories();
        bounds_.clear();
        if (!table_.rows.empty()) page_.pieces.emplace_back(std::move(table_));
        table_ = {};
    }

    /// Paragraphs: lines that go on to the right edge go on below.
    void read_text(const Sheet& sheet, std::size_t from, std::size_t to, double pitch) {
        double left = 1e9;
        double right = 0.0;
        std::vector<double> gaps;
        std::vector<double> sizes;
        for (const auto& line : sheet.lines) {
            left = std::min(left, line.left());
            right = std::max(right, line.right());
        }
        for (auto i = from; i < to; ++i) {
            sizes.push_back(sheet.lines[i].chunks.front().size);
            if (i > from) gaps.push_back(sheet.lines[i].y - sheet.lines[i - 1].y);
        }
        const auto gap = gaps.empty() ? pitch : median(gaps);
        const auto usual = median(sizes);
        for (auto i = from; i < to; ++i) {
            const auto& line = sheet.lines[i];
            const auto size = line.chunks.front().size;
            std::string text;
            for (const auto& chunk : line.chunks) text += (text.empty() ? "" : " ") + chunk.text;
            const bool indented = line.left() > left + 1.2 * size;
            const auto step = i > from ? line.y - sheet.lines[i - 1].y : 0.0;
            const bool far = step > 1.25 * gap;
            // A title on two lines is in larger letters.
            const bool title = i > from && !text.starts_with("（") && size > 1.15 * usual &&
                               step < 2.2 * size &&
                               std::abs(size - sheet.lines[i - 1].chunks.front().size) < 0.1 * size;
            if (!title && (!goes_on_ || far || (indented && !centred_))) end_paragraph();
            if (text_.empty()) {
                page_number_ = line.number;
            } else {
                text_ += '\n';
            }
            text_ += text;
            goes_on_ = line.right() > right - 2.0 * size;
            centred_ = indented && !goes_on_;
        }
    }

    static bool is_page_number(const std::string& text, const Line& line, const Sheet& sheet) {
        if (line.y < 0.9 * sheet.height && line.y > 0.08 * sheet.height) return false;
        std::size_t digits = 0;
        for (const auto c : code_points(text)) {
            if (c >= U'0' && c <= U'9') ++digits;
            const std::u32string_view around = U" -—–/第页頁共Pageof.";
            if ((c < U'0' || c > U'9') && around.find(c) == around.npos) return false;
        }
        return digits > 0;
    }

    void end_paragraph() {
        const auto text = unwrapped(text_);
        text_.clear();
        goes_on_ = false;
        if (!text.empty()) page_.pieces.emplace_back(Paragraph{text, page_number_});
    }

    HeadFinder finder_;
    bool is_text_;
    Page page_;
    Table table_;
    std::vector<double> bounds_;  // between the columns of the table at hand
    bool numbers_ = false;        // whether its first column has numbers
    std::string text_;            // of the paragraph at hand
    std::uint32_t page_number_ = 0;
    bool goes_on_ = false;
    bool centred_ = false;
};

}  // namespace

Page read_layout(const std::vector<Sheet>& sheets, const Patterns& patterns,
                 const Columns& columns) {
    return LayoutReader(patterns, columns, false).read(sheets);
}

std::optional<Page> read_aligned(std::string_view text, const Patterns& patterns,
                                 const Columns& columns) {
    constexpr double size = 2.0;  // of a letter, in columns of a terminal
    Sheet sheet{1e9, {}};
    std::uint32_t number = 0;
    bool wide = false;  // whether a line has three cells
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const auto all = code_points(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        Line line{static_cast<double>(number), number, {}};
        double at = 0.0;
        double blank = size;  // columns since the last word
        bool rule = true;
        for (const auto c : all) {
            const auto columns_of = static_cast<double>(remit::columns(c));
            if (c == U' ' || c == U'\u3000' || c == U'\u00A0') {
                blank += columns_of;
            } else {
                rule = rule && (c == U'-' || c == U'=' || c == U'+' || c == U'─');
                const auto word = utf8(std::u32string(1, c));
                if (blank >= size)
                    line.chunks.push_back({at, at, line.y, size, {}});
                else if (blank > 0.0)
                    line.chunks.back().text += ' ';
                line.chunks.back().text += word;
                line.chunks.back().right = at + columns_of;
                blank = 0.0;
            }
            at += columns_of;
        }
        wide = wide || (line.chunks.size() > 2 && !rule);
        if (!line.chunks.empty() && !rule) sheet.lines.push_back(std::move(line));
    }
    if (!wide) return std::nullopt;
    auto page = LayoutReader(patterns, columns, true).read({sheet});
    const bool table = std::any_of(page.pieces.begin(), page.pieces.end(), [](const Piece& piece) {
        const auto* found = std::get_if<Table>(&piece);
        return found != nullptr && found->rows.size() > 2;
    });
    return table ? std::optional(std::move(page)) : std::nullopt;
}

}  // namespace remit::reading
