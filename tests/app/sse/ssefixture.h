// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collectingsink.h"
#include "scriptedserver.h"

#include "sse/sseclient.h"

#include <QSignalSpy>
#include <QTest>

using Answer = ScriptedServer::Answer;
constexpr auto Keep = ScriptedServer::Keep;
constexpr auto Close = ScriptedServer::Close;
constexpr auto Reset = ScriptedServer::Reset;

// A client, a sink and a server for every test of a class; the client reconnects after a millisecond.
class SseFixture : public QObject
{
    Q_OBJECT

protected:
    static QByteArray head(const QByteArray &more = {}) { return ScriptedServer::head(more); }
    static QByteArray chunked() { return head("Transfer-Encoding: chunked\r\n"); }
    static QByteArray status(const QByteArray &line, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + line + "\r\n" + headers + "Content-Length: 0\r\n\r\n";
    }

    // The server's "/" without a URL.
    void start(const QUrl &url = {})
    {
        m_settings.url = url.isEmpty() ? m_server->url(QStringLiteral("/")) : url;
        m_client = std::make_unique<weir::SseClient>(m_settings, 3, *m_sink, [] { return 0.5; });
        m_finished = std::make_unique<QSignalSpy>(m_client.get(), &weir::SseClient::finished);
        m_client->start();
    }
    void forgetProxies()
    {
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }
    void clear()
    {
        m_client.reset();
        m_sink.reset();
        m_server.reset();
    }
    weir::SseStatus now() const { return m_client->status().get(); }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CollectingSink> m_sink;
    weir::SseSettings m_settings;
    std::unique_ptr<weir::SseClient> m_client;
    std::unique_ptr<QSignalSpy> m_finished;

private Q_SLOTS:
    void initTestCase() { forgetProxies(); }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_sink = std::make_unique<CollectingSink>();
        m_settings = {};
        m_settings.reconnectionTime = 1;
    }

    void cleanup() { clear(); }
};
