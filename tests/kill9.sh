#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Records at full speed and kills the recorder with SIGKILL, again and again: every capture opens, nothing that
# was committed and at most the last second is missing, sequence numbers have no hole, and it can be gone on with.
#   tests/kill9.sh [ROUNDS] [PROGRAM] [SECONDS]
set -eu
rounds=${1:-100}
program=${2:-$(dirname "$0")/../build/dev/tests/app/log/kill9_recorder}
seconds=${3:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for ((round = 1; round <= rounds; ++round)); do
    file=$folder/$round.weir
    "$program" record "$file" >"$folder/committed" &
    recorder=$!
    until [ -s "$folder/committed" ]; do
        kill -0 "$recorder" || { echo "round $round: the recorder ended"; exit 1; }
        sleep 0.01
    done
    sleep "0.0$((RANDOM % 100 + 100))"
    kill -9 "$recorder"
    wait "$recorder" 2>/dev/null || true
    # The last line may be cut.
    committed=$(head -c -1 "$folder/committed" | tail -n 2 | head -n 1)
    if ! said=$("$program" check "$file" "${committed:-0}" "$seconds"); then
        echo "round $round: $said"
        exit 1
    fi
    echo "round $round: $said"
    rm -f "$file" "$file".torn* "$folder/committed"
done
echo "$rounds captures survived"
