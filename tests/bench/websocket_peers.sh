#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peer of bench_websocket (npm ws) and runs it beside that.
#   tests/bench/websocket_peers.sh build/bench/tests/bench/bench_websocket [MESSAGES [RUNS]]
set -eu
. "$(dirname "$0")/peers/prepare.sh"
bench=$1
prepare "$bench" ws@8
"$bench" "${2:-1000000}" "${3:-5}" "$peers"
