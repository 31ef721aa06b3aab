#include "module.hpp"

#include <remit/input/load.hpp>
#include <remit/input/yaml.hpp>
#include <remit/model/build_dataset.hpp>
#include <remit/model/draft.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>
#include <set>

namespace remit::python {
namespace {

namespace fs = std::filesystem;

/// One dict of a parameter of `remit.programme`, whose keys are those of the data format. A key
/// that is not there is as good as None.
///
/// Problems are placed as in a file that has the parameter's name and a line for each dict, as
/// Python writes it.
class Record {
 public:
    /// \param owner  for exceptions, as "measures[2]"
    Record(const py::handle& item, std::string owner, Place where, Diagnostics& diagnostics)
        : owner_(std::move(owner)), where_(where), diagnostics_(diagnostics) {
        if (!py::isinstance<py::dict>(item)) wrong_type(owner_, "a dict", item);
        dict_ = py::reinterpret_borrow<py::dict>(item);
        line_ = std::string(text_of(py::repr(item)));
        diagnostics_.files[where.file].text += line_ + '\n';
    }

    [[nodiscard]] Place where() const { return where_; }

    [[nodiscard]] py::object find(const char* key) {
        known_.emplace_back(key);
        return dict_.contains(key) ? py::object(dict_[key]) : py::none();
    }

    [[nodiscard]] PlacedText placed_text(const char* key) {
        const auto value = find(key);
        return value.is_none() ? PlacedText{} : PlacedText{text_at(value, key), place(value, key)};
    }
    [[nodiscard]] std::string text(const char* key) { return placed_text(key).value; }

    /// An id: a missing one has a place as well.
    [[nodiscard]] PlacedText id() {
        auto result = placed_text("id");
        if (result.value.empty()) result.where = where_;
        return result;
    }

    /// A number or code as well as a text.
    [[nodiscard]] PlacedText word(const char* key) {
        const auto value = find(key);
        if (value.is_none()) return {};
        const bool number = py::isinstance<py::int_>(value) && !py::isinstance<py::bool_>(value);
        return {number ? std::string(py::str(value)) : text_at(value, key), place(value, key)};
    }

    [[nodiscard]] LocalizedText localized(const char* key) {
        const auto value = find(key);
        return value.is_none() ? LocalizedText{} : localized(value, key);
    }

    [[nodiscard]] std::vector<PlacedText> texts(const char* key) {
        std::vector<PlacedText> result;
        for (const auto& each : items(key)) {
            result.push_back({text_at(each, key), place(each, key)});
        }
        return result;
    }

    [[nodiscard]] std::vector<Placed<LocalizedText>> localized_texts(const char* key) {
        std::vector<Placed<LocalizedText>> result;
        for (const auto& each : items(key)) {
            result.push_back({localized(each, key), place(each, key)});
        }
        return result;
    }

    [[nodiscard]] DraftScope scope() {
        DraftScope result;
        for (const auto& each : items("scope")) {
            if (!py::isinstance<py::dict>(each)) {
                result.regions.push_back({text_at(each, "scope"), place(each, "scope")});
                continue;
            }
            Record unnamed(each, at("scope"), place(each, "scope"), line_, diagnostics_);
            result.unnamed.push_back(unnamed.localized("unnamed"));
            unnamed.finish();
        }
        return result;
    }

    [[nodiscard]] std::optional<Placed<std::uint32_t>> number(const char* key) {
        const auto value = find(key);
        if (value.is_none()) return std::nullopt;
        if (!py::isinstance<py::int_>(value) || py::isinstance<py::bool_>(value)) {
            wrong_type(at(key), "a whole number", value);
        }
        const auto whole = PyLong_AsLongLong(value.ptr());
        if (PyErr_Occurred() != nullptr) PyErr_Clear();
        if (whole < 0 || whole > std::numeric_limits<std::uint32_t>::max()) {
            throw py::value_error(at(key) + " must be from 0 to 4294967295");
        }
        return Placed<std::uint32_t>{static_cast<std::uint32_t>(whole), place(value, key)};
    }

    [[nodiscard]] bool flag(const char* key, bool otherwise) {
        const auto value = find(key);
        if (value.is_none()) return otherwise;
        if (!py::isinstance<py::bool_>(value)) wrong_type(at(key), "True or False", value);
        return value.cast<bool>();
    }

