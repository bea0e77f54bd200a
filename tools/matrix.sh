#!/usr/bin/env bash
# Run the tests on another version of QGIS, in a folder with a Debian of its own: `matrix.sh 3.40 [pytest's arguments]`,
# or the readiness for Qt 6: `matrix.sh qt6`. The folders (2 GB each below build/matrix/) are made once and used again;
# one that broke halfway is made again. What was shown stands in build/matrix/<version>/whole.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

VERSION=$1; shift
case "$VERSION" in
    3.22) SUITE=bookworm BACKPORTS= ;;
    3.40) SUITE=trixie BACKPORTS= ;;
    3.44 | qt6) SUITE=trixie BACKPORTS=trixie-backports ;;
    *) echo "There is no QGIS $VERSION here: 3.22, 3.40, 3.44 or qt6." >&2; exit 2 ;;
esac
RESULTS=build/matrix/$VERSION
MADE=build/matrix/${VERSION/qt6/3.44}
ROOT=$MADE/root
COPY=/narvard-$VERSION
CERTIFICATES=/etc/ssl/certs/ca-certificates.crt
SHARED=${NARVARD_SHARED:-$(dirname "$PWD")/shared} # as tests/shared.py has it

# A run that does not come to its end has shown nothing.
[ $# -gt 0 ] || rm -f "$RESULTS/whole.txt"
[ "$(id -u)" -eq 0 ] || { echo "Making and entering a folder with a Debian of its own needs root." >&2; exit 1; }
# Mounts and processes of our own: they end with us, however we end.
[ "${NARVARD_APART:-}" ] || NARVARD_APART=1 exec unshare --mount --pid --fork --kill-child "$0" "$VERSION" "$@"

inside() {
    chroot "$ROOT" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PIP_CONFIG_FILE=/dev/null PIP_CERT=$CERTIFICATES PIP_ROOT_USER_ACTION=ignore QT_QPA_PLATFORM=offscreen NARVARD_MATRIX=1 \
        NARVARD_SHARED=/shared ${NARVARD_CAMPAIGN:+NARVARD_CAMPAIGN=$NARVARD_CAMPAIGN} \
        sh -c 'cd "$0" && exec "$@"' "$COPY" "$@"
}

# The place this machine takes its own Debian from.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' "Release: $(. /etc/os-release; echo "$VERSION_CODENAME")" "Identifier: Packages" | head -n 1
}

make_root() {
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap
    rm -rf "$ROOT"; mkdir -p "$ROOT"
    debootstrap --variant=minbase --include=ca-certificates "$SUITE" "$ROOT" "$(mirror)"
    if [ -n "$BACKPORTS" ]; then
        echo "deb $(mirror) $BACKPORTS main" > "$ROOT/etc/apt/sources.list.d/backports.list"
        printf 'Package: src:qgis\nPin: release n=%s\nPin-Priority: 990\n' "$BACKPORTS" > "$ROOT/etc/apt/preferences.d/qgis"
    fi
    # The root has Debian's own bundle; this machine's may know one authority more.
    cp -L "$CERTIFICATES" "$ROOT$CERTIFICATES"
    echo 'Acquire::Languages "none";' > "$ROOT/etc/apt/apt.conf.d/99lean"
}

mount_in() {
    cp -L /etc/resolv.conf /etc/hosts "$ROOT/etc/"
    mount -t proc proc "$ROOT/proc"
    mount --rbind /dev "$ROOT/dev"
    mkdir -p "$ROOT/shared"
    if [ -d "$SHARED" ]; then
        mount --bind "$SHARED" "$ROOT/shared"
        mount -o remount,ro,bind "$ROOT/shared"
    fi
}

# The tests write beside the code (.qgis-settings, byte code, build/): they get a copy of the checkout.
copy_checkout() {
    mkdir -p "$ROOT$COPY"
    find "$ROOT$COPY" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
    tar -c --exclude=./.git --exclude=./build --exclude=./dist --exclude=./.venv --exclude=__pycache__ . | tar -x -C "$ROOT$COPY"
}

tests() {
    inside .venv/bin/python -m tools.versions about > "$RESULTS/about.json"
    inside .venv/bin/python -m pytest -n "${WORKERS:-$(($(nproc) + 1))}" --dist loadfile --no-loadscope-reorder "$@" 2>&1 |
        tee "$RESULTS/$([ $# -eq 0 ] && echo whole || echo part).txt"
}

main() {
    mkdir -p "$RESULTS" "$MADE"
    exec 9> "$RESULTS/.lock"
    flock --nonblock 9 || { echo "The tests are running on $VERSION already." >&2; exit 1; }
    [ -e "$MADE/.made" ] || make_root
    mount_in
    copy_checkout
    inside tools/install.sh qgis
    inside tools/install.sh tests
    touch "$MADE/.made"
    inside python3 -m tools.i18n
    inside python3 -m tools.help
    if [ "$VERSION" = qt6 ]; then
        inside tools/qt6.sh about > "$RESULTS/about.json"
        inside tools/qt6.sh 2>&1 | tee "$RESULTS/whole.txt"
    else
        tests "$@"
    fi
}

main "$@"
exit
