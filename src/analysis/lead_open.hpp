/// \file
/// Which measures can still move, and where to?
#pragma once

#include "lead_problem.hpp"

#include <cstdint>
#include <numeric>
#include <vector>

namespace remit {

/// The measures that can still move: a measure moves within a part, and parts are only ever split,
/// so that what is closed to it stays closed and need not be looked at again.
struct OpenMeasures {
    std::vector<std::uint32_t> measures;
    Choices choices;  ///< Those that are open, by place in `measures`.
    Leads leads;      ///< By place, too.

    OpenMeasures(const Choices& all, const Leads& of_all)
        : measures(all.size()), choices(all), leads(of_all) {
        std::iota(measures.begin(), measures.end(), 0U);
    }

    /// Leaves out choices that are closed, and measures with no other choice than their lead.
    template <class Open>
    void narrow(Open open) {
        std::uint32_t kept = 0;
        std::uint32_t end = 0;
        std::uint32_t next = 0;
        for (std::uint32_t i = 0; i < measures.size(); ++i) {
            const auto lead = leads[i];
            const auto start = end;
            for (const auto stop = choices.first[i + 1]; next < stop; ++next) {
                const auto d = choices.departments[next];
                if (open(lead, d)) choices.departments[end++] = d;
            }
            if (end - start < 2) {
                end = start;
                continue;
            }
            measures[kept] = measures[i];
            leads[kept] = lead;
            choices.first[++kept] = end;
        }
        measures.resize(kept);
        leads.resize(kept);
        choices.first.resize(kept + 1);
        choices.departments.resize(end);
    }
};

}  // namespace remit