    [[nodiscard]] std::optional<Placed<Date>> date(const char* key) {
        const auto value = find(key);
        if (value.is_none()) return std::nullopt;
        return Placed<Date>{parsed_date(at(key), value), place(value, key)};
    }

    /// A list or tuple, or one thing alone.
    [[nodiscard]] std::vector<py::object> items(const char* key) {
        const auto value = find(key);
        if (value.is_none()) return {};
        if (!py::isinstance<py::list>(value) && !py::isinstance<py::tuple>(value)) return {value};
        return value.cast<std::vector<py::object>>();
    }

    /// Dicts within this one.
    [[nodiscard]] std::vector<Record> records(const char* key) {
        std::vector<Record> result;
        for (const auto& each : items(key))
            result.push_back(Record(each, at(key), place(each, key), line_, diagnostics_));
        return result;
    }

    /// The values that a measure has of fields.
    [[nodiscard]] std::vector<DraftValue> values(const char* key) {
        std::vector<DraftValue> result;
        const auto value = find(key);
        if (value.is_none()) return result;
        if (!py::isinstance<py::dict>(value)) wrong_type(at(key), "a dict", value);
        for (const auto& [name, each] : py::reinterpret_borrow<py::dict>(value)) {
            if (each.is_none()) continue;
            const auto content = py::reinterpret_borrow<py::object>(each);
            DraftValue one;
            one.field = {text_at(name, key), place(name, key)};
            one.text.where = place(each, key);
            if (py::isinstance<py::dict>(each)) {
                one.texts = localized(content, key);
            } else {
                const bool written = !py::isinstance<py::str>(each);
                one.text.value = written ? std::string(py::str(each)) : text_at(each, key);
            }
            result.push_back(std::move(one));
        }
        return result;
    }

    /// \throws ValueError for a key that nobody looked for
    void finish() const {
        for (const auto& [key, value] : dict_) {
            const std::string name = py::str(key);
            if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
                refuse_word(owner_, name, known_);
            }
        }
    }

 private:
    /// A dict within a dict.
    Record(const py::handle& item, std::string owner, Place where, const std::string& line,
           Diagnostics& diagnostics)
        : owner_(std::move(owner)), where_(where), line_(line), diagnostics_(diagnostics) {
        if (!py::isinstance<py::dict>(item)) wrong_type(owner_, "a dict", item);
        dict_ = py::reinterpret_borrow<py::dict>(item);
    }

    static std::string text_of(const py::str& value) {
        return value.attr("encode")("utf-8", "replace").cast<std::string>();
    }

    [[nodiscard]] std::string at(const char* key) const {
        return owner_ + "['" + std::string(key) + "']";
    }

    [[noreturn]] static void wrong_type(const std::string& what, const char* wanted,
                                        py::handle value) {
        throw py::type_error(what + " must be " + wanted + ", not " + type_of(value));
    }

    /// Where the value is in the line; the whole line if it is not found.
    [[nodiscard]] Place place(py::handle value, const char* key) const {
        const auto begin = line_.find("'" + std::string(key) + "':");
        const auto found =
            line_.find(text_of(py::repr(value)), begin == std::string::npos ? 0 : begin);
        auto result = where_;
        if (found != std::string::npos) result.column = static_cast<std::uint32_t>(found + 1);
        return result;
    }

    /// As a file's text: on one line, without control characters.
    [[nodiscard]] std::string text_at(py::handle value, const char* key) {
        if (!py::isinstance<py::str>(value)) wrong_type(at(key), "a str", value);
        auto result = value.cast<std::string>();
        for (auto& c : result) {
            if (c == '\n' || c == '\r' || c == '\t') c = ' ';
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) continue;
            throw py::value_error(at(key) + " has a control character");
        }
        const auto characters = code_points(result);
        if (std::any_of(characters.begin(), characters.end(), turns_direction)) {
            diagnostics_.warning(place(value, key), "check.bidirectional-control");
        }
        return result;
    }

