#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peers of bench_sse (npm eventsource, Chromium) and runs it beside them.
#   tests/bench/sse_peers.sh build/bench/tests/bench/bench_sse [EVENTS [RUNS]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
peers=$(dirname "$bench")/sse_peers
mkdir -p "$peers"
for command in curl:curl node:nodejs npm:npm chromium:chromium; do
    command -v "${command%:*}" >/dev/null || "$here/../../installer/packages.sh" "${command#*:}"
done
cp "$here"/peers/*.mjs "$peers"
[ -d "$peers/node_modules/eventsource" ] || npm install --silent --no-audit --no-fund --prefix "$peers" eventsource@4
"$bench" "${2:-1000000}" "${3:-5}" "$peers"
