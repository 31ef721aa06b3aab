"""tables.py PROGRAM ROOT WORKBOOK: workbooks and pages of HTML, read by openpyxl and Python's parser. Numbers are
those of JSON, texts those that Markdown shows, of every kind of table; a text is never a formula."""

import html.parser
import io
import json
import re
import subprocess
import sys
import tempfile
import unicodedata

import openpyxl

PROGRAM, ROOT, WORKBOOK = sys.argv[1:]
BOTH, THIRD = ROOT + "/data", ROOT + "/data/2020-third-batch.yaml"
OTHERS = [f"{ROOT}/examples/programmes/{name}.yaml" for name in ("us-ai", "canada", "france", "peru")]

HOSTILE = r"""
remit: 1
departments:
  - {id: a, name: '=HYPERLINK("http://x.example/","go")', short: '+1'}
  - {id: b, name: <B>bold</B> & "more", short: '@SUM(A1)'}
regions: [{id: r, kind: nation, name: R}]
notice: {id: n, title: "[A]: B/C? it's a title that is longer than a sheet's name may be", issued: 2020-Q1}
measures:
  - {number: 1, title: '=1+1', departments: [a, b], scope: r}
  - {number: 2, title: '_x0041_ http://x.example/ 007', departments: b, scope: r}
"""


def expect(where, what, actual, wanted):
    if actual != wanted:
        sys.exit(f"{where}: {what}: {actual!r} instead of {wanted!r}")


def remit(*arguments):
    return subprocess.run([PROGRAM, *arguments, "--quiet"], check=True, capture_output=True).stdout


def markdown_cells(line):
    cells = re.split(r"(?<!\\)(?:\\\\)*\|", line.strip()[1:-1])
    return [re.sub(r"\\([|\\*_`<\[&])", r"\1", cell.strip()) for cell in cells]


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.rows, self.scopes, self.cell = [], set(), None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = ""
            self.scopes.add(dict(attributes).get("scope"))

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def check_number(where, cell, value, shown):
    expect(where, "is a number", cell.data_type, "n")
    close = abs(cell.value - value) <= 1e-15 * max(abs(value), 1e-300)
    expect(where, f"{cell.value} is {value}", close or cell.value == value, True)
    form = "0.0%" if shown.endswith("%") else None if isinstance(value, int) else cell.number_format
    expect(where, "number format", cell.number_format, form or "General")


def check(where, *command):
    """The sheet and the page against JSON and Markdown. Gives the number of cells that were read."""
    told = json.loads(remit(*command, "--format", "json"))
    lines = [line for line in remit(*command, "--format", "markdown").decode().splitlines()
             if line.startswith("|")]
    shown = [markdown_cells(line) for line in [lines[0], *lines[2:]]]
    workbook = openpyxl.load_workbook(io.BytesIO(remit(*command, "--format", "xlsx")))
    sheet, notes = workbook.worksheets
    page = Page(remit(*command, "--format", "html").decode())

    expect(where, "HTML", [[re.sub(r"\s+", " ", cell).strip() for cell in row] for row in page.rows],
           [[re.sub(r"\s+", " ", cell).strip() for cell in row] for row in shown])
    expect(where, "scopes", page.scopes <= {"col", "row", None}, True)
    # Of a column of ids with names the latter are shown.
    ids = [column["id"] for column in told["columns"]
           if column["id"] + "_names" not in [each["id"] for each in told["columns"]]
           and column["id"] + "_name" not in [each["id"] for each in told["columns"]]]
    expect(where, "headings", [cell.value for cell in sheet[1]], shown[0])
    expect(where, "rows", sheet.max_row, len(told["rows"]) + 1)
    for cells, row, texts in zip(sheet.iter_rows(min_row=2), told["rows"], shown[1:]):
        for cell, id_, text in zip(cells, ids, texts):
            at = f"{where}, {cell.coordinate}"
            value = row[id_]
            if cell.data_type == "n" and cell.value is not None:
                check_number(at, cell, value, text)
            else:
                expect(at, "text", re.sub(r"\s+", " ", cell.value or "").strip(),
                       re.sub(r"\s+", " ", text).strip())
                expect(at, "is no formula", cell.data_type in ("s", "n"), True)
                expect(at, "wraps", cell.value is None or cell.alignment.wrap_text, True)
            if isinstance(value, (int, float)) and cell.data_type != "n":
                expect(at, "a number that is shown otherwise", text != str(value), True)
    for column, heading in enumerate(shown[0]):
        letter = openpyxl.utils.get_column_letter(column + 1)
        widest = max([width(heading) + 3, 6] + [width(row[column]) + 2 for row in shown[1:]])
        actual = sheet.column_dimensions[letter]
        if len(shown) > 1 and actual.min == column + 1:
            expect(f"{where}, {letter}", "width", abs(actual.width - min(widest, 60)) < 1.5, True)
    last = openpyxl.utils.get_column_letter(len(ids))
    expect(where, "frozen", sheet.freeze_panes, "A2")
    expect(where, "filter", sheet.auto_filter.ref, f"A1:{last}{len(told['rows']) + 1}")
    said = [cell.value for cell in notes["A"] if cell.value]
    expect(where, "notes", said[:-1], [told["title"], *told["notes"],
                                       *([told["source"]] if told["source"] else [])])
    expect(where, "version", said[-1], remit("--version").decode().strip())
    return sheet.max_row * sheet.max_column


