// Writes a workbook of several tables, which no command prints together yet, for tables.py to read.
#include <remit/report/table.hpp>

#include <array>
#include <iostream>

int main() {
    remit::Table table;
    table.title = "Load: [all]";
    table.columns = {{"a", "A"}};
    table.rows = {{std::int64_t{1}}};
    table.notes = {"A note."};
    table.dated = remit::parse_date("2020");
    auto other = table;
    other.title = "LOAD   all";
    other.rows = {{"=1"}, {0.5}};
    other.dated = remit::parse_date("2021-03");
    auto arabic = table;
    arabic.title = "'" + std::string(40, 'x');
    arabic.language = remit::Language::of("ar").value();
    arabic.dated.reset();
    std::cout << to_xlsx(std::array{table, other, arabic});
}
