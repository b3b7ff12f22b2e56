// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificates.h"
#include "testprogram.h"

#include "http/tlsconfiguration.h"
#include "http/tlsidentity.h"

#include <QSslConfiguration>
#include <QTest>

using namespace weir;

// What is wrong with certificates, keys and pins is found before anything starts.
class TestTlsIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_files.ok);
        QVERIFY(m_files.make(s("one")));
        QVERIFY(m_files.make(s("two")));
        QVERIFY(m_files.make(s("rsa"), {.type = s("rsa:2048")}));
        QVERIFY(m_files.make(s("rsa2"), {.type = s("rsa:2048")}));
    }

    void theFilesAreJudged_data()
    {
        QTest::addColumn<TlsOptions>("options");
        QTest::addColumn<ErrorCode>("code");
        const auto path = [this](const char *name) { return m_files.path(name); };
        const auto pair = [&path](const char *cert, const char *key, const char *password = "") {
            return TlsOptions{.certFile = path(cert), .keyFile = path(key), .keyPassword = s(password)};
        };
        QVERIFY(m_files.openssl(words("pkcs8 -topk8 -in one.key -out one-8.key -passout pass:hunter2")));
        QVERIFY(m_files.openssl(
            words("rsa -in rsa.key -aes128 -traditional -out rsa-1.key -passout pass:hunter2")));
        QVERIFY(m_files.openssl(words("ec -in one.key -no_public -out bare.key")));
        QVERIFY(m_files.openssl(words("ec -in one.key -conv_form compressed -out compressed.key")));
        QVERIFY(m_files.openssl(
            words("pkcs12 -export -in one.pem -inkey one.key -out one.p12 -passout pass:hunter2")));
        QVERIFY(m_files.openssl(
            words("pkcs12 -export -in one.pem -nokeys -out keyless.p12 -passout pass:hunter2")));
        QVERIFY(m_files.openssl(words("genpkey -algorithm ed25519 -out ed.key")));
        QVERIFY(m_files.write("empty", {}));
        QVERIFY(m_files.write("rubbish", QByteArray("0\x82\xff\xff\2\1\3", 7) + QByteArray(2000, 'x')));
        QVERIFY(m_files.write("cut.p12", m_files.contents("one.p12").first(200)));

        QTest::newRow("none") << TlsOptions{} << ErrorCode::None;
        QTest::newRow("EC") << pair("one.pem", "one.key") << ErrorCode::None;
        QTest::newRow("RSA") << pair("rsa.pem", "rsa.key") << ErrorCode::None;
        QTest::newRow("EC, without its point") << pair("one.pem", "bare.key") << ErrorCode::None;
        QTest::newRow("EC, compressed") << pair("one.pem", "compressed.key") << ErrorCode::None;
        QTest::newRow("EC of another") << pair("one.pem", "two.key") << ErrorCode::KeyMismatch;
        QTest::newRow("RSA of another") << pair("rsa.pem", "rsa2.key") << ErrorCode::KeyMismatch;
        QTest::newRow("another algorithm") << pair("one.pem", "rsa.key") << ErrorCode::KeyMismatch;
        QTest::newRow("password") << pair("one.pem", "one-8.key", "hunter2") << ErrorCode::None;
        QTest::newRow("password of RSA") << pair("rsa.pem", "rsa-1.key", "hunter2") << ErrorCode::None;
        QTest::newRow("no password") << pair("one.pem", "one-8.key") << ErrorCode::KeyPasswordNeeded;
        QTest::newRow("wrong password") << pair("one.pem", "one-8.key", "x") << ErrorCode::KeyPasswordWrong;
        QTest::newRow("wrong password of RSA")
            << pair("rsa.pem", "rsa-1.key", "hunter3") << ErrorCode::KeyPasswordWrong;
        QTest::newRow("password for nothing") << pair("one.pem", "one.key", "x") << ErrorCode::None;
        QTest::newRow("no key") << pair("one.pem", "one.pem") << ErrorCode::NoPrivateKey;
        QTest::newRow("no key file") << pair("one.pem", "none") << ErrorCode::FileNotFound;
        QTest::newRow("no certificate") << pair("one.key", "one.key") << ErrorCode::NoCertificate;
        QTest::newRow("no certificate file") << pair("none", "one.key") << ErrorCode::FileNotFound;
        QTest::newRow("empty") << pair("empty", "one.key") << ErrorCode::NoCertificate;
        QTest::newRow("rubbish") << pair("rubbish", "one.key") << ErrorCode::NoCertificate;
        QTest::newRow("empty key") << pair("one.pem", "empty") << ErrorCode::NoPrivateKey;
        QTest::newRow("Ed25519") << pair("one.pem", "ed.key") << ErrorCode::NoPrivateKey;
        QTest::newRow("a folder") << TlsOptions{.certFile = path("."), .keyFile = path("one.key")}
                                  << ErrorCode::FileError;
        QTest::newRow("key alone") << TlsOptions{.keyFile = path("one.key")}
                                   << ErrorCode::KeyWithoutCertificate;
        QTest::newRow("PKCS#12") << TlsOptions{.certFile = path("one.p12"), .keyPassword = s("hunter2")}
                                 << ErrorCode::None;
        QTest::newRow("PKCS#12, no password")
            << TlsOptions{.certFile = path("one.p12")} << ErrorCode::KeyPasswordNeeded;
        QTest::newRow("PKCS#12, wrong password")
            << TlsOptions{.certFile = path("one.p12"), .keyPassword = s("x")} << ErrorCode::KeyPasswordWrong;
        QTest::newRow("PKCS#12 without a key")
            << TlsOptions{.certFile = path("keyless.p12"), .keyPassword = s("hunter2")}
            << ErrorCode::KeyPasswordWrong; // Qt does not tell it apart
        QTest::newRow("PKCS#12 cut") << TlsOptions{.certFile = path("cut.p12"), .keyPassword = s("hunter2")}
                                     << ErrorCode::NoCertificate;
        QTest::newRow("authority") << TlsOptions{.caFile = path("ca.pem")} << ErrorCode::None;
        QTest::newRow("no authority") << TlsOptions{.caFile = path("one.key")} << ErrorCode::NoCertificate;
        QTest::newRow("no authority file") << TlsOptions{.caFile = path("none")} << ErrorCode::FileNotFound;
        QTest::newRow("pin") << TlsOptions{.pins = {QString(64, QLatin1Char('a'))}} << ErrorCode::None;
        QTest::newRow("short pin") << TlsOptions{.pins = {QString(62, QLatin1Char('a'))}}
                                   << ErrorCode::InvalidPin;
        QTest::newRow("no pin") << TlsOptions{.pins = {QString(64, QLatin1Char('g'))}}
                                << ErrorCode::InvalidPin;
    }

    void theFilesAreJudged()
    {
        QFETCH(const TlsOptions, options);
        QFETCH(const ErrorCode, code);
        const auto tls = tlsConfiguration(options, PresentIdentity::Yes);
        const Error error = tls ? Error{} : tls.error();
        QCOMPARE(error.code, code);
        const QString sentence = errorText(error);
        QVERIFY2(!sentence.contains(QLatin1String("hunter")), qPrintable(sentence));
        if (code == ErrorCode::None && !options.certFile.isEmpty())
            QVERIFY(!tls->privateKey().isNull() && !tls->localCertificate().isNull());
    }

    void anotherOriginDoesNotSeeWhoWeAre()
    {
        const auto tls = tlsConfiguration(
            {.certFile = m_files.path("one.pem"), .keyFile = m_files.path("one.key")}, PresentIdentity::No);
        QVERIFY(tls && tls->localCertificate().isNull() && tls->privateKey().isNull());
    }

    void aFingerprintIsTakenAsItIsShown()
    {
        const QString pin = fingerprint(QSslCertificate::fromPath(m_files.path("one.pem")).constFirst());
        QCOMPARE(normalPin(pin), pin);
        QString shown = pin.toUpper();
        for (qsizetype i = 62; i > 0; i -= 2)
            shown.insert(i, QLatin1Char(':'));
        QCOMPARE(normalPin(QLatin1Char(' ') + shown + QLatin1Char('\n')), pin);
        QCOMPARE(normalPin({}), QString());
        QVERIFY(isPinned(QSslCertificate::fromPath(m_files.path("one.pem")).constFirst(), {shown}));
        QVERIFY(!isPinned(QSslCertificate::fromPath(m_files.path("two.pem")).constFirst(), {shown}));
    }

private:
    Certificates m_files;
};

WEIR_TEST(runAppTest<TestTlsIdentity>)
#include "tst_tlsidentity.moc"
