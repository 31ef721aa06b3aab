"""The Python module beside hand-known figures of the third batch, the command, and its peers."""

import ast
import copy
import io
import contextlib
import json
import os
import pathlib
import pickle
import re
import subprocess
import sys
import tempfile
import threading
import unittest

import remit
from remit import _remit

ROOT = pathlib.Path(__file__).resolve().parents[2]
THIRD = ROOT / "data/2020-third-batch.yaml"
SECOND = ROOT / "data/2018-second-batch.yaml"
EXAMPLES = sorted((ROOT / "examples/programmes").glob("*.yaml"))

# Measures of each department, by hand from the notice's annex; the same as NetworkX's degrees.
DEGREES = {"most": 9, "cbirc": 6, "pbc": 6, "mof": 6, "ndrc": 6, "cnipa": 3, "sasac": 1, "gacc": 1,
           "spc": 1, "moj": 1, "moe": 1, "miit": 1, "mohrss": 1}


def run(*arguments):
    """What the command writes; its warnings are not looked at."""
    environment = {k: v for k, v in os.environ.items() if k not in ("REMIT_LANG", "PYTHONPATH")}
    return subprocess.run([os.environ["REMIT"], *map(str, arguments)], env=environment, check=True,
                          capture_output=True, cwd=ROOT).stdout


def table(*arguments):
    return json.loads(run(*arguments, "--lang", "en", "--format", "json"))


def as_json(rows):
    """A table as the command's JSON has it."""
    return {"title": rows.title, "rows": json.loads(json.dumps(list(rows))),
            "columns": [{"id": key, "label": label} for key, label in rows.columns.items()],
            "notes": rows.notes, "source": rows.source}


class ThirdBatch(unittest.TestCase):
    """Figures that were worked out by hand."""

    def setUp(self):
        self.programme = remit.load(THIRD, lang="en")

    def test_counts(self):
        self.assertEqual(repr(self.programme),
                         "<remit.Programme: 16 measures, 13 departments, 43 links>")
        self.assertEqual(self.programme.language, "en")
        self.assertEqual(self.programme.problems, [])
        self.assertEqual(len(self.programme.regions), 9)

    def test_notice(self):
        notice, = self.programme.notices
        self.assertEqual({key: notice[key] for key in ("id", "issued", "published", "announced",
                                                       "listed", "withheld", "lead")},
                         {"id": "third-batch", "issued": "2020-01-23", "published": "2020-02-21",
                          "announced": 20, "listed": 16, "withheld": 4, "lead": ["ndrc", "most"]})

    def test_measure(self):
        measure = self.programme.measures[6]
        self.assertEqual(
            {key: measure[key] for key in measure if key not in ("display", "summary")},
            {"notice": "third-batch", "number": 7, "code": None,
             "title": self.programme.sheet()[6]["title"], "category": "finance",
             "departments": ["most", "cbirc"], "lead": [], "collective": [], "open": False,
             "scope": ["eight-pilot-regions"], "continues": [], "locator": None, "fields": {}})

    def test_departments(self):
        self.assertEqual(
            {each["id"]: each["abbreviation"] for each in self.programme.departments},
            {key: key.upper() for key in DEGREES})

    def test_workload(self):
        rows = self.programme.workload()
        self.assertEqual({row["department"]: row["measures"] for row in rows}, DEGREES)
        cbirc = next(row for row in rows if row["department"] == "cbirc")
        fractional = 1 / 3 + 1 / 4 + 1 / 3 + 1 / 3 + 1 / 3 + 1 / 2  # measures 1, 3, 4, 5, 6, 7
        self.assertAlmostEqual(cbirc.pop("fractional"), fractional, places=12)
        self.assertEqual(cbirc, {"department": "cbirc", "name": "CBIRC", "measures": 6,
                                 "first_named": cbirc["first_named"], "share": 6 / 16,
                                 "share_low": 6 / 20, "share_high": 10 / 20})
        self.assertIsInstance(cbirc["measures"], int)
        self.assertAlmostEqual(sum(row["fractional"] for row in self.programme.workload()), 16)

    def test_pairs(self):
        first = self.programme.pairs()[0]
        self.assertEqual((first["department_a"], first["department_b"], first["shared"],
                          first["measure_numbers"]), ("cbirc", "pbc", 5, [1, 3, 4, 5, 6]))

    def test_language(self):
        for lang, name in (("zh-Hans", "银保监会"), ("zh-Hant", "銀保監會"), ("en", "CBIRC")):
            rows = self.programme.workload(lang=lang)
            self.assertIn(name, [row["name"] for row in rows])
        self.assertIn("银保监会", [row["name"] for row in remit.load(THIRD).workload()])

    def test_explain(self):
        self.assertTrue(remit.explain("gini").startswith("gini: Gini"), remit.explain("gini"))


