// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shellwords.h"

#include "ansiquoting.h"
#include "cmdwords.h"
#include "importedprofile.h"

#include <QRegularExpression>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype excerptLimit = 40;

QString excerpt(QByteArrayView text)
{
    const QString whole = QString::fromUtf8(text).simplified();
    return whole.size() > excerptLimit ? QString(whole.left(excerptLimit) + QChar(0x2026)) : whole;
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

// POSIX 2.3, token recognition, with bash's $'' and $"".
class PosixSplitter final
{
public:
    Q_DISABLE_COPY_MOVE(PosixSplitter)
    PosixSplitter(QByteArrayView text, const ShellVariables &variables)
        : m_text(text)
        , m_variables(variables)
    {
    }

    ShellWords split()
    {
        while (m_at < m_text.size() && !m_ended)
            step();
        endWord();
        return m_result;
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void warn(const QString &sentence)
    {
        if (!m_result.warnings.contains(sentence))
            m_result.warnings.append(sentence);
    }

    void warnOpen() { warn(Import::tr("A quote is never closed.")); }

    void append(QByteArrayView bytes, bool quoted)
    {
        m_word.append(bytes.data(), bytes.size());
        m_shape.append(quoted ? QByteArray(bytes.size(), 'x') : bytes.toByteArray());
        m_inWord = true;
    }

    void endWord()
    {
        if (!m_inWord)
            return;
        static const QRegularExpression braces(QStringLiteral("(?<!\\$)\\{[^{}]*(,|\\.\\.)[^{}]*\\}"));
        if (m_shape.contains('{') && braces.match(QString::fromLatin1(m_shape)).hasMatch())
            warn(Import::tr("A shell would expand the braces of “%1”; they are kept.").arg(excerpt(m_word)));
        if (!m_skipWord)
            m_result.words.append(m_word);
        m_skipWord = false;
        m_word.clear();
        m_shape.clear();
        m_inWord = false;
    }

    void endCommand(qsizetype operatorSize)
    {
        endWord();
        const QByteArrayView rest = m_text.sliced(std::min(m_at + operatorSize, m_text.size()));
        if (!rest.trimmed().isEmpty())
            warn(Import::tr("The shell ends the command at “%1”; what follows is left out.")
                     .arg(excerpt(m_text.sliced(m_at))));
        m_ended = true;
    }

    void step()
    {
        const char c = peek();
        switch (c) {
        case ' ':
        case '\t':
            endWord();
            ++m_at;
            break;
        case '\r':
            if (peek(1) == '\n')
                ++m_at;
            else
                append(m_text.sliced(m_at++, 1), false);
            break;
        case '\n':
            endWord();
            if (m_result.words.isEmpty())
                ++m_at;
            else
                endCommand(1);
            break;
        case '#':
            if (m_inWord)
                append(m_text.sliced(m_at++, 1), false);
            else
                skipComment();
            break;
        case '\\':
            readBackslash();
            break;
        case '\'':
            readSingleQuotes();
            break;
        case '"':
            ++m_at;
            readDoubleQuotes();
            break;
        case '$':
            readDollar(false);
            break;
        case '`':
            readCommand(1, '`');
            break;
        case '&':
            if (peek(1) == '>')
                readRedirection();
            else
                endCommand(1);
            break;
        case ';':
        case '|':
        case '(':
        case ')':
            endCommand(1);
            break;
        case '<':
        case '>':
            readRedirection();
            break;
        case '~':
            readTilde();
            break;
        default:
            append(m_text.sliced(m_at++, 1), false);
        }
    }

    void skipComment()
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    void readBackslash()
    {
        ++m_at;
        if (peek() == '\n')
            ++m_at;
        else if (peek() == '\r' && peek(1) == '\n')
            m_at += 2;
        else if (m_at < m_text.size())
            append(m_text.sliced(m_at++, 1), true);
        else
            append("\\", true);
    }

    void readSingleQuotes()
    {
        const qsizetype end = m_text.indexOf('\'', m_at + 1);
        if (end < 0)
            warnOpen();
        const qsizetype stop = end < 0 ? m_text.size() : end;
        append(m_text.sliced(m_at + 1, stop - m_at - 1), true);
        m_at = std::min(stop + 1, m_text.size());
    }

    void readDoubleQuotes()
    {
        append({}, true);
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == '"') {
                ++m_at;
                return;
            }
            if (c == '$') {
                readDollar(true);
            } else if (c == '`') {
                readCommand(1, '`');
            } else if (c == '\\' && peek(1) == '\n') {
                m_at += 2;
            } else if (c == '\\' && m_at + 1 < m_text.size() && QByteArrayView("$`\"\\").contains(peek(1))) {
                append(m_text.sliced(m_at + 1, 1), true);
                m_at += 2;
            } else {
                append(m_text.sliced(m_at++, 1), true);
            }
        }
        warnOpen();
    }

    void readDollar(bool quoted)
    {
        const char next = peek(1);
        if (!quoted && next == '\'') {
            m_at += 2;
            const AnsiQuoted text = readAnsiQuoted(m_text.sliced(m_at));
            if (!text.closed)
                warnOpen();
            append(text.bytes, true);
            m_at += text.length;
        } else if (!quoted && next == '"') {
            m_at += 2;
            readDoubleQuotes();
        } else if (next == '(') {
            readCommand(2, ')');
        } else if (next == '{') {
            readCommand(2, '}');
        } else if (isNameStart(next)) {
            qsizetype size = 1;
            while (isNameCharacter(peek(1 + size)))
                ++size;
            readVariable(m_text.sliced(m_at + 1, size), 1 + size);
        } else if (next != '\0' && QByteArrayView("0123456789?$!#*@-").contains(next)) {
            readVariable({}, 2);
        } else {
            append(m_text.sliced(m_at++, 1), quoted);
        }
    }

    void readVariable(QByteArrayView name, qsizetype length)
    {
        const auto value = name.isEmpty() || !m_variables ? std::nullopt : m_variables(name.toByteArray());
        const QByteArrayView written = m_text.sliced(m_at, length);
        append(value ? QByteArrayView(*value) : written, true);
        if (!value)
            warn(Import::tr("“%1” is for the shell to fill in; it is kept as it stands.")
                     .arg(excerpt(written)));
        m_at += length;
    }

    // $(...), ${...}, `...`: up to the end that belongs to it, which quotes hide.
    void readCommand(qsizetype openSize, char close)
    {
        const char open = close == ')' ? '(' : close == '}' ? '{' : '\0';
        qsizetype at = m_at + openSize;
        for (int depth = 1; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (c == '\\') {
                ++at;
            } else if (c == '\'' && close != '`') {
                const qsizetype end = m_text.indexOf('\'', at + 1);
                at = end < 0 ? m_text.size() : end;
            } else if (c == close && --depth == 0) {
                break;
            } else if (c == open && open != '\0') {
                ++depth;
            }
        }
        if (at >= m_text.size())
            warnOpen();
        const qsizetype length = std::min(at + 1, m_text.size()) - m_at;
        const QByteArrayView inside = length > 3 ? m_text.sliced(m_at + 2, length - 3) : QByteArrayView();
        const bool isName = close == '}' && !inside.isEmpty() && isNameStart(inside[0])
            && std::all_of(inside.begin(), inside.end(), isNameCharacter);
        readVariable(isName ? inside : QByteArrayView(), length);
    }

    void readTilde()
    {
        const char next = peek(1);
        const bool ends = next == '\0' || next == '/' || next == ' ' || next == '\t' || next == '\n';
        if (!m_inWord && ends && m_variables) {
            if (const auto home = m_variables("HOME")) {
                append(*home, true);
                ++m_at;
                return;
            }
        }
        if (!m_inWord && ends)
            warn(Import::tr("“%1” is for the shell to fill in; it is kept as it stands.")
                     .arg(QLatin1Char('~')));
        append(m_text.sliced(m_at++, 1), false);
    }

    // >FILE, 2>&1, <<<WORD: the word that follows is no argument.
    void readRedirection()
    {
        const bool isDescriptor = m_inWord && m_shape == m_word
            && std::all_of(m_word.begin(), m_word.end(), [](char c) { return c >= '0' && c <= '9'; });
        m_skipWord = m_skipWord || isDescriptor;
        endWord();
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && QByteArrayView("<>&|").contains(peek()))
            ++m_at;
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
        m_skipWord = true;
        warn(Import::tr("The redirection “%1” is left out.")
                 .arg(excerpt(
                     m_text.sliced(begin, std::min<qsizetype>(excerptLimit, m_text.size() - begin)))));
    }

    const QByteArrayView m_text;
    const ShellVariables &m_variables;
    qsizetype m_at = 0;
    QByteArray m_word;
    QByteArray m_shape; // the word with an x for each quoted byte
    bool m_inWord = false;
    bool m_skipWord = false;
    bool m_ended = false;
    ShellWords m_result;
};
}

