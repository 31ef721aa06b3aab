"""The network as a whole, its measures' side, who leads whom and what an absence leaves, on random programmes and on
those that are shipped, against NetworkX and sums of Python's own.

Usage: whole.py REMIT ROOT [PROGRAMMES]
"""
import itertools
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

import networkx as nx
from networkx.algorithms import bipartite

warnings.filterwarnings("ignore")
REMIT, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
RANDOM = 300
compared = 0


def rows(*words):
    run = subprocess.run([REMIT, *map(str, words), "--format", "json", "--lang", "en", "--quiet"],
                         check=True, capture_output=True, text=True)
    return json.loads(run.stdout)["rows"]


def same(what, mine, theirs):
    global compared
    compared += 1
    if mine is None or theirs is None:
        agree = mine is None and theirs is None
    else:
        agree = math.isclose(mine, theirs, rel_tol=1e-9, abs_tol=1e-12)
    if not agree:
        sys.exit(f"{what}: remit says {mine}, the peer {theirs}")


def core(ties):
    """The smallest core with the fewest errors, of all there are or, of many departments, by Hammer and Simeone's
    splittance, and its fit."""
    n = ties.number_of_nodes()
    if not ties.number_of_edges():
        return None, None
    degrees = sorted((degree for _, degree in ties.degree), reverse=True)
    if n <= 9:
        best = min((sum(ties.has_edge(a, b) != (a in some) for a, b in itertools.combinations(ties, 2)
                        if (a in some) == (b in some)), k)
                   for k in range(n + 1) for some in map(set, itertools.combinations(ties, k)))
    else:
        m = max(i for i in range(1, n + 1) if degrees[i - 1] >= i - 1)
        best = ((m * (m - 1) - sum(degrees[:m]) + sum(degrees[m:])) / 2,
                sum(degree >= i for i, degree in enumerate(degrees, 1)))
    return best[1], 1 - best[0] / (n * (n - 1) / 2)


