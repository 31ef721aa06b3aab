#include "lead_problem.hpp"

namespace remit {

ChangeCosts::ChangeCosts(const Choices& choices, const Choices& wanted) {
    for (std::size_t m = 0; m < wanted.size(); ++m) {
        const auto row = choices[m];
        for (const auto d : wanted[m]) {
            if (std::find(row.begin(), row.end(), d) != row.end()) wanted_.add(d);
        }
        wanted_.end_measure();
    }
}

Counts loads_of(const Leads& leads, std::size_t departments) {
    Counts loads(departments);
    for (const auto d : leads) {
        if (d != nobody) ++loads[d];
    }
    return loads;
}

void Led::sort(const Leads& leads, std::size_t departments) {
    first.assign(departments + 1, 0);
    for (const auto d : leads) {
        if (d != nobody) ++first[d];
    }
    std::uint32_t sum = 0;
    for (auto& each : first) {  // the end of each row, which filling from behind makes its start
        sum += each;
        each = sum;
    }
    measures.resize(sum);
    for (auto m = static_cast<std::uint32_t>(leads.size()); m-- > 0;) {
        if (leads[m] != nobody) measures[--first[leads[m]]] = m;
    }
}

}  // namespace remit
