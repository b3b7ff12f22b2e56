// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/copyas.h"
#include "profile/curlcommand.h"
#include "profile/shellwords.h"
#include "profile/variabletext.h"
#include "profile/websocketcommand.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

using namespace weir;

namespace {
// Profiles as curl can say them, in the form that an import gives them.
class ProfileMaker final
{
public:
    explicit ProfileMaker(quint32 seed)
        : m_random(seed)
    {
    }

    Profile profile()
    {
        Profile profile;
        const int kind = m_random.bounded(3);
        profile.protocol = kind == 0 ? Protocol::Sse : kind == 1 ? Protocol::WebSocket : Protocol::JsonRpc;
        profile.url =
            s(kind == 1 ? "wss" : "https") + s("://h.example.com:81/") + value(s("abc/%20~é'[]"), true);
        if (m_random.bounded(2) == 0)
            profile.url += s("?q=") + value(s("abc%20&=;'"), true);
        for (int i = m_random.bounded(4); i > 0; --i)
            profile.headers.append({s("X-H") + QString::number(i), headerValue()});
        if (kind == 0 && m_random.bounded(2) == 0)
            profile.method = s("PUT");
        if (kind != 1 && (kind == 2 || m_random.bounded(2) == 0)) {
            profile.headers.append({s("Content-Type"), s("application/json")});
            profile.method = kind == 2 ? s("POST") : profile.method == s("PUT") ? s("PUT") : s("POST");
            profile.body = kind == 2
                ? QString(s("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a'b$c\\\\\\\\d\",\"params\":[\"")
                          + variable() + s("\"]}"))
                : value(anything() + QLatin1Char('\n'), true);
        }
        if (kind == 0 && m_random.bounded(2) == 0)
            profile.lastEventId = headerValue();
        if (kind == 1 && m_random.bounded(2) == 0)
            profile.subprotocols = {s("one"), s("two")};
        profile.auth = auth();
        if (m_random.bounded(2) == 0)
            profile.tls = tls();
        profile.proxy = proxy();
        profile.http2 = m_random.bounded(4) == 0;
        return profile;
    }

private:
    static QString anything() { return s("ab \"'$`\\!#~*?&|;<>(){}[]=%^@:,é中😀"); }

    QString variable() { return m_random.bounded(2) == 0 ? s("{{secret.A_1}}") : s("{{$env.PLACE}}"); }

    // Letters out of these, sometimes with variables in between.
    QString value(const QString &letters, bool variables)
    {
        const QList<uint> characters = letters.toUcs4();
        QString result;
        QString run;
        for (int i = m_random.bounded(12); i > 0; --i) {
            const char32_t c = characters[m_random.bounded(int(characters.size()))];
            run += QString::fromUcs4(&c, 1);
            if (variables && m_random.bounded(6) == 0) {
                // what stands directly before a variable's braces must not change its meaning
                while (run.endsWith(QLatin1Char('\\')) || run.endsWith(QLatin1Char('{')))
                    run.chop(1);
                result += escapedVariables(run) + variable();
                run.clear();
            }
        }
        return result + escapedVariables(run);
    }

    QString headerValue() { return s("v") + value(anything(), true) + s("."); }

    ProfileAuth auth()
    {
        switch (m_random.bounded(5)) {
        case 0:
            return {.type = ProfileAuth::Type::Basic, .user = s("me 'x"), .password = s("{{secret.P}}")};
        case 1:
            return {.type = ProfileAuth::Type::Bearer, .token = s("{{secret.T}}")};
        case 2:
            return {
                .type = ProfileAuth::Type::ApiKeyHeader, .name = s("X-Api-Key"), .value = s("{{secret.K}}")};
        case 3:
            return {.type = ProfileAuth::Type::Custom, .value = s("Own {{secret.C}}")};
        default:
            return {};
        }
    }

    ProfileTls tls()
    {
        return {.insecure = m_random.bounded(2) == 0,
                .caFile = s("ca '1'.pem"),
                .certFile = s("a:b.pem"),
                .keyFile = s("k.pem"),
                .keyPassword = s("{{secret.KEY}}"),
                .minimum = ProfileTls::Version(m_random.bounded(3))};
    }

    ProfileProxy proxy()
    {
        switch (m_random.bounded(3)) {
        case 0:
            return {.mode = ProfileProxy::Mode::None};
        case 1:
            return {.mode = ProfileProxy::Mode::Manual,
                    .url = m_random.bounded(2) == 0 ? s("http://p:1") : s("socks5://p:1"),
                    .user = s("u@"),
                    .password = s("{{secret.PROXY}}")};
        default:
            return {};
        }
    }

