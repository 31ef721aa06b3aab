/// \file
/// How do other programs read the graph?
#pragma once

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/localized_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace remit {

/// Something that is said of a node or an edge.
struct NetworkAttribute {
    enum class Type : std::uint8_t { text, whole, real, list };

    std::string name;
    std::string value;  ///< A number as C++ writes it; a list of texts as JSON has it.
    Type type = Type::text;
};

/// Which side of the bipartite graph a node is on; all are departments in a projection.
enum class NodeKind : std::uint8_t { department, measure, region };

struct NetworkNode {
    std::string id;  ///< "department-most", "measure-7", "region-shanghai"; unique.
    NodeKind kind = NodeKind::department;
    std::string label;
    std::vector<NetworkAttribute> attributes;  ///< Without empty ones.
};

struct NetworkEdge {
    std::size_t a = 0;  ///< A measure; in a projection a department.
    std::size_t b = 0;
    std::vector<NetworkAttribute> attributes;
};

/// A graph with what its nodes and edges are, for whoever lays it out or computes with it anew.
struct Network {
    std::string title;
    std::string source;  ///< Where it comes from, and which measures it is of.
    bool bipartite = true;
    std::string fonts;               ///< A list of families for the language.
    std::vector<NetworkNode> nodes;  ///< Measures, departments, regions.
    std::vector<NetworkEdge> edges;
};

/// A node for each measure, department and, unless they are left out, region; an edge from a
/// measure to each of its departments and regions.
///
/// A node's label is a measure's title for pictures, or a short name; `title` is the title as
/// printed, or the full name. Measures have `number` and `code`, as far as there are, `category`,
/// if they are in one, and `notice`, if there are several; then the notice's id stands in the
/// node's id, "measure-third-batch-7". An edge to a department has `role` ("lead", "with" or
/// "guiding"), `position` (in the printed order, from 1) and `fractional` (1 by the number of the
/// measure's departments), and `weight` if the measure gives weights. `class` says what a node or
/// edge is. Time: O(V + E).
[[nodiscard]] Network bipartite_network(const Dataset& dataset, Language language,
                                        Regions regions = Regions::with);

/// The one-mode projection of the departments: an edge for each pair that shares a measure, with
/// `weight` and `shared` (how many), `newman` (the sum of 1 / (n - 1) over them) and `measures`, a
/// list in JSON and elsewhere a text as JSON writes it, for formats have no lists that all read.
/// A department's node also has `measures` (how many it has) and `first_named`.
[[nodiscard]] Network projection_network(const Dataset& dataset, Language language);

/// DOT, as Graphviz, its gv2gml and NetworkX's two readers take it: a backslash is doubled, and a
/// quote is `&quot;`. No positions, no fonts but by family.
[[nodiscard]] std::string to_dot(const Network& network);

/// GraphML, as NetworkX, igraph and Gephi read it. Nodes of a bipartite graph have NetworkX's
/// attribute `bipartite`, 0 for departments and regions, 1 for measures. Ids are name tokens, as
/// its schema has it: of a code "C 1" the space is ":20:".
[[nodiscard]] std::string to_graphml(const Network& network);

/// GEXF 1.2, as Gephi and NetworkX read it; edges have their `weight`.
[[nodiscard]] std::string to_gexf(const Network& network);

/// The node-link form of JSON that NetworkX and D3 read.
[[nodiscard]] std::string to_node_link_json(const Network& network);

/// A Pajek network: of a bipartite graph `*Vertices n m` with its m departments first, without its
/// regions. Names are titles, here and in the next two, where they tell nodes apart: one that
/// several nodes have ends in the node's id. A quotation mark in one is an apostrophe.
[[nodiscard]] std::string to_pajek(const Network& network);

/// UCINET's DL, an edge list with embedded labels; of a bipartite graph without its regions.
[[nodiscard]] std::string to_ucinet(const Network& network);

/// A formal context in Burmeister's form: measures are objects, departments attributes. Only of a
/// bipartite graph.
[[nodiscard]] std::string to_context(const Network& network);

/// Comma-separated values, RFC 4180: a row an edge, with the titles of what it joins, or a row a
/// node.
[[nodiscard]] std::string edges_to_csv(const Network& network);
[[nodiscard]] std::string nodes_to_csv(const Network& network);

}  // namespace remit
