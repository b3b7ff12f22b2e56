// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The same for tests: see base/precompiled.h.
#include "base/precompiled.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
