// A spreadsheet of the Office Open XML kind is a zip archive of XML files. Its formulas are not
// carried out: what a program has saved as their result is read.
#include "archive.hpp"
#include "page.hpp"

#include <remit/model/error.hpp>
#include <remit/model/language.hpp>
#include <remit/model/phrase.hpp>

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>

namespace remit::reading {
namespace {

constexpr std::size_t most_cells = 1'000'000;
constexpr std::size_t most_columns = 16'384;

/// All <t> below, but those of phonetic guides.
void add_text(const xmlNode* node, std::string& text) {
    for (auto* each = node->children; each != nullptr; each = each->next) {
        if (name_of(each) == "t") {
            text += content_of(each);
        } else if (name_of(each) != "rPh") {
            add_text(each, text);
        }
    }
}

class Workbook {
 public:
    explicit Workbook(const Archive& archive) : archive_(archive) {}

    Page read() {
        read_shared_texts();
        Page page;
        const auto workbook = archive_.xml("xl/workbook.xml");
        if (!workbook) throw Error("is no spreadsheet: it has no xl/workbook.xml");
        std::map<std::string, std::string> targets;
        if (const auto relations = archive_.xml("xl/_rels/workbook.xml.rels")) {
            for (auto* each = xmlDocGetRootElement(relations.get())->children; each != nullptr;
                 each = each->next) {
                if (name_of(each) == "Relationship")
                    targets[attribute(each, "Id")] = attribute(each, "Target");
            }
        }
        const auto* sheets = child(xmlDocGetRootElement(workbook.get()), "sheets");
        for (auto* each = sheets == nullptr ? nullptr : sheets->children; each != nullptr;
             each = each->next) {
            if (name_of(each) != "sheet" || attribute(each, "state").starts_with("hidden"))
                continue;
            page.of_remit = page.of_remit || is_of_notes(attribute(each, "name"));
            auto target = targets[attribute(each, "id")];
            if (target.starts_with('/'))
                target.erase(0, 1);
            else
                target = "xl/" + target;
            if (const auto sheet = archive_.xml(target))
                add_sheet(xmlDocGetRootElement(sheet.get()), page);
        }
        return page;
    }

 private:
    /// Whether a sheet is called as the one in which remit says what a workbook is made from.
    static bool is_of_notes(const std::string& name) {
        constexpr Phrase notes{"table-xlsx.notes"};
        const auto languages = spoken_languages();
        return std::any_of(languages.begin(), languages.end(),
                           [&](Language each) { return notes.in(each) == name; });
    }

    void read_shared_texts() {
        const auto shared = archive_.xml("xl/sharedStrings.xml");
        if (!shared) return;
        for (auto* each = xmlDocGetRootElement(shared.get())->children; each != nullptr;
             each = each->next) {
            if (name_of(each) != "si") continue;
            shared_.emplace_back();
            add_text(each, shared_.back());
        }
    }

    /// "BC12" is column 54, from 0; none for what is no such name.
    static std::optional<std::size_t> column_of(std::string_view name) {
        std::size_t column = 0;
        for (const auto c : name) {
            if (c < 'A' || c > 'Z') break;
            column = 26 * column + static_cast<std::size_t>(c - 'A') + 1;
            if (column > most_columns) return std::nullopt;
        }
        return column == 0 ? std::nullopt : std::optional(column - 1);
    }

    [[nodiscard]] std::string text_of(const xmlNode* cell) const {
        const auto type = attribute(cell, "t");
        std::string text;
        if (type == "inlineStr") {
            add_text(cell, text);
            return text;
        }
        const auto* value = child(cell, "v");
        if (value == nullptr || type == "e") return {};
        text = content_of(value);
        if (type != "s") return text;
        std::size_t index = 0;
        std::from_chars(text.data(), text.data() + text.size(), index);
        return index < shared_.size() ? shared_[index] : std::string();
    }

    void add_sheet(const xmlNode* sheet, Page& page) {
        const auto* data = child(sheet, "sheetData");
        if (data == nullptr) return;
        Table table;
        std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>> places;
        for (auto* row = data->children; row != nullptr; row = row->next) {
            if (name_of(row) != "row") continue;
            std::vector<Cell> cells;
            const auto number = attribute(row, "r");
            std::uint32_t line = static_cast<std::uint32_t>(table.rows.size() + 1);
            std::from_chars(number.data(), number.data() + number.size(), line);
            for (auto* cell = row->children; cell != nullptr; cell = cell->next) {
                if (name_of(cell) != "c") continue;
                const auto column = column_of(attribute(cell, "r")).value_or(cells.size());
                while (cells.size() < column) {
                    cells.push_back({"", line, static_cast<std::uint32_t>(cells.size() + 1)});
                }
                cells.push_back(
                    {tidy_lines(text_of(cell)), line, static_cast<std::uint32_t>(column + 1)});
                if (++cells_ > most_cells) {
                    throw Error("has more than " + std::to_string(most_cells) + " cells");
                }
            }
            if (!cells.empty()) table.rows.push_back(std::move(cells));
        }
        std::size_t widest = 0;
        for (const auto& row : table.rows) widest = std::max(widest, row.size());
        if (widest * table.rows.size() > most_cells) {
            throw Error("has more than " + std::to_string(most_cells) + " cells");
        }
        for (auto& row : table.rows) {
            while (row.size() < widest) {
                row.push_back({"", row.empty() ? 0 : row.front().line,
                               static_cast<std::uint32_t>(row.size() + 1)});
            }
        }
        merge(sheet, table);
        if (!table.rows.empty()) page.pieces.emplace_back(std::move(table));
    }

    /// Cells that are one: what the first says, all say.
    static void merge(const xmlNode* sheet, Table& table) {
        const auto* merged = child(sheet, "mergeCells");
        for (auto* each = merged == nullptr ? nullptr : merged->children; each != nullptr;
             each = each->next) {
            if (name_of(each) != "mergeCell") continue;
            const auto range = attribute(each, "ref");
            const auto colon = range.find(':');
            if (colon == range.npos) continue;
            const auto from = std::string_view(range).substr(0, colon);
            const auto to = std::string_view(range).substr(colon + 1);
            const auto left = column_of(from);
            const auto right = column_of(to);
            std::uint32_t top = 0;
            std::uint32_t bottom = 0;
            const auto digits = [](std::string_view text, std::uint32_t& number) {
                const auto at = text.find_first_of("0123456789");
                if (at != text.npos)
                    std::from_chars(text.data() + at, text.data() + text.size(), number);
            };
            digits(from, top);
            digits(to, bottom);
            if (!left || !right) continue;
            const Cell* first = nullptr;
            for (auto& row : table.rows) {
                if (row.front().line < top || row.front().line > bottom) continue;
                for (auto c = *left; c <= std::min(*right, row.size() - 1); ++c) {
                    if (first == nullptr) {
                        first = &row[c];
                        continue;
                    }
                    row[c].text = first->text;
                    row[c].spans = true;
                }
            }
        }
    }

    const Archive& archive_;
    std::vector<std::string> shared_;
    std::size_t cells_ = 0;
};

}  // namespace

Page read_xlsx(const Archive& archive) {
    return Workbook(archive).read();
}

}  // namespace remit::reading
