// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "http/httpexchange.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace weir;

namespace {
QString file(const char *name)
{
    return QStringLiteral(WEIR_TEST_DATA "/tls/") + QLatin1String(name);
}

QByteArray contents(const QString &path)
{
    QFile opened(path);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

constexpr char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
}

class TestHttpExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name :
             {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        if (!QSslSocket::supportsSsl())
            QSKIP("no TLS here");
    }

    void cleanup()
    {
        m_exchange.reset();
        m_server.reset();
    }

    void aCertificateThatNobodyVouchesForFails()
    {
        serve(false);
        run({});
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error().code, ErrorCode::CertificateError);
        QVERIFY(!error().detail.isEmpty());
        QVERIFY(m_requests.isEmpty());
    }

    void anyCertificateIsTakenWhereAskedFor()
    {
        serve(false);
        run({.tls = {.insecure = true}});
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error(), Error{});
        QCOMPARE(m_requests.size(), 1);
    }

    void anAuthorityOfOnesOwn()
    {
        serve(false);
        run({.tls = {.caFile = file("ca.pem")}});
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error(), Error{});
        char body[8];
        QCOMPARE(m_exchange->read(body, sizeof body), 2);
    }

    void aCertificateOfOnesOwn()
    {
        serve(true);
        run({.tls = {
                 .caFile = file("ca.pem"), .certFile = file("client.pem"), .keyFile = file("client.key")}});
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error(), Error{});
        QCOMPARE(m_peer, QStringLiteral("client"));
    }

    void withoutTheCertificateTheServerAsksForTlsFails()
    {
        serve(true);
        run({.tls = {.caFile = file("ca.pem")}});
        QTRY_COMPARE(m_ended->count(), 1);
        QVERIFY2(error().code == ErrorCode::TlsError || error().code == ErrorCode::NoAnswer,
                 qPrintable(errorText(error())));
        QVERIFY(!errorText(error()).contains(QLatin1String("Unknown error")));
        QVERIFY(m_requests.isEmpty());
    }

    void aPeerThatDoesNotSpeakTls()
    {
        QTcpServer plain;
        connect(&plain, &QTcpServer::newConnection, this,
                [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        run({}, QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(plain.serverPort())));
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error().code, ErrorCode::TlsError);
    }

    void aPeerThatAcceptsAndSaysNothing()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        run({.headerTimeout = 200}, QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(plain.serverPort())));
        QTRY_COMPARE(m_ended->count(), 1);
        QVERIFY2(errorText(error()).contains(QLatin1String("in time")), qPrintable(errorText(error())));
    }

    void aProxyThatIsNotThereIsBlamed()
    {
        QTcpSocket taken; // bound and not listening: nobody else gets the port and answers
        QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
        const QUrl proxy(QStringLiteral("http://127.0.0.1:%1").arg(taken.localPort()));
        run({.proxy = {ProxyChoice::Mode::Manual, proxy}}, QUrl(QStringLiteral("http://127.0.0.1:1/")));
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error().code, ErrorCode::ProxyUnreachable);
        QVERIFY2(error().detail.contains(proxy.authority()), qPrintable(error().detail));
    }

    void aProxyGetsTheWholeUrl()
    {
        QTcpServer plain;
        QByteArray got;
        connect(&plain, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&got, socket] {
                got += socket->readAll();
                if (got.endsWith("\r\n\r\n"))
                    socket->write(answer);
            });
        });
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        const QUrl proxy(QStringLiteral("http://127.0.0.1:%1").arg(plain.serverPort()));
        run({.proxy = {ProxyChoice::Mode::Manual, proxy}},
            QUrl(QStringLiteral("http://far.invalid/feed?a=b")));
        QTRY_COMPARE(m_ended->count(), 1);
        QCOMPARE(error(), Error{});
        QVERIFY2(got.startsWith("GET http://far.invalid/feed?a=b HTTP/1.1\r\n"), got.constData());
        QCOMPARE(got.count("GET "), 1);
    }

private:
    void serve(bool asksForACertificate)
    {
        m_requests.clear();
        m_peer.clear();
        m_server = std::make_unique<QSslServer>();
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate::fromPath(file("server.pem")).constFirst());
        tls.setPrivateKey(QSslKey(contents(file("server.key")), QSsl::Ec));
        tls.setCaCertificates(QSslCertificate::fromPath(file("ca.pem")));
        tls.setPeerVerifyMode(asksForACertificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
        m_server->setSslConfiguration(tls);
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto *socket = qobject_cast<QSslSocket *>(m_server->nextPendingConnection());
            connect(socket, &QSslSocket::readyRead, this, [this, socket] {
                m_requests += socket->readAll();
                m_peer = socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
                socket->write(answer);
            });
        });
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
    }

    void run(const HttpTransport &transport, const QUrl &url = {})
    {
        m_exchange = std::make_unique<HttpExchange>(transport);
        m_ended = std::make_unique<QSignalSpy>(m_exchange.get(), &HttpExchange::ended);
        const QUrl own(m_server ? QStringLiteral("https://127.0.0.1:%1/").arg(m_server->serverPort())
                                : QString());
        m_exchange->start(completed({.url = url.isEmpty() ? own : url}));
    }

    Error error() const { return m_ended->first().first().value<Error>(); }

    std::unique_ptr<QSslServer> m_server;
    QByteArrayList m_requests;
    QString m_peer;
    std::unique_ptr<HttpExchange> m_exchange;
    std::unique_ptr<QSignalSpy> m_ended;
};

WEIR_TEST(runAppTest<TestHttpExchange>)
#include "tst_httpexchange.moc"
