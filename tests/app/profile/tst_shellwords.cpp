// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/shellwords.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace weir;

namespace {
// Lines that a shell reads as one command without expansions.
class LineMaker final
{
public:
    explicit LineMaker(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray line()
    {
        QByteArray text;
        for (int i = m_random.bounded(14); i >= 0; --i)
            text += piece();
        if (m_random.bounded(12) == 0)
            text += " # comment 'with\" `$( a quote";
        return text;
    }

    QByteArray bytes()
    {
        QByteArray text;
        for (int i = m_random.bounded(20); i > 0; --i)
            text += m_random.bounded(3) == 0 ? char(1 + m_random.bounded(127))
                                             : one("aZ0 '\"\\$`!\n\t~#*&;|<>(){}");
        return text;
    }

private:
    char one(const char *from) { return from[m_random.bounded(int(qstrlen(from)))]; }

    QByteArray some(const char *from)
    {
        QByteArray text;
        for (int i = m_random.bounded(6); i > 0; --i)
            text += one(from);
        return text;
    }

    QByteArray piece()
    {
        switch (m_random.bounded(10)) {
        case 0:
            return m_random.bounded(4) == 0 ? "$ " : " ";
        case 1:
            return "\t ";
        case 2:
            return '\\' + QByteArray(1, one("ab \\'\"$`;&|<>(){}#~*?[]!^=\t"));
        case 3:
            return '\'' + some("ab \\\"$`;&|#~*{}()\n\t") + "é" + some("x\\") + '\'';
        case 4:
            return '"' + doubleQuoted() + '"';
        case 5:
            return "$'" + ansi() + '\'';
        case 6:
            return "$\"" + doubleQuoted() + '"';
        case 7:
            return "\\\n";
        default:
            return some("abcXYZ019-_=+.,:/@%^!]}") + (m_random.bounded(8) == 0 ? "中#" : "x");
        }
    }

    QByteArray doubleQuoted()
    {
        QByteArray text;
        for (int i = m_random.bounded(6); i > 0; --i) {
            switch (m_random.bounded(4)) {
            case 0:
                text += '\\' + QByteArray(1, one("ab\\\"$`\n'!n0"));
                break;
            case 1:
                text += "$ ";
                break;
            default:
                text += one("ab ';&|#~*(){}\n\t!");
            }
        }
        return text;
    }

    QByteArray ansi()
    {
        QByteArray text;
        for (int i = m_random.bounded(7); i > 0; --i) {
            switch (m_random.bounded(9)) {
            case 0:
                text += '\\' + QByteArray(1, one("abeEfnrtv\\'\"?zq9% "));
                break;
            case 1:
                text += '\\' + QByteArray(1, one("1234567")) + some("0178");
                break;
            case 2:
                text += "\\x" + some("19aFg{}");
                break;
            case 3:
                text += "\\u" + some("19aF");
                break;
            case 4:
                text += "\\U" + QByteArray(m_random.bounded(2) ? "0001f" : "00") + some("0123456789ab");
                break;
            case 5:
                text += "\\c" + QByteArray(1, one("aZ?@[m1"));
                break;
            case 6:
                text += m_random.bounded(6) == 0 ? "\\0" : "\\101";
                break;
            default:
                text += one("ab \"$`;&|#~\n\t");
            }
        }
        return text;
    }

    QRandomGenerator m_random;
};

// What bash hands to a command, for each line.
QList<QByteArrayList> askBash(const QByteArrayList &lines)
{
    QByteArray script = "set -f +B\np() { printf '%s\\0' \"$#\" \"$@\"; }\n";
    for (const QByteArray &line : lines)
        script += "p " + line + '\n';
    QProcess bash;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    bash.setProcessEnvironment(environment);
    bash.start(QStringLiteral("bash"), {QStringLiteral("--norc")});
    bash.write(script);
    bash.closeWriteChannel();
    if (!bash.waitForFinished(60000))
        return {};
    if (const QByteArray complaints = bash.readAllStandardError(); !complaints.isEmpty())
        qWarning("%s", complaints.constData());
    QByteArrayList values = bash.readAllStandardOutput().split('\0');
    QList<QByteArrayList> result;
    for (qsizetype at = 0; at + 1 < values.size();) {
        const qsizetype count = values[at].toInt();
        result.append(values.mid(at + 1, count));
        at += 1 + count;
    }
    return result;
}

bool hasBash()
{
    return !QStandardPaths::findExecutable(QStringLiteral("bash")).isEmpty();
}
}

class TestShellWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAsBashDoes()
    {
        if (!hasBash())
            QSKIP("bash is not installed");
        LineMaker maker(20261124);
        QByteArrayList lines;
        while (lines.size() < 4000) {
            const QByteArray line = maker.line();
            // A pair of surrogates is where we differ on purpose.
            if (!line.toLower().contains("\\ud"))
                lines.append(line);
        }
        const auto expected = askBash(lines);
        QCOMPARE(expected.size(), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const ShellWords split = splitCommand(QString::fromUtf8("p " + lines[i]), Shell::Posix);
            if (split.words.mid(1) != expected[i])
                qWarning("%s", lines[i].constData());
            QCOMPARE(split.words.mid(1), expected[i]);
        }
    }

