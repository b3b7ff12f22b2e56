// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/websocketcommand.h"

#include <QTest>

using namespace weir;

namespace {
ImportedProfile imported(const char *command)
{
    const auto result = importWebSocketCommand(s(command));
    if (!result)
        qWarning("%s", qPrintable(errorText(result.error())));
    return result ? result->profiles.value(0) : ImportedProfile();
}
}

class TestWebSocketCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void websocat()
    {
        const auto result = imported(
            "websocat -k -H='X-A: 1' --header 'Cookie: a=hidden' --protocol 'a, b' --origin http://o "
            "--basic-auth me:hidden2 --ping-interval 5 --ping-timeout=1.5 -t -n wss://h:1/chat?x=1");
        const Profile &profile = result.profile;
        QCOMPARE(profile.url, s("wss://h:1/chat?x=1"));
        QCOMPARE(profile.protocol, Protocol::WebSocket);
        QCOMPARE(profile.method, s("GET"));
        QVERIFY(profile.tls.insecure);
        QCOMPARE(profile.headers,
                 (QList<ProfileRow>{{s("X-A"), s("1")},
                                    {s("Cookie"), s("{{secret.H_COOKIE}}")},
                                    {s("Origin"), s("http://o")}}));
        QCOMPARE(profile.subprotocols, (QStringList{s("a"), s("b")}));
        QCOMPARE(profile.auth.user, s("me"));
        QCOMPARE(profile.auth.password, s("{{secret.H_PASSWORD}}"));
        QCOMPARE(profile.heartbeat, 5000);
        QCOMPARE(profile.heartbeatTimeout, 1500);
        QCOMPARE(result.secrets,
                 (QList<ImportedSecret>{{s("H_PASSWORD"), s("hidden2")}, {s("H_COOKIE"), s("a=hidden")}}));
        QVERIFY(result.notTaken.isEmpty());
    }

    void websocatSpeaksJsonRpc()
    {
        const auto result = imported("websocat --jsonrpc ws://h/rpc");
        QCOMPARE(result.profile.protocol, Protocol::JsonRpc);
        QCOMPARE(result.profile.url, s("ws://h/rpc"));
    }

    void wscat()
    {
        const auto result =
            imported("wscat -n -c h.example.com/x -s one -s two -o http://o -H a:b --auth u:secretly "
                     "--ca ca.pem --cert c.pem --key k.pem --passphrase p455 --proxy http://me:pw@p:3128 "
                     "-L -P --no-color");
        const Profile &profile = result.profile;
        QCOMPARE(profile.url, s("ws://h.example.com/x"));
        QCOMPARE(profile.subprotocols, (QStringList{s("one"), s("two")}));
        QCOMPARE(profile.tls.caFile, s("ca.pem"));
        QCOMPARE(profile.tls.keyPassword, s("{{secret.H_EXAMPLE_COM_KEY_PASSWORD}}"));
        QCOMPARE(profile.proxy.url, s("http://p:3128"));
        QCOMPARE(profile.proxy.user, s("me"));
        QCOMPARE(result.secrets.size(), 3);
        QVERIFY(result.notTaken.isEmpty());
    }

    void whatHasNoMeaningIsListed()
    {
        QCOMPARE(imported("websocat -b -B 100 --frob -1 ws://h -").notTaken.size(), 4);
        QCOMPARE(imported("wscat -c ws://h -x hello -w 5").notTaken.size(), 2);
        QCOMPARE(imported("websocat ws://h cmd:date").notTaken, QStringList{s("cmd:date")});
    }

    void serversAndOtherTextAreErrors()
    {
        for (const char *command : {"websocat -s 1234", "websocat ws-l:127.0.0.1:1 -", "wscat -l 80",
                                    "websocat", "wscat -c", "curl http://h", "", "websocat 'x"})
            QVERIFY2(!importWebSocketCommand(s(command)), command);
    }
};

WEIR_TEST(runPlainTest<TestWebSocketCommand>)
#include "tst_websocketcommand.moc"
