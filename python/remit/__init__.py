"""Who is responsible for what, with whom, and where: programmes of measures as graphs.

    >>> import remit
    >>> programme = remit.load("data/2020-third-batch.yaml", lang="en")
    >>> programme.workload()[0]["name"]
    'CBIRC'
"""

from __future__ import annotations

import html as _html
import json as _json
import os as _os


class Error(Exception):
    """The data has errors, or a file, a font or the renderer failed.

    `problems` has a dict for each problem of the data, as `remit check --format json` writes it.
    """

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.problems = []


class PictureRefusal(Error):
    """A picture that cannot be drawn as asked for; the message says what to take instead."""


from ._remit import Programme, __version__, explain, picture_kinds  # noqa: E402  they raise Error
from . import _remit  # noqa: E402

__all__ = ["Error", "Picture", "PictureRefusal", "Programme", "Table", "explain", "frame", "load",
           "picture_kinds", "programme"]


class Table(list):
    """Rows as dicts by column, and what the table says besides.

    Numbers are numbers, lists are lists, and an empty cell is None. `columns` has the heading of
    each column by its id, `notes` are sentences on what was counted.
    """

    def __init__(self, rows=(), title="", columns=None, notes=(), source=""):
        super().__init__(rows)
        self.title = title
        self.columns = dict(columns or {})
        self.notes = list(notes)
        self.source = source

    def to_frame(self):
        """The rows as a pandas DataFrame."""
        return frame(self)

    def _repr_html_(self):
        def shown(value):
            if isinstance(value, float):
                value = f"{value:.4g}"
            elif isinstance(value, list):
                value = ", ".join(map(str, value))
            return "" if value is None else _html.escape(str(value))

        def line(tag, cells):
            return "<tr>" + "".join(f"<{tag}>{shown(each)}</{tag}>" for each in cells) + "</tr>"

        shown_columns = {key: label for key, label in self.columns.items()
                         if not {key + "_name", key + "_names"} & self.columns.keys()}
        rows = "".join(line("td", [row[key] for key in shown_columns]) for row in self)
        below = "<br>".join(map(_html.escape, filter(None, [*self.notes, self.source])))
        return (f"<table><caption>{shown(self.title)}</caption>"
                f"<thead>{line('th', shown_columns.values())}</thead><tbody>{rows}</tbody></table>"
                f"<p>{below}</p>")


def frame(rows):
    """Rows as a pandas DataFrame, whose `attrs` have the title, notes and source of a table."""
    import pandas

    columns = list(rows.columns) if isinstance(rows, Table) else None
    result = pandas.DataFrame(list(rows), columns=columns)
    if isinstance(rows, Table):
        result.attrs.update(title=rows.title, notes=rows.notes, source=rows.source)
    return result


class Picture:
    """The pages of a picture, drawn when they are asked for.

    A notebook shows the first page; `for page in picture` gives each as a picture of its own.
    """

    def __init__(self, pages, format="svg"):
        self._pages = pages
        self.format = format

    @property
    def title(self):
        return self._pages.title

    @property
    def description(self):
        return self._pages.description

    @property
    def left_out(self):
        """What the pages say that they leave out."""
        return self._pages.left_out

    def __len__(self):
        return len(self._pages)

    def __getitem__(self, number):
        return Picture(self._pages.page(range(len(self))[number]), self.format)

    def __repr__(self):
        pages = "1 page" if len(self) == 1 else f"{len(self)} pages"
        return f"<remit.Picture: {self.title!r}, {pages}>"

    def render(self, format=None):
        """The bytes of each file: of PDF and DOT one, of SVG and PNG one a page."""
        return self._pages.render(format or self.format)

    def __bytes__(self):
        files = self.render()
        if len(files) > 1:
            raise ValueError(f"the picture has {len(files)} pages; take one, save it, or ask for pdf")
        return files[0]

    def save(self, path, format=None):
        """Writes the picture in the format of the path's ending; of several pages, SVG and PNG are
        map-1.svg, map-2.svg and so on. Returns the paths of the files."""
        stem, ending = _os.path.splitext(_os.fspath(path))
        files = self.render(format or ending[1:].lower() or self.format)
        paths = [stem + ending]
        if len(files) > 1:
            paths = [f"{stem}-{number}{ending}" for number in range(1, len(files) + 1)]
        for name, content in zip(paths, files):
            _remit.write_file(_os.fsencode(name), content)
        return paths

    def _repr_svg_(self):
        return self[0].render()[0].decode() if self.format.startswith("svg") else None

    def _repr_png_(self):
        return self[0].render()[0] if self.format == "png" else None


def _graph(node_link):
    import networkx

    data = _json.loads(node_link)
    graph = networkx.Graph(**data["graph"])
    graph.add_nodes_from((node.pop("id"), node) for node in data["nodes"])
    graph.add_edges_from((edge.pop("source"), edge.pop("target"), edge) for edge in data["links"])
    return graph


def _paths(paths):
    several = [paths] if isinstance(paths, (str, bytes, _os.PathLike)) else paths
    return [_os.fsencode(path) for path in several]


def _texts(texts):
    return [texts] if isinstance(texts, str) else list(texts)


def load(paths, *, lang=None, merge=(), rename=(), split=(), move=(), max_records=100_000,
         max_bytes=32 << 20):
    """Reads files, or folders of them, as one programme.

    `lang` is the language of names, tables, pictures and messages: "zh-Hans", "zh-Hant", "en", …,
    or the data's own. `merge`, `rename`, `split` and `move` are steps of a plan, as the command
    has them: "cbirc+pbc=regulator".

    Raises Error if the data has errors, with all of them in `problems`, or a file cannot be read.
    """
    return _remit.load(_paths(paths), lang=lang, merge=_texts(merge), rename=_texts(rename),
                       split=_texts(split), move=_texts(move), max_records=max_records,
                       max_bytes=max_bytes)


def programme(measures, *, departments=None, regions=None, groups=None, notice=None,
              categories=None, fields=None, include=(), first_leads=False, lang=None):
    """A programme of dicts, whose keys are those of the data format (data/README.md), with the
    checks that files go through. `include` names registries to take departments and regions from.

    Raises Error with all problems of the data; TypeError and ValueError for dicts of another shape.
    """
    return _remit.programme(measures, departments=departments, regions=regions, groups=groups,
                            notice=notice, categories=categories, fields=fields,
                            include=_paths(include), first_leads=first_leads, lang=lang)
