#include "module.hpp"

#include <remit/model/terms.hpp>

#include <algorithm>
#include <sstream>

namespace remit::python {

void refuse_word(std::string_view parameter, std::string_view word,
                 const std::vector<std::string_view>& all) {
    std::string words;
    for (const auto& each : all) words += (words.empty() ? "" : ", ") + std::string(each);
    throw py::value_error(std::string(parameter) + ": " + in_quotes(word) +
                          " is none of these: " + words);
}

std::string type_of(py::handle object) {
    return py::str(py::type::handle_of(object).attr("__name__"));
}

std::string string_of(std::string_view parameter, py::handle object) {
    if (!py::isinstance<py::str>(object)) {
        throw py::type_error(std::string(parameter) + " must be a str, not " + type_of(object));
    }
    py::ssize_t size = 0;
    const auto* const bytes = PyUnicode_AsUTF8AndSize(object.ptr(), &size);
    if (bytes == nullptr) throw py::error_already_set();
    return {bytes, static_cast<std::size_t>(size)};
}

std::vector<const Programme*> programmes_of(const py::sequence& all) {
    std::vector<const Programme*> result;
    for (const auto& each : all) {
        if (!py::isinstance<Programme>(each)) {
            throw py::type_error("what is compared must be a Programme, not " + type_of(each));
        }
        result.push_back(each.cast<const Programme*>());
    }
    return result;
}

Language parsed_language(const std::string& tag) {
    if (const auto language = parse_language(tag)) return *language;
    std::vector<std::string_view> all;
    for (const auto each : spoken_languages()) all.push_back(each.tag());
    refuse_word("lang", tag, all);
}

Language language_of(const Programme& programme, const Maybe& asked) {
    const auto& dataset = programme.dataset;
    if (!asked) return spoken_by(dataset, programme.language.value_or(dataset.language()));
    const auto language = parsed_language(*asked);
    const auto spoken = spoken_languages();
    if (std::find(spoken.begin(), spoken.end(), language) == spoken.end() &&
        !has_texts_in(dataset, language)) {
        throw py::value_error("lang: " + in_quotes(*asked) +
                              " is a language that neither remit nor the data are in");
    }
    return spoken_by(dataset, language);
}

Date parsed_date(std::string_view parameter, const py::object& date) {
    if (!py::isinstance<py::str>(date) && !py::hasattr(date, "isoformat")) {
        throw py::type_error(std::string(parameter) + " must be a str or a date, not " +
                             type_of(date));
    }
    // Of a time, as of pandas, its day.
    const std::string written = py::str(py::hasattr(date, "hour") ? date.attr("date")() : date);
    if (const auto parsed = parse_date(written)) return *parsed;
    throw py::value_error(std::string(parameter) + ": " + in_quotes(written) +
                          " is not a date as YYYY-MM-DD, YYYY-MM, YYYY-Q1, YYYY-H1 or YYYY");
}

Date parsed_day(std::string_view parameter, const py::object& day) {
    const auto parsed = parsed_date(parameter, day);
    if (parsed.is_day()) return parsed;
    throw py::value_error(std::string(parameter) + ": " + in_quotes(to_string(parsed)) +
                          " is not a day as YYYY-MM-DD");
}

py::str text(std::string_view bytes) {
    auto* const decoded =
        PyUnicode_DecodeUTF8(bytes.data(), static_cast<py::ssize_t>(bytes.size()), "replace");
    if (decoded == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(decoded);
}

namespace {

/// The keys of a row: of a column, and of the names behind its ids, as in JSON.
struct Keys {
    py::str id;
    py::object names;  ///< None where there are none.
};

std::vector<Keys> keys_of(const Table& table) {
    std::vector<Keys> keys;
    for (const auto& column : table.columns) {
        keys.push_back({py::str(column.id), py::none()});
        if (column.lists_names) keys.back().names = py::str(column.id + "_names");
        if (column.names_value) keys.back().names = py::str(column.id + "_name");
    }
    return keys;
}

py::object names_of(const Cell& cell, const Column& column) {
    if (cell.value.index() == 0) return py::none();
    return column.lists_names ? py::cast(cell.names) : py::cast(cell.shown);
}

py::dict row_of(const std::vector<Cell>& cells, const Table& table, const std::vector<Keys>& keys) {
    py::dict row;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        row[keys[c].id] = py::cast(cells[c].value);
        if (!keys[c].names.is_none()) row[keys[c].names] = names_of(cells[c], table.columns[c]);
    }
    return row;
}

py::dict to_python(const Diagnostics& diagnostics, Place where, std::string_view message) {
    py::dict result;
    result["file"] = text(diagnostics.files.at(where.file).name);
    result["line"] = where.line;
    result["column"] = where.column;
    result["message"] = text(message);
    return result;
}

}  // namespace

py::object to_python(const Table& table) {
    const auto keys = keys_of(table);
    py::list rows;
    for (const auto& cells : table.rows) rows.append(row_of(cells, table, keys));
    py::dict labels;
    for (std::size_t c = 0; c < keys.size(); ++c) {
        labels[keys[c].id] = table.columns[c].label;
        if (!keys[c].names.is_none()) labels[keys[c].names] = table.columns[c].label;
    }
    return py::module_::import("remit").attr("Table")(rows, table.title, labels, table.notes,
                                                      table.source);
}

py::list to_python(const Diagnostics& diagnostics) {
    py::list result;
    for (const auto& item : diagnostics.items) {
        auto problem = to_python(diagnostics, item.where, item.message);
        problem["severity"] = item.severity == Severity::error ? "error" : "warning";
        problem["code"] = item.code;
        problem["times"] = item.times;
        py::list notes;
        for (const auto& note : item.notes) {
            notes.append(to_python(diagnostics, note.where, note.message));
        }
        problem["notes"] = notes;
        result.append(problem);
    }
    return result;
}

}  // namespace remit::python
