// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "log/capturereader.h"
#include "profile/secretstore.h"
#include "session/workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace weir;

namespace {
constexpr char canaryText[] = "canaryText-7c1f0e52-value";
}

// What a connection makes of its profile. There is no keychain here: secrets come from the environment.
class TestConnection final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Workbench> m_workbench;

    QByteArray requestOf(quint32 connection) const
    {
        for (quint64 seq = 1; seq <= m_workbench->eventCount(); ++seq) {
            const auto event = m_workbench->reader()->event(seq);
            if (event && event->connection == connection && event->kind == Kind::HttpRequest)
                return event->payload;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }
    void init()
    {
        auto workbench = Workbench::open(m_folder.filePath(s("a.weir")));
        QVERIFY(workbench);
        m_workbench = std::move(*workbench);
        m_secrets = std::make_unique<SecretStore>();
        m_workbench->setSecrets(m_secrets.get());
        QSignalSpy started(m_workbench.get(), &Workbench::demoStarted);
        m_workbench->startDemo();
        QTRY_COMPARE(started.count(), 1);
        m_workbench->setEnvironment(
            Environment{.name = s("local"),
                        .variables = {{.name = s("host"), .value = m_workbench->demoUrl().authority()}}});
    }
    void cleanup()
    {
        m_workbench.reset();
        m_secrets.reset();
        qunsetenv("WEIR_SECRET_TOKEN");
        QVERIFY(QFile::remove(m_folder.filePath(s("a.weir"))));
    }

    void variablesAreFilledIn()
    {
        Connection *connection =
            m_workbench->addConnection({.url = s("{{host}}/feeds/market"),
                                        .query = {{.name = s("rate"), .value = s("{{rate}}")}},
                                        .variables = {{.name = s("rate"), .value = s("500")}}});
        QVERIFY(connection->start());
        QTRY_VERIFY(connection->status().events > 10);
        QCOMPARE(connection->url().toString(),
                 s("http://%1/feeds/market?rate=500").arg(m_workbench->demoUrl().authority()));
    }

    void anUnknownVariableStartsNothing()
    {
        m_workbench->setEnvironment({});
        Connection *connection = m_workbench->addConnection({.url = s("{{host}}/feeds/market")});
        const auto started = connection->start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::ProfileIncomplete);
        QVERIFY2(errorText(started.error()).contains(s("host")), qPrintable(errorText(started.error())));
        QVERIFY(!connection->isActive());
        QCOMPARE(m_workbench->eventCount(), 0u);
    }

    void callsWaitForTheStartAndAreCounted()
    {
        Connection *connection =
            m_workbench->addConnection({.protocol = Protocol::JsonRpc, .url = s("{{host}}/rpc")});
        QVERIFY(connection->send(Kind::WsText, "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"id\":1}"));
        QCOMPARE(connection->rpcStatus().queuedMessages, 1);
        QVERIFY(connection->start());
        QTRY_COMPARE(connection->rpcStatus().counts.answers, 1u);
        QCOMPARE(connection->rpcStatus().queuedMessages, 0);
        QCOMPARE(connection->startedProfile(), connection->profile());
    }

    void restartedConnectionUsesWhatTheProfileSaysNow()
    {
        Connection *connection =
            m_workbench->addConnection({.protocol = Protocol::JsonRpc, .url = s("{{host}}/nowhere")});
        QVERIFY(connection->start());
        connection->setProfile({.protocol = Protocol::JsonRpc, .url = s("{{host}}/rpc")});
        QVERIFY(connection->restart());
        QVERIFY(connection->send(Kind::WsText, "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"id\":1}"));
        QTRY_COMPARE(connection->rpcStatus().counts.answers, 1u);
        QVERIFY(connection->url().path() == s("/rpc"));
    }

    void aMissingSecretIsTold()
    {
        Connection *connection = m_workbench->addConnection(
            {.url = s("{{host}}/feeds/market"),
             .auth = {.type = ProfileAuth::Type::Bearer, .token = s("{{secret.TOKEN}}")}});
        QVERIFY(connection->start());
        QVERIFY(connection->isActive());
        QTRY_VERIFY(connection->status().failed);
        QVERIFY(!connection->isActive());
        QCOMPARE(connection->missingSecrets(), QStringList{s("TOKEN")});
        const QString sentence = errorText(connection->status().error);
        QVERIFY2(sentence.contains(s("TOKEN")), qPrintable(sentence));
        QCOMPARE(m_workbench->eventCount(), 0u);
    }

    void aSecretIsSentAndNotRecorded()
    {
        qputenv("WEIR_SECRET_TOKEN", canaryText);
        Connection *connection = m_workbench->addConnection(
            {.url = s("{{host}}/feeds/market"),
             .query = {{.name = s("rate"), .value = s("100")},
                       {.name = s("key"), .value = s("{{secret.TOKEN}}")}},
             .auth = {.type = ProfileAuth::Type::Bearer, .token = s("{{secret.TOKEN}}")}});
        QVERIFY(connection->start());
        QTRY_VERIFY(connection->status().events > 0);
        QTRY_VERIFY(!requestOf(connection->id()).isEmpty());
        const QByteArray request = requestOf(connection->id());
        QVERIFY2(request.contains("key=") && request.contains("Authorization: "), request.constData());
        QVERIFY(connection->missingSecrets().isEmpty());
        m_workbench.reset(); // all is written
        QFile file(m_folder.filePath(s("a.weir")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(canaryText));
        init();
    }

    void stoppingBeforeTheSecretsAreReadStartsNothing()
    {
        qputenv("WEIR_SECRET_TOKEN", canaryText);
        Connection *connection =
            m_workbench->addConnection({.url = s("{{host}}/feeds/market"),
                                        .headers = {{.name = s("X-Token"), .value = s("{{secret.TOKEN}}")}}});
        QVERIFY(connection->start());
        connection->stop();
        QVERIFY(!connection->isActive());
        bool answered = false; // the answer to the connection comes before this one
        m_secrets->resolve({s("TOKEN")}, this, [&answered](const SecretStore::Answer &) { answered = true; });
        QTRY_VERIFY(answered);
        QVERIFY(!connection->isActive() && !connection->status().failed);
        QCOMPARE(m_workbench->eventCount(), 0u);
    }
};

WEIR_TEST(runAppTest<TestConnection>)
#include "tst_connection.moc"
