// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "generatedvalue.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <atomic>
#include <memory>

namespace weir {

namespace {
template <typename T> T call(const std::function<T()> &function)
{
    return function ? function() : T();
}

QString uuid(const VariableGenerators &from)
{
    return call(from.uuid);
}

QString seconds(const VariableGenerators &from)
{
    return QString::number(call(from.now) / 1000);
}

QString milliseconds(const VariableGenerators &from)
{
    return QString::number(call(from.now));
}

QString isoTime(const VariableGenerators &from)
{
    return QDateTime::fromMSecsSinceEpoch(call(from.now), Qt::UTC).toString(Qt::ISODateWithMs);
}

QString randomInt(const VariableGenerators &from)
{
    return QString::number(int(call(from.random) * 1001));
}

QString counter(const VariableGenerators &from)
{
    return QString::number(call(from.counter));
}

constexpr std::array values{
    GeneratedValue{"$uuid", QT_TRANSLATE_NOOP("GeneratedValue", "A new UUID at each place."), uuid},
    GeneratedValue{"$guid", QT_TRANSLATE_NOOP("GeneratedValue", "A new UUID at each place."), uuid},
    GeneratedValue{"$timestamp", QT_TRANSLATE_NOOP("GeneratedValue", "The time: seconds since 1970."),
                   seconds},
    GeneratedValue{"$timestampMs", QT_TRANSLATE_NOOP("GeneratedValue", "The time: milliseconds since 1970."),
                   milliseconds},
    GeneratedValue{"$isoTimestamp",
                   QT_TRANSLATE_NOOP("GeneratedValue", "The time in UTC, as 2026-11-24T08:30:00.000Z."),
                   isoTime},
    GeneratedValue{"$randomInt", QT_TRANSLATE_NOOP("GeneratedValue", "A random whole number from 0 to 1000."),
                   randomInt},
    GeneratedValue{"$counter", QT_TRANSLATE_NOOP("GeneratedValue", "Counts on at each place: 1, 2, 3."),
                   counter},
};
}

VariableGenerators VariableGenerators::system()
{
    const auto count = std::make_shared<std::atomic<quint64>>(0);
    return {.uuid = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); },
            .now = [] { return QDateTime::currentMSecsSinceEpoch(); },
            .random = [] { return QRandomGenerator::global()->generateDouble(); },
            .counter = [count] { return quint64(++*count); }};
}

const GeneratedValue *findGeneratedValue(const QString &name)
{
    for (const GeneratedValue &value : values) {
        if (name == QLatin1String(value.name))
            return &value;
    }
    return nullptr;
}

QStringList generatedNames()
{
    QStringList names;
    for (const GeneratedValue &value : values)
        names.append(QLatin1String(value.name));
    return names;
}

} // namespace weir
