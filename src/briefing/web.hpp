/// \file
/// The style and script of the page, as the files in web/ have them.
#pragma once

#include <string_view>

namespace remit::briefings {

extern const std::string_view page_style;
extern const std::string_view page_script;

}  // namespace remit::briefings
