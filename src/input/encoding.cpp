#include "encoding.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace remit::detail {
namespace {

using namespace std::string_view_literals;

/// What the first bytes of files say that people take for a programme.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kinds{{
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "an archive or a document of an office program (ZIP, XLSX, DOCX)"},
    {"\xD0\xCF\x11\xE0", "a document of an older office program (XLS, DOC)"},
    {"{\\rtf", "a document of a word processor (RTF)"},
    {"\x89PNG", "a picture (PNG)"},
    {"\xFF\xD8\xFF", "a picture (JPEG)"},
    {"GIF8", "a picture (GIF)"},
    {"\x1F\x8B", "a compressed file (gzip)"},
}};

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Text has no control characters, or a few by mistake; of other bytes one in nine is one.
bool looks_binary(std::string_view bytes) {
    constexpr std::size_t looked_at = 65'536;
    constexpr std::size_t mistakes = 8;
    const auto head = bytes.substr(0, looked_at);
    const auto controls =
        static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
    return controls >= mistakes && controls > head.size() / 32;
}

std::string_view kind_of(std::string_view bytes) {
    for (const auto& [begin, kind] : kinds) {
        if (bytes.starts_with(begin)) return kind;
    }
    return looks_binary(bytes) ? "binary"sv : ""sv;
}

Place place_of(std::string_view bytes, std::size_t offset, std::uint32_t file) {
    const auto before = bytes.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto start = before.rfind('\n');
    const auto column = start == std::string_view::npos ? offset + 1 : offset - start;
    return {file, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column)};
}

}  // namespace

bool is_text(std::string_view bytes, std::uint32_t file, Diagnostics& diagnostics) {
    const Place whole{file, 0, 0};
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        diagnostics.error(whole, "invalid-utf8", "the file is UTF-16 and not UTF-8",
                          {{whole, "save the file as UTF-8"}});
        return false;
    }
    if (const auto kind = kind_of(bytes); !kind.empty()) {
        diagnostics.error(whole, "binary-file", "the file is " + std::string(kind) + ", not text",
                          {{whole, "a programme is a text file in YAML or JSON"}});
        return false;
    }
    const auto broken = find_invalid_utf8(bytes);
    if (!broken) return true;
    const auto where = place_of(bytes, *broken, file);
    diagnostics.error(where, "invalid-utf8",
                      "byte " + std::to_string(*broken) + " of the file is not UTF-8",
                      {{where, "save the file as UTF-8"}});
    return false;
}

}  // namespace remit::detail
