/// \file
/// What stands in each table of the schema?
#pragma once

#include <remit/report/sql_tables.hpp>

namespace remit::tables {

void about_rows(const Dataset& dataset, Language language, const TakeRow& take);
void notice_rows(const Dataset& dataset, Language language, const TakeRow& take);
void category_rows(const Dataset& dataset, Language language, const TakeRow& take);
void measure_rows(const Dataset& dataset, Language language, const TakeRow& take);
void continuation_rows(const Dataset& dataset, Language language, const TakeRow& take);
void department_rows(const Dataset& dataset, Language language, const TakeRow& take);
void link_rows(const Dataset& dataset, Language language, const TakeRow& take);
void naming_rows(const Dataset& dataset, Language language, const TakeRow& take);
void region_rows(const Dataset& dataset, Language language, const TakeRow& take);
void scope_rows(const Dataset& dataset, Language language, const TakeRow& take);
void reach_rows(const Dataset& dataset, Language language, const TakeRow& take);
void field_rows(const Dataset& dataset, Language language, const TakeRow& take);
void choice_rows(const Dataset& dataset, Language language, const TakeRow& take);
void field_value_rows(const Dataset& dataset, Language language, const TakeRow& take);
void name_rows(const Dataset& dataset, Language language, const TakeRow& take);

}  // namespace remit::tables
