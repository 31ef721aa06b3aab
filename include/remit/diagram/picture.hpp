/// \file
/// What have all pictures in common?
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/model/date.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// No text of a picture is smaller on paper; in points.
inline constexpr double readable_text = 7.0;

/// A language as `parse_language` takes it, or two, such as "zh+en"; none for another word.
[[nodiscard]] std::optional<Languages> parse_languages(std::string_view word);

/// What the pages say that they leave out, such as departments of which there are too many, each
/// once; empty where they show everything.
[[nodiscard]] std::vector<std::string> left_out(const Picture& picture);

struct PictureOptions {
    Languages languages = {};
    PageFormat page = PageFormat::widescreen;
    std::string title = {};         ///< The finding if empty; of "neutral" what it shows.
    std::string subtitle = {};      ///< The counts if empty.
    std::optional<Date> date = {};  ///< Of drawing; the notice's own date if there is none.
};

}  // namespace remit
