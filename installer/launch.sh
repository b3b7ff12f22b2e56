#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release and opens Weir with the demo running. Arguments go to weir instead.
set -eu
cd "$(dirname "$0")/.."
mapfile -t packages <installer/build-packages.txt
# The image plugin for the icons, and the platform plugin for Wayland.
packages+=(libqt6svg6)
[ -z "${WAYLAND_DISPLAY:-}" ] || packages+=(qt6-wayland)
installer/packages.sh "${packages[@]}"

echo "Building Weir; the first time takes some minutes." >&2
mkdir -p build/release
if ! { cmake --preset release && cmake --build build/release --target weir; } >build/release/build.log 2>&1; then
    grep -E 'error|Error' build/release/build.log | head -40 >&2
    echo "The build failed; all of its output is in build/release/build.log" >&2
    exit 1
fi
weir=build/release/ui/weir
if [ $# -gt 0 ]; then
    exec "$weir" "$@"
elif [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so this runs the demo server alone: weir demo" >&2
    exec "$weir" demo
fi
exec "$weir" --demo
