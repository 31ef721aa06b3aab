#include "loaded_library.hpp"
#include "table_cells.hpp"

#include <remit/model/error.hpp>
#include <remit/model/phrase.hpp>
#include <remit/model/unicode.hpp>
#include <remit/version.hpp>

#include <sys/mman.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <memory>
#include <new>
#include <optional>
#include <set>

namespace remit {
namespace {

using tables::is_number;

constexpr std::size_t text_limit = 32767;  // characters of a cell, of UTF-16
constexpr std::size_t name_limit = 31;     // the same of a sheet's name
constexpr std::size_t least_width = 6;
constexpr std::size_t most_width = 60;
constexpr std::size_t filter_width = 3;  // of the arrow in a heading

/// The functions of libxlsxwriter that are used here, which is loaded with them.
struct Library {
    tables::LoadedLibrary file{"libxlsxwriter.so." LXW_SOVERSION, "libxlsxwriter" LXW_SOVERSION};

    REMIT_FUNCTION(workbook_new);
    REMIT_FUNCTION(workbook_add_worksheet);
    REMIT_FUNCTION(workbook_add_format);
    REMIT_FUNCTION(workbook_set_properties);
    REMIT_FUNCTION(workbook_close);
    REMIT_FUNCTION(worksheet_write_string);
    REMIT_FUNCTION(worksheet_write_number);
    REMIT_FUNCTION(worksheet_set_column);
    REMIT_FUNCTION(worksheet_freeze_panes);
    REMIT_FUNCTION(worksheet_autofilter);
    REMIT_FUNCTION(worksheet_repeat_rows);
    REMIT_FUNCTION(worksheet_fit_to_pages);
    REMIT_FUNCTION(worksheet_set_landscape);
    REMIT_FUNCTION(worksheet_set_paper);
    REMIT_FUNCTION(worksheet_right_to_left);
    REMIT_FUNCTION(format_set_bold);
    REMIT_FUNCTION(format_set_text_wrap);
    REMIT_FUNCTION(format_set_align);
    REMIT_FUNCTION(format_set_bottom);
    REMIT_FUNCTION(format_set_num_format);
    REMIT_FUNCTION(lxw_strerror);
    REMIT_FUNCTION(lxw_workbook_free);
};

/// A file in memory, which libxlsxwriter writes by its name: it knows no other way.
class MemoryFile {
 public:
    MemoryFile() : descriptor_(::memfd_create("remit.xlsx", MFD_CLOEXEC)) {
        if (descriptor_ < 0) fail();
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string name() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

    [[nodiscard]] std::string content() const {
        const auto size = ::lseek(descriptor_, 0, SEEK_END);
        if (size < 0) fail();
        std::string bytes(static_cast<std::size_t>(size), '\0');
        for (std::size_t at = 0; at < bytes.size();) {
            const auto read =
                ::pread(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            if (read <= 0) fail();
            at += static_cast<std::size_t>(read);
        }
        return bytes;
    }

 private:
    [[noreturn]] static void fail() {
        throw Error(std::string("cannot keep a workbook in memory: ") + std::strerror(errno));
    }

    int descriptor_;
};

/// How many units of UTF-16 a character takes.
std::size_t units(char32_t character) {
    return character > 0xFFFF ? 2 : 1;
}

std::size_t units(std::string_view text) {
    std::size_t sum = 0;
    for (const auto c : code_points(text)) sum += units(c);
    return sum;
}

/// As much of a text as has so many units.
std::string cut(std::string_view text, std::size_t limit) {
    std::u32string result;
    for (const auto c : code_points(text)) {
        if (limit < units(c)) break;
        limit -= units(c);
        result += c;
    }
    return utf8(result);
}

/// As XML has it: libxlsxwriter escapes what else it has no character for.
std::string in_xml(std::string_view text) {
    auto characters = code_points(text);
    for (auto& c : characters) {
        if (c == 0xFFFE || c == 0xFFFF) c = U' ';
    }
    return utf8(characters);
}

/// Names of sheets: of some characters there may be none, nor two names that differ in case alone;
/// one Excel keeps for itself.
class SheetNames {
 public:
    std::string of(std::string_view title) {
        std::string clean;
        for (const auto c : title) {
            const bool refused = std::string_view("[]:*?/\\'").find(c) != std::string_view::npos;
            clean += refused || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        const auto begin = clean.find_first_not_of(' ');
        clean = begin == std::string::npos ? "remit" : clean.substr(begin);
        auto name = trimmed(cut(clean, name_limit));
        for (std::size_t i = 2; !used_.insert(lower(name)).second; ++i) {
            const auto number = " " + std::to_string(i);
            name = trimmed(cut(clean, name_limit - number.size())) + number;
        }
        return name;
    }

 private:
    static std::string trimmed(std::string text) {
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    }

    static std::string lower(std::string text) {
        for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return text;
    }

    std::set<std::string> used_{"history"};
};

/// Seconds since 1970 of noon on the first day that a date covers.
std::time_t seconds(const Date& date) {
    const auto day = date.first_day();
    std::tm time{};
    time.tm_year = day.year - 1900;
    time.tm_mon = day.month - 1;
    time.tm_mday = day.day;
    time.tm_hour = 12;
    return ::timegm(&time);
}

std::time_t date_of(std::span<const Table> tables) {
    std::optional<Date> latest;
    for (const auto& table : tables) latest = std::max(latest, table.dated);
    return seconds(latest.value_or(Date{1980, 1, 1}));
}

class Workbook {
 public:
    explicit Workbook(std::span<const Table> tables)
        : book_(made(library_.workbook_new(file_.name().c_str())), library_.lxw_workbook_free) {
        lxw_doc_properties properties{};
        std::string title = tables.empty() ? "" : tables.front().title;
        properties.title = title.data();
        properties.created = date_of(tables);
        check(library_.workbook_set_properties(book_.get(), &properties));
        heading_ = format(true);
        library_.format_set_bottom(heading_, LXW_BORDER_THIN);
        library_.format_set_bold(heading_);
        bold_ = format(true);
        library_.format_set_bold(bold_);
        text_ = format(true);
        numbers_ = {number_format("General"), number_format("0.00"), number_format("0.0%")};
        for (const auto& table : tables) add(table);
        if (!tables.empty()) add_notes(tables);
    }
    [[nodiscard]] std::string bytes() {
        check(library_.workbook_close(book_.release()));
        return file_.content();
    }

 private:
    void check(lxw_error error) const {
        if (error == LXW_NO_ERROR) return;
        throw Error(std::string("cannot write a workbook: ") + library_.lxw_strerror(error));
    }

    template <class Thing>
    static Thing* made(Thing* thing) {
        if (thing == nullptr) throw std::bad_alloc();
        return thing;
    }

    lxw_format* format(bool wraps) {
        auto* made_format = made(library_.workbook_add_format(book_.get()));
        library_.format_set_align(made_format, LXW_ALIGN_VERTICAL_TOP);
        if (wraps) library_.format_set_text_wrap(made_format);
        return made_format;
    }

    lxw_format* number_format(const char* form) {
        auto* made_format = format(false);
        library_.format_set_num_format(made_format, form);
        return made_format;
    }

    /// \throws Error if a cell cannot hold it
    void write(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, const std::string& text,
               lxw_format* form) {
        if (units(text) > text_limit) {
            throw Error("a cell of a spreadsheet holds 32767 characters, and '" + cut(text, 40) +
                        "…' is longer; write csv or json");
        }
        if (text.empty()) return;
        check(library_.worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column),
                                              in_xml(text).c_str(), form));
    }

    lxw_worksheet* add_sheet(std::string_view title, Language language) {
        auto* sheet = made(library_.workbook_add_worksheet(book_.get(), names_.of(title).c_str()));
        if (language.right_to_left()) library_.worksheet_right_to_left(sheet);
        library_.worksheet_set_paper(sheet, 9);  // A4
        library_.worksheet_fit_to_pages(sheet, 1, 0);
        return sheet;
    }

    void add(const Table& table) {
        if (table.rows.size() >= LXW_ROW_MAX || table.columns.size() > LXW_COL_MAX) {
            throw Error("a sheet holds 1048576 rows and 16384 columns, and '" + table.title +
                        "' has more; write csv or json");
        }
        auto* sheet = add_sheet(table.title, table.language);
        library_.worksheet_set_landscape(sheet);
        for (std::size_t c = 0; c < table.columns.size(); ++c) add_column(sheet, table, c);
        library_.worksheet_freeze_panes(sheet, 1, 0);
        check(library_.worksheet_repeat_rows(sheet, 0, 0));
        if (table.columns.empty()) return;
        check(library_.worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                                            static_cast<lxw_col_t>(table.columns.size() - 1)));
    }

