/// \file
/// Which department or region does the user want a picture of?
#pragma once

#include <remit/model/dataset.hpp>

#include <string>

namespace remit::cli {

/// The body that --department names, whether or not a measure does.
/// \throws UsageError if it is missing, none or several, with what it may mean
[[nodiscard]] BodyIndex asked_department(const Dataset& dataset, const std::string& name);

/// The place or group of places that --region names.
/// \throws as `asked_department`
[[nodiscard]] ScopeTerm asked_region(const Dataset& dataset, const std::string& name);

}  // namespace remit::cli
