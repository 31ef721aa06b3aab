/// \file
/// Which measures go from which department to which when a plan is carried out?
#pragma once

#include <remit/model/dataset.hpp>

#include <cstddef>
#include <vector>

namespace remit::drawing {

/// So many measures named `from` before a plan, and `to` in its place after it.
struct Flow {
    BodyIndex from;
    BodyIndex to;
    std::size_t measures = 0;

    friend bool operator==(const Flow&, const Flow&) = default;
};

/// The flows of a programme's plans, by from, then to; a department that stays flows to itself.
/// Step by step, each on what the one before left. Time: O(steps * links).
/// \pre the plans can be carried out
[[nodiscard]] std::vector<Flow> flows(const Dataset& before);

}  // namespace remit::drawing
