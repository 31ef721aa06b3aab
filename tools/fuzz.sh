#!/usr/bin/env bash
# Fuzzes each target for that many minutes, one after the other; what falls out is left in fuzz/.
#
#   tools/fuzz.sh MINUTES [TARGET…]      targets: programme names labels format plain
#                                        import_txt import_html import_csv import_xlsx
#                                        import_graphml import_net
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
minutes=${1:?"usage: tools/fuzz.sh MINUTES [TARGET...]"}
shift
[ $# -gt 0 ] || set -- programme names labels format plain import_{txt,html,csv,xlsx,graphml,net}
install_packages "${build_packages[@]}" "${test_packages[@]}" clang libclang-rt-14-dev

cd "$root"
cmake -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DREMIT_FUZZ=ON -DCMAKE_CXX_FLAGS='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' >/dev/null
for target in "$@"; do cmake --build build/fuzz --target "fuzz_$target" >/dev/null; done
for target in "$@"; do
    mkdir -p "fuzz/$target"
    LSAN_OPTIONS=suppressions=$root/tests/support/leaks.supp:print_suppressions=0 \
        "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time=$((minutes * 60)) -max_len=4096 -timeout=5 \
        -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="fuzz/$target-" \
        "fuzz/$target" tests/fuzz/corpus data tests/import/fixtures 2>&1 | tail -n 12
done
