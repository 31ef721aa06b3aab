/// \file
/// Between bodies of which kinds does a department stand?
#pragma once

#include <remit/model/dataset.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace remit {

/// Whom somebody brings together who stands between two that have no tie: the one that the tie
/// comes from, the broker, and the one that it goes to.
enum class BrokerRole : std::uint8_t {
    coordinator,     ///< All three are of one kind.
    consultant,      ///< The two are of one kind, the broker of another; also itinerant broker.
    gatekeeper,      ///< The broker is of the kind of the one that it goes to.
    representative,  ///< The broker is of the kind of the one that it comes from.
    liaison          ///< All three are of different kinds.
};

inline constexpr std::size_t broker_role_count = 5;

/// How often one is a broker.
struct BrokerCounts {
    std::array<std::size_t, broker_role_count> counts = {};  ///< By `BrokerRole`.
    /// What a random network would give it that has as many ties, each as probable, and the same
    /// kinds; by `BrokerRole`.
    std::array<double, broker_role_count> expected = {};

    [[nodiscard]] std::size_t operator[](BrokerRole role) const {
        return counts[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] std::size_t total() const;
    [[nodiscard]] double expected_total() const;

    friend bool operator==(const BrokerCounts&, const BrokerCounts&) = default;
};

/// A tie between two vertices of a directed graph.
struct Tie {
    std::size_t from = 0;
    std::size_t to = 0;

    friend bool operator==(const Tie&, const Tie&) = default;
};

/// The brokerage roles of the vertices of a directed graph: v brokers from u to w if there are ties
/// u-v and v-w and none u-w, and u is not w. A tie w-u changes nothing.
///
/// \param kinds  one per vertex, each below the number of vertices
/// \param ties   each once, from a vertex to another
/// \return       one per vertex
/// Time: O(sum over ties of the ties that go on from their ends), with a logarithm of the ties;
/// half of all ties of 1000 vertices take a second.
///
/// Example: of 0-1, 1-2 with kinds a, a, b, 1 is a representative once; 2 ties of 6 make 4/27
/// expected of each, of 1 in equal parts as gatekeeper and representative.
///
/// Source: the manual and the function `brokerage` of the R package sna 2.7; after Gould &
/// Fernandez (1989).
[[nodiscard]] std::vector<BrokerCounts> broker_roles(std::span<const std::size_t> kinds,
                                                     std::span<const Tie> ties);

/// Of the departments of a programme, by the kinds of their bodies.
struct BrokerRoles {
    /// One per department, in table order; none for one whose kind is not said.
    std::vector<std::optional<BrokerCounts>> departments;
    std::size_t without_kind = 0;  ///< Departments, left out with their ties.
    std::size_t ties = 0;          ///< Among the others; a tie in both directions counts 2.
    bool directed = false;         ///< Whether ties run from declared leads.

    friend bool operator==(const BrokerRoles&, const BrokerRoles&) = default;
};

/// Where a measure declares a lead, ties are those of `directions`; otherwise departments that
/// share a measure are tied in both directions, so that who brokers between two does so twice, and
/// is gatekeeper as often as representative.
///
/// Time: that of `directions` or `projection`, and of the above.
///
/// Example: A led by x with y, B led by y with z, x and y of one kind and z of another: y is once
/// representative. Without leads, A{x, y} and B{y, z}: y is once representative, once gatekeeper.
[[nodiscard]] BrokerRoles broker_roles(const Dataset& dataset);

}  // namespace remit
