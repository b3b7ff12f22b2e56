// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/curlcommand.h"
#include "profile/curloptions.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace weir;

namespace {
ImportedProfile imported(const QString &command, const ImportOptions &options = {})
{
    const auto result = importCurlCommand(command, options);
    if (!result) {
        qWarning("%s", qPrintable(errorText(result.error())));
        return {};
    }
    return result->profiles.value(0);
}

ImportedProfile imported(const char *command, const ImportOptions &options = {})
{
    return imported(s(command), options);
}

QString headerOf(const Profile &profile, const char *name)
{
    QStringList values;
    for (const ProfileRow &row : profile.headers) {
        if (row.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            values.append(row.value);
    }
    return values.join(QLatin1Char('|'));
}

ImportOptions withFile(const QByteArray &bytes)
{
    ImportOptions options;
    options.readFile = [bytes](const QString &, qint64) -> Expected<QByteArray> { return bytes; };
    return options;
}
}

class TestCurlCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainFeed()
    {
        const auto result = imported("curl -N https://api.example.com/v1/events?x=1#top");
        QCOMPARE(result.profile.url, s("https://api.example.com/v1/events?x=1"));
        QCOMPARE(result.profile.name, s("api.example.com/v1/events"));
        QCOMPARE(result.profile.method, s("GET"));
        QCOMPARE(result.profile.protocol, Protocol::Sse);
        QVERIFY(!result.profile.body);
        QVERIFY(result.notTaken.isEmpty());
        QVERIFY(result.secrets.isEmpty());
    }

    void everyOptionOfTheProfile()
    {
        const auto result = imported(
            "curl -sSkNX PUT 'https://h/a' -H 'X-A: 1' --header 'X-B;' -H Accept: --data a=b --data-raw @c "
            "--cacert ca.pem -E 'c\\:d.pem:hunter2222' --key k.pem -x socks5h://u%40x:pw123@proxy:9999 "
            "--tlsv1.3 --http2 "
            "-A me/1 -e http://from/ -r 0-9 --retry-delay 1.5 --retry 3 -L -i -v --compressed");
        const Profile &profile = result.profile;
        QCOMPARE(profile.method, s("PUT"));
        QCOMPARE(profile.body, std::optional(s("a=b&@c")));
        QVERIFY(profile.tls.insecure);
        QCOMPARE(profile.tls.caFile, s("ca.pem"));
        QCOMPARE(profile.tls.certFile, s("c:d.pem"));
        QCOMPARE(profile.tls.keyFile, s("k.pem"));
        QCOMPARE(profile.tls.keyPassword, s("{{secret.H_KEY_PASSWORD}}"));
        QCOMPARE(profile.tls.minimum, ProfileTls::Version::Tls13);
        QCOMPARE(profile.proxy.mode, ProfileProxy::Mode::Manual);
        QCOMPARE(profile.proxy.url, s("socks5://proxy:9999"));
        QCOMPARE(profile.proxy.user, s("u@x"));
        QCOMPARE(profile.proxy.password, s("{{secret.H_PROXY_PASSWORD}}"));
        QVERIFY(profile.http2);
        QVERIFY(profile.resilient);
        QCOMPARE(profile.reconnectionTime, 1500);
        QCOMPARE(headerOf(profile, "X-A"), s("1"));
        QCOMPARE(headerOf(profile, "User-Agent"), s("me/1"));
        QCOMPARE(headerOf(profile, "Referer"), s("http://from/"));
        QCOMPARE(headerOf(profile, "Range"), s("bytes=0-9"));
        QCOMPARE(headerOf(profile, "Content-Type"), s("application/x-www-form-urlencoded"));
        QCOMPARE(profile.headers.size(), 6);
        QCOMPARE(result.secrets,
                 (QList<ImportedSecret>{{s("H_KEY_PASSWORD"), s("hunter2222")},
                                        {s("H_PROXY_PASSWORD"), s("pw123")}}));
        QCOMPARE(result.notTaken.size(), 2); // the removed Accept, the number of retries
    }

