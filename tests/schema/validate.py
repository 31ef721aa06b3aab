"""validate.py REMIT SOURCE_FOLDER: the JSON Schema against a real validator and the program.

What the program reads the schema accepts; what is wrong in shape both refuse.
"""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from random import Random

import yaml
from jsonschema import Draft7Validator

remit, source = sys.argv[1], pathlib.Path(sys.argv[2])
data = source / "data"
corpus = source / "tests" / "fuzz" / "corpus"
schema_text = (data / "remit.schema.json").read_text(encoding="utf-8")
schema = json.loads(schema_text)
failures = []


class Loader(yaml.SafeLoader):
    """As YAML 1.2 has it: a date is text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
validator = Draft7Validator(schema)


def expect(condition, message):
    if not condition:
        failures.append(message)


def problems(text):
    return [f"{list(e.absolute_path)}: {e.message}"[:200] for e in validator.iter_errors(yaml.load(text, Loader))]


def is_read(path):
    return subprocess.run([remit, "check", "--quiet", path], capture_output=True).returncode == 0


Draft7Validator.check_schema(schema)
printed = subprocess.run([remit, "schema"], capture_output=True, check=True).stdout
expect(printed == schema_text.encode(), "'remit schema' prints something else")

shipped = [path for folder in ("", "plans/", "zones/") for path in sorted(data.glob(folder + "*.yaml"))]
expect(len(shipped) >= 6, "shipped files are missing")
for path in shipped:
    text = path.read_text(encoding="utf-8")
    expect(problems(text) == [], f"{path.name}: {problems(text)}")
    up = "" if path.parent == data else "../"
    line = f"# yaml-language-server: $schema={up}remit.schema.json\n"
    expect(text.startswith(line), f"{path.name} does not name its schema")

read = [path for path in sorted(corpus.glob("*.yaml")) if is_read(path)]
expect(len(read) >= 5, f"only {len(read)} files of the corpus are read")
for path in read:
    found = problems(path.read_bytes())
    expect(found == [], f"{path.name} is read, but not by the schema: {found}")

# full.yaml has every key that the schema knows, and the program reads it.
full = yaml.load((corpus / "full.yaml").read_text(encoding="utf-8"), Loader)
expect(is_read(corpus / "full.yaml"), "full.yaml is not read")
used = {"include"}


def collect(value):
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        collect(item)
    if isinstance(value, dict):
        used.update(value)


collect(full)
tables = {"file": schema} | schema["definitions"]
known = {key for each in tables.values() for key in each.get("properties", {})}
known |= {"zh-Hans", "zh-Hant", "en"}
expect(known <= used, f"full.yaml lacks {sorted(known - used)}")

# The tables of data/README.md have the keys of the schema.
readme = (data / "README.md").read_text(encoding="utf-8")
sections = {
    "The file": "file",
    "`departments`": "department",
    "`successions`": "succession",
    "`regions`": "region",
    "`groups`": "group",
    "`notice`": "notice",
    "`categories`": "category",
    "`fields`": "field",
    "`measures`": "measure",
    "`plan`": "plan",
}
for section in re.split(r"^## ", readme, flags=re.M)[1:]:
    name = next((record for title, record in sections.items() if section.startswith(title)), None)
    if name is None:
        continue
    rows = re.findall(r"^\| (`[^|]*) \|", section, flags=re.M)
    if not rows:  # in a sentence
        rows = [section.split("\n", 1)[1]]
    documented = set(re.findall(r"`([a-z-]+)`", " ".join(rows)))
    keys = set(tables[name]["properties"])
    expect(keys <= documented, f"data/README.md lacks {sorted(keys - documented)} of {name}")

# What is wrong in shape, both refuse.
body = "departments: [{id: a, name: A}]\n"
notice = "notice: {id: n, title: T, issued: 2020-01-01}\n"
place = "regions: [{id: r, name: R}]\n"
measure = "{number: 1, title: T, departments: a, scope: r}"
base = "remit: 1\n" + body + place + notice
mistakes = {
    "no map": "[remit]\n",
    "no version": body,
    "unsupported version": "remit: 2\n",
    "unknown key": "remit: 1\nmesures: []\n",
    "list that is none": "remit: 1\nmeasures: none\n",
    "list that is empty of value": "remit: 1\nmeasures:\n",
    "unknown key of a department": "remit: 1\ndepartments: [{id: a, name: A, nam: A}]\n",
    "department without a name": "remit: 1\ndepartments: [{id: a}]\n",
    "department without an id": "remit: 1\ndepartments: [{name: A}]\n",
    "id of other characters": "remit: 1\ndepartments: [{id: 甲, name: A}]\n",
    "record that is text": "remit: 1\ndepartments: [a]\n",
    "text that is a list": "remit: 1\ndepartments: [{id: a, name: A, note: [b]}]\n",
    "empty text": "remit: 1\ndepartments: [{id: a, name: ''}]\n",
    "empty value": "remit: 1\ndepartments: [{id: a, name: }]\n",
    "empty list": "remit: 1\ndepartments: [{id: a, name: A, aliases: []}]\n",
    "list of lists": "remit: 1\ndepartments: [{id: a, name: A, aliases: [[b]]}]\n",
    "unknown language": "remit: 1\ndepartments: [{id: a, name: {french: A}}]\n",
    "name without a language": "remit: 1\ndepartments: [{id: a, name: {}}]\n",
    "former name without an end": "remit: 1\ndepartments: [{id: a, name: A, former-names: [{name: B}]}]\n",
    "beginning that is no date": "remit: 1\ndepartments: [{id: a, name: A, began: spring}]\n",
    "verified in other words": "remit: 1\ndepartments: [{id: a, name: A, verified: maybe}]\n",
    "succession without a date": "remit: 1\n" + body + "successions: [{from: a, to: a, change: re-established}]\n",
    "unknown change": "remit: 1\n" + body + "successions: [{from: a, to: a, change: moved, date: 2000}]\n",
    "date in another form": "remit: 1\n" + body + "successions: [{from: a, to: a, change: re-established, date: 2000/1/1}]\n",
    "unknown extent": "remit: 1\nregions: [{id: r, name: R, extent: all}]\n",
    "yes for true": "remit: 1\nregions: [{id: r, name: R, addressed: maybe}]\n",
    "group without members": "remit: 1\ngroups: [{id: g, name: G}]\n",
    "notice that is a list": "remit: 1\nnotice: []\n",
    "notice without a title": "remit: 1\nnotice: {id: n, issued: 2020-01-01}\n",
    "notice without a title": "remit: 1\nnotice: {id: n, issued: 2020-01-02}\n",
    "day that does not exist": "remit: 1\nnotice: {id: n, title: T, issued: 2020-04-31}\n",
    "half that does not exist": "remit: 1\nnotice: {id: n, title: T, issued: 2020-H3}\n",
    "quarter that does not exist": "remit: 1\nnotice: {id: n, title: T, issued: 2020-Q5}\n",
    "quarter in another form": "remit: 1\nnotice: {id: n, title: T, issued: Q3 2020}\n",
    "field without a name": "remit: 1\nfields: [{id: f}]\n",
    "field of no type": "remit: 1\nfields: [{id: f, name: F, type: day}]\n",
    "choice without values": "remit: 1\nfields: [{id: f, name: F, type: choice}]\n",
    "choice of nothing": "remit: 1\nfields: [{id: f, name: F, type: choice, values: []}]\n",
    "values of a date": "remit: 1\nfields: [{id: f, name: F, type: date, values: [{id: a, name: A}]}]\n",
    "value without an id": "remit: 1\nfields: [{id: f, name: F, type: choice, values: [{name: A}]}]\n",
    "unit of a text": "remit: 1\nfields: [{id: f, name: F, unit: days}]\n",
    "fields of a measure that are a list": base + f"measures: [{measure[:-1]}, fields: [a]}}]\n",
    "value that is a list": base + f"fields: [{{id: f, name: F}}]\nmeasures: [{measure[:-1]}, fields: {{f: [a]}}}}]\n",
    "value that is empty": base + f"fields: [{{id: f, name: F}}]\nmeasures: [{measure[:-1]}, fields: {{f: }}}}]\n",
    "negative number": "remit: 1\nnotice: {id: n, title: T, issued: 2020-01-01, announced: -1}\n",
    "number that is none": "remit: 1\nnotice: {id: n, title: T, issued: 2020-01-01, announced: many}\n",
    "unknown order": "remit: 1\norder: last-leads\n",
    "unknown language of a file": "remit: 1\nlanguage: klingon\n",
    "unknown term": "remit: 1\nterms: {mesure: a}\n",
    "term without its usual form": "remit: 1\nterms: {measure: {en: {one: a}}}\n",
    "term that is a list": "remit: 1\nterms: {measure: [a]}\n",
    "term in no language": "remit: 1\nterms: {measure: {english: a}}\n",
    "languages": "remit: 1\nlanguage: [en]\n",
    "category without a name": base + "categories: [{id: c}]\n",
    "measure without a number": base + "measures: [{title: T, departments: a, scope: r}]\n",
    "measure without departments": base + "measures: [{number: 1, title: T, scope: r}]\n",
    "measure without a scope": base + f"measures: [{{number: 2, title: T, departments: a}}, {measure}]\n",
    "open list of no answer": base + "measures: [{number: 1, title: T, departments: a, scope: r, open: perhaps}]\n",
    "scope of another key": base + "measures: [{number: 1, title: T, departments: a, scope: {named: r}}]\n",
    "scope of nothing": base + "measures: [{number: 1, title: T, departments: a, scope: {unnamed: {}}}]\n",
    "collective of nothing": base + "measures: [{number: 1, title: T, collective: [], scope: r}]\n",
    "roles of a measure as a list": base + "measures: [{number: 1, title: T, roles: [a], scope: r}]\n",
    "roles of a measure empty": base + "measures: [{number: 1, title: T, roles: {}, scope: r}]\n",
    "role of nobody": base + "measures: [{number: 1, title: T, roles: {helps: []}, scope: r}]\n",
    "weights that are a list": base + f"measures: [{measure[:-1]}, weights: [1]}}]\n",
    "weights of nobody": base + f"measures: [{measure[:-1]}, weights: {{}}}}]\n",
    "weight of nothing": base + f"measures: [{measure[:-1]}, weights: {{a: 0}}}}]\n",
    "weight in words": base + f"measures: [{measure[:-1]}, weights: {{a: much}}}}]\n",
    "weight without an end": base + f"measures: [{measure[:-1]}, weights: {{a: .inf}}}}]\n",
    "role without a name": base + f"roles: [{{id: helps}}]\nmeasures: [{measure}]\n",
    "role that counts otherwise": base + f"roles: [{{id: helps, name: H, counts: half}}]\nmeasures: [{measure}]\n",
    "with without a lead": base + "measures: [{number: 1, title: T, with: a, scope: r}]\n",
    "with beside departments": base + "measures: [{number: 1, title: T, departments: a, lead: a, with: a, scope: r}]\n",
    "plan without steps": "remit: 1\nplan: {title: T}\n",
    "step of no kind": "remit: 1\n" + body + "plan: {steps: [{to: a}]}\n",
    "step of two kinds": "remit: 1\n" + body + "plan: {steps: [{merge: a, rename: a, into: a}]}\n",
    "merger with another's key": "remit: 1\n" + body + "plan: {steps: [{merge: a, into: a, to: a}]}\n",
    "move to nobody": "remit: 1\n" + body + "plan: {steps: [{move: 1}]}\n",
    "part without measures": "remit: 1\n" + body + "plan: {steps: [{split: a, into: [{to: a}]}]}\n",
    "split into a name": "remit: 1\n" + body + "plan: {steps: [{split: a, into: a}]}\n",
    "sources that are a list": "remit: 1\nsources: [a]\n",
    "include that is a map": "remit: 1\ninclude: {a: b}\n",
}
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "plan.yaml"
    path.write_text(base + f"measures: [{measure}]\n", encoding="utf-8")
    expect(is_read(path), "the base of the mistakes is not read")
    expect(problems(path.read_text(encoding="utf-8")) == [], "the base of the mistakes is refused")
    for name, text in mistakes.items():
        path.write_text(text, encoding="utf-8")
        expect(not is_read(path), f"read although: {name}")
        expect(problems(text) != [], f"accepted by the schema although: {name}")

# Of random changes to full.yaml, reader and schema find the same ones wrong in shape. What else the
# reader refuses (names that mean nothing, sums that do not add up) the schema cannot know.
SHAPE = {
    "missing-field", "unknown-key", "wrong-type", "wrong-value", "empty-value", "mixed-roles",
    "unsupported-version", "text-too-long", "duplicate-key",
}
CHANGES = 200


def places(value, path=()):
    """Every place of a tree but its root: its parent's path and key."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, item in items:
        yield path, key
        yield from places(item, path + (key,))


