/// \file
/// How is a list said within a sentence?
#pragma once

#include <remit/model/localized_text.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

/// "CBIRC, PBC and MOST": the last one behind a word, as the language has it. The texts may be
/// marked; they hold no commas. For titles and sentences, where `ListWriter` is for lists in
/// brackets and those that go on.
[[nodiscard]] std::string spoken_list(const std::vector<std::string>& texts, Language language);

}  // namespace remit::drawing
