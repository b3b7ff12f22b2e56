// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "variables.h"

#include "base/error.h"
#include "base/secretmask.h"

namespace weir {

// What goes over the line.
struct OutgoingPayload
{
    Kind kind = Kind::WsText; // or WsBinary
    QByteArray payload;
    Secrets secrets; // that stand in it

    bool operator==(const OutgoingPayload &) const = default;
};

// Fills in the variables, generated ones anew, and turns the text into bytes: UTF-8, or those that
// hexadecimal digits or base64 stand for. A variable without a value is ProfileIncomplete; what cannot be
// read is MessageInvalid, with its line and column.
Expected<OutgoingPayload> messageFrom(const QString &text, MessageFormat format, const Variables &variables);

// Two digits a byte; blanks, line breaks and commas between bytes, and 0x before them.
Expected<QByteArray> bytesFromHex(QStringView text);
// RFC 4648, section 4 or 5 (“-” and “_”); blanks and line breaks anywhere, the padding may be left out.
Expected<QByteArray> bytesFromBase64(QStringView text);

// A whole file, of messageFileLimit at most. Waits for the disk: not for the GUI thread.
constexpr qint64 messageFileLimit = 64 * 1024 * 1024;
Expected<QByteArray> bytesFromFile(const QString &path);

// Bytes as they can be edited: “48 65 6c”, sixteen a line.
QString hexText(const QByteArray &bytes);

// Everything of a profile that is sent later, if at all: its templates, its calls, and its answers.
QList<MessageTemplate> laterMessages(const Profile &profile);
// What such messages could tell: secrets in them, as far as all else has a value.
Secrets templateSecrets(const QList<MessageTemplate> &templates, VariableSources sources);

} // namespace weir
