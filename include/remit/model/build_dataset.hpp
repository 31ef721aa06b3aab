/// \file
/// Does a draft make a programme, and if not, why not?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>

#include <optional>

namespace remit {

struct Draft;

/// A dataset if the files have no errors, and all that was found in them, warnings as well.
struct LoadResult {
    std::optional<Dataset> dataset;
    Diagnostics diagnostics;
};

/// Resolves names, checks numbers and sums. The only door to a `Dataset`.
///
/// \param draft  As written.
/// \param found  What reading found; the result adds to it. With an error in it there is no
///               dataset, but the draft is checked all the same, so that all errors are reported.
/// Time: linear in the size of the draft, but for suggestions: each unknown name is compared with
/// every known one.
[[nodiscard]] LoadResult build_dataset(Draft draft, Diagnostics found);

}  // namespace remit
