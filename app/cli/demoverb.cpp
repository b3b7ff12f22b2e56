// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"
#include "interrupt.h"

#include "demo/demoserver.h"

#include <QCommandLineParser>

namespace weir {

int runDemo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Runs the demo server on 127.0.0.1, prints its URLs, one per line, and serves until it is "
                "interrupted: feeds to look at, and peers that misbehave on purpose."));
    const QCommandLineOption port(QStringLiteral("port"),
                                  Cli::tr("Listen on this port; any free one without it."),
                                  QStringLiteral("N"));
    parser.addOption(port);
    if (const auto code = Cli::parse(parser, QStringLiteral("demo"), arguments))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return Cli::usageError(
            Cli::tr("“weir demo” takes no argument “%1”.").arg(parser.positionalArguments().first()));
    bool ok = true;
    const quint16 number = parser.isSet(port) ? parser.value(port).toUShort(&ok) : quint16(0);
    if (!ok)
        return Cli::usageError(Cli::tr("“%1” is not a port number.").arg(parser.value(port)));

    Interrupt interrupt;
    DemoServer server;
    if (const auto listening = server.listen(number); !listening) {
        Cli::printError(errorText(listening.error()));
        return Cli::Failed;
    }
    QObject::connect(&interrupt, &Interrupt::requested, qApp, &QCoreApplication::quit);
    QString text;
    for (const QUrl &url : server.urls())
        text += url.toString(QUrl::FullyEncoded) + QLatin1Char('\n');
    Cli::print(text);
    return QCoreApplication::exec();
}

} // namespace weir
