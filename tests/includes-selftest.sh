#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/includes.sh must accept a house in order and name every kind of violation.
set -u
check=$(cd "$(dirname "$0")" && pwd)/includes.sh
house=$(mktemp -d)
trap 'rm -rf "$house"' EXIT
failed=0

# Writes FILE with the given lines, making its folder.
put()
{
    mkdir -p "$house/$(dirname "$1")"
    printf '%s\n' "${@:2}" >"$house/$1"
}
fresh()
{
    rm -rf "${house:?}"/*
    put app/base/event.h '#include <QByteArray>'
    put app/log/reader.h '#include "base/event.h"' '#include <QAbstractTableModel>'
    put app/sse/client.cpp '#include "base/event.h"' '#include "http/request.h"'
    put app/http/request.h '#include <QUrl>'
    put app/session/workbench.cpp '#include "log/reader.h"'
    put ui/table.cpp '#include "log/reader.h"' '#include <QWidget>'
    put ui/table.h '#include <QWidget>'
    put tests/app/log/tst_reader.cpp '#include "log/reader.h"'
    put tests/ui/tst_table.cpp '#include "table.h"'
    put tests/ui/robot.h '#include <QTest>'
    printf '%s\n' Qt6::Core Qt6::Network roaring::roaring >"$house/links"
}
accepts()
{
    "$check" "$house" "$house/links" >"$house/out" 2>&1 && return
    echo "FAIL: $1: refused:"
    cat "$house/out"
    failed=1
}
# refuses WHAT PATTERN: it must exit 1 and name the violation.
refuses()
{
    if "$check" "$house" "$house/links" >"$house/out" 2>&1; then
        echo "FAIL: $1: accepted"
        failed=1
    elif ! grep -qE "$2" "$house/out"; then
        echo "FAIL: $1: refused, but not for \"$2\":"
        cat "$house/out"
        failed=1
    fi
}

fresh && accepts "a house in order"
fresh && put app/base/event.cpp '#include <QColor>' && refuses "a Gui header in app" 'includes QColor'
fresh && put app/base/event.cpp '#  include <QtWidgets/QWidget>' && refuses "a Widgets header by its module" 'QtWidgets/QWidget'
fresh && put app/base/event.cpp '#include <qpainter.h>' && refuses "a Gui header in lower case" 'qpainter.h'
fresh && put app/log/reader.cpp '#include "table.h"' && refuses "app includes ui" 'app includes ui/table.h'
fresh && put app/log/reader.cpp '#include "../../ui/table.h"' && refuses "app includes ui by a path" 'app includes ui/table.h'
fresh && put app/log/reader.cpp '#include <table.h>' && refuses "app includes ui in angle brackets" 'app includes ui/table.h'
fresh && put app/log/reader.cpp '#include "sse/client.h"' && put app/sse/client.h '#include <QUrl>' \
    && refuses "log includes sse" 'app/log includes app/sse'
fresh && put app/base/event.cpp '#include "log/reader.h"' && refuses "base includes log" 'app/base includes app/log'
fresh && put app/http/request.cpp '#include "../log/reader.h"' && refuses "http includes log" 'app/http includes app/log'
fresh && put app/session/workbench.h '#include "cli/verbs.h"' && put app/cli/verbs.h '#include <QUrl>' \
    && refuses "session includes cli" 'app/session includes app/cli'
fresh && put app/misc/misc.cpp '#include <QUrl>' && refuses "a folder nobody placed" 'app/misc has no place'
fresh && put ui/table.cpp '#include "ui/robot.h"' && refuses "ui includes tests" 'ui includes tests/ui/robot.h'
fresh && put tests/app/log/tst_reader.cpp '#include "table.h"' && refuses "a test of app includes ui" 'a test of app includes ui/table.h'
fresh && echo Qt6::Gui >>"$house/links" && refuses "weir_app links Gui" 'weir_app links Qt6::Gui'
fresh && : >"$house/links" && refuses "an empty link line" 'not known'
rm -rf "${house:?}"/* && mkdir -p "$house"/{app,ui,tests} && : >"$house/links" && refuses "an empty house" 'no include found'

[ $failed = 0 ] && echo "every seeded violation was found"
exit $failed
