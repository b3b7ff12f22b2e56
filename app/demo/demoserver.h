// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QList>
#include <QObject>
#include <QUrl>

namespace weir {

// The embedded demo server: feeds to look at, and peers that misbehave on purpose. Listens on 127.0.0.1 only;
// lives on whichever thread calls listen().
class DemoServer final : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(QObject *parent = nullptr);
    ~DemoServer() override;
    Q_DISABLE_COPY_MOVE(DemoServer)

    // Port 0: any free one.
    Expected<void> listen(quint16 port = 0);
    QUrl url() const; // http://127.0.0.1:PORT; empty before listen()
    // What to try, in the order of its list; the feeds first.
    QList<QUrl> urls() const;

private:
    class Http;
    Http *m_http = nullptr; // a child
    quint16 m_port = 0;
};

} // namespace weir
