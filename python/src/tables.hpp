/// \file
/// What do the methods that make tables share?
#pragma once

#include "module.hpp"

namespace remit::python {

/// \throws ValueError
inline void refuse_if(bool wrong, const std::string& why) {
    if (wrong) throw py::value_error(why);
}

inline void require_positive(const char* parameter, std::size_t value) {
    refuse_if(value == 0, std::string(parameter) + " must be a whole number above 0");
}

/// \throws ValueError if the registry knows no such level and it is none of the usual ones
void check_level(const Registry& registry, const std::string& level);

/// A function that makes a table as a method that returns a `remit.Table`.
template <class... Parameters>
auto as_method(Table (*compute)(const Programme&, Parameters...)) {
    return [compute](const Programme& self, Parameters... parameters) {
        return to_python(compute(self, parameters...));
    };
}

/// Those of searches and comparisons.
void add_searches(ProgrammeClass& programme);

}  // namespace remit::python
