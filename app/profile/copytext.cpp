// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copytext.h"

#include "jsontree.h"
#include "shellwords.h"
#include "variabletext.h"

#include "base/rawjson.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace weir {

namespace {
QString environmentName(const QString &variable)
{
    static const QRegularExpression valid(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    QString name;
    if (variable.startsWith(QLatin1String("secret.")))
        name = QLatin1String("WEIR_SECRET_") + variable.mid(7);
    else if (variable.startsWith(QLatin1String("$env.")))
        name = variable.mid(5);
    return valid.match(name).hasMatch() ? name : QString();
}

void addLetters(CopyText &text, const QString &letters)
{
    if (letters.isEmpty())
        return;
    if (!text.isEmpty() && text.constLast().variable.isEmpty())
        text.last().letters += letters;
    else
        text.append({.letters = letters});
}

// With one part where letters follow letters.
CopyText merged(const CopyText &text)
{
    CopyText result;
    for (const CopyPart &part : text) {
        if (part.variable.isEmpty())
            addLetters(result, part.letters);
        else
            result.append(part);
    }
    return result;
}

bool startsName(const QString &letters)
{
    const QChar c = letters.isEmpty() ? QChar() : letters.front();
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_'));
}

// Inside of double quotes nothing of these letters has a meaning.
bool isPlainInDoubleQuotes(const QString &letters)
{
    return std::none_of(letters.begin(), letters.end(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || QStringLiteral("\"$`\\!").contains(c);
    });
}

QString expression(const CopyText &copied, const QString &before, const QString &after)
{
    QStringList parts;
    for (const CopyPart &part : merged(copied))
        parts.append(part.variable.isEmpty() ? textFromUtf8(quotedJson(part.letters.toUtf8()))
                                             : QString(before + part.variable + after));
    return parts.isEmpty() ? QStringLiteral("\"\"") : parts.join(QLatin1String(" + "));
}
}

CopyText copyText(const QString &profileText)
{
    CopyText result;
    qsizetype done = 0;
    while (const auto token = nextVariableToken(profileText, done)) {
        addLetters(result, profileText.mid(done, token->begin - done));
        const QString name =
            token->type == VariableToken::Type::Variable ? environmentName(token->text) : QString();
        if (!name.isEmpty())
            result.append({.variable = name});
        else if (token->type == VariableToken::Type::Escape)
            addLetters(result, token->text);
        else
            addLetters(result, profileText.mid(token->begin, token->length));
        done = token->begin + token->length;
    }
    addLetters(result, profileText.mid(done));
    return result;
}

CopyText copyLetters(const QString &letters)
{
    CopyText result;
    addLetters(result, letters);
    return result;
}

bool hasVariable(const CopyText &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](const CopyPart &part) { return !part.variable.isEmpty(); });
}

QString lettersOf(const CopyText &text)
{
    QString result;
    for (const CopyPart &part : text)
        result += part.letters;
    return result;
}

CopyText percentEncodedLetters(CopyText text)
{
    for (CopyPart &part : text)
        part.letters = QString::fromLatin1(QUrl::toPercentEncoding(part.letters));
    return text;
}

QString bashWord(const CopyText &copied)
{
    const CopyText text = merged(copied);
    const bool plain = std::all_of(text.cbegin(), text.cend(),
                                   [](const CopyPart &part) { return isPlainInDoubleQuotes(part.letters); });
    if (!hasVariable(text) || !plain) {
        QString result;
        for (const CopyPart &part : text) {
            result += part.variable.isEmpty()
                ? textFromUtf8(quotedForPosix(part.letters.toUtf8()))
                : QString(QLatin1String("\"$") + part.variable + QLatin1Char('"'));
        }
        return result.isEmpty() ? QStringLiteral("''") : result;
    }
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool braces = i + 1 < text.size() && startsName(text[i + 1].letters);
        const QString &name = text[i].variable;
        if (name.isEmpty())
            result += text[i].letters;
        else if (braces)
            result += QLatin1String("${") + name + QLatin1Char('}');
        else
            result += QLatin1Char('$') + name;
    }
    return QLatin1Char('"') + result + QLatin1Char('"');
}

QString javaScriptText(const CopyText &text)
{
    return expression(text, QStringLiteral("process.env."), {});
}

QString pythonText(const CopyText &text)
{
    return expression(text, QStringLiteral("os.environ[\""), QStringLiteral("\"]"));
}

} // namespace weir
