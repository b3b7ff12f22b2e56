// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonfaulttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

namespace {
struct FaultWords
{
    Q_DECLARE_TR_FUNCTIONS(JsonFault)
};

qsizetype sizeOfCharacter(char lead)
{
    const auto byte = uchar(lead);
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

QString reasonText(const JsonFault &fault, QByteArrayView json)
{
    switch (fault.reason) {
    case JsonFault::Truncated:
        return FaultWords::tr("the JSON ends too early.");
    case JsonFault::Unexpected:
    case JsonFault::TrailingText: {
        const QByteArrayView rest = json.sliced(std::min(fault.offset, json.size()));
        const qsizetype size = rest.isEmpty() ? 0 : std::min(sizeOfCharacter(rest[0]), rest.size());
        const QString character = QString::fromUtf8(rest.first(size));
        return fault.reason == JsonFault::Unexpected
            ? FaultWords::tr("“%1” cannot stand here.").arg(character)
            : FaultWords::tr("“%1” follows the end of the JSON.").arg(character);
    }
    case JsonFault::BadNumber:
        return FaultWords::tr("this is not a number as JSON has it.");
    case JsonFault::BadEscape:
        return FaultWords::tr("this is not an escape that JSON knows.");
    case JsonFault::ControlCharacter:
        return FaultWords::tr("a string holds a line break or another control character.");
    case JsonFault::NotUtf8:
        return FaultWords::tr("this is not UTF-8.");
    case JsonFault::TooDeep:
        return FaultWords::tr("more than %1 levels stand in each other.").arg(jsonDepthLimit);
    case JsonFault::TooLarge:
        return FaultWords::tr("formatted it would be too large.");
    }
    return {};
}
}

QString jsonFaultText(const JsonFault &fault, QByteArrayView json)
{
    const QByteArrayView before = json.first(std::min(fault.offset, json.size()));
    const qsizetype line = std::count(before.begin(), before.end(), '\n');
    const QByteArrayView inLine = before.sliced(before.lastIndexOf('\n') + 1);
    const qsizetype column = QString::fromUtf8(inLine).size();
    return FaultWords::tr("Line %1, column %2: %3")
        .arg(line + 1)
        .arg(column + 1)
        .arg(reasonText(fault, json));
}

} // namespace weir
