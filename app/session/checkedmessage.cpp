// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkedmessage.h"

#include "base/jsonfaulttext.h"

namespace weir {

namespace {
struct CheckedWords
{
    Q_DECLARE_TR_FUNCTIONS(CheckedMessage)
};
}

Expected<OutgoingPayload> checkedMessage(const QString &text, MessageFormat format,
                                         const Variables &variables)
{
    auto message = messageFrom(text, format, variables);
    if (!message || format != MessageFormat::Json)
        return message;
    if (const auto formatted = formatJson(message->payload); !formatted)
        return failure(ErrorCode::MessageInvalid,
                       CheckedWords::tr("%1 To send it nevertheless, choose Text.")
                           .arg(jsonFaultText(formatted.error(), message->payload)));
    return message;
}

} // namespace weir
