#!/usr/bin/env bash
# run.sh CASE PROGRAM: runs cli/CASE/script in an empty folder, where `remit` is the program and
# $DATA the project's data, and compares standard output, standard error and exit status with
# CASE/stdout, CASE/stderr (nothing if not there) and CASE/status (0 if not there).
# REMIT_UPDATE_GOLDEN=1 writes them instead. A script that cannot run here ends with status 77 and
# says why; the test is then skipped. REMIT_WRAPPER is a command to run the program with.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case=$here/$1
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/here"
if [ -n "${REMIT_WRAPPER:-}" ]; then
    printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$REMIT_WRAPPER" "$(realpath "$2")" >"$folder/bin/remit"
    chmod +x "$folder/bin/remit"
else
    ln -s "$(realpath "$2")" "$folder/bin/remit"
fi
ln -s "$here/../../data" "$folder/here/data"
export FONTCONFIG_FILE=$here/../fonts.conf
export PATH=$folder/bin:$PATH DATA=$here/../../data CASE=$case
cd "$folder/here"
bash "$case/script" >"$folder/stdout" 2>"$folder/stderr" </dev/null
echo $? >"$folder/status"
if [ "$(cat "$folder/status")" = 77 ]; then
    cat "$folder/stderr" >&2
    exit 77
fi

if [ "${REMIT_UPDATE_GOLDEN:-}" = 1 ]; then
    for name in stdout stderr; do
        if [ -s "$folder/$name" ]; then cp "$folder/$name" "$case/$name"; else rm -f "$case/$name"; fi
    done
    if [ "$(cat "$folder/status")" = 0 ]; then rm -f "$case/status"; else cp "$folder/status" "$case/status"; fi
fi

failed=0
expect() {
    local expected=$case/$1
    [ -e "$expected" ] || { expected=$folder/expected; printf '%s' "$2" >"$expected"; }
    diff -u --label "expected $1" --label "actual $1" "$expected" "$folder/$1" || failed=1
}
expect stdout ''
expect stderr ''
expect status $'0\n'
exit $failed
