#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, runs every test and ends with ctest's summary.
#   tests/run.sh [PRESET] [CTEST OPTIONS...]
# PRESET: dev (default); asan, every test under address and undefined-behaviour sanitizers, and each fuzz target for
# WEIR_FUZZ_SECONDS (60); fuzz, of these the fuzz targets alone; tsan, the tests labelled "threads" under the thread
# sanitizer.
# WEIR_CMAKE_OPTIONS go to cmake.
set -eu
cd "$(dirname "$0")/.."
preset=dev
targets=()
options=(-j2)
case ${1:-} in
dev | asan) preset=$1; shift ;;
tsan) preset=tsan; targets=(--target weir_threads); options+=(-L threads); shift ;;
fuzz) preset=asan; targets=(--target weir_fuzz); options+=(-L fuzz); shift ;;
esac

lists=(installer/build-packages.txt tests/packages.txt)
[ "$preset" = dev ] || lists+=(tests/sanitizer-packages.txt)
mapfile -t packages < <(cat "${lists[@]}")
installer/packages.sh "${packages[@]}"

# Peers that Debian does not have come from npm, with the Node.js that is there or else Debian's.
export WEIR_PEERS=$PWD/build/peers
case $preset in dev | asan)
    for command in node:nodejs npm:npm; do
        command -v "${command%:*}" >/dev/null || installer/packages.sh "${command#*:}"
    done
    mkdir -p "$WEIR_PEERS"
    [ -f "$WEIR_PEERS/package.json" ] || echo '{"private":true}' >"$WEIR_PEERS/package.json"
    [ -d "$WEIR_PEERS/node_modules/ws" ] && [ -d "$WEIR_PEERS/node_modules/jayson" ] \
        && [ -d "$WEIR_PEERS/node_modules/@open-rpc/examples" ] \
        || npm install --silent --no-audit --no-fund --prefix "$WEIR_PEERS" ws@8 jayson@4 @open-rpc/examples@1 >&2
    # Unpacked and not installed: a package of a server starts it, for everybody.
    unpack_nginx() { (cd "$WEIR_PEERS" && apt-get -qq download nginx && dpkg -x nginx_*.deb . && rm nginx_*.deb) >/dev/null 2>&1; }
    [ -x "$WEIR_PEERS/usr/sbin/nginx" ] || unpack_nginx || { apt-get -qq update && unpack_nginx; } \
        || echo "nginx cannot be had; its test is skipped" >&2
    ;;
esac

cmake --preset "$preset" ${WEIR_CMAKE_OPTIONS:-} >/dev/null
# Ninja's hundreds of lines are of use only where something failed.
if ! cmake --build "build/$preset" "${targets[@]}" >"build/$preset/build.log" 2>&1; then
    grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking|Automatic|Generating)' "build/$preset/build.log" | head -200
    echo "The build failed; all of its output is in build/$preset/build.log" >&2
    exit 1
fi

here=$PWD
export ASAN_OPTIONS=${ASAN_OPTIONS:-suppressions=$here/tests/asan.supp:detect_leaks=1:strict_string_checks=1}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$here/tests/lsan.supp:print_suppressions=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
tsan_options=suppressions=$here/tests/tsan.supp:ignore_noninstrumented_modules=1:second_deadlock_stack=1
export TSAN_OPTIONS=${TSAN_OPTIONS:-$tsan_options}
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
# A person's settings, captures and proxies are no part of a test.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/runtime" && chmod 700 "$home/runtime"
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home/cache
export XDG_RUNTIME_DIR=$home/runtime
unset http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
ctest --test-dir "build/$preset" --output-on-failure "${options[@]}" "$@"
