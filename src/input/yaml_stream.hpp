/// \file
/// What does yaml-cpp hear in a text, and when does it hear nothing any more?
#pragma once

#include "mended_text.hpp"

#include <remit/model/diagnostic.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace remit::detail {

constexpr std::size_t silence_limit = 262'144;  // bytes in which no value ends

/// Is told of every value and every beginning of a list or map.
class Listener : public YAML::EventHandler {
 public:
    [[nodiscard]] std::size_t events() const { return events_; }
    [[nodiscard]] const YAML::Mark& last() const { return last_; }

 protected:
    void heard(const YAML::Mark& mark) {
        ++events_;
        last_ = mark;
    }

 private:
    std::size_t events_ = 0;
    YAML::Mark last_;
};

/// Nothing was heard for `silence_limit` bytes.
struct Silence {
    YAML::Mark after;
};

struct Heard {
    bool document = true;              ///< Whether there is a document.
    std::optional<YAML::Mark> second;  ///< Where another begins.
};

/// Parses the first document of a text.
///
/// \throws YAML::Exception if it is not YAML, Silence if a bracket or quote seems open
[[nodiscard]] Heard listen(std::string_view text, Listener& listener);

struct SyntaxError;

/// What keeps a piece of a file from being YAML; nothing if all of it is, or if it nests too deep
/// to tell. It may repeat what stands in another piece.
[[nodiscard]] std::optional<SyntaxError> syntax_error(std::string_view text);

/// A place in the original.
[[nodiscard]] Place place_of(const YAML::Mark& mark, const MendedText& text, std::uint32_t file);

}  // namespace remit::detail
