// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A secret goes through everything that keeps or prints, and then all of that is searched for it, in ways of
// its own: what masks is not asked.

#include "testprogram.h"

#include "cli/listen.h"
#include "demo/demoserver.h"
#include "log/capturereader.h"
#include "log/exportjob.h"
#include "profile/secretstore.h"
#include "session/workbench.h"

#include "base/rawjson.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

using namespace weir;

namespace {
const QByteArray canary("Canary \"tweets\" 7/ä+\\%41-0123456789");

// Standard output or error into a file, as long as it lives.
class Diversion final
{
public:
    Diversion(int descriptor, const QString &path)
        : m_descriptor(descriptor)
        , m_before(::dup(descriptor))
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        flush();
        ::dup2(file, descriptor);
        ::close(file);
    }
    ~Diversion()
    {
        flush();
        ::dup2(m_before, m_descriptor);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(Diversion)

private:
    static void flush()
    {
        std::fflush(stdout);
        std::fflush(stderr);
    }
    const int m_descriptor;
    const int m_before;
};

// What would give it away: the secret as it is or escaped, and its characters of base64 wherever it begins.
QByteArrayList tracesOf(const QByteArray &secret)
{
    QByteArrayList traces{secret};
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("s"), QString::fromUtf8(secret)}})
                                .toJson(QJsonDocument::Compact);
    traces.append(json.mid(6, json.size() - 8)); // {"s":"..."}
    QByteArray twice = traces.last();
    traces.append(twice.replace('\\', "\\\\").replace('"', "\\\""));
    traces.append(secret.toPercentEncoding());
    traces.append(secret.toPercentEncoding().toLower());
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray encoded = QByteArray(QByteArray(shift, 'x') + secret).toBase64();
        traces.append(encoded.mid(4, encoded.size() - 8));
    }
    return traces;
}

bool tells(QByteArray text, const QByteArray &secret)
{
    const QByteArrayList readings{text, QByteArray::fromPercentEncoding(text),
                                  QByteArray(text).replace("\\/", "/").replace('-', '+').replace('_', '/')};
    for (const QByteArray &reading : readings) {
        for (const QByteArray &trace : tracesOf(secret)) {
            if (reading.contains(trace))
                return true;
        }
    }
    return false;
}

// The files below the folder that give it away.
QStringList tellTales(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (tells(file.fileName().toUtf8(), secret) || !file.open(QIODevice::ReadOnly)
            || tells(file.readAll(), secret))
            found.append(QDir(folder).relativeFilePath(file.fileName()));
    }
    found.sort();
    return found;
}
}

