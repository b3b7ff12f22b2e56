#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what bench_jsonrpc calls and stands beside (Node.js, npm ws) and runs it.
#   tests/bench/jsonrpc_peers.sh build/bench/tests/bench/bench_jsonrpc [TRIPS [RUNS]]
set -eu
. "$(dirname "$0")/peers/prepare.sh"
bench=$1
prepare "$bench" ws@8
"$bench" "$peers" "${2:-5000}" "${3:-5}"
