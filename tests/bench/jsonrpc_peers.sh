#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what bench_jsonrpc calls and stands beside (Node.js, npm ws) and runs it.
#   tests/bench/jsonrpc_peers.sh build/bench/tests/bench/bench_jsonrpc [TRIPS [RUNS]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=$1
peers=$(dirname "$bench")/jsonrpc_peers
mkdir -p "$peers"
for command in node:nodejs npm:npm; do
    command -v "${command%:*}" >/dev/null || "$here/../../installer/packages.sh" "${command#*:}"
done
cp "$here"/peers/rpc{server,client}.mjs "$peers"
[ -d "$peers/node_modules/ws" ] || npm install --silent --no-audit --no-fund --prefix "$peers" ws@8
"$bench" "$peers" "${2:-5000}" "${3:-5}"
