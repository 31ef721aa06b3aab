"""export_figures.py PROGRAM ROOT: every format of `remit export`, read by its peer, has as many nodes and edges
and the same degrees and sum of weights as the tables have; prints them. Then what users of these formats
have stumbled over elsewhere, each as a test."""

import collections
import contextlib
import csv
import io
import json
import math
import re
import sqlite3
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as xml

import igraph
import networkx as nx

warnings.simplefilter("ignore")
PROGRAM, ROOT = sys.argv[1:]
EXAMPLES = ROOT + "/examples/programmes/"
PROGRAMMES = {"third batch": ROOT + "/data/2020-third-batch.yaml", "both batches": ROOT + "/data",
              "us-ai": EXAMPLES + "us-ai.yaml", "canada": EXAMPLES + "canada.yaml",
              "davis": ROOT + "/examples/davis-southern-women.yaml"}

# Titles that are alike, a measure without departments, Chinese, codes that are no name tokens.
ALIKE = """
remit: 1
departments: [{id: a, name: 甲}, {id: b, name: 甲}]
regions: [{id: r, kind: nation, name: R}]
notice: {id: n, title: N}
measures:
  - {code: C 1, title: 同名, departments: [a, b], scope: r}
  - {code: C 2, title: 同名, departments: [a, b], scope: r}
  - {code: 三（五）, title: 无人, departments: [], scope: r}
"""


def expect(where, what, actual, wanted):
    if actual != wanted:
        sys.exit(f"{where}: {what}: {actual} instead of {wanted}")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments, "--quiet"], check=True, capture_output=True).stdout


def export(programme, form, *options):
    return run("export", programme, "--lang", "en", "--format", form, *options).decode()


def rows_of(command, programme):
    return json.loads(run(command, programme, "--format", "json"))["rows"]


@contextlib.contextmanager
def file_of(content, ending):
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(content if isinstance(content, bytes) else content.encode())
        file.flush()
        yield file.name


# What a peer reads: number of nodes, pairs of ends, weights.
def of_networkx(graph, weight):
    links = list(graph.edges(data=True))
    return graph.number_of_nodes(), [link[:2] for link in links], \
        [float(str(link[2][weight]).strip('"')) for link in links]


def of_igraph(graph, weight):
    links = [(edge.source, edge.target) for edge in graph.es]
    return graph.vcount(), links, [float(value) for value in graph.es[weight]] if weight else [1.0] * len(links)


def read_with(reader, text, ending):
    with file_of(text, ending) as name:
        return reader(name)


def read_gexf(text):
    return nx.read_gexf(io.BytesIO(text.encode()))


def read_context(text):
    lines = text.split("\n")
    objects, attributes = int(lines[2]), int(lines[3])
    crosses = lines[5 + objects + attributes:][:objects]
    return objects + attributes, [(o, -1 - a) for o, row in enumerate(crosses)
                                  for a, mark in enumerate(row) if mark == "X"], None


def read_ucinet(text):
    """No peer here reads an edge list of two modes, nor labels in quotes, as igraph does not."""
    head, _, data = text.partition("data:\n")
    nodes = sum(int(each) for each in re.findall(r"\bn[rc]?=(\d+)", head))
    lines = [re.fullmatch(r'"([^"]*)" "([^"]*)" (\d+)', line).groups() for line in data.splitlines()]
    modes = ("d ", "m ") if "nr=" in head else ("", "")
    return nodes, [(modes[0] + a, modes[1] + b) for a, b, _ in lines], [float(each[2]) for each in lines]


def read_csv(text):
    rows = list(csv.DictReader(io.StringIO(text)))
    ends = [("m " + row["measure"] + row["number"] + row.get("notice", ""), "d " + row["department"])
            for row in rows]
    return None, ends, [float(row["fractional"]) for row in rows]


def read_sqlite(programme, projection):
    with file_of(run("export", programme, "--format", "sqlite"), ".sqlite") as name:
        base = sqlite3.connect(name)
        nodes = base.execute("SELECT COUNT(*) FROM department").fetchone()[0]
        if projection:
            sql = ("SELECT a.department, b.department, COUNT(*) FROM link AS a JOIN link AS b USING (measure) "
                   "WHERE a.department < b.department GROUP BY 1, 2")
        else:
            nodes += base.execute("SELECT COUNT(*) FROM measure").fetchone()[0]
            sql = ("SELECT 'd ' || department, 'm ' || measure, "
                   "1.0 / (SELECT COUNT(*) FROM link AS all_of WHERE all_of.measure = link.measure) FROM link")
        found = base.execute(sql).fetchall()
    return nodes, [row[:2] for row in found], [row[2] for row in found]


