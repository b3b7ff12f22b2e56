// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QCoreApplication>
#include <QStringList>

class QCommandLineParser;

namespace weir {

// The headless verbs. Needs a QCoreApplication and no display.
class Cli final
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, RpcFailed = 3 };

    // Whether these arguments (without the program's name) ask for a verb, for help or for the version, and
    // not for the window.
    static bool wants(const QStringList &arguments);
    // Runs what they ask for; returns the exit code.
    static int run(const QStringList &arguments);

    // For verbs: parses the arguments that follow `verb`; an exit code where there is nothing more to do.
    static std::optional<int> parse(QCommandLineParser &parser, const QString &verb,
                                    const QStringList &arguments);
    // Says on stderr, in one sentence, what is wrong with the usage.
    static int usageError(const Error &error);
    static int usageError(const QString &sentence);
    static void printError(const QString &line); // made harmless
    // What others wrote must not steer the terminal.
    static QString harmless(QString text);
    static void print(const QString &text);
};

int runCall(const QStringList &arguments);
int runListen(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runProfiles(const QStringList &arguments);
int runDemo(const QStringList &arguments);

} // namespace weir
