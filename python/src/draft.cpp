#include "draft_record.hpp"

#include <remit/input/load.hpp>
#include <remit/input/yaml.hpp>
#include <remit/model/build_dataset.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace remit::python {
namespace {

namespace fs = std::filesystem;

DraftBody read_department(DraftRecord& record) {
    DraftBody body;
    body.id = record.id();
    body.name = record.localized("name");
    body.short_name = record.localized("short");
    body.abbreviation = record.text("abbreviation");
    body.aliases = record.texts("aliases");
    body.kind = record.text("kind");
    return body;
}

DraftPlace read_region(DraftRecord& record) {
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

DraftGroup read_group(DraftRecord& record) {
    DraftGroup group;
    group.id = record.id();
    group.name = record.localized("name");
    group.short_name = record.localized("short");
    group.aliases = record.texts("aliases");
    group.members = record.texts("members");
    return group;
}

DraftField read_field(DraftRecord& record) {
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

DraftCategory read_category(DraftRecord& record) {
    return {record.id(), record.localized("name"), record.localized("short"),
            record.number("announced")};
}

DraftNotice read_notice(DraftRecord& record) {
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
void read_namings(DraftRecord& record, DraftMeasure& measure) {
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

DraftMeasure read_measure(DraftRecord& record) {
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
    for (auto& each : record.values("weights")) {
        measure.weights.push_back({std::move(each.field), std::move(each.text)});
    }
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
    template <class Read, class Items>
    void list(const char* name, const py::object& items, Read read, Items DraftFile::*to,
              std::optional<std::uint32_t> into = {}) {
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
            DraftRecord record(item, owner, {file, ++line, 1}, diagnostics_);
            (draft_.files[into.value_or(file)].*to).push_back(read(record));
            record.finish();
        }
    }

    std::uint32_t notice(const py::object& given) {
        const auto file = add_file("notice");
        if (given.is_none()) return file;
        DraftRecord record(given, "notice", {file, 1, 1}, diagnostics_);
        draft_.files[file].notice = read_notice(record);
        draft_.files[file].title_language = record.first_language("title");
        record.finish();
        return file;
    }

    DraftFile& file(std::uint32_t number) { return draft_.files[number]; }

    LoadResult result() {
        auto built =
            freely([&] { return build_dataset(std::move(draft_), std::move(diagnostics_)); });
        if (built.diagnostics.items.empty()) {
            for (auto& each : built.diagnostics.files) std::string().swap(each.text);
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
