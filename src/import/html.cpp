#include "page.hpp"
#include "xml.hpp"

#include <remit/model/error.hpp>

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <set>
#include <sstream>

namespace remit::reading {
namespace {

constexpr std::size_t most_cells = 200'000;
constexpr unsigned most_span = 1000;

template <std::size_t size>
bool is_one(const xmlNode* node, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

bool is_hidden(const xmlNode* node) {
    constexpr std::array<std::string_view, 8> unseen{"script",   "style",  "head",     "noscript",
                                                     "template", "iframe", "textarea", "select"};
    if (node->type != XML_ELEMENT_NODE) return false;
    if (is_one(node, unseen)) return true;
    auto style = attribute(node, "style");
    std::erase(style, ' ');
    return style.find("display:none") != style.npos || !attribute(node, "hidden").empty();
}

unsigned span_of(const xmlNode* cell, const char* name) {
    const auto text = attribute(cell, name);
    unsigned span = 1;
    std::from_chars(text.data(), text.data() + text.size(), span);
    return std::clamp(span, 1U, most_span);
}

/// The rows of a table, without those of tables in its cells.
void own_rows(const xmlNode* node, std::vector<const xmlNode*>& rows) {
    for (auto* child = node->children; child != nullptr; child = child->next) {
        if (name_of(child) == "tr")
            rows.push_back(child);
        else if (name_of(child) != "table")
            own_rows(child, rows);
    }
}

bool contains_table(const xmlNode* node) {
    for (auto* child = node->children; child != nullptr; child = child->next) {
        if (name_of(child) == "table" || contains_table(child)) return true;
    }
    return false;
}

/// Whether most rows of a table have three cells or more.
bool is_wide(const xmlNode* table) {
    std::vector<const xmlNode*> rows;
    own_rows(table, rows);
    std::size_t wide = 0;
    for (const auto* row : rows) {
        std::size_t cells = 0;
        for (auto* cell = row->children; cell != nullptr; cell = cell->next) {
            cells += name_of(cell) == "td" || name_of(cell) == "th" ? 1U : 0U;
        }
        wide += cells > 2 ? 1U : 0U;
    }
    return rows.size() > 2 && 2 * wide > rows.size();
}

/// The classes that a page's own styles hide.
void find_hidden_classes(const xmlNode* node, std::set<std::string>& classes) {
    for (auto* child = node->children; child != nullptr; child = child->next) {
        find_hidden_classes(child, classes);
        if (name_of(child) != "style") continue;
        auto text = content_of(child);
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
        for (auto at = text.find("display:none"); at != text.npos;
             at = text.find("display:none", at + 1)) {
            const auto open = text.rfind('{', at);
            if (open == text.npos || text.find('}', open) < at) continue;
            auto begin = text.find_last_of("};*/", open);
            begin = begin == text.npos ? 0 : begin + 1;
            const auto selector = text.substr(begin, open - begin);
            if (selector.starts_with('.') && selector.find_first_of(".,#>:[", 1) == selector.npos) {
                classes.insert(selector.substr(1));
            }
        }
    }
}

class Reader {
 public:
    Page read(const xmlNode* root) {
        find_hidden_classes(root, hidden_);
        walk(root);
        end_paragraph();
        return std::move(page_);
    }

 private:
    void walk(const xmlNode* node) {
        constexpr std::array<std::string_view, 22> blocks{
            "p",  "div", "li", "ul", "ol", "h1", "h2", "h3",  "h4",      "h5",      "h6",
            "tr", "td",  "th", "dt", "dd", "br", "hr", "pre", "section", "article", "table"};
        for (auto* child = node->children; child != nullptr; child = child->next) {
            if (hides(child)) continue;
            if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
                if (text_.empty()) line_ = static_cast<std::uint32_t>(xmlGetLineNo(child));
                text_ += reinterpret_cast<const char*>(child->content);
                continue;
            }
            if (child->type != XML_ELEMENT_NODE) continue;
            if (name_of(child) == "br" && heading_ > 0) continue;  // a broken title
            const bool block = is_one(child, blocks);
            if (block && !(name_of(child) == "dd" && term_)) end_paragraph();
            term_ = false;
            const auto name = name_of(child);
            const bool heading =
                name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
            if (heading) heading_ = name[1] - '0';
            // A table around others is there for the layout, if it has few columns.
            if (name_of(child) == "table" && (!contains_table(child) || is_wide(child))) {
                read_table(child);
                continue;
            }
            walk(child);
            // A term and its description are a label and a value.
            if (const auto term = tidy(text_); name == "dt" && !term.empty()) {
                text_ += term.ends_with(':') || term.ends_with("：") ? " " : ": ";
                term_ = true;
                continue;
            }
            if (block) end_paragraph();
            if (heading) heading_ = 0;
        }
    }

    void end_paragraph() {
        auto text = tidy(text_);
        text_.clear();
        if (!text.empty()) page_.pieces.emplace_back(Paragraph{std::move(text), line_, heading_});
    }

    [[nodiscard]] bool hides(const xmlNode* node) const {
        if (is_hidden(node)) return true;
        if (hidden_.empty() || node->type != XML_ELEMENT_NODE) return false;
        std::istringstream classes(attribute(node, "class"));
        for (std::string one; classes >> one;) {
            if (hidden_.count(one) > 0) return true;
        }
        return false;
    }

    void add_text(const xmlNode* node, std::string& text) const {
        for (auto* child = node->children; child != nullptr; child = child->next) {
            if (hides(child)) continue;
            if (name_of(child) == "tr") {
                add_inner_row(child, text);
                continue;
            }
            if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
                text += reinterpret_cast<const char*>(child->content);
            } else {
                add_text(child, text);
                if (is_one(child, std::array<std::string_view, 4>{"p", "div", "br", "li"})) {
                    text += '\n';
                }
            }
        }
    }

