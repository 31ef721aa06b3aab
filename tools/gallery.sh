#!/usr/bin/env bash
# Draws every picture of both batches in every language and on every page, and an index of them.
# usage: tools/gallery.sh [FOLDER], by default build/gallery; needs the program that quickstart.sh builds
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
remit=${REMIT:-$root/build/release/remit}
folder=${1:-$root/build/gallery}
if [ ! -x "$remit" ]; then
    echo "remit: there is no program $remit; run tools/quickstart.sh, or name one in REMIT" >&2
    exit 1
fi
mkdir -p "$folder"
cd "$root"

third=data/2020-third-batch.yaml
second=data/2018-second-batch.yaml
index=$folder/index.html
failed=0

# picture NAME LANGUAGE PAGE KIND ARGUMENT...: a file, or one a page, and their place in the index.
picture() {
    local name=$1-$2-$3 lang=$2 page=$3
    shift 3
    rm -f "$folder/$name".svg "$folder/$name"-[0-9]*.svg
    if ! "$remit" diagram "$@" --lang "$lang" --page "$page" --quiet -o "$folder/$name.svg"; then
        failed=1
        return
    fi
    local file
    for file in "$folder/$name".svg "$folder/$name"-[0-9]*.svg; do
        [ -e "$file" ] || continue
        file=${file##*/}
        echo "<a href='${file//+/%2B}'><img src='${file//+/%2B}' alt='${file%.svg}' loading='lazy'></a>"
    done >>"$index"
}

# kind NAME KIND ARGUMENT...: in every language and on every page.
kind() {
    local name=$1 lang page
    shift
    echo "<h2>$name</h2><code>remit diagram ${*//+/&#43;}</code>" >>"$index"
    for page in 16x9 a4-portrait a4-landscape fit; do
        echo "<h3>$page</h3><div>" >>"$index"
        for lang in zh-Hans zh-Hant en zh+en; do
            picture "$name" "$lang" "$page" "$@"
        done
        echo "</div>" >>"$index"
    done
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
<p>Each kind on each page, in simplified and traditional Chinese, English, and two languages.</p>
END
for batch in third second; do
    file=${!batch}
    kind "$batch-responsibility-map" responsibility-map "$file"
    kind "$batch-matrix" matrix "$file"
    kind "$batch-network" network "$file"
    kind "$batch-workload" workload "$file"
    kind "$batch-department" department "$file" --department most
    kind "$batch-region" region "$file" --region sichuan-chengdemian
    kind "$batch-regions" regions "$file"
    kind "$batch-groups" groups "$file"
    kind "$batch-lattice" lattice "$file"
    kind "$batch-cover" cover "$file"
    kind "$batch-reorganization" reorganization "$file" --merge "most+ndrc=innovation"
done
kind comparison comparison "$second" "$third"
echo "</html>" >>"$index"
echo "$(find "$folder" -name '*.svg' | wc -l) pictures, see $index"
exit $failed
