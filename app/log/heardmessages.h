// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lens.h"

namespace weir {

// The messages that one WebSocket receives from now on, whole and in order, one after the other, for whoever
// waits for one. Reads the log: nothing is kept, and nothing is missed. Lives on one thread (the GUI's).
class HeardMessages final : public QObject
{
    Q_OBJECT

public:
    explicit HeardMessages(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(HeardMessages)

    // What is already in the capture is not heard.
    void start(std::shared_ptr<CaptureReader> reader, quint32 connection);
    void stop();
    void grow(); // the capture has

Q_SIGNALS:
    void heard(const QByteArray &payload);

private:
    void readNext();

    Lens m_lens;
    quint64 m_lastSeq = 0; // that was heard, or was there before
    quint64 m_awaited = 0; // is being read; 0: none
    bool m_isOn = false;
};

} // namespace weir