    [[nodiscard]] LocalizedText localized(const py::object& value, const char* key) {
        if (!py::isinstance<py::dict>(value)) return LocalizedText::same(text_at(value, key));
        LocalizedText result;
        for (const auto& [tag, words] : py::reinterpret_borrow<py::dict>(value)) {
            const auto language = Language::of(text_at(tag, key));
            if (!language) {
                throw py::value_error(at(key) + ": " + in_quotes(std::string(py::str(tag))) +
                                      " is no tag of a language, such as 'en' or 'zh-Hans'");
            }
            result.set(*language, text_at(words, key));
        }
        return result;
    }

    py::dict dict_;
    std::string owner_;  // of exceptions
    Place where_;
    std::string line_;
    std::vector<std::string_view> known_;  // keys that were looked for
    Diagnostics& diagnostics_;
};

DraftBody read_department(Record& record) {
    DraftBody body;
    body.id = record.id();
    body.name = record.localized("name");
    body.short_name = record.localized("short");
    body.abbreviation = record.text("abbreviation");
    body.aliases = record.texts("aliases");
    body.kind = record.text("kind");
    return body;
}

DraftPlace read_region(Record& record) {
    DraftPlace place;
    place.id = record.id();
    place.kind = record.text("kind");
    place.name = record.localized("name");
    place.short_name = record.localized("short");
    place.aliases = record.texts("aliases");
    place.within = record.placed_text("within");
    place.addressed = record.flag("addressed", true);
    place.comprises = record.texts("comprises");
    return place;
}

DraftGroup read_group(Record& record) {
    DraftGroup group;
    group.id = record.id();
    group.name = record.localized("name");
    group.short_name = record.localized("short");
    group.aliases = record.texts("aliases");
    group.members = record.texts("members");
    return group;
}

DraftField read_field(Record& record) {
    DraftField field;
    field.id = record.id();
    field.name = record.localized("name");
    const auto type = record.text("type");
    const auto found = std::find(field_types.begin(), field_types.end(), type);
    if (!type.empty() && found == field_types.end()) {
        refuse_word("type of a field", type, {field_types.begin(), field_types.end()});
    }
    if (!type.empty()) field.type = static_cast<FieldType>(found - field_types.begin());
    field.unit = record.localized("unit");
    for (auto& each : record.records("values")) {
        field.values.push_back({each.id(), each.localized("name")});
        each.finish();
    }
    return field;
}

DraftCategory read_category(Record& record) {
    return {record.id(), record.localized("name"), record.localized("short"),
            record.number("announced")};
}

DraftNotice read_notice(Record& record) {
    DraftNotice notice;
    notice.id = record.id();
    notice.number = record.localized("number");
    notice.title = record.localized("title");
    notice.short_title = record.localized("short");
    notice.issuer = record.localized("issuer");
    notice.issued = record.date("issued");
    if (const auto day = record.date("published")) notice.published = day->value;
    notice.announced = record.number("announced");
    notice.lead = record.texts("lead");
    notice.scope = record.scope();
    notice.source = record.text("source");
    return notice;
}

/// As files say it: `departments`, of which `lead` may name some; or `lead` and `with`.
void read_namings(Record& record, DraftMeasure& measure) {
    const auto add = [&](std::vector<PlacedText> names, Role role) {
        for (auto& name : names) measure.departments.push_back({std::move(name), role});
    };
    auto leads = record.texts("lead");
    auto with = record.texts("with");
    measure.collective = record.localized_texts("collective");
    measure.open = record.flag("open", false);
    if (record.find("departments").is_none()) {
        add(std::move(leads), Role::lead);
        add(std::move(with), Role::with);
        return;
    }
    if (!with.empty()) {
        throw py::value_error(
            "a measure has 'lead' and 'with', or 'departments' of which 'lead' "
            "names some; not 'departments' and 'with'");
    }
    add(record.texts("departments"), Role::guiding);
    measure.nobody = measure.departments.empty() && measure.collective.empty();
    measure.leads = std::move(leads);
}

DraftMeasure read_measure(Record& record) {
    DraftMeasure measure;
    measure.where = record.where();
    measure.number = record.number("number");
    measure.code = record.word("code");
    measure.title = record.localized("title");
    measure.display = record.localized("display");
    measure.summary = record.localized("summary");
    measure.category = record.placed_text("category");
    read_namings(record, measure);
    measure.scope = record.scope();
    measure.continues = record.texts("continues");
    measure.locator = record.text("locator");
    measure.values = record.values("fields");
    return measure;
}

