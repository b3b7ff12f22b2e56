// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/linesettings.h"

#include "base/error.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace weir {

// The name of an option, or of its value in the help.
QString optionWord(const char *ascii);

// The options of every verb that opens lines: headers, TLS, proxy; with the words of their help.
struct LineOptions
{
    LineOptions();

    QCommandLineOption header;
    QCommandLineOption insecure;
    QCommandLineOption caFile;
    QCommandLineOption certFile;
    QCommandLineOption keyFile;
    QCommandLineOption proxy;

    QList<QCommandLineOption> list() const { return {header, insecure, caFile, certFile, keyFile, proxy}; }
    // What the command line says goes before what the settings hold. Usage, in one sentence.
    Expected<void> read(const QCommandLineParser &parser, LineSettings &settings) const;
};

// The value of an option that takes a whole number; `otherwise` where it is not given.
Expected<qint64> wholeNumber(const QCommandLineParser &parser, const QCommandLineOption &option, qint64 least,
                             qint64 otherwise);
// What follows an option: a text, or the content of a file after “@”.
Expected<QByteArray> textOrFile(const QString &text);

} // namespace weir
