#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one fuzz target for WEIR_FUZZ_SECONDS (60), from its seeds and what it found the times before.
#   tests/fuzz/fuzz.sh TARGET [SEEDS...]
set -eu
target=${1:?which target?}
shift
found=$(dirname "$target")/found-$(basename "$target")
mkdir -p "$found"
exec "$target" -max_total_time="${WEIR_FUZZ_SECONDS:-60}" -timeout=30 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$found-" "$found" "$@"