class TheCommand(unittest.TestCase):
    """Every table is that of the command, cell by cell, with titles, headings, notes and source."""

    def check(self, rows, *arguments, may_be_empty=("coverage", "groups", "pairs", "reorganize")):
        with self.subTest(" ".join(map(str, arguments))):
            self.assertEqual(as_json(rows), table(*arguments))
            self.assertTrue(len(rows) > 0 or arguments[0] in may_be_empty)

    def test_tables_of_the_third_batch(self):
        one = remit.load(THIRD, lang="en")
        self.check(one.contents(), "show", THIRD)
        self.check(one.sheet(), "table", THIRD)
        self.check(one.workload(), "workload", THIRD)
        for count in ("full", "first-named", "fractional", "harmonic", "arithmetic", "geometric",
                      "all"):
            self.check(one.workload(count=count), "workload", THIRD, "--count", count)
        self.check(one.workload(sort="name"), "workload", THIRD, "--sort", "name")
        self.check(one.workload(by="category", count="harmonic"), "workload", THIRD, "--by",
                   "category", "--count", "harmonic")
        self.check(one.workload(by="role"), "workload", THIRD, "--by", "role")
        self.check(one.pairs(), "pairs", THIRD)
        for weight in ("shared", "newman", "jaccard", "association-strength", "lift", "all"):
            self.check(one.pairs(weight=weight), "pairs", THIRD, "--weight", weight)
        self.check(one.pairs(min_shared=2), "pairs", THIRD, "--min-shared", "2")
        self.check(one.pairs(of="科技部"), "pairs", THIRD, "--of", "most")
        self.check(one.pairs(by="category"), "pairs", THIRD, "--by", "category")
        self.check(one.backbone(), "backbone", THIRD)
        self.check(one.backbone(show="fewer", model="sdsm"), "backbone", THIRD, "--show", "fewer", "--model", "sdsm")
        self.check(one.backbone(show="structure", draws=20, seed=3), "backbone", THIRD, "--show", "structure", "--draws",
                   "20", "--seed", "3")
        self.check(one.workload(bounds=True), "workload", THIRD, "--bounds")
        self.check(one.backbone(model="fdsm", correction="none", alpha=0.1, draws=50, seed=7),
                   "backbone", THIRD, "--model", "fdsm", "--correction", "none", "--alpha", "0.1",
                   "--draws", "50", "--seed", "7")
        self.check(one.structure(), "structure", THIRD)
        self.check(one.structure(show="whole"), "structure", THIRD, "--show", "whole")
        self.check(one.structure(show="robustness"), "structure", THIRD, "--show", "robustness")
        self.check(one.structure(side="measures"), "structure", THIRD, "--side", "measures")
        self.check(one.structure(without="most"), "structure", THIRD, "--without", "most")
        for show in ("bicliques", "concepts", "implications", "modules", "projection", "cores"):
            self.check(one.groups(show=show), "groups", THIRD, "--show", show)
        self.check(one.groups(min_departments=3, min_measures=1), "groups", THIRD,
                   "--min-departments", "3", "--min-measures", "1")
        self.check(one.coverage(), "coverage", THIRD)
        self.check(one.coverage(by="pilot"), "coverage", THIRD, "--by", "pilot")
        self.check(one.coverage(show="gaps"), "coverage", THIRD, "--gaps")
        self.check(one.coverage(show="measures", by="pilot"), "coverage", THIRD, "--measures",
                   "--by", "pilot")
        self.check(one.cover(), "cover", THIRD)
        self.check(one.cover(show="members", must=["ndrc"], without=["gacc"]), "cover", THIRD,
                   "--show", "members", "--must", "ndrc", "--not", "gacc")
        self.check(one.cover(by="category"), "cover", THIRD, "--by", "category")
        self.check(one.cover(by="region"), "cover", THIRD, "--by", "region")
        self.check(one.cover(k=2, weights={"most": 1.5}), "cover", THIRD, "--k", "2", "--weights",
                   "most=1.5")
        self.check(one.assign(), "assign", THIRD)
        self.check(one.assign(show="loads", cap={"most": 1}, keep={"1": "pbc"}), "assign", THIRD,
                   "--show", "loads", "--cap", "most=1", "--keep", "1=pbc")
        self.check(one.assign(sizes={"7": 2}, weights={"most": 2}), "assign", THIRD, "--sizes",
                   "7=2", "--weights", "most=2")

    def test_views(self):
        one = remit.load(THIRD, lang="en")
        self.check(one.as_of("2023-06-01").workload(), "workload", THIRD, "--as-of", "2023-06-01")
        self.check(one.extent("core").coverage(), "coverage", THIRD, "--extent", "core")
        self.check(one.where("category=finance", "department=most").workload(), "workload", THIRD,
                   "--where", "category=finance", "--where", "department=most")
        self.assertEqual(len(one.measures), 16, "a view leaves the programme as it was")

    def test_plans(self):
        steps = ["--merge", "cbirc+pbc=regulator"]
        plan = remit.load(THIRD, lang="en", merge="cbirc+pbc=regulator")
        for show in ("summary", "departments", "pairs", "sole"):
            self.check(plan.reorganize(show=show), "reorganize", THIRD, *steps, "--show", show)
        self.assertEqual(plan.workload()[1]["department"], "regulator")
        file = ROOT / "data/plans"
        shipped = [str(THIRD), *map(str, sorted(file.glob("*2018*.yaml"))[:1])]
        self.check(remit.load(shipped, lang="en").workload(), "workload", *shipped)

    def test_comparison(self):
        batches = remit.load(SECOND, lang="en"), remit.load(THIRD, lang="en")
        for show in ("summary", "departments", "pairs", "categories", "scope", "regions",
                     "measures", "turnover"):
            self.check(batches[0].compare(batches[1], show=show), "compare", SECOND, THIRD,
                       "--show", show)
        self.check(batches[0].compare(batches[1], bodies="first"), "compare", SECOND, THIRD,
                   "--bodies", "first")
        both = [SECOND, THIRD]
        self.check(remit.load(both, lang="en").workload(), "workload", *both)
        self.check(remit.load(ROOT / "data", lang="en").compare(), "compare", ROOT / "data")

    def test_every_example(self):
        self.assertGreater(len(EXAMPLES), 0)
        for path in EXAMPLES:
            one = remit.load(path, lang="en")
            self.check(one.contents(), "show", path)
            self.check(one.sheet(), "table", path)
            self.check(one.workload(), "workload", path)
            self.check(one.pairs(), "pairs", path)
            self.check(one.structure(), "structure", path)
            self.check(one.groups(), "groups", path)
            self.check(one.cover(), "cover", path)
            self.check(one.assign(show="loads"), "assign", path, "--show", "loads")
            links = sum(len(measure["departments"]) for measure in one.measures)
            self.assertTrue(repr(one).endswith(f" {links} links>"))

    def test_explanations(self):
        for word in ("gini", "unusual", "shared_before"):
            self.assertEqual(remit.explain(word), run("explain", word).decode())
        self.assertEqual(remit.explain("gini", lang="zh-Hans"),
                         run("explain", "gini", "--lang", "zh-Hans").decode())


