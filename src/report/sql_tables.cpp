#include <remit/report/sql_tables.hpp>

#include "sql_rows.hpp"
#include "table_cells.hpp"

#include <remit/model/number_text.hpp>

namespace remit {
namespace {

constexpr auto text = SqlType::text;
constexpr auto integer = SqlType::integer;
constexpr auto real = SqlType::real;

constexpr std::string_view in_order = "Place in the order of the programme, from 1";
constexpr std::string_view measure_key =
    "Its notice and its code, else its number, as `third-batch:7`";

std::vector<SqlTable> schema() {
    const bool required = true;
    const SqlColumn of_measure{"measure", text, required, "measure", "The measure"};
    return {
        {"about",
         "What the export is of, in sentences of its language",
         1,
         {{"property", text, required, "",
           "`schema` (of these tables: 1), `remit` (its version), `language`, `citation`; where "
           "there "
           "is something to say `withheld`, `naming`, `leads`, `restriction`, `bodies`, `plan`, "
           "`extent`"},
          {"value", text, required, "", "What is said of it"}},
         tables::about_rows},
        {"notice",
         "A published notice, a batch",
         1,
         {{"notice", text, required, "", "Its id"},
          {"sequence", integer, required, "", in_order},
          {"title", text, required, "", "In the language of the export, as every title and name"},
          {"number", text, false, "", "Document number"},
          {"issuer", text, false, "", "Who issued it"},
          {"issued", text, false, "",
           "Date as `2020-01-23`, or as much as is known: `2020-01`, `2020-Q1`, `2020-H1`, `2020`"},
          {"published", text, false, "", "Date in the same form"},
          {"announced", integer, false, "",
           "Measures that it says it has; null if it does not say"},
          {"listed", integer, required, "", "Measures that it prints"},
          {"withheld", integer, required, "",
           "Measures announced and not printed, or, of an export by conditions, of which nobody "
           "knows whether they meet them"},
          {"withheld_known", integer, required, "",
           "1 if `withheld` has all of them, 0 if the notice does not say how many measures it "
           "has"},
          {"source", text, false, "", "Address or citation"}},
         tables::notice_rows},
        {"category",
         "A heading of a notice",
         1,
         {{"category", text, required, "", "Its notice and its id, as `third-batch:finance`"},
          {"notice", text, required, "notice", "Its notice"},
          {"sequence", integer, required, "", in_order},
          {"id", text, required, "", "Its id in the notice"},
          {"name", text, required, "", "Its name"},
          {"announced", integer, false, "", "Measures that its heading says it has"},
          {"listed", integer, required, "", "Measures that are printed"},
          {"withheld", integer, required, "", "Measures announced and not printed"}},
         tables::category_rows},
        {"measure",
         "A measure that is printed",
         1,
         {{"measure", text, required, "", measure_key},
          {"notice", text, required, "notice", "Its notice"},
          {"sequence", integer, required, "", in_order},
          {"number", integer, false, "", "As printed"},
          {"code", text, false, "", "As printed"},
          {"title", text, required, "", "As printed"},
          {"category", text, false, "category", "Its category"},
          {"is_open", integer, required, "",
           "1 if it names more departments than it prints (`等`, \"among others\"), else 0"},
          {"reach_unknown", integer, required, "",
           "1 if some of where it applies is not known, else 0"},
          {"unnamed_scope", text, false, "", "What of its scope names no place, as printed"},
          {"locator", text, false, "", "Where the notice prints it"}},
         tables::measure_rows},
        {"continuation",
         "An earlier measure that a measure goes on with, as its file says",
         2,
         {of_measure,
          {"earlier", text, required, "",
           "The earlier one by its notice and identifier; it need not be in `measure`"}},
         tables::continuation_rows},
        {"department",
         "A body that some measure names and that counts",
         1,
         {{"department", text, required, "", "Its id in the registry"},
          {"sequence", integer, required, "", in_order},
          {"name", text, required, "", "Full name"},
          {"short_name", text, required, "", "As lists print it"},
          {"kind", text, false, "", "As the registry has it, such as `constituent-department`"}},
         tables::department_rows},
        {"link",
         "A department that a measure names: who is responsible for what",
         2,
         {of_measure,
          {"department", text, required, "department", "The department"},
          {"position", integer, required, "",
           "Place in the printed order, from 1; leads stand before those with them"},
          {"role", text, required, "",
           "`guiding` (a plain list), `lead`, or `with` (takes part under a lead)"},
          {"leads", integer, required, "",
           "1 if the source or a declared convention says that it leads, else 0"},
          {"own_role", text, false, "", "Id of the role in the programme's own words"},
          {"weight", real, false, "",
           "What it weighs in the measure, beside the others; null if the measure gives none a "
           "weight"}},
         tables::link_rows},
        {"naming",
         "Another whom a measure names and who is in no count",
         2,
         {of_measure,
          {"position", integer, required, "", "Place in the printed order, from 1"},
          {"body", text, false, "", "Id in the registry, if it is a body"},
          {"name", text, required, "", "Its name, or the words as printed"},
          {"is_collective", integer, required, "", "1 if it stands for many, else 0"},
          {"own_role", text, false, "", "Id of the role in the programme's own words"}},
         tables::naming_rows},
        {"region",
         "A place, or a named group of places",
         1,
         {{"region", text, required, "", "Its id in the registry"},
          {"sequence", integer, required, "", in_order},
          {"level", text, required, "",
           "`nation`, `pilot`, `province`, `group`, or a kind of the registry's own"},
          {"name", text, required, "", "Full name"},
          {"short_name", text, required, "", "As lists print it"},
          {"within", text, false, "", "The region that contains it"}},
         tables::region_rows},
        {"scope",
         "A region that a measure is extended to, as printed",
         2,
         {of_measure,
          {"region", text, required, "region", "The region, a nation or a group"},
          {"position", integer, required, "", "Place in the printed order, from 1"}},
         tables::scope_rows},
        {"reach",
         "A region that a measure reaches, by its scope and what the registry says lies where",
         2,
         {of_measure,
          {"region", text, required, "region", "The region; no group"},
          {"extent", text, required, "", "`full` or `partial`"},
          {"through", text, required, "region",
           "The term of its scope that reaches most of the region; the first of equals"},
          {"nationwide", integer, required, "", "1 if `through` is a nation, else 0"}},
         tables::reach_rows},
        {"field",
         "A column of the programme's own",
         1,
         {{"field", text, required, "", "Its id"},
          {"sequence", integer, required, "", in_order},
          {"name", text, required, "", "Its name"},
          {"type", text, required, "", "`text`, `date`, `number` or `choice`"},
          {"unit", text, false, "", "Of a number"}},
         tables::field_rows},
        {"choice",
         "A value that a field of type `choice` can have",
         2,
         {{"field", text, required, "field", "The field"},
          {"choice", text, required, "", "Its id in the field"},
          {"sequence", integer, required, "", "Place among the values of the field, from 1"},
          {"name", text, required, "", "Its name"}},
         tables::choice_rows},
        {"field_value",
         "What a measure has of a field",
         2,
         {of_measure,
          {"field", text, required, "field", "The field"},
          {"value", text, required, "",
           "The text; a date as in `notice.issued`; a number's digits; the id of a choice"},
          {"number", real, false, "", "Of a number, in the field's unit"},
          {"first_day", text, false, "", "Of a date: the first day that it covers, `YYYY-MM-DD`"},
          {"last_day", text, false, "", "Of a date: the last day that it covers"}},
         tables::field_value_rows},
        {"name",
         "What something is called in a language",
         4,
         {{"entity", text, required, "",
           "`notice`, `category`, `measure`, `department`, `region`, `field`, `choice` or `role`"},
          {"id", text, required, "",
           "Its key; of a choice its field's id before it, as `status:done`"},
          {"form", text, required, "",
           "`name`; `short`; of a notice `number`, `issuer`; of a measure `annex` (the annex's "
           "title), `summary`; of a field `unit`"},
          {"language", text, required, "",
           "BCP 47 tag, such as `zh-Hans`; `und` for a text that stands for every language"},
          {"name", text, required, "", "The text"}},
         tables::name_rows},
    };
}

std::string_view sql_word(SqlType type) {
    switch (type) {
        case SqlType::integer:
            return "BIGINT";
        case SqlType::real:
            return "DOUBLE PRECISION";
        case SqlType::text:
            break;
    }
    return "TEXT";
}

std::string as_text(const SqlValue& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&cell)) return exact(*number);
    if (const auto* words = std::get_if<std::string>(&cell)) return *words;
    return {};
}

}  // namespace

