// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include <QCommandLineParser>

#include <array>
#include <cstdio>

namespace weir {

namespace {
struct Verb
{
    const char *name;
    int (*run)(const QStringList &);
};
constexpr std::array verbs{
    Verb{"listen", runListen},     Verb{"call", runCall}, Verb{"export", runExport},
    Verb{"profiles", runProfiles}, Verb{"demo", runDemo},
};

bool asksForHelp(const QString &argument)
{
    return argument == QLatin1String("--help") || argument == QLatin1String("-h");
}

bool asksForVersion(const QString &argument)
{
    return argument == QLatin1String("--version") || argument == QLatin1String("-v");
}

void printHelp()
{
    const std::array<std::pair<QLatin1String, QString>, 12> lines{{
        {QLatin1String("weir"), Cli::tr("open the window")},
        {QLatin1String("weir --demo"), Cli::tr("open the window with the demo running")},
        {QLatin1String("weir FILE.weir"), Cli::tr("open the window on that capture")},
        {QLatin1String("weir --capture FILE [--connect URL]..."),
         Cli::tr("open the window on that capture and connect at once")},
        {QLatin1String("weir listen PROFILE|URL... [options]"),
         Cli::tr("receive Server-Sent Events or speak WebSocket, as NDJSON on standard output")},
        {QLatin1String("weir call URL METHOD [PARAMS] [options]"),
         Cli::tr("call a method of a JSON-RPC server and print the result")},
        {QLatin1String("weir export CAPTURE [options]"), Cli::tr("write a capture as NDJSON")},
        {QLatin1String("weir profiles [options]"), Cli::tr("list the saved profiles")},
        {QLatin1String("weir demo [--port N]"), Cli::tr("run the demo server and print its URLs")},
        {QLatin1String("weir VERB --help"), Cli::tr("what a verb takes")},
        {QLatin1String("weir --help"), Cli::tr("this text")},
        {QLatin1String("weir --version"), Cli::tr("the version")},
    }};
    QString text = Cli::tr("Weir: a native workbench for event streams.") + QLatin1String("\n\n");
    for (const auto &[usage, meaning] : lines)
        text += QStringLiteral("  %1  %2\n").arg(usage, -40).arg(meaning);
    text += QLatin1Char('\n')
        + Cli::tr("Exit code: 0 done, 1 the connection failed for good, 2 wrong usage, 3 an error of "
                  "the server (call).\n"
                  "Data go to standard output, diagnostics to standard error.")
        + QLatin1Char('\n');
    Cli::print(text);
}
}

bool Cli::wants(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    return !first.startsWith(QLatin1Char('-')) || asksForHelp(first) || asksForVersion(first);
}

int Cli::run(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (asksForHelp(first)) {
        printHelp();
        return Done;
    }
    if (asksForVersion(first)) {
        print(QStringLiteral("weir " WEIR_VERSION "\n"));
        return Done;
    }
    for (const Verb &verb : verbs) {
        if (first == QLatin1String(verb.name))
            return verb.run(arguments.mid(1));
    }
    return usageError(tr("“%1” is not a verb of Weir; “weir --help” lists them.").arg(first));
}

std::optional<int> Cli::parse(QCommandLineParser &parser, const QString &verb, const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, tr("Show this text."));
    parser.addOption(help);
    // the parser names the program by the first argument
    if (!parser.parse(QStringList{QLatin1String("weir ") + verb} + arguments)) {
        QString sentence = parser.errorText();
        if (!sentence.endsWith(QLatin1Char('.')))
            sentence += QLatin1Char('.');
        return usageError(sentence);
    }
    if (parser.isSet(help)) {
        QString text = parser.helpText();
        // QCommandLineParser takes the name from the application, which knows no verbs
        const qsizetype end = text.indexOf(QLatin1Char('\n'));
        const qsizetype options = text.indexOf(QLatin1String(" ["));
        if (options >= 0 && options < end)
            text.replace(0, options, tr("Usage: %1").arg(QLatin1String("weir ") + verb));
        print(text);
        return Done;
    }
    return std::nullopt;
}

int Cli::usageError(const Error &error)
{
    return usageError(errorText(error));
}

int Cli::usageError(const QString &sentence)
{
    printError(sentence);
    return WrongUsage;
}

void Cli::printError(const QString &line)
{
    const QByteArray bytes = QString(QLatin1String("weir: ") + harmless(line) + QLatin1Char('\n')).toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

QString Cli::harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

void Cli::print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace weir
