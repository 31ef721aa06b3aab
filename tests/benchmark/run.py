"""run.py BUILD [--size tiny|usual|large] [--write FILE]: remit beside its peers on the same data.

BUILD is a folder with remit and the benchmark programs. Each program does a piece of work in turn with the others,
round after round; its time is the processor's, the median over the rounds. Peers must find the same: the exit status is
1 if one does not, 0 otherwise, however long it takes. --write makes the page of results.
"""

import argparse
import datetime
import json
import math
import os
import pathlib
import platform
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SHAPES = {
    "tiny": {"S": (200, 20), "S2": (400, 30), "M": (800, 40)},
    "usual": {"S": (10_000, 200), "S2": (100_000, 1000), "M": (1_000_000, 5000)},
}
SHAPES["large"] = {**SHAPES["usual"], "L": (10_000_000, 50_000)}
ROUNDS = {"tiny": 1, "usual": 3, "large": 3}

# Work on a graph: its sizes and the peers that do it, too; the ratio that is asked for.
KERNELS = [
    ("projection", "S S2 M L", ["graphblas", "scipy"], 3),
    ("pairs", "S S2 M L", ["graphblas", "scipy"], 1.5),
    ("workload", "S S2 M L", ["numpy"], 3),
    ("components", "S2 M L", ["scipy", "igraph"], 10),
    ("betweenness", "S", ["igraph"], 3),
    ("closeness", "S S2", ["igraph"], 20),
    ("overlap", "S", [], None),
    ("closure", "S S2", [], None),
    ("brokerage", "S S2", [], None),
    ("nodf", "S S2 M", [], None),
    ("discrepancy", "S S2", [], None),
    ("butterflies", "S S2 M", [], None),
    ("cores", "S S2", [], None),
    ("bicliques", "S", [], None),
    ("build", "S S2 M L", [], None),
]
LOADS = {"tiny": [(100, 20)], "usual": [(1000, 200), (10_000, 200), (100_000, 1000)]}
LOADS["large"] = [*LOADS["usual"], (1_000_000, 5000)]
TABLES = {"tiny": (100, 20), "usual": (1_000_000, 5000), "large": (1_000_000, 5000)}
PEER_WORK = {"pairs": "projection"}
PICTURES = [("svg", 60), ("pdf", 90), ("png", 110)]
COMMANDS = {
    "tiny": [("structure", (100, 20), 2), ("cover", (100, 20), 1)],
    "usual": [("structure", (20_000, 300), 2), ("cover", (10_000, 200), 1), ("groups", (10_000, 200), None)],
}
COMMANDS["large"] = COMMANDS["usual"]
LARGE_PICTURES = [("responsibility-map", "16x9", 1), ("matrix", "fit", 1)]


class Failure(Exception):
    """A program that ended otherwise than it should."""


class Process:
    """What a process took: its own seconds and megabytes, all that it started included.

    `peak` is the program that starts it and writes how much memory it had: started from here, a process would be
    counted with what this interpreter has.
    """

    def __init__(self, peak, command, output=subprocess.PIPE):
        start = time.perf_counter()
        with tempfile.NamedTemporaryFile() as kilobytes:
            self.run([peak, kilobytes.name, *command], output)
            self.megabytes = int(kilobytes.read() or 0) / 1024
        self.wall = time.perf_counter() - start

    def run(self, command, output):
        child = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        self.text = child.stdout.read().decode("utf8", "replace") if output == subprocess.PIPE else ""
        _, self.status, usage = os.wait4(child.pid, 0)
        self.seconds = usage.ru_utime + usage.ru_stime


def peer_command(build, peer, work, file):
    """None where it is not installed."""
    if peer == "graphblas":
        program = build / "tests/benchmark/remit_graphblas_benchmark"
        return [program, file] if program.exists() else None
    if subprocess.run(["/usr/bin/python3", "-c", f"import {peer}"], stderr=subprocess.DEVNULL).returncode != 0:
        return None
    return ["/usr/bin/python3", HERE / "peers.py", peer, work, file]


def same(one, other):
    """What both name is the same number."""
    return all(math.isclose(one[name], other[name], rel_tol=1e-6) for name in one.keys() & other.keys())


