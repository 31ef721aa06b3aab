#!/usr/bin/env bash
# What users install. Debian's packages, checked by lintian, and an archive that needs no root and no
# package: the programs with the libraries, fonts and data that they need, for a Linux of Debian 12's
# age (glibc 2.36) or younger.
#
#   tools/package.sh deb [FOLDER]         remit_*.deb and others into FOLDER, else build/packages
#   tools/package.sh archive [FOLDER]     remit-VERSION-MACHINE.tar.gz
#   tools/package.sh try [FOLDER]         on a bare Debian 12 (root, mmdebstrap): both, as a user would
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tools/setup.sh"
way=${1:-}
packages=$(realpath -m "${2:-$root/build/packages}")
cd "$root"
version=$(sed -n 's/^#define REMIT_VERSION "\(.*\)"/\1/p' include/remit/version.hpp)

build() { # NAME OPTION...
    local name=$1
    shift
    cmake --preset release -B "build/$name" -DBUILD_TESTING=OFF "$@" >/dev/null
    cmake --build "build/$name"
}

make_deb() {
    install_packages "${build_packages[@]}" dpkg-dev lintian pybind11-dev python3-dev
    build deb -DBUILD_SHARED_LIBS=ON -DCMAKE_INSTALL_PREFIX=/usr -DREMIT_DEBIAN=ON -DREMIT_PYTHON_MODULE=ON
    (cd build/deb && cpack -G DEB -B "$packages" >/dev/null)
    rm -rf "$packages/_CPack_Packages"
    lintian --fail-on error "$packages"/*.deb
    ls "$packages"/*.deb
}

# The libraries of a program or a library, but for those of every Linux.
libraries_of() {
    ldd "$@" | awk '$2 == "=>" && $3 ~ /^\// { print $3 }' | sort -u |
        grep -vE '/(libc|libm|libpthread|libdl|librt|libresolv|ld-linux[^/]*)\.so'
}

make_archive() {
    install_packages "${build_packages[@]}" graphviz
    local name=remit-$version-$(uname -m)
    local place=$root/build/archive/$name
    # Of RPATH, unlike RUNPATH, what a library needs is found, too.
    build archive -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_INSTALL_RPATH='$ORIGIN/../lib;$ORIGIN/../../lib' \
        -DCMAKE_EXE_LINKER_FLAGS=-Wl,--disable-new-dtags
    rm -rf "$place"
    for component in tool draw; do
        cmake --install build/archive --prefix "$place" --component "$component" --strip >/dev/null
    done
    local plugins
    plugins=$(pkg-config --variable=libdir libgvc)/graphviz
    mkdir -p "$place/lib/graphviz" "$place/share/remit/fonts"
    cp -L "$plugins"/libgvplugin_{core,neato_layout,pango}.so.6 "$place/lib/graphviz/"
    GVBINDIR=$place/lib/graphviz dot -c
    # Two are loaded late, which ldd does not know of.
    local late libraries
    late=$(ldconfig -p | awk '/lib(xlsxwriter[.]so[.]4|sqlite3[.]so[.]0) / { print $NF }')
    libraries="$late $(libraries_of "$place"/bin/remit "$place"/libexec/remit/* "$place"/lib/graphviz/*.so.6 $late)"
    for library in $libraries; do
        cp -L "$library" "$place/lib/"
    done
    # Who owns a file is known by its name where it was installed, not by the link's.
    mkdir -p "$place/share/doc/licences"
    for package in $(for file in $libraries "$plugins"/libgvplugin_core.so.6 /usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc \
        /usr/share/fonts/truetype/noto/NotoSans-Bold.ttf; do
        dpkg -S "$file" "/usr${file}" "$(realpath "$file")" 2>/dev/null || true
    done | cut -d: -f1 | sort -u); do
        cp -L "/usr/share/doc/$package/copyright" "$place/share/doc/licences/$package"
    done
    cp /usr/share/fonts/opentype/noto/NotoSansCJK-{Regular,Bold}.ttc \
        /usr/share/fonts/truetype/noto/NotoSans-{Regular,Bold}.ttf "$place/share/remit/fonts/"
    cp tools/packages/fonts.conf "$place/share/remit/"
    mkdir -p "$packages"
    tar -C "${place%/*}" --sort=name --owner=0 --group=0 --mtime="@$(git log -1 --format=%ct)" \
        -czf "$packages/$name.tar.gz" "$name"
    ls -l "$packages/$name.tar.gz"
}

# on_bare SCRIPT: in a bare Debian, where packages lie in /packages.
bare=''
on_bare() {
    if [ -z "$bare" ]; then
        install_packages mmdebstrap
        bare=$(mktemp -d)
        trap 'umount "$bare/root/proc" 2>/dev/null; rm -rf --one-file-system "$bare"' EXIT
        grep -rhE '^(deb |Types|URIs|Suites|Components|Signed-By|$)' /etc/apt/sources.list* 2>/dev/null >"$bare/sources" || true
        mmdebstrap --variant=minbase bookworm "$bare/root" <"$bare/sources" >/dev/null 2>"$bare/log" || { tail "$bare/log" >&2; fail "no bare system"; }
        mount -t proc proc "$bare/root/proc"  # programs ask it where they are
        mkdir "$bare/root/packages"
        cp "$packages"/*.deb "$packages"/*.tar.gz "$bare/root/packages/"
        cp -r "$root/tests/package" "$bare/root/packages/programs"
    fi
    chroot "$bare/root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/tmp LC_ALL=C.UTF-8 sh -ec "$1"
}

try() {
    on_bare 'su -s /bin/sh nobody -c "
        cd /tmp && tar -xzf /packages/remit-*.tar.gz && cd remit-* &&
        bin/remit workload share/remit/data/2020-third-batch.yaml &&
        bin/remit diagram responsibility-map share/remit/data/2020-third-batch.yaml --lang zh+en -o /tmp/map.pdf &&
        bin/remit diagram network share/remit/data/2020-third-batch.yaml -o /tmp/network.png &&
        bin/remit workload share/remit/data/2020-third-batch.yaml -o /tmp/workload.xlsx &&
        bin/remit brief share/remit/data/2020-third-batch.yaml -o /tmp/briefing.html &&
        bin/remit export share/remit/data -o /tmp/both.sqlite && ls -l /tmp/map.pdf /tmp/briefing.html /tmp/network.png /tmp/workload.xlsx /tmp/both.sqlite"'
    on_bare 'apt-get update -qq && apt-get install -y -qq --no-install-recommends /packages/*.deb >/dev/null 2>&1
        remit workload /usr/share/remit/data/2020-third-batch.yaml --lang en
        remit diagram responsibility-map /usr/share/remit/data/2020-third-batch.yaml -o /tmp/deb.svg
        remit brief /usr/share/remit/data/2020-third-batch.yaml -o /tmp/deb.html && ls -l /tmp/deb.*
        apt-get install -y -qq --no-install-recommends cmake g++ make >/dev/null 2>&1
        cmake -S /packages/programs -B /tmp/programs >/dev/null && cmake --build /tmp/programs >/dev/null
        for each in remit report diagram briefing; do /tmp/programs/$each >/dev/null; echo "$each: status $?"; done'
    on_bare '[ ! -d /usr/lib/python3/dist-packages/remit ] || python3 -c "
import remit
print(remit.load(\"/usr/share/remit/data/2020-third-batch.yaml\").workload()[0])"'
}

case $way in
deb) make_deb ;;
archive) make_archive ;;
try) try ;;
*) sed -n '2,8s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
