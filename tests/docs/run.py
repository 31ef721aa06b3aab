#!/usr/bin/env python3
"""Does what the documents show come about?

    run.py FOLDER-OF-REMIT SOURCE [DOCUMENT…]

In each Markdown file that users read:

- ```console: a line "$ COMMAND" is run by bash, in a copy of data/ and examples/ that the file has
  to itself, with `remit` first in PATH. What stands below it must be what is printed on standard
  output and error; a line "…" stands for lines left out. Where nothing stands below, anything may
  be printed. Either way the command must end with status 0. It goes on behind a backslash, and up
  to the end of its <<'END'.
- <!-- $ COMMAND --> to <!-- end --> is what the command prints, as Markdown.
- ```cpp, ```cmake, ```python: must stand in a file of examples/ or tests/package/, line for line
  but for indentation; a line "…" or "// …" stands for lines left out.
- ```yaml that begins with "remit:" must pass `remit check`.
- ```sh: installs or builds, which needs root or minutes; other tests build and install.
- `remit …` in the text: the command and its options must be there.
- Links to files and to headings must lead somewhere.

CITATION.cff must have the version of `remit`.

REMIT_UPDATE_GOLDEN=1 writes what is printed into the documents, where nothing is left out.
"""
import concurrent.futures
import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

PROGRAMS = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
UPDATE = os.environ.get("REMIT_UPDATE_GOLDEN") == "1"
LEFT_OUT = "…"

ENVIRONMENT = {
    "PATH": f"{PROGRAMS}:/usr/local/bin:/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "FONTCONFIG_FILE": str(SOURCE / "tests/fonts.conf"),
    **{name: os.environ[name] for name in ("HOME", "ASAN_OPTIONS", "LSAN_OPTIONS")
       if name in os.environ},
}


def documents():
    found = [*SOURCE.glob("README*.md"), *SOURCE.glob("docs/**/*.md"),
             *(SOURCE / name for name in ("data/README.md", "data/import/README.md",
                                          "data/words/README.md", "examples/README.md"))]
    return sorted(path for path in found if path.is_file())


def run(command, folder):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=ENVIRONMENT, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120)
    return done.returncode, done.stdout.splitlines()


def pattern(lines):
    """Of a text with these lines: LEFT_OUT stands for any text, alone or as a comment for any
    number of lines."""
    result = ""
    for line in lines:
        if line.strip() in (LEFT_OUT, "// " + LEFT_OUT, "# " + LEFT_OUT):
            result += r"(?:.*\n)*?"
        else:
            result += re.escape(line.rstrip()).replace(LEFT_OUT, ".*") + r"\n"
    return result


def text_of(lines):
    return "".join(line.rstrip() + "\n" for line in lines)


def steps(lines):
    """The commands of a block with the lines listed below each."""
    result, at = [], 0
    while at < len(lines):
        if not lines[at].startswith("$ "):
            result[-1][1].append(lines[at])
            at += 1
            continue
        command = lines[at][2:]
        at += 1
        while command.endswith("\\"):
            command += "\n" + lines[at]
            at += 1
        here = re.search(r"<<'(\w+)'", command)
        while here and not command.endswith("\n" + here.group(1)):
            command += "\n" + lines[at]
            at += 1
        result.append((command, []))
    return result


