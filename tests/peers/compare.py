"""compare.py PROGRAM: the metrics of 300 random bipartite graphs, against NetworkX and igraph.

Equal to 1e-9, relative or absolute, but where the comment says that the definitions differ.
"""

import json
import math
import random
import subprocess
import sys

import igraph
import networkx as nx
import numpy
from networkx.algorithms import bipartite

GRAPHS = 300
failures = []
compared = {}


def random_graph(seed):
    """(measures, departments, links): sparse, dense, complete, empty, with isolated vertices."""
    rng = random.Random(seed)
    shape = seed % 6
    measures, departments = rng.randint(1, 14), rng.randint(1, 12)
    if shape == 0:
        measures, departments = rng.choice([(0, 3), (4, 0), (0, 0), (1, 1), (5, 4)])
    share = {1: 1.0, 2: 0.08, 3: 0.2, 4: 0.4, 5: 0.7}.get(shape, 0.0 if seed % 12 == 0 else 0.3)
    links = [(m, d) for m in range(measures) for d in range(departments) if rng.random() < share]
    rng.shuffle(links)
    links.sort(key=lambda link: link[0])  # the departments of a measure stay shuffled
    return measures, departments, links, random_weights(rng, links)


def random_weights(rng, links):
    """One a link; 0 for all of a measure that gives none, which in a third of the graphs all do."""
    if rng.random() < 0.33:
        return [0] * len(links)
    gives = {m: rng.random() < 0.8 for m, _ in links}
    return [rng.choice([rng.randint(1, 9), round(rng.uniform(0.01, 50), 2)]) if gives[m] else 0 for m, _ in links]


def expect(seed, name, actual, wanted):
    compared[name] = compared.get(name, 0) + 1
    if actual is None or wanted is None:
        good = actual is None and wanted is None
    else:
        good = math.isclose(actual, wanted, rel_tol=1e-9, abs_tol=1e-9)
    if not good and len(failures) < 20:
        failures.append(f"graph {seed}, {name}: {actual} instead of {wanted}")


def closeness(graph, vertex, own, other):
    """As remit defines it, from NetworkX's distances; on a connected graph NetworkX's own."""
    far = nx.single_source_shortest_path_length(graph, vertex)
    total = sum(far.values())
    if total == 0:
        return 0.0
    least = sum(2 if v in own else 1 for v in far if v != vertex)
    return least / total * (len(far) - 1) / (len(graph) - 1)


