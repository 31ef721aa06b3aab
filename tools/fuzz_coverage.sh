#!/usr/bin/env bash
# What the fuzz targets reach: replays their corpus, the shipped data and what tools/fuzz.sh has found
# so far, and prints the lines of src/input and src/model that were run.
#
#   tools/fuzz_coverage.sh [FOLDER…]      more folders to replay
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
install_packages "${build_packages[@]}" "${test_packages[@]}" clang llvm-14

folders=("$root/tests/fuzz/corpus" "$root/data" "$@")
[ ! -d "$root/fuzz" ] || folders+=("$root/fuzz")
cd "$root"
cmake -B build/coverage -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_FLAGS='-fprofile-instr-generate -fcoverage-mapping' >/dev/null
objects=()
for target in programme names labels; do
    cmake --build build/coverage --target "fuzz_$target" >/dev/null
    LLVM_PROFILE_FILE="$root/build/coverage/$target.profraw" \
        "build/coverage/tests/fuzz/fuzz_$target" "${folders[@]}"
    objects+=(-object "build/coverage/tests/fuzz/fuzz_$target")
done
llvm-profdata-14 merge -o build/coverage/all.profdata build/coverage/*.profraw
llvm-cov-14 report "${objects[@]:1}" -instr-profile=build/coverage/all.profdata \
    -show-region-summary=false -show-branch-summary=false src/input src/model
