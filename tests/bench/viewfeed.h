// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <thread>

// A server on 127.0.0.1 that answers every request with a feed of 120-byte events at a steady rate, each
// connection on its own thread.
class ViewFeed final
{
public:
    ViewFeed();
    ~ViewFeed();
    Q_DISABLE_COPY_MOVE(ViewFeed)

    int port() const { return m_port; }
    void setRate(int eventsPerSecond) { m_rate = eventsPerSecond; }
    static QByteArray payload(quint64 number); // JSON, 120 bytes

private:
    void serve();

    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_rate = 0;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};
