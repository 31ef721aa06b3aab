#include <remit/input/csv.hpp>

#include <algorithm>

namespace remit {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

char likely_separator(std::string_view text) {
    const auto line = text.substr(0, text.find('\n'));
    char separator = ',';
    std::ptrdiff_t most = 0;
    for (const char each : {',', '\t', ';'}) {
        const auto count = std::count(line.begin(), line.end(), each);
        if (count > most) {
            most = count;
            separator = each;
        }
    }
    return separator;
}

CsvReader::CsvReader(std::string_view text, char separator)
    : text_(text),
      separator_(separator),
      at_(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0) {}

std::span<const CsvCell> CsvReader::next() {
    cells_.clear();
    unquoted_.clear();
    if (at_ == text_.size()) return {};
    while (read_cell()) {
    }
    return cells_;
}

/// \return whether the row goes on
bool CsvReader::read_cell() {
    const auto first = text_.find_first_not_of(' ', at_);
    if (first != npos && text_[first] == '"') {
        read_quoted(first);
    } else {
        auto cell = cell_at(at_);
        const auto begin = at_;
        at_ = end_of_cell(begin);
        cell.text = text_until_at(begin);
        cells_.push_back(cell);
    }
    if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        return true;
    }
    if (at_ < text_.size()) count_lines(at_, at_ + 1);
    at_ = std::min(at_ + 1, text_.size());
    return false;
}

void CsvReader::read_quoted(std::size_t quote) {
    auto cell = cell_at(quote);
    std::string joined;  // of the parts before the last one
    auto begin = quote + 1;
    auto end = text_.find('"', begin);
    while (end != npos && text_.substr(end + 1).starts_with('"')) {
        joined += text_.substr(begin, end + 1 - begin);
        begin = end + 2;
        end = text_.find('"', begin);
    }
    const auto last = text_.substr(begin, std::min(end, text_.size()) - begin);
    if (end == npos) {
        open_ = cell;
        at_ = text_.size();
    } else {
        at_ = end_of_cell(end + 1);
    }
    count_lines(quote, std::min(end, text_.size()));
    const auto behind = end == npos ? std::string_view{} : text_until_at(end + 1);
    cell.text = last;
    if (!joined.empty() || !behind.empty()) {
        joined += last;
        joined += behind;
        cell.text = unquoted_.emplace_back(std::move(joined));
    }
    cells_.push_back(cell);
}

/// The separator or line end behind a cell.
std::size_t CsvReader::end_of_cell(std::size_t at) const {
    while (at < text_.size() && text_[at] != separator_ && text_[at] != '\n') ++at;
    return at;
}

/// What stands before the separator or line end at hand.
std::string_view CsvReader::text_until_at(std::size_t begin) const {
    auto text = text_.substr(begin, at_ - begin);
    const bool ends_line = at_ == text_.size() || text_[at_] == '\n';
    if (ends_line && text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

void CsvReader::count_lines(std::size_t begin, std::size_t end) {
    for (auto at = text_.find('\n', begin); at < end; at = text_.find('\n', at + 1)) {
        ++line_;
        line_begin_ = at + 1;
    }
}

CsvCell CsvReader::cell_at(std::size_t at) const {
    return {{}, line_, static_cast<std::uint32_t>(at - line_begin_ + 1)};
}

}  // namespace remit
