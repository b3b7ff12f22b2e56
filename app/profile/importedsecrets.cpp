// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importedsecrets.h"

#include "importtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype secretNameLimit = 48;
constexpr qsizetype leastKey = 12; // of the values of names that mean many things

QString word(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            result += c.toUpper();
        else if (!result.isEmpty() && !result.endsWith(QLatin1Char('_')))
            result += QLatin1Char('_');
    }
    while (result.endsWith(QLatin1Char('_')))
        result.chop(1);
    return result.left(secretNameLimit);
}
}

ImportedSecrets::ImportedSecrets(const QStringList &taken)
    : m_taken(taken.begin(), taken.end())
{
}

void ImportedSecrets::setPlace(const QString &place)
{
    m_place = word(place);
}

QString ImportedSecrets::keep(const QString &what, const QString &markedValue)
{
    // In front of a variable: "session=", "; id=", "Own "
    static const QRegularExpression label(QStringLiteral("^[;&, ]*(?:[\\w-]{1,32}[=: ]+)?$"));
    const bool mixed = marked::hasVariable(markedValue);
    return marked::mapLetters(markedValue, [&](const QString &letters) {
        const bool isLabel = letters.trimmed().isEmpty() || (mixed && label.match(letters).hasMatch());
        return isLabel ? letters : marked::variable(QLatin1String("secret.") + nameFor(what, letters));
    });
}

QList<ImportedSecret> ImportedSecrets::take()
{
    return std::exchange(m_kept, {});
}

QString ImportedSecrets::nameFor(const QString &what, const QString &value)
{
    const auto add = [this](const ImportedSecret &secret) {
        if (!m_kept.contains(secret))
            m_kept.append(secret);
        return secret.name;
    };
    const auto known = std::find_if(m_known.cbegin(), m_known.cend(),
                                    [&value](const ImportedSecret &s) { return s.value == value; });
    if (known != m_known.cend())
        return add(*known);
    QString first = m_place.isEmpty() ? word(what) : QString(m_place + QLatin1Char('_') + word(what));
    if (first.isEmpty())
        first = QStringLiteral("SECRET");
    else if (first.front().isDigit())
        first.prepend(QLatin1Char('_'));
    QString name = first;
    for (int i = 2; m_taken.contains(name); ++i)
        name = first + QLatin1Char('_') + QString::number(i);
    m_taken.insert(name);
    m_known.append({name, value});
    return add(m_known.constLast());
}

bool isSecretName(const QString &name, const QString &value)
{
    QString letters = name.toLower();
    letters.removeIf(
        [](QChar c) { return c == QLatin1Char('-') || c == QLatin1Char('_') || c == QLatin1Char('.'); });
    static const QStringList parts = {
        QStringLiteral("token"),      QStringLiteral("secret"),     QStringLiteral("password"),
        QStringLiteral("passwd"),     QStringLiteral("passphrase"), QStringLiteral("apikey"),
        QStringLiteral("accesskey"),  QStringLiteral("privatekey"), QStringLiteral("signature"),
        QStringLiteral("credential"), QStringLiteral("cookie"),     QStringLiteral("sessionid"),
        QStringLiteral("jwt"),        QStringLiteral("authkey"),    QStringLiteral("authorization")};
    static const QStringList vague = {
        QStringLiteral("key"), QStringLiteral("auth"), QStringLiteral("sig"), QStringLiteral("session"),
        QStringLiteral("sid"), QStringLiteral("pass"), QStringLiteral("pwd"), QStringLiteral("xauth")};
    if (letters.startsWith(QLatin1String("secwebsocket")) || letters.endsWith(QLatin1String("tokens")))
        return false;
    return std::any_of(parts.cbegin(), parts.cend(),
                       [&](const QString &part) { return letters.contains(part); })
        || (value.size() >= leastKey && vague.contains(letters));
}

bool isSecretValue(const QString &value)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^(?:(?:Bearer|Basic|Token|ApiKey) \\S{8,}"
            "|(?:sk-|sk_live_|sk_test_|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abps]-|AIza|AKIA|hf_)\\S{12,}"
            "|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*$)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(value).hasMatch();
}

} // namespace weir
