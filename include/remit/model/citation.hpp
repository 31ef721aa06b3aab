/// \file
/// Where do the figures come from, in a sentence?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/date.hpp>
#include <remit/model/localized_text.hpp>

#include <string>

namespace remit {

/// A date as officials write it: "March 2026", "Q3 2026", "first half of 2027"; a day as
/// everywhere, "2026-03-17".
[[nodiscard]] std::string in_words(const Date& date, Language language);

/// Title, document number and date of a notice.
[[nodiscard]] std::string citation(const Notice& notice, Language language);

/// The same of every notice, as a list.
[[nodiscard]] std::string citation(const Dataset& dataset, Language language);

/// Which notices do not say how many measures they have, or how many of those withheld are among
/// the measures that a restriction looks at, as a part of a sentence; empty where all
/// of them say it.
[[nodiscard]] std::string unknown_total(const Dataset& dataset, Language language);

/// What the notices say they leave out: how many measures they announce, print and withhold, or
/// that they do not say how many they have. Empty where all that is announced is listed.
[[nodiscard]] std::string withheld_remark(const Dataset& dataset, Language language);

/// For how many measures only collective actors, or nobody, answers, and how many lists of
/// departments go on, so that what is counted of departments is the least; empty where all are
/// printed in full.
[[nodiscard]] std::string naming_remark(const Dataset& dataset, Language language);

/// What the order of departments means: that it is only the order of print, that it is a
/// convention that the first-named leads, or that the source names leads.
[[nodiscard]] std::string lead_remark(const Dataset& dataset, Language language);

/// In the bodies of which day the departments are shown, which stands for which, and of which it
/// is not decided whether it was there; empty for those of the notices themselves.
[[nodiscard]] std::string as_of_remark(const Dataset& dataset, Language language);

/// A role as files and options write it.
[[nodiscard]] std::string role_id(Role role);
[[nodiscard]] std::string role_name(Role role, Language language);

/// Whether a responsibility is in a role of the files' own, and none of the format's.
[[nodiscard]] bool is_own(const Dataset& dataset, const Responsibility& responsibility);

/// The same of a responsibility, whose role the files may call by words of their own.
[[nodiscard]] std::string role_id(const Dataset& dataset, const Responsibility& responsibility);
[[nodiscard]] std::string role_name(const Dataset& dataset, const Responsibility& responsibility,
                                    Language language);

/// By which conditions the measures were chosen, how many of how many they are, and how many could
/// not be judged; empty for a programme that is not restricted.
[[nodiscard]] std::string restriction_remark(const Dataset& dataset, Language language);

/// What a plan does, in words: its title, if it has one, and its steps.
[[nodiscard]] std::string describe(const Dataset& dataset, const Plan& plan, Language language);

/// That the departments are those after the plans, and what these do; empty for a programme that
/// is not reorganized.
[[nodiscard]] std::string plan_remark(const Dataset& dataset, Language language);

/// What is said instead of a certainty about regions with a named core, if a measure is extended
/// to one; else empty.
[[nodiscard]] std::string extent_remark(const Dataset& dataset, Language language);

}  // namespace remit
