// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QUrl>

// Answers every request over TLS with the same bytes.
class TlsServer final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString certFile; // PEM; an EC key
        QString keyFile;
        QString clientAuthority = {}; // asks for a certificate by it
        QSsl::SslProtocol protocol = QSsl::SecureProtocols;
        QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    };

    explicit TlsServer(const Options &options)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(options.protocol);
        tls.setLocalCertificateChain(QSslCertificate::fromPath(options.certFile));
        QFile key(options.keyFile);
        if (key.open(QIODevice::ReadOnly))
            tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        tls.setCaCertificates(QSslCertificate::fromPath(options.clientAuthority));
        tls.setPeerVerifyMode(options.clientAuthority.isEmpty() ? QSslSocket::VerifyNone
                                                                : QSslSocket::VerifyPeer);
        m_server.setSslConfiguration(tls);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this, answer = options.answer] {
            auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
            connect(socket, &QSslSocket::readyRead, this, [this, socket, answer] {
                requests += socket->readAll();
                peer = socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
                socket->write(answer);
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    quint16 port() const { return m_server.serverPort(); }
    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(port())); }

    QByteArrayList requests;
    QString peer; // common name of the client's certificate

private:
    QSslServer m_server;
};
