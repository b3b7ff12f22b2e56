// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../sse/collectingsink.h"
#include "../sse/scriptedserver.h"

#include "jsonrpc/rpchttpclient.h"

#include <QTest>

using namespace weir;
using Answer = ScriptedServer::Answer;

inline QByteArray http(const QByteArray &body, const QByteArray &status = "200 OK",
                       const QByteArray &type = "application/json")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray call(const QByteArray &method, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":")" + method + "\",\"id\":" + id + '}';
}

inline QByteArray result(const QByteArray &value, const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","result":)" + value + ",\"id\":" + id + '}';
}
// A client, a sink and a server for every test of a class.
class RpcHttpFixture : public QObject
{
    Q_OBJECT

protected:
    void start(const QUrl &url = {})
    {
        m_settings.url = url.isEmpty() ? m_server->url(QStringLiteral("/")) : url;
        m_client = std::make_unique<RpcHttpClient>(m_settings, 3, *m_sink, m_outbox);
        m_client->start();
    }
    void send(const QByteArray &text)
    {
        QVERIFY(m_outbox->push(Kind::WsText, text));
        m_client->sendQueued();
    }
    RpcStatus now() const { return m_client->status().get(); }
    std::vector<Event> rows(quint64 kinds) const
    {
        std::vector<Event> list;
        std::copy_if(m_sink->rows.begin(), m_sink->rows.end(), std::back_inserter(list),
                     [&](const Event &row) { return kinds & kindBit(row.kind); });
        return list;
    }
    // The row that this one refers to.
    Event about(const Event &row) const
    {
        for (size_t i = 0; i < m_sink->rows.size(); ++i) {
            if (m_sink->numbers[i] == row.ref && row.ref != 0)
                return m_sink->rows[i];
        }
        return {};
    }
    Event failureOf(const QByteArray &method)
    {
        for (const Event &row : rows(kindBit(Kind::Error))) {
            if (about(row).name == method)
                return row;
        }
        return {};
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<CollectingSink> m_sink;
    std::shared_ptr<Outbox> m_outbox;
    RpcSettings m_settings;
    std::unique_ptr<RpcHttpClient> m_client;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_sink = std::make_unique<CollectingSink>();
        m_outbox = std::make_shared<Outbox>();
        m_settings = {};
    }
    void cleanup()
    {
        m_client.reset();
        m_sink.reset();
        m_server.reset();
    }
};
