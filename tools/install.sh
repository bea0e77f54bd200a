#!/usr/bin/env bash
# Install what is missing, and nothing again when it is there: `install.sh qgis`, `tests`, `bench` or `docs`.
set -euo pipefail
cd "$(dirname "$0")/.."

QGIS_PACKAGES="qgis python3-qgis qgis-providers python3-pandas python3-scipy qttools5-dev-tools"
TEST_PACKAGES="python3-venv xvfb openbox xdotool scrot postgresql-postgis python3-psycopg2 python3-matplotlib"

debian() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Needs root to install ${missing[*]}: run as root, or install sudo." >&2; exit 1; }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

apt_or_explain() {
    command -v apt-get >/dev/null && return
    echo "This machine has no apt. Install QGIS 3.22 or newer with numpy, scipy and pandas for its Python, and Qt's lrelease," >&2
    echo "then run the tools in the folder tools/ with that Python." >&2
    exit 1
}

python_tools() {
    local wanted=tests/requirements.txt stamp=.venv/.installed
    [ -x .venv/bin/python ] || /usr/bin/python3 -m venv --system-site-packages .venv
    cmp -s "$wanted" "$stamp" && return
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$stamp"
}

# PySAL, geopandas and EquiPop are measured beside the plugin. They need a newer numpy than QGIS has, so their Python shares nothing with QGIS's.
bench_tools() {
    local wanted=tests/bench/requirements.txt folder=build/bench/pysal
    cmp -s "$wanted" "$folder/.installed" && return
    /usr/bin/python3 -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted" && cp "$wanted" "$folder/.installed" ||
        echo "The libraries to measure beside could not be installed; the bench goes on without them." >&2
}

# mkdocs has a Python of its own: it reads pages, never QGIS.
docs_tools() {
    local wanted=docs/requirements.txt folder=build/docs-venv
    cmp -s "$wanted" "$folder/.installed" && return
    /usr/bin/python3 -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$folder/.installed"
}

apt_or_explain
case "$1" in
    qgis) debian $QGIS_PACKAGES ;;
    tests) debian $TEST_PACKAGES; python_tools ;;
    bench) debian $TEST_PACKAGES; bench_tools ;;
    docs) debian python3-venv; docs_tools ;;
esac
