#!/usr/bin/env bash
# Draws every picture of a programme, with an index to look at: each kind, and each department's and
# region's own, in every language on every page. Prints what the program refuses to draw, with its
# words; ends with status 1 if a picture fails in another way.
# usage: tools/gallery.sh [FILE]...   by default the shipped data; a folder is a programme of its files
# In the environment, with their defaults:
#   REMIT=build/release/remit           the program, which quickstart.sh builds
#   GALLERY=build/gallery               the folder
#   LANGUAGES='zh-Hans zh-Hant en zh+en'
#   PAGES='16x9 a4-portrait a4-landscape fit'
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
remit=$(realpath -m "${REMIT:-$root/build/release/remit}")
gallery=$(realpath -m "${GALLERY:-$root/build/gallery}")
read -ra languages <<<"${LANGUAGES:-zh-Hans zh-Hant en zh+en}"
read -ra pages <<<"${PAGES:-16x9 a4-portrait a4-landscape fit}"
if [ ! -x "$remit" ]; then
    echo "remit: there is no program $remit; run tools/quickstart.sh, or name one in REMIT" >&2
    exit 1
fi
[ $# -gt 0 ] || set -- "$root"/data/20*.yaml "$root"/data
mkdir -p "$gallery"
index=$gallery/index.html
refusals=$gallery/refusals.txt
: >"$refusals"
drawn=0
failed=0

# picture NAME LANGUAGE PAGE KIND ARGUMENT...: a file, or one a page, and their place in the index.
picture() {
    local name=$1-$2-$3 language=$2 page=$3 status=0 words file
    shift 3
    rm -f "$gallery/$name".svg "$gallery/$name"-[0-9]*.svg
    words=$("$remit" diagram "$@" --lang "$language" --page "$page" --quiet \
        -o "$gallery/$name.svg" 2>&1) || status=$?
    if [ $status -ne 0 ]; then
        [ $status -eq 2 ] || failed=$((failed + 1))
        echo "status $status: $* --lang $language --page $page: $words" >>"$refusals"
        return
    fi
    drawn=$((drawn + 1))
    for file in "$gallery/$name".svg "$gallery/$name"-[0-9]*.svg; do
        [ -e "$file" ] || continue
        file=${file##*/}
        echo "<a href='${file//+/%2B}'><img src='${file//+/%2B}' alt='${file%.svg}' loading='lazy'></a>"
    done >>"$index"
}

# kind NAME KIND ARGUMENT...: in every language and on every page.
kind() {
    local name=$1 language page
    shift
    echo "<h2>$name</h2><code>remit diagram ${*//+/&#43;}</code>" >>"$index"
    for page in "${pages[@]}"; do
        echo "<h3>$page</h3><div>" >>"$index"
        for language in "${languages[@]}"; do
            picture "$name" "$language" "$page" "$@"
        done
        echo "</div>" >>"$index"
    done
}

# ids KEY COMMAND ARGUMENT...: those of the departments or regions in a table; none if the program
# refuses the table, as that of regions where nothing has a scope.
ids() {
    local key=$1 status=0 table
    shift
    table=$("$remit" "$@" --format json --quiet 2>/dev/null) || status=$?
    [ $status -ne 2 ] || return 0
    [ $status -eq 0 ] || { echo "remit: $* ended with status $status" >&2; return 1; }
    /usr/bin/python3 -c '
import json, sys
print(*(row[sys.argv[1]] for row in json.load(sys.stdin)["rows"]), sep="\n")' "$key" <<<"$table"
}

# What the program draws: the names of all pictures, and behind those that need more what they need.
kinds=$("$remit" __complete diagram '' | awk -F '\t' '
    { print $1, match($2, /[(].*[)]$/) ? substr($2, RSTART + 1, RLENGTH - 2) : "" }')

programme() {
    local file=$1 name id one departments regions needs
    name=$(basename "$file" .yaml)
    departments=$(ids department workload "$file")
    regions=$(ids region coverage "$file")
    mapfile -t departments < <(printf %s "$departments")
    while read -r id needs; do
        case $needs in
        "") kind "$name-$id" "$id" "$file" ;;
        --department)
            for one in "${departments[@]}"; do
                kind "$name-$id-$one" "$id" "$file" --department "$one"
            done
            ;;
        --region)
            for one in $regions; do kind "$name-$id-$one" "$id" "$file" --region "$one"; done
            ;;
        "a plan"*)
            [ ${#departments[@]} -lt 2 ] || kind "$name-$id" "$id" "$file" \
                --merge "${departments[0]}+${departments[1]}=${departments[0]}"
            ;;
        "two notices"*) [ ! -d "$file" ] || kind "$name-$id" "$id" "$file" ;;
        esac
    done <<<"$kinds"
}

cat >"$index" <<'END'
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>remit: every picture</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 2rem; color: #1a1a1a }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
img { width: 320px; border: 1px solid #bdbdbd }
</style>
<h1>remit: every picture</h1>
<p>Each kind on each page in each language.</p>
END
for file in "$@"; do programme "$file"; done
echo "</html>" >>"$index"
cat "$refusals"
echo "$drawn pictures drawn, $(wc -l <"$refusals") refused, see $index"
[ $failed -eq 0 ]
