// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importtext.h"

#include "variabletext.h"

#include <QRegularExpression>

namespace weir {

namespace {
constexpr QChar opening(0xfdd0);
constexpr QChar closing(0xfdd1);

// Backslashes in front of a variable's braces would be read as an escape, so they are doubled.
QString beforeVariable(const QString &letters)
{
    const bool brace = letters.endsWith(QLatin1Char('{')) && !letters.endsWith(QLatin1String("{{"));
    const qsizetype last = letters.size() - (brace ? 1 : 0);
    qsizetype first = last;
    while (first > 0 && letters[first - 1] == QLatin1Char('\\'))
        --first;
    return escapedVariables(letters.left(first)) + QString(2 * (last - first), QLatin1Char('\\'))
        + letters.mid(last);
}
}

QString marked::unmarked(QString text)
{
    return text.replace(opening, QChar(QChar::ReplacementCharacter))
        .replace(closing, QChar(QChar::ReplacementCharacter));
}

QString marked::variable(const QString &name)
{
    return opening + name + closing;
}

bool marked::hasVariable(QStringView text)
{
    return text.contains(opening);
}

QString marked::mapLetters(const QString &text, const std::function<QString(const QString &)> &map)
{
    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, done)) {
        const qsizetype close = text.indexOf(closing, at);
        if (close < 0)
            break;
        if (at > done)
            result += map(text.mid(done, at - done));
        result += text.mid(at, close + 1 - at);
        done = close + 1;
    }
    return done < text.size() ? QString(result + map(text.mid(done))) : result;
}

QString marked::replaceVariables(QString text, const QString &by)
{
    static const QRegularExpression pattern(
        QString(opening + QStringLiteral("[^%1]*").arg(closing) + closing));
    return text.replace(pattern, by);
}

QString marked::toProfileText(const QString &text)
{
    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, done)) {
        const qsizetype close = text.indexOf(closing, at);
        if (close < 0)
            break;
        result += beforeVariable(text.mid(done, at - done)) + QLatin1String("{{")
            + text.mid(at + 1, close - at - 1) + QLatin1String("}}");
        done = close + 1;
    }
    return result + escapedVariables(text.mid(done));
}

QString marked::toPlainText(const QString &text)
{
    return QString(text).replace(opening, QLatin1String("{{")).replace(closing, QLatin1String("}}"));
}

void forEachText(Profile &profile, const std::function<void(QString &)> &visit)
{
    for (QString *text :
         {&profile.url, &profile.method, &profile.lastEventId, &profile.auth.user, &profile.auth.password,
          &profile.auth.token, &profile.auth.name, &profile.auth.value, &profile.tls.caFile,
          &profile.tls.certFile, &profile.tls.keyFile, &profile.tls.keyPassword, &profile.proxy.url,
          &profile.proxy.user, &profile.proxy.password, &profile.openRpcFile})
        visit(*text);
    if (profile.body)
        visit(*profile.body);
    for (QList<ProfileRow> *rows : {&profile.headers, &profile.query, &profile.variables}) {
        for (ProfileRow &row : *rows) {
            visit(row.name);
            visit(row.value);
        }
    }
    for (QString &name : profile.subprotocols)
        visit(name);
    for (MessageTemplate &message : profile.templates)
        visit(message.body);
    for (SavedCall &call : profile.calls) {
        for (QString *text : {&call.method, &call.params, &call.idText})
            visit(*text);
    }
    for (AnswerRule &rule : profile.answers)
        visit(rule.json);
}

QString variableName(const QString &name)
{
    QString result = name.trimmed();
    for (QChar &c : result) {
        if (!c.isLetterOrNumber() && !c.isSurrogate() && !QStringLiteral("_-.$").contains(c))
            c = QLatin1Char('_');
    }
    return result;
}

} // namespace weir
