#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures of the README: the window at 1440x900 with the demo live and an event chosen, a conversation, and a
# call; light and dark.
#   tests/screenshots.sh WEIR [FOLDER]     FOLDER: resources/docs unless said; WEIR_LIVE: seconds of demo before, 62
# Needs xvfb, openbox, xdotool and imagemagick.
set -eu
[ $# -ge 1 ] || { sed -n '4,6s/^# *//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
weir=$(realpath "$1")
folder=$(realpath "${2:-$here/../resources/docs}")

if [ "${WEIR_THEME:-}" = "" ]; then
    mkdir -p "$folder"
    for theme in light dark; do
        WEIR_THEME=$theme WEIR_SCREEN=1500x1000x24 "$here/xvfb.sh" "$0" "$weir" "$folder"
    done
    exit
fi

home=$(mktemp -d)
trap 'kill "$program" 2>/dev/null; wait "$program" 2>/dev/null; rm -rf "$home"' EXIT
mkdir -p "$home/weir"
printf '[view]\ntheme=%s\nlanguage=en\n' "$WEIR_THEME" >"$home/weir/weir.conf"
XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home QT_QPA_PLATFORM=xcb "$weir" --demo &
program=$!
window=$(xdotool search --sync --onlyvisible --pid "$program" --name Weir | tail -n 1)
xdotool windowmove --sync "$window" 20 60 || true
xdotool windowsize "$window" 1440 900 windowfocus "$window" mousemove 1490 990
sleep "${WEIR_LIVE:-62}" # the line of the last minute is whole then
# Low in the table: the rows move up while the event is read.
xdotool mousemove --window "$window" 620 560 click 1 mousemove 1490 990
sleep 0.25
suffix=
[ "$WEIR_THEME" = light ] || suffix=-dark
shot()
{
    import -silent -window "$window" -strip "$folder/$1$suffix.png"
    echo "$folder/$1$suffix.png"
}
shot sse
# The tab of the lobby, which is the second.
xdotool mousemove --window "$window" 500 46 click 1 mousemove 1490 990
sleep 1
for words in picture 'restart' 'anyone seen the deploy?' 'thanks!'; do
    xdotool key ctrl+m
    xdotool type --delay 5 -- "$words"
    xdotool key ctrl+Return
    [ "$words" != restart ] || sleep 5 # it comes back
    sleep 1
done
shot chat
# The calculator, which is the third: its methods, a call that fails, and a good one.
click() { xdotool mousemove --window "$window" "$1" "$2" click 1; }
click 650 46
sleep 1
click 1268 82 # Discover methods
sleep 2
call()
{
    click 500 156
    xdotool key ctrl+a
    xdotool type --delay 5 -- "$1"
    xdotool key Tab
    sleep 1
}
call foobar
xdotool key ctrl+Return
sleep 1
call subtract
click 470 239
xdotool type -- 42
sleep 0.5
click 470 272
xdotool type -- 23
sleep 0.5
xdotool key ctrl+Return mousemove 1490 990
sleep 1
shot rpc