def mutated(seed):
    random = Random(seed)
    tree = copy.deepcopy(full)
    path, key = random.choice(list(places(tree)))
    parent = tree
    for step in path:
        parent = parent[step]
    change = random.choice(["drop", "list", "map", "word", "rename", "nothing"])
    if change == "drop":
        del parent[key]
    elif change == "list":
        parent[key] = [parent[key]]
    elif change == "map":
        parent[key] = {"nonsense": "x"}
    elif change == "word":
        parent[key] = "some words"
    elif change == "nothing":
        parent[key] = []
    elif isinstance(parent, dict):
        parent[str(key) + "x"] = parent.pop(key)
    return f"{change} at {'/'.join(map(str, path + (key,)))}", yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


def shape_errors(text):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        result = subprocess.run([remit, "check", "--format", "json", file.name], capture_output=True)
    found = json.loads(result.stdout)["problems"]
    return [p["message"] for p in found if p["severity"] == "error" and p["code"] in SHAPE]


disagreements = 0
for seed in range(CHANGES):
    name, text = mutated(seed)
    by_schema, by_reader = problems(text), shape_errors(text)
    if bool(by_schema) != bool(by_reader):
        disagreements += 1
        expect(False, f"{name}: schema {by_schema[:2]}, reader {by_reader[:2]}")

for failure in failures:
    print(failure)
print(f"{len(shipped)} shipped files, {len(read)} of the corpus, {len(mistakes)} mistakes, {CHANGES} changes")
sys.exit(1 if failures else 0)
