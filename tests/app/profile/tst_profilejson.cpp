// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleprofile.h"
#include "testprogram.h"

#include "profile/profilejson.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <vector>

using namespace weir;
using Reason = ProfileFault::Reason;

class TestProfileJson final : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static QByteArray outputOf(const QString &program, const QStringList &arguments, int expected)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitCode() != expected)
            return "failed: " + process.readAllStandardOutput() + process.readAllStandardError();
        return process.readAllStandardOutput();
    }
    // The lines of a diff that go and that come.
    static QList<QByteArray> changedLines(const QByteArray &before, const QByteArray &after)
    {
        QTemporaryDir dir;
        const QString a = dir.filePath(QStringLiteral("a"));
        const QString b = dir.filePath(QStringLiteral("b"));
        write(a, before);
        write(b, after);
        QList<QByteArray> changed;
        for (const QByteArray &line : outputOf(QStringLiteral("diff"), {a, b}, 1).split('\n')) {
            if (line.startsWith('<') || line.startsWith('>') || line.startsWith('f'))
                changed.append(line);
        }
        return changed;
    }
    static QByteArray file(const char *members)
    {
        return QByteArray("{\n\"weir\": 1,\n") + QByteArray(members).replace('\'', '"') + "\n}\n";
    }

private Q_SLOTS:
    void aProfileLooksLikeThis()
    {
        Profile profile;
        profile.name = QStringLiteral("Market");
        profile.url = QStringLiteral("https://example.com/feed");
        QCOMPARE(writeProfile(profile),
                 QByteArray("{\n"
                            "  \"weir\": 1,\n"
                            "  \"name\": \"Market\",\n"
                            "  \"protocol\": \"sse\",\n"
                            "  \"url\": \"https://example.com/feed\"\n"
                            "}\n"));
        profile.body = QStringLiteral("a\n\"b\"");
        profile.headers = {{QStringLiteral("Accept"), QStringLiteral("x"), true, {}},
                           {QStringLiteral("B"), {}, false, R"({"x":[1,2]})"}};
        profile.auth = {ProfileAuth::Type::Bearer, {}, {}, QStringLiteral("{{secret.T}}"), {}, {}, {}};
        profile.unknown = R"({"z":{"y":null},"url":"no"})";
        QCOMPARE(writeProfile(profile),
                 QByteArray("{\n"
                            "  \"weir\": 1,\n"
                            "  \"name\": \"Market\",\n"
                            "  \"headers\": [\n"
                            "    {\"name\": \"Accept\", \"value\": \"x\"},\n"
                            "    {\"name\": \"B\", \"value\": \"\", \"on\": false, \"x\": [1, 2]}\n"
                            "  ],\n"
                            "  \"body\": [\n"
                            "    \"a\",\n"
                            "    \"\\\"b\\\"\"\n"
                            "  ],\n"
                            "  \"auth\": {\"type\": \"bearer\", \"token\": \"{{secret.T}}\"},\n"
                            "  \"protocol\": \"sse\",\n"
                            "  \"url\": \"https://example.com/feed\",\n"
                            "  \"z\": {\"y\": null}\n"
                            "}\n"));
    }

    void aTemplateIsOneLineWhereItsBodyIs()
    {
        Profile profile;
        profile.templates = {{QStringLiteral("Join"), {}, MessageFormat::Text, QStringLiteral("hi"), {}},
                             {QStringLiteral("Sub"), QStringLiteral("Rooms"), MessageFormat::Json,
                              QStringLiteral("{\n}"), R"({"x":1})"}};
        QCOMPARE(
            writeProfile(profile),
            QByteArray("{\n"
                       "  \"weir\": 1,\n"
                       "  \"name\": \"\",\n"
                       "  \"templates\": [\n"
                       "    {\"name\": \"Join\", \"body\": \"hi\"},\n"
                       "    {\"name\": \"Sub\", \"folder\": \"Rooms\", \"format\": \"json\", \"body\": [\n"
                       "      \"{\",\n"
                       "      \"}\"\n"
                       "    ], \"x\": 1}\n"
                       "  ],\n"
                       "  \"protocol\": \"sse\",\n"
                       "  \"url\": \"\"\n"
                       "}\n"));
    }

    void aCallAndAnAnswerAreOneLineWhereTheirJsonIs()
    {
        Profile profile;
        profile.protocol = Protocol::JsonRpc;
        profile.openRpcFile = QStringLiteral("api.json");
        profile.methods = {QStringLiteral("a"), QStringLiteral("b")};
        profile.calls = {
            {.name = QStringLiteral("One"), .method = QStringLiteral("a"), .params = QStringLiteral("[1]")},
            {.name = QStringLiteral("Two"),
             .method = QStringLiteral("b"),
             .params = QStringLiteral("{\n}"),
             .id = SavedCall::Id::String,
             .idText = QStringLiteral("x")}};
        profile.answers = {
            {.method = QStringLiteral("confirm"), .json = QStringLiteral("true")},
            {.method = QStringLiteral("*"), .isError = true, .json = QStringLiteral("{\n}"), .on = false}};
        QCOMPARE(writeProfile(profile),
                 QByteArray("{\n"
                            "  \"weir\": 1,\n"
                            "  \"name\": \"\",\n"
                            "  \"openRpc\": \"api.json\",\n"
                            "  \"methods\": [\n"
                            "    \"a\",\n"
                            "    \"b\"\n"
                            "  ],\n"
                            "  \"calls\": [\n"
                            "    {\"name\": \"One\", \"method\": \"a\", \"params\": \"[1]\"},\n"
                            "    {\"name\": \"Two\", \"method\": \"b\", \"id\": \"string\", \"idText\": "
                            "\"x\", \"params\": [\n"
                            "      \"{\",\n"
                            "      \"}\"\n"
                            "    ]}\n"
                            "  ],\n"
                            "  \"answers\": [\n"
                            "    {\"method\": \"confirm\", \"json\": \"true\"},\n"
                            "    {\"method\": \"*\", \"on\": false, \"error\": true, \"json\": [\n"
                            "      \"{\",\n"
                            "      \"}\"\n"
                            "    ]}\n"
                            "  ],\n"
                            "  \"protocol\": \"json-rpc\",\n"
                            "  \"url\": \"\"\n"
                            "}\n"));
    }

    void everyFieldComesBack()
    {
        const Profile profile = fullProfile();
        const QByteArray json = writeProfile(profile);
        const auto read = readProfile(json);
        QVERIFY2(read, read ? "" : qPrintable(faultText(read.error())));
        QVERIFY(*read == profile);
        QCOMPARE(writeProfile(*read), json);
        QVERIFY(readProfile(writeProfile({})).value() == Profile());
        const auto environment = readEnvironment(writeEnvironment(fullEnvironment()));
        QVERIFY(environment && *environment == fullEnvironment());
        QVERIFY(readEnvironment(writeEnvironment({})).value() == Environment());
    }

    void anyTextComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QString controls;
        for (ushort c = 0; c < 0x21; ++c)
            controls += QChar(c);
        QTest::newRow("control characters") << controls + QChar(0x7f) + QChar(0x2028);
        QTest::newRow("byte order mark") << QString(QChar(0xfeff)) + QLatin1String("x");
        QTest::newRow("beyond the BMP") << QStringLiteral("😀\U0010ffff");
        QTest::newRow("line breaks only") << QStringLiteral("\n\n");
        QTest::newRow("CR LF") << QStringLiteral("a\r\nb\r\n");
        QTest::newRow("quotes") << QStringLiteral("\\\"\\\\u0041/");
        QTest::newRow("long") << QString(100000, QLatin1Char('x'));
    }
    void anyTextComesBack()
    {
        QFETCH(QString, text);
        Profile profile;
        profile.name = profile.notes = profile.url = profile.lastEventId = text;
        profile.body = text;
        profile.headers = {{text, text, true, {}}};
        profile.templates = {{text, text, MessageFormat::Text, text, {}}};
        profile.subprotocols = {text, {}};
        profile.openRpcFile = text;
        profile.methods = {text, {}};
        profile.calls = {{.name = text, .folder = text, .method = text, .params = text, .idText = text}};
        profile.answers = {{.method = text, .json = text}};
        const auto read = readProfile(writeProfile(profile));
        QVERIFY(read);
        QVERIFY(*read == profile);
    }

    void anEmptyBodyIsNotNoBody()
    {
        Profile profile;
        QVERIFY(!readProfile(writeProfile(profile))->body);
        profile.body = QString();
        QCOMPARE(readProfile(writeProfile(profile))->body, std::optional(QString()));
    }

    // By hand or by an older program: another order, other white space, what is the default.
    void otherLayoutsAreRead()
    {
        const auto profile = readProfile("{\"url\":\"u\",\r\n\"notes\":[\"a\",\"b\"],\"body\":\"x\","
                                         "\"readTimeout\":5e3,\"reconnect\":true,\"weir\":1}");
        QVERIFY(profile);
        QCOMPARE(profile->url, QStringLiteral("u"));
        QCOMPARE(profile->notes, QStringLiteral("a\nb"));
        QCOMPARE(profile->body, std::optional(QStringLiteral("x")));
        QCOMPARE(profile->readTimeout, 5000);
        QVERIFY(profile->unknown.isEmpty());
    }

    void oneChangeIsOneLine_data()
    {
        using Change = std::function<void(Profile &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("lines"); // that go and that come
        const auto row = [](const char *name, const Change &change, int lines) {
            QTest::newRow(name) << change << lines;
        };
        row(
            "url", [](Profile &p) { p.url = QStringLiteral("x"); }, 2);
        row(
            "name", [](Profile &p) { p.name = QStringLiteral("x"); }, 2);
        row(
            "protocol", [](Profile &p) { p.protocol = Protocol::WebSocket; }, 2);
        row(
            "folder", [](Profile &p) { p.folder = QStringLiteral("x"); }, 1);
        row(
            "first time", [](Profile &p) { p.heartbeatTimeout = 1; }, 1);
        row(
            "flag", [](Profile &p) { p.autoConnect = true; }, 1);
        row(
            "back to the default", [](Profile &p) { p.method = QStringLiteral("GET"); }, 1);
        row(
            "value of a header", [](Profile &p) { p.headers[1].value = QStringLiteral("x"); }, 2);
        row(
            "header in the middle", [](Profile &p) { p.headers.insert(1, ProfileRow()); }, 1);
        row(
            "header removed", [](Profile &p) { p.headers.removeFirst(); }, 1);
        row(
            "header off", [](Profile &p) { p.headers[0].on = false; }, 2);
        row(
            "line of the body", [](Profile &p) { p.body = QStringLiteral("{\n  2\n}"); }, 2);
        row(
            "template", [](Profile &p) { p.templates[0].folder = QStringLiteral("x"); }, 2);
        row(
            "template in the middle", [](Profile &p) { p.templates.insert(1, MessageTemplate()); }, 1);
        row(
            "line of a template", [](Profile &p) { p.templates[1].body = QStringLiteral("{\n  2\n}"); }, 2);
        row(
            "method", [](Profile &p) { p.methods.insert(1, QStringLiteral("x")); }, 1);
        row(
            "method of a call", [](Profile &p) { p.calls[0].method = QStringLiteral("x"); }, 2);
        row(
            "call in the middle", [](Profile &p) { p.calls.insert(1, SavedCall()); }, 1);
        row(
            "line of a call", [](Profile &p) { p.calls[1].params = QStringLiteral("{\n  2\n}"); }, 2);
        row(
            "answer off", [](Profile &p) { p.answers[0].on = false; }, 2);
        row(
            "answer in the middle", [](Profile &p) { p.answers.insert(1, AnswerRule()); }, 1);
        row(
            "normal close", [](Profile &p) { p.reconnectAfterClose = false; }, 1);
        row(
            "authentication", [](Profile &p) { p.auth.type = ProfileAuth::Type::Basic; }, 1);
        row(
            "token", [](Profile &p) { p.tls.caFile = QStringLiteral("x"); }, 2);
        row(
            "pin", [](Profile &p) { p.tls.pins = {QString(64, QLatin1Char('1'))}; }, 2);
    }
    void oneChangeIsOneLine()
    {
        QFETCH(std::function<void(Profile &)>, change);
        QFETCH(int, lines);
        Profile profile;
        profile.method = QStringLiteral("POST");
        profile.url = QStringLiteral("u");
        profile.body = QStringLiteral("{\n  1\n}");
        profile.headers = {ProfileRow{QStringLiteral("a"), {}}, ProfileRow{QStringLiteral("b"), {}},
                           ProfileRow{QStringLiteral("c"), {}}};
        profile.templates = {{.name = QStringLiteral("a")},
                             {.name = QStringLiteral("b"), .body = QStringLiteral("{\n  1\n}")},
                             {.name = QStringLiteral("c")}};
        profile.methods = {QStringLiteral("a"), QStringLiteral("b")};
        profile.calls = {{.name = QStringLiteral("a")},
                         {.name = QStringLiteral("b"), .params = QStringLiteral("{\n  1\n}")},
                         {.name = QStringLiteral("c")}};
        profile.answers = {{.method = QStringLiteral("a")}, {.method = QStringLiteral("b")}};
        profile.tls.insecure = true;
        profile.unknown = R"({"team": 1})";
        Profile changed = profile;
        change(changed);
        QCOMPARE(changedLines(writeProfile(profile), writeProfile(changed)).size(), lines);
    }

    void theEditsOfTwoPeopleMerge()
    {
        Profile base;
        base.name = QStringLiteral("Market");
        base.url = QStringLiteral("u");
        base.headers = {ProfileRow{QStringLiteral("a"), {}}, ProfileRow{QStringLiteral("b"), {}},
                        ProfileRow{QStringLiteral("c"), {}}};
        Profile mine = base;
        mine.name = QStringLiteral("Market ticks");
        mine.headers[0].value = QStringLiteral("1");
        mine.unknown = R"({"team": "blue"})";
        Profile yours = base;
        yours.headers[2].on = false;
        yours.readTimeout = 5000;
        Profile both = mine;
        both.headers[2].on = false;
        both.readTimeout = 5000;
        QTemporaryDir dir;
        const QStringList paths{dir.filePath(QStringLiteral("mine")), dir.filePath(QStringLiteral("base")),
                                dir.filePath(QStringLiteral("yours"))};
        write(paths[0], writeProfile(mine));
        write(paths[1], writeProfile(base));
        write(paths[2], writeProfile(yours));
        const QByteArray merged =
            outputOf(QStringLiteral("diff3"), QStringList{QStringLiteral("-m")} + paths, 0);
        QCOMPARE(merged, writeProfile(both));
    }

    void whatIsWrongIsToldWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &json, Reason reason, int line,
                            const char *detail = "") {
            QTest::newRow(name) << json << reason << line << QString::fromLatin1(detail);
        };
        row("empty", "", Reason::EndsEarly, 1);
        row("white space", "\n\n", Reason::EndsEarly, 2);
        row("no JSON", "hello", Reason::NotJson, 1, "h");
        row("cut", "{\n\"weir\": 1,\n", Reason::EndsEarly, 2);
        row("cut text", "{\n\"weir\": 1,\n\"na", Reason::EndsEarly, 3);
        row("more behind it", "{\"weir\": 1}\n}", Reason::NotJson, 2, "}");
        row("zero behind it", QByteArray("{\"weir\": 1}\n\0x", 13), Reason::NotJson, 2, "\\0");
        row("missing comma", file("'name': 'a'\n'url': 'b'"), Reason::NotJson, 4, "\"url\"");
        row("last comma", file("'name': 'a',"), Reason::NotJson, 4, "}");
        row("comment", file("// no\n'name': 'a'"), Reason::NotJson, 3, "/");
        row("line break in text", file("'name': 'a\nb'"), Reason::NotJson, 3, "\"name\": \"a");
        row("lone surrogate", file("'name': '\\ud800'"), Reason::NotJson, 3, "\"name\": \"\\ud800\"");
        row("byte order mark", "\xef\xbb\xbf{}", Reason::ByteOrderMark, 1);
        row("Latin-1", file("'name': 'a',\n'url': '\xe9'"), Reason::NotUtf8, 4);
        row("UTF-16", QByteArray("{\0\"\0", 4), Reason::NotJson, 1, "\\0");
        row("bytes alone", "\xff", Reason::NotUtf8, 1);
        row("list", "\n[]", Reason::NotAnObject, 2);
        row("number", "1", Reason::NotAnObject, 1);
        row("text", "\"x\"\n", Reason::NotAnObject, 1);
        row("no version", "{\n\"name\": \"x\"}", Reason::NoVersion, 1);
        row("version of another reason", "{\n\"weir\": \"1\"}", Reason::NoVersion, 2);
        row("version 0", "{\n\"weir\": 0}", Reason::NoVersion, 2);
        row("newer", "{\n\"weir\": 2, \"name\": 7}", Reason::NewerVersion, 2, "2");
        row("member twice", file("'name': 'a',\n'url': '',\n'name': 'a'"), Reason::DuplicateMember, 5,
            "name");
        row("unknown twice", file("'x': {'y': 1,\n'y': 1}"), Reason::DuplicateMember, 4, "y");
        row("name", file("'name': 1"), Reason::NotText, 3, "name");
        row("null", file("'url':\nnull"), Reason::NotText, 4, "url");
        row("notes", file("'notes': {}"), Reason::NotLines, 3, "notes");
        row("line of a body", file("'body': ['a',\n1]"), Reason::NotLines, 3, "body");
        row("flag", file("'http2': 'yes'"), Reason::NotTrueOrFalse, 3, "http2");
        row("flag null", file("'http2': null"), Reason::NotTrueOrFalse, 3, "http2");
        row("time as text", file("'readTimeout': '5'"), Reason::NotANumber, 3, "readTimeout");
        row("half a millisecond", file("'readTimeout': 0.5"), Reason::NotANumber, 3, "readTimeout");
        row("number at the end of a line", file("'readTimeout': -1\n\n\n"), Reason::OutOfRange, 3,
            "readTimeout");
        row("too long", file("'heartbeat': 2147483648"), Reason::OutOfRange, 3, "heartbeat");
        row("far too long", file("'heartbeat': 123456789012345678901234567890"), Reason::OutOfRange, 3,
            "heartbeat");
        row("beyond numbers", file("'heartbeat':\n1e999"), Reason::NotJson, 4, "1e999");
        row("no size", file("'lineLimit': 0"), Reason::OutOfRange, 3, "lineLimit");
        row("protocol", file("'protocol': 'ftp'"), Reason::UnknownValue, 3, "protocol");
        row("colour", file("'colour': 'red'"), Reason::UnknownValue, 3, "colour");
        row("headers", file("'headers': {}"), Reason::NotAList, 3, "headers");
        row("header", file("'headers': [\n{},\n'x']"), Reason::NotAnObject, 5, "headers");
        row("member of a header", file("'headers': [\n{},\n{'on': 1}]"), Reason::NotTrueOrFalse, 5, "on");
        row("subprotocol", file("'subprotocols': ['a',\n2]"), Reason::NotText, 4, "subprotocols");
        row("auth", file("'auth': 'basic'"), Reason::NotAnObject, 3, "auth");
        row("type of auth", file("'auth': {'type': 'digest'}"), Reason::UnknownValue, 3, "type");
        row("pin", file("'tls': {'pins': ['ABCD']}"), Reason::UnknownValue, 3, "pins");
        row("TLS version", file("'tls': {'minimum': '1.1'}"), Reason::UnknownValue, 3, "minimum");
        row("proxy", file("'proxy': {\n'mode': []}"), Reason::NotText, 4, "mode");
        row("the first of two", file("'url': 1,\n'name': 1"), Reason::NotText, 3, "url");
        row("templates", file("'templates': {}"), Reason::NotAList, 3, "templates");
        row("template", file("'templates': [\n{},\n'x']"), Reason::NotAnObject, 5, "templates");
        row("format of a template", file("'templates': [{'format': 'xml'}]"), Reason::UnknownValue, 3,
            "format");
        row("line of a template", file("'templates': [{'body': ['a',\n1]}]"), Reason::NotLines, 3, "body");
        row("methods", file("'methods': ['a',\n1]"), Reason::NotText, 4, "methods");
        row("OpenRPC file", file("'openRpc': {}"), Reason::NotText, 3, "openRpc");
        row("calls", file("'calls': 'x'"), Reason::NotAList, 3, "calls");
        row("call", file("'calls': [\n{},\n1]"), Reason::NotAnObject, 5, "calls");
        row("id of a call", file("'calls': [{'id': 'auto'}]"), Reason::UnknownValue, 3, "id");
        row("id that is a number", file("'calls': [{'id': 1}]"), Reason::NotText, 3, "id");
        row("params of a call", file("'calls': [{'params': [1]}]"), Reason::NotLines, 3, "params");
        row("answers", file("'answers': {}"), Reason::NotAList, 3, "answers");
        row("answer", file("'answers': [\n1]"), Reason::NotAnObject, 4, "answers");
        row("error of an answer", file("'answers': [{'error': 'x'}]"), Reason::NotTrueOrFalse, 3, "error");
        row("JSON of an answer", file("'answers': [{'json': {}}]"), Reason::NotLines, 3, "json");
        row("lists in lists", QByteArray(1000000, '['), Reason::TooDeep, 1);
        row("objects in objects", QByteArray("{\"a\":").repeated(500000), Reason::TooDeep, 1);
        row("large", QByteArray(4 * 1024 * 1024 + 1, ' '), Reason::TooLarge, 0);
    }
    void whatIsWrongIsToldWithItsLine()
    {
        QFETCH(QByteArray, json);
        QFETCH(Reason, reason);
        QFETCH(int, line);
        QFETCH(QString, detail);
        const auto read = readProfile(json);
        QVERIFY(!read);
        const ProfileFault expected{reason, line, detail};
        QVERIFY2(read.error() == expected, qPrintable(faultText(read.error()) + read.error().detail));
        const QString text = faultText(expected);
        QVERIFY(!text.contains(QLatin1String("%1")));
        QCOMPARE(text.startsWith(QStringLiteral("Line %1: ").arg(line)), line > 0);
    }

    void environmentsAreCheckedToo()
    {
        QCOMPARE(readEnvironment("{\"weir\": 2}").error().reason, Reason::NewerVersion);
        QCOMPARE(readEnvironment(file("'variables': 1")).error(),
                 (ProfileFault{Reason::NotAList, 3, QStringLiteral("variables")}));
        QCOMPARE(readEnvironment(file("'name': 'a',\n'url': 'kept'"))->unknown,
                 QByteArray("{\"url\": \"kept\"}"));
    }

    void aFileThatIsCutIsNeverAProfile()
    {
        const QByteArray json = writeProfile(fullProfile());
        for (qsizetype size = 0; size < json.size() - 1; ++size) {
            const auto read = readProfile(json.first(size));
            QVERIFY2(!read, qPrintable(QString::number(size)));
            QVERIFY(read.error().line >= 1 && read.error().line <= 1 + json.first(size).count('\n'));
            QVERIFY(!faultText(read.error()).isEmpty());
        }
        QVERIFY(readProfile(json.chopped(1))); // all but the last line break
    }

    // What is still read is written in the same way again.
    void aByteThatIsWrongDoesNoHarm_data()
    {
        QTest::addColumn<int>("mask");
        for (const int mask : {0x01, 0x04, 0x20, 0x80, 0xff})
            QTest::addRow("%02x", mask) << mask;
    }
    void aByteThatIsWrongDoesNoHarm()
    {
        QFETCH(int, mask);
        const QByteArray json = writeProfile(fullProfile());
        for (qsizetype i = 0; i < json.size(); ++i) {
            QByteArray damaged = json;
            damaged[i] = char(damaged[i] ^ mask);
            const auto read = readProfile(damaged);
            if (read) {
                const auto again = readProfile(writeProfile(*read));
                QVERIFY(again);
                QVERIFY(*again == *read);
            } else {
                QVERIFY(read.error().line >= 1 && read.error().line <= 1 + damaged.count('\n'));
            }
        }
    }

    void unknownThatIsNoObjectIsLeftOut()
    {
        Profile profile;
        for (const char *unknown : {"[1]", "{", "x", "{\"a\": 1}}"}) {
            profile.unknown = unknown;
            QCOMPARE(writeProfile(profile), writeProfile({}));
        }
    }
};

WEIR_TEST(runAppTest<TestProfileJson>)
#include "tst_profilejson.moc"
