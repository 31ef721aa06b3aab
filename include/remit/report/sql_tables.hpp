/// \file
/// How does a database hold a programme?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace remit {

enum class SqlType : std::uint8_t { text, integer, real };

struct SqlColumn {
    std::string_view name;
    SqlType type = SqlType::text;
    bool required = false;        ///< Whether every row has a value.
    std::string_view references;  ///< The table whose key it is; may be empty.
    std::string_view meaning;     ///< With its unit; a sentence without a full stop.
};

/// Null, or by the column's type; no text is empty.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlValue>;
using TakeRow = std::function<void(const SqlRow&)>;

/// A table of the schema, which is written from here alone.
struct SqlTable {
    std::string_view name;
    std::string_view meaning;  ///< What a row is; a sentence without a full stop.
    std::size_t key = 1;       ///< So many of the first columns are its key.
    std::vector<SqlColumn> columns;
    /// Gives each row to a function, in the order of the programme: a value a column, titles and
    /// names in the language.
    void (*rows)(const Dataset&, Language, const TakeRow&);
};

/// The schema, which every file of SQLite and CSV is written by: each table after those that it
/// refers to. docs/sql.md describes it.
[[nodiscard]] std::span<const SqlTable> sql_tables();

/// `CREATE TABLE` for each table, as SQLite, DuckDB and PostgreSQL read it.
[[nodiscard]] std::string create_tables();

/// The rows of a table as comma-separated values, RFC 4180, below the names of its columns.
/// What is null is empty. Time and memory, here and below: O(size of the result).
[[nodiscard]] std::string to_csv(const SqlTable& table, const Dataset& dataset, Language language);

/// A database of SQLite. Same data, same bytes, by one version of SQLite.
///
/// It is written by libsqlite3, which is loaded with the first database.
/// \throws Error if that is not installed or fails
[[nodiscard]] std::string to_sqlite(const Dataset& dataset, Language language);

}  // namespace remit
