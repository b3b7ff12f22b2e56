// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "privatebus.h"
#include "testprogram.h"

#include "profile/secretstore.h"

#include <QDBusVirtualObject>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace weir;

namespace {
// Has the name of the secret service, and never answers.
class SilentService final : public QDBusVirtualObject
{
public:
    explicit SilentService(QDBusConnection bus)
        : m_bus(std::move(bus))
    {
        m_bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
        m_bus.registerService(QStringLiteral("org.freedesktop.secrets"));
    }
    ~SilentService() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.secrets"));
        m_bus.unregisterObject(QStringLiteral("/"), QDBusConnection::UnregisterTree);
    }
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }

private:
    QDBusConnection m_bus;
};
}

class TestSecretStore final : public QObject
{
    Q_OBJECT

    // What one run of a program says, line by line.
    static QStringList run(const QProcessEnvironment &environment, const QStringList &arguments,
                           int timeout = 60000)
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(WEIR_SECRETPROBE), QStringList{QString::number(timeout)} + arguments);
        // not waitForFinished(): a silent service lives on this thread
        const bool hasEnded =
            QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000);
        if (!hasEnded)
            return {QStringLiteral("it did not end")};
        const QString text = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        QStringList lines = text.split(QLatin1Char('\n'));
        for (QString &line : lines)
            line = line.trimmed();
        return lines;
    }
    static QStringList words(const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }
    static QProcessEnvironment withoutBus(const PrivateBus &bus)
    {
        QProcessEnvironment environment = bus.environment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=/nonexistent"));
        return environment;
    }

    static QString state(SecretStore::State state, const QString &sentence = {})
    {
        return QStringLiteral("state %1 %2").arg(int(state)).arg(sentence).trimmed();
    }
    static bool isOnDisk(const QString &folder, const QByteArray &text)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The keychain of whoever runs this is left alone.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

    void aKeyringKeepsSecretsBetweenRuns_data()
    {
        QTest::addColumn<bool>("hasGlib");
        QTest::newRow("in GLib's loop") << true;
        QTest::newRow("in Qt's own loop") << false; // as the verbs without a window
    }

    void aKeyringKeepsSecretsBetweenRuns()
    {
        QFETCH(const bool, hasGlib);
        PrivateBus bus;
        QVERIFY(bus.isRunning());
        bus.startKeyring("opensesame");
        QProcessEnvironment environment = bus.environment();
        if (!hasGlib)
            environment.insert(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
        const QString keychain = state(SecretStore::State::Keychain);
        const QString done = QStringLiteral("done");
        QCOMPARE(run(environment, words("write api-token pässwörd-1234")), (QStringList{done, keychain}));
        QCOMPARE(run(environment, words("write other x")), (QStringList{done, keychain}));
        QCOMPARE(
            run(environment, words("read other api-token")),
            (QStringList{QStringLiteral("other=x"), QStringLiteral("api-token=pässwörd-1234"), keychain}));
        QVERIFY(!isOnDisk(bus.home(), "pässwörd-1234"));
        QCOMPARE(run(environment, words("write other y")), (QStringList{done, keychain}));
        QCOMPARE(run(environment, words("read other")), (QStringList{QStringLiteral("other=y"), keychain}));
        QCOMPARE(run(environment, words("remove other")), (QStringList{done, keychain}));
        QCOMPARE(run(environment, words("remove other")), (QStringList{done, keychain}));
        QCOMPARE(run(environment, words("read other")),
                 (QStringList{QLatin1String("error ")
                                  + errorText({ErrorCode::SecretNotFound, QStringLiteral("other")}),
                              keychain}));
    }

    void theEnvironmentServesWhereTheKeychainHasNone()
    {
        PrivateBus bus;
        QVERIFY(bus.isRunning());
        bus.startKeyring("opensesame");
        QProcessEnvironment environment = bus.environment();
        run(environment, words("write a kept"));
        environment.insert(QStringLiteral("WEIR_SECRET_a"), QStringLiteral("from outside"));
        environment.insert(QStringLiteral("WEIR_SECRET_b"), QStringLiteral("from outside"));
        QCOMPARE(run(environment, words("read a b")),
                 (QStringList{QStringLiteral("a=kept"), QStringLiteral("b=from outside"),
                              state(SecretStore::State::Keychain)}));
        QCOMPARE(run(withoutBus(bus), words("read b")).size(), 2); // an error
        QProcessEnvironment alone = withoutBus(bus);
        alone.insert(QStringLiteral("WEIR_SECRET_b"), QStringLiteral("from outside"));
        QCOMPARE(run(alone, words("read b")).first(), QStringLiteral("b=from outside"));
    }

    void withoutAKeychainSecretsEndWithTheSession_data()
    {
        QTest::addColumn<bool>("hasBus");
        QTest::newRow("no secret service") << true;
        QTest::newRow("no D-Bus") << false;
    }

    void withoutAKeychainSecretsEndWithTheSession()
    {
        QFETCH(const bool, hasBus);
        PrivateBus bus;
        QVERIFY(bus.isRunning());
        const QProcessEnvironment environment = hasBus ? bus.environment() : withoutBus(bus);
        const QStringList said = run(environment, words("also write token open-sesame"));
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[0], QStringLiteral("done"));
        QCOMPARE(said[1], QStringLiteral("token=open-sesame"));
        QVERIFY(said[2].startsWith(QLatin1String("state 2 Secrets are kept for this session only: ")));
        QVERIFY(run(environment, words("read token")).first().startsWith(QLatin1String("error ")));
        QVERIFY(run(environment, words("remove token")).first().startsWith(QLatin1String("error ")));
        QCOMPARE(run(environment, words("also remove token")).size(), 3);
        QVERIFY(!isOnDisk(bus.home(), "open-sesame"));
    }

    void aKeyringThatStaysLockedIsNone()
    {
        PrivateBus bus;
        QVERIFY(bus.isRunning());
        bus.startKeyring("opensesame");
        run(bus.environment(), words("write token kept"));
        bus.stopKeyring();
        bus.startKeyring({}); // nobody unlocks it
        const QStringList said = run(bus.environment(), words("also write token open-sesame"));
        QCOMPARE(said,
                 (QStringList{QStringLiteral("done"), QStringLiteral("token=open-sesame"),
                              state(SecretStore::State::SessionOnly,
                                    QStringLiteral("Secrets are kept for this session only: the keychain was "
                                                   "not unlocked."))}));
        QVERIFY(!isOnDisk(bus.home(), "open-sesame"));
    }

    void aKeychainThatHangsHoldsNobody()
    {
        PrivateBus bus;
        QVERIFY(bus.isRunning());
        const SilentService service(bus.connection());
        QProcessEnvironment environment = bus.environment();
        environment.insert(QStringLiteral("WEIR_SECRET_b"), QStringLiteral("from outside"));
        const QString why = QStringLiteral("the keychain did not answer within 0.3 s.");
        const QString session = state(SecretStore::State::SessionOnly,
                                      QLatin1String("Secrets are kept for this session only: ") + why);
        QCOMPARE(run(environment, words("read a b"), 300),
                 (QStringList{QStringLiteral("b=from outside"),
                              QLatin1String("error ")
                                  + errorText({ErrorCode::SecretUnavailable, QLatin1String("a: ") + why}),
                              session}));
        QCOMPARE(run(environment, words("also write a x"), 300),
                 (QStringList{QStringLiteral("done"), QStringLiteral("a=x"), session}));
    }

    void namesAreOfLettersDigitsAndFewOthers()
    {
        for (const char *name : {"a", "API_TOKEN", "staging.eu-1", "0"})
            QVERIFY(SecretStore::validateName(QString::fromLatin1(name)));
        for (const QString &name :
             {QString(), QStringLiteral("a b"), QStringLiteral("ä"), QStringLiteral("a/b"),
              QStringLiteral("a=b"), QString(129, QLatin1Char('a'))}) {
            const auto valid = SecretStore::validateName(name);
            QVERIFY(!valid);
            QCOMPARE(valid.error().code, ErrorCode::InvalidSecretName);
        }
        SecretStore store;
        ErrorCode code = ErrorCode::None;
        store.write(QStringLiteral("a b"), QStringLiteral("x"), this, [&code](const Expected<void> &done) {
            code = done ? ErrorCode::None : done.error().code;
        });
        QCOMPARE(code, ErrorCode::None); // not before we are back
        QTRY_COMPARE(code, ErrorCode::InvalidSecretName);
        QCOMPARE(store.state(), SecretStore::State::Unknown);
    }

    void itSaysWhenItBecomesSessionOnly()
    {
        SecretStore store;
        QCOMPARE(store.state(), SecretStore::State::Unknown);
        QVERIFY(store.sentence().isEmpty());
        QSignalSpy changed(&store, &SecretStore::stateChanged);
        bool isDone = false;
        store.write(QStringLiteral("a"), QStringLiteral("x"), this,
                    [&isDone](const Expected<void> &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.state(), SecretStore::State::SessionOnly);
        QVERIFY(!store.sentence().isEmpty());
    }

    void whoHasGoneIsNotTold()
    {
        SecretStore store;
        bool wasTold = false;
        auto context = std::make_unique<QObject>();
        store.resolve({QStringLiteral("a")}, context.get(),
                      [&wasTold](const SecretStore::Answer &) { wasTold = true; });
        context.reset();
        bool isOver = false;
        store.resolve({QStringLiteral("b")}, this, [&isOver](const SecretStore::Answer &) { isOver = true; });
        QTRY_VERIFY(isOver);
        QVERIFY(!wasTold);
    }

    void theStoreMayEndBeforeTheKeychainAnswers()
    {
        auto store = std::make_unique<SecretStore>();
        bool wasTold = false;
        store->resolve({QStringLiteral("a")}, this,
                       [&wasTold](const SecretStore::Answer &) { wasTold = true; });
        store.reset();
        SecretStore another;
        bool isOver = false;
        another.resolve({QStringLiteral("b")}, this,
                        [&isOver](const SecretStore::Answer &) { isOver = true; });
        QTRY_VERIFY(isOver);
        QVERIFY(!wasTold);
    }
};

WEIR_TEST(runAppTest<TestSecretStore>)
#include "tst_secretstore.moc"
