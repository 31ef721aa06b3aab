/// \file
/// How many measures give weights, and how are the others counted?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>
#include <remit/model/weights.hpp>

#include <string>

namespace remit::tables {

inline std::string weights_remark(const Dataset& dataset, Language language) {
    constexpr Phrase none{"weights.none"};
    constexpr Phrase some{"weights.some"};
    constexpr Phrase all{"weights.all"};
    const auto given = weighted_measures(dataset);
    const auto listed = dataset.measures().size();
    if (given == 0) return std::string(none.in(language));
    if (given == listed) return all.fill(language, {std::to_string(listed)});
    return some.fill(language, {std::to_string(given), std::to_string(listed)});
}

}  // namespace remit::tables
