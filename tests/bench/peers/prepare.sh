# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# To be sourced. prepare BENCH NPM_PACKAGE [COMMAND:DEBIAN_PACKAGE...] installs Node.js and what else is missing, and sets
# `peers` to a folder beside BENCH with the scripts of this one and the package from npm, name@version.
prepare()
{
    local bench=$1 package=$2 here command
    shift 2
    here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
    peers=${bench}_peers
    mkdir -p "$peers"
    for command in node:nodejs npm:npm "$@"; do
        command -v "${command%:*}" >/dev/null || "$here/../../../installer/packages.sh" "${command#*:}"
    done
    cp "$here"/*.mjs "$peers"
    [ -d "$peers/node_modules/${package%@*}" ] \
        || npm install --silent --no-audit --no-fund --prefix "$peers" "$package"
}
