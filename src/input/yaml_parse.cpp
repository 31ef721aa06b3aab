#include "yaml_anchors.hpp"
#include "yaml_node.hpp"
#include "yaml_stream.hpp"
#include "yaml_text.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::size_t depth_limit = 32;          // a file of this format needs 6
constexpr std::size_t value_limit = 100'000;     // in one record
constexpr std::size_t values_a_record = 50;      // on average
constexpr std::size_t repeat_limit = 4'000'000;  // bytes that aliases of one file repeat

/// The rest of the file is not read.
struct Stop {
    Diagnostic why;
};

Diagnostic limit_exceeded(const Diagnostics& diagnostics, Place where, const Phrase& message,
                          std::size_t limit, const Phrase& hint) {
    auto found = diagnostics.problem(Severity::error, where, message, {std::to_string(limit)});
    if (!hint.key().empty()) found.notes = {diagnostics.note(where, hint)};
    return found;
}

/// Adds one to a few: most lists and maps of a record have room enough at once.
template <class Value>
void append(std::vector<Value>& few, Value&& one) {
    constexpr std::size_t usual = 8;
    if (few.empty()) few.reserve(usual);
    few.push_back(std::move(one));
}

/// Turns the events of one document into nodes for the sink.
class EventReader : public Listener {
 public:
    EventReader(const MendedText& text, std::uint32_t file, const NodeSink& sink,
                const Limits& limits, Diagnostics& diagnostics)
        : text_(text), file_(file), sink_(sink), limits_(limits), diagnostics_(diagnostics) {}

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
            diagnostics_.error(where, "check.alias-without-value");
            add({Node::Kind::null, where, "", {}, {}});
            return;
        }
        if (open_.size() + anchored->depth > depth_limit) stop_at_depth(where);
        repeated_ += anchored->bytes;
        if (repeated_ > repeat_limit) {
            stop(where, "check.too-much-repeated", repeat_limit, "note.repeat-less");
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
        Node node{Node::Kind::scalar, where, one_line(value, where, diagnostics_), {}, {}};
        if (anchor != YAML::NullAnchor) anchors_.keep(anchor, node);
        if (expects_key()) {
            append(open_.back().node.keys, {std::move(node.text), node.where});
        } else {
            add(std::move(node));
        }
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

    [[nodiscard]] Place place(const YAML::Mark& mark) const { return place_of(mark, text_, file_); }

    Place hear(const YAML::Mark& mark) {
        heard(mark);
        return place(mark);
    }

    [[nodiscard]] bool expects_key() const {
        return !open_.empty() && open_.back().node.kind == Node::Kind::map &&
               open_.back().node.keys.size() == open_.back().values;
    }

    /// A tag that says what the value is anyway does no harm.
    void refuse_tag(const YAML::Mark& mark, const std::string& tag,
                    std::initializer_list<std::string_view> harmless) {
        constexpr std::string_view core = "tag:yaml.org,2002:";
        constexpr std::string_view none = "?";
        if (tag.empty() || tag == none || tag == "!") return;
        const auto name = tag.starts_with(core) ? tag.substr(core.size()) : "";
        if (std::find(harmless.begin(), harmless.end(), name) != harmless.end()) return;
        diagnostics_.error(place(mark), "check.tag-not-supported", {in_quotes(tag)});
    }

    [[noreturn]] void stop(Place where, const Phrase& message, std::size_t limit,
                           const Phrase& hint = {}) const {
        throw Stop{limit_exceeded(diagnostics_, where, message, limit, hint)};
    }

    [[noreturn]] void stop_at_depth(Place where) const {
        stop(where, "check.nesting-too-deep", depth_limit);
    }

    void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        const auto where = hear(mark);
        if (open_.size() == depth_limit) stop_at_depth(where);
        const bool is_key = expects_key();
        if (is_key) {
            diagnostics_.error(where, "check.key-not-text");
            append(open_.back().node.keys, {"", where});
        }
        const bool streamed = open_.empty() || (open_.size() == 1 && kind == Node::Kind::sequence);
        if (streamed && anchor != YAML::NullAnchor) {
            diagnostics_.error(where, "check.anchor-not-supported", {},
                               {diagnostics_.note(where, "note.name-an-item")});
            anchor = YAML::NullAnchor;
        }
        open_.push_back({{kind, where, "", {}, {}}, anchor, is_key});
    }

    void close() {
        auto closed = std::move(open_.back());
        open_.pop_back();
        if (closed.node.kind == Node::Kind::map) {
            report_repeated_keys(closed.node, diagnostics_);
            merge_maps(closed.node, diagnostics_);
        }
        if (closed.anchor != YAML::NullAnchor) anchors_.keep(closed.anchor, closed.node);
        if (closed.is_key) return;  // its value follows
        add(std::move(closed.node));
    }

    void add(Node&& node) {
        if (open_.empty()) {
            sink_.end(node);
            return;
        }
        auto& parent = open_.back();
        if (expects_key()) {  // a null or alias as a key
            diagnostics_.error(node.where, "check.key-not-text");
            append(parent.node.keys, {"", node.where});
            return;
        }
        ++parent.values;
        const bool root = open_.size() == 1 && parent.node.kind == Node::Kind::map;
        const bool list = open_.size() == 2 && parent.node.kind == Node::Kind::sequence &&
                          open_.front().node.kind == Node::Kind::map;
        if (root) {
            values_ = 0;
            count_record(node.where);
            sink_.value(parent.node.keys.back(), node);
        } else if (list) {
            values_ = 0;
            count_record(node.where);
            sink_.item(open_.front().node.keys.back().value, node);
        } else {
            count_value(node.where);
            append(parent.node.items, std::move(node));
        }
    }

    void count_record(Place where) {
        if (++records_ <= limits_.records) return;
        stop(where, "check.too-many-records", limits_.records, "note.max-records");
    }

    void count_value(Place where) {
        if (++values_ > value_limit) {
            stop(where, "check.too-many-values.of-a-record", value_limit);
        }
        if (++all_values_ > values_a_record * limits_.records) {
            stop(where, "check.too-many-values", all_values_ - 1, "note.max-records");
        }
    }

    const MendedText& text_;
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
};

}  // namespace

