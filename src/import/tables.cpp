#include "heads.hpp"
#include "notice.hpp"
#include "who.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace remit::reading {
namespace {

constexpr std::size_t most_before = 60;  // rows above heads that are known
constexpr std::size_t most_before_likely = 12;

/// What a row says, without the cells that others span into it.
std::vector<const Cell*> own_cells(const std::vector<Cell>& row) {
    std::vector<const Cell*> own;
    for (const auto& cell : row) {
        if (!cell.spans && !cell.text.empty()) own.push_back(&cell);
    }
    return own;
}

/// Whether one cell takes the whole width.
bool is_one_cell(const std::vector<Cell>& row) {
    return row.size() > 1 &&
           std::all_of(row.begin() + 1, row.end(), [](const Cell& each) { return each.spans; }) &&
           !row.front().spans && !row.front().text.empty();
}

bool names_bodies(const Row& row) {
    return std::any_of(row.words.begin(), row.words.end(),
                       [](const auto& each) { return is_for_bodies(each.first); });
}

class TableReader {
 public:
    TableReader(const Patterns& patterns, const Columns& columns, std::vector<Doubt>& doubts)
        : patterns_(patterns), finder_(patterns, columns), doubts_(doubts) {}

    List read(const Page& page) {
        const Paragraph* heading = nullptr;
        for (const auto& piece : page.pieces) {
            if (const auto* paragraph = std::get_if<Paragraph>(&piece)) {
                if (paragraph->heading > 1) heading = paragraph;
                continue;
            }
            const auto before = list_.rows.size();
            const auto* above = std::exchange(heading, nullptr);
            read_table(std::get<Table>(piece), above);
            if (list_.rows.size() > before && above != nullptr) {
                parts_.push_back({before, list_.rows.size(), above});
            }
        }
        if (parts_.size() > 1) name_parts();
        return std::move(list_);
    }

 private:
    /// The category of that name; a new one where there is none.
    std::size_t category_named(const std::string& name, std::uint32_t line) {
        auto& all = list_.categories;
        for (; named_ < all.size(); ++named_) by_name_.emplace(all[named_].name, named_);
        const auto [known, fresh] = by_name_.emplace(name, all.size());
        if (fresh) all.push_back({name, std::nullopt, line});
        return known->second;
    }

    struct Part {
        std::size_t begin;
        std::size_t end;
        const Paragraph* heading;
    };

    /// Several tables, each below its heading: that is their category.
    void name_parts() {
        // A heading for each measure is its title.
        const bool titles = std::all_of(parts_.begin(), parts_.end(), [&](const Part& part) {
            return part.end - part.begin == 1 &&
                   part.heading->text.find(list_.rows[part.begin].word("measure")) !=
                       std::string::npos;
        });
        if (titles) return;
        for (const auto& part : parts_) {
            const auto counted = heading_in(part.heading->text);
            const auto code = numbered(part.heading->text, patterns_);
            const auto name = counted ? counted->name : code ? code->rest : part.heading->text;
            for (auto r = part.begin; r < part.end; ++r) {
                auto& row = list_.rows[r];
                if (row.category) continue;
                row.category = category_named(name, part.heading->line);
                if (counted) list_.categories[*row.category].announced = counted->announced;
            }
        }
    }

    /// The texts of a row of heads; where a head spans others, those below it.
    static std::vector<std::string> texts_of(const Table& table, std::size_t r, bool below) {
        std::vector<std::string> texts;
        const auto& row = table.rows[r];
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto* cell = &row[c];
            if (below) {
                const auto& under = table.rows[r + 1];
                const bool spanned = c < under.size() && !under[c].spans && !under[c].text.empty();
                if (spanned)
                    cell = &under[c];
                else if (cell->spans)
                    cell = nullptr;
            } else if (cell->spans) {
                cell = nullptr;
            }
            texts.push_back(cell == nullptr ? std::string() : unwrapped(cell->text));
        }
        return texts;
    }

