// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The same for tests: see app/precompiled.h.
#include "../app/precompiled.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
