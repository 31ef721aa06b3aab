#include "yaml_node.hpp"

#include <remit/model/unicode.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <numeric>
#include <optional>
#include <streambuf>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::size_t depth_limit = 32;     // a file of this format needs 6
constexpr std::size_t text_limit = 20'000;  // bytes; the longest text of the shipped files has 400

struct TooDeep {
    Place where;
};

class EventReader : public YAML::EventHandler {
 public:
    EventReader(std::uint32_t file, const NodeSink& sink, Diagnostics& diagnostics)
        : file_(file), sink_(sink), diagnostics_(diagnostics) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse(mark, "", anchor);
        // The parser is past the place where a value is missing: show the key instead.
        const bool value = !open_.empty() && open_.back().kind == Node::Kind::map && !expects_key();
        add({Node::Kind::null, value ? open_.back().keys.back().where : place(mark), "", {}, {}});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        diagnostics_.error(place(mark), "alias-not-supported",
                           "aliases are not supported; write the value out");
        add({Node::Kind::null, place(mark), "", {}, {}});
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse(mark, tag, anchor);
        auto text = one_line(value, place(mark));
        if (expects_key()) {
            open_.back().keys.push_back({std::move(text), place(mark)});
            return;
        }
        add({Node::Kind::scalar, place(mark), std::move(text), {}, {}});
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse(mark, tag, anchor);
        open(Node::Kind::sequence, mark);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse(mark, tag, anchor);
        open(Node::Kind::map, mark);
    }

    void OnMapEnd() override { close(); }

 private:
    [[nodiscard]] Place place(const YAML::Mark& mark) const {
        return {file_, static_cast<std::uint32_t>(mark.line + 1),
                static_cast<std::uint32_t>(mark.column + 1)};
    }

    [[nodiscard]] bool expects_key() const {
        return !open_.empty() && open_.back().kind == Node::Kind::map &&
               open_.back().keys.size() == values_.back();
    }

    void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) {
            diagnostics_.error(place(mark), "anchor-not-supported",
                               "anchors are not supported; write the value out where it is used");
        }
        if (!tag.empty() && tag != "?" && tag != "!") {
            diagnostics_.error(place(mark), "tag-not-supported",
                               "tag " + in_quotes(tag) + " is not supported; leave it out");
        }
    }

    /// Texts are shown in tables and pictures: no line ends, and no control characters, which
    /// escapes such as "\x1b" can still bring in.
    std::string one_line(std::string text, Place where) {
        if (text.size() > text_limit) {
            diagnostics_.error(where, "text-too-long",
                               "the text has " + std::to_string(text.size()) + " bytes; at most " +
                                   std::to_string(text_limit) + " are allowed");
            return {};
        }
        bool control = false;
        for (auto& character : text) {
            const auto byte = static_cast<unsigned char>(character);
            const bool space = byte == '\n' || byte == '\t' || byte == '\r';
            control = control || (byte < 0x20 && !space) || byte == 0x7F;
            if (byte < 0x20) character = ' ';
        }
        if (control) {
            diagnostics_.error(where, "control-character",
                               "the text has an escaped control character");
        }
        if (has_direction_control(text)) {
            diagnostics_.warning(where, "bidirectional-control",
                                 "the text has a character that turns the direction of what "
                                 "follows; it may not read as it is stored");
        }
        const auto begin = text.find_first_not_of(' ');
        if (begin == std::string::npos) return {};
        return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
    }

    static bool has_direction_control(std::string_view text) {
        const auto characters = code_points(text);
        return std::any_of(characters.begin(), characters.end(), [](char32_t c) {
            return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        });
    }

    void open(Node::Kind kind, const YAML::Mark& mark) {
        if (open_.size() == depth_limit) throw TooDeep{place(mark)};
        if (expects_key()) {  // a key that is itself a list or map
            diagnostics_.error(place(mark), "key-not-text", "a key must be text");
            open_.back().keys.push_back({"", place(mark)});
            key_depths_.push_back(open_.size());
        }
        open_.push_back({kind, place(mark), "", {}, {}});
        values_.push_back(0);
    }

    void close() {
        Node node = std::move(open_.back());
        open_.pop_back();
        values_.pop_back();
        if (node.kind == Node::Kind::map) check_keys(node);
        if (open_.empty()) {
            sink_.end(node);
        } else if (!key_depths_.empty() && key_depths_.back() == open_.size()) {
            key_depths_.pop_back();  // it was a key; its value follows
        } else {
            add(std::move(node));
        }
    }

    void add(Node node) {
        if (open_.empty()) {
            sink_.end(node);
            return;
        }
        auto& parent = open_.back();
        if (expects_key()) {  // a null or alias as a key
            diagnostics_.error(node.where, "key-not-text", "a key must be text");
            parent.keys.push_back({"", node.where});
            return;
        }
        ++values_.back();
        const bool root = open_.size() == 1 && parent.kind == Node::Kind::map;
        const bool list = open_.size() == 2 && parent.kind == Node::Kind::sequence &&
                          open_.front().kind == Node::Kind::map;
        if (root) {
            sink_.value(parent.keys.back(), node);
        } else if (list) {
            sink_.item(open_.front().keys.back().value, node);
        } else {
            parent.items.push_back(std::move(node));
        }
    }

    void check_keys(const Node& node) {
        std::vector<std::size_t> order(node.keys.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return node.keys[a].value < node.keys[b].value;
        });
        for (std::size_t i = 1; i < order.size(); ++i) {
            const auto& first = node.keys[order[i - 1]];
            const auto& second = node.keys[order[i]];
            if (first.value != second.value || second.value.empty()) continue;
            diagnostics_.error(second.where, "duplicate-key",
                               "key " + in_quotes(second.value) + " is there twice",
                               {{first.where, "it was given here first"}});
        }
    }

    std::uint32_t file_;
    const NodeSink& sink_;
    Diagnostics& diagnostics_;
    std::vector<Node> open_;               // from the root to the innermost
    std::vector<std::size_t> values_;      // how many values each of them has so far
    std::vector<std::size_t> key_depths_;  // depths at which a list or map is being read as a key
};

