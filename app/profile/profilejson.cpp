// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilejson.h"

#include "memberreader.h"
#include "memberwriter.h"

namespace weir {

namespace {
using Reason = ProfileFault::Reason;
constexpr QLatin1String versionName("weir");

std::optional<ProfileFault> versionFault(const JsonNode &file, MemberReader &members)
{
    const JsonNode *version = members.take(versionName);
    bool isNumber = false;
    const qint64 number = version ? version->text.toLongLong(&isNumber) : 0;
    if (!version || version->type != JsonNode::Type::Number || !isNumber || number < 1)
        return ProfileFault{Reason::NoVersion, version ? version->line : file.line};
    if (number > profileFormat)
        return ProfileFault{Reason::NewerVersion, version->line, QString::number(number)};
    return {};
}

template <typename T, typename List> tl::expected<T, ProfileFault> readFile(QByteArrayView json, List list)
{
    if (json.size() > maximumProfileSize)
        return tl::unexpected(ProfileFault{Reason::TooLarge});
    const auto file = readJson(json);
    if (!file)
        return tl::unexpected(file.error());
    if (file->type != JsonNode::Type::Object)
        return tl::unexpected(ProfileFault{Reason::NotAnObject, file->line});
    std::optional<ProfileFault> fault;
    MemberReader members(*file, fault);
    // before all else: what follows may be said in a way that is not known here
    if (const auto newer = versionFault(*file, members))
        return tl::unexpected(*newer);
    T value;
    list(members, value);
    if (fault)
        return tl::unexpected(*fault);
    value.unknown = members.unknown();
    return value;
}

template <typename T, typename List> QByteArray writeFile(const T &value, List list)
{
    MemberWriter members;
    members.add(versionName, QByteArray::number(profileFormat));
    list(members, value);
    members.unknown(value.unknown);
    return members.asFile();
}
}

tl::expected<Profile, ProfileFault> readProfile(QByteArrayView json)
{
    return readFile<Profile>(json, [](auto &members, auto &profile) { listProfile(members, profile); });
}

tl::expected<Environment, ProfileFault> readEnvironment(QByteArrayView json)
{
    return readFile<Environment>(
        json, [](auto &members, auto &environment) { listEnvironment(members, environment); });
}

QByteArray writeProfile(const Profile &profile)
{
    return writeFile(profile, [](auto &members, auto &value) { listProfile(members, value); });
}

QByteArray writeEnvironment(const Environment &environment)
{
    return writeFile(environment, [](auto &members, auto &value) { listEnvironment(members, value); });
}

} // namespace weir
