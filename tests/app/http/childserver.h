// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

// A server that is a program of its own. It listens on a loopback address that only this process uses, so
// that nobody takes the port between the choice and the start; `at` is for a program that knows no address
// but its own.
class ChildServer final
{
public:
    explicit ChildServer(quint16 port = 0, const QString &at = host())
        : m_host(at)
        , m_port(port ? port : freePort(at))
    {
    }
    ~ChildServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    static QString host()
    {
        const qint64 pid = QCoreApplication::applicationPid();
        return QStringLiteral("127.%1.%2.%3")
            .arg(1 + pid / 65536 % 250)
            .arg(pid / 256 % 256)
            .arg(1 + pid % 254);
    }

    quint16 port() const { return m_port; }
    QString place() const { return m_host + QLatin1Char(':') + QString::number(m_port); }

    // Starts it on port(), and waits until it can be reached.
    bool start(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
        if (!m_process.waitForStarted(30000)) {
            qWarning("%s: %s", qPrintable(program), qPrintable(m_process.errorString()));
            return false;
        }
        const bool reached = QTest::qWaitFor([this] { return canBeReached() || !isRunning(); }, 30000);
        if (!reached || !isRunning())
            qWarning("%s: %s", qPrintable(program), m_process.readAll().constData());
        return reached && isRunning();
    }

private:
    static quint16 freePort(const QString &at)
    {
        QTcpServer server;
        return server.listen(QHostAddress(at)) ? server.serverPort() : 0;
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    bool canBeReached() const
    {
        QTcpSocket socket;
        socket.connectToHost(m_host, m_port);
        return socket.waitForConnected(1000);
    }

    const QString m_host;
    const quint16 m_port;
    QProcess m_process;
};

// Bound and not listening: nobody else gets it and answers.
class RefusingPort final
{
public:
    RefusingPort() { m_socket.bind(QHostAddress::LocalHost); }
    QString place() const { return QStringLiteral("127.0.0.1:") + QString::number(m_socket.localPort()); }

private:
    QTcpSocket m_socket;
};
