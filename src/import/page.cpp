#include "page.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
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
    if (U_FAILURE(code) || name == nullptr) throw Error("is no text in a known encoding");
    return from_charset(bytes, name);
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
        if (!(before && after)) result += U' ';
    }
    return tidy(utf8(result));
}

Page read_plain(std::string_view text) {
    Page page;
    std::uint32_t line = 0;
    while (!text.empty()) {
        ++line;
        const auto end = std::min(text.find('\n'), text.size());
        auto content = tidy(text.substr(0, end));
        if (!content.empty()) page.pieces.emplace_back(Paragraph{std::move(content), line});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return page;
}

Page read_csv(std::string_view text) {
    const auto first = text.substr(0, text.find('\n'));
    char separator = ',';
    std::ptrdiff_t most = 0;
    for (const char each : {',', '\t', ';'}) {
        const auto count = std::count(first.begin(), first.end(), each);
        if (count > most) {
            most = count;
            separator = each;
        }
    }
    Table table;
    std::vector<Cell> row;
    std::string cell;
    std::uint32_t line = 1;
    std::uint32_t begin = 1;
    bool quoted = false;
    const auto end_cell = [&] {
        row.push_back({tidy_lines(cell), begin, static_cast<std::uint32_t>(row.size() + 1)});
        cell.clear();
        begin = line;
    };
    const auto end_row = [&] {
        end_cell();
        const bool blank =
            std::all_of(row.begin(), row.end(), [](const Cell& each) { return each.text.empty(); });
        if (!blank) table.rows.push_back(std::move(row));
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += '"';
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == '"' && cell.find_first_not_of(' ') == cell.npos) {
            quoted = true;
            cell.clear();
            begin = line;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
            begin = line;
        } else {
            cell += c;
        }
    }
    if (quoted) {
        throw Error("line " + std::to_string(begin) + ": a quotation has no end; close it with \"");
    }
    if (!row.empty() || !cell.empty()) end_row();
    Page page;
    page.pieces.emplace_back(std::move(table));
    return page;
}

Page read_page(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("PK\x03\x04")) return read_xlsx(bytes);
    const auto text = decoded(bytes);
    if (ends_with(name, ".graphml") || text.substr(0, 1000).find("<graphml") != text.npos) {
        return read_graphml(text);
    }
    if (ends_with(name, ".net") || text.starts_with("*Vertices")) return read_pajek(text);
    if (ends_with(name, ".csv") || ends_with(name, ".tsv")) return read_csv(text);
    if (ends_with(name, ".html") || ends_with(name, ".htm") || is_markup(text)) {
        return read_html(text);
    }
    return read_plain(text);
}

}  // namespace remit::reading
