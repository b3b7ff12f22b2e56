// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "router.h"

#include <QTcpServer>

#include <functional>

namespace weir {

// Reads the head of the first request on each line and keeps those that open a WebSocket from
// QAbstractHttpServer, whose own upgrade knows neither subprotocols nor a refusal. All others pass it unread.
class DemoListener final : public QTcpServer
{
    Q_OBJECT

public:
    using Upgrade = std::function<void(const DemoRequest &, QTcpSocket &)>;
    explicit DemoListener(Upgrade upgrade)
        : m_upgrade(std::move(upgrade))
    {
    }
    Q_DISABLE_COPY_MOVE(DemoListener)

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void look(QTcpSocket *socket);
    void pass(QTcpSocket *socket);

    Upgrade m_upgrade;
};

} // namespace weir
