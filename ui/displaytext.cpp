// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "displaytext.h"

#include "visibletext.h"

#include "base/jsonformat.h"

#include <utility>

namespace weir {

namespace {
// Breaks lines that no text view can lay out.
QByteArray broken(const QString &text, qsizetype limit, bool &isBroken)
{
    QString out;
    qsizetype column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            column = 0;
        } else if (column >= limit && !c.isLowSurrogate()) {
            out += u'\n';
            column = 0;
            isBroken = true;
        }
        out += c;
        ++column;
    }
    return out.toUtf8();
}
} // namespace

DisplayText displayText(const QByteArray &payload, bool pretty, const IsCancelled &isCancelled)
{
    DisplayText shown;
    QByteArray json;
    if (pretty) {
        if (tl::expected<QByteArray, JsonFault> formatted = formatJson(payload)) {
            json = std::move(*formatted);
            shown.isJson = true;
        }
    }
    if (isCancelled())
        return shown;
    const QByteArrayView bytes = shown.isJson ? json : payload;
    const QString text = visibleText(bytes, bytes.size(), Lines::Multi);
    if (!isCancelled())
        shown.text = broken(text, shownLineLimit(bytes.size()), shown.isBroken);
    return shown;
}

} // namespace weir
