// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"

#include "log/capturereader.h"
#include "log/exportjob.h"

#include <QCommandLineParser>

namespace weir {

int runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Writes every event of a capture as one line of NDJSON. The capture is only read, also while "
                "it is being recorded."));
    parser.addPositionalArgument(QStringLiteral("CAPTURE"), Cli::tr("The capture file (.weir)."));
    const QCommandLineOption format(QStringLiteral("format"), Cli::tr("The format: ndjson."),
                                    QStringLiteral("FORMAT"), QStringLiteral("ndjson"));
    QCommandLineOption filter(QStringLiteral("filter"), {}, QStringLiteral("EXPR"));
    filter.setFlags(QCommandLineOption::HiddenFromHelp);
    const QCommandLineOption output(
        QStringList{QStringLiteral("o"), QStringLiteral("output")},
        Cli::tr("Write to FILE, whole or not at all; to standard output without it."),
        QStringLiteral("FILE"));
    parser.addOptions({format, filter, output});
    if (const auto code = Cli::parse(parser, QStringLiteral("export"), arguments))
        return *code;
    if (parser.isSet(filter))
        return Cli::usageError(Cli::tr("Filters are not available in this version."));
    if (parser.value(format) != QLatin1String("ndjson"))
        return Cli::usageError(Cli::tr("The format “%1” is not available in this version; use ndjson.")
                                   .arg(parser.value(format)));
    const QStringList files = parser.positionalArguments();
    if (files.size() != 1)
        return Cli::usageError(Cli::tr("“weir export” takes one capture file."));

    const auto reader = CaptureReader::open(files.first());
    if (!reader)
        return Cli::usageError(reader.error());
    const auto exported = exportNdjson(**reader, {}, parser.value(output));
    if (!exported) {
        Cli::printError(errorText(exported.error()));
        return Cli::Failed;
    }
    return Cli::Done;
}

} // namespace weir
