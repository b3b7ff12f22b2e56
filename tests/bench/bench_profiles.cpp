// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_profiles [PROFILES]: a folder of profiles (1000): the time until the store has them all, beside
// QJsonDocument that parses the same files, and of a search through them. Files are warm; medians of several
// runs.

#include "measure.h"

#include "profile/profilesearch.h"
#include "profile/profilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace weir;

namespace {
constexpr int runs = 7;

Profile profile(int number)
{
    Profile profile;
    profile.name = QStringLiteral("Market feed %1").arg(number);
    profile.folder = QStringLiteral("Team %1/Staging").arg(number % 20);
    profile.url = QStringLiteral("https://{{host}}/v1/feeds/%1?symbol=AAPL").arg(number);
    profile.notes = QStringLiteral("Ask the market team for a token, it is good for a month.\n").repeated(5);
    profile.auth.type = ProfileAuth::Type::Bearer;
    profile.auth.token = QStringLiteral("{{secret.MARKET}}");
    for (int i = 0; i < 8; ++i)
        profile.headers.append(
            {QStringLiteral("X-Header-%1").arg(i), QStringLiteral("value %1").arg(number), true, {}});
    return profile;
}

void write(const QString &folder, int count)
{
    for (int i = 0; i < count; ++i) {
        QFile file(folder + QStringLiteral("/Market feed %1.json").arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(writeProfile(profile(i))) < 0)
            std::exit(1);
    }
}

void open(ProfileStore &store, const QString &folder)
{
    QEventLoop loop;
    QObject::connect(&store, &ProfileStore::loaded, &loop, &QEventLoop::quit);
    store.open(folder);
    loop.exec();
}

qsizetype parseAll(const QString &folder)
{
    qsizetype parsed = 0;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        parsed += file.open(QIODevice::ReadOnly) && QJsonDocument::fromJson(file.readAll()).isObject();
    }
    return parsed;
}

void print(const char *what, const Cost &cost, const char *more)
{
    std::printf("%-24s %8.2f ms, cpu %8.2f ms   %s\n", what, cost.wall * 1000, cost.cpu * 1000, more);
}
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
    const QTemporaryDir dir;
    write(dir.path(), count);

    const Cost load = medianCost(runs, [&] {
        ProfileStore store;
        open(store, dir.path());
        if (store.profiles().size() != size_t(count))
            std::exit(1);
    });
    print("load and watch", load, "aim 300 ms");
    const Cost peer = medianCost(runs, [&] {
        if (parseAll(dir.path()) != count)
            std::exit(1);
    });
    print("QJsonDocument, parse only", peer, "");
    std::printf("%-24s %8.2f\n", "ratio", load.wall / peer.wall);

    ProfileStore store;
    open(store, dir.path());
    for (const char *needle : {"feed 77", "month", "nothing has this"}) {
        qsizetype found = 0;
        const Cost search = medianCost(runs, [&] {
            found = 0;
            for (const auto &[id, entry] : store.profiles())
                found += matches(entry.value, QString::fromLatin1(needle));
        });
        print("search", search, "aim 16 ms");
        std::printf("  \"%s\": %lld of %d\n", needle, static_cast<long long>(found), count);
    }
    return 0;
}