Phrase kind_name(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::null:
            return "thing.nothing";
        case Node::Kind::scalar:
            return "thing.text";
        case Node::Kind::sequence:
            return "thing.a-list";
        case Node::Kind::map:
            break;
    }
    return "thing.a-map";
}

Parsed parse_yaml(const MendedText& text, std::uint32_t file, const NodeSink& sink,
                  const Limits& limits, Diagnostics& diagnostics) {
    EventReader reader(text, file, sink, limits, diagnostics);
    const auto stop = [&](const Diagnostic& found) {
        // What follows from the depth.
        std::erase_if(diagnostics.items,
                      [](const Diagnostic& item) { return item.code == "key-not-text"; });
        diagnostics.add(found);
        return Parsed{false, std::nullopt};
    };
    try {
        const auto heard = listen(text.view(), reader);
        if (!heard.document) {
            diagnostics.error({file, 1, 1}, "check.empty-file", {},
                              {diagnostics.note({file, 1, 1}, "note.starts-with")});
        }
        if (heard.second) {
            diagnostics.error(place_of(*heard.second, text, file), "check.several-documents");
        }
        return {};
    } catch (const YAML::Exception& error) {
        return {false, SyntaxError{error.mark.line, error.mark.column, error.msg}};
    } catch (const Silence& silence) {
        return stop(limit_exceeded(diagnostics, place_of(silence.after, text, file),
                                   "check.endless-value", silence_limit, "note.is-one-open"));
    } catch (const Stop& found) {
        return stop(found.why);
    }
}

}  // namespace remit::detail
