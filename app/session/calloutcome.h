// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

namespace weir {

constexpr qsizetype outcomeLimit = 240; // bytes of Call::outcome

// Call::outcome out of the row that ended the call. Of a large answer only the beginning is looked at.
QByteArray callOutcome(const EventView &row);

// An answer taken apart. Where neither of the two is there, the payload is no answer.
struct AnswerParts
{
    QByteArrayView result; // raw JSON in the payload
    QByteArrayView error; // the same

    bool isEmpty() const { return result.isEmpty() && error.isEmpty(); }
};
AnswerParts answerParts(QByteArrayView payload);
// What an answer is about: its result, or its error; all of it where it has neither, as a batch.
QByteArray answerPart(const QByteArray &payload);

} // namespace weir
