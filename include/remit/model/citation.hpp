/// \file
/// Where do the figures come from, in a sentence?
#pragma once

#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <string>

namespace remit {

/// Title, document number and date of a notice.
[[nodiscard]] std::string citation(const Notice& notice, Language language);

/// The same of every notice, as a list.
[[nodiscard]] std::string citation(const Dataset& dataset, Language language);

/// Which notices do not say how many measures they have, as a part of a sentence; empty where all
/// of them say it.
[[nodiscard]] std::string unknown_total(const Dataset& dataset, Language language);

/// What the notices say they leave out: how many measures they announce, print and withhold, or
/// that they do not say how many they have. Empty where all that is announced is listed.
[[nodiscard]] std::string withheld_remark(const Dataset& dataset, Language language);

/// What the order of departments means: that it is only the order of print, that it is a
/// convention that the first-named leads, or that the source names leads.
[[nodiscard]] std::string lead_remark(const Dataset& dataset, Language language);

/// In the bodies of which day the departments are shown, and which stands for which; empty for
/// those of the notices themselves.
[[nodiscard]] std::string as_of_remark(const Dataset& dataset, Language language);

/// What a plan does, in words: its title, if it has one, and its steps.
[[nodiscard]] std::string describe(const Dataset& dataset, const Plan& plan, Language language);

/// That the departments are those after the plans, and what these do; empty for a programme that
/// is not reorganized.
[[nodiscard]] std::string plan_remark(const Dataset& dataset, Language language);

/// What is said instead of a certainty about regions with a named core, if a measure is extended
/// to one; else empty.
[[nodiscard]] std::string extent_remark(const Dataset& dataset, Language language);

}  // namespace remit
