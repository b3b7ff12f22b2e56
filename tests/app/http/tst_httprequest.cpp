// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "http/httprequest.h"
#include "http/networkerror.h"

#include <QSet>
#include <QTest>

using namespace weir;

namespace {
QByteArray valueOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[known, value] : request.headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}
}

class TestHttpRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryAfterIsSecondsOrADate_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        // the date is 784111777 s after the epoch
        QTest::newRow("seconds") << QByteArray(" 120 ") << qint64(120000);
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(77000);
        QTest::newRow("past") << QByteArray("Sun, 06 Nov 1994 08:40:00 GMT") << qint64(0);
        QTest::newRow("none") << QByteArray() << qint64(-1);
        QTest::newRow("rubbish") << QByteArray("soon") << qint64(-1);
        QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
        QTest::newRow("for ever") << QByteArray("99999999999999999999") << qint64(7LL * 24 * 3600 * 1000);
    }

    void retryAfterIsSecondsOrADate()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, milliseconds);
        QCOMPARE(retryAfter(value, 784111700000).value_or(-1), milliseconds);
    }

    void aRequestIsCompleted()
    {
        const HttpRequest request = completed({.url = QUrl(QStringLiteral("http://ann:p%40ss@h/a?b#c")),
                                               .method = "POST",
                                               .headers = {{"X-A", "1"},
                                                           {"x-a", "2"},
                                                           {"Cookie", "a=1"},
                                                           {"Cookie", "b=2"},
                                                           {"Content-Length", "99"},
                                                           {"Accept-Encoding", "identity"}},
                                               .body = "[1]"});
        QCOMPARE(request.url, QUrl(QStringLiteral("http://h/a?b")));
        QCOMPARE(valueOf(request, "X-A"), QByteArray("1, 2"));
        QCOMPARE(valueOf(request, "Cookie"), QByteArray("a=1; b=2"));
        QCOMPARE(valueOf(request, "Authorization"), "Basic " + QByteArray("ann:p@ss").toBase64());
        QCOMPARE(valueOf(request, "Content-Length"), QByteArray("3"));
        QCOMPARE(valueOf(request, "Content-Type"), QByteArray("application/json"));
        QVERIFY(!hasHeader(request.headers, "Accept-Encoding"));
        QCOMPARE(valueOf(completed({.url = request.url}), "Content-Length"), QByteArray("0"));
    }

    void credentialsAreMaskedInTheLog()
    {
        bool masked = false;
        const HttpRequest request{.url = QUrl(QStringLiteral("http://[::1]:81/a?b")),
                                  .headers = {{"authorization", "Bearer s3cret"},
                                              {"Proxy-Authorization", "s3cret"},
                                              {"COOKIE", "s3cret"},
                                              {"X-A", "1"}}};
        const QByteArray text = requestText(request, &masked);
        QVERIFY(masked);
        QVERIFY2(!text.contains("s3cret"), text.constData());
        QVERIFY2(text.startsWith("GET /a?b HTTP/1.1\nHost: [::1]:81\n"), text.constData());
        QVERIFY(text.contains("X-A: 1\n"));
        masked = false;
        requestText({.url = request.url}, &masked);
        QVERIFY(!masked);
    }

    void originsAreSchemeHostAndPort_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("same");
        QTest::newRow("path") << QStringLiteral("http://h/other") << true;
        QTest::newRow("port said") << QStringLiteral("http://h:80/") << true;
        QTest::newRow("case") << QStringLiteral("HTTP://H/") << true;
        QTest::newRow("port") << QStringLiteral("http://h:81/") << false;
        QTest::newRow("scheme") << QStringLiteral("https://h/") << false;
        QTest::newRow("scheme, port said") << QStringLiteral("https://h:80/") << false;
        QTest::newRow("host") << QStringLiteral("http://h.h/") << false;
    }

    void originsAreSchemeHostAndPort()
    {
        QFETCH(const QString, to);
        QFETCH(const bool, same);
        QCOMPARE(sameOrigin(QUrl(QStringLiteral("http://h/")), QUrl(to)), same);
        const auto next = redirected({.url = QUrl(QStringLiteral("http://h/")), .headers = {{"X-Key", "1"}}},
                                     302, to.toLatin1());
        QVERIFY(next.has_value());
        QCOMPARE(hasHeader(next->request.headers, "X-Key"), same);
        QCOMPARE(next->stripped, same ? QByteArrayList() : QByteArrayList{"X-Key"});
    }

    void aLocationGivesNoCredentials()
    {
        const auto next =
            redirected({.url = QUrl(QStringLiteral("http://h/"))}, 302, "http://eve:x@h/feed#part");
        QVERIFY(next.has_value());
        QCOMPARE(next->request.url, QUrl(QStringLiteral("http://h/feed")));
    }

    void everyCauseHasItsOwnWords()
    {
        QSet<QString> sentences;
        const QList<ErrorCode> codes{
            ErrorCode::NameNotFound,     ErrorCode::ConnectionRefused, ErrorCode::NoAnswer,
            ErrorCode::ConnectionReset,  ErrorCode::ConnectTimeout,    ErrorCode::HeaderTimeout,
            ErrorCode::ReadTimeout,      ErrorCode::NetworkError,      ErrorCode::ProxyError,
            ErrorCode::CertificateError, ErrorCode::TlsError,          ErrorCode::DecodingError,
            ErrorCode::StreamEnded,      ErrorCode::NoContent};
        for (const ErrorCode code : codes)
            sentences.insert(errorText({code, QStringLiteral("x")}));
        QCOMPARE(sentences.size(), codes.size());
    }

    void whatIsWorthARetry()
    {
        for (const bool resilient : {false, true}) {
            for (const ErrorCode code :
                 {ErrorCode::NameNotFound, ErrorCode::ConnectionRefused, ErrorCode::NoAnswer,
                  ErrorCode::ConnectionReset, ErrorCode::ConnectTimeout, ErrorCode::HeaderTimeout,
                  ErrorCode::ReadTimeout, ErrorCode::NetworkError, ErrorCode::TlsError,
                  ErrorCode::StreamEnded})
                QVERIFY(isWorthARetry({code, {}}, resilient));
            for (const ErrorCode code : {ErrorCode::CertificateError, ErrorCode::ContentType,
                                         ErrorCode::NoContent, ErrorCode::TooManyRedirects})
                QVERIFY(!isWorthARetry({code, {}}, resilient));
            for (const char *status : {"408 Request Timeout", "425 Too Early", "429 Too Many Requests",
                                       "500 Internal Server Error", "503 Service Unavailable"})
                QCOMPARE(isWorthARetry({ErrorCode::HttpStatus, QString::fromLatin1(status)}, resilient),
                         resilient);
            for (const char *status : {"400 Bad Request", "401 Unauthorized", "404 Not Found", "206 Partial"})
                QVERIFY(!isWorthARetry({ErrorCode::HttpStatus, QString::fromLatin1(status)}, resilient));
        }
    }
};

WEIR_TEST(runAppTest<TestHttpRequest>)
#include "tst_httprequest.moc"