def tables(files):
    for command in ("show", "table", "workload", "pairs", "structure", "groups", "coverage"):
        for language in ("zh-Hans", "en"):
            yield [command, *files, "--lang", language]
    yield ["workload", *files, "--count", "all"]
    yield ["pairs", *files, "--weight", "all"]


def hostile():
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(HOSTILE)
        file.flush()
        for command in ("table", "workload", "pairs"):
            check(f"hostile, {command}", command, file.name, "--lang", "en")
        book = openpyxl.load_workbook(io.BytesIO(remit("table", file.name, "--format", "xlsx")))
    sheet = book.worksheets[0]
    expect("hostile", "sheet's name", sheet.title, "A   B C  it s a title that is l")
    expect("hostile", "date", str(book.properties.created), "2020-01-01 12:00:00")
    expect("hostile", "title", sheet["B2"].value, "=1+1")
    expect("hostile", "type", sheet["B2"].data_type, "s")
    expect("hostile", "title", sheet["B3"].value, "_x0041_ http://x.example/ 007")
    expect("hostile", "link", sheet["B3"].hyperlink, None)


def several():
    done = subprocess.run([WORKBOOK], check=True, capture_output=True)
    book = openpyxl.load_workbook(io.BytesIO(done.stdout))
    expect("several", "sheets", book.sheetnames, ["Load   all", "LOAD   all 2", "x" * 31, "Notes and source"])
    expect("several", "date", str(book.properties.created), "2021-03-01 12:00:00")
    values = [[[cell.value for cell in row] for row in sheet] for sheet in book.worksheets]
    expect("several", "cells", values[:3], [[["A"], [1]], [["A"], ["=1"], [0.5]], [["A"], [1]]])
    expect("several", "notes", [row[0] for row in values[3]],
           ["Load: [all]", "A note.", None, None, "LOAD   all", "A note.", None, None,
            "'" + "x" * 40, "A note.", None, None, remit("--version").decode().strip()])
    expect("several", "from the right", [bool(sheet.sheet_view.rightToLeft) for sheet in book.worksheets],
           [False, False, True, False])


cells = 0
for programme in ([THIRD], [BOTH], *([each] for each in OTHERS)):
    scoped = json.loads(remit("table", *programme, "--format", "json"))
    for arguments in tables(programme):
        if arguments[0] == "coverage" and not any(c["id"] == "scope" for c in scoped["columns"]):
            continue
        cells += check(" ".join(arguments), *arguments)
for what in ("summary", "departments", "pairs", "categories", "scope", "regions", "measures", "turnover"):
    cells += check(f"compare {what}", "compare", BOTH, "--show", what, "--lang", "en")
hostile()
several()
print(f"openpyxl reads {cells} cells as JSON has them")