class Run:
    def __init__(self, build, size, folder):
        self.build, self.size, self.folder = build, size, pathlib.Path(folder)
        self.rows, self.growth, self.different, self.last = [], {}, [], {}

    def program(self, name):
        return self.build / f"tests/benchmark/remit_{name}_benchmark"

    def made(self, kind, measures, departments):
        path = self.folder / f"{measures}-{departments}.{kind}"
        if not path.exists():
            subprocess.run([self.program("make"), kind, str(measures), str(departments), path], check=True)
        return path

    def inside(self, work, data, commands, target):
        """Programs that time themselves; the first is remit's."""
        got = {name: [] for name in commands}
        for _ in range(ROUNDS[self.size]):
            for name, command in commands.items():
                process = Process(self.program("peak"), command)
                if process.status != 0:
                    raise Failure(f"{shlex.join(map(str, command))} ended with {process.status}")
                got[name].append(json.loads(process.text))
        ours = got["remit"][0]["found"]
        for name, all_found in got.items():
            if not all(same(ours, each["found"]) for each in all_found):
                self.different.append(f"{work} on {data}: {name} found {all_found[0]['found']}, remit {ours}")
        times = {name: max(1e-9, statistics.median(each["seconds"] for each in all_found))
                 for name, all_found in got.items()}
        memory = {name: max(each["megabytes"] for each in all_found) for name, all_found in got.items()}
        self.add(work, data, times, memory, target, "ratio")
        self.last = times
        return times["remit"]

    def whole(self, work, data, commands, target, kind):
        """Whole processes; the first is remit's."""
        got = {name: [] for name in commands}
        for _ in range(2 * ROUNDS[self.size] + 1):
            for name, command in commands.items():
                process = Process(self.program("peak"), command, subprocess.DEVNULL)
                if process.status != 0:
                    raise Failure(f"{shlex.join(map(str, command))} ended with {process.status}")
                got[name].append(process)
        times = {name: max(1e-9, statistics.median(each.seconds for each in all_got)) for name, all_got in got.items()}
        memory = {name: max(each.megabytes for each in all_got) for name, all_got in got.items()}
        self.add(work, data, times, memory, target, kind)

    def add(self, work, data, times, memory, target, kind):
        ours = times["remit"]
        peers = {name: time for name, time in times.items() if name != "remit"}
        best = min(peers, key=peers.get) if peers else None
        ratio = peers[best] / ours if best else None
        if target is None:
            verdict = ""
        elif kind == "ratio":
            verdict = "" if ratio is None else f"{'met' if ratio >= target else 'missed'} (≥ {target} ×)"
        else:
            verdict = f"{'met' if ours <= target else 'missed'} (≤ {seconds(target)})"
        beside = ", ".join(f"{name} {seconds(time)}, {memory[name]:.0f} MB" for name, time in peers.items())
        row = [work, data, seconds(ours), f"{memory['remit']:.0f} MB", beside, "" if ratio is None else f"{ratio:.2f} ×",
               verdict]
        self.rows.append(row)
        print(" | ".join(row), flush=True)

    def kernels(self):
        for work, sizes, peers, target in KERNELS:
            times = []
            for size in sizes.split():
                if size not in SHAPES[self.size]:
                    continue
                measures, departments = SHAPES[self.size][size]
                file = self.made("graph", measures, departments)
                commands = {"remit": [self.program("kernels"), work, file]}
                for peer in peers:
                    command = peer_command(self.build, peer, PEER_WORK.get(work, work), file)
                    if command:
                        commands[peer] = command
                times.append((measures, self.inside(work, f"{measures} × {departments}", commands, target)))
            if len(times) > 1:
                (first, least), (last, most) = times[0], times[-1]
                self.growth[work] = (first, last, math.log(most / least) / math.log(last / first))

    def loads(self):
        times = []
        for measures, departments in LOADS[self.size]:
            file = self.made("programme", measures, departments)
            commands = {"remit": [self.program("parsers"), "remit", file]}
            for peer in ("yaml-cpp", "libyaml"):
                commands[peer] = [self.program("parsers"), peer, file]
            if measures <= 100_000:
                commands["PyYAML"] = ["/usr/bin/python3", HERE / "peers.py", "pyyaml", "load", file]
            # Beside yaml-cpp, which reads what is not written plainly: no more than a fifth longer.
            times.append((measures, self.inside("load YAML", f"{measures} × {departments}", commands, None)))
            peer = self.last["yaml-cpp"]
            self.rows[-1][-1] = f"{'met' if times[-1][1] <= 1.2 * peer else 'missed'} (≤ 1.2 × yaml-cpp: {times[-1][1] / peer:.2f})"
        if len(times) > 1:
            (first, least), (last, most) = times[0], times[-1]
            self.growth["load YAML"] = (first, last, math.log(most / least) / math.log(last / first))

    def tables(self):
        measures, departments = TABLES[self.size]
        file = self.made("table", measures, departments)
        commands = {"remit": [self.program("parsers"), "links", file]}
        pandas = peer_command(self.build, "pandas", "load", file)
        if pandas:
            commands["pandas"] = pandas
        self.inside("load a table of links", f"{measures} × {departments}", commands, None)

    def commands(self):
        remit = self.build / "remit"
        batch = ROOT / "data/2020-third-batch.yaml"
        table = ["/usr/bin/python3", HERE / "peers.py", "table", "workload"]
        self.whole("remit workload", "third batch",
                   {"remit": [remit, "workload", batch], "PyYAML + NetworkX": [*table, batch]}, 12, "ratio")
        dot = self.folder / "batch.dot"
        dot.write_text(plain_dot(batch))
        for form, target in PICTURES:
            picture = self.folder / f"map.{form}"
            mine = [remit, "diagram", "responsibility-map", batch, "--quiet", "-o", picture]
            theirs = ["dot", f"-T{form}", "-o", self.folder / f"dot.{form}", dot]
            self.whole(f"map as {form}", "third batch", {"remit": mine, "dot": theirs}, target / 1000, "seconds")
        for command, (measures, departments), target in COMMANDS[self.size]:
            file = self.made("programme", measures, departments)
            self.whole(f"remit {command}", f"{measures} × {departments}", {"remit": [remit, command, file]}, target,
                       "seconds")
        shape = (1000, 200) if self.size != "tiny" else (100, 20)
        file = self.made("programme", *shape)
        for kind, page, target in LARGE_PICTURES:
            picture = self.folder / f"{kind}.svg"
            self.whole(f"diagram {kind}", f"{shape[0]} × {shape[1]}",
                       {"remit": [remit, "diagram", kind, file, "--page", page, "--quiet", "-o", picture]}, target, "seconds")

    def page(self):
        lines = ["# Measured", "",
                 "Made by `tools/benchmark.sh`: do not edit. Medians of the processor's time, remit and its peers in "
                 "turn on the same data, the peers' results found equal. In processes that time themselves the megabytes "
                 "are the peak of the process, the data included. A figure means something only beside the others of "
                 "its line.", "",
                 f"{datetime.date.today()}, {processor()}, {os.cpu_count()} cores, {platform.platform()}.", "",
                 "| work | data | remit | peak | peers | best peer / remit | asked for |", "|---|---|---|---|---|---|---|"]
        lines += ["| " + " | ".join(row) + " |" for row in self.rows]
        lines += ["", "Growth, as the exponent of the number of measures:", "", "| work | from | to | exponent |",
                  "|---|---|---|---|"]
        lines += [f"| {work} | {first} | {last} | {exponent:.2f} |" for work, (first, last, exponent) in
                  self.growth.items()]
        return "\n".join(lines) + "\n"


def seconds(time):
    return f"{time * 1000:.2f} ms" if time < 0.1 else f"{time:.2f} s"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def plain_dot(programme):
    """The graph of a programme as anyone would write it for dot."""
    import yaml

    measures = yaml.safe_load(programme.read_text(encoding="utf8"))["measures"]
    lines = ["graph {", "rankdir=LR; node [fontname=\"Noto Sans CJK SC\", shape=box];"]
    for measure in measures:
        title = measure["title"]
        if isinstance(title, dict):
            title = title["zh-Hans"]
        lines.append(f'm{measure["number"]} [label={json.dumps(title, ensure_ascii=False)}];')
        lines += [f'm{measure["number"]} -- {json.dumps(body)};' for body in measure["departments"]]
    return "\n".join([*lines, "}", ""])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--size", choices=SHAPES, default="usual")
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        run = Run(options.build.resolve(), options.size, folder)
        for part in (run.commands, run.kernels, run.loads, run.tables):
            try:
                part()
            except Failure as failure:
                run.different.append(str(failure))
    if options.write:
        options.write.write_text(run.page(), encoding="utf8")
    for line in run.different:
        print(line, file=sys.stderr)
    return 1 if run.different else 0


sys.exit(main())
