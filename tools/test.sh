#!/usr/bin/env bash
# Installs what is missing, builds remit and runs its tests: whole programs and pictures with
# optimization, which goes on from what quickstart.sh built, the library's functions under the
# address and undefined-behavior sanitizers, the cases of the command both ways.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"

cd "$root"
run() {
    echo "remit: building and testing the preset $1"
    cmake --preset "$1" -DBUILD_TESTING=ON -DREMIT_TESTS="$2" >/dev/null
    cmake --build --preset "$1"
    ctest --preset "$1"
}
run release programs
run sanitize units
