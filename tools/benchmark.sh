#!/usr/bin/env bash
# Builds the benchmarks with optimization and runs remit beside its peers on the same data; writes
# tests/benchmark/RESULTS.md.
#
#   tools/benchmark.sh [tiny|usual|large]    usual takes some 15 minutes; large needs 8 GB
#   tools/benchmark.sh proofs                covers and fair leads: what is proved, and when
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
size=${1:-usual}

install_packages "${build_packages[@]}" "${test_packages[@]}" "${benchmark_packages[@]}"

cd "$root"
cmake --preset release -DBUILD_TESTING=ON >/dev/null
cmake --build --preset release --target remit_cli remit_benchmarks
folder=build/release/tests/benchmark
if [ "$size" != proofs ]; then
    exec /usr/bin/python3 tests/benchmark/run.py build/release --size "$size" \
        --write tests/benchmark/RESULTS.md
fi
echo "remit: smallest coordinating groups, 200 departments, 5000 measures"
"$folder/remit_cover_benchmark"
/usr/bin/python3 tests/benchmark/cover_peer.py "$folder/remit_cover_benchmark"
echo "remit: fair leads, 5000 departments, up to 1 000 000 measures"
"$folder/remit_assignment_benchmark"
echo "remit: loading many of one thing"
"$folder/remit_load_benchmark"
echo "remit: breaking lines, texts of three sizes"
"$folder/remit_wrap_benchmark"