    void read_captions(const xmlNode* table) {
        constexpr int level = 6;  // below other headings
        for (auto* child = table->children; child != nullptr; child = child->next) {
            if (name_of(child) != "caption") continue;
            heading_ = level;
            walk(child);
            end_paragraph();
            heading_ = 0;
        }
    }

    /// A row of a table in a cell: "牵头：科技部".
    void add_inner_row(const xmlNode* row, std::string& text) const {
        std::vector<std::string> cells;
        for (auto* cell = row->children; cell != nullptr; cell = cell->next) {
            if (name_of(cell) != "td" && name_of(cell) != "th") continue;
            cells.emplace_back();
            add_text(cell, cells.back());
            cells.back() = tidy_lines(cells.back());
        }
        text += '\n';
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += (i == 0 ? "" : cells.size() == 2 ? "：" : " ") + cells[i];
        }
        text += '\n';
    }

    void count_cell() {
        if (++cells_ <= most_cells) return;
        throw Error("has tables of more than " + std::to_string(most_cells) + " cells");
    }

    void read_table(const xmlNode* node) {
        std::vector<const xmlNode*> rows;
        read_captions(node);
        own_rows(node, rows);
        std::erase_if(rows, [&](const xmlNode* row) { return hides(row); });
        Table table;
        std::map<std::size_t, std::pair<unsigned, Cell>> down;  // by column: rows left, and what
        for (const auto* row : rows) {
            std::vector<Cell> cells;
            const auto fill = [&] {
                for (auto found = down.find(cells.size()); found != down.end();
                     found = down.find(cells.size())) {
                    auto cell = found->second.second;
                    cell.spans = true;
                    if (--found->second.first == 0) down.erase(found);
                    count_cell();
                    cells.push_back(std::move(cell));
                }
            };
            for (auto* child = row->children; child != nullptr; child = child->next) {
                if (name_of(child) != "td" && name_of(child) != "th") continue;
                fill();
                std::string text;
                add_text(child, text);
                Cell cell{tidy_lines(text), static_cast<std::uint32_t>(xmlGetLineNo(child)),
                          static_cast<std::uint32_t>(cells.size() + 1)};
                const auto below = span_of(child, "rowspan");
                const auto right = span_of(child, "colspan");
                for (unsigned i = 0; i < right; ++i) {
                    if (below > 1) down[cells.size()] = {below - 1, cell};
                    cells.push_back(cell);
                    cell.spans = true;
                    count_cell();
                }
            }
            fill();
            if (!cells.empty()) table.rows.push_back(std::move(cells));
        }
        if (table.rows.empty()) return;
        page_.pieces.emplace_back(std::move(table));
    }

    Page page_;
    std::string text_;
    std::uint32_t line_ = 0;
    int heading_ = 0;
    bool term_ = false;  // whether the text at hand is one that a description follows
    std::size_t cells_ = 0;
    std::set<std::string> hidden_;  // classes
};

}  // namespace

Page read_html(std::string_view text) {
    const Document document(htmlReadMemory(
        text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING));
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) throw Error("is no web page that can be read");
    return Reader().read(root);
}

}  // namespace remit::reading
