// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidebyside.h"

#include "base/secretmask.h"

#include <QPointer>

namespace weir {

class CallIndex;
class Connection;
class RowFetch;
class Workbench;

// Makes one call to two connections and shows what came of it side by side. Both are ordinary calls, with
// their rows in the log; this one only looks there. A child of its dialog.
class CompareCalls final : public QObject
{
    Q_OBJECT

public:
    // Opens the dialog over `window`. `text` is the request as it is sent; `first` is offered on the left.
    static void open(Workbench &workbench, const Connection &first, const QByteArray &text,
                     const Secrets &secrets, QWidget *window);

private:
    CompareCalls(Workbench &workbench, const Connection &first, const QByteArray &text,
                 const Secrets &secrets, SideBySide *dialog);

    struct Half
    {
        QPointer<Connection> connection;
        CallIndex *index = nullptr;
        RowFetch *rows = nullptr;
        quint64 after = 0; // the call is behind this row
        quint32 logId = 0; // that the index reads
        quint64 answer = 0; // that is being read
        bool isSent = false;
    };
    void send(int left, int right);
    void sendTo(SideBySide::Side side, Connection *connection);
    void grow();
    void look(SideBySide::Side side);

    Workbench &m_workbench;
    SideBySide *m_dialog;
    const QByteArray m_text;
    const Secrets m_secrets;
    QByteArray m_id; // of the call, raw
    QList<QPointer<Connection>> m_candidates;
    std::array<Half, 2> m_halves;
};

} // namespace weir
