// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ssefixture.h"
#include "testprogram.h"

using namespace weir;

// What goes out, and where redirects lead it.
class TestSseRequest final : public SseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aRedirectToAnotherOriginStripsCredentials()
    {
        ScriptedServer other;
        other.answer("/feed", {{{head(), "data: a\n\n"}, Keep}});
        m_settings.headers = {{"Authorization", "Bearer s3cret"},
                              {"Cookie", "c=1"},
                              {"X-Api-Key", "k3y"},
                              {"Accept-Language", "de"}};
        m_server->answer("/", {{{status("302 Found", "Location: /near\r\n")}, Keep}});
        const QByteArray far = "Location: " + other.url(QStringLiteral("/feed")).toEncoded() + "\r\n";
        m_server->answer("/near", {{{status("307 Temporary Redirect", far)}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QCOMPARE(m_server->requests.size(), 2);
        QCOMPARE(m_server->requests[1].header("X-Api-Key"), QByteArray("k3y"));
        QCOMPARE(m_server->requests[1].header("Authorization"), QByteArray("Bearer s3cret"));
        const auto &request = other.requests.first();
        for (const char *name : {"Authorization", "Cookie", "X-Api-Key"})
            QCOMPARE(request.header(name), QByteArray());
        QCOMPARE(request.header("Accept-Language"), QByteArray("de"));
        const QByteArrayList notes = m_sink->payloads(Kind::Note, "redirect");
        QCOMPARE(notes.size(), 2);
        QVERIFY(!notes[0].contains("Not sent"));
        QVERIFY(notes[1].contains("Authorization, Cookie, X-Api-Key"));
        for (const Event &row : m_sink->rows) {
            QVERIFY(!row.payload.contains("s3cret"));
            QVERIFY(!row.payload.contains("c=1"));
        }
        QVERIFY(m_sink->rows[1].flags & Masked);
    }

    void aRedirectLoopFails()
    {
        m_server->answer("/", {{{status("302 Found", "Location: /\r\n")}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::TooManyRedirects);
        QCOMPARE(m_server->requests.size(), 11);
    }

    void aRedirectToAnotherSchemeFails()
    {
        m_server->answer("/", {{{status("302 Found", "Location: file:///etc/passwd\r\n")}, Keep}});
        start();
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::RedirectError);
    }

    void sendsWhatTheStandardAsksFor()
    {
        m_settings.headers = {{"X-Api-Key", "k"}};
        m_server->answer("/", {{{head()}, Keep}});
        start();
        QTRY_COMPARE(m_server->requests.size(), 1);
        const auto &request = m_server->requests.first();
        QVERIFY(request.text.startsWith("GET / HTTP/1.1\r\n"));
        QCOMPARE(request.header("Accept"), QByteArray("text/event-stream"));
        QCOMPARE(request.header("Cache-Control"), QByteArray("no-cache"));
        QCOMPARE(request.header("X-Api-Key"), QByteArray("k"));
        QCOMPARE(request.header("User-Agent"), QByteArray("Weir/" WEIR_VERSION));
        QVERIFY(request.header("Accept-Encoding").contains("gzip"));
    }

    void thePasswordOfTheUrlIsSentAndNeverShown()
    {
        m_server->answer("/", {{{head(), "data: a\n\n"}, Keep}});
        QUrl url = m_server->url(QStringLiteral("/"));
        url.setUserName(QStringLiteral("ann"));
        url.setPassword(QStringLiteral("hunter2"));
        start(url);
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QCOMPARE(m_server->requests.first().header("Authorization"),
                 QByteArray("Basic " + QByteArray("ann:hunter2").toBase64()));
        for (const Event &row : m_sink->rows) {
            QVERIFY(!row.payload.contains("hunter2"));
            QVERIFY(!row.payload.contains(QByteArray("ann:hunter2").toBase64()));
        }
    }

    void badSettingsAreRefused_data()
    {
        QTest::addColumn<SseSettings>("settings");
        QTest::addColumn<ErrorCode>("code");
        const QUrl good(QStringLiteral("http://h/"));
        const auto add = [](const char *name, const SseSettings &s, ErrorCode code) {
            QTest::newRow(name) << s << code;
        };
        SseSettings s;
        add("no URL", s, ErrorCode::InvalidUrl);
        s.url = QUrl(QStringLiteral("nonsense"));
        add("not a URL", s, ErrorCode::InvalidUrl);
        s.url = QUrl(QStringLiteral("http://"));
        add("no host", s, ErrorCode::InvalidUrl);
        s.url = QUrl(QStringLiteral("ftp://h/"));
        add("scheme", s, ErrorCode::UnsupportedScheme);
        s.url = good;
        add("good", s, ErrorCode::None);
        s.method = "GE T";
        add("method", s, ErrorCode::InvalidMethod);
        s.method = "GET\r\nX: y";
        add("method with a line end", s, ErrorCode::InvalidMethod);
        s.method = "GET";
        s.headers = {{"X\r\nY", "1"}};
        add("header name", s, ErrorCode::InvalidHeaderName);
        s.headers = {{"", "1"}};
        add("empty header name", s, ErrorCode::InvalidHeaderName);
        s.headers = {{"X", "1\r\nY: 2"}};
        add("header value", s, ErrorCode::InvalidHeaderValue);
        s.headers = {{"X", QByteArray("a\0b", 3)}};
        add("NULL in a value", s, ErrorCode::InvalidHeaderValue);
        s.headers = {};
        s.lastEventId = "1\n2";
        add("last event id", s, ErrorCode::InvalidHeaderValue);
        s.lastEventId.clear();
        s.tls.caFile = QStringLiteral("/does/not/exist.pem");
        add("CA file", s, ErrorCode::FileNotFound);
        s.tls.caFile.clear();
        s.proxy = {ProxyChoice::Mode::Manual, QUrl(QStringLiteral("gopher://h"))};
        add("proxy", s, ErrorCode::InvalidProxy);
    }

    void badSettingsAreRefused()
    {
        QFETCH(SseSettings, settings);
        QFETCH(ErrorCode, code);
        const auto valid = SseClient::validate(settings);
        QCOMPARE(valid ? ErrorCode::None : valid.error().code, code);
    }

    void tenRedirectsAreFollowed()
    {
        for (int i = 0; i < 10; ++i) {
            const QByteArray here = "/" + (i == 0 ? QByteArray() : QByteArray::number(i));
            m_server->answer(
                here, {{{status("302 Found", "Location: /" + QByteArray::number(i + 1) + "\r\n")}, Keep}});
        }
        m_server->answer("/10", {{{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QCOMPARE(m_server->requests.size(), 11);
        QCOMPARE(m_sink->payloads(Kind::Note, "redirect").size(), 10);
    }

    void aPostThatIsRedirectedBecomesGet_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("301") << QByteArray("301 Moved Permanently") << QByteArray("GET");
        QTest::newRow("302") << QByteArray("302 Found") << QByteArray("GET");
        QTest::newRow("303") << QByteArray("303 See Other") << QByteArray("GET");
        QTest::newRow("307") << QByteArray("307 Temporary Redirect") << QByteArray("POST");
        QTest::newRow("308") << QByteArray("308 Permanent Redirect") << QByteArray("POST");
    }

    void aPostThatIsRedirectedBecomesGet()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QByteArray, method);
        m_settings.method = "POST";
        m_settings.body = "x";
        m_server->answer("/", {{{status(line, "Location: /feed\r\n")}, Keep}});
        m_server->answer("/feed", {{{head(), "data: a\n\n"}, Keep}});
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QVERIFY2(m_server->requests[1].text.startsWith(QByteArray(method + " /feed ")),
                 m_server->requests[1].text.constData());
        QCOMPARE(m_server->requests[1].body, method == "POST" ? QByteArray("x") : QByteArray());
    }

    void thePasswordOfTheUrlDoesNotLeaveTheOrigin()
    {
        ScriptedServer other;
        other.answer("/", {{{head(), "data: a\n\n"}, Keep}});
        const QByteArray far = "Location: " + other.url(QStringLiteral("/")).toEncoded() + "\r\n";
        m_server->answer("/", {{{status("307 Temporary Redirect", far)}, Keep}});
        QUrl url = m_server->url(QStringLiteral("/"));
        url.setUserInfo(QStringLiteral("ann:hunter2"));
        start(url);
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a"}));
        QVERIFY(m_server->requests.first().text.contains("Authorization: Basic"));
        QVERIFY(!other.requests.first().text.contains("Authorization"));
        QVERIFY(m_sink->payloads(Kind::Note, "redirect").first().contains("Not sent to another origin"));
    }

    void theFirstUrlIsAskedAgainWithCredentialsAfterARedirect()
    {
        ScriptedServer other;
        other.answer("/", {{{head(), "data: a\n\n"}, Close}, {{head(), "data: b\n\n"}, Keep}});
        const QByteArray far = "Location: " + other.url(QStringLiteral("/")).toEncoded() + "\r\n";
        m_server->answer("/", {{{status("302 Found", far)}, Keep}});
        m_settings.headers = {{"Authorization", "Bearer s3cret"}};
        start();
        QTRY_COMPARE(m_sink->data(), (QByteArrayList{"a", "b"}));
        QCOMPARE(m_server->requests.size(), 2);
        for (const auto &request : m_server->requests)
            QCOMPARE(request.header("Authorization"), QByteArray("Bearer s3cret"));
        for (const auto &request : other.requests)
            QCOMPARE(request.header("Authorization"), QByteArray());
    }
};

WEIR_TEST(runAppTest<TestSseRequest>)
#include "tst_sserequest.moc"
