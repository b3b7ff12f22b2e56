// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "websocketpeers.h"

#include "base/jsonformat.h"

using namespace weir;

namespace {
QByteArray request(const QByteArray &method, const QByteArray &params = "[]", const QByteArray &id = "1")
{
    return R"({"jsonrpc":"2.0","method":")" + method + R"(","params":)" + params + ",\"id\":" + id + '}';
}

// A socket that POSTs, and all that it was answered.
struct Poster
{
    QTcpSocket socket;
    QByteArray received;

    explicit Poster(const DemoServer &server)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(server.url().host(), quint16(server.url().port()));
    }
    void post(const QByteArray &body, const QByteArray &path = "/rpc", const QByteArray &headers = {})
    {
        socket.write("POST " + path
                     + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
    }
    bool closed() const { return socket.state() == QAbstractSocket::UnconnectedState; }
    // The whole answers so far.
    struct Answer
    {
        QByteArray head;
        QByteArray body;
        QByteArray status() const { return head.mid(9, 3); }
    };
    QList<Answer> answers() const
    {
        QList<Answer> answers;
        for (qsizetype at = 0; at < received.size();) {
            const qsizetype end = received.indexOf("\r\n\r\n", at) + 4;
            Answer answer{received.mid(at, end - at), {}};
            at = end;
            if (end < 4)
                break;
            if (answer.head.contains("\r\nTransfer-Encoding: chunked\r\n")) {
                qsizetype size = 1;
                while (size > 0) {
                    const qsizetype line = received.indexOf("\r\n", at);
                    if (line < 0)
                        return answers;
                    size = received.mid(at, line - at).toInt(nullptr, 16);
                    answer.body += received.mid(line + 2, size);
                    at = line + 2 + size + 2;
                }
            } else {
                const qsizetype length = answer.head.indexOf("Content-Length: ");
                const qsizetype size =
                    length < 0 ? 0 : answer.head.mid(length + 16).split('\r').first().toInt();
                answer.body = received.mid(at, size);
                if (answer.body.size() < size)
                    break;
                at += size;
            }
            answers.append(answer);
        }
        return answers;
    }
};

QByteArray result(const QByteArray &result, const QByteArray &id = "1")
{
    return R"({"jsonrpc":"2.0","result":)" + result + ",\"id\":" + id + '}';
}
}

class TestDemoRpc final : public QObject
{
    Q_OBJECT

