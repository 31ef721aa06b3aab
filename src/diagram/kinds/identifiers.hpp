/// \file
/// How are departments and measures named: their ids in a picture, numbers, titles?
#pragma once

#include "../shapes/palette.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

/// Parts of ids: "7", or with several notices "third-batch-7"; "most".
[[nodiscard]] std::string measure_id(const Dataset& dataset, MeasureIndex measure);
[[nodiscard]] std::string department_id(const Dataset& dataset, DepartmentIndex department);

/// What a mark stands for, as a further word of its kind: " m-7", " d-most".
[[nodiscard]] inline std::string of(const Dataset& dataset, MeasureIndex measure) {
    return ' ' + word_of(dataset, measure);
}
[[nodiscard]] inline std::string of(const Dataset& dataset, DepartmentIndex department) {
    return ' ' + word_of(dataset, department);
}

/// 一, 二, … 十, 十一, … 九十九; I, II, … in English.
[[nodiscard]] std::string ordinal(std::size_t number, Language language);

/// What stands for a notice before the numbers of its measures and categories: "A", "B", … "Z",
/// "AA"; empty where there is only one.
[[nodiscard]] std::string notice_mark(const Dataset& dataset, NoticeIndex notice);

/// A measure in a picture: "7", or with several notices "B7".
[[nodiscard]] std::string measure_number(const Dataset& dataset, MeasureIndex measure);

/// The title for pictures, and behind it who answers that is no department: collective actors, that
/// nobody is named, or that the list goes on.
[[nodiscard]] std::string picture_title(const Dataset& dataset, MeasureIndex measure,
                                        Language language);

/// The title of a measure with its number and departments, for pointing at it.
[[nodiscard]] std::string measure_tooltip(const Dataset& dataset, MeasureIndex measure,
                                          Language language);

}  // namespace remit::drawing
