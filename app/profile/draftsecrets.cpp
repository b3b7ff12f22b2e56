// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draftsecrets.h"

#include "importtext.h"

#include <QRegularExpression>
#include <QUrl>

namespace weir {

namespace {
constexpr qsizetype leastLogin = 16; // of a user name without a password that is rather a key

// "Bearer abc": the word in front stays readable.
QString keepCredentials(const QString &what, const QString &value, ImportedSecrets &secrets)
{
    static const QRegularExpression scheme(
        QStringLiteral("^(?:Bearer|Basic|Digest|Token|ApiKey|Key|Bot|OAuth) +(?=\\S)"),
        QRegularExpression::CaseInsensitiveOption);
    const qsizetype size = scheme.match(value).capturedLength();
    return value.left(size) + secrets.keep(what, value.mid(size));
}

void takeFromAuth(ProfileAuth &auth, ImportedSecrets &secrets)
{
    const bool loneKey =
        auth.password.isEmpty() && auth.user.size() >= leastLogin && !marked::hasVariable(auth.user);
    if (isSecretValue(auth.user) || loneKey)
        auth.user = secrets.keep(QStringLiteral("user"), auth.user);
    auth.password = secrets.keep(QStringLiteral("password"), auth.password);
    auth.token = secrets.keep(QStringLiteral("token"), auth.token);
    auth.value = auth.type == ProfileAuth::Type::Custom
        ? keepCredentials(QStringLiteral("authorization"), auth.value, secrets)
        : secrets.keep(auth.name, auth.value);
}

// The second group of each match, where the first is a secret's name.
QString replaceValues(const QString &text, const QRegularExpression &pattern, ImportedSecrets &secrets)
{
    QString result;
    qsizetype done = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
        const QString value = match.captured(2);
        if (value.isEmpty() || marked::hasVariable(match.captured(1))
            || (!isSecretName(name, value) && !isSecretValue(value)))
            continue;
        result += text.mid(done, match.capturedStart(2) - done) + secrets.keep(name, value);
        done = match.capturedEnd(2);
    }
    return result + text.mid(done);
}

// The values stay as they are written, percent- or JSON-escaped: so they fit where they came from.
QString withoutSecretParameters(const QString &text, ImportedSecrets &secrets)
{
    static const QRegularExpression pattern(QStringLiteral("(?<=^|[?&])([^=&?]+)=([^&]+)"));
    return replaceValues(text, pattern, secrets);
}

QString withoutSecretMembers(const QString &text, ImportedSecrets &secrets)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"\\s*+:\\s*+\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""));
    return replaceValues(text, pattern, secrets);
}

bool isForm(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[^=&\\s{}\\[\\]\"<>]+=[^&\\s\"]*(&[^=&\\s]+=[^&\\s\"]*)*+$"));
    return pattern.match(text).hasMatch();
}

QString withoutSecretParts(const QString &body, ImportedSecrets &secrets)
{
    const QString start = body.left(256).trimmed();
    if (start.startsWith(QLatin1Char('{')) || start.startsWith(QLatin1Char('[')))
        return withoutSecretMembers(body, secrets);
    return isForm(body) ? withoutSecretParameters(body, secrets) : body;
}
}

void takeSecrets(QList<ProfileRow> &rows, ImportedSecrets &secrets)
{
    for (ProfileRow &row : rows) {
        if (isSecretName(row.name, row.value) || isSecretValue(row.value))
            row.value = keepCredentials(row.name, row.value, secrets);
    }
}

void takeSecrets(Profile &profile, ImportedSecrets &secrets)
{
    takeFromAuth(profile.auth, secrets);
    profile.tls.keyPassword = secrets.keep(QStringLiteral("key password"), profile.tls.keyPassword);
    profile.proxy.password = secrets.keep(QStringLiteral("proxy password"), profile.proxy.password);
    for (QList<ProfileRow> *rows : {&profile.headers, &profile.query, &profile.variables})
        takeSecrets(*rows, secrets);
    if (const qsizetype query = profile.url.indexOf(QLatin1Char('?')); query >= 0)
        profile.url = profile.url.left(query) + withoutSecretParameters(profile.url.mid(query), secrets);
    if (profile.body)
        profile.body = withoutSecretParts(*profile.body, secrets);
    for (MessageTemplate &message : profile.templates)
        message.body = withoutSecretParts(message.body, secrets);
    for (SavedCall &call : profile.calls)
        call.params = withoutSecretParts(call.params, secrets);
    for (AnswerRule &rule : profile.answers)
        rule.json = withoutSecretParts(rule.json, secrets);
}

} // namespace weir