def readings(programme, projection):
    option, weight = ("--projection", "weight") if projection else ("--no-regions", "fractional")
    form = {each: export(programme, each, option)
            for each in ("dot", "graphml", "gexf", "json", "pajek", "ucinet")}
    yield "dot", "NetworkX", of_networkx(read_with(nx.nx_agraph.read_dot, form["dot"], ".dot"), weight)
    yield "graphml", "NetworkX", of_networkx(nx.parse_graphml(form["graphml"]), weight)
    yield "graphml", "igraph", of_igraph(
        read_with(igraph.Graph.Read_GraphML, form["graphml"], ".graphml"), weight)
    yield "gexf", "NetworkX", of_networkx(read_gexf(form["gexf"]), weight)
    yield "json", "NetworkX", of_networkx(nx.node_link_graph(json.loads(form["json"])), weight)
    pajek = of_igraph(read_with(igraph.Graph.Read_Pajek, form["pajek"], ".net"), "weight")
    yield "pajek", "igraph", pajek if projection else (*pajek[:2], None)
    ucinet = read_ucinet(form["ucinet"])
    yield "ucinet", "its lines", ucinet if projection else (*ucinet[:2], None)
    if not projection:
        yield "cxt", "its lines", read_context(export(programme, "cxt"))
        yield "csv", "csv", read_csv(export(programme, "csv"))
    yield "sqlite", "sqlite3", read_sqlite(programme, projection)


def degrees_of(ends):
    return sorted(collections.Counter(end for link in ends for end in link).values())


def wanted(programme, projection):
    """Nodes, degrees, sum of weights, by the tables."""
    loads, pairs = rows_of("workload", programme), rows_of("pairs", programme)
    if projection:
        ends = [(pair["department_a"], pair["department_b"]) for pair in pairs]
        return len(loads), ends, sum(pair["shared"] for pair in pairs)
    measures = rows_of("table", programme)
    roles = [column for column in ("lead_departments", "with", "first_department", "also_named") if column in measures[0]]
    ends = [(("m", m), ("d", each)) for m, row in enumerate(measures) for column in roles for each in row[column]]
    return len(loads) + len(measures), ends, sum(any(row[column] for column in roles) for row in measures)


def figures():
    print(f"{'programme':13} {'graph':10} {'format':8} {'peer':9} {'nodes':>5} {'edges':>6} {'sum of weights':>14}")
    for name, programme in PROGRAMMES.items():
        for projection in (False, True):
            nodes, ends, total = wanted(programme, projection)
            graph = "projection" if projection else "two modes"
            for form, peer, (count, links, weights) in readings(programme, projection):
                where = f"{name}, {graph}, {form}, {peer}"
                expect(where, "nodes", count, nodes if count is not None else None)
                expect(where, "edges", len(links), len(ends))
                expect(where, "degrees", degrees_of(links), degrees_of(ends))
                # A weight has six digits.
                if weights is not None:
                    close = math.isclose(sum(weights), total, rel_tol=2e-6)
                    expect(where, f"sum of weights {sum(weights)} is {total}", close, True)
                told = "-" if weights is None else f"{sum(weights):.2f}"
                print(f"{name:13} {graph:10} {form:8} {peer:9} {count if count is not None else '-':>5} "
                      f"{len(links):6} {told:>14}")


def gexf_of(text):
    space = "{http://www.gexf.net/1.2draft}"
    graph = xml.fromstring(text).find(space + "graph")
    return space, graph


def stumbling_blocks_of_gexf(where, text):
    space, graph = gexf_of(text)
    for attributes in graph.iter(space + "attributes"):
        kind = attributes.get("class")
        titles = [each.get("title") for each in attributes]
        # Gephi's tables do not tell case apart, and readers keep these names for themselves.
        expect(where, f"titles of {kind}", len({each.lower() for each in titles}), len(titles))
        kept = {"id", "label", "pid", "type", "for", "start", "end", "timestamp", "timeset", "interval",
                "source", "target", "weight", "kind"}
        expect(where, f"reserved titles of {kind}", kept & {each.lower() for each in titles}, set())
        # Lists are read in as many ways as there are readers; booleans as True or true.
        expect(where, "types", {each.get("type") for each in attributes} <= {"string", "long", "double"}, True)
        declared = {each.get("id") for each in attributes}
        for value in graph.iter(space + kind):
            said = [each.get("for") for each in value.iter(space + "attvalue")]
            expect(where, f"declared of {kind}", set(said) <= declared, True)
            expect(where, f"values of {kind}", len(set(said)), len(said))
    for kind in ("node", "edge"):
        ids = [each.get("id") for each in graph.iter(space + kind)]
        expect(where, f"ids of {kind}s", len(set(ids)), len(ids))
        expect(where, f"a {kind} without id", None in ids, False)
    strangers = {each.tag for each in graph.iter() if not each.tag.startswith(space)}
    expect(where, "colors, whose alpha greys out", strangers, set())


