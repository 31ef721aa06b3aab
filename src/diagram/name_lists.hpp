/// \file
/// How does a list of departments fill lines without cutting a name?
#pragma once

#include <remit/diagram/page.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace remit::drawing {

/// What stands between names of a list: the sign, and the space where a line goes on.
[[nodiscard]] std::pair<std::string, std::string> list_mark(Language language);

/// The short names in each language of a picture, with the sign that parts them behind each; once
/// where both languages have the same. `form` is what the last one is put into.
/// \pre there is one
[[nodiscard]] std::vector<std::vector<std::string>> name_lists(
    const Dataset& dataset, const Languages& languages,
    const std::vector<DepartmentIndex>& departments, const Phrase& form);

/// Fills lines with whole names as far as they go; "…" ends the last one where it is not enough.
[[nodiscard]] std::vector<std::string> wrap_list(const std::vector<std::string>& names,
                                                 double width, std::size_t most, Language language);

}  // namespace remit::drawing
