// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../http/certificates.h"
#include "../http/childserver.h"
#include "../http/tlsserver.h"
#include "ssefixture.h"
#include "testprogram.h"

#include "http/tlsconfiguration.h"

using namespace weir;

// Feeds over TLS and through real proxies with a password: what arrives, what failed, and what no row says.
class TestSseTransport final : public SseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        forgetProxies();
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"})
            qunsetenv(name);
        QVERIFY(m_files.ok);
        QVERIFY(m_files.make(s("server")));
        QVERIFY(
            m_files.openssl(words("pkcs8 -topk8 -in server.key -out closed.key -passout pass:keyS3cret")));
        QVERIFY(m_files.write("tinyproxy.conf",
                              QStringLiteral("Listen %1\nPort %2\nTimeout 60\nBasicAuth ann pr0xyS3cret\n")
                                  .arg(ChildServer::host(), QString::number(m_tinyproxy.port()))
                                  .toUtf8()));
        QVERIFY(m_tinyproxy.start(s("tinyproxy"), {s("-d"), s("-c"), m_files.path("tinyproxy.conf")}));
        QVERIFY(
            m_microsocks.start(s("microsocks"),
                               {s("-i"), ChildServer::host(), s("-p"), QString::number(m_microsocks.port()),
                                s("-u"), s("ann"), s("-P"), s("pr0xyS3cret")}));
    }

    void cleanup()
    {
        for (const Event &row : m_sink->rows) {
            for (const QByteArray &secret : {QByteArray("S3cret"), QByteArray("ann:pr0xyS3cret").toBase64()})
                QVERIFY2(!row.payload.contains(secret), row.payload.constData());
        }
        QVERIFY(!errorText(now().error).contains(s("S3cret")));
        m_tls.reset();
        clear();
    }

    void aFeedComesThroughAProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<bool>("overTls");
        for (const char *scheme : {"http", "socks5"}) {
            QTest::addRow("%s", scheme) << s(scheme) << false;
            QTest::addRow("%s, TLS", scheme) << s(scheme) << true;
        }
    }

    void aFeedComesThroughAProxy()
    {
        QFETCH(const QString, scheme);
        QFETCH(const bool, overTls);
        useProxy(scheme, s("pr0xyS3cret"));
        m_settings.method = "POST";
        m_settings.body = "question";
        startAt(overTls);
        QTRY_COMPARE_WITH_TIMEOUT(m_sink->data(), (QByteArrayList{"a"}), 30000);
        const QByteArray seen = overTls
            ? m_tls->requests.join()
            : QByteArray(m_server->requests.first().text + m_server->requests.first().body);
        QVERIFY2(!seen.contains("Proxy-Authorization"), seen.constData());
        QCOMPARE(seen.count("question"), 1);
        const QByteArray sent = m_sink->payloads(Kind::HttpRequest).join();
        QCOMPARE(sent.contains("Proxy-Authorization: •••"), scheme == s("http") && !overTls);
    }

    void aProxyIsBlamedForWhatIsItsFault_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("password"); // empty: no user either
        QTest::addColumn<bool>("overTls");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const char *scheme, const char *password, bool overTls,
                            ErrorCode code) {
            QTest::newRow(name) << s(scheme) << s(password) << overTls << code;
        };
        row("http, no password", "http", "", false, ErrorCode::ProxyPasswordNeeded);
        row("http, wrong password", "http", "wrongS3cret", false, ErrorCode::HttpStatus); // 401, as a server
        row("http and TLS, no password", "http", "", true, ErrorCode::ProxyPasswordNeeded);
        // tinyproxy says 401 then, which does not say why
        row("http and TLS, wrong password", "http", "wrongS3cret", true, ErrorCode::ProxyRefused);
        row("socks5, no password", "socks5", "", false, ErrorCode::ProxyPasswordNeeded);
        row("socks5, wrong password", "socks5", "wrongS3cret", false, ErrorCode::ProxyPasswordWrong);
        row("socks5 and TLS, no password", "socks5", "", true, ErrorCode::ProxyPasswordNeeded);
        row("socks5 and TLS, wrong password", "socks5", "wrongS3cret", true, ErrorCode::ProxyPasswordWrong);
    }

    void aProxyIsBlamedForWhatIsItsFault()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QString, password);
        QFETCH(const bool, overTls);
        QFETCH(const ErrorCode, code);
        useProxy(scheme, password);
        m_settings.reconnect = false;
        startAt(overTls);
        expectFailure(code, proxyFor(scheme).place());
        QVERIFY(m_server->requests.isEmpty());
    }

    void aProxyThatIsNotThere_data() { aFeedComesThroughAProxy_data(); }

    void aProxyThatIsNotThere()
    {
        QFETCH(const QString, scheme);
        QFETCH(const bool, overTls);
        const RefusingPort port;
        const QString place = port.place();
        m_settings.proxy = {ProxyChoice::Mode::Manual, QUrl(scheme + s("://ann:pr0xyS3cret@") + place)};
        m_settings.reconnect = false;
        startAt(overTls);
        expectFailure(ErrorCode::ProxyUnreachable, place);
    }

    void aProxyThatDoesNotAllowThePort()
    {
        ChildServer strict;
        QVERIFY(m_files.write("strict.conf",
                              QStringLiteral("Listen %1\nPort %2\nConnectPort 1\n")
                                  .arg(ChildServer::host(), QString::number(strict.port()))
                                  .toUtf8()));
        QVERIFY(strict.start(s("tinyproxy"), {s("-d"), s("-c"), m_files.path("strict.conf")}));
        m_settings.proxy = {ProxyChoice::Mode::Manual, QUrl(s("http://") + strict.place())};
        startAt(true);
        expectFailure(ErrorCode::ProxyDenied, strict.place());
    }

    void aProxyThatSaysNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString place = s("127.0.0.1:") + QString::number(silent.serverPort());
        m_settings.proxy = {ProxyChoice::Mode::Manual, QUrl(s("socks5://") + place)};
        m_settings.headerTimeout = 200;
        m_settings.reconnect = false;
        startAt(true);
        expectFailure(ErrorCode::ProxyTimeout, place);
    }

    void behindASocksProxyTheServerIsBlamedForItsOwn()
    {
        useProxy(s("socks5"), s("pr0xyS3cret"));
        m_settings.reconnect = false;
        const RefusingPort port;
        const QString place = port.place();
        start(QUrl(s("http://") + place));
        expectFailure(ErrorCode::ConnectionRefused, place);
    }

    void noProxyMeansNone()
    {
        const RefusingPort port;
        const QString place = port.place();
        qputenv("http_proxy", QByteArray("http://ann:pr0xyS3cret@" + place.toLatin1()));
        m_server->answer("/", {{{head(), "data: a\n\n"}, Keep}});
        m_settings.reconnect = false;
        start();
        expectFailure(ErrorCode::ProxyUnreachable, place);
        m_settings.proxy.mode = ProxyChoice::Mode::None;
        start();
        QTRY_COMPARE_WITH_TIMEOUT(m_sink->data(), (QByteArrayList{"a"}), 30000);
        qunsetenv("http_proxy");
    }

    void aCertificateThatIsNotTrustedIsReportedAndCanBePinned()
    {
        m_tls = std::make_unique<TlsServer>(tlsOptions());
        start(m_tls->url());
        expectFailure(ErrorCode::CertificateError, s("127.0.0.1:") + QString::number(m_tls->port()));
        const CertificateReport report = now().certificate;
        QCOMPARE(report.chain.size(), 1);
        const QByteArrayList notes = m_sink->payloads(Kind::Note, "certificate");
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().contains(displayFingerprint(report.chain.first().fingerprint).toLatin1()),
                 notes.first().constData());
        m_settings.tls.pins = {report.chain.first().fingerprint};
        start(m_tls->url());
        QTRY_COMPARE_WITH_TIMEOUT(m_sink->data(), (QByteArrayList{"a"}), 30000);
        QVERIFY(now().certificate.chain.isEmpty());
    }

    void aKeyThatDoesNotOpenIsFoundBeforeAnythingStarts()
    {
        m_settings.tls.certFile = m_files.path("server.pem");
        m_settings.tls.keyFile = m_files.path("closed.key");
        m_settings.tls.keyPassword = s("wrongS3cret");
        start();
        expectFailure(ErrorCode::KeyPasswordWrong, m_settings.tls.keyFile);
        QCOMPARE(m_server->connections, 0);
    }

