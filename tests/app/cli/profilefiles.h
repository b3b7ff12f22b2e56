// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// JSON with ' for ".
inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

// A folder of profiles that goes with the test.
class ProfileFiles final
{
public:
    ProfileFiles() { QDir(path()).mkpath(QStringLiteral("environments")); }

    QString path() const { return m_folder.path(); }
    QString filePath(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    // Members of the object besides its version, with ' for ".
    void profile(const char *file, const QByteArray &members)
    {
        write(file, quoted("{'weir':1," + members + "}\n"));
    }
    void write(const char *file, const QByteArray &text)
    {
        QFile out(filePath(file));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("cannot write %s", file);
    }

private:
    QTemporaryDir m_folder;
};
