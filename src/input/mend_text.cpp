#include "yaml_node.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>

namespace remit::detail {
namespace {

constexpr std::string_view wide_colon = "：";

/// The byte behind the indentation and the "- " of list items.
std::size_t content_begin(std::string_view line) {
    std::size_t at = line.find_first_not_of(" \t");
    while (at != std::string_view::npos && line.substr(at).starts_with("- ")) {
        at = line.find_first_not_of(" \t", at + 1);
    }
    return at == std::string_view::npos ? line.size() : at;
}

class Mender {
 public:
    Mender(MendedText& text, std::uint32_t file, std::span<const std::string_view> keys,
           Diagnostics& diagnostics)
        : text_(text), file_(file), keys_(keys), diagnostics_(diagnostics) {}

    void mend() {
        const auto text = text_.original;
        for (std::size_t begin = 0; begin < text.size();) {
            ++line_;
            const auto end = std::min(text.find('\n', begin), text.size());
            mend_line(text.substr(begin, end - begin), begin);
            if (diagnostics_.is_full()) {  // this is no text at all
                text_.readable = false;
                return;
            }
            begin = end + 1;
        }
    }

 private:
    void mend_line(std::string_view line, std::size_t begin) {
        const auto content = content_begin(line);
        if (const auto tab = line.substr(0, content).find('\t'); tab != std::string_view::npos) {
            diagnostics_.error(place(tab), "tab-indentation", "a tab is used as indentation",
                               {{place(tab), "indent with spaces"}});
            for (std::size_t i = 0; i < content; ++i) {
                if (line[i] == '\t') replace(begin + i, " ");
            }
        }
        mend_indentation(line, begin, content);
        mend_colon(line, begin, content);
        mend_missing_space(line, begin, content);
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (diagnostics_.is_full()) return;
            mend_control(line[i], i, begin);
        }
    }

    void mend_colon(std::string_view line, std::size_t begin, std::size_t content) {
        const auto colon = line.find(wide_colon, content);
        if (colon == std::string_view::npos) return;
        const auto key = line.substr(content, colon - content);
        if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) return;
        diagnostics_.error(place(colon), "full-width-colon",
                           "a full-width colon '：' stands behind the key " + in_quotes(key),
                           {{place(colon), "write ': ', an ASCII colon and a space"}});
        replace(begin + colon, ":  ");
    }

    /// Spaces that only look like spaces, before the first word of a line.
    void mend_indentation(std::string_view line, std::size_t begin, std::size_t content) {
        constexpr std::string_view wide = "\u3000";
        constexpr std::string_view no_break = "\u00A0";
        for (auto at = content; at < line.size();) {
            const auto rest = line.substr(at);
            const auto size = rest.starts_with(wide)       ? wide.size()
                              : rest.starts_with(no_break) ? no_break.size()
                                                           : 0;
            if (size == 0) break;
            if (at == content) {
                diagnostics_.error(place(at), "wide-space",
                                   "a full-width or no-break space is used as indentation",
                                   {{place(at), "indent with ASCII spaces"}});
            }
            replace(begin + at, std::string(size, ' '));
            at += size;
        }
    }

    /// "key:value", which YAML takes for one word.
    void mend_missing_space(std::string_view line, std::size_t begin, std::size_t content) {
        const auto colon = line.find(':', content);
        if (colon == std::string_view::npos || colon + 1 >= line.size()) return;
        const auto key = line.substr(content, colon - content);
        const auto next = line[colon + 1];
        if (next == ' ' || next == '\t' || next == '\r' || next == ':') return;
        if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) return;
        diagnostics_.error(place(colon), "missing-space",
                           "a space is missing behind the colon of the key " + in_quotes(key),
                           {{place(colon), "write ': '"}});
        if (text_.copy.empty()) text_.copy = text_.original;
        text_.copy.insert(begin + colon + 1 + inserted_, " ");
        ++inserted_;
    }

    void mend_control(char character, std::size_t column, std::size_t begin) {
        const auto byte = static_cast<unsigned char>(character);
        const bool control = (byte < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F;
        if (!control) return;
        constexpr std::string_view digits = "0123456789ABCDEF";
        const std::string code{digits[byte / 16U], digits[byte % 16U]};
        diagnostics_.error(place(column), "control-character",
                           "the control character U+00" + code + " is not allowed");
        replace(begin + column, " ");
    }

    /// Puts as many bytes in the place of others; the first time, into a copy.
    void replace(std::size_t at, std::string_view bytes) {
        if (text_.copy.empty()) text_.copy = text_.original;
        text_.copy.replace(at + inserted_, bytes.size(), bytes);
    }

    [[nodiscard]] Place place(std::size_t column) const {
        return {file_, line_, static_cast<std::uint32_t>(column + 1)};
    }

    MendedText& text_;
    std::uint32_t file_;
    std::span<const std::string_view> keys_;
    Diagnostics& diagnostics_;
    std::uint32_t line_ = 0;
    std::size_t inserted_ = 0;  // bytes that the copy has more, up to the place at hand
};

}  // namespace

MendedText mend_text(std::string_view text, std::uint32_t file,
                     std::span<const std::string_view> keys, Diagnostics& diagnostics) {
    if (const auto broken = find_invalid_utf8(text)) {
        const auto before = text.substr(0, *broken);
        const auto line = std::count(before.begin(), before.end(), '\n');
        const auto start = before.rfind('\n');
        const auto column = start == std::string_view::npos ? *broken + 1 : *broken - start;
        const Place where{file, static_cast<std::uint32_t>(line + 1),
                          static_cast<std::uint32_t>(column)};
        diagnostics.error(where, "invalid-utf8",
                          "byte " + std::to_string(*broken) + " of the file is not UTF-8",
                          {{where, "save the file as UTF-8"}});
        return {false};
    }
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    MendedText mended{true, {}, text};
    Mender(mended, file, keys, diagnostics).mend();
    return mended;
}

}  // namespace remit::detail
