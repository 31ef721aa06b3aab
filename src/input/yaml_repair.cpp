#include "yaml_repair.hpp"

#include "yaml_hint.hpp"
#include "yaml_stream.hpp"

#include <algorithm>

namespace remit::detail {
namespace {

/// Some lines, counted from 0. The first may begin with hyphens that are not a part of them.
struct Piece {
    std::size_t begin;
    std::size_t end;
    std::size_t column;  // of the first character that is not white space, or not such a hyphen
};

class Repair {
 public:
    explicit Repair(std::string text) : text_(std::move(text)) {
        for (std::size_t at = 0; at < text_.size();) {
            begins_.push_back(at);
            at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
        }
        begins_.push_back(text_.size());
    }

    struct Broken {
        SyntaxError error;
        std::string line;  // of the error
    };

    /// Leaves out what is broken in all of the text.
    void run() {
        std::size_t first = 0;
        while (first < lines() && is_empty(first)) ++first;
        if (first == lines()) return;
        const Piece whole{first, lines(), content(first)};
        const auto sections = children(whole);
        if (sections.size() < 2) return;
        for (const auto& section : sections) {
            section_ = section;
            record_ = section;
            (void)repair(section, 0);
        }
    }

    [[nodiscard]] const std::vector<Broken>& broken() const { return broken_; }
    [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

 private:
    [[nodiscard]] std::size_t lines() const { return begins_.size() - 1; }

    [[nodiscard]] std::string_view line(std::size_t index) const {
        auto line =
            std::string_view(text_).substr(begins_[index], begins_[index + 1] - begins_[index]);
        return line.substr(0, std::min(line.find_first_of("\r\n"), line.size()));
    }

    [[nodiscard]] std::size_t content(std::size_t index) const {
        return std::min(line(index).find_first_not_of(' '), line(index).size());
    }

    /// White space, a comment, or what stands between documents.
    [[nodiscard]] bool is_empty(std::size_t index) const {
        const auto rest = line(index).substr(content(index));
        return rest.empty() || rest.front() == '#' || line(index).starts_with('%') ||
               line(index).starts_with("---") || line(index).starts_with("...");
    }

    [[nodiscard]] bool is_item(std::size_t index, std::size_t column) const {
        const auto rest = line(index).substr(std::min(column, line(index).size()));
        return rest == "-" || rest.starts_with("- ");
    }

    /// What stands before the colon of a line.
    [[nodiscard]] std::string key(std::size_t index) const {
        return std::string(line(index).substr(0, line(index).find(':')));
    }

    /// The lines that a piece consists of: the items of its list or the entries of its map, or
    /// those of the value of its only entry.
    [[nodiscard]] std::vector<Piece> children(const Piece& piece) const {
        const bool item = is_item(piece.begin, piece.column);
        auto found = cut(piece, piece.begin, piece.column, item);
        if (found.size() > 1) return found;
        if (item) {
            const auto rest = line(piece.begin).find_first_not_of(' ', piece.column + 1);
            if (rest == std::string_view::npos) return {};
            return children({piece.begin, piece.end, rest});
        }
        auto first = piece.begin + 1;
        while (first < piece.end && is_empty(first)) ++first;
        if (first == piece.end || !line(piece.begin).ends_with(':')) return {};
        return cut(piece, first, content(first), is_item(first, content(first)));
    }

    /// Cuts a piece before each line that has its first character in a column and is, or is not, an
    /// item of a list.
    [[nodiscard]] std::vector<Piece> cut(const Piece& piece, std::size_t first, std::size_t column,
                                         bool item) const {
        std::vector<Piece> pieces{{first, piece.end, column}};
        for (auto i = first + 1; i < piece.end; ++i) {
            if (is_empty(i) || content(i) != column || is_item(i, column) != item) continue;
            pieces.back().end = i;
            pieces.push_back({i, piece.end, column});
        }
        return pieces;
    }

    /// \return whether something in the piece was left out
    bool repair(const Piece& piece, int depth) {
        auto text = text_.substr(begins_[piece.begin], begins_[piece.end] - begins_[piece.begin]);
        std::fill_n(text.begin(), piece.column, ' ');
        const auto error = syntax_error(text);
        if (!error) return false;
        constexpr int depth_limit = 6;
        bool inside = false;
        if (depth < depth_limit) {
            const auto record = record_;
            for (const auto& child : children(piece)) {
                if (depth == 0 && is_item(child.begin, child.column)) record_ = child;
                inside = repair(child, depth + 1) || inside;
            }
            record_ = record;
        }
        if (!inside) leave_out(piece, *error);
        return true;
    }

    void leave_out(const Piece& piece, SyntaxError error) {
        error.line += static_cast<int>(piece.begin);
        error.line = std::min(error.line, static_cast<int>(piece.end) - 1);
        broken_.push_back({error, std::string(line(static_cast<std::size_t>(error.line)))});
        const auto begin = begins_[piece.begin] + piece.column;
        const auto end = begins_[piece.end];
        left_out_.push_back({key(section_.begin), static_cast<std::uint32_t>(section_.begin + 1),
                             text_.substr(begin, end - begin),
                             static_cast<std::uint32_t>(record_.begin + 1),
                             static_cast<std::uint32_t>(record_.end + 1)});
        std::replace_if(
            text_.begin() + static_cast<std::ptrdiff_t>(begin),
            text_.begin() + static_cast<std::ptrdiff_t>(end),
            [](char c) { return c != '\n' && c != '\r'; }, ' ');
    }

    std::string text_;
    std::vector<std::size_t> begins_;  // of lines, and the end of the text
    Piece section_{};
    Piece record_{};
    std::vector<Broken> broken_;
    std::vector<LeftOut> left_out_;
};

}  // namespace

std::vector<LeftOut> leave_out_broken(MendedText& text, std::uint32_t file,
                                      Diagnostics& diagnostics) {
    Repair repair{std::string(text.view())};
    repair.run();
    for (const auto& each : repair.broken()) {
        report(each.error, each.line, text, file, diagnostics);
    }
    auto result = repair.left_out();
    if (!result.empty()) text.copy = repair.take();
    return result;
}

void report(const SyntaxError& error, std::string_view line, const MendedText& text,
            std::uint32_t file, Diagnostics& diagnostics) {
    const auto where = text.original_place({file, static_cast<std::uint32_t>(error.line + 1),
                                            static_cast<std::uint32_t>(error.column + 1)});
    std::vector<Note> notes;
    if (!diagnostics.has_many()) notes = {{where, syntax_hint(error, line, diagnostics)}};
    diagnostics.error(where, "check.yaml-syntax", {parser_message(error, diagnostics)},
                      std::move(notes));
}

}  // namespace remit::detail