Shell detectShell(const QString &command)
{
    static const QRegularExpression cmd(
        QStringLiteral("\\^\\r?(?:\\n|$)|\\^\"|[^\\s=:]\"\"[^\\s]|\"\\^\\r?\\n"));
    static const QRegularExpression posix(QStringLiteral("\\\\\\r?\\n|(?:^|\\s)\\$?'"));
    return cmd.match(command).hasMatch() && !posix.match(command).hasMatch() ? Shell::Cmd : Shell::Posix;
}

ShellWords splitCommand(const QString &command, Shell shell, const ShellVariables &variables)
{
    const QByteArray text = command.toUtf8();
    return shell == Shell::Cmd ? splitCmdCommand(text) : PosixSplitter(text, variables).split();
}

QByteArray quotedForPosix(const QByteArray &word)
{
    const auto isSafe = [](char c) { return isNameCharacter(c) || QByteArrayView("-./:@%+,=").contains(c); };
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isSafe))
        return word;
    // Line breaks inside of plain quotes are good for bash; other control characters would not survive a
    // paste.
    const auto isControl = [](char c) { return (quint8(c) < 0x20 && c != '\n') || c == 0x7f; };
    if (std::any_of(word.begin(), word.end(), isControl))
        return ansiQuoted(word);
    return '\'' + QByteArray(word).replace('\'', "'\\''") + '\'';
}

} // namespace weir
