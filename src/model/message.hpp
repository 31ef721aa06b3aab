/// \file
/// A pattern of a phrase, made ready to be filled.
#pragma once

#include <remit/model/phrase.hpp>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

/// A pattern of ICU's MessageFormat. One that only has slots is filled without ICU.
class Message {
 public:
    /// \throws Error if ICU does not take the pattern
    explicit Message(std::string_view pattern);
    Message(Message&&) noexcept;
    Message& operator=(Message&&) noexcept;
    ~Message();

    /// Without what stands in slots.
    [[nodiscard]] std::string_view text() const { return text_; }

    /// \param language  whose plural forms are taken and whose direction the text has
    [[nodiscard]] std::string fill(Language language, std::initializer_list<std::string> values,
                                   Phrase::Isolation isolation) const;

 private:
    struct Slot {
        std::size_t at = 0;  ///< In `text_`.
        std::size_t value = 0;
    };
    struct Chosen;

    std::string text_;
    std::vector<Slot> slots_;
    std::unique_ptr<Chosen> chosen_;  // of a pattern with more than slots
};

}  // namespace remit::detail
