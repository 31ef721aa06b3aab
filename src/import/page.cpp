#include "page.hpp"

#include "layout.hpp"

#include <remit/input/csv.hpp>
#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

namespace remit::reading {
namespace {

struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string from_charset(std::string_view bytes, const char* charset) {
    UErrorCode code = U_ZERO_ERROR;
    std::string text(3 * bytes.size() + 16, '\0');
    const auto size =
        ucnv_convert("UTF-8", charset, text.data(), static_cast<std::int32_t>(text.size()),
                     bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
    if (U_FAILURE(code)) throw Error(std::string("the text cannot be read as ") + charset);
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::string detected(std::string_view bytes) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&code));
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &code);
    const auto* match = ucsdet_detect(detector.get(), &code);
    const char* name = match == nullptr ? nullptr : ucsdet_getName(match, &code);
    // Other bytes than text look like one of IBM's.
    if (U_FAILURE(code) || name == nullptr || std::string_view(name).starts_with("IBM")) {
        throw Error("is no text in a known encoding");
    }
    return from_charset(bytes, name);
}

bool is_charset(const std::string& name) {
    UErrorCode code = U_ZERO_ERROR;
    auto* const converter = ucnv_open(name.c_str(), &code);
    const bool known = U_SUCCESS(code) && converter != nullptr;
    if (converter != nullptr) ucnv_close(converter);
    return known;
}

/// The encoding that a web page says it has; empty if it does not.
std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    std::string text(bytes.substr(0, head));
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto at = text.find("charset=");
    if (at == text.npos || text.find('<') > at) return {};
    auto begin = at + 8;
    while (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) ++begin;
    const auto end = std::min(text.find_first_of("\"' />;", begin), text.size());
    const auto name = text.substr(begin, end - begin);
    // Pages call the larger set by the name of the smaller.
    return name == "gb2312" || name == "gbk" ? "GB18030" : name;
}

std::string with_line_feeds(std::string text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            result += '\n';
        }
    }
    return result;
}

bool ends_with(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) return false;
    const auto tail = name.substr(name.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
    });
}

bool is_markup(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == text.npos || text[begin] != '<') return false;
    const auto head = text.substr(begin, 2000);
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<table", "<head", "<body", "<p"}) {
        const auto found =
            std::search(head.begin(), head.end(), tag.begin(), tag.end(), [](char a, char b) {
                return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
            });
        if (found != head.end()) return true;
    }
    return false;
}

}  // namespace

std::string decoded(std::string_view bytes) {
    using namespace std::string_view_literals;
    std::string text;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        text = bytes.substr(3);
    } else if (bytes.starts_with("\xFF\xFE"sv)) {
        text = from_charset(bytes.substr(2), "UTF-16LE");
    } else if (bytes.starts_with("\xFE\xFF"sv)) {
        text = from_charset(bytes.substr(2), "UTF-16BE");
    } else if (!find_invalid_utf8(bytes)) {
        text = bytes;
    } else if (const auto charset = declared_charset(bytes);
               !charset.empty() && is_charset(charset)) {
        text = from_charset(bytes, charset.c_str());
    } else {
        text = detected(bytes);
    }
    if (find_invalid_utf8(text)) throw Error("is no text in a known encoding");
    if (text.find('\0') != text.npos) throw Error("is no text: it has null bytes");
    return with_line_feeds(std::move(text));
}

std::string tidy(std::string_view text) {
    std::u32string result;
    bool space = false;
    for (const auto c : code_points(text)) {
        const bool blank =
            c == U'\uFEFF' || c == U'\u200B' || u_isUWhiteSpace(static_cast<UChar32>(c));
        if (blank) {
            space = !result.empty();
            continue;
        }
        if (space) result += U' ';
        space = false;
        result += c;
    }
    return utf8(result);
}

std::string tidy_lines(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = tidy(text.substr(0, end));
        if (!line.empty()) result += (result.empty() ? "" : "\n") + line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

std::string unwrapped(std::string_view lines) {
    std::u32string result;
    const auto characters = code_points(lines);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters[i] != U'\n') {
            result += characters[i];
            continue;
        }
        const bool before = i > 0 && columns(characters[i - 1]) == 2;
        const bool after = i + 1 < characters.size() && columns(characters[i + 1]) == 2;
        if (!before && !after) result += U' ';
    }
    return tidy(utf8(result));
}

