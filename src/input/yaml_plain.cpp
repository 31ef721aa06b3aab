#include "yaml_plain.hpp"

#include <yaml-cpp/mark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace remit::detail {
namespace {

constexpr std::size_t depth_limit = 16;
constexpr std::size_t key_limit = 1000;       // bytes; yaml-cpp takes 1024
constexpr std::size_t most_silence = 65'536;  // bytes; `listen` gives up later

/// The text is not in the plain style.
struct NotPlain {};

/// Walks through a text line by line. First without a listener, to see whether all of it is in the
/// plain style, for what was told cannot be taken back.
class PlainReader {
 public:
    PlainReader(std::string_view text, YAML::EventHandler* listener)
        : text_(text), listener_(listener) {}

    /// \throws NotPlain
    void read() {
        next_line();
        require(!done_ && indent_ == 0 && !is_item());
        if (listener_ != nullptr) listener_->OnDocumentStart(mark(at_));
        read_map(0);
        require(done_ && text_.size() - told_ < most_silence);
        if (listener_ != nullptr) listener_->OnDocumentEnd();
    }

 private:
    enum class Context : std::uint8_t { block, flow };

    struct Scan {
        std::size_t end;   ///< Behind the last character that is no blank.
        std::size_t stop;  ///< Where the reason to end stands.
    };

    static void require(bool plain) {
        if (!plain) throw NotPlain{};
    }

    [[nodiscard]] YAML::Mark mark(std::size_t at) const {
        YAML::Mark result;
        result.pos = static_cast<int>(at);
        result.line = static_cast<int>(line_);
        result.column = static_cast<int>(at - line_begin_);
        return result;
    }

    /// The character at a place of this line; a line end behind its last.
    [[nodiscard]] char peek(std::size_t at) const { return at < line_end_ ? text_[at] : '\n'; }

    [[nodiscard]] bool is_blank(std::size_t at) const {
        const auto c = peek(at);
        return c == ' ' || c == '\n';
    }

    [[nodiscard]] bool is_item() const { return peek(at_) == '-' && is_blank(at_ + 1); }

    void skip_blanks() {
        while (peek(at_) == ' ') ++at_;
    }

    // Lines.

    /// \return false at the end of the text
    bool next_any_line() {
        if (line_end_ == text_.size()) {
            done_ = true;
            return false;
        }
        line_begin_ = begun_ ? line_end_ + 1 : 0;
        line_ += begun_ ? 1 : 0;
        begun_ = true;
        line_end_ = std::min(text_.find('\n', line_begin_), text_.size());
        at_ = line_begin_;
        skip_blanks();
        indent_ = at_ - line_begin_;
        return true;
    }

    [[nodiscard]] bool says_nothing() const { return at_ == line_end_ || text_[at_] == '#'; }

    /// To the next line that says something.
    ///
    /// \return whether that is the very next one
    bool next_line() {
        if (!next_any_line()) return true;
        bool next = true;
        for (; says_nothing(); next = false) {
            if (!next_any_line()) return false;
        }
        return next;
    }

    /// Nothing but a comment may follow on this line.
    void end_line() {
        skip_blanks();
        require(at_ == line_end_ || (text_[at_] == '#' && text_[at_ - 1] == ' '));
    }

    /// To the next line, which does not go on with the value of a map or list.
    void leave_value(std::size_t indent) {
        end_line();
        next_line();
        require(done_ || indent_ <= indent);
    }

    // Maps and lists by indentation. Each ends before a line that is further to the left.

    void read_map(std::size_t indent) {
        open(Context::block, true);
        do {
            read_key();
            read_value(indent);
        } while (!done_ && indent_ == indent && !is_item());
        close(true);
        require(done_ || indent_ <= indent);
    }

    void read_list(std::size_t indent) {
        open(Context::block, false);
        do {
            ++at_;
            skip_blanks();
            require(!says_nothing() && !is_item());
            if (begins_with_key()) {
                read_map(at_ - line_begin_);
            } else {
                read_inline(indent);
            }
        } while (!done_ && indent_ == indent && is_item());
        close(false);
        require(done_ || indent_ <= indent);
    }