/// Puts a draft together from files and the parameters of `remit.programme`.
class Builder {
 public:
    explicit Builder(Language messages) { diagnostics_.language = messages; }

    /// Reads a registry, and what it includes.
    void include(const std::string& path) {
        if (!done_.insert(fs::weakly_canonical(path).string()).second) return;
        const auto file = add_file(path);
        diagnostics_.files[file].text = read_bytes(path);
        auto draft = read_yaml(diagnostics_.files[file].text, file, {}, diagnostics_);
        const auto includes = draft.includes;
        draft_.files[file] = std::move(draft);
        for (const auto& each : includes)
            include((fs::path(path).parent_path() / each.value).string());
    }

    /// A parameter that is a list of dicts, as a file of its name.
    template <class Read, class Item>
    void list(const char* name, const py::object& items, Read read,
              std::vector<Item> DraftFile::*to, std::optional<std::uint32_t> into = {}) {
        const auto file = add_file(name);
        if (items.is_none()) return;
        if (!py::isinstance<py::iterable>(items) || py::isinstance<py::str>(items) ||
            py::isinstance<py::dict>(items)) {
            throw py::type_error(std::string(name) + " must be a list of dicts, not " +
                                 type_of(items));
        }
        std::uint32_t line = 0;
        for (const auto& item : items) {
            const auto owner = std::string(name) + '[' + std::to_string(line) + ']';
            Record record(item, owner, {file, ++line, 1}, diagnostics_);
            (draft_.files[into.value_or(file)].*to).push_back(read(record));
            record.finish();
        }
    }

    std::uint32_t notice(const py::object& given) {
        const auto file = add_file("notice");
        if (given.is_none()) return file;
        Record record(given, "notice", {file, 1, 1}, diagnostics_);
        draft_.files[file].notice = read_notice(record);
        record.finish();
        return file;
    }

    DraftFile& file(std::uint32_t number) { return draft_.files[number]; }

    LoadResult result() {
        auto built =
            freely([&] { return build_dataset(std::move(draft_), std::move(diagnostics_)); });
        if (built.diagnostics.items.empty()) {
            for (auto& each : built.diagnostics.files) each.text = {};
        }
        return built;
    }

 private:
    std::uint32_t add_file(const std::string& name) {
        diagnostics_.files.push_back({name, {}});
        draft_.files.emplace_back().name = name;
        return static_cast<std::uint32_t>(draft_.files.size() - 1);
    }

    Draft draft_;
    Diagnostics diagnostics_;
    std::set<std::string> done_;
};

Programme programme(const py::object& measures, const py::object& departments,
                    const py::object& regions, const py::object& groups, const py::object& notice,
                    const py::object& categories, const py::object& fields,
                    const std::vector<std::string>& include, bool first_leads, const Maybe& lang) {
    Builder builder(lang ? message_language(parsed_language(*lang)) : Language::en);
    for (const auto& path : include) builder.include(path);
    builder.list("departments", departments, read_department, &DraftFile::bodies);
    builder.list("regions", regions, read_region, &DraftFile::places);
    builder.list("groups", groups, read_group, &DraftFile::groups);
    builder.list("fields", fields, read_field, &DraftFile::fields);
    // Notice, categories and measures are of one file, whose name is that of a notice without one.
    const auto file = builder.notice(notice);
    builder.file(file).name = "programme";
    builder.file(file).first_leads = first_leads;
    if (lang) builder.file(file).language = parsed_language(*lang);
    builder.list("categories", categories, read_category, &DraftFile::categories, file);
    builder.list("measures", measures, read_measure, &DraftFile::measures, file);
    return programme_of(builder.result(), lang);
}

}  // namespace

void add_drafts(py::module_& module) {
    module.def("programme", &programme, py::arg("measures"), py::kw_only(), py::arg("departments"),
               py::arg("regions"), py::arg("groups"), py::arg("notice"), py::arg("categories"),
               py::arg("fields"), py::arg("include"), py::arg("first_leads"), py::arg("lang"));
}

}  // namespace remit::python
