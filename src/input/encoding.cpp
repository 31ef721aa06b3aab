#include "encoding.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace remit::detail {
namespace {

using namespace std::string_view_literals;

/// A kind of file, and how it begins.
struct Kind {
    std::string_view begin;
    Phrase name;
    std::string_view format = {};
};

/// What the first bytes of files say that people take for a programme.
constexpr std::array<Kind, 8> kinds{{
    {"%PDF-", "thing.a-document", "PDF"},
    {"PK\x03\x04", "thing.an-office-document"},
    {"\xD0\xCF\x11\xE0", "thing.an-older-office-document"},
    {"{\\rtf", "thing.a-word-processor-document"},
    {"\x89PNG", "thing.a-picture", "PNG"},
    {"\xFF\xD8\xFF", "thing.a-picture", "JPEG"},
    {"GIF8", "thing.a-picture", "GIF"},
    {"\x1F\x8B", "thing.a-compressed-file"},
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

std::optional<Kind> kind_of(std::string_view bytes) {
    for (const auto& kind : kinds) {
        if (bytes.starts_with(kind.begin)) return kind;
    }
    return looks_binary(bytes) ? std::optional(Kind{{}, "thing.binary"}) : std::nullopt;
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
    const bool wide = bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv);
    if (wide || bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        diagnostics.error(whole, "check.invalid-utf8.utf-16", {wide ? "UTF-32" : "UTF-16"},
                          {diagnostics.note(whole, "note.save-as-utf-8")});
        return false;
    }
    if (const auto kind = kind_of(bytes)) {
        diagnostics.error(whole, "check.binary-file",
                          {diagnostics.say(kind->name, {std::string(kind->format)})},
                          {diagnostics.note(whole, "note.programme-is-text")});
        return false;
    }
    const auto broken = find_invalid_utf8(bytes);
    if (!broken) return true;
    const auto where = place_of(bytes, *broken, file);
    diagnostics.error(where, "check.invalid-utf8", {std::to_string(*broken)},
                      {diagnostics.note(where, "note.save-as-utf-8")});
    return false;
}

}  // namespace remit::detail
