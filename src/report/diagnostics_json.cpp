#include <remit/report/diagnostics_json.hpp>

#include "json_writer.hpp"

namespace remit {

void write_json(std::ostream& out, const Diagnostics& diagnostics) {
    tables::JsonWriter json(out);
    const auto write_place = [&](const Place& where) {
        json.entry("file", diagnostics.files.at(where.file).name);
        json.entry("line", where.line);
        json.entry("column", where.column);
    };
    json.begin_object();
    json.key("problems");
    json.begin_array();
    for (const auto& item : diagnostics.items) {
        json.begin_object();
        json.entry("severity", item.severity == Severity::error ? "error" : "warning");
        write_place(item.where);
        json.entry("code", item.code);
        json.entry("message", item.message);
        json.entry("times", item.times);
        json.key("notes");
        json.begin_array();
        for (const auto& note : item.notes) {
            json.begin_object();
            write_place(note.where);
            json.entry("message", note.message);
            json.end();
        }
        json.end();
        json.end();
    }
    json.end();
    json.entry("errors", diagnostics.count(Severity::error));
    json.entry("warnings", diagnostics.count(Severity::warning));
    json.end();
}

}  // namespace remit
