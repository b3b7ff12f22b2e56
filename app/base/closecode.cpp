// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "closecode.h"

namespace weir {

QString closeCodeName(int code)
{
    switch (code) {
    case 1000:
        return QStringLiteral("Normal Closure");
    case 1001:
        return QStringLiteral("Going Away");
    case 1002:
        return QStringLiteral("Protocol Error");
    case 1003:
        return QStringLiteral("Unsupported Data");
    case 1005:
        return QStringLiteral("No Status Received");
    case 1006:
        return QStringLiteral("Abnormal Closure");
    case 1007:
        return QStringLiteral("Invalid Frame Payload Data");
    case 1008:
        return QStringLiteral("Policy Violation");
    case 1009:
        return QStringLiteral("Message Too Big");
    case 1010:
        return QStringLiteral("Mandatory Extension");
    case 1011:
        return QStringLiteral("Internal Error");
    case 1012:
        return QStringLiteral("Service Restart");
    case 1013:
        return QStringLiteral("Try Again Later");
    case 1014:
        return QStringLiteral("Bad Gateway");
    case 1015:
        return QStringLiteral("TLS Handshake");
    default:
        return {}; // 1004 is reserved and has no name
    }
}

QString closeCodeText(int code)
{
    const QString name = closeCodeName(code);
    return name.isEmpty() ? QString::number(code) : QString::number(code) + QLatin1Char(' ') + name;
}

bool isFinalClose(int code)
{
    switch (code) {
    case CloseProtocolError:
    case 1003: // Unsupported Data
    case CloseInvalidPayload:
    case 1008: // Policy Violation
    case CloseMessageTooBig:
    case 1010: // Mandatory Ext.
    case 1015: // TLS Handshake
        return true;
    default:
        return false;
    }
}

} // namespace weir