private:
    const ChildServer &proxyFor(const QString &scheme) const
    {
        return scheme == s("http") ? m_tinyproxy : m_microsocks;
    }

    void useProxy(const QString &scheme, const QString &password)
    {
        QUrl url(scheme + s("://") + proxyFor(scheme).place());
        if (!password.isEmpty()) {
            url.setUserName(s("ann"));
            url.setPassword(password);
        }
        m_settings.proxy = {ProxyChoice::Mode::Manual, url};
    }

    TlsServer::Options tlsOptions() const
    {
        return {.certFile = m_files.path("server.pem"),
                .keyFile = m_files.path("server.key"),
                .answer = head() + "data: a\n\n"};
    }

    void startAt(bool overTls)
    {
        if (overTls) {
            m_tls = std::make_unique<TlsServer>(tlsOptions());
            m_settings.tls.caFile = m_files.path("ca.pem");
            return start(m_tls->url());
        }
        m_server->answer("/", {{{head(), "data: a\n\n"}, Keep}});
        start();
    }

    void expectFailure(ErrorCode code, const QString &names)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 1, 30000);
        const QString sentence = errorText(now().error);
        QVERIFY2(now().error.code == code, qPrintable(sentence));
        QVERIFY2(sentence.contains(names), qPrintable(sentence));
        QVERIFY2(!sentence.contains(s("Unknown error")), qPrintable(sentence));
    }

    Certificates m_files;
    ChildServer m_tinyproxy;
    ChildServer m_microsocks;
    std::unique_ptr<TlsServer> m_tls;
};

WEIR_TEST(runAppTest<TestSseTransport>)
#include "tst_ssetransport.moc"
