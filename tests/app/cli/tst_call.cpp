// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"
#include "weirprocess.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

// `weir call`, beside `weir demo`.
class TestCall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void resultIsPrintedOnOneLine_data();
    void resultIsPrintedOnOneLine();
    void numbersStayAsTheyCame();
    void errorObjectGoesToStandardOutput();
    void notificationPrintsNothing();
    void idIsSentAsItIsGiven();
    void batchPrintsItsAnswers();
    void batchCanComeFromStandardInput();
    void rawPrintsTheWholeAnswer();
    void streamOfEventsAnswers();
    void statusSaysMoreThanItsPage();
    void secondAnswerIsOnlyMentioned();
    void noAnswerInTimeFails();
    void deadServerFails();
    void wrongAnswerFails_data();
    void wrongAnswerFails();
    void wrongUsageStartsNothing_data();
    void wrongUsageStartsNothing();

private:
    QString url(const QString &path) const { return m_url + path; }
    QString socketUrl(const QString &path) const { return QLatin1String("ws") + url(path).mid(4); }

    Weir m_demo;
    QString m_url;
};

void TestCall::initTestCase()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name);
    m_demo.start({QStringLiteral("demo")});
    m_url = QString::fromUtf8(m_demo.readLine()).section(QLatin1Char('/'), 0, 2);
    QVERIFY(m_url.startsWith(QLatin1String("http://127.0.0.1:")));
}

void TestCall::cleanupTestCase()
{
    m_demo.interrupt();
    QVERIFY(m_demo.finish());
}

void TestCall::resultIsPrintedOnOneLine_data()
{
    QTest::addColumn<bool>("isSocket");
    QTest::newRow("http") << false;
    QTest::newRow("ws") << true;
}

void TestCall::resultIsPrintedOnOneLine()
{
    QFETCH(bool, isSocket);
    const QString server = isSocket ? socketUrl(QStringLiteral("/rpc")) : url(QStringLiteral("/rpc"));
    Weir byName({QStringLiteral("call"), server, QStringLiteral("subtract"),
                 QStringLiteral("{\"minuend\": 42, \"subtrahend\": 23}")});
    QVERIFY(byName.finish());
    QCOMPARE(byName.out, "19\n");
    QCOMPARE(byName.err, "");
    QCOMPARE(byName.code, 0);
    Weir byPosition({QStringLiteral("call"), server, QStringLiteral("get_data")});
    QVERIFY(byPosition.finish());
    QCOMPARE(byPosition.out, "[\"hello\",5]\n");
}

void TestCall::numbersStayAsTheyCame()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("echo"),
               QStringLiteral("[9007199254740993, 1.0, 1e400, {\"a\":1,\"a\":2}]")});
    QVERIFY(call.finish());
    QCOMPARE(call.out, "[9007199254740993,1.0,1e400,{\"a\":1,\"a\":2}]\n");
}

void TestCall::errorObjectGoesToStandardOutput()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("nowhere")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 3);
    QVERIFY2(call.out.startsWith("{\"code\":-32601,\"message\":\"Method not found\""), call.out.constData());
    QCOMPARE(call.err, "");
}

void TestCall::notificationPrintsNothing()
{
    for (const QString &server : {url(QStringLiteral("/rpc")), socketUrl(QStringLiteral("/rpc"))}) {
        Weir call({QStringLiteral("call"), server, QStringLiteral("update"), QStringLiteral("[1]"),
                   QStringLiteral("--notify")});
        QVERIFY(call.finish());
        QCOMPARE(call.out, "");
        QCOMPARE(call.err, "");
        QCOMPARE(call.code, 0);
    }
}

void TestCall::idIsSentAsItIsGiven()
{
    const std::pair<const char *, const char *> ids[] = {{"7", "7"},         {"abc", "\"abc\""},
                                                         {"\"7\"", "\"7\""}, {"null", "null"},
                                                         {"1.0", "1.0"},     {"[1]", "\"[1]\""}};
    for (const auto &[given, sent] : ids) {
        Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("get_data"),
                   QStringLiteral("--raw"), QStringLiteral("--id"), QString::fromLatin1(given)});
        QVERIFY(call.finish());
        const QByteArray member = QByteArray("\"id\":").append(sent);
        QVERIFY2(call.out.contains(member), call.out.constData());
    }
}

void TestCall::batchPrintsItsAnswers()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("batch.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"jsonrpc":"2.0","method":"sum","params":[1,2,4],"id":"1"},
        {"jsonrpc":"2.0","method":"notify_hello","params":[7]},
        {"jsonrpc":"2.0","method":"foo.get","id":5}])");
    file.close();
    for (const QString &server : {url(QStringLiteral("/rpc")), socketUrl(QStringLiteral("/rpc"))}) {
        Weir call({QStringLiteral("call"), server, QStringLiteral("--batch"), file.fileName()});
        QVERIFY(call.finish());
        QVERIFY2(call.out.startsWith('['), call.out.constData());
        QVERIFY(call.out.contains("\"result\":7"));
        QVERIFY(call.out.contains("-32601"));
        QCOMPARE(call.out.count('\n'), 1);
        QCOMPARE(call.code, 3);
    }
}

