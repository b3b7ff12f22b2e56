#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the direction of includes: tests -> ui -> app, and the order of the folders inside app.
#   tests/includes.sh ROOT [LINKS]     LINKS: a file with what weir_app links, one library per line
# Prints one line per violation and exits 1 where there is one.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=${1:?which tree?}
links=${2:-}
cd "$root" || exit 2

declare -A allowed=(
    [base]="base"
    [http]="base http"
    [sse]="base http sse"
    [websocket]="base http websocket"
    [jsonrpc]="base http sse websocket jsonrpc"
    [log]="base log"
    [profile]="base profile"
    [demo]="base demo"
    [session]="base http sse websocket jsonrpc log profile demo session"
    [cli]="base http sse websocket jsonrpc log profile demo session cli"
)
declare -A gui=()
while read -r name; do
    [[ $name == Q* ]] && gui[$name]=1 && gui[${name,,}.h]=1
done <"$here/includes-gui.txt"

violations=0
complain()
{
    echo "$1"
    violations=$((violations + 1))
}

# A path without "." and "..", in `normal`; no process is started, for there are thousands of includes.
normalise()
{
    local part parts kept=()
    IFS=/ read -ra parts <<<"$1"
    for part in "${parts[@]}"; do
        case $part in
        '' | .) ;;
        ..) [[ ${#kept[@]} -eq 0 ]] || unset "kept[-1]" ;;
        *) kept+=("$part") ;;
        esac
    done
    local IFS=/
    normal="${kept[*]}"
}

# Where a quoted include leads: beside the file, then the include directories in the order of the build.
# Sets `target` to a path from the root, or to nothing where the header is not ours.
resolve()
{
    local path
    target=
    for path in "${1%/*}/$2" "app/$2" "ui/$2" "tests/$2" "$2"; do
        if [[ -e $path ]]; then
            normalise "$path"
            target=$normal
            return
        fi
    done
}

check_app()
{
    local file=$1 line=$2 header=$3 from to
    from=${file#app/}
    from=${from%%/*}
    if [[ -z ${allowed[$from]:-} ]]; then
        complain "$file: the folder app/$from has no place in the order; give it one in tests/includes.sh"
    elif [[ ${header##*/} != "$header" && $header == Qt@(Gui|Widgets|Svg|SvgWidgets|PrintSupport|OpenGL|OpenGLWidgets)/* ]] \
        || [[ -n ${gui[$header]:-} ]]; then
        complain "$file:$line: app includes $header: no Gui, no Widgets below ui"
    elif [[ $target == ui/* || $target == tests/* ]]; then
        complain "$file:$line: app includes $target"
    elif [[ $target == app/* ]]; then
        to=${target#app/}
        to=${to%%/*}
        [[ " ${allowed[$from]} " == *" $to "* ]] || complain "$file:$line: app/$from includes app/$to"
    fi
}

shopt -s extglob
checked=0
while IFS=: read -r file line text; do
    [[ $text =~ include[[:space:]]*([\"\<])([^\"\>]+) ]] || continue
    header=${BASH_REMATCH[2]}
    target=
    # A header in angle brackets is found in the include directories too, so both kinds are looked up.
    [[ $header == Q* ]] || resolve "$file" "$header"
    checked=$((checked + 1))
    case $file in
    app/*) check_app "$file" "$line" "$header" ;;
    ui/*) [[ $target != tests/* ]] || complain "$file:$line: ui includes $target" ;;
    tests/app/*)
        [[ $target != ui/* && $target != tests/ui/* ]] || complain "$file:$line: a test of app includes $target"
        ;;
    esac
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*(include|import)\b' app ui tests \
    --include='*.cpp' --include='*.h' --include='*.cc' --include='*.hpp' --include='*.inc' --exclude-dir=data)

[[ $checked -gt 0 ]] || complain "no include found under $root: is this the right folder?"
if [[ -n $links ]]; then
    [[ -s $links ]] || complain "$links: what weir_app links is not known"
    while read -r library; do
        [[ ! $library =~ ^Qt6?::(Gui|Widgets|Svg|SvgWidgets|PrintSupport|OpenGL|OpenGLWidgets|Quick|Qml)(Private)?$ ]] \
            || complain "weir_app links $library"
    done <"$links"
fi
echo "$checked includes looked at, $violations in the wrong direction"
[[ $violations = 0 ]]