    struct Found {
        std::size_t first = 0;  ///< Row of measures.
        Heads heads;
        std::vector<std::string> texts;
        std::vector<bool> marks;  ///< Columns of bodies, with marks in their cells.
        bool links = false;       ///< A row is a link: a column says how its body stands.
    };

    [[nodiscard]] std::optional<Found> find_heads(const Table& table) const {
        for (const bool likely : {false, true}) {
            const auto most = likely ? most_before_likely : most_before;
            for (std::size_t r = 0; r < std::min(table.rows.size(), most); ++r) {
                if (auto found = heads_at(table, r, likely)) return found;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Found> heads_at(const Table& table, std::size_t r,
                                                bool likely) const {
        const bool more = r + 1 < table.rows.size();
        Found best;
        std::size_t most = 0;
        for (const bool below : {false, true}) {
            if (below && !(more && spans_others(table.rows[r]))) break;
            Found found;
            found.texts = texts_of(table, r, below);
            found.heads = finder_.heads_of(found.texts, likely);
            // Where the row is known by its heads, the others may be known by words in them.
            if (tells_measures(kinds_of(found.heads)))
                found.heads = finder_.heads_of(found.texts, true);
            found.first = r + (below ? 2 : 1);
            found.marks = mark_columns(table, found);
            const auto kinds = kinds_of(found.heads);
            const bool marks = std::count(found.marks.begin(), found.marks.end(), true) > 1;
            const bool tells = tells_measures(kinds) || (kinds.count("measure") > 0 && marks);
            if (!tells || kinds.size() <= most) continue;
            most = kinds.size();
            found.links = kinds.count("role") + kinds.count("leads") > 0;
            best = std::move(found);
        }
        return most == 0 ? std::nullopt : std::optional(std::move(best));
    }

    /// Whether a head stands above several columns.
    static bool spans_others(const std::vector<Cell>& row) {
        for (std::size_t c = 1; c < row.size(); ++c) {
            if (row[c].spans && row[c].text == row[c - 1].text) return true;
        }
        return false;
    }

    /// The columns without a known head in which there are marks alone.
    [[nodiscard]] std::vector<bool> mark_columns(const Table& table, const Found& found) const {
        std::vector<bool> marks(found.heads.size(), false);
        std::vector<std::size_t> rows;  // that are no headings
        for (auto r = found.first; r < table.rows.size(); ++r) {
            if (own_cells(table.rows[r]).size() > 1) rows.push_back(r);
        }
        for (std::size_t c = 0; c < marks.size(); ++c) {
            if (found.texts[c].empty()) continue;
            if (found.heads[c] && finder_.column(found.texts[c])) continue;
            std::size_t count = 0;
            bool only = true;
            for (auto r = rows.begin(); r != rows.end() && only; ++r) {
                if (c >= table.rows[*r].size()) continue;
                const auto& text = table.rows[*r][c].text;
                if (text.empty() || patterns_.is_one(text, "empty")) continue;
                ++count;
                only = patterns_.mark(text).has_value();
            }
            marks[c] = only && count > 0;
        }
        return marks;
    }

    void read_table(const Table& table, const Paragraph* heading) {
        if (table.rows.empty()) return;
        auto found = find_heads(table);
        if (!found && read_card(table, heading)) return;
        if (!found) {
            // A table that goes on on the next page has its heads no more.
            if (last_.heads.empty() || table.rows.front().size() != last_.heads.size()) return;
            found = last_;
            found->first = 0;
        } else {
            find_category(table, *found);
            const bool first = list_.columns.empty();
            for (std::size_t c = 0; c < found->heads.size(); ++c) {
                note_head(*found, c);
                if (!first || found->texts[c].empty()) continue;
                const bool read = found->heads[c] && *found->heads[c] != "other";
                list_.columns.emplace_back(found->texts[c], found->marks[c]            ? "mark"
                                                            : is_of_weights(*found, c) ? "weight"
                                                            : read ? *found->heads[c]
                                                                   : "");
            }
        }
        last_ = *found;
        for (auto r = found->first; r < table.rows.size(); ++r) read_row(table, r, *found);
    }

    /// An unknown column left of the numbers, with cells that hold for several rows, sorts them.
    void find_category(const Table& table, Found& found) const {
        if (kinds_of(found.heads).count("category") > 0) return;
        const auto numbers =
            static_cast<std::size_t>(std::find(found.heads.begin(), found.heads.end(),
                                               std::optional<std::string>("number")) -
                                     found.heads.begin());
        if (numbers == found.heads.size()) return;
        for (std::size_t c = 0; c < numbers; ++c) {
            if (found.heads[c] || found.marks[c] || found.texts[c].empty()) continue;
            std::size_t below = 0;
            for (auto r = found.first; r < table.rows.size(); ++r) {
                const auto& row = table.rows[r];
                if (c < row.size() && (row[c].spans || row[c].text.empty())) ++below;
            }
            if (below == 0) continue;
            found.heads[c] = "category";
            return;
        }
    }

    void note_head(const Found& found, std::size_t c) {
        const auto& text = found.texts[c];
        if (text.empty() || found.marks[c]) return;
        if (found.heads[c] == "due") list_.due_head = text;
        if (!found.heads[c]) {
            list_.unknown_heads.push_back(text);
        } else if (!finder_.column(text)) {
            list_.heads.emplace_back(text, *found.heads[c]);
        }
    }

    void read_row(const Table& table, std::size_t r, const Found& found) {
        const auto& row = table.rows[r];
        const auto own = own_cells(row);
        if (own.empty()) return;
        if (tells_measures(kinds_of(finder_.heads_of(texts_of(table, r, false), false)))) return;
        if (is_no_measure(own.front()->text, patterns_)) return;
        if (own.size() == 1 && row.size() > 1 && read_heading(*own.front(), row, found)) return;
        add_row(row, found);
    }

    bool read_heading(const Cell& cell, const std::vector<Cell>& row, const Found& found) {
        const auto heading = heading_in(cell.text);
        const auto column = static_cast<std::size_t>(&cell - row.data());
        const bool for_numbers = column < found.heads.size() && found.heads[column] == "number" &&
                                 !numbered(cell.text + '.', patterns_) &&
                                 !is_whole_number(cell.text);
        if (!heading && !is_one_cell(row) && !for_numbers) return false;
        if (heading) {
            list_.categories.push_back(
                {heading->name, heading->announced, cell.line, heading->numeral});
            category_ = list_.categories.size() - 1;
        } else {
            const auto code = numbered(cell.text, patterns_);
            const auto name = code && code->form == "category" ? code->rest : unwrapped(cell.text);
            category_ = category_named(name, cell.line);
        }
        return true;
    }

    void add_row(const std::vector<Cell>& cells, const Found& found) {
        Row row;
        row.line = cells.front().line;
        row.category = category_;
        bool goes_on = true;  // of the row before it: only cells that others span into it
        for (std::size_t c = 0; c < std::min(cells.size(), found.heads.size()); ++c) {
            const auto& cell = cells[c];
            if (row.line == 0) row.line = cell.line;
            if (found.marks[c]) {
                if (const auto kind = patterns_.mark(cell.text)) row.add(*kind, found.texts[c]);
                continue;
            }
            if (!found.heads[c]) continue;
            const auto& kind = *found.heads[c];
            add_cell(row, cell, kind, found.links);
            const bool tells = kind == "measure" || kind == "number" ||
                               (kind == "content" && kinds_of(found.heads).count("measure") == 0);
            if (tells && !cell.spans && !cell.text.empty()) goes_on = false;
        }
        add_extra(row, cells, found);
        const auto body = row.word("departments");
        by_role(row);
        add_weight(row, body, cells, found);
        if (!list_.rows.empty() && repeats(row, list_.rows.back())) goes_on = true;
        if (goes_on && !list_.rows.empty()) {
            // One row a link: the measure stands in a cell that spans several.
            join(list_.rows.back(), row, cells, found);
            return;
        }
        if (goes_on) return;
        const auto kinds = kinds_of(found.heads);
        const auto number = row.word("number");
        const bool none =
            number.empty() || number.find("：") != number.npos || number.find(':') != number.npos;
        if (kinds.count("number") > 0 && none && !names_bodies(row)) {
            doubts_.push_back({DoubtKind::not_numbered, row.line, row.word("measure"),
                               "has no number and names nobody, and is taken for a remark",
                               "add it, if it is a measure"});
            return;
        }
        if (const auto name = row.word("category"); !name.empty()) {
            row.category = category_named(name, row.line);
            column_category_ = row.category;
        } else if (kinds.count("category") > 0) {
            row.category = column_category_;  // said once, above
        }
        list_.rows.push_back(std::move(row));
    }

    /// Cells behind the last head: of a list with commas that has no quotation marks, if that is
    /// for bodies and the row is longer than that of the heads.
    void add_extra(Row& row, const std::vector<Cell>& cells, const Found& found) {
        auto heads = found.texts.size();
        while (heads > 0 && found.texts[heads - 1].empty()) --heads;
        if (heads == 0) return;
        const auto& last = found.heads[heads - 1];
        const bool list = last && is_for_bodies(*last) && heads == found.heads.size();
        std::size_t count = 0;
        for (auto c = heads; c < cells.size(); ++c) {
            if (cells[c].spans || cells[c].text.empty()) continue;
            ++count;
            if (list) add_cell(row, cells[c], *last, found.links);
        }
        if (count == 0) return;
        const auto many = count == 1 ? std::string("a cell") : std::to_string(count) + " cells";
        doubts_.push_back({DoubtKind::extra_cells, row.line, "",
                           "a row has " + many + " behind those below the last head",
                           list ? "taken for more of '" + found.texts[heads - 1] +
                                      "'; put a list with commas into quotation marks"
                                : "not read; put a text with commas into quotation marks, or "
                                  "write a head above"});
    }

    /// \param link  whether a body's cell has one name, whatever is in it
    void add_cell(Row& row, const Cell& cell, const std::string& kind, bool link) const {
        if (cell.text.empty()) return;
        if (kind == "departments" && !link) {
            // "A牵头，B配合"
            const auto who = attribution_of_cell(cell.text, patterns_);
            for (const auto& [to, words] : who ? who->words : std::map<std::string, std::string>{})
                row.add(to, words);
            if (who) return;
        }
        if (is_for_bodies(kind))
            row.add(kind, cell.text);
        else
            row.words[kind] = text_of_cell(cell, kind);
    }

    /// "Lead" beside a body says how it stands to the measure.
    void by_role(Row& row) const {
        const auto role = row.word("role");
        const auto flag = row.word("leads");
        const auto bodies = row.word("departments");
        if ((role.empty() && flag.empty()) || bodies.empty()) return;
        auto kind = patterns_.mark(role);
        if (!kind) kind = patterns_.column(role);
        if (patterns_.is_one(flag, "flags.yes")) kind = "lead";
        if (patterns_.is_one(flag, "flags.no")) kind = "with";
        row.exact = true;
        if (!kind || !is_for_bodies(*kind) || *kind == "departments") return;
        row.words.erase("departments");
        row.add(*kind, bodies);
    }

    /// Whether a column says what the one body of a row weighs: "weight", where rows are links. In
    /// other lists that is of a measure.
    static bool is_of_weights(const Found& found, std::size_t c) {
        if (normal(found.texts[c]) != "weight") return false;
        return found.links;
    }

    static void add_weight(Row& row, const std::string& body, const std::vector<Cell>& cells,
                           const Found& found) {
        if (body.empty() || body.find('\n') != std::string::npos) return;
        for (std::size_t c = 0; c < std::min(cells.size(), found.texts.size()); ++c) {
            if (!cells[c].text.empty() && is_of_weights(found, c)) {
                row.add("weights", body + '\t' + cells[c].text);
            }
        }
    }

    /// One row a link: the measure is said again, with the same number or without.
    static bool repeats(const Row& row, const Row& before) {
        const auto title = row.word("measure");
        return !title.empty() && title == before.word("measure") &&
               row.word("number") == before.word("number");
    }

    static void join(Row& row, const Row& more, const std::vector<Cell>& cells,
                     const Found& found) {
        for (const auto& [kind, words] : more.words) {
            if (!is_for_bodies(kind)) continue;
            bool said = true;  // in a cell of the row's own
            for (std::size_t c = 0; c < std::min(cells.size(), found.heads.size()); ++c) {
                if (found.heads[c] == kind) said = !cells[c].spans;
            }
            if (said) row.add(kind, words);
        }
        row.add("weights", more.word("weights"));
    }

    /// A table for each measure, or several of them below each other: a label and a value a row.
    bool read_card(const Table& table, const Paragraph* heading) {
        std::set<std::string> kinds;
        std::size_t labels = 0;
        for (const auto& row : table.rows) {
            const auto own = own_cells(row);
            const auto kind = own.size() < 2 ? std::nullopt : label_of(own.front()->text);
            if (!kind) continue;
            ++labels;
            kinds.insert(*kind);
        }
        const bool bodies = std::any_of(kinds.begin(), kinds.end(),
                                        [](const auto& kind) { return is_for_bodies(kind); });
        if (!bodies || labels < 2) return false;
        Row row;
        const auto end = [&] {
            if (names_bodies(row)) list_.rows.push_back(std::move(row));
            row = {};
        };
        const auto begin = [&](const std::string& text, std::uint32_t line) {
            end();
            row.line = line;
            row.category = category_;
            const auto code = numbered(text, patterns_);
            if (code) row.words["number"] = code->code;
            row.words["measure"] = code ? code->rest : text;
        };
        for (const auto& cells : table.rows) {
            const auto own = own_cells(cells);
            if (own.empty()) continue;
            const auto& first = *own.front();
            const auto kind = own.size() < 2 ? std::nullopt : label_of(first.text);
            if (own.size() == 1 && numbered(first.text, patterns_)) {
                begin(unwrapped(first.text), first.line);
            } else if (kind == "measure" && !row.word("number").empty() &&
                       row.word("measure").empty()) {
                row.words["measure"] = unwrapped(own[1]->text);
            } else if (kind == "measure") {
                begin(unwrapped(own[1]->text), first.line);
                if (const auto code = numbered(first.text + ':', patterns_))
                    row.words["number"] = code->code;
            } else if (kind == "number") {
                end();
                row.line = first.line;
                row.words["number"] = own[1]->text;
            } else if (kind) {
                if (row.line == 0) row.line = first.line;
                row.add(*kind, text_of_cell(*own[1], *kind));
            }
        }
        if (row.word("measure").empty() && heading != nullptr) {
            const auto code = numbered(heading->text, patterns_);
            if (code) row.words["number"] = code->code;
            row.words["measure"] = code ? code->rest : heading->text;
        }
        end();
        return true;
    }

    /// Of a card: "Lead agency", or "Lead agency:", or "Commitment 3".
    [[nodiscard]] std::optional<std::string> label_of(std::string_view text) const {
        auto label = unwrapped(text);
        for (const std::string_view colon : {":", "："}) {
            if (label.ends_with(colon)) label.erase(label.size() - colon.size());
        }
        if (auto kind = finder_.column(label)) return kind;
        if (numbered(label + ':', patterns_)) return "measure";
        return patterns_.likely_column(label);
    }

    const Patterns& patterns_;
    HeadFinder finder_;
    std::vector<Doubt>& doubts_;
    List list_;
    Found last_;
    std::vector<Part> parts_;
    std::optional<std::size_t> category_;
    std::optional<std::size_t> column_category_;
    std::map<std::string, std::size_t> by_name_;  // the first `named_` categories
    std::size_t named_ = 0;
};

}  // namespace

List read_tables(const Page& page, const Patterns& patterns, const Columns& columns,
                 std::vector<Doubt>& doubts) {
    return TableReader(patterns, columns, doubts).read(page);
}

}  // namespace remit::reading