class TestCanary final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    static Secrets secretsFor(bool isMasked)
    {
        return isMasked ? Secrets{.values = {canary}, .places = {}} : Secrets{};
    }
    static QUrl askedOf(const QUrl &demo)
    {
        return demo.resolved(QUrl(QLatin1String("/feeds/echo?rate=50&token=")
                                  + QString::fromLatin1(canary.toPercentEncoding())));
    }
    QString path(const char *name) const { return m_home.filePath(QString::fromLatin1(name)); }

    void record(bool isMasked) const
    {
        auto opened = Workbench::open(path("capture.weir"));
        QVERIFY(opened);
        const auto workbench = std::move(*opened);
        QSignalSpy started(workbench.get(), &Workbench::demoStarted);
        workbench->startDemo();
        QTRY_COMPARE(started.count(), 1);
        SecretStore secrets; // finds it in the environment
        workbench->setSecrets(&secrets);
        const QString value = isMasked ? QStringLiteral("{{secret.CANARY}}")
                                       : QString::fromUtf8(canary); // literally: nothing to mask
        Profile profile;
        profile.name = QLatin1String("feed of ") + QString::fromUtf8(canary);
        profile.url = workbench->demoUrl().resolved(QUrl(QStringLiteral("/feeds/echo?rate=50"))).toString();
        profile.query = {{QStringLiteral("token"), value}};
        profile.method = QStringLiteral("POST");
        profile.body = QString(QLatin1String("{\"key\":\"") + value + QLatin1String("\"}"));
        profile.headers = {{QStringLiteral("X-Key"), value}};
        if (isMasked) // a password is masked whatever it is
            profile.auth = {
                .type = ProfileAuth::Type::Basic, .user = QStringLiteral("weir"), .password = value};
        Connection *connection = workbench->addConnection(profile);
        QVERIFY(connection->start());
        QTRY_VERIFY(connection->status().events >= 6);
        connection->stop();
        QTRY_VERIFY(!connection->isActive());
        converse(*workbench, isMasked);
        call(*workbench, isMasked);
        const auto last = [&] { return workbench->reader()->event(workbench->eventCount()); };
        QTRY_VERIFY(last() && last()->name == "closed");
        QVERIFY(exportNdjson(*workbench->reader(), {}, path("export.ndjson")));
    }

    // In a header, in a message that waits, in one that is sent, in what comes back, and as the reason of a
    // close.
    void converse(Workbench &workbench, bool isMasked) const
    {
        QUrl url = workbench.demoUrl().resolved(QUrl(QStringLiteral("/echo")));
        url.setScheme(QStringLiteral("ws"));
        Profile profile{
            .name = QStringLiteral("echo"), .protocol = Protocol::WebSocket, .url = url.toString()};
        const QString value = isMasked ? QStringLiteral("{{secret.CANARY}}") : QString::fromUtf8(canary);
        profile.templates = {{.name = QStringLiteral("join"), .body = value}};
        Connection *connection = workbench.addConnection(profile);
        QVERIFY(connection->send(Kind::WsText, "{\"key\":\"" + canary + "\"}", secretsFor(isMasked)));
        QVERIFY(connection->send(Kind::WsBinary, canary.toBase64(), secretsFor(isMasked)));
        QVERIFY(connection->start());
        QTRY_COMPARE(connection->status().events, 2u);
        QVERIFY(connection->close(4000, canary));
        QTRY_VERIFY(!connection->isActive());
        QVERIFY(!isMasked || !tells(connection->webSocketStatus().closeReason.toUtf8(), canary));
    }

    // In the params of a call, in what the server says back, in its error, and in a saved call.
    void call(Workbench &workbench, bool isMasked) const
    {
        const QUrl url = workbench.demoUrl().resolved(QUrl(QStringLiteral("/rpc")));
        Profile profile{.name = QStringLiteral("rpc"), .protocol = Protocol::JsonRpc, .url = url.toString()};
        const QString value = isMasked ? QStringLiteral("{{secret.CANARY}}") : QString::fromUtf8(canary);
        const QStringList targets{url.toString(), QLatin1String("ws") + url.toString().mid(4)};
        for (const QString &target : targets) {
            // Over HTTP it comes with a call alone, over WebSocket it is also in the profile.
            profile.calls = {};
            if (target != url.toString())
                profile.calls = {
                    {.name = QStringLiteral("kept"), .method = QStringLiteral("echo"), .params = value}};
            profile.url = target;
            Connection *connection = workbench.addConnection(profile);
            const auto send = [&](const QByteArray &method, int id) {
                const QByteArray text = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method
                    + "\",\"params\":{\"message\":" + quotedJson(canary)
                    + ",\"code\":1},\"id\":" + QByteArray::number(id) + '}';
                QVERIFY(connection->send(Kind::WsText, text, secretsFor(isMasked)));
            };
            QVERIFY(connection->start());
            send("echo", 1);
            send("fail", 2);
            QTRY_COMPARE(connection->rpcStatus().counts.answers, 2u);
            connection->stop();
            QTRY_VERIFY(!connection->isActive());
        }
    }

    void listen(bool isMasked) const
    {
        DemoServer demo;
        QVERIFY(demo.listen());
        ListenOptions options;
        SseSettings settings;
        settings.url = askedOf(demo.url());
        settings.method = "POST";
        settings.headers = {{"X-Key", "Basic " + QByteArray("weir:" + canary).toBase64()}};
        settings.body = canary;
        options.feeds = {settings};
        options.names = {settings.url.toString()};
        options.secrets = {secretsFor(isMasked)};
        options.all = true;
        options.count = 6;
        const Diversion out(1, path("listen.out"));
        const Diversion err(2, path("listen.err"));
        Listen(options).exec();
    }

private Q_SLOTS:
    void init()
    {
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"})
            qputenv(name, QFile::encodeName(path(name)));
        qputenv("WEIR_SECRET_CANARY", canary);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
        QDir(m_home.path()).removeRecursively();
        QVERIFY(QDir().mkpath(path("HOME")));
    }

    void nothingTellsTheSecret()
    {
        record(true);
        listen(true);
        QCOMPARE(tellTales(m_home.path(), canary), QStringList());
        for (const char *name : {"capture.weir", "export.ndjson", "listen.out"}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().count("•••") >= 3); // it went through
        }
    }

    // The search itself would find it.
    void withoutAMaskEverythingTellsIt()
    {
        record(false);
        listen(false);
        QCOMPARE(tellTales(m_home.path(), canary),
                 (QStringList{QStringLiteral("capture.weir"), QStringLiteral("export.ndjson"),
                              QStringLiteral("listen.err"), QStringLiteral("listen.out")}));
    }
};

WEIR_TEST(runAppTest<TestCanary>)
#include "tst_canary.moc"
