#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peer of bench_websocket (npm ws) and runs it beside that.
#   tests/bench/websocket_peers.sh build/bench/tests/bench/bench_websocket [MESSAGES [RUNS]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
peers=$(dirname "$bench")/websocket_peers
mkdir -p "$peers"
for command in node:nodejs npm:npm; do
    command -v "${command%:*}" >/dev/null || "$here/../../installer/packages.sh" "${command#*:}"
done
cp "$here/peers/ws.mjs" "$peers"
[ -d "$peers/node_modules/ws" ] || npm install --silent --no-audit --no-fund --prefix "$peers" ws@8
"$bench" "${2:-1000000}" "${3:-5}" "$peers"
