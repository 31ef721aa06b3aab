#include "measures.hpp"

#include "notice.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cctype>
#include <set>

namespace remit::reading {
namespace {

using Heads = std::vector<std::optional<std::string>>;  // by column of the table

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) {
        return std::isdigit(static_cast<unsigned char>(c)) != 0;
    });
}

bool tells_measures(const std::set<std::string>& kinds) {
    const bool bodies = kinds.count("departments") + kinds.count("lead") + kinds.count("with") +
                            kinds.count("exact") >
                        0;
    return (kinds.count("measure") > 0 || kinds.count("content") > 0) &&
           (bodies || kinds.count("scope") + kinds.count("number") + kinds.count("due") > 0);
}

class Lister {
 public:
    Lister(const Patterns& patterns, const std::map<std::string, std::string>& columns,
           std::vector<Doubt>& doubts)
        : patterns_(patterns), doubts_(doubts) {
        for (const auto& [head, column] : columns) own_[normal(head)] = column;
    }

    std::optional<List> read(const Page& page) {
        for (const auto& piece : page.pieces) {
            if (const auto* table = std::get_if<Table>(&piece)) read_table(*table);
        }
        if (list_.rows.empty()) read_cells_a_line(page);
        if (list_.rows.empty()) read_brackets(page);
        if (list_.rows.empty()) return std::nullopt;
        return std::move(list_);
    }

 private:
    [[nodiscard]] std::optional<std::string> column(std::string_view head) const {
        if (head == exact_head) return "exact";
        const auto found = own_.find(normal(head));
        return found != own_.end() ? std::optional(found->second) : patterns_.column(head);
    }

    [[nodiscard]] Heads heads_of(const std::vector<Cell>& row) const {
        Heads heads;
        std::set<std::string> seen;
        for (const auto& cell : row) {
            auto head = cell.spans ? std::nullopt : column(cell.text);
            if (head && !seen.insert(*head).second) head.reset();
            heads.push_back(std::move(head));
        }
        return heads;
    }

    [[nodiscard]] static bool is_head(const Heads& heads) {
        std::set<std::string> kinds;
        for (const auto& head : heads) {
            if (head) kinds.insert(*head);
        }
        return tells_measures(kinds);
    }

    /// What a row says, without the cells that others span into it.
    [[nodiscard]] static std::vector<const Cell*> own_cells(const std::vector<Cell>& row) {
        std::vector<const Cell*> own;
        for (const auto& cell : row) {
            if (!cell.spans && !cell.text.empty()) own.push_back(&cell);
        }
        return own;
    }

    void read_table(const Table& table) {
        constexpr std::size_t most_before = 8;  // rows above the heads
        std::size_t first = 0;
        Heads heads;
        for (; first < std::min(table.rows.size(), most_before); ++first) {
            heads = heads_of(table.rows[first]);
            if (is_head(heads)) break;
        }
        if (!is_head(heads)) {
            // A table that goes on on the next page has its heads no more.
            if (last_.empty() || table.rows.front().size() != last_.size()) return;
            heads = last_;
            first = static_cast<std::size_t>(-1);
        } else {
            for (std::size_t c = 0; c < heads.size(); ++c) {
                const auto& cell = table.rows[first][c];
                if (!heads[c] && !cell.spans && !cell.text.empty()) {
                    list_.unknown_heads.push_back(cell.text);
                }
            }
        }
        last_ = heads;
        for (auto r = first + 1; r < table.rows.size(); ++r) {
            const auto& row = table.rows[r];
            if (is_head(heads_of(row))) continue;  // said again
            const auto own = own_cells(row);
            if (own.empty()) continue;
            if (own.size() == 1 && row.size() > 1 &&
                read_heading(own.front()->text, own.front()->line)) {
                continue;
            }
            add_row(row, heads);
        }
    }

    bool read_heading(const std::string& text, std::uint32_t line) {
        auto heading = heading_in(text);
        if (!heading) return false;
        list_.categories.push_back({heading->name, heading->announced, line, heading->numeral});
        category_ = list_.categories.size() - 1;
        return true;
    }

