#!/usr/bin/env bash
# Runs the command-line cases under valgrind: an invalid access or a use of an undefined value fails
# the case. It takes about half an hour. Left out are the cases that kill, starve or count seconds.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}" valgrind

cd "$root"
cmake --preset dev >/dev/null
cmake --build --preset dev
REMIT_WRAPPER='valgrind --quiet --trace-children=yes --error-exitcode=99' \
    ctest --preset dev -R '^cli\.' -E 'killed|limits|folder-not-writable|disk-full' "$@"
