// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <functional>

namespace weir {

using IsCancelled = std::function<bool()>;

// What a text view shows of a payload, as UTF-8: control characters made visible, no line longer than
// shownLineLimit(). With `pretty`, JSON is indented first, its tokens untouched; what is not JSON
// stays.
struct DisplayText
{
    QByteArray text;
    bool isJson = false;
    bool isBroken = false; // lines were broken for display
};
// Characters. A view lays out whole lines: a screen full of long ones would hold up the window.
constexpr qsizetype shownLineLimit(qsizetype bytes)
{
    return bytes <= 64 * 1024 ? 10'000 : 400;
}
// Any thread; asks `isCancelled` now and then and ends early where it says so.
DisplayText displayText(const QByteArray &payload, bool pretty, const IsCancelled &isCancelled);

} // namespace weir
