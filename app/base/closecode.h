// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace weir {

// RFC 6455 7.4.1. The last two are never on the wire: they stand for a close frame without a status, and for
// a line that ended without a close frame.
enum CloseCode {
    CloseNormal = 1000,
    CloseGoingAway = 1001,
    CloseProtocolError = 1002,
    CloseInvalidPayload = 1007,
    CloseMessageTooBig = 1009,
    CloseNoStatus = 1005,
    CloseAbnormal = 1006,
};
constexpr qsizetype closeReasonLimit = 123; // bytes, RFC 6455 5.5

// "Service Restart" of 1012: the names of RFC 6455 7.4.1 and of IANA's registry "WebSocket Close Code
// Number", which are not translated. Empty where a code has none, as those of applications.
QString closeCodeName(int code);
// "1012 Service Restart".
QString closeCodeText(int code);
// Whether a client may send it: RFC 6455 7.4.2, and what browsers allow.
constexpr bool isOwnCloseCode(int code)
{
    return code == CloseNormal || (code >= 3000 && code <= 4999);
}
// A line that was closed so is done, whoever did it: a next attempt would end alike.
bool isFinalClose(int code);

} // namespace weir
