#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the peers of bench_sse (npm eventsource, Chromium) and runs it beside them.
#   tests/bench/sse_peers.sh build/bench/tests/bench/bench_sse [EVENTS [RUNS]]
set -eu
. "$(dirname "$0")/peers/prepare.sh"
bench=$1
prepare "$bench" eventsource@4 curl:curl chromium:chromium
"$bench" "${2:-1000000}" "${3:-5}" "$peers"
