#!/usr/bin/env bash
# Is the plugin ready for Qt 6? What QGIS's own converter would change, and every panel built and clicked with PyQt6.
# Runs where QGIS 3.44 is (`tools/matrix.sh qt6` enters there): the converter asks QGIS for the names of its enumerations.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=/usr/bin/python3
FOLDER=/var/tmp/narvard-qt6
VENV=$FOLDER/venv

if ! cmp -s tests/qt6/requirements.txt "$VENV/.installed"; then
    $PYTHON -m venv --system-site-packages "$VENV"
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r tests/qt6/requirements.txt
    cp tests/qt6/requirements.txt "$VENV/.installed"
fi

[ "${1:-}" != about ] || exec "$VENV/bin/python" -m tools.versions about

# With QGIS it finds the enumerations of QGIS, without it those of Qt. Whatever it says or changes is a finding.
would_change() {
    local copy=$FOLDER/$1 before=$2
    rm -rf "$copy"; mkdir -p "$copy"
    cp -r narvard_plugin tests tools "$copy"
    (cd "$copy" && "$VENV/bin/python" -c "$before from pyqt5to6.pyqt5to6 import main; main(['.']); print('Done')") > "$FOLDER/said.txt" 2>&1 || true
    for part in narvard_plugin tests tools; do diff -ru "$part" "$copy/$part" >> "$FOLDER/said.txt" || true; done
    if grep -v '^QGIS classes not available' "$FOLDER/said.txt" | cmp -s - <(echo Done); then return; fi
    cat "$FOLDER/said.txt"
    echo "pyqt5to6 has findings ($1)." >&2
    exit 1
}

would_change with-qgis "import qgis.core;"
would_change without-qgis "import sys; sys.modules['qgis'] = None;"
echo "pyqt5to6: nothing to change, with QGIS and without."
rm -rf "$FOLDER/county"
$PYTHON -m tests.qt6.county "$FOLDER/county"
# What reads XML asks Qt, too: its own tests show that it reads the same with Qt 6.
NARVARD_QT6_COUNTY=$FOLDER/county "$VENV/bin/python" -m pytest -c tests/qt6/smoke.ini --rootdir . tests/qt6 \
    tests/sources/test_hostile.py tests/sources/test_overpass.py tests/sources/test_publication_folder.py \
    tests/sources/test_wfs.py tests/sources/plans
