#include "sql_rows.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/weights.hpp>
#include <remit/version.hpp>

#include <optional>

namespace remit {
namespace {

SqlValue value(std::string_view words) {
    if (words.empty()) return {};
    return std::string(words);
}

SqlValue value(const std::optional<Date>& date) {
    return date ? value(to_string(*date)) : SqlValue();
}

SqlValue value(std::uint64_t count) {
    return static_cast<std::int64_t>(count);
}

SqlValue value(std::optional<std::uint64_t> count) {
    return count ? value(*count) : SqlValue();
}

/// Place in an order, from 1.
SqlValue place(std::size_t index) {
    return static_cast<std::int64_t>(index + 1);
}

SqlValue yes(bool it_is) {
    return std::int64_t{it_is ? 1 : 0};
}

std::string key(const Dataset& dataset, MeasureIndex m) {
    return dataset[dataset[m].notice].id + ':' + dataset[m].identifier();
}

std::string key(const Dataset& dataset, const Category& category) {
    return dataset[category.notice].id + ':' + category.id;
}

template <class Visit>
void for_each_measure(const Dataset& dataset, Visit visit) {
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) visit(m);
}

std::string unnamed_scope(const Measure& measure, Language language) {
    std::string all;
    for (const auto& words : measure.unnamed_scope) {
        all += all.empty() ? "" : "; ";
        all += words.in(language);
    }
    return all;
}

std::string_view own_role(const Dataset& dataset, std::optional<RoleIndex> own) {
    return own ? std::string_view(dataset.roles()[own->value].id) : std::string_view();
}

/// The last four columns: a text, a number, and the days that a date covers.
SqlRow cells(const Field& field, const FieldValue& content, Language language) {
    if (const auto* words = std::get_if<LocalizedText>(&content)) {
        return {value(words->in(language)), {}, {}, {}};
    }
    if (const auto* date = std::get_if<Date>(&content)) {
        return {value(to_string(*date)),
                {},
                value(to_string(date->first_day())),
                value(to_string(date->last_day()))};
    }
    if (const auto* number = std::get_if<double>(&content)) {
        return {value(exact(*number)), *number, {}, {}};
    }
    return {value(field.values[std::get<ChoiceIndex>(content).value].id), {}, {}, {}};
}

/// Writes names in every language.
class Names {
 public:
    explicit Names(const TakeRow& take) : take_(take) {}

    void add(std::string_view entity, const std::string& id, std::string_view form,
             const LocalizedText& words) const {
        const auto say = [&](std::string_view tag, std::string_view name) {
            if (!name.empty()) {
                take_({value(entity), value(id), value(form), value(tag), value(name)});
            }
        };
        say("und", words.for_every_language());
        for (const auto& [language, name] : words.texts()) say(language.tag(), name);
    }

    template <class Named>
    void add_both(std::string_view entity, const std::string& id, const Named& named) const {
        add(entity, id, "name", named.name);
        if (named.short_name != named.name) add(entity, id, "short", named.short_name);
    }

 private:
    const TakeRow& take_;
};

}  // namespace

void tables::about_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    const auto say = [&](std::string_view what, std::string_view words) {
        if (!words.empty()) take({value(what), value(words)});
    };
    say("schema", "1");
    say("remit", REMIT_VERSION);
    say("language", language.tag());
    say("citation", citation(dataset, language));
    say("withheld", withheld_remark(dataset, language));
    say("naming", naming_remark(dataset, language));
    if (!dataset.departments().empty()) say("leads", lead_remark(dataset, language));
    say("restriction", restriction_remark(dataset, language));
    say("bodies", as_of_remark(dataset, language));
    say("plan", plan_remark(dataset, language));
    say("extent", extent_remark(dataset, language));
}

void tables::notice_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for (std::size_t i = 0; i < dataset.notices().size(); ++i) {
        const auto& notice = dataset.notices()[i];
        take({value(notice.id), place(i), value(notice.title.in(language)),
              value(notice.number.in(language)), value(notice.issuer.in(language)),
              value(notice.issued), value(notice.published), value(notice.announced),
              value(std::uint64_t{notice.listed}), value(notice.withheld()),
              yes(notice.announced || notice.perhaps > 0), value(notice.source)});
    }
}

void tables::category_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for (std::size_t i = 0; i < dataset.categories().size(); ++i) {
        const auto& category = dataset.categories()[i];
        take({value(key(dataset, category)), value(dataset[category.notice].id), place(i),
              value(category.id), value(category.name.in(language)), value(category.announced),
              value(std::uint64_t{category.listed}), value(std::uint64_t{category.withheld()})});
    }
}

void tables::measure_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        const auto& measure = dataset[m];
        const auto category =
            measure.category ? key(dataset, dataset[*measure.category]) : std::string();
        take({value(key(dataset, m)), value(dataset[measure.notice].id), place(m.value),
              measure.number > 0 ? value(std::uint64_t{measure.number}) : SqlValue(),
              value(measure.code), value(measure.title.in(language)), value(category),
              yes(measure.open), yes(dataset.reach_unknown(m)),
              value(unnamed_scope(measure, language)), value(measure.locator)});
    });
}

