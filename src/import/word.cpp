// A text of the Office Open XML kind (DOCX): paragraphs and tables; macros and fields are not
// carried out, text that was deleted with a mark is left out.
#include "archive.hpp"
#include "page.hpp"

#include <remit/model/error.hpp>

#include <algorithm>
#include <charconv>

namespace remit::reading {
namespace {

constexpr std::size_t most_cells = 200'000;
constexpr std::size_t most_columns = 1000;

class WordReader {
 public:
    Page read(const xmlNode* body) {
        walk(body);
        return std::move(page_);
    }

 private:
    void walk(const xmlNode* node) {
        for (auto* each = node->children; each != nullptr; each = each->next) {
            const auto name = name_of(each);
            if (name == "p") {
                ++number_;
                auto text = tidy(unwrapped(text_of(each)));
                if (!text.empty()) {
                    page_.pieces.emplace_back(Paragraph{std::move(text), number_, level_of(each)});
                }
            } else if (name == "tbl") {
                read_table(each);
            } else if (name == "sdt" || name == "sdtContent") {
                walk(each);
            }
        }
    }

    /// The level of a heading, by its style's name.
    static int level_of(const xmlNode* paragraph) {
        const auto* properties = child(paragraph, "pPr");
        const auto* style = properties == nullptr ? nullptr : child(properties, "pStyle");
        if (style == nullptr) return 0;
        const auto name = attribute(style, "val");
        if (name == "Title") return 1;
        const bool heading = name.starts_with("Heading") || name.starts_with("heading");
        const bool digit = !name.empty() && name.back() >= '1' && name.back() <= '6';
        return heading && digit ? name.back() - '0' : 0;
    }

    static std::string text_of(const xmlNode* node) {
        std::string text;
        for (auto* each = node->children; each != nullptr; each = each->next) {
            const auto name = name_of(each);
            if (name == "t") {
                text += content_of(each);
            } else if (name == "tab") {
                text += '\t';
            } else if (name == "br" || name == "cr") {
                text += '\n';
            } else if (name != "del" && name != "pPr" && name != "rPr" && name != "instrText") {
                text += text_of(each);
                if (name == "p") text += '\n';
            }
        }
        return text;
    }

    static std::size_t span_of(const xmlNode* cell) {
        const auto* properties = child(cell, "tcPr");
        const auto* span = properties == nullptr ? nullptr : child(properties, "gridSpan");
        std::size_t count = 1;
        if (span == nullptr) return count;
        const auto text = attribute(span, "val");
        std::from_chars(text.data(), text.data() + text.size(), count);
        return std::clamp<std::size_t>(count, 1, most_columns);
    }

    /// Whether a cell is one with that above it.
    static bool goes_on(const xmlNode* cell) {
        const auto* properties = child(cell, "tcPr");
        const auto* merge = properties == nullptr ? nullptr : child(properties, "vMerge");
        return merge != nullptr && attribute(merge, "val") != "restart";
    }

    void read_table(const xmlNode* node) {
        Table table;
        for (auto* row = node->children; row != nullptr; row = row->next) {
            if (name_of(row) != "tr") continue;
            ++number_;
            std::vector<Cell> cells;
            for (auto* each = row->children; each != nullptr; each = each->next) {
                if (name_of(each) != "tc") continue;
                const auto column = cells.size();
                Cell cell{tidy_lines(text_of(each)), number_,
                          static_cast<std::uint32_t>(column + 1)};
                if (goes_on(each) && !table.rows.empty() && column < table.rows.back().size()) {
                    cell.text = table.rows.back()[column].text;
                    cell.spans = true;
                }
                const auto span = span_of(each);
                for (std::size_t i = 0; i < span; ++i) {
                    cells.push_back(cell);
                    cell.spans = true;
                    if (++cells_ > most_cells) {
                        throw Error("has tables of more than " + std::to_string(most_cells) +
                                    " cells");
                    }
                }
            }
            if (!cells.empty()) table.rows.push_back(std::move(cells));
        }
        if (!table.rows.empty()) page_.pieces.emplace_back(std::move(table));
    }

    Page page_;
    std::uint32_t number_ = 0;  // of the paragraph or row
    std::size_t cells_ = 0;
};

}  // namespace

Page read_docx(const Archive& archive) {
    const auto document = archive.xml("word/document.xml");
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    const auto* body = root == nullptr ? nullptr : child(root, "body");
    if (body == nullptr) throw Error("is no text document that can be read");
    return WordReader().read(body);
}

Page read_office(std::string_view bytes) {
    const Archive archive(bytes);
    if (archive.has("xl/workbook.xml")) return read_xlsx(archive);
    if (archive.has("word/document.xml")) return read_docx(archive);
    throw Error("is an archive without a spreadsheet (XLSX) or a text (DOCX) in it");
}

}  // namespace remit::reading
