#include "mend_text.hpp"

#include "escape.hpp"
#include "mender.hpp"
#include "yaml_keys.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>

namespace remit::detail {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr auto npos = std::string_view::npos;

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && byte != '\t') || byte == 0x7F;
}

/// Whether a character within text, or within a quotation, has no other meaning.
bool is_letter(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (byte >= 'A' && byte <= 'Z');
}

/// The first place from one on whose character is of a kind, or the end.
template <class OfKind>
std::size_t find_from(std::string_view text, std::size_t at, OfKind of_kind) {
    const auto rest = text.substr(at);
    return at +
           static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), of_kind) - rest.begin());
}

}  // namespace

MendedText Mender::mend() {
    for (std::size_t begin = 0; begin < text_.size();) {
        ++number_;
        const auto end = std::min(text_.find('\n', begin), text_.size());
        next_ = std::min(end + 1, text_.size());
        line_ = text_.substr(begin, end - begin);
        if (line_.ends_with('\r')) line_.remove_suffix(1);
        mend_line();
        lines_.end_line(number_, begin, text_.substr(begin, next_ - begin));
        begin = next_;
    }
    for (const auto& [name, where] : anchors_) {
        diagnostics_.warning(where, "check.unused-anchor", {in_quotes("&" + name)},
                             {diagnostics_.note(where, "note.needs-quotes", {"'&'"})});
    }
    return lines_.take();
}

void Mender::mend_line() {
    mend_controls();
    begin_ = 0;
    if (number_ == 1 && line_.starts_with(byte_order_mark)) {
        begin_ = byte_order_mark.size();
        lines_.replace(0, begin_, "");
    }
    const auto indent = blanks_size(line_.substr(begin_));
    const auto content = line_.substr(begin_ + indent);
    // Whatever bracket or quote is open was meant to be closed before.
    if (content.starts_with("- ") && begins_with_key(content.substr(2))) {
        brackets_.clear();
        quote_ = 0;
    }
    auto at = begin_ + indent;
    if (quote_ != 0) {
        at = begin_;
    } else if (!brackets_.empty()) {
        mend_blanks(begin_, indent, "check.wide-space.indentation");
    } else if (block_ && std::min(line_.find_first_not_of(' '), line_.size()) > *block_) {
        return;
    } else if (const auto column = mend_indentation(indent); is_text(column)) {
        return;
    } else if (!content.empty() && content.front() != '#') {
        at = begin_items(at, column);
        opens_ = content.ends_with(':');
    }
    start_ = start_ || quote_ == 0;
    plain_ = false;
    while (at < line_.size()) {
        at = step(at);
        if (start_ || at >= line_.size()) continue;
        at = find_from(line_, at, [](char c) { return !is_letter(c); });
    }
}

std::size_t Mender::mend_indentation(std::size_t size) {
    const auto blanks = line_.substr(begin_, size);
    const auto content = line_.substr(begin_ + size);
    const bool blank = content.empty() || content.front() == '#';
    auto column = size;
    if (blanks.find_first_not_of(' ') != npos) {
        if (const auto tab = blanks.find('\t'); tab != npos && !blank) {
            once(begin_ + tab, "check.tab-indentation", {}, "note.indent-with-spaces");
        }
        report_lookalike(begin_, size, "check.wide-space.indentation");
        if (!blank) column = indentation_.fit(blanks, content.starts_with('-'), next_column());
    } else if (!blank) {
        column = mend_place(size, content);
    }
    const std::string spaces(column, ' ');
    if (blanks != spaces) lines_.replace(begin_, size, spaces);
    return column;
}

