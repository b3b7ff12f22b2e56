// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../sse/collectingsink.h"

#include "demo/demoserver.h"
#include "websocket/websocketclient.h"

#include <QSignalSpy>
#include <QTest>

// A client, a sink and the demo server for every test of a class; the client reconnects after a millisecond.
class WebSocketFixture : public QObject
{
    Q_OBJECT

protected:
    QUrl url(const QByteArray &target) const
    {
        QUrl url = m_demo->url().resolved(QUrl(QString::fromUtf8(target)));
        url.setScheme(QStringLiteral("ws"));
        return url;
    }
    void start(const QByteArray &target) { start(url(target)); }
    void start(const QUrl &url)
    {
        m_settings.url = url;
        m_client =
            std::make_unique<weir::WebSocketClient>(m_settings, 3, *m_sink, m_outbox, [] { return 0.5; });
        m_finished = std::make_unique<QSignalSpy>(m_client.get(), &weir::LineClient::finished);
        m_client->start();
    }
    void send(const QByteArray &text)
    {
        QVERIFY(m_outbox->push(weir::Kind::WsText, text));
        m_client->sendQueued();
    }
    weir::WebSocketStatus now() const { return m_client->status().get(); }
    bool isOpen() const { return now().state == weir::LineState::Open; }
    QByteArrayList received() const
    {
        QByteArrayList list;
        for (const weir::Event &row : m_sink->rows) {
            if (row.direction == weir::Direction::In
                && (row.kind == weir::Kind::WsText || row.kind == weir::Kind::WsBinary))
                list += row.payload;
        }
        return list;
    }
    QByteArrayList errors() const { return m_sink->payloads(weir::Kind::Error); }
    const weir::Event *find(weir::Kind kind, weir::Direction direction) const
    {
        for (const weir::Event &row : m_sink->rows) {
            if (row.kind == kind && row.direction == direction)
                return &row;
        }
        return nullptr;
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
        m_demo.reset();
    }

    std::unique_ptr<weir::DemoServer> m_demo;
    std::unique_ptr<CollectingSink> m_sink;
    std::shared_ptr<weir::Outbox> m_outbox;
    weir::WebSocketSettings m_settings;
    std::unique_ptr<weir::WebSocketClient> m_client;
    std::unique_ptr<QSignalSpy> m_finished;

private Q_SLOTS:
    void initTestCase() { forgetProxies(); }

    void init()
    {
        m_demo = std::make_unique<weir::DemoServer>();
        QVERIFY(m_demo->listen());
        m_sink = std::make_unique<CollectingSink>();
        m_outbox = std::make_shared<weir::Outbox>();
        m_settings = {};
        m_settings.reconnectionTime = 1;
    }

    void cleanup() { clear(); }
};