    [[nodiscard]] bool begins_with_key() const {
        const auto c = peek(at_);
        if (c == '[' || c == '{') return false;
        auto behind = c == '"' || c == '\'' ? end_of_quotation(at_) : scan(Context::block).stop;
        while (peek(behind) == ' ') ++behind;
        return peek(behind) == ':' && is_blank(behind + 1);
    }

    void read_key() {
        const auto begin = at_;
        require(peek(at_) != '.');  // "..." ends a document
        read_text(Context::block);
        skip_blanks();
        require(peek(at_) == ':' && is_blank(at_ + 1) && at_ - begin < key_limit);
        ++at_;
        skip_blanks();
    }

    void read_value(std::size_t indent) {
        if (!says_nothing()) return read_inline(indent);
        end_line();
        next_line();
        require(!done_);
        if (is_item() && indent_ >= indent) return read_list(indent_);
        require(indent_ > indent);
        read_map(indent_);
    }

    /// A value that begins on this line, in a map or list at an indentation.
    void read_inline(std::size_t indent) {
        switch (peek(at_)) {
            case '[':
            case '{':
                read_brackets();
                return leave_value(indent);
            case '"':
            case '\'':
                read_text(Context::block);
                return leave_value(indent);
            case '>':
            case '|':
                return read_lines(indent);
            default:
                return read_folded(indent);
        }
    }

    // Texts.

    /// Without quotes, on this line and those below it that are further to the right.
    void read_folded(std::size_t indent) {
        const auto where = mark(at_);
        auto found = scan(Context::block);
        value_ = text_.substr(at_, found.end - at_);
        require(!is_null(value_));
        for (;;) {
            require(peek(found.stop) != ':');
            const bool commented = found.stop < line_end_;
            const bool next = next_line();
            if (done_ || indent_ <= indent) break;
            require(next && !commented && !is_item());
            found = scan(Context::block);
            value_ += ' ';
            value_ += text_.substr(at_, found.end - at_);
        }
        tell(where, "?");
    }

    /// Behind '>' or '|'.
    void read_lines(std::size_t indent) {
        const auto where = mark(at_);
        const char between = text_[at_++] == '>' ? ' ' : '\n';
        const bool strip = peek(at_) == '-';
        if (strip) ++at_;
        end_line();
        require(next_any_line() && at_ < line_end_ && indent_ > indent);
        const auto inner = indent_;
        value_.clear();
        while (!done_ && at_ < line_end_ && indent_ == inner) {
            require(text_[line_end_ - 1] != ' ');
            if (!value_.empty()) value_ += between;
            value_ += text_.substr(at_, line_end_ - at_);
            next_any_line();
        }
        require(strip || !done_);
        for (; !done_ && says_nothing(); next_any_line()) {
            // An empty line within the text, or a comment that is text.
            require(indent_ == 0 || (at_ < line_end_ && indent_ < inner));
        }
        require(done_ || indent_ <= indent);
        if (!strip) value_ += '\n';
        tell(where, "!");
    }

    /// A text that ends on this line.
    void read_text(Context context) {
        const auto where = mark(at_);
        const auto c = peek(at_);
        if (c == '"' || c == '\'') {
            const auto end = end_of_quotation(at_);
            if (listener_ != nullptr) unquote(text_.substr(at_ + 1, end - at_ - 2), c);
            at_ = end;
            return tell(where, "!");
        }
        const auto found = scan(context);
        value_ = text_.substr(at_, found.end - at_);
        require(!is_null(value_));
        at_ = found.stop;
        tell(where, "?");
    }

    [[nodiscard]] static bool is_null(std::string_view text) {
        return text == "~" || text == "null" || text == "Null" || text == "NULL";
    }

