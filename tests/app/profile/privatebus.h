// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

// A D-Bus session of its own that starts nothing by itself, in a home of its own. Ends with its object.
class PrivateBus final
{
public:
    PrivateBus()
    {
        QFile config(m_home.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly))
            return;
        config.write(R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>)");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                        QStringLiteral("--config-file=") + config.fileName()});
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(30000)) { }
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        end(m_keyring);
        QDBusConnection::disconnectFromBus(m_address);
        end(m_daemon);
    }
    Q_DISABLE_COPY_MOVE(PrivateBus)

    bool isRunning() const { return !m_address.isEmpty(); }
    QDBusConnection connection() const { return QDBusConnection::connectToBus(m_address, m_address); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.filePath(QStringLiteral("run")));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
        environment.remove(QStringLiteral("DISPLAY"));
        return environment;
    }

    // A real gnome-keyring, whose keyring opens with this password; without one it stays locked.
    void startKeyring(const QByteArray &password)
    {
        for (const char *folder : {"data", "run"})
            QDir(m_home.path()).mkpath(QString::fromLatin1(folder));
        QFile::setPermissions(m_home.filePath(QStringLiteral("run")),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        // A copy has no file capabilities, which cannot be started in every container.
        const QString program = m_home.filePath(QStringLiteral("gnome-keyring-daemon"));
        if (!QFile::exists(program))
            QVERIFY(
                QFile::copy(QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")), program));
        m_keyring.setProcessEnvironment(environment());
        QStringList arguments{QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
        if (!password.isEmpty())
            arguments.append(QStringLiteral("--unlock"));
        m_keyring.start(program, arguments);
        QVERIFY(m_keyring.waitForStarted(30000));
        m_keyring.write(password);
        m_keyring.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(
            connection().interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")), 30000);
    }
    void stopKeyring()
    {
        end(m_keyring);
        QTRY_VERIFY(
            !connection().interface()->isServiceRegistered(QStringLiteral("org.freedesktop.secrets")));
    }
    QString home() const { return m_home.path(); }

private:
    static void end(QProcess &process)
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(10000)) {
            process.kill();
            process.waitForFinished();
        }
    }

    QTemporaryDir m_home;
    QProcess m_daemon;
    QProcess m_keyring;
    QString m_address;
};
