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
    Place where;
    std::string code;
    std::string message;
    std::vector<Note> notes = {};
};

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
        Node node{Node::Kind::scalar, where, one_line(value, where, diagnostics_), {}, {}};
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
            report_repeated_keys(closed.node, diagnostics_);
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
            count_record(node.where);
            sink_.value(parent.node.keys.back(), node);
        } else if (list) {
            values_ = 0;
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

Parsed parse_yaml(const MendedText& text, std::uint32_t file, const NodeSink& sink,
                  const Limits& limits, Diagnostics& diagnostics) {
    EventReader reader(text, file, sink, limits, diagnostics);
    const auto stop = [&](const Stop& found) {
        // What follows from the depth.
        std::erase_if(diagnostics.items,
                      [](const Diagnostic& item) { return item.code == "key-not-text"; });
        diagnostics.error(found.where, found.code, found.message, found.notes);
        return Parsed{false, std::nullopt};
    };
    try {
        const auto heard = listen(text.view(), reader);
        if (!heard.document) {
            diagnostics.error({file, 1, 1}, "empty-file", "the file is empty",
                              {{{file, 1, 1}, "a file starts with 'remit: 1'"}});
        }
        if (heard.second) {
            diagnostics.error(place_of(*heard.second, text, file), "several-documents",
                              "the file has a second document; put it into a file of its own");
        }
        return {};
    } catch (const YAML::Exception& error) {
        return {false, SyntaxError{error.mark.line, error.mark.column, error.msg}};
    } catch (const Silence& silence) {
        const auto where = place_of(silence.after, text, file);
        return stop(
            {where,
             "endless-value",
             "no value ends within " + std::to_string(silence_limit) + " bytes behind this place",
             {{where,
               "is a bracket or quote open? A programme on one line must be broken into "
               "several"}}});
    } catch (const Stop& found) {
        return stop(found);
    }
}

}  // namespace remit::detail
