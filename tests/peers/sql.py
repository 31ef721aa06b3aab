"""sql.py PROGRAM ROOT [DUCKDB]: every statement of docs/sql.md, run by SQLite on `remit export --format sqlite`,
and, with DUCKDB, by DuckDB on the files of `--format csv-tables`, against what the commands say as JSON.

DUCKDB is a folder in which npm has installed @duckdb/node-api; if it has not, the test ends with status 77.
"""

import csv
import json
import math
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, ROOT, DUCKDB = (*sys.argv[1:], None)[:3]
THIRD, BOTH = ROOT + "/data/2020-third-batch.yaml", ROOT + "/data"
DAVIS = ROOT + "/examples/davis-southern-women.yaml"
PROGRAMMES = {"third batch": [THIRD], "both batches": [BOTH, "--as-of", "2020-01-23"],
              "us-ai": [ROOT + "/examples/programmes/us-ai.yaml"],
              "canada": [ROOT + "/examples/programmes/canada.yaml"],
              "france": [ROOT + "/examples/programmes/france.yaml"],
              "peru": [ROOT + "/examples/programmes/peru.yaml"],
              "twenty tasks": [ROOT + "/tests/data/tasks.yaml"], "davis": [DAVIS],
              "weights": [ROOT + "/tests/data/weights.yaml"]}


def expect(where, what, actual, wanted):
    if actual != wanted:
        sys.exit(f"{where}: {what}: {actual} instead of {wanted}")


def remit(*arguments):
    return subprocess.run([PROGRAM, *arguments, "--quiet"], check=True, capture_output=True,
                          text=True).stdout


def rows_of(*arguments):
    return json.loads(remit(*arguments, "--format", "json"))["rows"]


def statements():
    text = open(ROOT + "/docs/sql.md", encoding="utf-8").read()
    blocks = re.findall(r"```sql\n-- ([\w ]+)\n(.*?)```", text, re.S)
    expect("docs/sql.md", "blocks", len(blocks), text.count("```sql"))
    return {name: sql.strip().rstrip(";") for name, sql in blocks}


STATEMENTS = statements()
KEYS = {"workload": ["department"], "weighted": ["department"], "bounds": ["department"], "coverage": ["region"],
        "pairs": ["department_a", "department_b"], "compare": ["department"],
        "compared pairs": ["department_a", "department_b"], "names": ["department"]}
expect("docs/sql.md", "statements", sorted(STATEMENTS), sorted(KEYS))


def number(value):
    """What a comparison has of a batch that does not name the department is nothing."""
    return float(value) if value is not None else 0.0


def wanted(programme):
    """By statement, what the command says: rows, and which columns of them."""
    workload = rows_of("workload", *programme)
    plain = ["measures", "first_named", "fractional"]
    found = {"workload": (workload, plain + (["lead"] if "lead" in workload[0] else [])),
             "bounds": (workload, ["share", "share_low", "share_high"]),
             "pairs": (rows_of("pairs", *programme), ["shared", "newman"])}
    found["weighted"] = (rows_of("workload", *programme, "--count", "weighted"), ["weighted"])
    try:
        coverage = rows_of("coverage", *programme)
        columns = ["measures", "nationwide", "by_group", "extent"]
        columns += ["perhaps"] if "perhaps" in coverage[0] else []
        found["coverage"] = (coverage, columns)
    except subprocess.CalledProcessError:
        pass  # nothing says where the measures apply
    if programme[0] == BOTH:
        departments = rows_of("compare", *programme, "--show", "departments")
        found["compare"] = (departments, [what + when for when in ("_before", "_after") for what in
                                          ("measures", "share", "first_named", "fractional")])
        found["compared pairs"] = (rows_of("compare", *programme, "--show", "pairs"),
                                   ["shared_before", "shared_after"])
    return found


