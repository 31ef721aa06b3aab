#include "yaml_anchors.hpp"
#include "yaml_node.hpp"

#include <remit/model/unicode.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <istream>
#include <numeric>
#include <optional>
#include <streambuf>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::size_t depth_limit = 32;          // a file of this format needs 6
constexpr std::size_t text_limit = 20'000;       // bytes; the longest of the shipped files has 400
constexpr std::size_t value_limit = 100'000;     // in one record
constexpr std::size_t values_a_record = 50;      // on average
constexpr std::size_t repeat_limit = 4'000'000;  // bytes that aliases of one file repeat
constexpr std::size_t silence_limit = 262'144;   // bytes in which no value ends

/// The rest of the file is not read.
struct Stop {
    Place where;
    std::string code;
    std::string message;
    std::vector<Note> notes = {};
};

class EventReader : public YAML::EventHandler {
 public:
    EventReader(std::uint32_t file, const NodeSink& sink, const Limits& limits,
                Diagnostics& diagnostics)
        : file_(file), sink_(sink), limits_(limits), diagnostics_(diagnostics) {}

    /// The last item that the sink was given.
    [[nodiscard]] Place last_record() const { return last_record_; }

    /// How many values and beginnings of lists and maps there were, and the place of the last.
    [[nodiscard]] std::size_t events() const { return events_; }
    [[nodiscard]] Place heard() const { return heard_; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        // The parser is past the place where a value is missing: show the key instead.
        const auto where = hear(mark);
        const bool value =
            !open_.empty() && open_.back().node.kind == Node::Kind::map && !expects_key();
        Node node{
            Node::Kind::null, value ? open_.back().node.keys.back().where : where, "", {}, {}};
        if (anchor != YAML::NullAnchor) anchors_.keep(anchor, node);
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto where = hear(mark);
        const auto* anchored = anchors_.find(anchor);
        if (anchored == nullptr) {
            diagnostics_.error(where, "alias-without-value",
                               "the alias repeats a value that it is a part of, or that has no "
                               "anchor");
            add({Node::Kind::null, where, "", {}, {}});
            return;
        }
        if (open_.size() + anchored->depth > depth_limit) stop_at_depth(where);
        repeated_ += anchored->bytes;
        if (repeated_ > repeat_limit) {
            throw Stop{where,
                       "too-much-repeated",
                       "aliases repeat more than " + std::to_string(repeat_limit) + " bytes",
                       {{where, "write out what is repeated, or name fewer values with '&'"}}};
        }
        auto node = anchored->node;
        node.where = where;
        values_ += anchored->values - 1;
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_tag(mark, tag, {"str", "int", "bool"});
        const auto where = hear(mark);
        Node node{Node::Kind::scalar, where, one_line(value, where), {}, {}};
        if (anchor != YAML::NullAnchor) anchors_.keep(anchor, node);
        if (expects_key()) {
            open_.back().node.keys.push_back({std::move(node.text), node.where});
            return;
        }
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag, {"seq"});
        open(Node::Kind::sequence, mark, anchor);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag, {"map"});
        open(Node::Kind::map, mark, anchor);
    }

    void OnMapEnd() override { close(); }

 private:
    struct Open {
        Node node;
        YAML::anchor_t anchor;
        bool is_key;             // of the map around it
        std::size_t values = 0;  // so far
    };

    [[nodiscard]] Place place(const YAML::Mark& mark) const {
        return {file_, static_cast<std::uint32_t>(mark.line + 1),
                static_cast<std::uint32_t>(mark.column + 1)};
    }

    Place hear(const YAML::Mark& mark) {
        ++events_;
        heard_ = place(mark);
        return heard_;
    }

    [[nodiscard]] bool expects_key() const {
        return !open_.empty() && open_.back().node.kind == Node::Kind::map &&
               open_.back().node.keys.size() == open_.back().values;
    }

    /// A tag that says what the value is anyway does no harm.
    void refuse_tag(const YAML::Mark& mark, const std::string& tag,
                    std::initializer_list<std::string_view> harmless) {
        constexpr std::string_view core = "tag:yaml.org,2002:";
        if (tag.empty() || tag == "?" || tag == "!") return;
        const auto name = tag.starts_with(core) ? tag.substr(core.size()) : "";
        if (std::find(harmless.begin(), harmless.end(), name) != harmless.end()) return;
        diagnostics_.error(place(mark), "tag-not-supported",
                           "tag " + in_quotes(tag) + " is not supported; leave it out");
    }

    [[noreturn]] static void stop_at_depth(Place where) {
        throw Stop{
            where, "nesting-too-deep",
            "more than " + std::to_string(depth_limit) + " lists and maps inside each other"};
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

    void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        const auto where = hear(mark);
        if (open_.size() == depth_limit) stop_at_depth(where);
        const bool is_key = expects_key();
        if (is_key) {
            diagnostics_.error(where, "key-not-text", "a key must be text");
            open_.back().node.keys.push_back({"", where});
        }
        const bool streamed = open_.empty() || (open_.size() == 1 && kind == Node::Kind::sequence);
        if (streamed && anchor != YAML::NullAnchor) {
            diagnostics_.error(where, "anchor-not-supported",
                               "a whole list of the file cannot be repeated",
                               {{where, "name an item of it, or a part of one, with '&'"}});
            anchor = YAML::NullAnchor;
        }
        open_.push_back({{kind, where, "", {}, {}}, anchor, is_key});
    }

    void close() {
        auto closed = std::move(open_.back());
        open_.pop_back();
        if (closed.node.kind == Node::Kind::map) {
            check_keys(closed.node);
            merge_maps(closed.node, diagnostics_);
        }
        if (closed.anchor != YAML::NullAnchor) anchors_.keep(closed.anchor, closed.node);
        if (closed.is_key) return;  // its value follows
        add(std::move(closed.node));
    }

    void add(Node node) {
        if (open_.empty()) {
            sink_.end(node);
            return;
        }
        auto& parent = open_.back();
        if (expects_key()) {  // a null or alias as a key
            diagnostics_.error(node.where, "key-not-text", "a key must be text");
            parent.node.keys.push_back({"", node.where});
            return;
        }
        ++parent.values;
        const bool root = open_.size() == 1 && parent.node.kind == Node::Kind::map;
        const bool list = open_.size() == 2 && parent.node.kind == Node::Kind::sequence &&
                          open_.front().node.kind == Node::Kind::map;
        if (root) {
            values_ = 0;
            last_record_ = node.where;
            count_record(node.where);
            sink_.value(parent.node.keys.back(), node);
        } else if (list) {
            values_ = 0;
            last_record_ = node.where;
            count_record(node.where);
            sink_.item(open_.front().node.keys.back().value, node);
        } else {
            count_value(node.where);
            parent.node.items.push_back(std::move(node));
        }
    }

    void count_record(Place where) {
        if (++records_ <= limits_.records) return;
        throw Stop{where,
                   "too-many-records",
                   "the file has more than " + std::to_string(limits_.records) + " records",
                   {{where, "is that meant? 'remit --max-records' raises the limit"}}};
    }

    void count_value(Place where) {
        if (++values_ > value_limit) {
            throw Stop{where, "too-many-values",
                       "one record has more than " + std::to_string(value_limit) + " values"};
        }
        if (++all_values_ > values_a_record * limits_.records) {
            throw Stop{where,
                       "too-many-values",
                       "the file has more than " + std::to_string(all_values_ - 1) + " values",
                       {{where, "is that meant? 'remit --max-records' raises the limit"}}};
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
    const Limits& limits_;
    Diagnostics& diagnostics_;
    Anchors anchors_;
    std::vector<Open> open_;   // from the root to the innermost
    std::size_t records_ = 0;  // items of lists directly under the root
    std::size_t values_ = 0;   // of the record at hand
    std::size_t all_values_ = 0;
    std::size_t repeated_ = 0;  // bytes, by aliases
    std::size_t events_ = 0;
    Place heard_ = {file_, 1, 1};
    Place last_record_;
};

/// Reads from memory without a copy, for as long as the reader hears of what was read: the parser
/// keeps every token until it knows whether a bracket or a line begins a key.
class WatchedBuffer : public std::streambuf {
 public:
    WatchedBuffer(std::string_view text, const EventReader& reader)
        : begin_(const_cast<char*>(text.data())),  // streambuf's own signature; never written
          end_(begin_ + text.size()),
          reader_(reader) {
        setg(begin_, begin_, begin_);
    }

 private:
    static constexpr std::size_t piece = 4096;

    int_type underflow() override {
        if (reader_.events() != events_) silence_ = 0;
        events_ = reader_.events();
        const auto size = std::min(piece, static_cast<std::size_t>(end_ - egptr()));
        silence_ += size;
        if (silence_ > silence_limit) {
            const auto where = reader_.heard();
            throw Stop{where,
                       "endless-value",
                       "no value ends within " + std::to_string(silence_limit) +
                           " bytes behind this place",
                       {{where,
                         "is a bracket or quote open? A programme on one line must be broken into "
                         "several"}}};
        }
        setg(egptr(), egptr(), egptr() + size);
        return size == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

    char* begin_;
    char* end_;
    const EventReader& reader_;
    std::size_t events_ = 0;
    std::size_t silence_ = 0;  // bytes read since the last event
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
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> hints{{
        {"illegal map value", "is there a second ': ' on the line? Put the text in quotes"},
        {"end of map not found", "is the indentation the same as that of the lines above?"},
        {"end of sequence not found", "is the indentation the same as that of the lines above?"},
        {"end of map flow not found", "is a '}' or a comma missing?"},
        {"end of sequence flow not found", "is a ']' or a comma missing?"},
        {"illegal block entry", "does the '-' stand in the column of the list's other items?"},
        {"illegal EOF in scalar", "is a closing quote missing?"},
        {"unknown token", "text that begins with this character needs quotes"},
        {"anchor is not defined", "name the value that is meant with '&' where it is written"},
    }};
    for (const auto& [known, meaning] : hints) {
        if (message.find(known) != std::string_view::npos) return std::string(meaning);
    }
    return "is a quote, bracket or space missing here or just above?";
}

}  // namespace

std::string_view kind_name(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null:
            return "nothing";
        case Node::Kind::scalar:
            return "text";
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::map:
            break;
    }
    return "a map";
}