void tables::continuation_rows(const Dataset& dataset, Language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        for (const auto& each : dataset[m].continues) {
            take({value(key(dataset, m)), value(each.notice + ':' + each.identifier)});
        }
    });
}

void tables::department_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& body = dataset[d];
        take({value(body.id), place(d.value), value(body.name.in(language)),
              value(body.short_name.in(language)), value(body.kind)});
    }
}

void tables::link_rows(const Dataset& dataset, Language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        const auto all = dataset.responsibilities(m);
        const auto given = weights(dataset, m);
        for (std::size_t i = 0; i < all.size(); ++i) {
            take({value(key(dataset, m)), value(dataset[all[i].department].id), place(i),
                  value(role_id(all[i].role)), yes(all[i].role == Role::lead),
                  value(own_role(dataset, all[i].own)),
                  given.empty() ? SqlValue() : SqlValue(given[i])});
        }
    });
}

void tables::naming_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        const auto& all = dataset[m].others;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& each = all[i];
            const auto& registry = dataset.registry();
            take({value(key(dataset, m)), place(i),
                  each.body ? value(registry[*each.body].id) : SqlValue(),
                  value(each.body ? registry[*each.body].name.in(language)
                                  : each.words.in(language)),
                  yes(each.collective), value(own_role(dataset, each.own))});
        }
    });
}

void tables::region_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    const auto& registry = dataset.registry();
    std::size_t sequence = 0;
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        const auto& each = registry[p];
        take({value(each.id), place(sequence++), value(level(registry, p)),
              value(each.name.in(language)), value(each.short_name.in(language)),
              each.within ? value(registry[*each.within].id) : SqlValue()});
    }
    for (const auto& each : registry.groups) {
        take({value(each.id),
              place(sequence++),
              value("group"),
              value(each.name.in(language)),
              value(each.short_name.in(language)),
              {}});
    }
}

void tables::scope_rows(const Dataset& dataset, Language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        const auto terms = dataset.scope(m);
        for (std::size_t i = 0; i < terms.size(); ++i) {
            take({value(key(dataset, m)), value(id_of(dataset.registry(), terms[i])), place(i)});
        }
    });
}

void tables::reach_rows(const Dataset& dataset, Language, const TakeRow& take) {
    const auto& registry = dataset.registry();
    for (const auto& region : coverage(dataset)) {
        for (const auto& each : region.measures) {
            take({value(key(dataset, each.measure)), value(registry[region.place].id),
                  value(each.reach == Reach::full ? "full" : "partial"),
                  value(id_of(registry, each.by)), yes(is_nation(registry, each.by))});
        }
    }
}

void tables::field_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for (std::size_t i = 0; i < dataset.fields().size(); ++i) {
        const auto& field = dataset.fields()[i];
        take({value(field.id), place(i), value(field.name.in(language)),
              value(field_types[static_cast<std::size_t>(field.type)]),
              value(field.unit.in(language))});
    }
}

void tables::choice_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for (const auto& field : dataset.fields()) {
        for (std::size_t i = 0; i < field.values.size(); ++i) {
            take({value(field.id), value(field.values[i].id), place(i),
                  value(field.values[i].name.in(language))});
        }
    }
}

void tables::field_value_rows(const Dataset& dataset, Language language, const TakeRow& take) {
    for_each_measure(dataset, [&](MeasureIndex m) {
        for (const auto& each : dataset[m].values) {
            const auto& field = dataset[each.field];
            SqlRow row{value(key(dataset, m)), value(field.id)};
            for (auto& cell : cells(field, each.value, language)) row.push_back(std::move(cell));
            take(row);
        }
    });
}

void tables::name_rows(const Dataset& dataset, Language, const TakeRow& take) {
    const Names names(take);
    for (const auto& notice : dataset.notices()) {
        names.add("notice", notice.id, "name", notice.title);
        if (notice.short_title != notice.title) {
            names.add("notice", notice.id, "short", notice.short_title);
        }
        names.add("notice", notice.id, "number", notice.number);
        names.add("notice", notice.id, "issuer", notice.issuer);
    }
    for (const auto& each : dataset.categories()) {
        names.add_both("category", key(dataset, each), each);
    }
    for_each_measure(dataset, [&](MeasureIndex m) {
        const auto id = key(dataset, m);
        names.add("measure", id, "name", dataset[m].title);
        names.add("measure", id, "short", dataset[m].display);
        names.add("measure", id, "annex", dataset[m].annex_title);
        names.add("measure", id, "summary", dataset[m].summary);
    });
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        names.add_both("department", dataset[d].id, dataset[d]);
    }
    for (const auto& each : dataset.registry().places) names.add_both("region", each.id, each);
    for (const auto& each : dataset.registry().groups) names.add_both("region", each.id, each);
    for (const auto& field : dataset.fields()) {
        names.add("field", field.id, "name", field.name);
        names.add("field", field.id, "unit", field.unit);
        for (const auto& each : field.values) {
            names.add("choice", field.id + ':' + each.id, "name", each.name);
        }
    }
    for (const auto& each : dataset.roles()) names.add("role", each.id, "name", each.name);
}

}  // namespace remit
