// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cmdwords.h"

#include "importedprofile.h"

#include <QRegularExpression>

namespace weir {

namespace {
qsizetype lineBreakAt(QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(std::min(at, text.size()));
    return rest.startsWith("\r\n") ? 2 : rest.startsWith('\n') ? 1 : 0;
}

void warnOfVariables(const QByteArray &text, QStringList &warnings)
{
    // Two hexadecimal digits are rather a percent-encoded byte.
    static const QRegularExpression variable(QStringLiteral("%(?![0-9A-Fa-f]{2})[A-Za-z_]\\w*%"));
    auto matches = variable.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        const QString sentence = Import::tr("“%1” is for the shell to fill in; it is kept as it stands.")
                                     .arg(matches.next().captured());
        if (!warnings.contains(sentence))
            warnings.append(sentence);
    }
}

// What cmd makes of its line: carets and line breaks are gone, quotes are still there.
QByteArray commandLine(const QByteArray &text, QStringList &warnings)
{
    QByteArray line;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (!quoted && c == '^') {
            at += 1 + lineBreakAt(text, at + 1);
            // Behind the caret, or the line break that it takes away, nothing has a meaning.
            if (const qsizetype size = lineBreakAt(text, at); size > 0) {
                line += '\n';
                at += size - 1;
            } else if (at < text.size()) {
                line += text[at];
            }
        } else if (!quoted && (c == '&' || c == '|' || c == '<' || c == '>' || lineBreakAt(text, at) > 0)) {
            if (line.trimmed().isEmpty() && (c == '\n' || c == '\r'))
                continue;
            if (!text.mid(at + 1).trimmed().isEmpty())
                warnings.append(Import::tr("The shell ends the command at “%1”; what follows is left out.")
                                    .arg(QString::fromUtf8(text.mid(at, 40)).simplified()));
            break;
        } else {
            quoted = quoted != (c == '"');
            line += c;
        }
    }
    return line;
}

// The rules of Microsoft's C runtime for argv.
QByteArrayList arguments(const QByteArray &line, bool *closed)
{
    QByteArrayList words;
    QByteArray word;
    bool inWord = false;
    bool quoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (!quoted && (c == ' ' || c == '\t')) {
            if (inWord)
                words.append(word);
            word.clear();
            inWord = false;
            continue;
        }
        inWord = true;
        qsizetype backslashes = 0;
        while (at + backslashes < line.size() && line[at + backslashes] == '\\')
            ++backslashes;
        const bool quote = at + backslashes < line.size() && line[at + backslashes] == '"';
        if (backslashes > 0) {
            const bool escaped = quote && backslashes % 2 == 1;
            word += QByteArray(quote ? backslashes / 2 : backslashes, '\\') + (escaped ? "\"" : "");
            at += backslashes - (escaped ? 0 : 1);
        } else if (quote && quoted && at + 1 < line.size() && line[at + 1] == '"') {
            word += '"';
            ++at;
        } else if (quote) {
            quoted = !quoted;
        } else {
            word += c;
        }
    }
    if (inWord)
        words.append(word);
    *closed = !quoted;
    return words;
}
}

ShellWords splitCmdCommand(const QByteArray &text)
{
    ShellWords result;
    warnOfVariables(text, result.warnings);
    bool closed = true;
    result.words = arguments(commandLine(text, result.warnings), &closed);
    if (!closed)
        result.warnings.append(Import::tr("A quote is never closed."));
    return result;
}

} // namespace weir
