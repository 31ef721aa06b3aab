#include "yaml_tree.hpp"

#include "yaml_stream.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

namespace remit::detail {
namespace {

/// A key or an item of a list, where it stands in the text.
struct Owner {
    std::size_t begin;   ///< Its first byte.
    std::size_t line;    ///< From 0.
    std::size_t column;  ///< Of its key, or of the hyphen before it.
    bool inner;          ///< Within brackets.
};

class TreeBuilder : public Listener {
 public:
    explicit TreeBuilder(std::string_view text) : text_(text) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark&, const std::string& name) override { anchor_ = name; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { put(mark, {}); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        const auto begin = offset(mark) + 1;
        const auto end = std::min(text_.find_first_of(" \t\r\n,]}:", begin), text_.size());
        anchor_.clear();
        put(mark,
            {.kind = Tree::Kind::alias, .text = std::string(text_.substr(begin, end - begin))});
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        texts_.push_back(offset(mark));
        put(mark, {.kind = Tree::Kind::text, .text = value, .quoted = tag != "?"});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        open(mark, Tree::Kind::list, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value style) override {
        open(mark, Tree::Kind::map, style);
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] Tree take() { return std::move(root_); }
    [[nodiscard]] const std::vector<Owner>& owners() const { return owners_; }
    [[nodiscard]] const std::vector<std::size_t>& texts() const { return texts_; }

 private:
    struct Level {
        Tree tree;
        std::optional<std::string> key;  // that waits for its value
        bool inner;
    };

    [[nodiscard]] static std::size_t offset(const YAML::Mark& mark) {
        return static_cast<std::size_t>(std::max(0, mark.pos));
    }

    void own(const YAML::Mark& mark, bool item) {
        auto column = static_cast<std::size_t>(mark.column);
        const auto begin = offset(mark);
        if (item && !levels_.back().inner) {
            const auto before = text_.substr(begin - std::min(begin, column), column);
            const auto hyphen = before.find_last_not_of(' ');
            if (hyphen != before.npos && before[hyphen] == '-') column = hyphen;
        }
        owners_.push_back(
            {begin, static_cast<std::size_t>(mark.line), column, levels_.back().inner});
    }

    /// Notes where a value begins that is a key or an item.
    void begin(const YAML::Mark& mark) {
        heard(mark);
        if (levels_.empty()) return;
        const auto& level = levels_.back();
        const bool item = level.tree.kind == Tree::Kind::list;
        if (item || !level.key) own(mark, item);
    }

    void put(const YAML::Mark& mark, Tree value) {
        begin(mark);
        value.anchor = std::move(anchor_);
        anchor_.clear();
        add(std::move(value));
    }

    void add(Tree value) {
        if (levels_.empty()) {
            root_ = std::move(value);
            return;
        }
        auto& level = levels_.back();
        if (level.tree.kind == Tree::Kind::map) {
            if (!level.key) {
                level.key = std::move(value.text);
                return;
            }
            value.key = *std::exchange(level.key, std::nullopt);
        }
        level.tree.items.push_back(std::move(value));
    }

    void open(const YAML::Mark& mark, Tree::Kind kind, YAML::EmitterStyle::value style) {
        begin(mark);
        const bool inner =
            style == YAML::EmitterStyle::Flow || (!levels_.empty() && levels_.back().inner);
        Tree tree{.kind = kind, .anchor = std::move(anchor_)};
        anchor_.clear();
        levels_.push_back({std::move(tree), std::nullopt, inner});
    }

    void close() {
        auto tree = std::move(levels_.back().tree);
        levels_.pop_back();
        add(std::move(tree));
    }

    std::string_view text_;
    Tree root_;
    std::vector<Level> levels_;
    std::string anchor_;
    std::vector<Owner> owners_;
    std::vector<std::size_t> texts_;  // where they begin
};

struct Comment {
    std::size_t begin;
    std::size_t line;
    std::size_t column;
    bool alone;  ///< On a line of its own, or behind a hyphen only.
    std::string text;
};

/// Finds '#' outside of quotations and blocks of text, whose beginnings are known.
class CommentScanner {
 public:
    CommentScanner(std::string_view text, const std::vector<std::size_t>& texts)
        : text_(text), texts_(texts) {}

    std::vector<Comment> scan() {
        auto next = texts_.begin();
        while (at_ < text_.size()) {
            if (next != texts_.end() && at_ >= *next) {
                ++next;
                skip_text();
                continue;
            }
            const char c = text_[at_];
            if (c == '#' && (at_ == 0 || is_blank(text_[at_ - 1]) || text_[at_ - 1] == '\n')) {
                take();
            } else {
                step();
            }
        }
        return std::move(comments_);
    }

 private:
    static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

    void step() {
        if (text_[at_++] != '\n') return;
        ++line_;
        line_begin_ = at_;
    }

    void take() {
        const auto end = std::min(text_.find('\n', at_), text_.size());
        auto words = text_.substr(at_, end - at_);
        while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
        const auto before = text_.substr(line_begin_, at_ - line_begin_);
        const bool alone = before.find_first_not_of("- \t") == before.npos;
        comments_.push_back({at_, line_, at_ - line_begin_, alone, std::string(words)});
        at_ = end;
    }

    /// Past a quotation or a block of text; what is neither is walked through.
    void skip_text() {
        while (at_ < text_.size() && (text_[at_] == '&' || text_[at_] == '!')) {
            while (at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != '\n') ++at_;
            while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == '\n')) step();
        }
        if (at_ == text_.size()) return;
        const char c = text_[at_];
        if (c == '"' || c == '\'') {
            skip_quotation(c);
        } else if (c == '|' || c == '>') {
            skip_block();
        } else if (c != '#' && c != '\n') {
            ++at_;
        }
    }

