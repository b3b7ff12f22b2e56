// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace weir {

// What a bot does about what a person said.
struct BotAnswer
{
    enum Kind { Text, Binary, Ping, Close };
    Kind kind = Text;
    QByteArray payload; // of Close: the reason
    quint16 code = 0; // of Close
};

QList<QByteArray> botNames();
// `{"from":"...","text":"..."}`
QByteArray botSays(const QByteArray &from, const QString &text);
// Follows from what was said alone; the first keyword that it holds counts.
QList<BotAnswer> botAnswers(const QString &said);
// What the bots say unasked; goes round, save for its number.
QByteArray botChatter(quint64 number);
// A PNG image of about four kilobytes.
QByteArray botPicture();

} // namespace weir
