// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "savedprofiles.h"

#include "cli.h"

#include "profile/profilejson.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace weir {

namespace {
constexpr QLatin1String suffix(".json");

template <typename T> using File = SavedProfiles::File<T>;

tl::expected<QByteArray, ProfileFault> contentsOf(const QString &path)
{
    using Reason = ProfileFault::Reason;
    // before it is opened: that of a pipe would wait for its writer
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return tl::unexpected(ProfileFault{Reason::NotAFile});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(ProfileFault{Reason::NotRead, 0, file.errorString()});
    if (file.size() > maximumProfileSize)
        return tl::unexpected(ProfileFault{Reason::TooLarge});
    return file.read(maximumProfileSize);
}

template <typename T, typename Read>
void readAll(const QString &path, Read readOne, QList<File<T>> &files, QList<File<ProfileFault>> &broken)
{
    const QDir folder(path);
    // hidden files, and with them those that begin with a dot, are not listed
    const QStringList names =
        folder.entryList(QStringList{QLatin1Char('*') + suffix}, QDir::AllEntries | QDir::System, QDir::Name);
    for (const QString &name : names) {
        const QString file = folder.absoluteFilePath(name);
        const auto read = contentsOf(file).and_then(readOne);
        if (read)
            files.append({file, *read});
        else
            broken.append({file, read.error()});
    }
}

template <typename T> QString shown(const File<T> &file)
{
    return file.content.name.isEmpty() ? file.stem() : file.content.name;
}

// Those that are meant; one by the whole name of its file is meant alone.
template <typename T> QList<File<T>> matches(const QList<File<T>> &files, const QString &name)
{
    QList<File<T>> found;
    for (const File<T> &file : files) {
        if (file.fileName() == name)
            return {file};
        if (file.stem() == name || file.content.name == name)
            found.append(file);
    }
    return found;
}

template <typename T> QString listed(const QList<File<T>> &files, QString (*name)(const File<T> &))
{
    QStringList names;
    for (const File<T> &file : files)
        names.append(name(file));
    return names.join(QLatin1String(", "));
}

template <typename T> Expected<File<T>> onlyOne(const QList<File<T>> &found, const QString &name)
{
    if (found.size() == 1)
        return found.constFirst();
    const auto fileName = [](const File<T> &file) { return file.fileName(); };
    return failure(ErrorCode::Usage,
                   Cli::tr("“%1” is more than one: %2. Give the name of the file.")
                       .arg(name, listed<T>(found, fileName)));
}

std::optional<File<ProfileFault>> brokenNamed(const QList<File<ProfileFault>> &broken, const QString &folder,
                                              const QString &name)
{
    const QString path = QDir(folder).absoluteFilePath(name);
    for (const File<ProfileFault> &file : broken) {
        if (file.path == path || file.path == path + suffix)
            return file;
    }
    return std::nullopt;
}

QString environmentsOf(const QString &path)
{
    return path + QLatin1String("/environments");
}
}

Expected<QString> SavedProfiles::choose(const QString &given)
{
    const QString chosen = given.isEmpty() ? qEnvironmentVariable("WEIR_PROFILES") : given;
    if (chosen.isEmpty())
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1String("/profiles");
    if (!QFileInfo(chosen).isDir())
        return failure(ErrorCode::Usage, Cli::tr("There is no folder %1 with profiles.").arg(chosen));
    return QDir(chosen).absolutePath();
}

SavedProfiles SavedProfiles::read(const QString &path)
{
    SavedProfiles folder;
    folder.path = path;
    readAll(path, readProfile, folder.profiles, folder.broken);
    readAll(environmentsOf(path), readEnvironment, folder.environments, folder.broken);
    return folder;
}

Expected<File<Profile>> SavedProfiles::profile(const QString &name) const
{
    if (const auto found = matches(profiles, name); !found.isEmpty())
        return onlyOne(found, name);
    if (const auto file = brokenNamed(broken, path, name))
        return failure(ErrorCode::Usage, faultLine(*file));
    return failure(
        ErrorCode::Usage,
        Cli::tr(
            "“%1” is neither a profile in the folder %2 nor a URL, which begins with http:// or https://.")
            .arg(name, path));
}

Expected<Environment> SavedProfiles::environment(const QString &name) const
{
    if (const auto found = matches(environments, name); !found.isEmpty())
        return onlyOne(found, name).map([](const File<Environment> &file) { return file.content; });
    if (const auto file = brokenNamed(broken, environmentsOf(path), name))
        return failure(ErrorCode::Usage, faultLine(*file));
    if (environments.isEmpty())
        return failure(ErrorCode::Usage,
                       Cli::tr("There is no environment “%1”; the folder %2 holds none.").arg(name, path));
    return failure(ErrorCode::Usage,
                   Cli::tr("There is no environment “%1” in the folder %2; there are: %3.")
                       .arg(name, path, listed<Environment>(environments, shown<Environment>)));
}

QString faultLine(const SavedProfiles::File<ProfileFault> &file)
{
    return file.path + QLatin1String(": ") + faultText(file.content);
}

} // namespace weir