    void skip_quotation(char quote) {
        for (step(); at_ < text_.size(); step()) {
            if (quote == '"' && text_[at_] == '\\') {
                step();
                if (at_ == text_.size()) return;
                continue;
            }
            if (text_[at_] != quote) continue;
            step();
            if (at_ == text_.size() || quote == '"' || text_[at_] != quote) return;
        }
    }

    void skip_block() {
        while (at_ < text_.size() && text_[at_] != '\n') {
            if (text_[at_] == '#' && is_blank(text_[at_ - 1])) {
                take();
            } else {
                ++at_;
            }
        }
        std::optional<std::size_t> indent;
        while (at_ < text_.size()) {
            const auto begin = at_ + 1;  // of the next line
            const auto content = text_.find_first_not_of(' ', begin);
            if (content == text_.npos) {
                at_ = text_.size();
                return;
            }
            const bool blank = text_[content] == '\n' || text_[content] == '\r';
            if (!blank && !indent) indent = content - begin;
            if (!blank && (content - begin < *indent || *indent == 0)) return;
            step();
            at_ = std::min(text_.find('\n', content), text_.size());
        }
    }

    std::string_view text_;
    const std::vector<std::size_t>& texts_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;
    std::size_t line_begin_ = 0;
    std::vector<Comment> comments_;
};

struct Notes {
    std::vector<std::string> before;
    std::vector<std::string> beside;
    std::vector<std::string> after;
};

/// Whose each comment is: owners by their position.
class Assigner {
 public:
    Assigner(std::string_view text, const std::vector<Owner>& owners) : owners_(owners) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            blank_.push_back(text.substr(0, end).find_first_not_of(" \t\r") == text.npos);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::map<std::size_t, Notes> assign(const std::vector<Comment>& comments,
                                        std::vector<std::string>& head) {
        std::size_t last = 0;  // line of the comment before
        bool run = false;      // whether that stands alone
        for (std::size_t i = 0; i < comments.size(); ++i) {
            const auto& comment = comments[i];
            if (comment.alone && !(run && comment.line == last + 1)) {
                closes_ = closes(comments, i);
            }
            const auto next = static_cast<std::size_t>(
                std::upper_bound(
                    owners_.begin(), owners_.end(), comment.begin,
                    [](std::size_t at, const Owner& owner) { return at < owner.begin; }) -
                owners_.begin());
            if (next == 0) {
                if (!head.empty() && comment.line > last + 1) head.emplace_back();
                head.push_back(comment.text);
            } else if (!comment.alone) {
                notes_[beside(comment, next)].beside.push_back(comment.text);
            } else if (next < owners_.size() && comment.column <= owners_[next].column &&
                       !closes_) {
                notes_[next].before.push_back(comment.text);
            } else {
                notes_[above(comment, next)].after.push_back(comment.text);
            }
            last = comment.line;
            run = comment.alone;
        }
        return std::move(notes_);
    }

 private:
    /// Whether the comment, with those on the lines below it, stands directly below a value, and a
    /// blank line parts it from the next.
    [[nodiscard]] bool closes(const std::vector<Comment>& comments, std::size_t first) const {
        auto line = comments[first].line;
        if (line == 0 || blank_[line - 1]) return false;
        for (auto i = first + 1; i < comments.size() && comments[i].alone; ++i) {
            if (comments[i].line != line + 1) break;
            ++line;
        }
        return line + 1 < blank_.size() && blank_[line + 1];
    }

    /// The last key or item on the comment's line that is not within brackets, else the last one.
    [[nodiscard]] std::size_t beside(const Comment& comment, std::size_t next) const {
        for (auto o = next; o-- > 0 && owners_[o].line == comment.line;) {
            if (!owners_[o].inner) return o;
        }
        return next - 1;
    }

    /// The last one that stands as far to the left as the comment.
    [[nodiscard]] std::size_t above(const Comment& comment, std::size_t next) const {
        for (auto o = next; o-- > 0;) {
            if (!owners_[o].inner && owners_[o].column <= comment.column) return o;
        }
        return next - 1;
    }

    const std::vector<Owner>& owners_;
    std::vector<bool> blank_;  // by line
    bool closes_ = false;      // of the comments at hand
    std::map<std::size_t, Notes> notes_;
};

/// In the order in which owners were met: each before what is in it.
void attach(Tree& tree, std::map<std::size_t, Notes>& notes, std::size_t& owner) {
    for (auto& item : tree.items) {
        if (const auto found = notes.find(owner); found != notes.end()) {
            auto& mine = found->second;
            item.before = std::move(mine.before);
            item.after = std::move(mine.after);
            for (std::size_t i = 0; i < mine.beside.size(); ++i) {
                if (i + 1 == mine.beside.size())
                    item.beside = mine.beside[i];
                else
                    item.before.push_back(mine.beside[i]);
            }
        }
        ++owner;
        attach(item, notes, owner);
    }
}

}  // namespace

TreeFile read_tree(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    TreeBuilder builder(text);
    (void)listen(text, builder);
    TreeFile file;
    const auto comments = CommentScanner(text, builder.texts()).scan();
    auto notes = Assigner(text, builder.owners()).assign(comments, file.head);
    file.root = builder.take();
    std::size_t owner = 0;
    attach(file.root, notes, owner);
    return file;
}

}  // namespace remit::detail
