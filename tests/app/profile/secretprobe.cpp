// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// secretprobe TIMEOUT write NAME VALUE | read NAME... | remove NAME: one run of a program that uses the
// secret store; says on standard output how it went, and how the store stands afterwards. `also write NAME
// VALUE` reads it again in the same run.

#include "profile/secretstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace weir;

namespace {
void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
}

void leave(const SecretStore &store)
{
    say(QStringLiteral("state %1 %2").arg(int(store.state())).arg(store.sentence()));
    QCoreApplication::quit();
}

void read(SecretStore &store, const QStringList &names)
{
    store.resolve(names, &store, [&store, names](const SecretStore::Answer &answer) {
        for (const QString &name : names) {
            if (answer.values.contains(name))
                say(QStringLiteral("%1=%2").arg(name, answer.values.value(name)));
        }
        for (const Error &error : answer.errors)
            say(QLatin1String("error ") + errorText(error));
        leave(store);
    });
}
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList arguments = app.arguments().mid(1);
    SecretStore store({.timeout = std::chrono::milliseconds(arguments.takeFirst().toInt())});
    const bool readsToo = arguments.constFirst() == QLatin1String("also") && !arguments.takeFirst().isEmpty();
    const QString verb = arguments.takeFirst();
    if (verb == QLatin1String("read")) {
        read(store, arguments);
        return QCoreApplication::exec();
    }
    const QString name = arguments.value(0);
    const auto done = [&](const Expected<void> &result) {
        say(result ? QStringLiteral("done") : QString(QLatin1String("error ") + errorText(result.error())));
        if (readsToo)
            read(store, {name});
        else
            leave(store);
    };
    if (verb == QLatin1String("write"))
        store.write(name, arguments.value(1), &app, done);
    else
        store.remove(name, &app, done);
    return QCoreApplication::exec();
}
