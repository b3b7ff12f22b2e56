#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every text of the source has its translation: updates a copy of the .ts and fails where one is missing, empty,
# left as unfinished, or without a place marker (%1) that its source has.
#   tests/translations.sh LUPDATE SOURCE_FOLDER
set -eu
[ $# = 2 ] || { sed -n '4,6s/^# *//p' "$0" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for file in "$2"/resources/translations/*.ts; do
    copy=$work/$(basename "$file")
    cp "$file" "$copy"
    "$1" -silent -no-obsolete -locations none "$2/app" "$2/ui" -ts "$copy"
    awk -v RS='</message>' -v file="$(basename "$file")" '
        function between(text, from, to) {
            if (!match(text, from)) return ""
            text = substr(text, RSTART + RLENGTH)
            return substr(text, 1, index(text, to) - 1)
        }
        /<source>/ {
            source = between($0, "<source>", "</source>")
            text = between($0, "<translation[^>]*>", "</translation>")
            why = ""
            if (/type="unfinished"/) why = "unfinished"
            else if (text == "") why = "empty"
            else for (i = 1; i <= 9; ++i)
                if ((index(source, "%" i) > 0) != (index(text, "%" i) > 0)) why = "%" i " differs"
            if (why != "") { print file ": " why ": " source; ++bad }
        }
        END { exit bad > 0 }' "$copy" || status=1
done
exit $status