def check(path, measures, departments, kinds):
    """measures: the names of each one's departments."""
    graph = nx.Graph()
    graph.add_nodes_from(("d", d) for d in departments)
    graph.add_nodes_from(("m", m) for m in range(len(measures)))
    for m, names in enumerate(measures):
        graph.add_edges_from((("m", m), ("d", d)) for d in names)
    of_measures = [("m", m) for m in range(len(measures))]

    whole = {row["metric"]: row["value"] for row in rows("structure", path, "--show", "whole")}
    sizes = [len(names) for names in measures if names]
    same(f"{path}: components", whole["components"], nx.number_connected_components(graph))
    same(f"{path}: collaboration_index", whole["collaboration_index"],
         sum(sizes) / len(sizes) if sizes else None)
    same(f"{path}: degree_of_collaboration", whole["degree_of_collaboration"],
         sum(size > 1 for size in sizes) / len(sizes) if sizes else None)
    same(f"{path}: collaborative_coefficient", whole["collaborative_coefficient"],
         1 - sum(1 / size for size in sizes) / len(sizes) if sizes else None)
    cells = len(departments) * len(measures)
    same(f"{path}: density", whole["density"], sum(sizes) / cells if cells else None)
    if kinds is not None:
        ties = [kinds[a] == kinds[b] for a, b in bipartite.projected_graph(
            graph, [("d", d) for d in departments]).edges if kinds[a] and kinds[b]]
        same(f"{path}: ei_index", whole["ei_index"],
             (len(ties) - 2 * sum(ties)) / len(ties) if ties else None)

    matched = bipartite.hopcroft_karp_matching(graph, of_measures)
    same(f"{path}: matching", whole["matching"], len(matched) / 2)
    ties = bipartite.projected_graph(graph, [("d", d) for d in departments])
    size, fit = core(ties)
    same(f"{path}: core_size", whole["core_size"], size)
    same(f"{path}: core_fit", whole["core_fit"], fit)

    side = rows("structure", path, "--side", "measures")
    redundancy = {n: bipartite.node_redundancy(graph, [n])[n] for n in of_measures if graph.degree(n) > 1}
    cut, bridges = set(nx.articulation_points(graph)), list(nx.bridges(graph))
    between = bipartite.betweenness_centrality(graph, of_measures)
    for node, row in zip(of_measures, side, strict=True):
        same(f"{path}: degree of {node}", row["degree"],
             graph.degree(node) / len(departments) if departments else 0.0)
        same(f"{path}: redundancy of {node}", row["redundancy"], redundancy.get(node))
        same(f"{path}: articulation point {node}", row["articulation_point"], float(node in cut))
        same(f"{path}: bridges of {node}", row["bridges"], sum(node in pair for pair in bridges))
        same(f"{path}: betweenness of {node}", row["betweenness"], between[node])

    gone = departments[len(departments) // 2]
    left = rows("structure", path, "--without", gone)
    alone = sum(names == [gone] for names in measures)
    same(f"{path}: without {gone}", sum(not row["others"] for row in left), alone)
    note = subprocess.run([REMIT, "structure", path, "--without", gone, "--lang", "en", "--quiet"],
                          check=True, capture_output=True, text=True).stdout
    rest = graph.copy()
    rest.remove_node(("d", gone))
    said = f"Components: {nx.number_connected_components(graph)} with it, " \
           f"{nx.number_connected_components(rest)} without it"
    if said not in note:
        sys.exit(f"{path}: without {gone}: not said: {said}\n{note}")


def check_direction(seed, folder):
    """Of leads and partners that are drawn."""
    rng = random.Random(seed)
    departments = [f"d{i}" for i in range(rng.randint(3, 7))]
    lines = ["remit: 1", "departments:", *(f"  - {{id: {d}, name: {d}}}" for d in departments),
             "notice: {id: n, title: N, issued: 2024-01-01}", "measures:"]
    weights = {}
    for number in range(1, rng.randint(2, 12)):
        names = rng.sample(departments, rng.randint(2, 3))
        leads = names[:rng.randint(1, 2)]
        rest = names[len(leads):]
        with_rest = f", with: [{', '.join(rest)}]" if rest else ""
        lines.append(f"  - {{number: {number}, title: T, lead: [{', '.join(leads)}]{with_rest}}}")
        for pair in ((a, b) for a in leads for b in rest):
            weights[pair] = weights.get(pair, 0) + 1
    path = pathlib.Path(folder) / f"lead-{seed}.yaml"
    path.write_text("\n".join(lines) + "\n")
    found = rows("structure", path, "--show", "direction")
    same(f"{path}: ties", len(found), len(weights))
    for row in found:
        same(f"{path}: {row['lead_department']}-{row['partner']}", row["measure_count"], weights[row["lead_department"], row["partner"]])
        same(f"{path}: back", row["back"], weights.get((row["partner"], row["lead_department"]), 0))
    if weights:
        share = nx.overall_reciprocity(nx.DiGraph(list(weights)))
        text = subprocess.run([REMIT, "structure", path, "--show", "direction", "--lang", "en"],
                              check=True, capture_output=True, text=True).stdout
        if f"Reciprocity {share:.3f}" not in text:
            sys.exit(f"{path}: reciprocity is {share}\n{text}")


def random_programme(seed, folder):
    rng = random.Random(seed)
    departments = [f"d{i}" for i in range(rng.randint(3, 9))]
    kinds = {("d", d): rng.choice(["ministry", "bureau", ""]) for d in departments}
    measures = [rng.sample(departments, rng.randint(1, min(4, len(departments))))
                for _ in range(rng.randint(2, 14))]
    used = [d for d in departments if any(d in names for names in measures)]
    lines = ["remit: 1", "departments:"]
    for d in departments:
        kind = kinds[("d", d)]
        lines.append(f"  - {{id: {d}, name: {d}{', kind: ' + kind if kind else ''}}}")
    lines += ["notice: {id: n, title: N, issued: 2024-01-01}", "measures:"]
    for number, names in enumerate(measures, 1):
        lines.append(f"  - {{number: {number}, title: T, departments: [{', '.join(names)}]}}")
    path = pathlib.Path(folder) / f"{seed}.yaml"
    path.write_text("\n".join(lines) + "\n")
    return path, measures, used, kinds


def shipped(path):
    """As the sheet of measures has it."""
    sheet = rows("table", path)
    columns = [key for key in sheet[0] if isinstance(sheet[0][key], list) and f"{key}_names" in sheet[0]
               and key != "scope"]
    measures = [[d for key in columns for d in row[key]] for row in sheet]
    departments = [row["department"] for row in rows("structure", path)]
    return path, [[d for d in names if d in departments] for names in measures], departments, None


with tempfile.TemporaryDirectory() as folder:
    for seed in range(RANDOM):
        check(*random_programme(seed, folder))
        check_direction(seed, folder)
for name in ("data/2020-third-batch.yaml", "data", "examples/davis-southern-women.yaml",
             "examples/programmes/us-ai.yaml"):
    check(*shipped(ROOT / name))
print(f"{compared} figures are equal")
