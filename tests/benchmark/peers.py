"""peers.py LIBRARY WORK FILE: a piece of work by another library; prints what report.hpp does.

numpy and scipy, igraph and NetworkX have the graph of a file of remit_kernels_benchmark; pyyaml
reads YAML and pandas a table of links; table is `remit workload` by PyYAML and NetworkX, as a whole process.
"""

import json
import resource
import sys
import time


def report(work):
    """As in report.hpp: the least time of runs for a fifth of a second."""
    least, spent, found = float("inf"), 0.0, {}
    while spent < 0.2:
        start = time.process_time()
        found = work()
        taken = time.process_time() - start
        least = min(least, taken)
        spent += max(taken, 1e-4)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": least, "megabytes": peak, "found": found}))


def read_graph(path):
    """(measures, departments, where each measure's links begin, the departments of all)."""
    import numpy

    head = numpy.fromfile(path, dtype=numpy.uint32, count=4)
    rest = numpy.fromfile(path, dtype=numpy.uint32, offset=16)
    measures = int(head[0])
    return measures, int(head[1]), rest[: measures + 1].astype(numpy.int64), rest[measures + 1 :].astype(numpy.int64)


def by_numpy(work, path):
    import numpy

    measures, departments, begin, links = read_graph(path)
    if work != "workload":
        raise SystemExit(f"numpy has no {work}")

    def workload():
        size = numpy.diff(begin)
        of_each = numpy.repeat(size, size)
        place = numpy.arange(len(links)) - numpy.repeat(begin[:-1], size) + 1
        named = numpy.bincount(links, minlength=departments)
        fractional = numpy.bincount(links, weights=1.0 / of_each, minlength=departments)
        numpy.bincount(links[begin[:-1][size > 0]], minlength=departments)
        numpy.bincount(links, weights=1.0 / place, minlength=departments)
        return {"links": int(named.sum()), "fractional": float(fractional.sum())}

    report(workload)


def by_scipy(work, path):
    import numpy
    import scipy.sparse
    import scipy.sparse.csgraph

    measures, departments, begin, links = read_graph(path)
    matrix = scipy.sparse.csr_matrix((numpy.ones(len(links), numpy.int32), links, begin), shape=(measures, departments))

    def projection():
        shared = matrix.T.tocsr() @ matrix
        diagonal = shared.diagonal()
        pairs = (shared.nnz - int((diagonal > 0).sum())) // 2
        return {"pairs": pairs, "shared": (int(shared.sum()) - int(diagonal.sum())) // 2}

    both = None if work != "components" else scipy.sparse.bmat([[None, matrix], [matrix.T, None]], format="csr")
    works = {
        "projection": projection,
        "components": lambda: {"components": int(scipy.sparse.csgraph.connected_components(both, directed=False)[0])},
    }
    report(works[work])


def by_igraph(work, path):
    import igraph
    import numpy

    measures, departments, begin, links = read_graph(path)
    rows = numpy.repeat(numpy.arange(measures), numpy.diff(begin))
    graph = igraph.Graph(n=measures + departments, edges=numpy.column_stack((rows, links + measures)).tolist())
    bodies = list(range(measures, measures + departments))

    def closeness():
        # igraph's is (reached) / (sum of distances) within a component.
        return {"departments": sum(x for x in graph.closeness(vertices=bodies) if x == x)}

    works = {
        "components": lambda: {"components": len(graph.connected_components())},
        "betweenness": lambda: {"departments": sum(graph.betweenness(vertices=bodies))},
        "closeness": closeness,
    }
    report(works[work])


def by_networkx(work, path):
    import networkx
    from networkx.algorithms import bipartite

    measures, departments, begin, links = read_graph(path)
    graph = networkx.Graph()
    graph.add_nodes_from(range(measures + departments))
    for m in range(measures):
        graph.add_edges_from((m, measures + int(d)) for d in links[begin[m] : begin[m + 1]])
    bodies = range(measures, measures + departments)
    works = {
        "projection": lambda: {
            "pairs": bipartite.weighted_projected_graph(graph, bodies).number_of_edges(),
        },
        "overlap": lambda: {"mean": bipartite.average_clustering(graph, bodies)},
    }
    report(works[work])


def by_pyyaml(work, path):
    import yaml

    with open(path, encoding="utf8") as file:
        text = file.read()
    report(lambda: {"measures": len(yaml.load(text, Loader=yaml.CSafeLoader)["measures"])})


def by_pandas(work, path):
    import numpy
    import pandas
    import scipy.sparse

    def load():
        table = pandas.read_csv(path, dtype=str)
        rows, measures = pandas.factorize(table["measure"])
        columns, departments = pandas.factorize(table["department"])
        ones = numpy.ones(len(rows), dtype="int8")
        matrix = scipy.sparse.csr_matrix((ones, (rows, columns)), (len(measures), len(departments)))
        return {"measures": matrix.shape[0], "links": matrix.nnz}

    report(load)


def by_table(work, path):
    """Who takes part in how many measures, by name, as `remit workload` prints first: not timed here."""
    import pathlib

    import networkx
    import yaml

    def load(file):
        return yaml.load(file.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)

    path = pathlib.Path(path)
    programme = load(path)
    files = [programme, *(load(path.parent / other) for other in programme.get("include", []))]
    names = {}
    for body in (body for each in files for body in each.get("departments", [])):
        names[body["id"]] = body["name"]
        for texts in (body["name"], body.get("short", {})):
            for text in texts.values() if isinstance(texts, dict) else [texts]:
                names[text] = body["name"]
    graph = networkx.Graph()
    for measure in programme["measures"]:
        for place, body in enumerate(measure["departments"], 1):
            graph.add_edge(("measure", measure["number"]), ("department", body), place=place)
    bodies = [node for node in graph if node[0] == "department"]
    for node in sorted(bodies, key=lambda node: -graph.degree(node)):
        links = graph[node]
        first = sum(links[m]["place"] == 1 for m in links)
        print(names[node[1]], graph.degree(node), first, sum(1.0 / graph.degree(m) for m in links), sep="\t")


{"numpy": by_numpy, "scipy": by_scipy, "igraph": by_igraph, "networkx": by_networkx, "pyyaml": by_pyyaml, "pandas": by_pandas,
 "table": by_table}[sys.argv[1]](*sys.argv[2:])