void parse_yaml(std::string_view text, std::uint32_t file, const NodeSink& sink,
                const Limits& limits, Diagnostics& diagnostics) {
    // yaml-cpp 0.7 takes a line end at the end of the file for a missing closing quote, and all
    // that stands between for text. Without it, it reports the quote.
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    EventReader reader(file, sink, limits, diagnostics);
    try {
        WatchedBuffer buffer(text, reader);
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
        EventReader second(file, nothing, limits, ignored);
        parser.HandleNextDocument(second);
    } catch (const YAML::Exception& error) {
        const Place where{file, static_cast<std::uint32_t>(error.mark.line + 1),
                          static_cast<std::uint32_t>(error.mark.column + 1)};
        const bool mended = std::any_of(
            diagnostics.items.begin(), diagnostics.items.end(), [&](const Diagnostic& item) {
                return item.where.file == file && item.code == "tab-indentation";
            });
        if (!mended) {
            // What the record at hand lacks may be what could not be read.
            std::erase_if(diagnostics.items, [&](const Diagnostic& item) {
                return item.code == "missing-field" && item.where == reader.last_record();
            });
            std::vector<Note> notes{{where, hint(error.msg)}};
            if (const auto quote = odd_quote(text, file); quote && quote->line < where.line) {
                notes.push_back({*quote,
                                 "this line has an odd number of quotation marks; is one "
                                 "missing?"});
            }
            diagnostics.error(where, "yaml-syntax", "this is not YAML: " + error.msg,
                              std::move(notes));
        }
    } catch (const Stop& stop) {
        std::erase_if(diagnostics.items, [&](const Diagnostic& item) {  // it follows from the depth
            return item.where.file == file && item.code == "key-not-text";
        });
        diagnostics.error(stop.where, stop.code, stop.message, stop.notes);
    }
}

}  // namespace remit::detail
