#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages named as arguments that are missing; says in one sentence what is missing where it cannot.
set -eu
if ! command -v apt-get >/dev/null; then
    echo "This needs Debian 12 or a relative of it (there is no apt-get here); it would install: $*" >&2
    exit 1
fi
missing=()
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" = 0 ]; then as_root=(env); elif command -v sudo >/dev/null; then as_root=(sudo env); else
    echo "Please install these packages as root: ${missing[*]}" >&2
    exit 1
fi
echo "Installing: ${missing[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >>"$log" 2>&1; }
install() { apt install -y --no-install-recommends "${missing[@]}"; }

# With the lists of packages that are there, then with new ones; a mirror that hiccups gets time to recover. A source
# that does not answer and is not needed is no reason to stop.
install && exit 0
for pause in 0 5 20; do
    sleep "$pause"
    : >"$log"
    apt update || true
    install && exit 0
done
grep -E '^[EW]:' "$log" | tail -5 >&2
echo "These packages could not be installed: ${missing[*]}" >&2
exit 1
