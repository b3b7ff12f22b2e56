#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs bench_start on a screen of its own, installing Chromium and Xvfb where they are missing.
#   tests/bench/bench_start.sh BUILD [RUNS [EVENTS]]     BUILD: build/bench
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
shift
for command in Xvfb:xvfb chromium:chromium; do
    command -v "${command%:*}" >/dev/null || "$here/../../installer/packages.sh" "${command#*:}"
done
work=$(mktemp -d)
mkfifo "$work/display"
exec 8<>"$work/display"
Xvfb -displayfd 8 -screen 0 1280x900x24 -nolisten tcp -noreset >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$work"' EXIT
read -r -t 20 -u 8 number
export DISPLAY=:$number
unset WAYLAND_DISPLAY SESSION_MANAGER
"$build/tests/bench/bench_start" "$build/ui/weir" "$@"
