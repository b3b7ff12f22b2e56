// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "websocketsettings.h"

#include "base/error.h"

#include <optional>

namespace weir {

// What is wrong with these settings, before anything starts: the URL (ws, wss), headers, subprotocols, files
// of TLS, proxy.
Expected<void> validateSettings(const WebSocketSettings &settings);

// Those of the settings and of a header Sec-WebSocket-Protocol.
QStringList offeredSubprotocols(const WebSocketSettings &settings);

// The opening handshake (RFC 6455 4.1) as far as it is ours: what QWebSocket adds by itself is not in
// `headers`.
struct HandshakeRequest
{
    QUrl url; // without user info and fragment, with a path
    HttpHeaders headers;

    // All of it in the form of requestText(), the key left out, which QWebSocket makes and keeps to itself.
    QByteArray text(const QStringList &subprotocols, bool *masked) const;
};
HandshakeRequest handshakeFor(const WebSocketSettings &settings);

// The answer to it.
struct HandshakeAnswer
{
    int status = 0; // 0: this is no HTTP
    QByteArray statusLine;
    HttpHeaders headers;

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    QByteArray text(bool *masked) const;
};
HandshakeAnswer parseAnswer(const QByteArray &head);

// Why an answer opens no line: its status and what its body says, or what is missing in a 101.
Error handshakeError(const HandshakeAnswer &answer, const QByteArray &head, const QByteArray &body,
                     const QStringList &offered);
// A subprotocol that was not offered (RFC 6455 4.1); nothing: it was, or there is none.
std::optional<Error> subprotocolError(const HandshakeAnswer &answer, const QStringList &offered);

} // namespace weir
