// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/certificates.h"
#include "../http/childserver.h"
#include "testprogram.h"
#include "websocketfixture.h"

#include "http/tlsconfiguration.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace weir;

// TLS and proxies beneath a WebSocket.
class TestWebSocketTransport final : public WebSocketFixture
{
    Q_OBJECT

    // Echoes; or, where it is asked for /blast, sends numbers for ever.
    void serve(const char *certificate)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(
            QSslCertificate::fromPath(m_files.path(QString::fromLatin1(certificate) + s(".pem"))));
        QFile key(m_files.path(QString::fromLatin1(certificate) + s(".key")));
        QVERIFY(key.open(QIODevice::ReadOnly));
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        m_secure = std::make_unique<QWebSocketServer>(s("test"), QWebSocketServer::SecureMode);
        m_secure->setSslConfiguration(tls);
        QVERIFY(m_secure->listen(QHostAddress::LocalHost));
        connect(m_secure.get(), &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *socket = m_secure->nextPendingConnection();
            socket->setParent(m_secure.get());
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
            connect(socket, &QWebSocket::binaryMessageReceived, socket, &QWebSocket::sendBinaryMessage);
            if (socket->requestUrl().path() == QLatin1String("/blast")) {
                auto *timer = new QTimer(socket);
                connect(timer, &QTimer::timeout, socket, [this, socket] {
                    qint64 unsent = socket->bytesToWrite();
                    for (const auto *line : m_secure->findChildren<QSslSocket *>())
                        unsent += line->encryptedBytesToWrite();
                    for (int i = 0; i < 100 && unsent < 1024 * 1024; ++i)
                        socket->sendTextMessage(QString::number(++m_sent) + QString(1000, u'x'));
                });
                timer->start(0);
            }
        });
    }
    QUrl secureUrl(const char *path) const
    {
        return QUrl(
            QStringLiteral("wss://127.0.0.1:%1%2").arg(m_secure->serverPort()).arg(QLatin1String(path)));
    }

    Certificates m_files;
    std::unique_ptr<QWebSocketServer> m_secure;
    quint64 m_sent = 0;

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        QVERIFY(m_files.ok);
        QVERIFY(m_files.make(s("server")));
        Certificates::Wish own;
        own.selfSigned = true;
        QVERIFY(m_files.make(s("own"), own));
    }
    void cleanup()
    {
        clear();
        m_secure.reset();
        m_sent = 0;
    }

    void anEchoOverTls()
    {
        serve("server");
        m_settings.tls.caFile = m_files.path("ca.pem");
        start(secureUrl("/"));
        const QByteArray large(4 * 1024 * 1024, 'x');
        send("hello");
        send(large);
        QTRY_COMPARE_WITH_TIMEOUT(received().size(), 2, 30'000);
        QVERIFY(received() == (QByteArrayList{"hello", large}));
        QTRY_COMPARE(now().sentMessages, 2u);
        m_client->stop();
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(errors().isEmpty());
    }

    void aCertificateThatIsNotTrustedIsExplained()
    {
        serve("own");
        start(secureUrl("/"));
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::CertificateError);
        QVERIFY(!now().certificate.chain.isEmpty());
        QVERIFY(!m_sink->payloads(Kind::Note, "certificate").isEmpty());
    }

    void aPinnedCertificateIsTrusted()
    {
        serve("own");
        m_settings.tls.pins = {fingerprint(QSslCertificate::fromPath(m_files.path("own.pem")).value(0))};
        start(secureUrl("/"));
        send("hello");
        QTRY_COMPARE(received(), QByteArrayList{"hello"});
    }

    void whatIsNoTlsIsNamed()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [socket] { socket->write("220 hello\r\n"); });
        });
        m_settings.reconnect = false;
        start(QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(plain.serverPort())));
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::TlsError);
    }

    void aTlsHandshakeThatIsNotAnsweredEndsInTime()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_settings.reconnect = false;
        m_settings.headerTimeout = 200;
        start(QUrl(QStringLiteral("wss://127.0.0.1:%1/").arg(silent.serverPort())));
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::TlsError);
        QVERIFY(errorText(now().error).contains(QLatin1String("in time")));
    }

    void aLogThatIsBehindSlowsTheServerOverTlsToo()
    {
        serve("server");
        m_settings.tls.caFile = m_files.path("ca.pem");
        start(secureUrl("/blast"));
        QTRY_VERIFY_WITH_TIMEOUT(now().events > 100, 30'000);
        m_sink->full = true;
        QTRY_VERIFY(now().held);
        // the server stops when every buffer on the way is full
        quint64 before = 0;
        QElapsedTimer still;
        still.start();
        QTRY_VERIFY_WITH_TIMEOUT(
            (before == m_sent ? still.elapsed() > 300 : (before = m_sent, still.restart(), false)), 30'000);
        QVERIFY((m_sent - now().events) * 1000 < quint64(64) * 1024 * 1024);
        m_sink->full = false;
        m_sink->waker();
        QTRY_VERIFY_WITH_TIMEOUT(now().events > before + 1000, 30'000);
        quint64 next = 0;
        for (const QByteArray &message : received())
            QVERIFY(message.startsWith(QByteArray(QByteArray::number(++next) + 'x')));
    }

    void aWebSocketGoesThroughAProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<bool>("overTls");
        for (const char *scheme : {"http", "socks5"}) {
            QTest::addRow("%s", scheme) << s(scheme) << false;
            QTest::addRow("%s, TLS", scheme) << s(scheme) << true;
        }
    }
    void aWebSocketGoesThroughAProxy()
    {
        QFETCH(const QString, scheme);
        QFETCH(const bool, overTls);
        ChildServer proxy;
        if (scheme == s("http")) {
            QVERIFY(m_files.write("tinyproxy.conf",
                                  QStringLiteral("Listen %1\nPort %2\nTimeout 60\nBasicAuth ann pw\n")
                                      .arg(ChildServer::host(), QString::number(proxy.port()))
                                      .toUtf8()));
            QVERIFY(proxy.start(s("tinyproxy"), {s("-d"), s("-c"), m_files.path("tinyproxy.conf")}));
        } else {
            QVERIFY(proxy.start(s("microsocks"),
                                {s("-i"), ChildServer::host(), s("-p"), QString::number(proxy.port()),
                                 s("-u"), s("ann"), s("-P"), s("pw")}));
        }
        m_settings.proxy = {ProxyChoice::Mode::Manual, QUrl(scheme + s("://ann:pw@") + proxy.place())};
        m_settings.tls.caFile = m_files.path("ca.pem");
        serve("server");
        start(overTls ? secureUrl("/") : url("/echo"));
        send("hello");
        QTRY_COMPARE_WITH_TIMEOUT(received(), QByteArrayList{"hello"}, 10'000);
        // a password that is wrong is the proxy's fault
        m_client.reset();
        m_settings.reconnect = false;
        m_settings.proxy.url.setPassword(s("wrong"));
        start(overTls ? secureUrl("/") : url("/echo"));
        QTRY_COMPARE(m_finished->count(), 1);
        const QString sentence = errorText(now().error);
        QVERIFY2(sentence.contains(proxy.place()), qPrintable(sentence));
        QVERIFY(!sentence.contains(s("wrong")));
    }

    void aProxyThatIsNotThereIsNamed()
    {
        const RefusingPort port;
        m_settings.reconnect = false;
        m_settings.proxy = {ProxyChoice::Mode::Manual, QUrl(s("http://") + port.place())};
        start("/echo");
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error, (Error{ErrorCode::ProxyUnreachable, port.place()}));
    }
};

WEIR_TEST(runAppTest<TestWebSocketTransport>)
#include "tst_websockettransport.moc"