    void add_column(lxw_worksheet* sheet, const Table& table, std::size_t c) {
        const auto& column = table.columns[c];
        auto width = std::max(least_width, columns(column.label) + filter_width);
        write(sheet, 0, c, column.label, heading_);
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto& cell = table.rows[r][c];
            const auto text = tables::shown(cell, column);
            const auto row = static_cast<lxw_row_t>(r + 1);
            width = std::max(width, columns(text) + 2);
            if (!is_number(cell.value) || !cell.shown.empty()) {
                write(sheet, row, c, text, text_);
                continue;
            }
            const auto* whole = std::get_if<std::int64_t>(&cell.value);
            const auto value =
                whole != nullptr ? static_cast<double>(*whole) : std::get<double>(cell.value);
            // A count in a column of shares is a count.
            const auto style = whole != nullptr ? NumberStyle::plain : column.style;
            check(library_.worksheet_write_number(sheet, row, static_cast<lxw_col_t>(c), value,
                                                  numbers_[static_cast<std::size_t>(style)]));
        }
        const auto at = static_cast<lxw_col_t>(c);
        check(library_.worksheet_set_column(
            sheet, at, at, static_cast<double>(std::min(width, most_width)), nullptr));
    }

    void add_notes(std::span<const Table> tables) {
        constexpr Phrase name{"table-xlsx.notes"};
        const auto language = tables.front().language;
        auto* sheet = add_sheet(name.in(language), language);
        check(library_.worksheet_set_column(sheet, 0, 0, 1.5 * most_width, nullptr));
        lxw_row_t row = 0;
        for (const auto& table : tables) {
            write(sheet, row++, 0, table.title, bold_);
            for (const auto& note : table.notes) write(sheet, row++, 0, note, text_);
            write(sheet, row++, 0, table.source, text_);
            ++row;
        }
        write(sheet, row, 0, "remit " REMIT_VERSION, text_);
    }

    Library library_;
    MemoryFile file_;
    SheetNames names_;
    std::unique_ptr<lxw_workbook, decltype(library_.lxw_workbook_free)> book_;
    lxw_format* heading_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* text_ = nullptr;
    std::array<lxw_format*, 3> numbers_{};  // by `NumberStyle`
};

}  // namespace

std::string to_xlsx(std::span<const Table> tables) {
    return Workbook(tables).bytes();
}

}  // namespace remit