namespace {

struct TextLine {
    std::string text;  // tidied
    std::string_view raw;
    std::uint32_t line;
    bool indented;
};

/// Without Markdown's "**" around the whole.
std::string without_emphasis(std::string text) {
    if (text.size() > 4 && text.starts_with("**") && text.ends_with("**")) {
        text = tidy(std::string_view(text).substr(2, text.size() - 4));
    }
    return text;
}

std::vector<TextLine> lines_of(std::string_view text) {
    std::vector<TextLine> all;
    std::uint32_t line = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto one = text.substr(0, end);
        all.push_back({without_emphasis(tidy(one)), one, ++line,
                       one.starts_with(' ') || one.starts_with('\t') || one.starts_with("\u3000")});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

/// Whether a line begins something: an item, a label, a heading.
bool begins_item(const std::string& text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (std::isdigit(first) != 0 || text.front() == '(' || text.front() == '[') {
        const auto stop = text.find_first_of(".)]");
        if (stop != text.npos && stop < 8) return true;
    }
    for (const std::string_view bullet : {"* ", "- ", "– ", "• ", "#", "|"}) {
        if (text.starts_with(bullet)) return true;
    }
    if (std::islower(first) != 0) return false;
    const auto label = std::min({text.find(": "), text.find(" - "), text.find(" – ")});
    const auto stop = text.find_first_of(";,.()");
    return (label < 34 && label < stop) || text.ends_with(':');
}

/// Text in Latin letters that an editor broke at a width: lines that go on are joined. Blank lines
/// part paragraphs.
void join_wrapped(std::vector<TextLine>& lines) {
    constexpr std::size_t most = 110;  // columns of a text that is wrapped
    std::size_t width = 0;
    for (const auto& line : lines) {
        if (has_ideograph(line.text)) return;
        width = std::max(width, line.text.size());
    }
    if (width > most || width < 50) return;
    for (std::size_t i = lines.size(); i-- > 1;) {
        auto& above = lines[i - 1];
        auto& line = lines[i];
        if (above.text.empty() || line.text.empty() || begins_item(line.text)) continue;
        const bool small = std::islower(static_cast<unsigned char>(line.text.front())) != 0;
        // The first word would not have fitted.
        const auto word = std::min(line.text.find(' '), line.text.size());
        const bool full = above.text.size() + 1 + word > width - width / 6;
        if (!small && !full) continue;
        above.text += ' ' + line.text;
        line.text.clear();
    }
}

bool is_broken_title(const std::string& above, const std::string& below) {
    constexpr std::array<std::string_view, 6> ends{"通知", "意见", "方案", "公告", "意見", "辦法"};
    const auto ends_title = [&](const std::string& text) {
        return std::any_of(ends.begin(), ends.end(),
                           [&](std::string_view end) { return text.ends_with(end); });
    };
    const auto begins = [](const std::string& text) {
        return text.starts_with("关于") || text.starts_with("關於");
    };
    const bool about = above.find("关于") != above.npos || above.find("關於") != above.npos;
    constexpr std::array<std::string_view, 8> bodies{"厅",   "局",     "部", "委",
                                                     "政府", "办公室", "廳", "院"};
    const bool issuer = begins(below) && above.size() < 90 &&
                        std::any_of(bodies.begin(), bodies.end(),
                                    [&](std::string_view end) { return above.ends_with(end); });
    return (about || issuer) && ends_title(below) && !ends_title(above) &&
           above.find("。") == above.npos;
}

/// "| 1 | 任务 | 单位 |"
std::vector<Cell> cells_of(const TextLine& line) {
    std::vector<Cell> cells;
    auto text = std::string_view(line.text).substr(1);
    while (!text.empty()) {
        const auto end = std::min(text.find('|'), text.size());
        auto words = std::string(text.substr(0, end));
        for (auto at = words.find("<br>"); at != words.npos; at = words.find("<br>"))
            words.replace(at, 4, "\n");
        cells.push_back({without_emphasis(tidy_lines(words)), line.line,
                         static_cast<std::uint32_t>(cells.size() + 1)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return cells;
}

/// Whether a line has two tabs within it, as a table copied from a page has.
bool has_tabs(std::string_view raw) {
    const auto begin = raw.find_first_not_of("\t ");
    if (begin == raw.npos) return false;
    raw.remove_prefix(begin);
    return std::count(raw.begin(), raw.end(), '\t') > 1;
}

/// Whether one of the next two lines with text has tabs too: a heading may stand between.
bool tabs_follow(const std::vector<TextLine>& lines, std::size_t at) {
    int seen = 0;
    for (auto i = at + 1; i < lines.size() && seen < 2; ++i) {
        if (lines[i].text.empty()) continue;
        if (has_tabs(lines[i].raw)) return true;
        ++seen;
    }
    return false;
}

std::vector<Cell> tabbed_cells(const TextLine& line) {
    std::vector<Cell> cells;
    auto rest = line.raw;
    for (;;) {
        const auto end = std::min(rest.find('\t'), rest.size());
        cells.push_back(
            {tidy(rest.substr(0, end)), line.line, static_cast<std::uint32_t>(cells.size() + 1)});
        if (end == rest.size()) return cells;
        rest.remove_prefix(end + 1);
    }
}

/// Rows of one length; a row of one cell takes the whole width.
void make_even(Table& table) {
    std::size_t widest = 0;
    for (const auto& row : table.rows) widest = std::max(widest, row.size());
    for (auto& row : table.rows) {
        const bool one = row.size() == 1;
        while (row.size() < widest) {
            row.push_back({one ? row.front().text : "", row.front().line,
                           static_cast<std::uint32_t>(row.size() + 1), one});
        }
    }
}

bool is_rule(const std::string& text) {
    return text.find_first_not_of("|:- ") == text.npos;
}

}  // namespace

Page read_plain(std::string_view text) {
    auto lines = lines_of(text);
    join_wrapped(lines);
    Page page;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        if (line.text.empty()) continue;
        // A title that was broken: 关于印发2034年 and, below, 重点任务的通知.
        if (i + 1 < lines.size() && (i < 6 || (line.indented && lines[i + 1].indented)) &&
            is_broken_title(line.text, lines[i + 1].text)) {
            lines[i + 1].text = line.text + lines[i + 1].text;
            lines[i + 1].line = line.line;
            continue;
        }
        if (has_tabs(line.raw) && tabs_follow(lines, i)) {
            Table table;
            for (; i < lines.size(); ++i) {
                if (has_tabs(lines[i].raw)) {
                    table.rows.push_back(tabbed_cells(lines[i]));
                } else if (i + 1 < lines.size() && has_tabs(lines[i + 1].raw) &&
                           !lines[i].text.empty()) {
                    table.rows.push_back({{lines[i].text, lines[i].line, 1}});
                } else if (!lines[i].text.empty()) {
                    break;
                }
            }
            --i;
            make_even(table);
            page.pieces.emplace_back(std::move(table));
            continue;
        }
        // Markdown's tables and headings.
        if (line.text.starts_with("|") && i + 1 < lines.size() &&
            lines[i + 1].text.starts_with("|") && is_rule(lines[i + 1].text)) {
            Table table;
            for (; i < lines.size() && lines[i].text.starts_with("|"); ++i) {
                if (!is_rule(lines[i].text)) table.rows.push_back(cells_of(lines[i]));
            }
            --i;
            page.pieces.emplace_back(std::move(table));
            continue;
        }
        const auto marks = line.text.find_first_not_of('#');
        const bool heading =
            marks != line.text.npos && marks > 0 && marks < 7 && line.text[marks] == ' ';
        if (heading) line.text = tidy(std::string_view(line.text).substr(marks));
        page.pieces.emplace_back(
            Paragraph{std::move(line.text), line.line, heading ? static_cast<int>(marks) : 0});
    }
    return page;
}

Page read_csv(std::string_view text) {
    Table table;
    CsvReader reader(text, likely_separator(text));
    for (auto cells = reader.next(); !cells.empty(); cells = reader.next()) {
        std::vector<Cell> row;
        for (const auto& cell : cells) {
            row.push_back(
                {tidy_lines(cell.text), cell.line, static_cast<std::uint32_t>(row.size() + 1)});
        }
        const bool blank =
            std::all_of(row.begin(), row.end(), [](const Cell& each) { return each.text.empty(); });
        if (!blank) table.rows.push_back(std::move(row));
    }
    if (const auto& open = reader.open()) {
        throw Error("line " + std::to_string(open->line) +
                    ": a quotation has no end; close it with \"");
    }
    Page page;
    page.pieces.emplace_back(std::move(table));
    return page;
}

namespace {

/// Makes control characters spaces. \return the lines that had other ones than spaces of a kind
std::vector<std::uint32_t> without_controls(std::string& text) {
    std::vector<std::uint32_t> lines;
    std::uint32_t line = 1;
    for (auto& c : text) {
        if (c == '\n') ++line;
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7F) || u_isUWhiteSpace(byte)) continue;
        c = ' ';
        if (lines.empty() || lines.back() != line) lines.push_back(line);
    }
    return lines;
}

Page page_of_text(const std::string& text, std::string_view name, const Patterns& patterns,
                  const std::map<std::string, std::string>& columns) {
    if (text.starts_with("remit:") || text.substr(0, 4000).find("\nremit: 1\n") != text.npos) {
        throw Error("is a programme already; 'remit format' rewrites it, 'remit check' reads it");
    }
    if (ends_with(name, ".graphml") || text.substr(0, 1000).find("<graphml") != text.npos) {
        return read_graphml(text);
    }
    if (ends_with(name, ".net") || text.starts_with("*Vertices")) return read_pajek(text);
    if (ends_with(name, ".csv") || ends_with(name, ".tsv")) return read_csv(text);
    if (ends_with(name, ".html") || ends_with(name, ".htm") || is_markup(text)) {
        return read_html(text);
    }
    if (auto page = read_aligned(text, patterns, columns)) return std::move(*page);
    return read_plain(text);
}

Page page_of(std::string_view bytes, std::string_view name, const Patterns& patterns,
             const std::map<std::string, std::string>& columns) {
    if (bytes.starts_with("%PDF-")) return read_pdf(bytes, patterns, columns);
    if (bytes.starts_with("PK\x03\x04")) return read_office(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
        throw Error("is a document of old Office (DOC, XLS, WPS); save it as DOCX, XLSX or PDF");
    }
    auto text = decoded(bytes);
    auto lines = without_controls(text);
    auto page = page_of_text(text, name, patterns, columns);
    page.control_lines = std::move(lines);
    return page;
}

}  // namespace

Page read_page(std::string_view bytes, std::string_view name, const Patterns& patterns,
               const std::map<std::string, std::string>& columns) {
    auto page = page_of(bytes, name, patterns, columns);
    if (columns.empty() && page.measures.empty()) find_own_table(page);
    return page;
}

}  // namespace remit::reading