    /// Text without quotes: where it ends.
    [[nodiscard]] Scan scan(Context context) const {
        constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`\n";
        constexpr std::string_view brackets = ",[]{}";
        require(indicators.find(peek(at_)) == indicators.npos);
        auto end = at_;
        auto at = at_;
        for (; at < line_end_; ++at) {
            const auto c = text_[at];
            if (c == ' ') continue;
            if (c == ':' && is_blank(at + 1)) break;
            if (c == '#' && text_[at - 1] == ' ') break;
            if (context == Context::flow) {
                if (brackets.find(c) != brackets.npos) break;
                require(c != '?' && !(c == ':' && brackets.find(peek(at + 1)) != brackets.npos));
            }
            end = at + 1;
        }
        return {end, at};
    }

    /// Behind the closing quote.
    [[nodiscard]] std::size_t end_of_quotation(std::size_t begin) const {
        const auto quote = text_[begin];
        for (auto at = begin + 1; at < line_end_; ++at) {
            if (text_[at] == '\\' && quote == '"') {
                ++at;
                require(peek(at) == '"' || peek(at) == '\\');
            } else if (text_[at] == quote) {
                if (quote == '"' || peek(at + 1) != quote) return at + 1;
                ++at;
            }
        }
        throw NotPlain{};
    }

    /// The first of two quotes, or a backslash, says that the next character is text.
    void unquote(std::string_view quoted, char quote) {
        value_.clear();
        const auto escape = quote == '"' ? '\\' : '\'';
        for (std::size_t at = 0; at < quoted.size(); ++at) {
            if (quoted[at] == escape) ++at;
            value_ += quoted[at];
        }
    }

    // Within brackets, on one line.

    void read_brackets() {
        const bool map = text_[at_] == '{';
        const char closing = map ? '}' : ']';
        open(Context::flow, map);
        ++at_;
        skip_blanks();
        for (bool first = true; first || peek(at_) != closing; first = false) {
            if (first && peek(at_) == closing) break;
            if (map) {
                const auto begin = at_;
                read_text(Context::flow);
                skip_blanks();
                require(peek(at_) == ':' && peek(at_ + 1) == ' ' && at_ - begin < key_limit);
                ++at_;
                skip_blanks();
            }
            const bool nested = peek(at_) == '[' || peek(at_) == '{';
            nested ? read_brackets() : read_text(Context::flow);
            skip_blanks();
            if (peek(at_) == closing) break;
            require(peek(at_) == ',');
            ++at_;
            skip_blanks();
            require(peek(at_) != closing);
        }
        ++at_;
        close(map);
    }

    // Events.

    void hear() {
        require(at_ - told_ < most_silence);
        told_ = at_;
    }

    void tell(const YAML::Mark& where, const char* tag) {
        hear();
        if (listener_ == nullptr) return;
        tag_ = tag;
        listener_->OnScalar(where, tag_, YAML::NullAnchor, value_);
    }

    void open(Context context, bool map) {
        hear();
        require(++depth_ <= depth_limit);
        if (listener_ == nullptr) return;
        tag_ = "?";
        const auto style =
            context == Context::flow ? YAML::EmitterStyle::Flow : YAML::EmitterStyle::Block;
        if (map) {
            listener_->OnMapStart(mark(at_), tag_, YAML::NullAnchor, style);
        } else {
            listener_->OnSequenceStart(mark(at_), tag_, YAML::NullAnchor, style);
        }
    }

    void close(bool map) {
        --depth_;
        if (listener_ == nullptr) return;
        map ? listener_->OnMapEnd() : listener_->OnSequenceEnd();
    }

    std::string_view text_;
    YAML::EventHandler* listener_;
    std::size_t line_ = 0;  // from 0
    std::size_t line_begin_ = 0;
    std::size_t line_end_ = 0;
    std::size_t indent_ = 0;  // of this line
    std::size_t at_ = 0;
    bool begun_ = false;
    bool done_ = false;
    std::size_t depth_ = 0;
    std::size_t told_ = 0;  // where the last event was
    std::string value_;
    std::string tag_;
};

/// Whether all bytes are of the kind that a text in the plain style has.
bool has_plain_bytes(std::string_view text) {
    // A byte order mark, also of UTF-16, by which yaml-cpp takes a text for one in another
    // encoding.
    bool other =
        text.starts_with("\xEF\xBB\xBF") || text.starts_with('\xFE') || text.starts_with('\xFF');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        other |= (byte < 0x20 && byte != '\n') || byte == 0x7F;
    }
    return !other;
}

}  // namespace

bool tell_plain(std::string_view text, YAML::EventHandler& listener) {
    if (!has_plain_bytes(text)) return false;
    try {
        PlainReader(text, nullptr).read();
    } catch (const NotPlain&) {
        return false;
    }
    PlainReader(text, &listener).read();
    return true;
}

}  // namespace remit::detail
