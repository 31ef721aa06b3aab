/// \file
/// What a dataset holds.
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/terms.hpp>

namespace remit {

/// What `Dataset` guards, for those that make one.
struct Dataset::Content {
    Registry registry;
    std::vector<Notice> notices;
    std::vector<Category> categories;
    std::vector<Measure> measures;
    std::vector<Field> fields;
    std::vector<Department> departments;
    std::vector<Region> regions;
    std::vector<std::uint32_t> responsibility_begin;  // one more than there are measures
    std::vector<Responsibility> responsibilities;
    /// One per responsibility, 0 in a measure that gives none; empty if no measure gives any.
    std::vector<double> weights;
    std::vector<std::uint32_t> scope_begin;  // one more than there are measures
    std::vector<ScopeTerm> scope;
    std::vector<RoleRecord> roles;
    std::optional<Language> language;  // as a file says
    std::optional<Language> title_language;  // the first that a title is in
    LocalizedTerms terms;
    std::optional<Date> as_of;
    std::vector<std::pair<BodyIndex, BodyIndex>> carried;  // from the notice's day to that one
    std::vector<Plan> plans;
    bool reorganized = false;
    std::optional<Restriction> restriction;
};

}  // namespace remit
