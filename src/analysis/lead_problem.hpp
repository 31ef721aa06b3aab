/// \file
/// Who may lead what, and what does the next lead cost?
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace remit {

inline constexpr auto nobody = static_cast<std::uint32_t>(-1);

/// The department that leads each measure; nobody where none can.
using Leads = std::vector<std::uint32_t>;
using Counts = std::vector<std::uint32_t>;

/// The departments that may lead each measure, as compressed rows.
struct Choices {
    std::vector<std::uint32_t> first = {0};  ///< One more than there are measures.
    std::vector<std::uint32_t> departments = {};

    [[nodiscard]] std::size_t size() const { return first.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t measure) const {
        return {departments.data() + first[measure], departments.data() + first[measure + 1]};
    }
    void add(std::uint32_t department) { departments.push_back(department); }
    void end_measure() { first.push_back(static_cast<std::uint32_t>(departments.size())); }
};

/// A change of lead costs 1. \pre choices and wanted have as many measures
class ChangeCosts {
 public:
    /// \param wanted  by measure, the departments with which nothing changes; where none of them is
    /// a choice, all choices are as good
    ChangeCosts(const Choices& choices, const Choices& wanted);

    [[nodiscard]] std::int32_t operator()(std::size_t measure, std::uint32_t department) const {
        const auto row = wanted_[measure];
        return row.empty() || std::find(row.begin(), row.end(), department) != row.end() ? 0 : 1;
    }
    /// Of the choices.
    [[nodiscard]] std::span<const std::uint32_t> wanted(std::size_t measure) const {
        return wanted_[measure];
    }

 private:
    Choices wanted_;
};

/// The cost of a department's last lead: the number of its leads by its weight. Exact: of fewer
/// than 2^32 leads and weights of at most 10^9 thousandths the products have 62 bits.
struct Marginal {
    std::uint64_t leads = 0;
    std::uint64_t weight = 1000;  ///< In thousandths.

    friend bool operator==(const Marginal& a, const Marginal& b) {
        return a.leads * b.weight == b.leads * a.weight;
    }
    friend std::strong_ordering operator<=>(const Marginal& a, const Marginal& b) {
        return a.leads * b.weight <=> b.leads * a.weight;
    }
};

/// How many leads each department may have.
struct LoadBounds {
    Counts least;
    Counts most;
};

struct LeadProblem {
    Choices choices;
    std::vector<std::uint64_t> weights;  ///< By department, in thousandths.
    Counts caps;                         ///< By department; the number of measures for none.

    [[nodiscard]] std::size_t departments() const { return weights.size(); }
    [[nodiscard]] Marginal marginal(std::uint32_t department, std::uint32_t leads) const {
        return {leads, weights[department]};
    }
};

[[nodiscard]] Counts loads_of(const Leads& leads, std::size_t departments);

/// The measures of each department that leads some, as compressed rows.
struct Led {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> measures;

    void sort(const Leads& leads, std::size_t departments);
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t department) const {
        return {measures.data() + first[department], measures.data() + first[department + 1]};
    }
};

}  // namespace remit
