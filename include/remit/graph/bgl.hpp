/// \file
/// How do the algorithms of the Boost Graph Library see a `ResponsibilityGraph`?
///
/// As an undirected graph in compressed sparse rows. Every edge is stored in both directions, and
/// `num_edges` counts both; `edges` gives both as well, so an algorithm that works through that
/// list sees each edge twice.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/graph_traits.hpp>

#include <cstdint>

namespace remit {

using BglStorage =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// A struct rather than an alias, so that other headers can forward-declare it.
struct BglGraph : BglStorage {
    using BglStorage::BglStorage;
};

}  // namespace remit

/// \cond  Doxygen does not know Boost's templates.
template <>
struct boost::graph_traits<remit::BglGraph> : graph_traits<remit::BglStorage> {
    using directed_category = undirected_tag;
};

/// Vertex indices of the storage's own type; the primary template would assume std::size_t.
template <class Tag>
struct boost::property_map<remit::BglGraph, Tag> : property_map<remit::BglStorage, Tag> {};
/// \endcond