    void add_row(const std::vector<Cell>& cells, const Heads& heads) {
        Row row;
        row.line = cells.front().line;
        row.category = category_;
        bool goes_on = true;  // of the row before it: only cells that others span into it
        for (std::size_t c = 0; c < std::min(cells.size(), heads.size()); ++c) {
            if (!heads[c]) continue;
            if (!cells[c].text.empty()) row.words[*heads[c]] = text_of(cells[c], *heads[c]);
            const bool tells = *heads[c] == "measure" || *heads[c] == "number";
            if (tells && !cells[c].spans && !cells[c].text.empty()) goes_on = false;
            if (row.line == 0) row.line = cells[c].line;
        }
        if (!list_.rows.empty() && repeats(row, list_.rows.back())) goes_on = true;
        if (goes_on && !list_.rows.empty()) {
            // One row a link: the measure stands in a cell that spans several.
            join(list_.rows.back(), row, cells, heads);
            return;
        }
        if (const auto found = row.words.find("category"); found != row.words.end()) {
            const auto known =
                std::find_if(list_.categories.begin(), list_.categories.end(),
                             [&](const ListHeading& each) { return each.name == found->second; });
            row.category = static_cast<std::size_t>(known - list_.categories.begin());
            if (known == list_.categories.end()) {
                list_.categories.push_back({found->second, std::nullopt, row.line});
            }
        }
        list_.rows.push_back(std::move(row));
    }

    static std::string text_of(const Cell& cell, const std::string& head) {
        const bool names = head == "lead" || head == "with" || head == "departments" ||
                           head == "exact" || head == "scope";
        return names ? cell.text : unwrapped(cell.text);
    }

    /// One row a link: the measure is said again, with the same number or without.
    static bool repeats(const Row& row, const Row& before) {
        const auto of = [](const Row& each, const char* head) {
            const auto found = each.words.find(head);
            return found == each.words.end() ? std::string() : found->second;
        };
        const auto title = of(row, "measure");
        return !title.empty() && title == of(before, "measure") &&
               of(row, "number") == of(before, "number");
    }

    static void join(Row& row, const Row& more, const std::vector<Cell>& cells,
                     const Heads& heads) {
        for (std::size_t c = 0; c < std::min(cells.size(), heads.size()); ++c) {
            const bool names = heads[c] && (*heads[c] == "lead" || *heads[c] == "with" ||
                                            *heads[c] == "departments" || *heads[c] == "exact");
            if (!names || cells[c].spans || cells[c].text.empty()) continue;
            auto& words = row.words[*heads[c]];
            words += (words.empty() ? "" : "\n") + more.words.at(*heads[c]);
        }
    }

    /// The text of a page that had a table: heads, then cells, each a paragraph.
    void read_cells_a_line(const Page& page) {
        std::vector<const Paragraph*> all;
        for (const auto& piece : page.pieces) {
            if (const auto* paragraph = std::get_if<Paragraph>(&piece)) all.push_back(paragraph);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::vector<std::string> heads;
            std::set<std::string> kinds;
            while (i + heads.size() < all.size()) {
                const auto head = column(all[i + heads.size()]->text);
                if (!head || !kinds.insert(*head).second) break;
                heads.push_back(*head);
            }
            if (heads.size() < 3 || !tells_measures(kinds)) continue;
            i = read_cells(all, i + heads.size(), heads);
        }
    }

    std::size_t read_cells(const std::vector<const Paragraph*>& all, std::size_t at,
                           const std::vector<std::string>& heads) {
        const bool numbered = heads.front() == "number";
        while (at < all.size()) {
            const auto& first = *all[at];
            const bool starts = numbered ? is_number(first.text) : !heading_in(first.text);
            if (!starts) {
                if (!read_heading(first.text, first.line)) break;
                ++at;
                continue;
            }
            Row row;
            row.line = first.line;
            row.category = category_;
            std::size_t taken = 0;
            for (; taken < heads.size() && at + taken < all.size(); ++taken) {
                const auto& text = all[at + taken]->text;
                if (taken > 0 && numbered && is_number(text)) break;
                row.words[heads[taken]] = text;
            }
            if (taken < heads.size() && !numbered) break;  // what stands behind the list
            if (taken < heads.size()) {
                doubts_.push_back({first.line, first.text,
                                   "has " + std::to_string(taken) + " of " +
                                       std::to_string(heads.size()) + " cells",
                                   "look which one the page lacks"});
            }
            list_.rows.push_back(std::move(row));
            at += std::max<std::size_t>(1, taken);
        }
        return at;
    }

