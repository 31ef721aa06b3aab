/// \file
/// JSON written piece by piece, so that running out of memory is an exception like any other: the
/// destructor of nlohmann's objects and arrays allocates.
#pragma once

#include <nlohmann/json.hpp>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace remit::tables {

/// Writes one document, indented by two spaces, with a line end behind it.
class JsonWriter {
 public:
    explicit JsonWriter(std::ostream& out) : out_(out) {}

    void begin_object() { open('{', '}'); }
    void begin_array() { open('[', ']'); }

    /// Ends the innermost object or array.
    void end() {
        const auto [bracket, empty] = open_.back();
        open_.pop_back();
        if (!empty) new_line();
        out_ << bracket;
        if (open_.empty()) out_ << '\n';
    }

    void key(std::string_view name) {
        separate();
        out_ << scalar(name) << ": ";
        after_key_ = true;
    }

    /// A text, number or null.
    template <class Value>
    void value(const Value& value) {
        separate();
        out_ << scalar(value);
    }

    template <class Value>
    void values(const std::vector<Value>& all) {
        begin_array();
        for (const auto& each : all) value(each);
        end();
    }

    template <class Value>
    void entry(std::string_view name, const Value& content) {
        key(name);
        value(content);
    }

 private:
    struct Open {
        char bracket;
        bool empty = true;
    };

    /// Broken UTF-8 is replaced.
    template <class Value>
    static std::string scalar(const Value& value) {
        using Json = nlohmann::json;
        return Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
    }

    void open(char begin, char end) {
        separate();
        out_ << begin;
        open_.push_back({end});
    }

    /// Before a key, or a value that no key stands before.
    void separate() {
        if (after_key_ || open_.empty()) {
            after_key_ = false;
            return;
        }
        if (!open_.back().empty) out_ << ',';
        open_.back().empty = false;
        new_line();
    }

    void new_line() { out_ << '\n' << std::string(2 * open_.size(), ' '); }

    std::ostream& out_;
    std::vector<Open> open_;
    bool after_key_ = false;
};

}  // namespace remit::tables
