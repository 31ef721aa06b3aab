#include "loaded_library.hpp"

#include <remit/model/error.hpp>
#include <remit/report/sql_tables.hpp>

#include <sqlite3.h>

#include <memory>
#include <new>

namespace remit {
namespace {

/// The functions of SQLite that are used here, which is loaded with them.
struct Library {
    tables::LoadedLibrary file{"libsqlite3.so.0", "libsqlite3-0"};

    REMIT_FUNCTION(sqlite3_open);
    REMIT_FUNCTION(sqlite3_close);
    REMIT_FUNCTION(sqlite3_exec);
    REMIT_FUNCTION(sqlite3_errmsg);
    REMIT_FUNCTION(sqlite3_prepare_v2);
    REMIT_FUNCTION(sqlite3_bind_null);
    REMIT_FUNCTION(sqlite3_bind_int64);
    REMIT_FUNCTION(sqlite3_bind_double);
    REMIT_FUNCTION(sqlite3_bind_text);
    REMIT_FUNCTION(sqlite3_step);
    REMIT_FUNCTION(sqlite3_reset);
    REMIT_FUNCTION(sqlite3_finalize);
    REMIT_FUNCTION(sqlite3_serialize);
    REMIT_FUNCTION(sqlite3_free);
};

/// A database in memory.
class Database {
 public:
    Database() {
        const int status = library_.sqlite3_open(":memory:", &connection_);
        if (status != SQLITE_OK) {
            library_.sqlite3_close(connection_);
            throw Error("SQLite cannot keep a database in memory");
        }
    }
    ~Database() { library_.sqlite3_close(connection_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const std::string& sql) {
        check(library_.sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr));
    }

    void fill(const SqlTable& table, const Dataset& dataset, Language language) {
        std::string sql = "INSERT INTO " + std::string(table.name) + " VALUES (?";
        for (std::size_t c = 1; c < table.columns.size(); ++c) sql += ", ?";
        sqlite3_stmt* insert = nullptr;
        check(library_.sqlite3_prepare_v2(connection_, (sql + ')').c_str(), -1, &insert, nullptr));
        const std::unique_ptr<sqlite3_stmt, decltype(library_.sqlite3_finalize)> owner(
            insert, library_.sqlite3_finalize);
        table.rows(dataset, language, [&](const SqlRow& row) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                check(bind(insert, static_cast<int>(c + 1), row[c]));
            }
            if (library_.sqlite3_step(insert) != SQLITE_DONE) fail();
            check(library_.sqlite3_reset(insert));
        });
    }

    [[nodiscard]] std::string bytes() {
        sqlite3_int64 size = 0;
        const std::unique_ptr<unsigned char, decltype(library_.sqlite3_free)> content(
            library_.sqlite3_serialize(connection_, "main", &size, 0), library_.sqlite3_free);
        if (!content) throw std::bad_alloc();
        return {content.get(), content.get() + size};
    }

 private:
    int bind(sqlite3_stmt* insert, int column, const SqlValue& cell) const {
        if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            return library_.sqlite3_bind_int64(insert, column, *whole);
        }
        if (const auto* number = std::get_if<double>(&cell)) {
            return library_.sqlite3_bind_double(insert, column, *number);
        }
        if (const auto* words = std::get_if<std::string>(&cell)) {
            // The row outlives the step that reads it.
            return library_.sqlite3_bind_text(insert, column, words->data(),
                                              static_cast<int>(words->size()), SQLITE_STATIC);
        }
        return library_.sqlite3_bind_null(insert, column);
    }

    [[noreturn]] void fail() {
        throw Error(std::string("SQLite cannot write: ") + library_.sqlite3_errmsg(connection_));
    }
    void check(int status) {
        if (status != SQLITE_OK) fail();
    }

    Library library_;
    sqlite3* connection_ = nullptr;
};

}  // namespace

std::string to_sqlite(const Dataset& dataset, Language language) {
    Database database;
    database.run("PRAGMA user_version = 1; PRAGMA foreign_keys = ON; BEGIN;\n" + create_tables());
    for (const auto& table : sql_tables()) database.fill(table, dataset, language);
    database.run("COMMIT");
    return database.bytes();
}

}  // namespace remit
