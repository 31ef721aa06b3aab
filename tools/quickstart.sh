#!/usr/bin/env bash
# Installs what is missing, builds remit, and makes the first briefing from the third batch.
#
#   tools/quickstart.sh [FOLDER]     FOLDER for the pictures; briefing/ beside this one by default
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/briefing}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
. "$root/tools/setup.sh"

install_packages "${build_packages[@]}"

cd "$root"
echo "remit: building"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset release -DBUILD_TESTING=OFF &&
    cmake --build --preset release --target remit_cli; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    fail "the build failed"
fi

remit=build/release/remit
data=data/2020-third-batch.yaml
"$remit" check "$data"
echo
"$remit" workload "$data"
echo
"$remit" pairs "$data"
echo
for format in svg pdf png; do
    "$remit" diagram responsibility-map "$data" -o "$folder/responsibility-map.$format"
    echo "$folder/responsibility-map.$format"
done