std::span<const SqlTable> sql_tables() {
    static const auto all = schema();
    return all;
}

std::string create_tables() {
    std::string sql;
    for (const auto& table : sql_tables()) {
        sql += "CREATE TABLE " + std::string(table.name) + " (\n";
        std::string key_columns;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto& column = table.columns[c];
            const std::string name(column.name);
            sql += "  " + name + ' ' + std::string(sql_word(column.type));
            if (column.required) sql += " NOT NULL";
            if (!column.references.empty()) {
                sql += " REFERENCES " + std::string(column.references) + " (" +
                       std::string(column.references) + ')';
            }
            sql += ",\n";
            if (c < table.key) key_columns += (key_columns.empty() ? "" : ", ") + name;
        }
        sql += "  PRIMARY KEY (" + key_columns + ")\n);\n";
    }
    return sql;
}

std::string to_csv(const SqlTable& table, const Dataset& dataset, Language language) {
    std::string csv;
    for (const auto& column : table.columns) {
        csv += csv.empty() ? "" : ",";
        csv += column.name;
    }
    csv += "\r\n";
    table.rows(dataset, language, [&](const SqlRow& row) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (c > 0) csv += ',';
            csv += tables::csv_field(as_text(row[c]));
        }
        csv += "\r\n";
    });
    return csv;
}

}  // namespace remit
