/// \file
/// Which body held a place on another day?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/date.hpp>
#include <remit/model/registry.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace remit {

/// The days on which a body existed: from `begin`, without `end`. None where the registry does not
/// know. What is dated only to a year, half, quarter or month is taken to happen on its first day.
struct Life {
    std::optional<Date> begin;
    std::optional<Date> end;

    /// Whether it existed on that day; on one at least of the days that a vague date covers.
    [[nodiscard]] bool includes(const Date& date) const {
        return (!begin || begin->first_day() <= date.last_day()) &&
               (!end || date.first_day() < end->first_day());
    }

    /// Whether a change that began or ended it may have come by that day as well as after it, for
    /// all that the dates say.
    [[nodiscard]] bool leaves_open(const Date& date) const {
        const auto open = [&](const std::optional<Date>& change) {
            return change && is_earlier(date, *change) == Truth::undecided;
        };
        return open(begin) || open(end);
    }

    friend bool operator==(const Life&, const Life&) = default;
};

/// When a body existed: it begins when the registry says that it `began`, replaces another, when
/// others merge into it, unless it is said to have been there before, or when a split is said to
/// have begun it, and ends when it is replaced, merged or split. Time: O(bodies + successions).
[[nodiscard]] Life life(const Registry& registry, BodyIndex body);

/// The same of every body, in the registry's order. Time: O(bodies + successions).
[[nodiscard]] std::vector<Life> lives(const Registry& registry);

/// Where a body's place went to or came from: one or several bodies, of which nobody can say for a
/// single measure which it is.
struct Fork {
    BodyIndex body;
    std::vector<BodyIndex> choices;  ///< In the order of the registry; at least two.

    friend bool operator==(const Fork&, const Fork&) = default;
};

/// A user's answer to a fork: the body that takes the other's place.
struct Choice {
    BodyIndex body;
    BodyIndex chosen;
};

/// A dataset in the bodies of another day, or what keeps it from being told.
struct AsOf {
    std::optional<Dataset> dataset;  ///< None if there are forks without a choice.
    std::vector<Fork> forks;         ///< Those without a choice, each once.
    std::vector<bool> used;          ///< Whether a fork asked for the choice; one per choice.
};

/// The programme in the bodies of a day: every department that did not exist then is replaced by
/// the body that held its place.
///
/// The registry's successions are followed, on or back: a body that was replaced changes its name
/// and nothing else; bodies that merged become one, and a measure that named both counts once, at
/// the place of the first, with a lead if either was one. A split, and a merger on the way back,
/// are forks; before a split that began its parts they add up to the old body. Duties that move and
/// bodies that are put under another or set up anew change nothing. A body that began without
/// another stays where it is, `absent`. Time: O(links + departments * successions).
[[nodiscard]] AsOf as_of(const Dataset& dataset, const Date& day,
                         const std::vector<Choice>& choices = {});

/// Departments of which nobody can say whether they were there on the day of `as_of`: they came of
/// a later split that is not said to have begun them. In the order of departments; empty without
/// such a day.
/// Time: O(departments + successions).
[[nodiscard]] std::vector<DepartmentIndex> untold(const Dataset& dataset);

/// Departments that were not there on the day of `as_of` and whose place no other body held. In the
/// order of departments; empty without such a day.
/// Time: O(departments + bodies + successions).
[[nodiscard]] std::vector<DepartmentIndex> absent(const Dataset& dataset);

/// Changes that are dated only to a time in which the day of `as_of` lies, and that begin or end a
/// department that is shown, or whose place is: nobody can say whether they had come about. In the
/// order of the registry; empty without such a day.
/// Time: O(departments + successions).
[[nodiscard]] std::vector<Succession> undecided(const Dataset& dataset);

}  // namespace remit
