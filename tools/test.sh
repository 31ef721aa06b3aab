#!/usr/bin/env bash
# Installs what is missing, builds remit and runs every test, once optimized, which goes on from
# what quickstart.sh built, and once under the address and undefined-behavior sanitizers.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"

cd "$root"
for preset in release sanitize; do
    echo "remit: building and testing the preset $preset"
    cmake --preset "$preset" -DBUILD_TESTING=ON >/dev/null
    cmake --build --preset "$preset"
    ctest --preset "$preset"
done