void TestCall::batchCanComeFromStandardInput()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("--batch"),
               QStringLiteral("-")});
    call.process.write(R"([{"jsonrpc":"2.0","method":"get_data","id":1}])");
    call.process.closeWriteChannel();
    QVERIFY(call.finish());
    QVERIFY2(call.out.contains("[\"hello\",5]"), call.out.constData());
    QCOMPARE(call.code, 0);
}

void TestCall::rawPrintsTheWholeAnswer()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("get_data"),
               QStringLiteral("--raw")});
    QVERIFY(call.finish());
    QVERIFY(call.out.contains("\"jsonrpc\""));
    QVERIFY(call.out.contains("\"result\""));
}

void TestCall::streamOfEventsAnswers()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc")), QStringLiteral("subscribe"),
               QStringLiteral("{\"rate\":100,\"count\":2}")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 0);
    QVERIFY(!call.out.isEmpty());
}

void TestCall::statusSaysMoreThanItsPage()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc-bad?kind=html")), QStringLiteral("m"),
               QStringLiteral("--raw")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 1);
    QVERIFY2(call.err.contains("404") && call.err.count('\n') == 1, call.err.constData());
    QVERIFY2(call.out.startsWith("<"), call.out.constData());
}

void TestCall::secondAnswerIsOnlyMentioned()
{
    Weir call({QStringLiteral("call"), socketUrl(QStringLiteral("/rpc-bad")), QStringLiteral("duplicate")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 0);
    QVERIFY(!call.out.isEmpty());
}

void TestCall::noAnswerInTimeFails()
{
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc-bad?kind=never")), QStringLiteral("m"),
               QStringLiteral("--timeout"), QStringLiteral("50")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 1);
    QCOMPARE(call.out, "");
    QVERIFY2(call.err.contains("50 ms"), call.err.constData());
}

void TestCall::deadServerFails()
{
    for (const char *scheme : {"http", "ws"}) {
        Weir call({QStringLiteral("call"), QLatin1String(scheme) + QStringLiteral("://127.0.0.1:1/rpc"),
                   QStringLiteral("m")});
        QVERIFY(call.finish());
        QCOMPARE(call.code, 1);
        QCOMPARE(call.err.count('\n'), 1);
    }
}

void TestCall::wrongAnswerFails_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"wrong-id", "both", "neither", "version", "text", "empty", "html", "cut"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestCall::wrongAnswerFails()
{
    QFETCH(QString, kind);
    Weir call({QStringLiteral("call"), url(QStringLiteral("/rpc-bad?kind=")) + kind, QStringLiteral("m")});
    QVERIFY(call.finish());
    QCOMPARE(call.code, 1);
    QCOMPARE(call.out, "");
    QVERIFY(!call.err.isEmpty());
}

void TestCall::wrongUsageStartsNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    const QString server = QStringLiteral("http://127.0.0.1:1/");
    row("nothing", {});
    row("no method", {server});
    row("too much", {server, QStringLiteral("m"), QStringLiteral("[]"), QStringLiteral("x")});
    row("no URL", {QStringLiteral("here"), QStringLiteral("m")});
    row("another scheme", {QStringLiteral("ftp://host/"), QStringLiteral("m")});
    row("params that are not JSON", {server, QStringLiteral("m"), QStringLiteral("[1,")});
    row("params that are no container", {server, QStringLiteral("m"), QStringLiteral("12")});
    row("a file that is not there", {server, QStringLiteral("m"), QStringLiteral("@/nowhere")});
    row("a batch that is not there", {server, QStringLiteral("--batch"), QStringLiteral("/nowhere")});
    row("batch and method",
        {server, QStringLiteral("m"), QStringLiteral("--batch"), QStringLiteral("/dev/null")});
    row("id of a notification",
        {server, QStringLiteral("m"), QStringLiteral("--notify"), QStringLiteral("--id"),
         QStringLiteral("1")});
    row("a timeout that is no number",
        {server, QStringLiteral("m"), QStringLiteral("--timeout"), QStringLiteral("x")});
    row("a header that is none", {server, QStringLiteral("m"), QStringLiteral("-H"), QStringLiteral("x")});
    row("unknown option", {server, QStringLiteral("m"), QStringLiteral("--what")});
}

void TestCall::wrongUsageStartsNothing()
{
    QFETCH(QStringList, arguments);
    Weir call(QStringList{QStringLiteral("call")} + arguments);
    QVERIFY(call.finish());
    QCOMPARE(call.code, 2);
    QCOMPARE(call.out, "");
    QCOMPARE(call.err.count('\n'), 1);
}

WEIR_TEST(runAppTest<TestCall>)
#include "tst_call.moc"