    void protocols()
    {
        QCOMPARE(imported("curl http://h").profile.protocol, Protocol::Sse);
        QCOMPARE(imported("curl wss://h/chat").profile.protocol, Protocol::WebSocket);
        const char *rpc = "curl --json '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}' h/rpc";
        QCOMPARE(imported(rpc).profile.protocol, Protocol::JsonRpc);
        QCOMPARE(imported(rpc).profile.url, s("http://h/rpc"));
        QCOMPARE(imported(rpc).profile.method, s("POST"));
        QCOMPARE(imported(rpc).profile.calls, (QList<SavedCall>{{.name = s("x"), .method = s("x")}}));
        const char *notification =
            "curl -d '{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":{\"n\": 1.0}}' h";
        QCOMPARE(
            imported(notification).profile.calls,
            (QList<SavedCall>{
                {.name = s("a"), .method = s("a"), .params = s("{\"n\": 1.0}"), .id = SavedCall::Id::None}}));
        const char *named =
            "curl -d '{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[\"'$PLACE'\"],\"id\":\"7\"}' h";
        QCOMPARE(imported(named).profile.calls,
                 (QList<SavedCall>{{.name = s("a"),
                                    .method = s("a"),
                                    .params = s("[\"{{$env.PLACE}}\"]"),
                                    .id = SavedCall::Id::String,
                                    .idText = s("7")}}));
        QCOMPARE(imported(QString(s(rpc) + s(" -N"))).profile.protocol, Protocol::Sse);
        QCOMPARE(
            imported("curl -d '[{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"id\":'$ID'}]' h").profile.protocol,
            Protocol::JsonRpc);
        const auto chrome = imported(
            "curl 'https://h/chat' -H 'Upgrade: websocket' -H 'Connection: Upgrade' -H 'Sec-WebSocket-Key: "
            "abc=' "
            "-H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Protocol: a, b' -H 'Origin: https://h'");
        QCOMPARE(chrome.profile.protocol, Protocol::WebSocket);
        QCOMPARE(chrome.profile.url, s("wss://h/chat"));
        QCOMPARE(chrome.profile.subprotocols, (QStringList{s("a"), s("b")}));
        QCOMPARE(chrome.profile.headers.size(), 1);
    }

    void secretsAreTakenOut_data()
    {
        QTest::addColumn<QString>("command");
        const QList<QPair<const char *, const char *>> rows = {
            {"user", "curl -u me:canary-123 h"},
            {"user info", "curl http://me:canary-123@h"},
            {"bearer", "curl --oauth2-bearer canary-123 h"},
            {"bearer header", "curl -H 'Authorization: Bearer canary-123' h"},
            {"own scheme", "curl -H 'Authorization: Foo canary-123' h"},
            {"basic header", "curl -H 'Authorization: Basic bWU6Y2FuYXJ5LTEyMw==' h"},
            {"key header", "curl -H 'X-API-Key: canary-123' h"},
            {"second key header", "curl -u a:b -H 'X-API-Key: canary-123' h"},
            {"token header", "curl -H 'X-Auth-Token: canary-123' h"},
            {"cookie", "curl -b 'a=canary-123' h"},
            {"cookie header", "curl -H 'cookie: a=canary-123; b=c' h"},
            {"query", "curl 'h/?a=1&access_token=canary-123&b=2'"},
            {"query by -G", "curl -G -d 'api_key=canary-123' h"},
            {"json body", "curl --json '{\"user\":\"x\",\"password\" : \"canary-123\"}' h"},
            {"form body", "curl -d 'user=x&password=canary-123' h"},
            {"key password", "curl --pass canary-123 -E c.pem h"},
            {"proxy user", "curl -x p:1 -U me:canary-123 h"},
            {"not taken", "curl --proxy-pass canary-123 --digest -u a:canary-123 h"},
            {"a known prefix", "curl -H 'X-Thing: sk-canary-1234567890123' h"},
        };
        for (const auto &[name, command] : rows)
            QTest::newRow(name) << s(command);
    }

    void secretsAreTakenOut()
    {
        QFETCH(QString, command);
        ImportedProfile result = imported(command);
        QVERIFY(!result.profile.url.isEmpty());
        QString all = result.notTaken.join(QLatin1Char(' ')) + result.profile.name + result.profile.url
            + result.profile.body.value_or(QString()) + result.profile.auth.user
            + result.profile.auth.password + result.profile.auth.token + result.profile.auth.value
            + result.profile.proxy.password + result.profile.proxy.url + result.profile.tls.keyPassword;
        for (const ProfileRow &row : result.profile.headers + result.profile.query)
            all += row.value;
        QVERIFY2(!all.contains(QLatin1String("canary-123")), qPrintable(all));
        QVERIFY(!all.contains(QLatin1String("bWU6")));
        if (QTest::currentDataTag() == QByteArray("not taken")) {
            QVERIFY(result.secrets.isEmpty());
            return;
        }
        const ImportedSecret &secret = result.secrets.constLast();
        QVERIFY(secret.value.contains(QLatin1String("canary-123")));
        QVERIFY(all.contains(QLatin1String("{{secret.") + secret.name + QLatin1String("}}")));
    }

    void oneValueHasOneNameAndNamesInUseAreLeftAlone()
    {
        const ImportOptions options{.secretNames = {s("H_X_TOKEN")}};
        const auto result = imported("curl -H 'X-Token: abc' -H 'Y-Token: abc' -H 'X-Token: def' h", options);
        QCOMPARE(result.secrets,
                 (QList<ImportedSecret>{{s("H_X_TOKEN_2"), s("abc")}, {s("H_X_TOKEN_3"), s("def")}}));
        QCOMPARE(headerOf(result.profile, "Y-Token"), s("{{secret.H_X_TOKEN_2}}"));
    }

    void bracesStayBraces()
    {
        const auto result = imported("curl -g 'h/{{a}}' -H 'X: \\{{b}}' -d 'c{{{d'");
        QCOMPARE(result.profile.url, s("http://h/\\{{a}}"));
        QCOMPARE(headerOf(result.profile, "X"), s("\\\\\\{{b}}"));
        QCOMPARE(*result.profile.body, s("c\\{{{d"));
    }

    void variablesOfTheShell()
    {
        const auto result = imported("curl \"$BASE/x\" -H \"Authorization: Bearer $TOKEN\" -H 'X: $Y' "
                                     "-H \"X-Key: $WEIR_SECRET_A_B\" --cacert ~/ca.pem -H \"Z: \\\\\\{$Q\"");
        QCOMPARE(result.profile.url, s("{{$env.BASE}}/x"));
        QCOMPARE(result.profile.auth.token, s("{{$env.TOKEN}}"));
        QCOMPARE(headerOf(result.profile, "X"), s("$Y"));
        QCOMPARE(headerOf(result.profile, "X-Key"), s("{{secret.A_B}}"));
        QCOMPARE(headerOf(result.profile, "Z"), s("\\\\\\\\{{{$env.Q}}"));
        QCOMPARE(result.profile.tls.caFile, s("{{$env.HOME}}/ca.pem"));
        QVERIFY(result.secrets.isEmpty());
        QVERIFY(result.notTaken.isEmpty());
    }

    void noQuotingCanSpellAVariable()
    {
        const auto result = imported("curl h -H $'X: \\ufdd0secret.A\\ufdd1'");
        QVERIFY(!headerOf(result.profile, "X").contains(QLatin1String("{{")));
    }

    void data()
    {
        const auto body = [](const char *command, const ImportOptions &options = {}) {
            return imported(command, options).profile.body.value_or(s("-"));
        };
        QCOMPARE(body("curl h -d a -d b"), s("a&b"));
        QCOMPARE(body("curl h --json '{' --json '}'"), s("{}"));
        QCOMPARE(body("curl h --data-urlencode 'a b&' --data-urlencode =c=d --data-urlencode 'e=f g~é'"),
                 s("a+b%26&c%3Dd&e=f+g~%C3%A9"));
        QCOMPARE(body("curl h -d @f", withFile("a\r\nb\n")), s("ab"));
        QCOMPARE(body("curl h --data-binary @f", withFile("a\r\nb\n")), s("a\r\nb\n"));
        QCOMPARE(body("curl h --data-urlencode x@f", withFile("a b")), s("x=a+b"));
        QCOMPARE(body("curl h -d ''"), QString());
        QCOMPARE(imported("curl h -d @f").notTaken.size(), 1);
        QCOMPARE(imported("curl h -d @-", withFile("x")).notTaken.size(), 1);
        QCOMPARE(imported("curl h --data-binary @f", withFile("\xff")).notTaken.size(), 1);
        QCOMPARE(imported("curl h?a=1 -G -d b=2 --url-query 'c= d'").profile.url, s("http://h?a=1&b=2&c=+d"));
        QCOMPARE(imported("curl h -G -d b=2").profile.method, s("GET"));
        QCOMPARE(headerOf(imported("curl h --json 1 -H 'Accept: x'").profile, "accept"), s("x"));
        QCOMPARE(headerOf(imported("curl h -H @f", withFile("A: 1\r\nB: 2\r\n")).profile, "b"), s("2"));
    }

    void severalUrls()
    {
        const auto result = importCurlCommand(s("curl -k h/1 --url h/2 --next -X DELETE h/3"));
        QVERIFY(result);
        QCOMPARE(result->profiles.size(), 3);
        QVERIFY(result->profiles[1].profile.tls.insecure);
        QVERIFY(!result->profiles[2].profile.tls.insecure);
        QCOMPARE(result->profiles[2].profile.method, s("DELETE"));
    }

    void whatIsNotTakenIsListed_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"-F a=b",
                                   "--form-string a=b",
                                   "-m 5",
                                   "--connect-timeout 5",
                                   "-o out",
                                   "-O",
                                   "-T file",
                                   "-K rc",
                                   "--resolve a:1:b",
                                   "--unix-socket /s",
                                   "--noproxy a,b",
                                   "-x socks4://h",
                                   "--cert-type DER",
                                   "-b jar",
                                   "-c jar",
                                   "--http3",
                                   "--aws-sigv4 x",
                                   "--ntlm -u a:b",
                                   "-w fmt",
                                   "--limit-rate 1k",
                                   "-0",
                                   "--tls-max 1.2",
                                   "--frobnicate",
                                   "-?",
                                   "-e a;auto",
                                   "-H nocolon",
                                   "--retry 5",
                                   "--capath d",
                                   "-D x",
                                   "-z now"})
            QTest::newRow(option) << s(option);
    }

    void whatIsNotTakenIsListed()
    {
        QFETCH(QString, option);
        const auto result =
            imported(QString(s("curl h ") + QString(option).replace(QLatin1Char(';'), s("\\;"))));
        QCOMPARE(result.profile.url, s("http://h"));
        QCOMPARE(result.notTaken.size(), 1);
    }

    void optionsAreSpelledInManyWays()
    {
        QCOMPARE(imported("curl -XPOST -HX:1 h").profile.method, s("POST"));
        QCOMPARE(headerOf(imported("curl -XPOST -HX:1 h").profile, "x"), s("1"));
        QVERIFY(imported("curl --insec h").profile.tls.insecure); // unique
        QCOMPARE(imported("curl --pro h").notTaken.size(), 1); // many begin so
        QVERIFY(!imported("curl -k --no-insecure h").profile.tls.insecure);
        QCOMPARE(imported("curl -s -- -x").profile.url, s("http://-x"));
        QCOMPARE(imported("$ FOO=bar sudo /usr/bin/curl.exe h").profile.url, s("http://h"));
        QCOMPARE(imported("curl h -H").notTaken.size(), 1);
        QCOMPARE(imported("curl ^\"https://h/?a=1^&b=2^\" ^\n  -H ^\"X: y^\"").profile.url,
                 s("https://h/?a=1&b=2"));
        QCOMPARE(imported("curl -x '' h").profile.proxy.mode, ProfileProxy::Mode::None);
        QCOMPARE(imported("curl --noproxy '*' h").profile.proxy.mode, ProfileProxy::Mode::None);
        QCOMPARE(imported("curl -x u:p@[::1]:3 h").profile.proxy.url, s("http://[::1]:3"));
        QCOMPARE(imported("curl -E 'C:\\a.pem:xyz' h").profile.tls.certFile, s("C:\\a.pem"));
    }

    void otherTextIsAnError()
    {
        for (const char *command : {"", "wget http://h", "curl", "curl ftp://h/x", "curl http://", "\\", "'"})
            QVERIFY2(!importCurlCommand(s(command)), command);
    }

    // The table has to know which options take a value, or their values become URLs.
    void theTableHasTheOptionsOfTheInstalledCurl()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
            QSKIP("curl is not installed");
        QProcess curl;
        curl.start(QStringLiteral("curl"), {QStringLiteral("--help"), QStringLiteral("all")});
        QVERIFY(curl.waitForFinished());
        static const QRegularExpression line(QStringLiteral("^ (?:-(.), |    )--([\\w.-]+)( [<\\[]\\S)?"),
                                             QRegularExpression::MultilineOption);
        auto matches = line.globalMatch(QString::fromUtf8(curl.readAllStandardOutput()));
        int count = 0;
        while (matches.hasNext()) {
            const auto match = matches.next();
            const auto table = curlOptions();
            const auto known =
                std::find_if(table.begin(), table.end(), [&match](const CommandOption &option) {
                    return match.captured(2) == QLatin1String(option.name);
                });
            QVERIFY2(known != table.end(), qPrintable(match.captured(2)));
            QCOMPARE(known->takesValue, !match.captured(3).isEmpty());
            if (!match.captured(1).isEmpty())
                QCOMPARE(QString(QLatin1Char(known->letter)), match.captured(1));
            ++count;
        }
        QVERIFY(count > 200);
    }
};

WEIR_TEST(runPlainTest<TestCurlCommand>)
#include "tst_curlcommand.moc"
