#include "module.hpp"

#include <remit/model/registry.hpp>
#include <remit/model/weights.hpp>

namespace remit::python {
namespace {

/// A dict with the keys of the data format; what is not there is None.
class Record {
 public:
    explicit Record(Language language) : language_(language) {}

    Record& add(const char* key, const py::object& value) {
        result_[key] = value;
        return *this;
    }
    Record& add(const char* key, const LocalizedText& value) {
        return add(key, value.in(language_));
    }
    Record& add(const char* key, std::string_view value) {
        return add(key, value.empty() ? py::object(py::none()) : py::object(text(value)));
    }
    Record& add(const char* key, const std::optional<Date>& date) {
        return add(key, date ? to_string(*date) : std::string());
    }
    template <class Number>
    Record& count(const char* key, const std::optional<Number>& number) {
        return add(key, py::cast(number));
    }
    /// The short name, where there is one besides the full name.
    Record& names(const LocalizedText& full, const LocalizedText& brief) {
        add("name", full);
        return add("short", brief.in(language_) == full.in(language_) ? std::string_view()
                                                                      : brief.in(language_));
    }

    [[nodiscard]] py::dict take() { return std::move(result_); }

 private:
    Language language_;
    py::dict result_;
};

py::object value_of(const Dataset& dataset, FieldIndex field, const FieldValue& value,
                    Language language) {
    if (const auto* words = std::get_if<LocalizedText>(&value)) return text(words->in(language));
    if (const auto* date = std::get_if<Date>(&value)) return py::str(to_string(*date));
    if (const auto* number = std::get_if<double>(&value)) return py::float_(*number);
    return py::str(dataset[field].values[std::get<ChoiceIndex>(value).value].id);
}

py::dict values_of(const Dataset& dataset, const Measure& measure, Language language) {
    py::dict values;
    for (const auto& [field, value] : measure.values) {
        values[py::str(dataset[field].id)] = value_of(dataset, field, value, language);
    }
    return values;
}

py::list scope_of(const Dataset& dataset, MeasureIndex index, Language language) {
    py::list scope;
    for (const auto& term : dataset.scope(index)) scope.append(id_of(dataset.registry(), term));
    for (const auto& words : dataset[index].unnamed_scope) {
        py::dict unnamed;
        unnamed["unnamed"] = text(words.in(language));
        scope.append(unnamed);
    }
    return scope;
}

py::list collective_of(const Dataset& dataset, const Measure& measure, Language language) {
    py::list all;
    for (const auto& naming : measure.others) {
        if (!naming.collective) continue;
        all.append(naming.body ? py::str(dataset.registry()[*naming.body].id)
                               : text(naming.words.in(language)));
    }
    return all;
}

py::dict record_of(const Dataset& dataset, MeasureIndex index, Language language) {
    const auto& measure = dataset[index];
    py::list departments;
    py::list leads;
    for (const auto& each : dataset.responsibilities(index)) {
        departments.append(dataset[each.department].id);
        if (each.role == Role::lead) leads.append(dataset[each.department].id);
    }
    py::dict own_weights;
    const auto given = weights(dataset, index);
    for (std::size_t i = 0; i < given.size(); ++i) {
        own_weights[departments[i]] = given[i];
    }
    py::list continues;
    for (const auto& each : measure.continues) {
        continues.append(each.notice + ':' + each.identifier);
    }
    Record record(language);
    record.add("notice", dataset[measure.notice].id)
        .count("number", measure.number > 0 ? std::optional(measure.number) : std::nullopt)
        .add("code", measure.code)
        .add("title", measure.title)
        .add("display", measure.display)
        .add("summary", measure.summary);
    record
        .add("category", measure.category ? std::string_view(dataset[*measure.category].id)
                                          : std::string_view())
        .add("departments", departments)
        .add("lead", leads)
        .add("collective", collective_of(dataset, measure, language))
        .add("open", py::bool_(measure.open))
        .add("scope", scope_of(dataset, index, language))
        .add("continues", continues)
        .add("locator", measure.locator)
        .add("fields", values_of(dataset, measure, language));
    if (has_weights(dataset)) record.add("weights", own_weights);
    return record.take();
}

py::list measures(const Programme& self) {
    const auto language = language_of(self, {});
    py::list all;
    for (MeasureIndex m; m.value < self.dataset.measures().size(); ++m.value) {
        all.append(record_of(self.dataset, m, language));
    }
    return all;
}

py::list departments(const Programme& self) {
    const auto& dataset = self.dataset;
    py::list all;
    for (const auto& department : dataset.departments()) {
        const auto& body = dataset.registry()[department.body];
        Record record(language_of(self, {}));
        record.add("id", body.id)
            .names(body.name, body.short_name)
            .add("abbreviation", body.abbreviation)
            .add("aliases", py::cast(body.aliases))
            .add("kind", body.kind);
        all.append(record.take());
    }
    return all;
}

py::list regions(const Programme& self) {
    const auto& registry = self.dataset.registry();
    py::list all;
    for (const auto& region : self.dataset.regions()) {
        const auto& place = registry[region.place];
        Record record(language_of(self, {}));
        record.add("id", place.id)
            .names(place.name, place.short_name)
            .add("aliases", py::cast(place.aliases))
            .add("kind", place.kind)
            .add("within",
                 place.within ? std::string_view(registry[*place.within].id) : std::string_view());
        all.append(record.take());
    }
    return all;
}

py::list notices(const Programme& self) {
    py::list all;
    for (const auto& notice : self.dataset.notices()) {
        py::list leads;
        for (const auto body : notice.lead) leads.append(self.dataset.registry()[body].id);
        Record record(language_of(self, {}));
        record.add("id", notice.id)
            .add("number", notice.number)
            .add("title", notice.title)
            .add("issuer", notice.issuer)
            .add("issued", notice.issued)
            .add("published", notice.published)
            .add("lead", leads)
            .add("source", notice.source)
            .count("announced", notice.announced)
            .count("listed", std::optional(notice.listed));
        record.count("withheld", self.dataset.knows_withheld() ? std::optional(notice.withheld())
                                                               : std::nullopt);
        all.append(record.take());
    }
    return all;
}

py::list categories(const Programme& self) {
    py::list all;
    for (const auto& category : self.dataset.categories()) {
        Record record(language_of(self, {}));
        record.add("notice", self.dataset[category.notice].id)
            .add("id", category.id)
            .names(category.name, category.short_name)
            .count("announced", category.announced)
            .count("listed", std::optional(category.listed));
        all.append(record.take());
    }
    return all;
}

}  // namespace

void add_records(ProgrammeClass& programme) {
    programme
        .def_property_readonly("measures", &measures,
                               "A dict a measure, with the keys of the data format.")
        .def_property_readonly("departments", &departments,
                               "A dict a department that some measure names.")
        .def_property_readonly("regions", &regions,
                               "A dict a region that some measure is extended to.")
        .def_property_readonly("notices", &notices, "A dict a notice.")
        .def_property_readonly("categories", &categories, "A dict a category.")
        .def_property_readonly("language", [](const Programme& self) {
            return std::string(language_of(self, {}).plain().tag());
        });
}

}  // namespace remit::python