    QRandomGenerator m_random;
};

QList<Profile> manyProfiles(int count)
{
    ProfileMaker maker(41);
    QList<Profile> profiles;
    while (profiles.size() < count)
        profiles.append(maker.profile());
    return profiles;
}

QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input, bool *ok)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(s("LC_ALL"), s("C.UTF-8"));
    for (const char *name : {"WEIR_SECRET_A_1", "WEIR_SECRET_P", "WEIR_SECRET_T", "WEIR_SECRET_K",
                             "WEIR_SECRET_C", "WEIR_SECRET_KEY", "WEIR_SECRET_PROXY", "PLACE"})
        environment.insert(s(name), s("<") + s(name) + s(" '\" >"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool finished = process.waitForFinished(60000);
    const QByteArray errors = process.readAllStandardError();
    *ok = finished && process.exitCode() == 0 && errors.isEmpty();
    if (!*ok)
        qWarning("%s", errors.left(2000).constData());
    return process.readAllStandardOutput();
}

std::optional<QByteArray> valueOf(const QByteArray &name)
{
    return '<' + name + " '\" >";
}
}

class TestCopyAs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void curlIsReadBackAsTheSameProfile()
    {
        for (const Profile &profile : manyProfiles(1500)) {
            const CopiedText copied = copyAs(profile, CopyFormat::Curl);
            QVERIFY(copied.notTaken.isEmpty());
            const auto read = importCurlCommand(copied.text);
            QVERIFY2(read, qPrintable(copied.text));
            QCOMPARE(read->profiles.size(), 1);
            Profile back = read->profiles[0].profile;
            back.name.clear();
            QCOMPARE(back.calls.size(), back.protocol == Protocol::JsonRpc ? 1 : 0);
            back.calls.clear(); // out of the body
            if (back != profile || !read->profiles[0].notTaken.isEmpty()) {
                qWarning("%s\n%s", qPrintable(copied.text),
                         qPrintable(read->profiles[0].notTaken.join(QLatin1Char('\n'))));
                QCOMPARE(back.url, profile.url);
                QCOMPARE(back.method, profile.method);
                QCOMPARE(back.headers, profile.headers);
                QCOMPARE(back.body, profile.body);
                QCOMPARE(back.auth.value, profile.auth.value);
            }
            QCOMPARE(back, profile);
            QVERIFY(read->profiles[0].notTaken.isEmpty());
            QVERIFY(read->profiles[0].secrets.isEmpty());
        }
    }

    void bashReadsTheWordsThatWereMeant()
    {
        if (QStandardPaths::findExecutable(s("bash")).isEmpty())
            QSKIP("bash is not installed");
        QByteArray script = "curl() { printf '%s\\0' \"$#\" \"$@\"; }\nwebsocat() { curl \"$@\"; }\n";
        QList<QByteArrayList> expected;
        for (const Profile &profile : manyProfiles(400)) {
            for (const CopyFormat format : {CopyFormat::Curl, CopyFormat::Websocat}) {
                const QString command = copyAs(profile, format).text;
                script += command.toUtf8() + '\n';
                const ShellWords words = splitCommand(command, Shell::Posix, valueOf);
                QVERIFY2(words.warnings.isEmpty(), qPrintable(command));
                expected.append(words.words.mid(1));
            }
        }
        bool ok = false;
        QByteArrayList values = run(s("bash"), {s("--norc")}, script, &ok).split('\0');
        QVERIFY(ok);
        qsizetype at = 0;
        for (const QByteArrayList &words : expected) {
            QCOMPARE(values.value(at).toLongLong(), words.size());
            QCOMPARE(values.mid(at + 1, words.size()), words);
            at += 1 + words.size();
        }
        QCOMPARE(at + 1, values.size());
    }

    void bashMakesTheLoginForWeir()
    {
        if (QStandardPaths::findExecutable(s("bash")).isEmpty())
            QSKIP("bash is not installed");
        Profile profile;
        profile.url = s("http://h/");
        profile.auth = {.type = ProfileAuth::Type::Basic, .user = s("m'e"), .password = s("{{secret.P}}")};
        const QString command = copyAs(profile, CopyFormat::Weir).text;
        bool ok = false;
        const QByteArrayList words = run(s("bash"), {s("--norc")},
                                         "weir() { printf '%s\\0' \"$@\"; }\n" + command.toUtf8() + '\n', &ok)
                                         .split('\0');
        QVERIFY(ok);
        QCOMPARE(words.value(3), "Authorization: Basic " + QByteArray("m'e:<WEIR_SECRET_P '\" >").toBase64());
    }

    void programsAreValid()
    {
        QByteArray script;
        QByteArrayList programs;
        for (const Profile &profile : manyProfiles(150)) {
            script += "{\n" + copyAs(profile, CopyFormat::JavaScript).text.toUtf8() + "}\n";
            programs.append(copyAs(profile, CopyFormat::Python).text.toUtf8());
        }
        bool ok = false;
        if (!QStandardPaths::findExecutable(s("python3")).isEmpty()) {
            const QByteArray count = run(s("python3"),
                                         {s("-c"),
                                          s("import ast, sys\n"
                                            "programs = sys.stdin.buffer.read().decode().split('\\0')\n"
                                            "for program in programs: ast.parse(program)\n"
                                            "print(len(programs))")},
                                         programs.join('\0'), &ok);
            QVERIFY(ok);
            QCOMPARE(count.trimmed(), QByteArray("150"));
        }
        if (!QStandardPaths::findExecutable(s("node")).isEmpty()) {
            QTemporaryFile file(QDir::tempPath() + s("/weir_XXXXXX.mjs"));
            QVERIFY(file.open());
            file.write(script);
            QVERIFY(file.flush());
            run(s("node"), {s("--check"), file.fileName()}, {}, &ok);
            QVERIFY(ok);
        }
    }

    void websocatIsReadBack()
    {
        Profile profile;
        profile.protocol = Protocol::WebSocket;
        profile.url = s("wss://h/chat");
        profile.headers = {{s("X-A"), s("it's {{secret.A}}")}};
        profile.subprotocols = {s("a"), s("b")};
        profile.auth = {.type = ProfileAuth::Type::Basic, .user = s("me"), .password = s("{{secret.P}}")};
        profile.heartbeat = 5000;
        profile.heartbeatTimeout = 2000;
        const auto read = importWebSocketCommand(copyAs(profile, CopyFormat::Websocat).text);
        QVERIFY(read);
        Profile back = read->profiles[0].profile;
        back.name.clear();
        QCOMPARE(back, profile);
    }

    void texts()
    {
        Profile profile;
        profile.url = s("https://h/feed");
        QCOMPARE(copyAs(profile, CopyFormat::Curl).text,
                 s("curl -N https://h/feed \\\n  -H 'Accept: text/event-stream'"));
        QCOMPARE(copyAs(profile, CopyFormat::Weir).text, s("weir listen https://h/feed"));
        QVERIFY(copyAs(profile, CopyFormat::JavaScript)
                    .text.startsWith(s("const source = new EventSource(\"https://h/feed\");")));
        profile.auth = {.type = ProfileAuth::Type::Bearer, .token = s("{{secret.T}}")};
        profile.query = {{s("a b"), s("{{secret.Q}}&")}, {s("off"), s("1"), false}};
        QCOMPARE(copyAs(profile, CopyFormat::Curl).text,
                 s("curl -N \"https://h/feed?a%20b=${WEIR_SECRET_Q}%26\" \\\n  -H \"Authorization: Bearer "
                   "$WEIR_SECRET_T\" "
                   "\\\n  -H 'Accept: text/event-stream'")
                     .replace(s("${WEIR_SECRET_Q}%"), s("$WEIR_SECRET_Q%")));
        QVERIFY(copyAs(profile, CopyFormat::JavaScript)
                    .text.contains(s("\"Bearer \" + process.env.WEIR_SECRET_T")));
        QVERIFY(copyAs(profile, CopyFormat::Python)
                    .text.contains(s("\"Bearer \" + os.environ[\"WEIR_SECRET_T\"]")));
        Profile rpc;
        rpc.protocol = Protocol::JsonRpc;
        rpc.url = s("http://h/rpc");
        rpc.body = s("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"m\",\"params\":[1,\"a\"]}");
        QVERIFY(copyAs(rpc, CopyFormat::Weir).text.startsWith(s("weir call http://h/rpc m '[1,\"a\"]'")));
        QCOMPARE(copyFormats(rpc).size(), 4);
    }

    void oneCallIsAPostWithItsText()
    {
        Profile profile{.protocol = Protocol::JsonRpc, .url = s("http://h/rpc")};
        const QString message = s("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}");
        QCOMPARE(copyCallAs(profile, message, CopyFormat::Curl).text,
                 s("curl http://h/rpc \\\n  -H 'Content-Type: application/json' \\\n  --data-raw "
                   "'{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}'"));
        QVERIFY(copyCallAs(profile, message, CopyFormat::JavaScript).text.contains(s("method: \"POST\"")));
        QVERIFY(
            copyCallAs(profile, message, CopyFormat::Python).text.contains(s("\"POST\", \"http://h/rpc\"")));
        QVERIFY(copyCallAs(profile, s("no JSON"), CopyFormat::Curl).text.contains(s("application/json")));
        profile.url = s("ws://h/rpc");
        QCOMPARE(copyCallAs(profile, message, CopyFormat::Websocat).text,
                 s("websocat ws://h/rpc \\\n  -n1 <<< '{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}'"));
        QCOMPARE(copyCallAs(profile, message, CopyFormat::Curl).notTaken.size(), 1);
    }

    void bashReadsACallThatWasMeant_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArrayList>("words");
        const auto row = [](const char *name, const char *message, const QByteArrayList &words) {
            QTest::newRow(name) << s(message) << words;
        };
        row("position", R"({"jsonrpc":"2.0","method":"sub","params":[ 42, 1.0 ],"id":7})",
            {"sub", "[ 42, 1.0 ]", "--id", "7"});
        row("name", R"({"id":"a\u0062 '","method":"it's \u0041","jsonrpc":"2.0","params":{"$x":"`y`"}})",
            {"it's A", R"({"$x":"`y`"})", "--id", R"("a\u0062 '")"});
        row("notification", R"({"jsonrpc":"2.0","method":"update"})", {"update", "--notify"});
        row("null", R"({"jsonrpc":"2.0","method":"m","id":null})", {"m", "--id", "null"});
        row("secret", R"({"jsonrpc":"2.0","method":"{{secret.T}}","params":["a{{secret.K}}b"],"id":1})",
            {"<WEIR_SECRET_T '\" >", "[\"a<WEIR_SECRET_K '\" >b\"]", "--id", "1"});
        row("no call", "hello", {"rpc.discover"});
    }
    void bashReadsACallThatWasMeant()
    {
        if (QStandardPaths::findExecutable(s("bash")).isEmpty())
            QSKIP("bash is not installed");
        QFETCH(const QString, message);
        QFETCH(const QByteArrayList, words);
        const Profile profile{.protocol = Protocol::JsonRpc, .url = s("http://h/rpc")};
        const CopiedText copied = copyCallAs(profile, message, CopyFormat::Weir);
        QCOMPARE(copied.notTaken.size(), message == s("hello") ? 1 : 0);
        bool ok = false;
        QByteArrayList found = run(s("bash"), {s("--norc")},
                                   "weir() { printf '%s\\0' \"$@\"; }\n" + copied.text.toUtf8() + '\n', &ok)
                                   .split('\0');
        QVERIFY(ok);
        found.removeAll(QByteArray());
        found.removeAll("-H");
        found.removeAll("Content-Type: application/json");
        QCOMPARE(found, QByteArrayList({"call", "http://h/rpc"}) + words);
    }

    void aBatchIsAFileForBash()
    {
        if (QStandardPaths::findExecutable(s("bash")).isEmpty())
            QSKIP("bash is not installed");
        Profile profile{.protocol = Protocol::JsonRpc, .url = s("http://h/rpc"), .callTimeout = 5000};
        const QString message = s("[{\"method\":\"it's\"},\n1]");
        const CopiedText copied = copyCallAs(profile, message, CopyFormat::Weir);
        QVERIFY(copied.text.contains(s("--timeout 5000")));
        bool ok = false;
        const QByteArray read =
            run(s("bash"), {s("--norc")},
                "weir() { [ \"$3\" = --batch ] && cat \"$4\"; }\n" + copied.text.toUtf8() + '\n', &ok);
        QVERIFY(ok);
        QCOMPARE(read, message.toUtf8());
    }

    void whatAToolCannotDoIsListed()
    {
        Profile profile;
        profile.url = s("wss://h/");
        profile.protocol = Protocol::WebSocket;
        profile.tls.pins = {QString(64, QLatin1Char('a'))};
        profile.tls.caFile = s("ca.pem");
        profile.proxy = {.mode = ProfileProxy::Mode::Manual, .url = s("http://p:1")};
        QCOMPARE(copyFormats(profile).size(), 5);
        QCOMPARE(copyAs(profile, CopyFormat::Curl).notTaken.size(), 1);
        QCOMPARE(copyAs(profile, CopyFormat::Websocat).notTaken.size(), 3);
        QCOMPARE(copyAs(profile, CopyFormat::Weir).notTaken.size(), 1);
        QCOMPARE(copyAs(profile, CopyFormat::JavaScript).notTaken.size(), 2);
        QCOMPARE(copyAs(profile, CopyFormat::Python).notTaken.size(), 1);
    }
};

WEIR_TEST(runPlainTest<TestCopyAs>)
#include "tst_copyas.moc"
