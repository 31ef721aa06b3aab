/// \file
/// What does the script of the page know of the programmes?
#pragma once

#include <remit/briefing/briefing.hpp>

#include <string>

namespace remit::briefings {

/// One object of JSON, in which no "<" stands, so that it can stand in an element of HTML:
/// `languages` (tags), `rightToLeft` (tags), `words` (by tag, then key) and `batches`. A text is a
/// string, or an object by tag where languages differ. A batch has `withheld`, `leads` (whether
/// some measure declares one), `schemes` of counting, `departments`, `measures`, `categories`,
/// `roles`, `regions`, `fields`, `communities` (departments, group by group) and `summary` (the
/// rows of what `remit reorganize` shows: id and, by tag, name). Departments, categories and
/// regions are named elsewhere by position; what stands for them in pictures and tables is `key`.
[[nodiscard]] std::string page_data(const Briefing& briefing);

}  // namespace remit::briefings
