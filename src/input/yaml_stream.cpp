#include "yaml_stream.hpp"

#include "yaml_node.hpp"
#include "yaml_plain.hpp"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

namespace remit::detail {
namespace {

/// Reads from memory without a copy, for as long as something is heard of what was read: the parser
/// keeps every token until it knows whether a bracket or a line begins a key.
class WatchedBuffer : public std::streambuf {
 public:
    WatchedBuffer(std::string_view text, const Listener& listener)
        : begin_(const_cast<char*>(text.data())),  // streambuf's own signature; never written
          end_(begin_ + text.size()),
          listener_(listener) {
        setg(begin_, begin_, begin_);
    }

 private:
    static constexpr std::size_t piece = 4096;

    int_type underflow() override {
        if (listener_.events() != events_) silence_ = 0;
        events_ = listener_.events();
        const auto size = std::min(piece, static_cast<std::size_t>(end_ - egptr()));
        silence_ += size;
        if (silence_ > silence_limit) throw Silence{listener_.last()};
        setg(egptr(), egptr(), egptr() + size);
        return size == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
    }

    char* begin_;
    char* end_;
    const Listener& listener_;
    std::size_t events_ = 0;
    std::size_t silence_ = 0;  // bytes read since the last event
};

/// Calls a function with the place of each event.
template <class Hear>
class EachEvent : public Listener {
 public:
    explicit EachEvent(Hear hear) : hear_(hear) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { hear(mark, 0); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { hear(mark, 0); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  const std::string&) override {
        hear(mark, 0);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        hear(mark, 1);
    }
    void OnSequenceEnd() override { --depth_; }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        hear(mark, 1);
    }
    void OnMapEnd() override { --depth_; }

 private:
    void hear(const YAML::Mark& mark, int deeper) {
        heard(mark);
        depth_ += deeper;
        hear_(mark, depth_);
    }

    Hear hear_;
    int depth_ = 0;
};

struct Enough {
    YAML::Mark at;
};

/// yaml-cpp 0.7 takes a line end at the end of the file for a missing closing quote, and all that
/// stands between for text. Without it, it reports the quote.
std::string_view without_end(std::string_view text) {
    const auto end = text.find_last_not_of(" \r\n");
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

}  // namespace

Heard listen(std::string_view text, Listener& listener) {
    text = without_end(text);
    if (tell_plain(text, listener)) return {};
    WatchedBuffer buffer(text, listener);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(listener)) return {false, std::nullopt};
    EachEvent second([](const YAML::Mark& mark, int) { throw Enough{mark}; });
    try {
        parser.HandleNextDocument(second);
    } catch (const Enough& enough) {
        return {true, enough.at};
    } catch (const Silence&) {  // a list or map of many values, of which none is of interest
        return {true, listener.last()};
    }
    return {};
}

std::optional<SyntaxError> syntax_error(std::string_view text) {
    constexpr int depth_limit = 100;  // that of the parser's stack is far above
    EachEvent silent([](const YAML::Mark& mark, int depth) {
        if (depth > depth_limit) throw Enough{mark};
    });
    try {
        (void)listen(text, silent);
    } catch (const YAML::Exception& error) {
        if (error.msg.find("anchor is not defined") != std::string::npos) return std::nullopt;
        return SyntaxError{error.mark.line, error.mark.column, error.msg};
    } catch (const Enough&) {
        return std::nullopt;
    } catch (const Silence&) {
        return std::nullopt;
    }
    return std::nullopt;
}

Place place_of(const YAML::Mark& mark, const MendedText& text, std::uint32_t file) {
    return text.original_place({file, static_cast<std::uint32_t>(mark.line + 1),
                                static_cast<std::uint32_t>(mark.column + 1)});
}

}  // namespace remit::detail
