/// \file
/// Parts that several pictures are made of. All lengths are layout units.
#pragma once

#include <remit/diagram/diagram.hpp>
#include <remit/diagram/page.hpp>
#include <remit/diagram/palette.hpp>
#include <remit/model/dataset.hpp>

#include <string>
#include <vector>

namespace remit::drawing {

inline constexpr int body_size = 9;   // of running text
inline constexpr int name_size = 12;  // of names and headings
inline constexpr int padding = 6;
inline constexpr int frame = 2;  // both sides

/// A line that leads or is named first, and one that joins in.
inline constexpr double leading_width = 2.4;
inline constexpr double joining_width = 0.9;

/// The height of lines in a cell: Graphviz sets them 1.2 times the size apart.
[[nodiscard]] int lines_height(std::size_t lines, int size);

/// The room that a text on one line takes in a cell, with its padding; rounded up.
[[nodiscard]] int cell_width(std::string_view text, const TextStyle& style, Language language);

/// The width of the widest of some lines; rounded up.
[[nodiscard]] int lines_width(const std::vector<std::string>& lines, const TextStyle& style,
                              Language language);

[[nodiscard]] std::vector<TextLine> styled(const std::vector<std::string>& lines,
                                           const TextStyle& style);

/// A box of one cell of text, as wide and high as its lines need it, with its center there.
[[nodiscard]] Box label_box(std::string id, std::string kind, const std::vector<std::string>& lines,
                            const TextStyle& style, Language language, Point center);

/// A box of one empty cell: a bar, a stripe, a rule. Its lengths are rounded to whole units, at
/// least 1.
[[nodiscard]] Box plain_box(std::string id, std::string kind, const Rectangle& at,
                            const HexColor& fill, const HexColor& frame_color = {});

/// Where the i-th of n lines meets a box of this height around y.
[[nodiscard]] double fan(double y, double height, std::size_t i, std::size_t n);

/// Parts of ids: "7", or with several notices "third-batch-7"; "most"; "nationwide".
[[nodiscard]] std::string measure_id(const Dataset& dataset, MeasureIndex measure);
[[nodiscard]] std::string department_id(const Dataset& dataset, DepartmentIndex department);
[[nodiscard]] std::string scope_id(const Dataset& dataset, const ScopeTerm& term);

/// 一, 二, … 十, 十一, … 九十九; I, II, … in English.
[[nodiscard]] std::string ordinal(std::size_t number, Language language);

/// What stands for a notice before the numbers of its measures and categories: "A", "B", … "Z",
/// "AA"; empty where there is only one.
[[nodiscard]] std::string notice_mark(const Dataset& dataset, NoticeIndex notice);

/// A measure in a picture: "7", or with several notices "B7".
[[nodiscard]] std::string measure_number(const Dataset& dataset, MeasureIndex measure);

/// A category among those of its notice: "二", "II"; with several notices "B二", "B.II".
[[nodiscard]] std::string category_numeral(const Dataset& dataset, CategoryIndex category,
                                           Language language);

/// The colors of each measure: those of its category, in the order of the notices.
[[nodiscard]] std::vector<palette::Pair> measure_colors(const Dataset& dataset);

/// No tag needs more room than this in a cell, without its padding.
inline constexpr double widest_tag = 66.0;

/// The scope of a measure as a tag in bold text of `body_size`: the name of its only term, which
/// is cut at `widest_tag`, or how many terms there are.
[[nodiscard]] std::string scope_tag(const Dataset& dataset, MeasureIndex measure,
                                    const Languages& languages);

/// The title of a measure with its number and departments, for pointing at it.
/// The title for pictures, and behind it who answers that is no department: collective actors, that
/// nobody is named, or that the list goes on.
[[nodiscard]] std::string picture_title(const Dataset& dataset, MeasureIndex measure,
                                        Language language);
[[nodiscard]] std::string measure_tooltip(const Dataset& dataset, MeasureIndex measure,
                                          Language language);

}  // namespace remit::drawing