    /// "（一）推进….……（科技部牵头，财政部、教育部按职责分工负责）"
    void read_brackets(const Page& page) {
        std::multiset<std::string> codes;
        for (const auto& piece : page.pieces) {
            const auto* paragraph = std::get_if<Paragraph>(&piece);
            if (paragraph == nullptr) continue;
            const auto& text = paragraph->text;
            const auto inner = who_in_brackets(text);
            if (inner.empty()) {
                const bool ends =
                    text.ends_with("。") || text.ends_with(".") || text.ends_with("；");
                if (!ends) (void)read_heading(text, paragraph->line);
                continue;
            }
            Row row;
            row.line = paragraph->line;
            row.category = category_;
            auto body = std::string_view(text).substr(0, text.size() - inner.size());
            auto [code, rest] = numbered(body);
            if (!code.empty()) {
                codes.insert(code);
                row.words["number"] = code;
            }
            auto end = rest.size();
            for (const std::string_view stop : {"。", "：", ":", ". "})
                end = std::min(end, rest.find(stop));
            row.words["measure"] = tidy(rest.substr(0, end));
            row.words["bracket"] = tidy(inner);
            if (!row.words["measure"].empty()) list_.rows.push_back(std::move(row));
        }
        const bool again = std::any_of(codes.begin(), codes.end(),
                                       [&](const auto& code) { return codes.count(code) > 1; });
        if (!again) return;
        // They begin again under each heading: 二（一）.
        for (auto& row : list_.rows) {
            auto& number = row.words["number"];
            if (number.empty() || !row.category) continue;
            number = list_.categories[*row.category].numeral + "（" + number + "）";
        }
    }

    /// The last brackets of a paragraph with their full stop, if a word in them says who answers.
    [[nodiscard]] std::string who_in_brackets(std::string_view text) const {
        auto end = text;
        for (const std::string_view stop : {"。", ".", "；", ";"}) {
            if (end.ends_with(stop)) end.remove_suffix(stop.size());
        }
        std::size_t begin = end.npos;
        if (end.ends_with("）")) begin = end.rfind("（");
        if (end.ends_with(")")) begin = end.rfind('(');
        if (begin == end.npos || begin == 0) return {};
        const auto inner = simplified(end.substr(begin));
        if (patterns_.label(inner)) return std::string(text.substr(begin));
        for (const std::string key : {"leads", "joins", "responsible"}) {
            for (const auto& word : patterns_.words(key)) {
                if (inner.find(word) != inner.npos) return std::string(text.substr(begin));
            }
        }
        return {};
    }

    /// "（一）", "1.", "3、" before a text, and the rest.
    static std::pair<std::string, std::string_view> numbered(std::string_view text) {
        std::size_t end = 0;
        const auto characters = code_points(text.substr(0, 60));
        std::u32string code;
        bool any = false;
        for (const auto c : characters) {
            const std::u32string_view inside = U"一二三四五六七八九十百0123456789";
            const std::u32string_view around = U"（）()、.．";
            const bool digit = inside.find(c) != inside.npos;
            if (!digit && around.find(c) == around.npos) break;
            if (any && !digit &&
                (c == U'、' || c == U'.' || c == U'．' || c == U')' || c == U'）')) {
                end += utf8(std::u32string(1, c)).size();
                if (code.size() > 8) return {"", text};
                return {utf8(code), text.substr(end)};
            }
            if (digit) code += c;
            any = any || digit;
            end += utf8(std::u32string(1, c)).size();
        }
        return {"", text};
    }

    const Patterns& patterns_;
    std::vector<Doubt>& doubts_;
    std::map<std::string, std::string> own_;
    List list_;
    Heads last_;
    std::optional<std::size_t> category_;
};

}  // namespace

std::optional<List> read_list(const Page& page, const Patterns& patterns,
                              const std::map<std::string, std::string>& columns,
                              std::vector<Doubt>& doubts) {
    return Lister(patterns, columns, doubts).read(page);
}

}  // namespace remit::reading