class Problems(unittest.TestCase):
    def load_text(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "plan.yaml"
            path.write_text(text, encoding="utf-8")
            result = subprocess.run([os.environ["REMIT"], "check", str(path), "--format", "json"],
                                    capture_output=True)
            self.expected = json.loads(result.stdout)["problems"]
            shown = subprocess.run([os.environ["REMIT"], "check", str(path)], capture_output=True)
            self.shown = (shown.stderr + shown.stdout).decode()
            return remit.load(path)

    WRONG = ("remit: 1\ndepartments: [{id: mof, name: 财政部}]\n"
             "regions: [{id: all, kind: nation, name: 全国}]\nnotice: {id: p, title: 方案}\n"
             "measures:\n  - {number: 1, title: 一, departments: [财政步], scope: all}\n"
             "  - {number: 1, title: 二, departments: [mof], scope: nowhere, tilte: x}\n")

    def test_error_has_all_problems_with_places(self):
        with self.assertRaises(remit.Error) as caught:
            self.load_text(self.WRONG)
        self.assertEqual(caught.exception.problems, self.expected)
        self.assertEqual([problem["code"] for problem in self.expected],
                         ["unknown-department", "duplicate-number", "unknown-region",
                          "unknown-key"])
        for line in str(caught.exception).splitlines():
            self.assertIn(line, self.shown)

    def test_warnings_are_a_list(self):
        programme = self.load_text(
            "remit: 1\ndepartments: [{id: mof, name: {zh-Hans: 财政部, en: MOF}}]\n"
            "notice: {id: p, title: {zh-Hans: 方案, en: Plan}}\n"
            "measures:\n  - {number: 1, title: {zh-Hans: 一}, departments: [mof]}\n"
            "  - {number: 3, title: {zh-Hans: 二, en: Two}, departments: [mof]}\n")
        self.assertEqual(programme.problems, self.expected)
        self.assertEqual({problem["code"] for problem in programme.problems},
                         {"missing-translation", "number-skips"})

    def test_world(self):
        with self.assertRaisesRegex(remit.Error, "no/such/file.yaml"):
            remit.load("no/such/file.yaml")
        with self.assertRaisesRegex(remit.Error, "no notice"):
            remit.load(ROOT / "data/departments.yaml")
        with self.assertRaises(remit.Error) as caught:
            remit.load(THIRD, max_bytes=100)
        self.assertEqual(caught.exception.problems, [])

    def test_path_that_is_no_text(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(os.fsencode(folder), b"\xff\xfe plan.yaml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(self.WRONG)
            with self.assertRaises(remit.Error) as caught:
                remit.load(path)
            self.assertIn("\N{REPLACEMENT CHARACTER} plan.yaml",
                          caught.exception.problems[0]["file"])


class WrongUse(unittest.TestCase):
    def setUp(self):
        self.programme = remit.load(THIRD, lang="en")

    def test_unknown_words_say_what_there_is(self):
        one = self.programme
        for call, message in (
                (lambda: one.workload(count="fullest"),
                 "count: 'fullest' is none of these: full, lead, first-named, fractional, "
                 "harmonic, arithmetic, geometric, weighted, all"),
                (lambda: one.workload(sort=""), "sort: '' is none of these: measures, name, "
                                                "registry"),
                (lambda: one.groups(show="cliques"),
                 "show: 'cliques' is none of these: bicliques, concepts, implications, modules, "
                 "projection, cores"),
                (lambda: one.workload(lang="de"),
                 "lang: 'de' is a language that neither remit nor the data are in"),
                (lambda: one.workload(lang="?"),
                 "lang: '?' is none of these: zh-Hans, zh-Hant, en, es, fr"),
                (lambda: remit.load(THIRD, lang="?"),
                 "lang: '?' is none of these: zh-Hans, zh-Hant, en, es, fr"),
                (lambda: one.diagram("map"),
                 "kind: 'map' is none of these: " + ", ".join(remit.picture_kinds())),
                (lambda: one.diagram("network", page="a5"),
                 "page: 'a5' is none of these: 16x9, a4-portrait, a4-landscape, fit"),
                (lambda: one.diagram("network", format="gif"),
                 "format: 'gif' is none of these: svg, svg-paths, pdf, png, dot"),
                (lambda: one.diagram("department"), "department is needed for this picture"),
                (lambda: one.pairs(of="most?"),
                 "of: 'most?' is no department of the registry; did you mean 'most' or 'mot'?"),
                (lambda: one.pairs(min_shared=0), "min_shared must be a whole number above 0"),
                (lambda: one.backbone(alpha=float("nan")), "alpha must be a number from 0 to 1"),
                (lambda: one.backbone(show="structure", alpha=0.1), "alpha and correction are of pairs"),
                (lambda: one.workload(bounds=True, count="full"), "bounds goes without count, by and sum"),
                (lambda: one.coverage(by="village"), "by: 'village' is none of these: nation, "),
                (lambda: one.workload(count="lead"), "count: no measure declares a lead"),
                (lambda: one.cover(must=["most"], without=["科技部"]),
                 "must and without name the same department"),
                (lambda: one.cover(k="many"), "k must be a number above 0"),
                (lambda: one.assign(keep={"1": "moe"}), "keep: measure '1' does not name 'moe'"),
                (lambda: one.assign(cap={"gacc": 0}),
                 "cap: gacc may lead 0 of the 1 measures that nobody else can lead"),
                (lambda: one.as_of("2023-13-01"), "day: '2023-13-01' is not a date"),
                (lambda: one.as_of("2023"), "day: '2023' is not a day as YYYY-MM-DD"),
                (lambda: one.as_of("2023-06-01", choose={"most": "mof"}),
                 "choose: 'most' changes nothing"),
                (lambda: one.compare(), "one notice has nothing to be compared with"),
                (lambda: one.reorganize(), "reorganize: there is no plan"),
                (lambda: one.where("status=done"), "'status'"),
                (lambda: one.where("nonsense"), "is not of the form FIELD=VALUE"),
                (lambda: remit.explain("nonsense"), "metric: 'nonsense' is none of these: measures, ")):
            with self.subTest(message):
                with self.assertRaises(ValueError) as caught:
                    call()
                self.assertIn(message, str(caught.exception))

    def test_wrong_types(self):
        one = self.programme
        for call in (lambda: one.workload(count=1), lambda: one.workload("full"),
                     lambda: one.pairs(min_shared="2"), lambda: one.pairs(min_shared=-1),
                     lambda: one.compare("other"), lambda: one.diagram(), lambda: remit.load(1),
                     lambda: one.as_of(20230601), lambda: one.backbone(alpha="small"),
                     lambda: one.workload(colour="red"), lambda: remit.Programme(),
                     lambda: remit.load([1]), lambda: one.where(1), lambda: one.cover(must=[1])):
            with self.assertRaises(TypeError):
                call()

    def test_hyphen_or_underscore(self):
        self.assertEqual(self.programme.workload(count="first_named"),
                         self.programme.workload(count="first-named"))

    def test_forks_say_what_to_choose(self):
        early = remit.load(THIRD, lang="en")
        with self.assertRaisesRegex(remit.Error, "several bodies: .*choose={'"):
            early.as_of("2017-01-01")


class InMemory(unittest.TestCase):
    DEPARTMENTS = [{"id": "most", "name": {"zh-Hans": "科学技术部", "en": "Ministry of Science"},
                    "short": {"zh-Hans": "科技部", "en": "MOST"}},
                   {"id": "mof", "name": "Finance"}]
    REGIONS = [{"id": "all", "kind": "nation", "name": "Everywhere"},
               {"id": "north", "name": "North", "within": "all"}]

    def programme(self, measures, **more):
        return remit.programme(measures, departments=self.DEPARTMENTS, regions=self.REGIONS, **more)

    def test_smallest(self):
        one = remit.programme([{"number": 1, "title": "One", "departments": ["a", "b"]}],
                              departments=[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}])
        self.assertEqual([(row["department"], row["measures"], row["fractional"])
                          for row in one.workload()], [("a", 1, 0.5), ("b", 1, 0.5)])
        self.assertEqual(one.language, "en")
        self.assertEqual(one.problems, [])

    def test_all_keys(self):
        one = self.programme(
            [{"number": 1, "title": {"en": "One", "zh-Hans": "一"}, "display": "1", "summary": "s",
              "category": "c", "lead": "most", "with": ["mof"], "scope": "north", "open": True,
              "collective": ["all towns"], "locator": "p. 2", "continues": "old:3",
              "fields": {"due": "2026-Q3", "budget": 12.5, "status": "done", "note": {"en": "n"}}},
             {"code": "B.2", "title": "Two", "departments": [],
              "scope": ["all", {"unnamed": "some places"}]}],
            notice={"id": "plan", "title": "Plan", "number": "No. 1", "issuer": "Office",
                    "issued": "2026-01-15", "announced": 3, "lead": ["mof"], "source": "gazette"},
            categories=[{"id": "c", "name": "Care", "announced": 2}],
            fields=[{"id": "due", "name": "Due", "type": "date"},
                    {"id": "budget", "name": "Budget", "type": "number", "unit": "euros"},
                    {"id": "note", "name": "Note"},
                    {"id": "status", "name": "Status", "type": "choice",
                     "values": [{"id": "done", "name": "Done"}]}], lang="en")
        self.assertEqual(one.measures, [
            {"notice": "plan", "number": 1, "code": None, "title": "One", "display": "1",
             "summary": "s", "category": "c", "departments": ["most", "mof"], "lead": ["most"],
             "collective": ["all towns"], "open": True, "scope": ["north"],
             "continues": ["old:3"], "locator": "p. 2",
             "fields": {"due": "2026-Q3", "budget": 12.5, "note": "n", "status": "done"}},
            {"notice": "plan", "number": None, "code": "B.2", "title": "Two", "display": None,
             "summary": None, "category": None, "departments": [], "lead": [], "collective": [],
             "open": False, "scope": ["all", {"unnamed": "some places"}], "continues": [],
             "locator": None, "fields": {}}])
        self.assertEqual(one.notices, [
            {"id": "plan", "number": "No. 1", "title": "Plan", "issuer": "Office",
             "issued": "2026-01-15", "published": None, "lead": ["mof"], "source": "gazette",
             "announced": 3, "listed": 2, "withheld": 1}])
        self.assertEqual(one.categories, [{"notice": "plan", "id": "c", "name": "Care",
                                           "short": None, "announced": 2, "listed": 1}])
        self.assertEqual(one.regions[1], {"id": "north", "name": "North", "short": None,
                                          "aliases": [], "kind": None, "within": "all"})
        self.assertEqual(one.departments[0]["short"], "MOST")
        self.assertEqual([one.workload(sum="budget", count=count)[0]["sum"]
                          for count in ("full", "fractional", "lead")], [12.5, 6.25, 12.5])

    def test_weights(self):
        measures = [{"number": 1, "title": "One", "departments": ["most", "mof"],
                     "weights": {"most": 3, "Finance": 1.5}},
                    {"number": 2, "title": "Two", "departments": ["mof", "most"]}]
        one = self.programme(measures)
        self.assertEqual([each["weights"] for each in one.measures], [{"most": 3, "mof": 1.5}, {}])
        self.assertEqual([(row["weighted"], row["weight_sum"])
                          for row in one.workload(count="weighted", sort="registry")],
                         [(2 / 3 + 1 / 2, 3), (1 / 3 + 1 / 2, 1.5)])
        self.assertEqual(self.programme([{key: each[key] for key in measures[1] | {"weights": {}}}
                                         for each in one.measures]).measures, one.measures)
        with self.assertRaises(remit.Error) as caught:
            self.programme([measures[0] | {"weights": {"most": 0, "mof": 1}}])
        self.assertIn("must be a number from 0.000001 to 1000000000, not '0'",
                      str(caught.exception))

    def test_what_a_programme_gives_makes_it_again(self):
        first = remit.load(THIRD, lang="en")
        notice = {key: first.notices[0][key] for key in ("id", "title", "number", "issuer",
                                                         "issued", "announced", "lead")}
        categories = [{key: each[key] for key in ("id", "name", "short", "announced")}
                      for each in first.categories]
        measures = [{key: value for key, value in each.items() if key != "notice"}
                    for each in first.measures]
        kept = copy.deepcopy(measures)
        again = remit.programme(measures, notice=notice, categories=categories, lang="en",
                                include=[ROOT / "data/departments.yaml",
                                         ROOT / "data/regions.yaml"])
        self.assertEqual(measures, kept, "the dicts are left as they were")
        self.assertEqual(again.measures, first.measures)
        self.assertEqual(again.departments, first.departments)
        self.assertEqual(again.regions, first.regions)
        for name in ("workload", "pairs", "structure", "groups", "coverage", "cover", "assign",
                     "sheet"):
            self.assertEqual(getattr(again, name)(), getattr(first, name)(), name)
        self.assertEqual(again.projection().edges, first.projection().edges)

    def test_problems_have_places(self):
        with self.assertRaises(remit.Error) as caught:
            self.programme([{"number": 1, "title": "One", "departments": ["most"], "scope": "all"},
                            {"number": 2, "title": "Two", "departments": ["mof", "mots"],
                             "scope": "all"},
                            {"number": 2, "departments": "mof"}])
        self.assertEqual([(p["file"], p["line"], p["code"]) for p in caught.exception.problems],
                         [("measures", 2, "unknown-department"), ("measures", 3, "missing-field"),
                          ("measures", 3, "missing-field"), ("measures", 3, "duplicate-number")])
        line = "{'number': 2, 'title': 'Two', 'departments': ['mof', 'mots'], 'scope': 'all'}"
        self.assertEqual(
            str(caught.exception).splitlines()[:3],
            ["measures:2:" + str(line.index("'mots'") + 1) +
             ": error: measure 2 names department 'mots', which is not known [unknown-department]",
             "    " + line, "    " + " " * line.index("'mots'") + "^"])

    def test_wrong_shapes(self):
        good = {"number": 1, "title": "One", "departments": ["most"], "scope": "all"}
        for change, error, message in (
                ({"title": 1}, TypeError, "measures[0]['title'] must be a str, not int"),
                ({"number": "1"}, TypeError, "measures[0]['number'] must be a whole number, not str"),
                ({"number": True}, TypeError, "must be a whole number, not bool"),
                ({"number": -1}, ValueError, "measures[0]['number'] must be from 0 to 4294967295"),
                ({"number": 2 ** 70}, ValueError, "must be from 0 to 4294967295"),
                ({"open": "yes"}, TypeError, "measures[0]['open'] must be True or False, not str"),
                ({"departments": [1]}, TypeError, "['departments'] must be a str, not int"),
                ({"title": {"e n": "x"}}, ValueError, "'e n' is no tag of a language"),
                ({"title": "a\x00b"}, ValueError, "measures[0]['title'] has a control character"),
                ({"title": "\ud800"}, UnicodeError, ""),
                ({"tilte": "x"}, ValueError, "measures[0]: 'tilte' is none of these: number, code, "),
                ({"scope": {"unnamed": "x", "or": 1}}, ValueError, "'or' is none of these: unnamed"),
                ({"fields": []}, TypeError, "measures[0]['fields'] must be a dict, not list"),
                ({"with": "mof"}, ValueError, "not 'departments' and 'with'")):
            with self.subTest(change=change):
                with self.assertRaises(error) as caught:
                    self.programme([{**good, **change}])
                self.assertIn(message, str(caught.exception))
        for measures, message in ((None, None), ("text", "must be a list of dicts, not str"),
                                  ({}, "must be a list of dicts, not dict"),
                                  ([1], "measures[0] must be a dict, not int"), (7, "not int")):
            with self.assertRaises((TypeError, remit.Error)) as caught:
                self.programme(measures)
            self.assertIn(message or "", str(caught.exception))
        with self.assertRaisesRegex(ValueError, "type of a field: 'colour' is none of these"):
            self.programme([good], fields=[{"id": "f", "name": "F", "type": "colour"}])

    def test_hostile_names(self):
        hostile = '"; DROP <script>&amp;\\n {{x}} \'ü\' 🎌 =1+1 # : - [a]'
        one = remit.programme(
            [{"number": 1, "title": hostile + "\nnext\tline", "departments": ["x", "y"]}],
            departments=[{"id": "x", "name": hostile}, {"id": "y", "name": "=" + hostile}])
        self.assertEqual(one.measures[0]["title"], hostile + " next line")
        self.assertEqual([each["name"] for each in one.workload()], [hostile, "=" + hostile])
        graph = one.graph()
        self.assertEqual(graph.nodes["department-x"]["label"], hostile)
        self.assertNotIn("<script>", one.workload()._repr_html_())
        self.assertEqual(one.workload().to_frame()["name"].tolist(), [hostile, "=" + hostile])
        turned = remit.programme([{"number": 1, "title": "a\u202eb", "departments": ["x"]}],
                                 departments=[{"id": "x", "name": "X"}])
        self.assertEqual([(p["code"], p["file"], p["line"]) for p in turned.problems],
                         [("bidirectional-control", "measures", 1)])

    def test_records_of_pandas(self):
        import pandas
        frame = pandas.DataFrame({"number": [1, 2], "title": [" One ", "Two"],
                                  "departments": [["most"], "mof"], "category": ["c", None],
                                  "locator": ["p. 1", float("nan")], "scope": ["all", "north"]})
        one = self.programme(frame.to_dict("records"), categories=[{"id": "c", "name": "C"}])
        again = self.programme([{**row, "number": frame["number"].iloc[at]}
                                for at, row in enumerate(frame.to_dict("records"))],
                               categories=[{"id": "c", "name": "C"}])
        self.assertEqual([(m["number"], m["title"], m["category"], m["locator"])
                          for m in one.measures],
                         [(1, "One", "c", "p. 1"), (2, "Two", None, None)])
        self.assertEqual(again.measures, one.measures)
        holes = pandas.DataFrame({"number": [1, None], "code": [None, "C-2"], "title": ["One", "Two"],
                                  "departments": ["most", "mof"], "scope": "all",
                                  "fields": [{"day": pandas.Timestamp("2020-01-02")},
                                             {"day": pandas.NaT, "spent": pandas.NA}]})
        made = self.programme(holes.to_dict("records"), fields=[
            {"id": "day", "name": "Day", "type": "text"}, {"id": "spent", "name": "Spent"}])
        self.assertEqual([(m["number"], m["code"]) for m in made.measures], [(1, None), (None, "C-2")])
        self.assertEqual(made.measures[1].get("fields") or {}, {})
        noticed = self.programme(
            [{"number": 1, "title": "T", "departments": ["most"], "scope": "all"}],
            notice={"id": "n", "title": "N", "issued": pandas.Timestamp("2020-01-02 03:04")})
        self.assertEqual(noticed.notices[0]["issued"], "2020-01-02")

    def test_others_that_are_none(self):
        with self.assertRaisesRegex(TypeError, "must be a Programme, not NoneType"):
            self.programme([{"number": 1, "title": "T", "departments": ["most"], "scope": "all"}]
                           ).diagram("comparison", others=[None])

    def test_includes(self):
        with self.assertRaisesRegex(remit.Error, "nowhere.yaml"):
            remit.programme([], include="nowhere.yaml")
        one = remit.programme([{"number": 1, "title": "一", "departments": ["科技部"]}],
                              include=ROOT / "data/departments.yaml")
        self.assertEqual(one.departments[0]["id"], "most")


class Peers(unittest.TestCase):
    def setUp(self):
        self.programme = remit.load(THIRD, lang="en")

    def test_two_mode_graph(self):
        graph = self.programme.graph()
        sides = [data["bipartite"] for _, data in graph.nodes(data=True)]
        self.assertEqual((sides.count(1), sides.count(0)), (16, 13 + 9))
        self.assertEqual({node: graph.degree(node) for node in graph if "department" in node},
                         {"department-" + key: count for key, count in DEGREES.items()})
        self.assertEqual(self.programme.graph(regions=False).number_of_edges(), 43)
        self.assertEqual(graph.edges["measure-7", "department-cbirc"],
                         {"class": "responsibility", "role": "guiding", "position": 2,
                          "fractional": 0.5})
        self.assertEqual(graph.nodes["department-cbirc"]["label"], "CBIRC")

    def test_components(self):
        import networkx
        graph = self.programme.graph(regions=False)
        self.assertEqual(sorted(map(len, networkx.connected_components(graph))), [2, 27])
        departments = {node for node in graph if "department" in node}
        self.assertEqual(networkx.bipartite.density(graph, departments), 43 / (13 * 16))
        between = networkx.bipartite.betweenness_centrality(graph, departments)
        self.assertAlmostEqual(between["department-most"], 0.2994721504967406, places=12)
        structure = {row["department"]: row for row in self.programme.structure()}
        self.assertAlmostEqual(structure["cnipa"]["betweenness"], between["department-cnipa"])

    def test_networkx_agrees(self):
        import networkx
        graph = self.programme.projection()
        self.assertEqual(graph.number_of_nodes(), 13)
        shared = {(row["department_a"], row["department_b"]): row["shared"]
                  for row in self.programme.pairs()}
        self.assertEqual({(a[11:], b[11:]): data["weight"] for a, b, data in graph.edges(data=True)},
                         shared)
        two_mode = self.programme.graph(regions=False)
        departments = [node for node, data in two_mode.nodes(data=True) if data["bipartite"] == 0]
        peer = networkx.bipartite.weighted_projected_graph(two_mode, departments)
        self.assertEqual({frozenset(edge): data["weight"] for *edge, data in peer.edges(data=True)},
                         {frozenset(edge): data["weight"] for *edge, data in graph.edges(data=True)})

    def test_pandas(self):
        frame = self.programme.workload().to_frame()
        self.assertEqual(frame.shape, (13, 8))
        self.assertEqual(frame["measures"].sum(), 43)
        self.assertEqual(str(frame["measures"].dtype), "int64")
        self.assertEqual(str(frame["fractional"].dtype), "float64")
        self.assertIn("State Council", frame.attrs["source"])
        self.assertEqual(list(remit.frame(self.programme.measures)["number"]), list(range(1, 17)))
        empty = self.programme.groups(min_measures=16).to_frame()
        self.assertEqual((len(empty), list(empty.columns)[0]), (0, "departments"))

    def test_without_pandas(self):
        code = ("import sys; sys.modules['pandas'] = sys.modules['networkx'] = None; import remit; "
                f"p = remit.load({str(THIRD)!r}); print(len(p.workload()))\n"
                "try: p.workload().to_frame()\nexcept ImportError: print('no pandas')\n")
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        self.assertEqual(result.stdout.decode(), "13\nno pandas\n")


class Pictures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.programme = remit.load(THIRD, lang="en")
        cls.picture = cls.programme.diagram("network")

    def test_notebook(self):
        svg = self.picture._repr_svg_()
        self.assertIn("<svg", svg)
        self.assertIn('id="department-most"', svg)
        self.assertIsNone(self.picture._repr_png_())
        png = self.programme.diagram("network", format="png")
        self.assertEqual(png._repr_png_()[:8], b"\x89PNG\r\n\x1a\n")
        self.assertIsNone(png._repr_svg_())

    def test_is_that_of_the_command(self):
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = f"{folder}/ours.svg", f"{folder}/theirs.svg"
            self.assertEqual(self.picture.save(ours), [ours])
            run("diagram", "network", THIRD, "--lang", "en", "-o", theirs)
            self.assertEqual(pathlib.Path(ours).read_bytes(), pathlib.Path(theirs).read_bytes())
            self.assertEqual(pathlib.Path(ours).read_bytes(), bytes(self.picture))

    def test_briefing_is_that_of_the_command_but_for_the_file(self):
        theirs = run("brief", THIRD, "--lang", "en,zh-Hans", "-o", "-")
        without_file = re.sub(r'<p class="source">[^<]*SHA-256[^<]*</p>\n', "",
                              theirs.decode())
        self.assertEqual(self.programme.brief(languages=["en", "zh-Hans"]), without_file)
        with self.assertRaisesRegex(ValueError, "xx"):
            self.programme.brief(languages=["xx"])

    def test_formats(self):
        self.assertEqual(self.picture.render("pdf")[0][:5], b"%PDF-")
        self.assertIn(b"graph", self.picture.render("dot")[0])
        self.assertNotIn(b"<text", self.picture.render("svg-paths")[0])

    def test_kinds(self):
        plan = remit.load(THIRD, lang="en", merge="cbirc+pbc=regulator")
        more = {"department": {"department": "科技部"}, "region": {"region": "Sichuan"},
                "comparison": {"others": [self.programme]}}
        for kind in remit.picture_kinds():
            of = plan if kind == "reorganization" else self.programme
            if kind == "comparison":
                of = remit.load(SECOND, lang="en")
            picture = of.diagram(kind, **more.get(kind, {}))
            self.assertGreater(len(picture.title), 10, kind)
            self.assertTrue(repr(picture).startswith("<remit.Picture: "))

    def test_options(self):
        picture = self.programme.diagram("workload", lang="zh+en", page="a4-portrait", title="T <&>",
                                         subtitle="S", date="2026-01-15")
        self.assertEqual(picture.title, "T <&>")
        self.assertIn("银保监会", picture._repr_svg_())

    def test_pages(self):
        long = remit.programme(
            [{"number": n, "title": f"A measure with a title of some length, number {n}",
              "departments": [f"d{n % 7}", f"d{n % 5}x"]} for n in range(1, 121)],
            departments=[{"id": f"d{n}", "name": f"Department {n}"} for n in range(7)] +
                        [{"id": f"d{n}x", "name": f"Office {n}"} for n in range(5)])
        picture = long.diagram("matrix")
        self.assertGreater(len(picture), 1)
        self.assertEqual([len(page) for page in picture], [1] * len(picture))
        with self.assertRaisesRegex(ValueError, "pages; take one"):
            bytes(picture)
        with self.assertRaises(IndexError):
            picture[len(picture)]
        self.assertEqual(picture[-1].render(), picture.render()[-1:])
        with tempfile.TemporaryDirectory() as folder:
            paths = picture.save(pathlib.Path(folder) / "map.svg")
            self.assertEqual([os.path.basename(path) for path in paths],
                             [f"map-{n}.svg" for n in range(1, len(picture) + 1)])
            self.assertEqual([pathlib.Path(path).read_bytes() for path in paths], picture.render())
            self.assertEqual(len(picture.save(folder + "/map.pdf")), 1)
            with self.assertRaisesRegex(ValueError, "'gif' is none of these"):
                picture.save(folder + "/map.gif")
            with self.assertRaisesRegex(remit.Error, "nowhere"):
                picture.save(folder + "/nowhere/map.pdf")

    def test_refusal(self):
        big = remit.programme(
            [{"number": n, "title": f"Measure {n}", "departments": [f"d{a}", f"d{b}", f"d{n % 9}"]}
             for n, (a, b) in enumerate([(a, b) for a in range(9, 20) for b in range(20, 28)], 1)],
            departments=[{"id": f"d{n}", "name": f"D{n}"} for n in range(28)])
        with self.assertRaises(remit.PictureRefusal) as caught:
            big.diagram("lattice")
        self.assertIsInstance(caught.exception, remit.Error)


class Module(unittest.TestCase):
    def test_other_threads_go_on(self):
        """A thread that Python's lock keeps out runs while a table is computed."""
        programme = remit.load(THIRD, lang="en")
        gate = threading.Lock()
        ran = []

        def wait_and_run():
            with gate:
                ran.append(True)

        gate.acquire()
        thread = threading.Thread(target=wait_and_run)
        thread.start()
        usual = sys.getswitchinterval()
        sys.setswitchinterval(1000)  # nobody is made to give the lock away
        try:
            gate.release()
            before = list(ran)
            for _ in range(100):  # a busy machine may not let it run at once
                programme.backbone(model="fdsm")
                if ran:
                    break
            after = list(ran)
        finally:
            sys.setswitchinterval(usual)
        thread.join()
        self.assertEqual((before, after), ([], [True]))

    def test_threads_agree(self):
        programme = remit.load(THIRD, lang="en")
        expected = programme.structure()
        results = []
        threads = [threading.Thread(target=lambda: results.append(programme.structure()))
                   for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(results, [expected] * 8)

    def test_tables_are_plain_data(self):
        rows = remit.load(THIRD, lang="en").workload()
        again = pickle.loads(pickle.dumps(rows))
        self.assertEqual((list(again), again.notes, again.columns),
                         (list(rows), rows.notes, rows.columns))
        self.assertEqual(json.loads(json.dumps(rows)), list(rows))

    def test_stub_says_what_there_is(self):
        """The stub and pybind11's own signatures name the same methods and parameters."""
        tree = ast.parse((ROOT / "python/remit/_remit.pyi").read_text())
        methods = {}
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                for method in node.body:
                    if isinstance(method, ast.FunctionDef):
                        methods[f"{node.name}.{method.name}"] = method
            elif isinstance(node, ast.FunctionDef):
                methods[node.name] = node
        found = {name: getattr(_remit, name) for name in dir(_remit)
                 if callable(getattr(_remit, name)) and not isinstance(getattr(_remit, name), type)}
        for cls in (_remit.Programme, _remit.Pages):
            found.update({f"{cls.__name__}.{name}": member for name, member in vars(cls).items()
                          if not name.startswith("_") or name in ("__len__",)})
        self.assertEqual(sorted(name for name in methods), sorted(found))
        for name, member in found.items():
            if isinstance(member, property):
                continue
            arguments = methods[name].args
            ours = [each.arg for each in arguments.args + arguments.kwonlyargs]
            text = re.sub(r"\[[^\[\]]*\]", "", re.sub(r"\[[^\[\]]*\]", "", member.__doc__))
            theirs = re.findall(r"(?:\(|, )(\w+):", text.split(" -> ")[0])
            theirs = ["self" if each == "self" else each for each in theirs]
            self.assertEqual(ours, theirs, name)

    def test_example(self):
        path = ROOT / "python/examples/briefing.py"
        with tempfile.TemporaryDirectory() as folder:
            out = subprocess.run([sys.executable, str(path), str(THIRD), folder],
                                 capture_output=True, check=True).stdout.decode()
            self.assertEqual(sorted(os.listdir(folder)), ["network.pdf", "network.svg"])
        self.assertEqual(out, path.with_suffix(".expected").read_text())

    def test_readme(self):
        """What the tour shows is what its code gives."""
        text = (ROOT / "python/README.md").read_text()
        blocks = re.findall(r"```python\n(.*?)```", text, re.S)
        self.assertGreater(len(blocks), 3)
        import doctest
        test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README", None, 0)
        self.assertGreater(len(test.examples), 10)
        with tempfile.TemporaryDirectory() as folder:
            here = os.getcwd()
            os.chdir(folder)
            os.symlink(ROOT / "data", "data")
            report = io.StringIO()
            with contextlib.redirect_stdout(report):
                result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
            os.chdir(here)
        self.assertEqual(result.failed, 0, report.getvalue())


if __name__ == "__main__":
    unittest.main()
