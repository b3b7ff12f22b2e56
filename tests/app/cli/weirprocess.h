// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>

// One run of the built binary.
struct Weir
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QByteArray out;
    QByteArray err;
    int code = -1;

    explicit Weir(const QStringList &arguments = {})
    {
        if (!arguments.isEmpty())
            start(arguments);
    }
    void start(const QStringList &arguments)
    {
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(WEIR_BINARY), arguments);
    }
    ~Weir()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    bool finish()
    {
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(60000))
            return false;
        out += process.readAllStandardOutput();
        err += process.readAllStandardError();
        code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return true;
    }
    bool isRunning() const { return process.state() != QProcess::NotRunning; }
    void interrupt() { ::kill(pid_t(process.processId()), SIGINT); }
    QByteArray readLine()
    {
        while (!process.canReadLine() && process.waitForReadyRead(30000)) { }
        return process.readLine();
    }
};
