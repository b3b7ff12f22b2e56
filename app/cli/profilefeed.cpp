// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilefeed.h"

#include "cli.h"
#include "savedprofiles.h"

#include "profile/profilename.h"
#include "profile/secretstore.h"

#include <QEventLoop>
#include <QFileInfo>

namespace weir {

namespace {
struct Place
{
    QString folder;
    QString name; // in it
};

Place placeOf(const QString &profile, const ProfileChoice &choice)
{
    const QFileInfo file(profile);
    if (!profile.endsWith(QLatin1String(".json")) || !file.exists())
        return {choice.folder, profile};
    return {file.path(), file.fileName()};
}

Expected<std::optional<Environment>> environmentOf(const ProfileChoice &choice, const SavedProfiles &beside)
{
    if (choice.environment.isEmpty())
        return std::nullopt;
    const auto found = choice.isGiven ? SavedProfiles::read(choice.folder).environment(choice.environment)
                                      : beside.environment(choice.environment);
    return found.map([](const Environment &environment) { return std::optional(environment); });
}

Expected<QMap<QString, QString>> secretsFor(const QStringList &names)
{
    QMap<QString, QString> secrets;
    if (names.isEmpty())
        return secrets;
    SecretStore store;
    SecretStore::Answer answer;
    QEventLoop loop; // nothing has been started that could run in it
    store.resolve(names, &loop, [&answer, &loop](const SecretStore::Answer &given) {
        answer = given;
        loop.quit();
    });
    loop.exec();
    QStringList sentences;
    for (const Error &error : answer.errors)
        sentences.append(errorText(error));
    if (!sentences.isEmpty())
        return failure(ErrorCode::Usage, sentences.join(QLatin1Char(' ')));
    for (const QString &name : names)
        secrets.insert(name, answer.values.value(name));
    return secrets;
}

Expected<ProfileFeed> resolved(const Profile &profile, const std::optional<Environment> &environment)
{
    const QString name = shownName(profile);
    const auto secrets = secretsFor(requiredSecrets(profile, environment));
    if (!secrets)
        return failure(ErrorCode::Usage, name + QLatin1String(": ") + secrets.error().detail);
    ResolvedProfile result = resolveProfile(profile,
                                            {.environment = environment,
                                             .process = QProcessEnvironment::systemEnvironment(),
                                             .secrets = *secrets,
                                             .generators = VariableGenerators::system()});
    QStringList sentences;
    for (const ProfileProblem &problem : result.problems)
        sentences.append(problem.text());
    if (!sentences.isEmpty())
        return failure(ErrorCode::Usage, name + QLatin1String(": ") + sentences.join(QLatin1Char(' ')));
    return ProfileFeed{name, std::move(result)};
}
}

Expected<ProfileFeed> readProfileFeed(const QString &profile, const ProfileChoice &choice)
{
    const Place place = placeOf(profile, choice);
    const SavedProfiles folder = SavedProfiles::read(place.folder);
    const auto file = folder.profile(place.name);
    if (!file)
        return tl::unexpected(file.error());
    if (file->content.protocol == Protocol::JsonRpc)
        return failure(
            ErrorCode::Usage,
            Cli::tr("“%1” is a profile of JSON-RPC; listen takes feeds and WebSockets.").arg(profile));
    const auto environment = environmentOf(choice, folder);
    if (!environment)
        return tl::unexpected(environment.error());
    return resolved(file->content, *environment);
}

} // namespace weir