/// Reads from memory without a copy.
class ViewBuffer : public std::streambuf {
 public:
    explicit ViewBuffer(std::string_view text) {
        auto* begin = const_cast<char*>(text.data());  // streambuf's own signature; never written
        setg(begin, begin, begin + text.size());
    }
};

/// The last quotation mark of the first line that has an odd number of them: what is wrong is often
/// reported only where the file ends.
std::optional<Place> odd_quote(std::string_view text, std::uint32_t file) {
    std::uint32_t line = 1;
    std::size_t begin = 0;
    std::size_t count = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || text[i] == '\n') {
            if (count % 2 == 1)
                return Place{file, line, static_cast<std::uint32_t>(last - begin + 1)};
            ++line;
            begin = i + 1;
            count = 0;
        } else if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) {
            ++count;
            last = i;
        }
    }
    return std::nullopt;
}

/// What the parser's terse messages usually mean.
std::string hint(std::string_view message) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> hints{{
        {"illegal map value", "is there a second ': ' on the line? Put the text in quotes"},
        {"end of map not found", "is the indentation the same as that of the lines above?"},
        {"end of sequence not found", "is the indentation the same as that of the lines above?"},
        {"end of map flow not found", "is a '}' or a comma missing?"},
        {"end of sequence flow not found", "is a ']' or a comma missing?"},
        {"illegal block entry", "does the '-' stand in the column of the list's other items?"},
        {"illegal EOF in scalar", "is a closing quote missing?"},
        {"unknown token", "text that begins with this character needs quotes"},
    }};
    for (const auto& [known, meaning] : hints) {
        if (message.find(known) != std::string_view::npos) return std::string(meaning);
    }
    return "is a quote, bracket or space missing here or just above?";
}

}  // namespace

void parse_yaml(std::string_view text, std::uint32_t file, const NodeSink& sink,
                Diagnostics& diagnostics) {
    // yaml-cpp 0.7 takes a line end at the end of the file for a missing closing quote, and all
    // that stands between for text. Without it, it reports the quote.
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    EventReader reader(file, sink, diagnostics);
    try {
        ViewBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        bool more = parser.HandleNextDocument(reader);
        if (!more) {
            diagnostics.error({file, 1, 1}, "empty-file", "the file is empty",
                              {{{file, 1, 1}, "a file starts with 'remit: 1'"}});
            return;
        }
        Diagnostics ignored;
        const NodeSink nothing{[](auto&, auto&) {}, [](auto&, auto&) {},
                               [&](const Node& root) {
                                   diagnostics.error(root.where, "several-documents",
                                                     "the file has a second document; put it into "
                                                     "a file of its own");
                               }};
        EventReader second(file, nothing, ignored);
        parser.HandleNextDocument(second);
    } catch (const YAML::Exception& error) {
        const Place where{file, static_cast<std::uint32_t>(error.mark.line + 1),
                          static_cast<std::uint32_t>(error.mark.column + 1)};
        const bool mended = std::any_of(
            diagnostics.items.begin(), diagnostics.items.end(), [&](const Diagnostic& item) {
                return item.where.file == file && item.code == "tab-indentation";
            });
        if (!mended) {
            std::vector<Note> notes{{where, hint(error.msg)}};
            if (const auto quote = odd_quote(text, file); quote && quote->line < where.line) {
                notes.push_back({*quote,
                                 "this line has an odd number of quotation marks; is one "
                                 "missing?"});
            }
            diagnostics.error(where, "yaml-syntax", "this is not YAML: " + error.msg,
                              std::move(notes));
        }
    } catch (const TooDeep& error) {
        std::erase_if(diagnostics.items, [&](const Diagnostic& item) {  // it follows from the depth
            return item.where.file == file && item.code == "key-not-text";
        });
        diagnostics.error(
            error.where, "nesting-too-deep",
            "more than " + std::to_string(depth_limit) + " lists and maps inside each other");
    }
}

}  // namespace remit::detail
