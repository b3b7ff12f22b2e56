#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package, installs it into a bare Debian 12 and runs it there: the verbs, and the window under Xvfb.
# Needs root; takes some minutes.
#   installer/check-deb.sh [PACKAGE.deb]     WEIR_ROOT: a bare Debian 12 to copy instead of a fresh debootstrap
set -eu -o pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "installer/check-deb.sh needs root for its chroot" >&2; exit 1; }
installer/packages.sh debootstrap openbox x11-utils xvfb

package=${1:-}
if [ -z "$package" ]; then
    mapfile -t packages <installer/build-packages.txt
    installer/packages.sh "${packages[@]}"
    cmake --preset release >/dev/null
    cmake --build build/release --target all >/dev/null
    rm -f build/release/weir_*.deb
    (cd build/release && cpack -G DEB >cpack.log 2>&1) || { cat build/release/cpack.log; exit 1; }
    package=$(ls build/release/weir_*.deb)
fi

root=$(mktemp -d)
demo=
finish()
{
    [ -z "$demo" ] || { kill "$demo" && wait "$demo"; } 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap finish EXIT
mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true; } \
    | sed -nE 's,^(URIs:|deb(-src)?( \[.*\])?) +(https?://[^ ]*/debian/?)( .*|$),\4,p' | sed -n 1p)
mirror=${mirror:-http://deb.debian.org/debian}
echo "A bare Debian 12 from ${WEIR_ROOT:-$mirror}"
if [ -n "${WEIR_ROOT:-}" ]; then
    cp -a "$WEIR_ROOT/." "$root/"
else
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 || { tail -20 "$root.log"; exit 1; }
    rm -f "$root.log"
fi
mount -t proc proc "$root/proc" 2>/dev/null || true
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
cp "$package" "$root/tmp/weir.deb"
# An array and no function: what is started in the background is the program itself, which can be ended by its number.
inside=(chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8)

echo "Installing $(basename "$package")"
"${inside[@]}" apt-get update >/dev/null
"${inside[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /tmp/weir.deb >"$root/tmp/apt.log" 2>&1 \
    || { tail -30 "$root/tmp/apt.log"; exit 1; }

"${inside[@]}" weir --version
"${inside[@]}" weir demo >"$root/tmp/urls" &
demo=$!
for _ in $(seq 100); do
    feed=$(grep -oE 'http://127\.0\.0\.1:[0-9]+/feeds/market[^ ]*' "$root/tmp/urls" | head -1) || true
    [ -n "$feed" ] && break
    sleep 0.1
done
[ -n "$feed" ] || { echo "weir demo prints no URL"; exit 1; }
events() { grep -c '"kind":"sse.event"' "$root/tmp/$1" || true; }
"${inside[@]}" timeout 60 weir listen "$feed" --count 3 >"$root/tmp/heard"
[ "$(events heard)" = 3 ] || { echo "weir listen --count 3 printed"; cat "$root/tmp/heard"; exit 1; }
"${inside[@]}" timeout 60 weir listen "$feed" --count 3 --capture /tmp/check.weir
"${inside[@]}" weir export /tmp/check.weir >"$root/tmp/exported"
[ "$(events exported)" = 3 ] || { echo "weir export printed"; cat "$root/tmp/exported"; exit 1; }

# The window, on an X server outside: the platform and image plugins are there, it opens, and ends with SIGINT.
export root
in_window_system()
{
    local window code=0
    chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 DISPLAY="$DISPLAY" weir --demo &
    window=$!
    for _ in $(seq 150); do
        xwininfo -root -tree | grep -q 'Weir' && break
        kill -0 "$window" || { echo "the window did not open"; return 1; }
        sleep 0.2
    done
    xwininfo -root -tree | grep 'Weir' || { echo "there is no window after 30 s"; kill "$window"; return 1; }
    kill -INT "$window"
    wait "$window" || code=$?
    [ "$code" = 0 ] || [ "$code" = 130 ] || { echo "the window ended with $code"; return 1; }
}
export -f in_window_system
tests/xvfb.sh bash -c in_window_system
for file in applications/org.weir.Weir.desktop icons/hicolor/scalable/apps/org.weir.Weir.svg \
    metainfo/org.weir.Weir.metainfo.xml mime/packages/org.weir.Weir.xml; do
    [ -s "$root/usr/share/$file" ] || { echo "/usr/share/$file is missing"; exit 1; }
done
echo "The package installs and starts on a bare Debian 12"
