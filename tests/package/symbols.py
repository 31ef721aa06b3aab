"""Fails if one name is defined in two libraries: which of the two a program gets would be up to the linker.

usage: symbols.py LIBRARY...

A function that is inline in a public header may be in several; what is private to a library, in an
inner namespace, may not.
"""

import collections
import subprocess
import sys

INNER = ("6detail", "7drawing", "6tables")  # as the names of symbols have them, with their lengths


def symbols(library):
    """The names that a library defines for others, and whether another definition may stand beside each."""
    listing = subprocess.run(
        ["nm", "--portability", "--defined-only", "--extern-only", library],
        check=True, capture_output=True, text=True).stdout
    for line in listing.splitlines():
        fields = line.split()
        if len(fields) < 3 or "5remit" not in fields[0]:
            continue  # the name of a member of the archive, or of somebody else
        name, kind = fields[0], fields[1]
        inner = any("5remit" + each in name for each in INNER)
        yield name, kind in "WVu" and not inner


def main(libraries):
    defined = collections.defaultdict(dict)
    for library in libraries:
        for name, shareable in symbols(library):
            defined[name][library] = defined[name].get(library, True) and shareable
    if len(defined) < 1000:
        sys.exit(f"only {len(defined)} names were looked at")
    twice = {name: where for name, where in defined.items()
             if len(where) > 1 and not all(where.values())}
    if twice:
        names = subprocess.run(["c++filt"], input="\n".join(twice), check=True, capture_output=True,
                               text=True).stdout.splitlines()
        for name, where in zip(names, twice.values()):
            print(f"{name} is defined in {' and '.join(where)}")
        sys.exit(1)
    print(f"{len(defined)} names, each defined once")


main(sys.argv[1:])
