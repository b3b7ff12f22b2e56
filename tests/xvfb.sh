#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a window system of its own: Xvfb on a free display with openbox as window manager. Ends both.
#   tests/xvfb.sh COMMAND [ARGUMENTS...]     WEIR_SCREEN: the size of the screen, 1440x1000x24 unless said
set -u
[ $# -gt 0 ] || { sed -n '4,5s/^# *//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=
manager=
finish()
{
    local pid
    for pid in $manager $server; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    done
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP
give_up()
{
    echo "tests/xvfb.sh: $1" >&2
    cat "$work"/*.log >&2
    exit 1
}

mkfifo "$work/display" "$work/ready"
exec 8<>"$work/display" 9<>"$work/ready"
Xvfb -displayfd 8 -screen 0 "${WEIR_SCREEN:-1440x1000x24}" -nolisten tcp -noreset >"$work/xvfb.log" 2>&1 &
server=$!
read -r -t 20 -u 8 number || give_up "Xvfb does not start"
export DISPLAY=:$number
unset WAYLAND_DISPLAY SESSION_MANAGER
# Openbox runs its startup command once it manages the screen.
WEIR_READY=$work/ready openbox --sm-disable --startup "$here/xvfb-ready.sh" >"$work/openbox.log" 2>&1 8>&- 9>&- &
manager=$!
read -r -t 20 -u 9 _ || give_up "openbox does not start"
exec 8>&- 9>&-

"$@" &
command=$!
trap 'kill "$command" 2>/dev/null; exit 143' TERM INT HUP
wait "$command"