class Document:
    def __init__(self, path):
        self.path = path
        self.name = path.relative_to(SOURCE)
        self.problems = []
        self.commands = 0
        self.lines = path.read_text().splitlines()
        self.result = []

    def problem(self, line, text):
        self.problems.append(f"{self.name}:{line}: {text}")

    def check(self):
        with tempfile.TemporaryDirectory() as folder:
            self.folder = Path(folder)
            for name in ("data", "examples"):
                shutil.copytree(SOURCE / name, self.folder / name)
            self.read()
        if UPDATE and self.result != self.lines:
            self.path.write_text("\n".join(self.result) + "\n")
        return self

    def read(self):
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            fence = re.match(r"( *)```(\S*)\s*$", line)
            generated = re.match(r"<!-- \$ (.*) -->$", line)
            if fence:
                end = self.find(at, lambda text: text.strip() == "```")
                block = [text[len(fence.group(1)):] for text in self.lines[at + 1:end]]
                self.result.append(line)
                self.result += [fence.group(1) + text if text else ""
                                for text in self.block(fence.group(2), block, at + 2)]
                at = end
            elif generated:
                end = self.find(at, lambda text: text == "<!-- end -->")
                self.result.append(line)
                self.result += self.step(generated.group(1), self.lines[at + 1:end], at + 1)
                at = end
            else:
                if re.match(r"    +(\$|remit) ", line):
                    self.problem(at + 1, "a command outside of ```console")
                self.prose(line, at + 1)
            self.result.append(self.lines[at])
            at += 1

    def find(self, at, is_end):
        for end in range(at + 1, len(self.lines)):
            if is_end(self.lines[end]):
                return end
        raise SystemExit(f"{self.name}:{at + 1}: the block has no end")

    def block(self, kind, lines, number):
        if kind == "console":
            if not lines or not lines[0].startswith("$ "):
                self.problem(number, "begins with no '$ '")
                return lines
            result = []
            for command, listed in steps(lines):
                result += ("$ " + command).split("\n")
                result += self.step(command, listed, number)
            return result
        if kind in ("cpp", "cmake", "python"):
            self.snippet(kind, lines, number)
        elif kind == "yaml":
            if lines[0].startswith("remit:"):
                (self.folder / "document.yaml").write_text("\n".join(lines) + "\n")
                self.step("remit check document.yaml", [], number)
        elif kind not in ("sh", "sql", "text"):
            self.problem(number, f"a block of kind '{kind}'")
        return lines

    def step(self, command, listed, number):
        """Runs a command; what should stand below it."""
        self.commands += 1
        status, printed = run(command, self.folder)
        shown = "\n".join(printed[:30])
        if status != 0:
            self.problem(number, f"status {status}: {command}\n{shown}")
            return listed
        if not listed or re.fullmatch(pattern(listed), text_of(printed)):
            return listed
        if UPDATE and not any(line.strip() == LEFT_OUT for line in listed):
            return [line.rstrip() for line in printed]
        self.problem(number, f"prints otherwise: {command}\n{shown}")
        return listed

    def snippet(self, kind, lines, number):
        wanted = re.compile("^" + pattern([line.strip() for line in lines]), re.MULTILINE)
        if not any(wanted.search(text) for text in sources(kind)):
            self.problem(number, f"no file of examples/ or tests/package/ has this {kind}:\n" +
                         "\n".join(lines))

    def prose(self, line, number):
        for code in re.findall(r"`(remit [^`]*)`", line):
            self.inline(code, number)
        for target in re.findall(r"\]\(([^)\s]+)\)", line):
            self.link(target, number)

    def inline(self, code, number):
        words = [word for word in re.split(r"[\s|]+", code.split("#")[0]) if word]
        if len(words) < 2 or not re.match(r"[a-z]", words[1]) or words[1] in ("is",):
            return
        text = help_of(words[1])
        if text is None:
            self.problem(number, f"`{code}`: there is no such command")
            return
        for option in words[2:]:
            name = option.split("=")[0].strip("[]…,")
            if name.startswith("-") and name != "-" and not re.search(
                    rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
                self.problem(number, f"`{code}`: there is no option {name}")

    def link(self, target, number):
        if re.match(r"[a-z]+:", target):
            return
        file, _, heading = unquote(target).partition("#")
        path = (self.path.parent / file).resolve() if file else self.path
        if not path.exists():
            self.problem(number, f"the link {target} leads to no file")
        elif heading and heading not in anchors(path):
            self.problem(number, f"the link {target} leads to no heading")


@functools.cache
def help_of(command):
    status, lines = run(f"remit {shlex.quote(command)} --help", SOURCE)
    return "\n".join(lines) if status == 0 else None


@functools.cache
def anchors(path):
    """Of a file's headings, as GitHub makes them."""
    found, fenced = set(), False
    for line in path.read_text().splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        heading = re.match(r"#+ (.*)", line)
        if heading and not fenced:
            text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading.group(1)).lower()
            text = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
            number, anchor = 0, text
            while anchor in found:
                number += 1
                anchor = f"{text}-{number}"
            found.add(anchor)
    return found


@functools.cache
def sources(kind):
    """The texts of files of a kind, without indentation."""
    ending = {"cpp": "*.cpp", "cmake": "CMakeLists.txt", "python": "*.py"}[kind]
    return [text_of(line.strip() for line in path.read_text().splitlines())
            for folder in ("examples", "tests/package")
            for path in sorted((SOURCE / folder).rglob(ending))]


def wrong_version():
    """What is to be said if the program is not the version that is cited."""
    cited = re.search(r"^version: (.*)$", (SOURCE / "CITATION.cff").read_text(), re.MULTILINE)
    _, printed = run("remit --version", SOURCE)
    if cited and cited.group(1) in " ".join(printed).split():
        return []
    return [f"CITATION.cff: the version is not that of {printed}"]


def main():
    chosen = [Path(name).resolve() for name in sys.argv[3:]] or documents()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda path: Document(path).check(), chosen))
    commands = sum(each.commands for each in done)
    problems = [text for each in done for text in each.problems] + wrong_version()
    print("\n".join(problems))
    print(f"{len(done)} documents, {commands} commands, {len(problems)} problems")
    # Without a command the test would hold of anything.
    sys.exit(1 if problems or commands < len(done) // 2 else 0)


main()
