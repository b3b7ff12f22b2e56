// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketfixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace weir;

// Opening handshakes that come to nothing; each sentence names the step.
class TestWebSocketRefusals final : public WebSocketFixture
{
    Q_OBJECT

    void expectFailure(const QByteArray &target, ErrorCode code, const QByteArrayList &words)
    {
        start(target);
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(now().failed);
        QCOMPARE(now().error.code, code);
        QCOMPARE(errors().size(), 1);
        for (const QByteArray &word : words)
            QVERIFY2(errors().first().contains(word), errors().first().constData());
    }

private Q_SLOTS:
    void anAnswer401SaysWhatItAsksForAndWhatItsBodySays()
    {
        expectFailure("/bad/ws-401", ErrorCode::HandshakeStatus, {"HTTP 401", "it asks for"});
        QCOMPARE(m_sink->names(Kind::HttpResponse), QByteArrayList{"401"});
        QVERIFY(find(Kind::HttpResponse, Direction::In)->payload.contains("WWW-Authenticate: "));
        QVERIFY(!m_sink->payloads(Kind::Note, "body").isEmpty());
    }

    void aRedirectIsNamedAndNotFollowed()
    {
        expectFailure("/bad/ws-302", ErrorCode::HandshakeStatus, {"HTTP 302", "/echo"});
        QCOMPARE(m_sink->names(Kind::HttpRequest).size(), 1);
    }

    void aWrongAcceptIsNamed()
    {
        expectFailure("/bad/ws-accept", ErrorCode::HandshakeInvalid, {"Sec-WebSocket-Accept"});
    }

    void aPageIsNoWebSocket() { expectFailure("/bad/ws-200", ErrorCode::HandshakeStatus, {"HTTP 200"}); }

    void whatIsNoHttpIsNamed() { expectFailure("/bad/ws-garbage", ErrorCode::HandshakeInvalid, {"no HTTP"}); }

    void aSubprotocolThatWasNotOfferedIsRefused()
    {
        m_settings.subprotocols = {QStringLiteral("chat.v1")};
        expectFailure("/bad/ws-subprotocol", ErrorCode::HandshakeInvalid, {"which was not offered"});
    }

    void aPathThatIsNotThereIs404() { expectFailure("/nowhere", ErrorCode::HandshakeStatus, {"HTTP 404"}); }

    void silenceEndsWithinTheTimeout()
    {
        m_settings.reconnect = false;
        m_settings.headerTimeout = 100;
        expectFailure("/bad/ws-silence", ErrorCode::HeaderTimeout, {"no complete response header in time"});
    }

    void unavailableIsRetriedWhereThatIsAsked()
    {
        m_settings.resilient = true;
        start("/bad/ws-503?times=1");
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 10'000); // Retry-After: 1
        QCOMPARE(m_sink->names(Kind::HttpResponse), (QByteArrayList{"503", "101"}));
        QVERIFY(m_sink->payloads(Kind::State, "waiting").first().contains("Attempt 2 in 1 s"));
    }

    void aPortThatRefusesIsRetried()
    {
        QTcpSocket taken;
        QVERIFY(taken.bind(QHostAddress::LocalHost, 0));
        start(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(taken.localPort())));
        QTRY_VERIFY(errors().size() >= 2);
        QVERIFY(errors().first().contains("refused the connection"));
    }

    void aNameThatIsNotThereIsNamed()
    {
        m_settings.reconnect = false;
        start(QUrl(QStringLiteral("ws://nowhere.invalid/")));
        QTRY_COMPARE_WITH_TIMEOUT(m_finished->count(), 1, 20'000);
        QCOMPARE(now().error.code, ErrorCode::NameNotFound);
    }

    void aServerThatHangsUpBeforeItAnswersIsNamed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, &QTcpSocket::disconnectFromHost);
        });
        m_settings.reconnect = false;
        start(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::NoAnswer);
    }

    void aHeaderWithoutEndIsBounded()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 101 Switching Protocols\r\n" + QByteArray(2'000'000, 'x'));
            });
        });
        start(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_COMPARE(m_finished->count(), 1);
        QCOMPARE(now().error.code, ErrorCode::HandshakeInvalid);
    }

    void theAnswerMayComeByteByByte()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [this, &server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this, [socket] {
                for (const char c : QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 5\r\n\r\nno..."))
                    socket->write(&c, 1), socket->flush();
            });
        });
        start(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
        QTRY_COMPARE(m_finished->count(), 1);
        QVERIFY(errors().first().contains("HTTP 403 Forbidden"));
    }

    void settingsThatCannotWorkAreRefusedBeforeAnythingStarts()
    {
        const auto code = [this](const QUrl &url) {
            WebSocketSettings settings = m_settings;
            settings.url = url;
            const auto valid = WebSocketClient::validate(settings);
            return valid ? ErrorCode::None : valid.error().code;
        };
        QCOMPARE(code(QUrl(QStringLiteral("ws://h/"))), ErrorCode::None);
        QCOMPARE(code(QUrl(QStringLiteral("wss://h"))), ErrorCode::None);
        QCOMPARE(code(QUrl(QStringLiteral("ftp://h/"))), ErrorCode::UnsupportedScheme);
        QCOMPARE(code(QUrl(QStringLiteral("ws://"))), ErrorCode::InvalidUrl);
        m_settings.headers = {{"X-A", "b\r\nX-B: c"}};
        QCOMPARE(code(QUrl(QStringLiteral("ws://h/"))), ErrorCode::InvalidHeaderValue);
        m_settings.headers = {{"Sec-WebSocket-Key", "x"}};
        QCOMPARE(code(QUrl(QStringLiteral("ws://h/"))), ErrorCode::ReservedHeader);
        m_settings.headers = {};
        m_settings.subprotocols = {QStringLiteral("a b")};
        QCOMPARE(code(QUrl(QStringLiteral("ws://h/"))), ErrorCode::InvalidSubprotocol);
        m_settings.subprotocols = {QStringLiteral("a"), QStringLiteral("a")};
        QCOMPARE(code(QUrl(QStringLiteral("ws://h/"))), ErrorCode::InvalidSubprotocol);
    }

    void theQueryAndTheUserOfAUrlAreSentAsTheyShould()
    {
        m_settings.headers = {{"X-Token", "t"}, {"Sec-WebSocket-Protocol", "chat.v1"}};
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray request;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QIODevice::readyRead, this,
                    [socket, &request] { request += socket->readAll(); });
        });
        start(QUrl(QStringLiteral("ws://ann:pw@127.0.0.1:%1?x=1").arg(server.serverPort())));
        QTRY_VERIFY(request.endsWith("\r\n\r\n"));
        QVERIFY(request.startsWith("GET /?x=1 HTTP/1.1\r\n"));
        QCOMPARE(request.count(QByteArray("Authorization: Basic " + QByteArray("ann:pw").toBase64())), 1);
        QCOMPARE(request.count("\r\nSec-WebSocket-Protocol: chat.v1\r\n"), 1);
        QCOMPARE(request.count("\r\nHost: "), 1);
        QVERIFY(request.contains("\r\nX-Token: t\r\n"));
        QVERIFY(!request.contains("Content-Length"));
        QVERIFY(find(Kind::HttpRequest, Direction::Out)->payload.contains("Authorization: •••"));
    }
};

WEIR_TEST(runAppTest<TestWebSocketRefusals>)
#include "tst_websocketrefusals.moc"
