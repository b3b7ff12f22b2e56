// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "messagetext.h"

#include "log/lens.h"

#include "base/payloadtype.h"

#include <QCoreApplication>

namespace weir {

enum class BubbleLink : quint8 { None, Expand, Collapse, Detail, Hex, Save };

// What one row says in a conversation, in words; how it is laid out is for BubbleLayout.
struct BubbleContent
{
    Q_DECLARE_TR_FUNCTIONS(weir::BubbleContent)

public:
    enum class Side : quint8 { Received, Sent, System };
    enum class Tone : quint8 { Plain, Warn, Error };
    // One line with places that can be clicked.
    struct Line
    {
        struct Link
        {
            int begin = 0;
            int length = 0;
            BubbleLink target = BubbleLink::None;
        };
        QString text;
        std::vector<Link> links;

        void add(const QString &part); // " · " goes before all but the first
        void add(const QString &part, BubbleLink target);
    };

    // `whole`: the message as it is shown expanded, null where it is not (or not read yet).
    static BubbleContent of(const Lens::Row &row, const MessageText *whole);
    static bool isSystem(Kind kind); // a line in the middle, not a message of one side

    bool isExpandable() const { return side != Side::System && !isBinary; }
    // The last line: "10:42:03.104 · 47 B · JSON · expand". `isCut`: the text did not fit.
    Line info(bool isCut) const;
    // For a screen reader: "received, 10:42, 64 bytes: hello".
    QString spoken() const;

    Side side = Side::System;
    Tone tone = Tone::Plain;
    QString day; // of the row, where it is another than that of the row before
    MessageText text;
    Line hex; // of binary messages
    PayloadType type = PayloadType::Unknown;
    qint64 time = 0;
    quint64 size = 0;
    bool isBinary = false;
    bool isMasked = false;
    bool isExpanded = false;
};

} // namespace weir