def stumbling_blocks_of_graphml(where, text):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.fromstring(text)
    keys = list(root.iter(space + "key"))
    ids = [key.get("id") for key in keys]
    expect(where, "ids of keys", len(set(ids)), len(ids))
    # Without `for` a key is of everything; of one name twice Gephi keeps one.
    expect(where, "for", {key.get("for") for key in keys} <= {"graph", "node", "edge"}, True)
    names = [(key.get("for"), key.get("attr.name").lower()) for key in keys]
    expect(where, "names", len(set(names)), len(names))
    expect(where, "types", {key.get("attr.type") for key in keys} <= {"string", "long", "double"}, True)
    types = {key.get("id"): key.get("attr.type") for key in keys}
    for data in root.iter(space + "data"):
        if types[data.get("key")] == "long":
            int(data.text)
        elif types[data.get("key")] == "double":
            expect(where, f"{data.text} is finite", math.isfinite(float(data.text)), True)
    nodes = [node.get("id") for node in root.iter(space + "node")]
    expect(where, "ids of nodes", len(set(nodes)), len(nodes))
    # Its schema has no other ids than name tokens.
    strange = [each for each in [*nodes, *ids] if not re.fullmatch(r"[-.:\w]+", each)]
    expect(where, "ids that are no name tokens", strange, [])
    ends = {edge.get(end) for edge in root.iter(space + "edge") for end in ("source", "target")}
    expect(where, "ends without a node", ends - set(nodes), set())


def stumbling_blocks():
    with file_of(ALIKE, ".yaml") as alike:
        for programme in [*PROGRAMMES.values(), alike]:
            for options in ([], ["--no-regions"], ["--projection"]):
                where = " ".join([programme, *options])
                stumbling_blocks_of_gexf(where, export(programme, "gexf", *options))
                stumbling_blocks_of_graphml(where, export(programme, "graphml", *options))
                text = export(programme, "json", *options)
                json.loads(text, parse_constant=lambda word: sys.exit(f"{where}: {word} is no JSON"))
        # Labels are all that UCINET and contexts tell nodes apart by.
        _, links, _ = read_ucinet(export(alike, "ucinet"))
        expect("alike", "links of UCINET", len(set(links)), 4)
        expect("alike", "ends", len({end for link in links for end in link}), 4)
        names = export(alike, "cxt").split("\n")[5:10]
        expect("alike", "names of the context", len(set(names)), 5)
        pajek = re.findall(r'^\d+ "(.*)"', export(alike, "pajek"), re.M)
        expect("alike", "names of Pajek", len(set(pajek)), 5)
        nodes = json.loads(export(alike, "json", "--projection"))
        expect("alike", "shared codes", nodes["links"][0]["measures"], ["C 1", "C 2"])
        graphml = export(alike, "graphml", "--no-regions")
        tokens = sorted(re.findall('<node id="measure-(.*)"', graphml))
        expect("alike", "ids of GraphML", tokens, ["C:20:1", "C:20:2", "三:ff08:五:ff09:"])
        graphml = export(alike, "graphml", "--projection")
        expect("alike", "shared codes as a text", '["C 1", "C 2"]' in graphml.replace("&quot;", '"'), True)
    both = list(csv.DictReader(io.StringIO(export(PROGRAMMES["both batches"], "csv"))))
    expect("both batches", "notices of CSV", {row["notice"] for row in both}, {"second-batch", "third-batch"})
    # GML is of seven bits, in which every reader finds its own Chinese: there is none.
    done = subprocess.run([PROGRAM, "export", PROGRAMMES["davis"], "--format", "gml"], capture_output=True)
    expect("gml", "status", done.returncode, 2)


figures()
stumbling_blocks()