def compare(where, results, programme):
    """How many figures are equal."""
    figures = 0
    for name, (rows, columns) in wanted(programme).items():
        actual = {tuple(row[key] for key in KEYS[name]): row for row in results[name]}
        expect(f"{where}, {name}", "rows", len(actual), len(results[name]))
        keys = {tuple(row[key] for key in KEYS[name]) for row in rows}
        # The command leaves out the nation where there are other regions.
        left_out = len(actual.keys() - keys) if name == "coverage" else 0
        expect(f"{where}, {name}", "keys", len(actual) - left_out, len(keys))
        expect(f"{where}, {name}", "nations left out", left_out <= 1, True)
        for row in rows:
            key = tuple(row[each] for each in KEYS[name])
            for column in columns:
                at, said = f"{where}, {name} of {key}", row[column]
                if isinstance(said, str) or (said is None and not name.startswith("compare")):
                    expect(at, column, actual[key][column], said)
                else:
                    value = number(actual[key][column])
                    equal = math.isclose(value, number(said), rel_tol=1e-12, abs_tol=1e-12)
                    expect(at, column, value if not equal else said, said)
                figures += 1
    return figures


def of_sqlite(programme, folder):
    file = folder + "/programme.sqlite"
    remit("export", *programme, "-o", file)
    connection = sqlite3.connect(file)
    connection.row_factory = sqlite3.Row
    expect(programme, "integrity", connection.execute("PRAGMA integrity_check").fetchone()[0], "ok")
    expect(programme, "broken keys", connection.execute("PRAGMA foreign_key_check").fetchall(), [])
    return connection


def same_tables(where, connection, folder):
    """The files have what the database has, under the same headings."""
    tables = re.findall(r"^CREATE TABLE (\w+)", open(folder + "/schema.sql").read(), re.M)
    expect(where, "files", sorted(os.listdir(folder)),
           sorted(["schema.sql"] + [table + ".csv" for table in tables]))
    expect(where, "tables", sorted(tables), sorted(
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")))
    for table in tables:
        with open(f"{folder}/{table}.csv", newline="", encoding="utf-8") as file:
            heading, *rows = csv.reader(file)
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
        expect(f"{where}, {table}", "heading", heading, [each[0] for each in cursor.description])
        stored = [["" if cell is None else f"{cell:.15g}" if isinstance(cell, float) else str(cell)
                   for cell in row] for row in cursor]
        expect(f"{where}, {table}", "rows", rows, stored)


def of_duckdb(folder):
    script = DUCKDB + "/duckdb.mjs"  # where node looks for the package
    shutil.copy(ROOT + "/tests/peers/duckdb.mjs", script)
    names = sorted(STATEMENTS)
    done = subprocess.run(["node", script, folder], check=True, capture_output=True, text=True,
                          input=json.dumps([STATEMENTS[name] for name in names]))
    return dict(zip(names, json.loads(done.stdout)))


def run(name, programme):
    with tempfile.TemporaryDirectory() as folder:
        connection = of_sqlite(programme, folder)
        results = {each: [dict(row) for row in connection.execute(sql)]
                   for each, sql in STATEMENTS.items()}
        by_sqlite = compare(f"{name}, SQLite", results, programme)
        remit("export", *programme, "--format", "csv-tables", "-o", folder + "/tables")
        same_tables(name, connection, folder + "/tables")
        names = {row["department"]: row["name"] for row in rows_of("workload", *programme)}
        expect(name, "names", len(results["names"]), len(names))
        if DUCKDB is None:
            return by_sqlite, "-"
        others = of_duckdb(folder + "/tables")
        expect(f"{name}, DuckDB", "names", others["names"], results["names"])
        return by_sqlite, compare(f"{name}, DuckDB", others, programme)


if DUCKDB and not (shutil.which("node") and os.path.isdir(DUCKDB + "/node_modules/@duckdb/node-api")):
    print(f"no DuckDB: npm install --no-save --prefix {DUCKDB} @duckdb/node-api")
    sys.exit(77)
print(f"{'programme':14}{'SQLite':>8}{'DuckDB':>8}  figures equal to the command's")
for each, its_programme in PROGRAMMES.items():
    first, second = run(each, its_programme)
    print(f"{each:14}{first:8}{second:>8}")
