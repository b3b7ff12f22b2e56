// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandwords.h"

#include "importedprofile.h"
#include "importtext.h"
#include "shellwords.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QUuid>

namespace weir {

namespace {
constexpr qsizetype commandLimit = 64 * 1024 * 1024;

// Stands for the shell's variables while the words are split. It is made up each time, so no quoting can
// spell it.
class StandIns final
{
public:
    QByteArray add(const QByteArray &name)
    {
        m_names.append(QString::fromLatin1(name));
        return m_token + QByteArray::number(m_names.size() - 1) + ';';
    }

    QString resolved(const QString &word) const
    {
        const QString token = QString::fromLatin1(m_token);
        const QString text = marked::unmarked(word);
        QString result;
        qsizetype done = 0;
        for (qsizetype at = text.indexOf(token); at >= 0; at = text.indexOf(token, done)) {
            const qsizetype end = text.indexOf(QLatin1Char(';'), at);
            const QString number = text.mid(at + token.size(), end - at - token.size());
            result +=
                text.mid(done, at - done) + marked::variable(variableFor(m_names.value(number.toInt())));
            done = end + 1;
        }
        return result + text.mid(done);
    }

private:
    static QString variableFor(const QString &name)
    {
        const QLatin1String secret("WEIR_SECRET_");
        return name.startsWith(secret) && name.size() > secret.size()
            ? QString(QLatin1String("secret.") + name.mid(secret.size()))
            : QString(QLatin1String("$env.") + name);
    }

    const QByteArray m_token = QUuid::createUuid().toByteArray(QUuid::Id128);
    QStringList m_names;
};

QString programName(const QString &word)
{
    static const QRegularExpression folder(QStringLiteral("^.*[/\\\\]"));
    static const QRegularExpression suffix(QStringLiteral("\\.exe$"),
                                           QRegularExpression::CaseInsensitiveOption);
    return QString(word).remove(folder).remove(suffix).toLower();
}
}

Expected<CommandWords> readCommand(const QString &command, const QStringList &programs)
{
    if (command.size() > commandLimit)
        return failure(ErrorCode::ImportFailed, Import::tr("it is larger than 64 MiB"));
    StandIns standIns;
    const ShellWords split = splitCommand(command, detectShell(command),
                                          [&standIns](const QByteArray &name) { return standIns.add(name); });
    CommandWords result;
    result.warnings = split.warnings;
    QStringList words;
    for (const QByteArray &word : split.words) {
        QStringDecoder decoder(QStringDecoder::Utf8,
                               QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
        const QString text = decoder(word);
        words.append(standIns.resolved(text));
        if (decoder.hasError())
            result.warnings.append(Import::tr("Bytes that are no text were replaced."));
    }
    static const QStringList before = {
        QStringLiteral("$"),    QStringLiteral("sudo"), QStringLiteral("time"),  QStringLiteral("command"),
        QStringLiteral("exec"), QStringLiteral("env"),  QStringLiteral("nohup"), QStringLiteral("npx")};
    static const QRegularExpression assignment(QStringLiteral("^[A-Za-z_]\\w*="));
    qsizetype first = 0;
    for (; first < words.size(); ++first) {
        const auto match = assignment.match(words[first]);
        if (match.hasMatch())
            result.warnings.append(Import::tr("The assignment “%1…” is left out.").arg(match.captured()));
        else if (!before.contains(words[first]))
            break;
    }
    result.program = programName(words.value(first));
    if (!programs.contains(result.program))
        return failure(ErrorCode::ImportFailed,
                       Import::tr("it is no command line of %1").arg(programs.join(QLatin1String(", "))));
    result.arguments = words.mid(first + 1);
    return result;
}

} // namespace weir
