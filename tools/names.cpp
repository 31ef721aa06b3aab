#include "cli.hpp"

#include <remit/model/diagnostic.hpp>

#include <algorithm>
#include <functional>

namespace remit::cli {
namespace {

/// The one of the things found.
/// \param kind  what it should be, for the message
template <class Thing>
Thing the_one(std::span<const Thing> found, const std::string& name, const std::string& option,
              const std::string& kind, const std::function<std::string()>& hint) {
    if (found.size() == 1) return found.front();
    throw UsageError(option, in_quotes(name) +
                                 (found.empty() ? " is no " + kind + " of the registry; "
                                                : " may be several; ") +
                                 hint());
}

}  // namespace

BodyIndex body_named(const Registry& registry, const std::string& name, const std::string& option,
                     const std::optional<Date>& day) {
    return the_one(registry.body_names.find(name), name, option, "department",
                   [&] { return body_hint(registry, name, day); });
}

BodyIndex body_named(const Dataset& dataset, const std::string& name, const std::string& option) {
    return body_named(dataset.registry(), name, option,
                      dataset.as_of() ? dataset.as_of() : last_issued(dataset));
}

ScopeTerm region_named(const Dataset& dataset, const std::string& name, const std::string& option) {
    return the_one(dataset.registry().region_names.find(name), name, option, "region",
                   [&] { return region_hint(dataset.registry(), name); });
}

DepartmentIndex department_named(const Dataset& dataset, const std::string& name,
                                 const std::string& option) {
    const auto body = body_named(dataset, name, option);
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (dataset.departments()[d.value].body == body) return d;
    }
    throw UsageError(option, "no measure names '" + name + "'");
}

MeasureIndex measure_named(const Dataset& dataset, const std::string& name,
                           const std::string& option) {
    const auto found = find_measures(dataset, name);
    if (found.empty()) throw UsageError(option, "there is no measure '" + name + "'");
    if (found.size() > 1) {
        throw UsageError(option, "'" + name + "' is a measure of several notices; write " +
                                     measure_label(dataset, found[0]) + " or " +
                                     measure_label(dataset, found[1]));
    }
    return found.front();
}

FieldIndex field_named(const Dataset& dataset, const std::string& name, const std::string& option) {
    NameIndex<std::size_t> names;
    std::string ids;
    const auto fields = dataset.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        names.add_id(fields[i].id, i);
        names.add(fields[i].name, i);
        ids += (ids.empty() ? "" : ", ") + fields[i].id;
    }
    const auto found = names.find(name);
    if (found.size() == 1) return {static_cast<std::uint32_t>(found.front())};
    const auto near = names.nearest(name, 1);
    throw UsageError(
        option, in_quotes(name) +
                    (found.empty() ? " is no field of the data; " : " may be several fields; ") +
                    (!near.empty() ? "did you mean " + in_quotes(near.front()) + "?"
                     : ids.empty() ? "the files declare no 'fields'"
                                   : "there are " + ids));
}

std::vector<DepartmentIndex> departments_named(const Dataset& dataset,
                                               const std::vector<std::string>& names,
                                               const std::string& option) {
    std::vector<DepartmentIndex> departments;
    for (const auto& name : names) departments.push_back(department_named(dataset, name, option));
    return departments;
}

namespace {

/// One weight each of so many things: that of the option, else 1; empty without the option.
/// \param position  of the thing that a name means
std::vector<Weight> weights(std::size_t count, const std::vector<Setting>& settings,
                            const std::string& option,
                            const std::function<std::uint32_t(const std::string&)>& position) {
    if (settings.empty()) return {};
    std::vector<Weight> result(count);
    std::vector<bool> given(count);
    for (const auto& [name, value] : settings) {
        const auto at = position(name);
        const auto weight = parse_weight(value);
        if (!weight) {
            throw UsageError(option, "'" + value + "' is not a number above 0 with at " +
                                         "most three decimal places");
        }
        if (given[at]) throw UsageError(option, "'" + name + "' is given twice");
        given[at] = true;
        result[at] = *weight;
    }
    return result;
}

}  // namespace

std::vector<Weight> department_weights(const Dataset& dataset, const std::vector<Setting>& settings,
                                       const std::string& option) {
    return weights(dataset.departments().size(), settings, option, [&](const std::string& name) {
        return department_named(dataset, name, option).value;
    });
}

std::vector<Weight> measure_weights(const Dataset& dataset, const std::vector<Setting>& settings,
                                    const std::string& option) {
    return weights(dataset.measures().size(), settings, option, [&](const std::string& name) {
        return measure_named(dataset, name, option).value;
    });
}

}  // namespace remit::cli