std::size_t Mender::mend_place(std::size_t column, std::string_view content) {
    const auto key = content.starts_with("- ") ? first_word(content.substr(2)) : "";
    // A list may stand in one whose items begin with the same key.
    const bool placed = opens_ || !is_key(key) || indentation_.has_list(column, key);
    const auto meant = placed ? std::nullopt : indentation_.column_of(key);
    if (meant && *meant != column) {
        diagnostics_.error(place(begin_ + column), "check.misplaced-item",
                           {std::to_string(column + 1), std::to_string(*meant + 1)});
        moved_ = Moved{column, *meant};
        return *meant;
    }
    if (!moved_) return column;
    // What follows may have been moved with it, or stand where it belongs.
    const bool along = column >= moved_->from + 2 && column != moved_->to + 2;
    if (!along) moved_.reset();
    return along ? column - moved_->from + moved_->to : column;
}

std::optional<std::size_t> Mender::next_column() const {
    const auto content = text_.find_first_not_of(' ', next_);
    if (content == npos || blank_size(text_.substr(content)) > 0) return std::nullopt;
    return content - next_;
}

bool Mender::is_text(std::size_t column) {
    if (!block_) return false;
    if (column > *block_ || line_.find_first_not_of(" \t") == npos) return true;
    block_.reset();
    return false;
}

void Mender::mend_blanks(std::size_t at, std::size_t size, const Phrase& message) {
    const auto blanks = line_.substr(at, size);
    if (blanks.find_first_not_of(' ') == npos) return;
    report_lookalike(at, size, message);
    lines_.replace(
        at, size,
        std::string(size, ' ').substr(0, std::max<std::size_t>(code_points(blanks).size(), 1)));
}

void Mender::report_lookalike(std::size_t at, std::size_t size, const Phrase& message,
                              std::string_view key) {
    const auto end = at + size;
    while (at < end && !is_lookalike(line_.substr(at, blank_size(line_.substr(at))))) ++at;
    if (at == end) return;
    const auto blank = line_.substr(at, blank_size(line_.substr(at)));
    once(at, message, {name_of(blank), in_quotes(key)}, "note.write-spaces");
}

std::size_t Mender::begin_items(std::size_t at, std::size_t column) {
    block_parent_ = column;
    key_ = start_ = true;
    while (at < line_.size() && line_[at] == '-') {
        const auto blanks = blanks_size(line_.substr(at + 1));
        if (at + 1 < line_.size() && blanks == 0 && !mend_item(at)) break;
        mend_blanks(at + 1, blanks, "check.wide-space.hyphen");
        indentation_.open(column, true, first_word(line_.substr(at + 1 + blanks)));
        column += 1 + std::max<std::size_t>(code_points(line_.substr(at + 1, blanks)).size(), 1);
        at += 1 + blanks;
    }
    if (at < line_.size()) indentation_.open(column, false, {});
    return at;
}

bool Mender::mend_item(std::size_t at) {
    const auto rest = line_.substr(at + 1);
    const bool record = rest.starts_with('{') && begins_with_key(rest.substr(1));
    if (!record && !begins_with_key(rest)) return false;
    diagnostics_.error(place(at), "check.missing-space.hyphen", {},
                       {diagnostics_.note(place(at), "note.write", {"'- '"})});
    lines_.replace(at + 1, 0, " ");
    return true;
}

void Mender::mend_controls() {
    for (auto at = find_from(line_, 0, is_control); at < line_.size();
         at = find_from(line_, at + 1, is_control)) {
        once(at, "check.control-character", {name_of(line_.substr(at, 1))});
        lines_.replace(at, 1, " ");
    }
}

void Mender::once(std::size_t at, const Phrase& message, Diagnostics::Values values,
                  const Phrase& note) {
    auto found = diagnostics_.problem(Severity::error, place(at), message, values);
    const auto subject = std::to_string(file_) + found.message;
    auto* const fresh = diagnostics_.once(subject, std::move(found));
    if (fresh != nullptr && !note.key().empty()) {
        fresh->notes = {diagnostics_.note(place(at), note)};
    }
}

Place Mender::place(std::size_t at) const {
    return {file_, number_, static_cast<std::uint32_t>(at + 1)};
}

MendedText mend_text(std::string_view text, std::uint32_t file, Diagnostics& diagnostics) {
    return Mender(text, file, diagnostics).mend();
}

}  // namespace remit::detail
