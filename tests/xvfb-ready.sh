#!/bin/sh
# SPDX-FileCopyrightText: The Weir authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Tells tests/xvfb.sh that the window manager is up.
echo ready >"$WEIR_READY"
