// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

// Raw bytes over TCP on 127.0.0.1: every path has a list of answers, the last one is repeated.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    enum After { Keep, Close, Reset };
    struct Answer
    {
        QByteArrayList pieces; // written one by one
        After after = Keep;
    };
    struct Request
    {
        QByteArray text; // request line and headers
        QByteArray body;
        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : text.split('\n')) {
                if (line.left(name.size() + 1).compare(QByteArray(name + ':'), Qt::CaseInsensitive) == 0)
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };

    ScriptedServer() { listen(0); }
    void listen(quint16 port)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::serve, Qt::UniqueConnection);
        if (!m_server.listen(QHostAddress::LocalHost, port))
            qFatal("cannot listen");
    }
    void close() { m_server.close(); }
    quint16 port() const { return m_server.serverPort(); }
    QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    void answer(const QByteArray &path, const QList<Answer> &answers) { m_answers[path] = answers; }
    void dropAll()
    {
        for (const auto &socket : std::as_const(m_sockets)) {
            if (socket)
                socket->abort();
        }
    }

    static QByteArray head(const QByteArray &more = {})
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + more + "\r\n";
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }

    QList<Request> requests;
    int connections = 0;
    QPointer<QTcpSocket> lastSocket;

private:
    void serve()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++connections;
            lastSocket = socket;
            m_sockets.append(socket);
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        }
    }
    void read(QTcpSocket *socket)
    {
        QByteArray &in = m_in[socket];
        in += socket->readAll();
        const qsizetype end = in.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request{in.left(end + 2), in.mid(end + 4)};
        if (request.body.size() < request.header("Content-Length").toLongLong())
            return;
        in.clear();
        requests.append(request);
        const QByteArray path = request.text.split(' ').value(1);
        QList<Answer> &answers = m_answers[path];
        if (answers.isEmpty())
            return;
        const Answer answer = answers.size() > 1 ? answers.takeFirst() : answers.first();
        for (const QByteArray &piece : answer.pieces) {
            socket->write(piece);
            socket->flush();
        }
        if (answer.after == Close) {
            socket->disconnectFromHost();
        } else if (answer.after == Reset) {
            socket->abort();
        }
    }

    QTcpServer m_server;
    QHash<QByteArray, QList<Answer>> m_answers;
    QHash<QTcpSocket *, QByteArray> m_in;
    QList<QPointer<QTcpSocket>> m_sockets;
};
