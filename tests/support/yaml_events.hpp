/// \file
/// What yaml-cpp says of a text, and what the reader of the plain style says.
#pragma once

#include "../../src/input/yaml_plain.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace remit::testing {

/// Events as lines, with their places, tags, anchors, styles and texts.
class EventLines : public YAML::EventHandler {
 public:
    void OnDocumentStart(const YAML::Mark&) override { lines_ << "document\n"; }
    void OnDocumentEnd() override { lines_ << "end\n"; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add("null", mark) << '\n'; }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { add("alias", mark) << '\n'; }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        add("text", mark) << tag << ' ' << anchor << " <" << value << ">\n";
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        add("list", mark) << tag << ' ' << anchor << ' ' << style << '\n';
    }
    void OnSequenceEnd() override { lines_ << "end of list\n"; }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        add("map", mark) << tag << ' ' << anchor << ' ' << style << '\n';
    }
    void OnMapEnd() override { lines_ << "end of map\n"; }

    [[nodiscard]] std::string text() const { return lines_.str(); }

 private:
    std::ostream& add(const char* kind, const YAML::Mark& mark) {
        return lines_ << kind << ' ' << mark.pos << ' ' << mark.line << ':' << mark.column << ' ';
    }

    std::ostringstream lines_;
};

/// As the library hands a text to either: yaml-cpp takes line ends at the end of a file for text.
inline std::string_view without_end(std::string_view text) {
    const auto end = text.find_last_not_of(" \r\n");
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

/// Nothing where a text is not in the plain style.
inline std::optional<std::string> plain_events(std::string_view text) {
    EventLines lines;
    if (detail::tell_plain(without_end(text), lines)) return lines.text();
    // Of such a text nothing may be told.
    return lines.text().empty() ? std::nullopt : std::optional("told: " + lines.text());
}

/// An error instead of them where a text is not one document.
inline std::string yaml_events(std::string_view text) {
    std::istringstream in{std::string(without_end(text))};
    EventLines lines;
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(lines)) return "error: no document";
        EventLines second;
        if (parser.HandleNextDocument(second)) return "error: a second document";
    } catch (const YAML::Exception& error) {
        return std::string("error: ") + error.what();
    }
    return lines.text();
}

}  // namespace remit::testing
