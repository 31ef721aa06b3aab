# Sourced by quickstart.sh and test.sh: installs the Debian packages that are missing.

build_packages=(
    g++ cmake ninja-build pkg-config
    libboost-dev libyaml-cpp-dev libicu-dev nlohmann-json3-dev libcli11-dev
    libgraphviz-dev libfontconfig-dev libqpdf-dev libxml2-dev libzip-dev
    zlib1g-dev libxlsxwriter-dev libsqlite3-dev libmd-dev
    fonts-noto-cjk fonts-noto-core)
test_packages=(doxygen libgtest-dev libyaml-dev graphviz poppler-utils libxml2-utils mandoc python3-jsonschema
    python3-yaml python3-networkx python3-igraph python3-numpy python3-scipy python3-pydot python3-pygraphviz
    pybind11-dev python3-dev python3-pandas python3-openpyxl chromium pandoc)
# Node.js that is not Debian's brings npm along, and keeps Debian's out.
command -v npm >/dev/null || test_packages+=(nodejs npm)
benchmark_packages=(libgraphblas-dev)

fail() {
    echo "remit: $*" >&2
    exit 1
}

# install_packages NAME...
install_packages() {
    local id='' version=''
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && echo "${ID:-}")
        version=$(. /etc/os-release && echo "${VERSION_ID:-}")
    fi
    if [ "$id" != debian ] || [ "$version" != 12 ]; then
        fail "this script installs packages on Debian 12 only; this is ${id:-unknown} ${version:-}." \
            "Install what Debian calls: $* - then run: cmake --preset release -DBUILD_TESTING=OFF" \
            "&& cmake --build --preset release"
    fi

    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] ||
            missing+=("$name")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        echo "remit: all packages are installed"
        return
    fi

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "run as root, or install sudo; missing: ${missing[*]}"
        as_root=(sudo)
    fi
    echo "remit: installing ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y \
            --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "apt-get could not install: ${missing[*]}"
    fi
    rm -f "$log"
}