    void bashReadsBackWhatWasQuoted()
    {
        if (!hasBash())
            QSKIP("bash is not installed");
        LineMaker maker(7);
        QByteArrayList words;
        QByteArrayList lines;
        for (int i = 0; i < 2000; ++i) {
            words.append(maker.bytes());
            lines.append(quotedForPosix(words.constLast()));
            const ShellWords own = splitCommand(QString::fromUtf8(lines.constLast()), Shell::Posix);
            QCOMPARE(own.words, QByteArrayList{words.constLast()});
            QVERIFY(own.warnings.isEmpty());
        }
        const auto read = askBash(lines);
        QCOMPARE(read.size(), words.size());
        for (qsizetype i = 0; i < words.size(); ++i)
            QCOMPARE(read[i], QByteArrayList{words[i]});
    }

    void words_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<int>("warnings");
        const auto row = [](const char *name, const char *line, const QByteArrayList &words, int warnings) {
            QTest::newRow(name) << QString::fromUtf8(line) << words << warnings;
        };
        row("nothing", "  \n ", {}, 0);
        row("a pair of surrogates", "$'\\ud83d\\ude00'", {"😀"}, 0);
        row("continued by CR LF", "a \\\r\n b\r\n", {"a", "b"}, 0);
        row("variables", "a $B \"${C}\" '$D' \\$E", {"a", "$B", "${C}", "$D", "$E"}, 2);
        row("a command", "a $(date '+)') `x` $((1+2))", {"a", "$(date '+)')", "`x`", "$((1+2))"}, 3);
        row("a pipe", "a b | jq .", {"a", "b"}, 1);
        row("an ampersand", "a http://h/?x=1&y=2", {"a", "http://h/?x=1"}, 1);
        row("a semicolon at the end", "a b;", {"a", "b"}, 0);
        row("the next line", "a b\nc d", {"a", "b"}, 1);
        row("a comment", "a b # c", {"a", "b"}, 0);
        row("no comment", "a b#c", {"a", "b#c"}, 0);
        row("redirections", "a >out 2>&1 b 2> /dev/null c", {"a", "b", "c"}, 3);
        row("a digit is no descriptor", "a2>x", {"a2"}, 1);
        row("braces", "a {b,c} '{b,c}'", {"a", "{b,c}", "{b,c}"}, 1);
        row("a home", "a ~/b c~", {"a", "~/b", "c~"}, 1);
        row("an open quote", "a 'b c", {"a", "b c"}, 1);
        row("an open double quote", "a \"b c\\", {"a", "b c\\"}, 1);
        row("an open ANSI quote", "a $'b c\\", {"a", "b c\\"}, 1);
        row("a lone dollar", "a $ $. \"$\"", {"a", "$", "$.", "$"}, 0);
    }

    void words()
    {
        QFETCH(QString, line);
        QFETCH(QByteArrayList, words);
        QFETCH(int, warnings);
        const ShellWords split = splitCommand(line, Shell::Posix);
        QCOMPARE(split.words, words);
        QCOMPARE(split.warnings.size(), warnings);
    }

    void variablesAreAskedFor()
    {
        const auto ask = [](const QByteArray &name) {
            return name == "NO" ? std::nullopt : std::optional<QByteArray>('<' + name + '>');
        };
        const ShellWords split =
            splitCommand(QStringLiteral("$A \"b${C_1}\" '$D' $NO ~/e"), Shell::Posix, ask);
        QCOMPARE(split.words, (QByteArrayList{"<A>", "b<C_1>", "$D", "$NO", "<HOME>/e"}));
        QCOMPARE(split.warnings.size(), 1);
    }

    void cmdWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArrayList>("words");
        QTest::addColumn<int>("warnings");
        const auto row = [](const char *name, const char *line, const QByteArrayList &words, int warnings) {
            QTest::newRow(name) << QString::fromUtf8(line) << words << warnings;
        };
        row("carets everywhere", "curl ^\"https://h/?a=1^&b=2^\" ^\r\n  -H ^\"x: \\^\"y\\^\"^\"",
            {"curl", "https://h/?a=1&b=2", "-H", "x: \"y\""}, 0);
        row("backslash and quote", "curl --data-raw \"{\\\"a\\\":\\\"b c\\\"}\"",
            {"curl", "--data-raw", "{\"a\":\"b c\"}"}, 0);
        row("two quotes", "curl -d \"{\"\"a\"\":1}\" x", {"curl", "-d", "{\"a\":1}", "x"}, 0);
        row("backslashes", "curl \"C:\\a b\\\\\" \\\\host\\x", {"curl", "C:\\a b\\", "\\\\host\\x"}, 0);
        row("a line break", "curl -d ^\"a^\n\nb^\"", {"curl", "-d", "a\nb"}, 0);
        row("a caret in quotes", "curl \"a^b\" a^^b", {"curl", "a^b", "a^b"}, 0);
        row("the end", "curl a & dir", {"curl", "a"}, 1);
        row("a variable", "curl %USERNAME% %20x%20 %C3%A4", {"curl", "%USERNAME%", "%20x%20", "%C3%A4"}, 1);
        row("an empty word", "curl \"\" a", {"curl", "", "a"}, 0);
        row("an open quote", "curl \"a b", {"curl", "a b"}, 1);
    }

    void cmdWords()
    {
        QFETCH(QString, line);
        QFETCH(QByteArrayList, words);
        QFETCH(int, warnings);
        const ShellWords split = splitCommand(line, Shell::Cmd);
        QCOMPARE(split.words, words);
        QCOMPARE(split.warnings.size(), warnings);
    }

    void theShellIsToldByItsQuoting()
    {
        QCOMPARE(detectShell(QStringLiteral("curl 'http://h' \\\n -H 'a: b'")), Shell::Posix);
        QCOMPARE(detectShell(QStringLiteral("curl http://h")), Shell::Posix);
        QCOMPARE(detectShell(QStringLiteral("curl \"http://h\" --data \"\"")), Shell::Posix);
        QCOMPARE(detectShell(QStringLiteral("curl -d $'a^\n' http://h")), Shell::Posix);
        QCOMPARE(detectShell(QStringLiteral("curl \"http://h\" ^\r\n  -H \"a: b\"")), Shell::Cmd);
        QCOMPARE(detectShell(QStringLiteral("curl ^\"http://h^\"")), Shell::Cmd);
        QCOMPARE(detectShell(QStringLiteral("curl \"http://h\" -d \"{\"\"a\"\":1}\"")), Shell::Cmd);
    }
};

WEIR_TEST(runPlainTest<TestShellWords>)
#include "tst_shellwords.moc"
