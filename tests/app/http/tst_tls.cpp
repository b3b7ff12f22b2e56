// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificates.h"
#include "testprogram.h"
#include "tlsserver.h"

#include "http/httpexchange.h"
#include "http/tlsconfiguration.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace weir;

// Whom a request trusts, whom it shows itself to, and what it says where it does not.
class TestTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name :
             {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        QVERIFY(m_files.ok);
        QVERIFY(m_files.make(s("good")));
        QVERIFY(m_files.make(s("self"), {.selfSigned = true}));
        QVERIFY(m_files.make(s("old"), {.to = s("20210203000000Z")}));
        QVERIFY(m_files.make(s("young"), {.from = s("20980102000000Z")}));
        QVERIFY(m_files.make(s("elsewhere"), {.names = s("DNS:a.example,DNS:b.example")}));
        QVERIFY(m_files.make(s("client")));
    }

    void cleanup()
    {
        m_exchange.reset();
        m_server.reset();
    }

    void whatIsWrongIsSaidWithHostAndAdvice_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("knowsTheAuthority");
        QTest::addColumn<QStringList>("mentions");
        QTest::newRow("self-signed") << s("self") << true << QStringList{s("“self” is signed by itself")};
        QTest::newRow("unknown authority")
            << s("good") << false << QStringList{s("“A passing CA”"), s("not known")};
        QTest::newRow("expired") << s("old") << true << QStringList{s("“old” expired on 2021-02-03")};
        QTest::newRow("not yet") << s("young") << true << QStringList{s("not valid before 2098-01-02")};
        QTest::newRow("another host")
            << s("elsewhere") << true << QStringList{s("for a.example, b.example, not for 127.0.0.1")};
    }

    void whatIsWrongIsSaidWithHostAndAdvice()
    {
        QFETCH(const QString, server);
        QFETCH(const bool, knowsTheAuthority);
        QFETCH(const QStringList, mentions);
        serve(server);
        run({.caFile = knowsTheAuthority ? m_files.path("ca.pem") : QString()});
        QCOMPARE(error().code, ErrorCode::CertificateError);
        const QString sentence = errorText(error());
        for (const QString &text :
             mentions + QStringList{s("127.0.0.1:") + QString::number(m_server->port())})
            QVERIFY2(sentence.contains(text), qPrintable(sentence));
        const CertificateReport &report = m_exchange->certificateReport();
        QCOMPARE(report.host, s("127.0.0.1"));
        QCOMPARE(report.port, int(m_server->port()));
        QVERIFY(!report.advice.isEmpty());
        QVERIFY2(sentence.endsWith(report.advice), qPrintable(sentence));
        QCOMPARE(report.chain.first().subject, server);
        QCOMPARE(report.chain.first().fingerprint, pinOf(server));
        QCOMPARE(report.chain.first().selfSigned, server == s("self"));
        QCOMPARE(report.faults.size(), 1);
        QVERIFY2(longText(report).contains(displayFingerprint(pinOf(server))), qPrintable(longText(report)));
        QVERIFY(m_server->requests.isEmpty());
    }

    void everyFaultIsToldOnce()
    {
        QVERIFY(m_files.make(s("bad"),
                             {.names = s("DNS:a.example"), .to = s("20210203000000Z"), .selfSigned = true}));
        serve(s("bad"));
        run({});
        QString all;
        for (const CertificateFault &fault : m_exchange->certificateReport().faults)
            all += fault.sentence;
        for (const char *text : {"a.example", "signed by itself", "2021-02-03"})
            QVERIFY2(all.count(QLatin1String(text)) == 1, qPrintable(all));
    }

    void aPinnedCertificateIsTrustedWhateverItsFaults_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *name : {"self", "good", "old", "young", "elsewhere"})
            QTest::newRow(name) << s(name);
    }

    void aPinnedCertificateIsTrustedWhateverItsFaults()
    {
        QFETCH(const QString, server);
        serve(server);
        run({.pins = {QString(64, QLatin1Char('0')), pinOf(server)}});
        QCOMPARE(error(), Error{});
        QCOMPARE(m_server->requests.size(), 1);
        QVERIFY(m_exchange->certificateReport().chain.isEmpty());
    }

    void anotherPinIsNoTrust()
    {
        serve(s("self"));
        // the authority's is not the server's own
        run({.pins = {pinOf(s("good")), pinOf(s("ca"))}});
        QCOMPARE(error().code, ErrorCode::CertificateError);
        QVERIFY(m_server->requests.isEmpty());
    }

    void withAPinTheAuthoritiesStillCount()
    {
        serve(s("good"));
        run({.pins = {pinOf(s("self"))}, .caFile = m_files.path("ca.pem")});
        QCOMPARE(error(), Error{});
    }

    void theMinimumVersionHolds()
    {
        m_server = std::make_unique<TlsServer>(TlsServer::Options{.certFile = m_files.path("good.pem"),
                                                                  .keyFile = m_files.path("good.key"),
                                                                  .protocol = QSsl::TlsV1_2});
        run({.caFile = m_files.path("ca.pem"), .minimum = TlsOptions::Version::Tls13});
        QCOMPARE(error().code, ErrorCode::TlsVersion);
        QVERIFY(m_server->requests.isEmpty());
        run({.caFile = m_files.path("ca.pem")});
        QCOMPARE(error(), Error{});
    }

    void theClientIsKnownByItsCertificate_data()
    {
        QTest::addColumn<TlsOptions>("options");
        const auto path = [this](const char *name) { return m_files.path(name); };
        QVERIFY(
            m_files.openssl(words("pkcs8 -topk8 -in client.key -out client-8.key -passout pass:hunter2")));
        QVERIFY(m_files.openssl(words("ec -in client.key -aes128 -out client-1.key -passout pass:hunter2")));
        QVERIFY(m_files.openssl(words("pkcs12 -export -in client.pem -inkey client.key -certfile ca.pem -out "
                                      "client.p12 -passout pass:hunter2")));
        QVERIFY(m_files.openssl(
            words("pkcs12 -export -in client.pem -inkey client.key -out open.p12 -passout pass:")));
        QVERIFY(m_files.write("both.pem", m_files.contents("client.pem") + m_files.contents("client.key")));
        QTest::newRow("PEM") << TlsOptions{.certFile = path("client.pem"), .keyFile = path("client.key")};
        QTest::newRow("one file") << TlsOptions{.certFile = path("both.pem")};
        QTest::newRow("PKCS#8 with a password") << TlsOptions{
            .certFile = path("client.pem"), .keyFile = path("client-8.key"), .keyPassword = s("hunter2")};
        QTest::newRow("SEC 1 with a password") << TlsOptions{
            .certFile = path("client.pem"), .keyFile = path("client-1.key"), .keyPassword = s("hunter2")};
        QTest::newRow("PKCS#12") << TlsOptions{.certFile = path("client.p12"), .keyPassword = s("hunter2")};
        QTest::newRow("PKCS#12 without a password") << TlsOptions{.certFile = path("open.p12")};
    }

    void theClientIsKnownByItsCertificate()
    {
        QFETCH(TlsOptions, options);
        m_server = std::make_unique<TlsServer>(TlsServer::Options{.certFile = m_files.path("good.pem"),
                                                                  .keyFile = m_files.path("good.key"),
                                                                  .clientAuthority = m_files.path("ca.pem")});
        options.caFile = m_files.path("ca.pem");
        run(options);
        QCOMPARE(error(), Error{});
        QCOMPARE(m_server->peer, s("client"));
    }

private:
    QString pinOf(const QString &name) const
    {
        const QString path = m_files.path(QString(name + QLatin1String(".pem")));
        return fingerprint(QSslCertificate::fromPath(path).value(0));
    }

    void serve(const QString &name)
    {
        m_server = std::make_unique<TlsServer>(
            TlsServer::Options{.certFile = m_files.path(QString(name + QLatin1String(".pem"))),
                               .keyFile = m_files.path(QString(name + QLatin1String(".key")))});
    }

    void run(const TlsOptions &options)
    {
        m_exchange = std::make_unique<HttpExchange>(HttpTransport{.tls = options});
        m_ended = std::make_unique<QSignalSpy>(m_exchange.get(), &HttpExchange::ended);
        m_exchange->start(completed({.url = m_server->url()}));
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->count(), 1, 30000);
    }

    Error error() const { return m_ended->value(0).value(0).value<Error>(); }

    Certificates m_files;
    std::unique_ptr<TlsServer> m_server;
    std::unique_ptr<HttpExchange> m_exchange;
    std::unique_ptr<QSignalSpy> m_ended;
};

WEIR_TEST(runAppTest<TestTls>)
#include "tst_tls.moc"
