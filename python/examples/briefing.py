"""From a notice to what a meeting asks: who carries how much, with whom, and a picture of it.

    python3 briefing.py data/2020-third-batch.yaml briefing
"""

import os
import sys

import networkx
import remit

notice, folder = sys.argv[1:]
programme = remit.load(notice, lang="en")
print(programme)
print(programme.notices[0]["title"])

# Who carries how much? A table is a list of dicts.
workload = programme.workload()
for row in workload[:4]:
    print(f"{row['name']:6} {row['measures']:3} of 16, {row['share_low']:.0%} to "
          f"{row['share_high']:.0%} of all 20")
print(workload.notes[0])

# With whom? As a frame of pandas.
pairs = programme.pairs().to_frame()
print(pairs.loc[pairs["shared"] >= 3, ["department_a", "department_b", "shared"]].to_string())

# Who connects the others? The graph is one of NetworkX, with all its algorithms.
graph = programme.graph(regions=False)
departments = [node for node, data in graph.nodes(data=True) if data["class"] == "department"]
between = networkx.bipartite.betweenness_centrality(graph, departments)
for node in sorted(departments, key=between.get, reverse=True)[:3]:
    print(graph.nodes[node]["label"], f"{between[node]:.3f}")

# What if two of them were one?
merged = remit.load(notice, lang="en", merge="cbirc+pbc=regulator")
for row in merged.reorganize(show="departments")[:2]:
    print(row["name"], row["measures_before"], row["measures_after"])

# A picture, for the screen and for print.
picture = programme.diagram("network")
print(picture.title)
for ending in ("svg", "pdf"):
    picture.save(os.path.join(folder, f"network.{ending}"))
