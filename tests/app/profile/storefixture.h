// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profilestore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace weir {

// Ids.
inline const QString a = QStringLiteral("a");
inline const QString b = QStringLiteral("b");

// A folder, a store on it, and what the store has told.
class StoreFixture final
{
public:
    explicit StoreFixture(const QString &name = QStringLiteral("profiles"))
        : path(dir.filePath(name))
    {
        QDir().mkpath(path);
        QObject::connect(&store, &ProfileStore::failed, &store,
                         [this](const Error &error) { errors.append(error.code); });
        QObject::connect(&store, &ProfileStore::conflicted, &store,
                         [this](const QString &id) { conflicts.append(id); });
    }

    bool open(ProfileStore::Create create = ProfileStore::Create::No)
    {
        QSignalSpy loaded(&store, &ProfileStore::loaded);
        store.open(path, create);
        return loaded.wait() && store.isLoaded();
    }
    QString file(const QString &name) const { return path + QLatin1Char('/') + name; }
    QString fileOf(const QString &id) const { return file(id + QLatin1String(".json")); }
    QByteArray content(const QString &id) const { return contentOfFile(fileOf(id)); }
    static QByteArray contentOfFile(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // As an editor that writes in place.
    static void write(const QString &name, const QByteArray &content)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QString name(const QString &id) const
    {
        const ProfileEntry *entry = store.profile(id);
        return entry ? entry->value.name : QString();
    }
    bool isSaved(const QString &id) const
    {
        const ProfileEntry *entry = store.profile(id);
        return entry && !entry->isUnsaved;
    }

    QTemporaryDir dir;
    QString path;
    ProfileStore store;
    QList<ErrorCode> errors;
    QStringList conflicts;
};

inline Profile named(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.url = QStringLiteral("https://example.com/");
    return profile;
}

inline Environment environmentNamed(const QString &name)
{
    return {name, {{QStringLiteral("host"), QStringLiteral("localhost"), true, {}}}, {}};
}

} // namespace weir
