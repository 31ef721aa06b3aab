#include "escape.hpp"
#include "mender.hpp"
#include "yaml_keys.hpp"

#include <algorithm>
#include <utility>

namespace remit::detail {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool is_bracket_sign(char c) {
    return c == ',' || c == ']' || c == '}';
}

/// A text as YAML writes it in single quotes.
std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const auto c : text) result += c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

}  // namespace

std::size_t Mender::step(std::size_t at) {
    const auto c = line_[at];
    if (quote_ != 0) return in_quotation(at);
    if (is_blank(c)) return at + 1;
    if (c == '#' && (at == 0 || is_blank(line_[at - 1]))) return comment(at);
    if (!brackets_.empty() && is_bracket_sign(c)) {
        if (c != ',') brackets_.pop_back();
        start_ = c == ',';
        key_ = start_ && brackets_.back() == '{';
        plain_ = false;
        return at + 1;
    }
    if (is_colon(at)) {
        if (brackets_.empty()) block_parent_ = indentation_.innermost();
        start_ = true;
        plain_ = key_ = false;
        return at + 1;
    }
    return start_ ? begin_value(at) : at + 1;
}

bool Mender::is_colon(std::size_t at) const {
    if (line_[at] != ':') return false;
    if (at + 1 == line_.size() || is_blank(line_[at + 1])) return true;
    const bool quoted_key = at > 0 && line_[at - 1] == '"';
    return !brackets_.empty() && (quoted_key || is_bracket_sign(line_[at + 1]));
}

std::size_t Mender::begin_value(std::size_t at) {
    start_ = false;
    switch (line_[at]) {
        case '"':
        case '\'':
            quote_ = line_[at];
            quotation_ = place(at);
            return at + 1;
        case '[':
        case '{':
            brackets_ += line_[at];
            start_ = true;
            key_ = line_[at] == '{';
            return at + 1;
        case '&':
            return anchor(at);
        case '*':
            return alias(at);
        case '!':
            start_ = true;
            return std::min(line_.find(' ', at), line_.size());
        case '|':
        case '>':
            if (!brackets_.empty()) break;
            block_ = block_parent_;
            return line_.size();
        default:
            break;
    }
    plain_ = true;
    return std::exchange(key_, false) ? mend_key(at) : at + 1;
}

std::size_t Mender::mend_key(std::size_t at) {
    const auto word = first_word(line_.substr(at));
    if (at == 0 ? !is_key(word) : !is_inner_key(word)) return at + 1;
    const auto end = at + word.size();
    const auto colon = std::min(line_.find_first_not_of(' ', end), line_.size());
    const bool wide = line_.substr(colon).starts_with(wide_colon);
    if (!wide && (!line_.substr(end).starts_with(':') || is_colon(end))) return end;
    const auto value = wide ? colon + wide_colon.size() : end + 1;
    const auto blanks = blanks_size(line_.substr(value));
    if (wide) {
        diagnostics_.error(place(colon), "check.full-width-colon", {in_quotes(word)},
                           {diagnostics_.note(place(colon), "note.write-colon")});
    } else if (blanks > 0) {
        report_lookalike(value, blanks, "check.wide-space.key", word);
    } else if (line_[value] != ':') {
        diagnostics_.error(place(end), "check.missing-space.colon", {in_quotes(word)},
                           {diagnostics_.note(place(end), "note.write", {"': '"})});
    } else {
        return end;
    }
    lines_.replace(wide ? colon : end, value + blanks - (wide ? colon : end), ": ");
    if (brackets_.empty()) block_parent_ = indentation_.innermost();
    start_ = true;
    plain_ = false;
    return value + blanks;
}

std::size_t Mender::comment(std::size_t at) {
    const auto rest = line_.substr(at + 1);
    const auto word = rest.find_first_not_of(" \t");
    const bool meant = word != npos && word > 0 && (rest[word] < '0' || rest[word] > '9');
    if (plain_ && !meant) {
        diagnostics_.warning(place(at), "check.text-cut", {},
                             {diagnostics_.note(place(at), "note.quotes-or-comment")});
    }
    return line_.size();
}

std::size_t Mender::name_end(std::size_t at) const {
    return std::min(line_.find_first_of(" \t,[]{}", at + 1), line_.size());
}

std::size_t Mender::text_end(std::size_t at) const {
    auto end = std::min(line_.find(" #", at), line_.size());
    if (!brackets_.empty()) end = std::min(end, line_.find_first_of(",]}", at));
    while (end > at && is_blank(line_[end - 1])) --end;
    return end;
}

std::size_t Mender::anchor(std::size_t at) {
    const auto end = name_end(at);
    const std::string name(line_.substr(at + 1, end - at - 1));
    anchors_.emplace(name, place(at));
    named_.insert(name);
    start_ = true;
    return end;
}

std::size_t Mender::alias(std::size_t at) {
    const auto end = name_end(at);
    const std::string name(line_.substr(at + 1, end - at - 1));
    anchors_.erase(name);
    if (named_.count(name) > 0) return end;
    diagnostics_.error(place(at), "check.alias-without-value.name",
                       {in_quotes("*" + name), in_quotes("&" + name)},
                       {diagnostics_.note(place(at), "note.needs-quotes", {"'*'"})});
    const auto text = text_end(at);
    lines_.replace(at, text - at, quoted(line_.substr(at, text - at)));
    return text;
}

std::size_t Mender::in_quotation(std::size_t at) {
    const auto c = line_[at];
    const auto next = at + 1 < line_.size() ? line_[at + 1] : '\0';
    if (quote_ == '"' && c == '\\') return mend_escape(at);
    if (c != quote_) return at + 1;
    if (quote_ == '\'' && next == '\'') return at + 2;
    quote_ = 0;
    return behind_quotation(at + 1);
}

std::size_t Mender::behind_quotation(std::size_t at) {
    const auto rest = std::min(line_.find_first_not_of(" \t", at), line_.size());
    const bool ends = rest == line_.size() || line_[rest] == ':' ||
                      (line_[rest] == '#' && rest > at) ||
                      (!brackets_.empty() && is_bracket_sign(line_[rest]));
    if (ends || quotation_.line != number_) return at;
    diagnostics_.error(place(rest), "check.quotation-ends-early", {},
                       {diagnostics_.note(quotation_, "note.quotation-begins")});
    const auto begin = quotation_.column - 1;
    const auto end = text_end(rest);
    lines_.replace(begin, end - begin, quoted(line_.substr(begin, end - begin)));
    return end;
}

std::size_t Mender::mend_escape(std::size_t at) {
    const auto escape = read_surrogate(line_.substr(at));
    if (!escape) return at + 2;
    if (!escape->whole) {
        diagnostics_.error(place(at), "check.lone-surrogate",
                           {in_quotes(line_.substr(at, escape->size))},
                           {diagnostics_.note(place(at), "note.pair-of-escapes")});
    }
    lines_.replace(at, escape->size, escape->in_yaml);
    return at + escape->size;
}

}  // namespace remit::detail
