#!/usr/bin/env bash
# Builds the benchmarks with optimization and runs them: times, proofs, and peers on the same data.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"

cd "$root"
cmake --preset release -DBUILD_TESTING=ON >/dev/null
cmake --build --preset release --target remit_cover_benchmark remit_assignment_benchmark \
    remit_load_benchmark remit_wrap_benchmark
echo "remit: smallest coordinating groups, 200 departments, 5000 measures"
build/release/tests/benchmark/remit_cover_benchmark
/usr/bin/python3 tests/benchmark/cover_peer.py build/release/tests/benchmark/remit_cover_benchmark
echo "remit: fair leads, 5000 departments, up to 1 000 000 measures"
build/release/tests/benchmark/remit_assignment_benchmark
echo "remit: loading many of one thing"
build/release/tests/benchmark/remit_load_benchmark
echo "remit: breaking lines, texts of three sizes"
build/release/tests/benchmark/remit_wrap_benchmark