def two_mode_betweenness(graph, left, right):
    """NetworkX's; where that divides by 0, its raw values over the maxima of Borgatti & Everett."""
    try:
        return bipartite.betweenness_centrality(graph, left)
    except ZeroDivisionError:
        raw = nx.betweenness_centrality(graph, normalized=False)
        result = {}
        for n, m, side in ((len(left), len(right), left), (len(right), len(left), right)):
            s, t = divmod(n - 1, m)
            most = (m**2 * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
            result |= {v: raw[v] / most if most else 0.0 for v in side}
        return result


def check_weighted(seed, measures, departments, links, weights, actual):
    """Against NumPy's matrices and, for the projection, NetworkX's generic one."""
    matrix = numpy.zeros((departments, measures))
    for (m, d), weight in zip(links, weights):
        matrix[d, m] = weight or 1.0
    sums = matrix.sum(axis=0)
    parts = numpy.divide(matrix, sums, where=sums > 0, out=numpy.zeros_like(matrix))
    for d, load in enumerate(actual["weighted"]):
        expect(seed, "weighted", load, parts[d].sum())
    graph = nx.Graph()
    graph.add_nodes_from(("d", d) for d in range(departments))
    graph.add_nodes_from(("m", m) for m in range(measures))
    graph.add_edges_from((("d", d), ("m", m), {"part": parts[d, m]}) for m, d in links)

    def product(graph, a, b):
        return sum(graph[a][m]["part"] * graph[b][m]["part"] for m in set(graph[a]) & set(graph[b]))

    projected = bipartite.generic_weighted_projected_graph(
        graph, [("d", d) for d in range(departments)], product)
    shared = parts @ parts.T
    for (a, b, *_), value in zip(actual["pairs"], actual["parts"]):
        expect(seed, "parts", value, shared[a, b])
        expect(seed, "parts, NetworkX", value, projected[("d", a)][("d", b)]["weight"])
    if not any(weights):
        assert "entropies" not in actual
        return
    total = matrix.sum()
    rows, columns = matrix.sum(axis=1), sums
    same = numpy.equal.outer(numpy.array(actual["modules"][0]), numpy.array(actual["modules"][1]))
    barber = ((matrix - numpy.outer(rows, columns) / total) * same).sum() / total
    expect(seed, "modularity", actual["modularity"], barber)

    def entropy(values):
        shares = values[values > 0] / total
        return -(shares * numpy.log(shares)).sum()

    greatest, own, least = actual["entropies"]
    expect(seed, "greatest entropy", greatest, entropy(numpy.outer(rows, columns) / total))
    expect(seed, "entropy", own, entropy(matrix.ravel()))
    left, above, greedy = rows.copy(), columns.copy(), []
    while left.max() > 1e-9:
        r, c = left.argmax(), above.argmax()
        greedy.append(min(left[r], above[c]))
        left[r] -= greedy[-1]
        above[c] -= greedy[-1]
    expect(seed, "least entropy", least, min(own, entropy(numpy.array(greedy))))
    if greatest - least > 1e-9:
        expect(seed, "H2'", actual["network"], (greatest - own) / (greatest - least))
    sides = [(matrix, columns), (matrix.T, rows)]
    wanted = []
    for cells, supply in sides:
        for row in cells:
            most = math.log(total / row.sum()) if row.sum() > 0 else 0.0
            used = row > 0
            p = row[used] / row.sum() if most > 0 else row[used]
            q = supply[used] / total
            wanted.append((p * numpy.log(p / q)).sum() / most if most > 1e-12 else None)
    for value, peer in zip(actual["d_prime"], wanted):
        expect(seed, "d'", value, peer)


def number(value):
    return None if value is None or math.isnan(value) else value


def check(seed, measures, departments, links, actual):
    left = [("d", d) for d in range(departments)]
    right = [("m", m) for m in range(measures)]
    graph = nx.Graph()
    graph.add_nodes_from(left)
    graph.add_nodes_from(right)
    graph.add_edges_from((("d", d), ("m", m)) for m, d in links)
    vertices = left + right
    at = {v: i for i, v in enumerate(vertices)}
    both = departments > 0 and measures > 0
    if both:  # NetworkX divides by the size of the other side
        degree = bipartite.degree_centrality(graph, left)
        betweenness = two_mode_betweenness(graph, left, right)
        near = bipartite.closeness_centrality(graph, left)
    connected = both and nx.is_connected(graph)
    inverse = nx.harmonic_centrality(graph)
    rank = nx.pagerank(graph, alpha=0.85, tol=1e-13, max_iter=1000) if vertices else {}
    for v in vertices:
        i = at[v]
        own, other = (left, right) if v in left else (right, left)
        expect(seed, "degree", actual["degree"][i], degree[v] if both else 0.0)
        expect(seed, "betweenness", actual["betweenness"][i], betweenness[v] if both else 0.0)
        expect(seed, "closeness", actual["closeness"][i], closeness(graph, v, own, other))
        if connected:
            expect(seed, "closeness, connected", actual["closeness"][i], near[v])
        most = len(other) + (len(own) - 1) / 2
        expect(seed, "harmonic", actual["harmonic"][i], inverse[v] / most if most > 0 else 0.0)
        expect(seed, "pagerank", actual["pagerank"][i], rank[v])
        enough = graph.degree(v) >= 2  # NetworkX raises an error for fewer
        redundancy = bipartite.node_redundancy(graph, [v])[v] if enough else None
        expect(seed, "redundancy", actual["redundancy"][i], redundancy)

    for mode in ("dot", "min", "max"):
        clustering = bipartite.clustering(graph, mode=mode)
        for v in vertices:
            expect(seed, "clustering", actual["clustering_" + mode][at[v]], clustering[v])
    if vertices:
        wanted = bipartite.robins_alexander_clustering(graph)
        expect(seed, "Robins-Alexander", actual["robins_alexander"], wanted)
    if links:
        matrix = numpy.zeros((departments, measures))
        for m, d in links:
            matrix[d, m] = 1.0
        u, values, v = numpy.linalg.svd(matrix)
        if actual["eigenvector_converged"]:
            expect(seed, "singular value", actual["singular_value"], values[0])
            if len(values) < 2 or values[1] < 0.999 * values[0]:  # else the vector is not unique
                entries = list(abs(u[:, 0])) + list(abs(v[0, :]))
                for i, wanted in enumerate(entries):
                    expect(seed, "eigenvector", actual["eigenvector"][i], wanted)

    peer = igraph.Graph(n=len(vertices), edges=[(d, departments + m) for m, d in links])
    cut = set(peer.articulation_points())
    if links:
        assert cut == {at[v] for v in nx.articulation_points(graph)}
    for i in range(len(vertices)):
        expect(seed, "articulation", actual["articulation"][i], i in cut)
    bridges = sorted([a, b - departments] for a, b in
                     (sorted(peer.es[e].tuple) for e in peer.bridges()))
    expect(seed, "bridges", 1.0 if sorted(actual["bridges"]) == bridges else 0.0, 1.0)
    expect(seed, "components", actual["components"], len(peer.connected_components()) if vertices else 0)

    if not both:  # NetworkX projects nothing where a side is empty
        expect(seed, "pairs", len(actual["pairs"]), 0)
        return
    shared = bipartite.weighted_projected_graph(graph, left)
    newman = bipartite.collaboration_weighted_projected_graph(graph, left)
    jaccard = bipartite.overlap_weighted_projected_graph(graph, left)
    overlap = bipartite.overlap_weighted_projected_graph(graph, left, jaccard=False)
    expect(seed, "pairs", len(actual["pairs"]), shared.number_of_edges())
    for a, b, *values in actual["pairs"]:
        edge = ("d", a), ("d", b)
        peers = [projection.edges[edge]["weight"] for projection in (shared, newman, jaccard, overlap)]
        for name, value, wanted in zip(["shared", "newman", "jaccard", "overlap"], values, peers):
            expect(seed, name, value, wanted)
    weighted = nx.constraint(shared, weight="weight")
    plain = nx.constraint(shared)
    size = nx.effective_size(shared)
    network = igraph.Graph(n=departments, edges=[pair[:2] for pair in actual["pairs"]])
    network.es["weight"] = [pair[2] for pair in actual["pairs"]]
    if network.ecount() > 0:
        best = network.community_optimal_modularity(weights="weight").modularity
        expect(seed, "projection modularity", actual["projection_modularity"], best)
    theirs = network.constraint(weights="weight") if departments else []
    for d in range(departments):
        v = ("d", d)
        expect(seed, "constraint", actual["constraint"][d], number(weighted[v]))
        expect(seed, "constraint, igraph", actual["constraint"][d], number(theirs[d]))
        expect(seed, "constraint, unweighted", actual["constraint_unweighted"][d], number(plain[v]))
        expect(seed, "effective size", actual["effective_size"][d], number(size[v]))


graphs = [random_graph(seed) for seed in range(GRAPHS)]
lines = "\n".join(
    f"{measures} {departments} " + " ".join(f"{m}:{d}:{w}" for (m, d), w in zip(links, weights))
    for measures, departments, links, weights in graphs
)
answer = subprocess.run([sys.argv[1]], input=lines + "\n", capture_output=True, text=True, check=True)
results = [json.loads(line) for line in answer.stdout.splitlines()]
assert len(results) == GRAPHS, f"{len(results)} results"
for seed, ((measures, departments, links, weights), result) in enumerate(zip(graphs, results)):
    check(seed, measures, departments, links, result)
    check_weighted(seed, measures, departments, links, weights, result)
for failure in failures:
    print(failure)
print(f"{GRAPHS} graphs: " + ", ".join(f"{name} {count}" for name, count in compared.items()))
sys.exit(1 if failures or min(compared.values()) < 50 else 0)
