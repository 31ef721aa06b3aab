/// \file
/// Who guides which measure, and where does it apply, as a table of signs?
#pragma once

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

namespace remit {

/// A row for each measure, in printed order below the headings of its category; a column for each
/// department, most measures first, ties in table order; then columns for where it applies.
///
/// A filled dot on a tinted cell is the lead, where the data declares one, or else the department
/// named first; a hollow dot is each other department. Where groups of up to 12 places occur, each
/// of their members has a column, and the rest of the nation one: a plain cell is reached by a
/// scope of the whole nation, one with a diamond by a narrower one, one with a hollow diamond in
/// part, all as `coverage` has it. Without such groups there is a column for each term of the
/// scopes, or, above 14, one with the scope's tag; so too where not all departments fit beside the
/// wider ones. Withheld measures are one dashed row for each category. At the foot stand the sums
/// of the programme, and on one of several pages its own.
///
/// What does not fit at `readable_text` goes to several pages: by category, then by rows. Where not
/// all department columns fit, a page has one or more parts below each other, each with the columns
/// that its measures name; a measure with more than fit takes several pages.
/// Where not even one measure fits, titles and names are shortened; the tooltips have them whole.
/// \throws PictureRefusal if not even then one measure fits on a page, or there would be over 200
///         pages
/// Time: O(links log links + cells), and the wrapping of the titles at some 30 widths where they
/// fit on one page, else at a few.
[[nodiscard]] Picture matrix_diagram(const Dataset& dataset, const PictureOptions& options = {});

}  // namespace remit