    DemoServer m_server;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_server.listen()); }
    void cleanup() { QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0); }

    void isListedForBothWays()
    {
        QUrl url = m_server.url().resolved(QUrl(QStringLiteral("/rpc")));
        QVERIFY(m_server.urls().contains(url));
        url.setScheme(QStringLiteral("ws"));
        QVERIFY(m_server.urls().contains(url));
        QVERIFY(
            m_server.urls().contains(m_server.url().resolved(QUrl(QStringLiteral("/rpc-bad?kind=late")))));
    }

    void onlyPostIsAllowed()
    {
        for (const QByteArray path : {"/rpc", "/rpc-bad"}) {
            Poster poster(m_server);
            poster.socket.write("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE(poster.answers().size(), 1);
            QCOMPARE(poster.answers()[0].status(), QByteArray("405"));
            QVERIFY(poster.answers()[0].head.contains("\r\nAllow: POST\r\n"));
            QVERIFY(poster.answers()[0].body.contains("POST a request"));
        }
    }

    void aLineIsKeptForAsManyRequestsAsThereAre()
    {
        Poster poster(m_server);
        for (int i = 1; i <= 5; ++i) {
            const QByteArray id = QByteArray::number(i);
            poster.post(request("subtract", "[42,23]", id));
            QTRY_COMPARE(poster.answers().size(), i);
            QCOMPARE(poster.answers().last().status(), QByteArray("200"));
            QVERIFY(poster.answers().last().head.contains("\r\nContent-Type: application/json\r\n"));
            QVERIFY(!poster.answers().last().head.contains("Connection"));
            QCOMPARE(poster.answers().last().body, result("19", id));
        }
        QVERIFY(!poster.closed());
    }

    void answersOnOneLineKeepTheOrderOfTheRequests()
    {
        Poster poster(m_server);
        poster.post(request("slow", "[30]", "1"));
        QTRY_COMPARE(poster.socket.bytesToWrite(), 0);
        poster.post(request("get_data", "[]", "2"));
        QTRY_COMPARE(poster.answers().size(), 2);
        QCOMPARE(poster.answers()[0].body, result("{\"waited\":30}", "1"));
        QCOMPARE(poster.answers()[1].body, result("[\"hello\",5]", "2"));
    }

    void aSecondLineOvertakesASlowOne()
    {
        Poster slow(m_server);
        Poster quick(m_server);
        slow.post(request("slow", "[200]"));
        quick.post(request("get_data"));
        QTRY_COMPARE(quick.answers().size(), 1);
        QVERIFY(slow.received.isEmpty());
        QTRY_COMPARE(slow.answers().size(), 1);
    }

    void closesWhereItIsAskedTo()
    {
        Poster poster(m_server);
        poster.post(request("get_data"), "/rpc", "Connection: close\r\n");
        QTRY_VERIFY(poster.closed());
        QCOMPARE(poster.answers().size(), 1);
    }

    void errorsOfTheProtocolAreNoneOfHttp_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("method") << request("foobar") << QByteArray("-32601");
        QTest::newRow("params") << request("add", "[1]") << QByteArray("-32602");
        QTest::newRow("request") << QByteArray("{}") << QByteArray("-32600");
        QTest::newRow("json") << QByteArray("{") << QByteArray("-32700");
        QTest::newRow("nothing") << QByteArray() << QByteArray("-32700");
    }
    void errorsOfTheProtocolAreNoneOfHttp()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, code);
        Poster poster(m_server);
        poster.post(sent);
        QTRY_COMPARE(poster.answers().size(), 1);
        QCOMPARE(poster.answers()[0].status(), QByteArray("200"));
        QVERIFY(poster.answers()[0].body.startsWith(R"({"jsonrpc":"2.0","error":{"code":)"));
        QCOMPARE(poster.answers()[0].body.mid(33, 6), code);
    }

    void notificationsGetNoContent()
    {
        Poster poster(m_server);
        const QByteArray notification = R"({"jsonrpc":"2.0","method":"update","params":[1,2,3,4,5]})";
        poster.post(notification);
        poster.post('[' + notification + ',' + notification + ']');
        QTRY_COMPARE(poster.answers().size(), 2);
        for (const Poster::Answer &answer : poster.answers()) {
            QCOMPARE(answer.status(), QByteArray("204"));
            QVERIFY(!answer.head.contains("Content-Length"));
        }
    }

    void ordinaryCallsAreAnsweredInJsonToWhoTakesEventsToo()
    {
        Poster poster(m_server);
        poster.post(request("get_data"), "/rpc", "Accept: application/json, text/event-stream\r\n");
        QTRY_COMPARE(poster.answers().size(), 1);
        QVERIFY(poster.answers()[0].head.contains("application/json"));
    }

    void notificationsComeInAnEventStreamAndThenTheResult()
    {
        Poster poster(m_server);
        poster.post(request("subscribe", R"({"rate":1000,"count":2})"), "/rpc",
                    "Accept: application/json, text/event-stream\r\n");
        poster.post(request("get_data", "[]", "2"));
        QTRY_COMPARE(poster.answers().size(), 2);
        QVERIFY(poster.answers()[0].head.contains("\r\nContent-Type: text/event-stream\r\n"));
        const QByteArray body = poster.answers()[0].body;
        QCOMPARE(body.count("event: message\ndata: {"), 3);
        QCOMPARE(body.count("\"method\":\"tick\""), 2);
        QVERIFY(body.endsWith("\n\n"));
        QVERIFY(body.trimmed().endsWith(result("{\"ticks\":2}")));
        QCOMPARE(poster.answers()[1].body, result("[\"hello\",5]", "2"));
    }

    void withoutAnEventStreamNothingIsPushed()
    {
        Poster poster(m_server);
        poster.post(request("subscribe"));
        QTRY_COMPARE(poster.answers().size(), 1);
        QVERIFY(poster.answers()[0].body.contains("\"code\":-32000"));
    }

    void asksBackInAnEventStreamAndTakesTheAnswerInAPost()
    {
        Poster caller(m_server);
        caller.post(request("confirm"), "/rpc", "Accept: text/event-stream\r\n");
        QTRY_VERIFY(caller.received.contains("\"id\":\"srv-"));
        const qsizetype at = caller.received.indexOf("\"srv-");
        const QByteArray id = caller.received.mid(at, caller.received.indexOf('"', at + 1) + 1 - at);
        QVERIFY(caller.answers().isEmpty());
        Poster other(m_server);
        const QByteArray answer = result("{\"yes\":true}", id);
        other.post(answer);
        QTRY_COMPARE(other.answers().size(), 1);
        QCOMPARE(other.answers()[0].status(), QByteArray("202"));
        QTRY_COMPARE(caller.answers().size(), 1);
        QVERIFY(caller.answers()[0].body.trimmed().endsWith(result("{\"answer\":{\"yes\":true}}")));
        other.post(answer);
        QTRY_COMPARE(other.answers().size(), 2);
        QCOMPARE(other.answers()[1].status(), QByteArray("400"));
    }

    void aCallerThatGoesLeavesNothing()
    {
        {
            Poster poster(m_server);
            poster.post(request("slow", "[20]"));
            poster.post(request("subscribe", "[1000,1000]"), "/rpc", "Accept: text/event-stream\r\n");
            QTRY_COMPARE(poster.socket.bytesToWrite(), 0);
        }
        QTRY_COMPARE(m_server.findChildren<QTcpSocket *>().size(), 0);
    }

    void isTheSameOverWebSocket()
    {
        QtPeer peer(m_server, QStringLiteral("/rpc"));
        QTRY_VERIFY(peer.opened);
        peer.say(QString::fromUtf8(request("slow", "[30]", "\"slow\"")));
        peer.say(QString::fromUtf8(R"({"jsonrpc":"2.0","method":"update"})"));
        peer.socket.sendBinaryMessage(request("subtract", "[42,23]"));
        peer.say(QStringLiteral("[1]"));
        QTRY_COMPARE(peer.texts.size(), 3);
        QCOMPARE(peer.texts[0], result("19"));
        QVERIFY(peer.texts[1].startsWith("[{") && peer.texts[1].contains("-32600"));
        QCOMPARE(peer.texts[2], result("{\"waited\":30}", "\"slow\""));
    }

    void pushesAndAsksOverWebSocket()
    {
        QtPeer peer(m_server, QStringLiteral("/rpc"));
        QTRY_VERIFY(peer.opened);
        peer.say(QString::fromUtf8(request("subscribe", "[200,3]")));
        QTRY_COMPARE(peer.texts.size(), 4);
        QCOMPARE(peer.texts[0], result("\"sub-1\""));
        QCOMPARE(peer.texts[3].count("\"method\":\"tick\""), 1);
        peer.say(QString::fromUtf8(request("confirm", "[]", "9")));
        QTRY_COMPARE(peer.texts.size(), 5);
        QVERIFY(peer.texts[4].endsWith(",\"id\":\"srv-1\"}"));
        peer.say(QString::fromUtf8(result("true", "\"srv-1\"")));
        QTRY_COMPARE(peer.texts.size(), 6);
        QCOMPARE(peer.texts[5], result("{\"answer\":true}", "9"));
    }

    void misbehavesOverHttp_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const QByteArray &kind, const QByteArray &body, const QByteArray &status = "200",
                            const QByteArray &sent = request("subtract", "[42,23]", "7")) {
            QTest::newRow(kind.constData()) << kind << sent << status << body;
        };
        const QByteArray good = result("19", "7");
        const QByteArray batch = '[' + request("add", "[1,1]") + ',' + request("add", "[2,2]", "2") + ']';
        row("late&ms=20", good);
        row("duplicate", good + '\n' + good);
        row("wrong-id", result("19", "\"nobody-asked\""));
        row("id-type", result("19", "\"7\""));
        row("both",
            R"({"jsonrpc":"2.0","result":"it went well",)"
            R"("error":{"code":-32000,"message":"It failed"},"id":7})");
        row("neither", R"({"jsonrpc":"2.0","id":7})");
        row("version", R"({"result":19,"error":null,"id":7})");
        row("text", "Done, thank you.\n");
        row("http500",
            R"({"jsonrpc":"2.0","error":)"
            R"({"code":-32603,"message":"Internal error","data":{"try":"again"}},"id":7})",
            "500");
        row("empty", "");
        row("html",
            "<!DOCTYPE html>\n<title>404</title>\n<h1>Not Found</h1>\n<p>There is no such page.</p>\n",
            "404");
        row("reordered", '[' + result("4", "2") + ',' + result("2") + ']', "200", batch);
        row("missing", '[' + result("2") + ']', "200", batch);
        row("cut", good.chopped(good.size() / 2));
        row("nonsense", good);
    }
    void misbehavesOverHttp()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        Poster poster(m_server);
        poster.post(sent, "/rpc-bad?kind=" + kind);
        QTRY_COMPARE(poster.answers().size(), 1);
        QCOMPARE(poster.answers()[0].status(), status);
        QCOMPARE(poster.answers()[0].body, body);
    }

    void neverAnswersOrEndsTheLine()
    {
        Poster never(m_server);
        never.post(request("get_data"), "/rpc-bad?kind=never");
        Poster drop(m_server);
        drop.post(request("get_data"), "/rpc-bad?kind=drop");
        QTRY_VERIFY(drop.closed());
        QVERIFY(drop.received.isEmpty() && never.received.isEmpty() && !never.closed());
    }

    void eachMisbehaviourIsAMethodToo()
    {
        Poster poster(m_server);
        poster.post(request("id-type", "[]", "3"), "/rpc-bad");
        poster.post(request("rpc.discover", "[]", "4"), "/rpc-bad");
        QTRY_COMPARE(poster.answers().size(), 2);
        QCOMPARE(poster.answers()[0].body,
                 result("\"Answers with a string for an id that was a number.\"", "\"3\""));
        const QByteArray described = poster.answers()[1].body;
        QVERIFY(checkJson(described));
        for (const QUrl &url : m_server.urls()) {
            const QByteArray name = "{\"name\":\"" + url.query().mid(5).toUtf8() + '"';
            if (url.path() == QLatin1String("/rpc-bad") && url.hasQuery())
                QVERIFY2(described.contains(name), name.constData());
        }
    }

    void misbehavesOverWebSocket()
    {
        QtPeer peer(m_server, QStringLiteral("/rpc-bad"));
        QTRY_VERIFY(peer.opened);
        const QByteArray said = result("\"Answers twice.\"");
        peer.say(QString::fromUtf8(request("duplicate")));
        QTRY_COMPARE(peer.texts, (QList<QByteArray>{said, said}));
        peer.say(QString::fromUtf8(request("never")));
        peer.say(QString::fromUtf8(request("text")));
        QTRY_COMPARE(peer.texts.size(), 3);
        QCOMPARE(peer.texts[2], QByteArray("Done, thank you.\n"));
        peer.say(QString::fromUtf8(request("drop")));
        QTRY_VERIFY(peer.closed);
    }

    void isLateOverWebSocket()
    {
        QtPeer peer(m_server, QStringLiteral("/rpc-bad?kind=late&ms=20"));
        QTRY_VERIFY(peer.opened);
        peer.say(QString::fromUtf8(request("get_data")));
        QTRY_COMPARE(peer.texts, QList<QByteArray>{result("[\"hello\",5]")});
    }
};

WEIR_TEST(runAppTest<TestDemoRpc>)
#include "tst_demorpc.moc"
