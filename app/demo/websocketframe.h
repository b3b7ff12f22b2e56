// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace weir {

// RFC 6455 5.2
enum class WebSocketOpcode : quint8 {
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

// How a frame is written; the defaults are what a server should do.
struct WebSocketFraming
{
    bool final = true;
    bool masked = false;
    quint8 reserved = 0; // the bits RSV1 to RSV3
};
QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload, WebSocketFraming framing = {});
// The payload of a close frame; the reason is cut between characters to what a control frame can hold.
QByteArray closePayload(quint16 code, QByteArrayView reason);

struct WebSocketMessage
{
    WebSocketOpcode opcode = WebSocketOpcode::Text; // never a continuation
    QByteArray payload;
};

// What a server reads: RFC 6455 without extensions. A push parser; after an error it stays silent.
class WebSocketReader final
{
public:
    enum class Error { None, Protocol, NotUtf8, TooBig };
    static constexpr qint64 messageLimit = 64 * 1024 * 1024;

    void feed(QByteArrayView bytes) { m_buffer.append(bytes); }
    // The next whole message or control frame; nothing where it has not come yet, or after an error.
    std::optional<WebSocketMessage> next();
    Error error() const { return m_error; }

private:
    struct Header
    {
        quint8 first = 0;
        qsizetype size = 0; // of the header itself
        qint64 length = 0; // of the payload
    };
    std::optional<Header> header();
    std::optional<WebSocketMessage> joined(quint8 first, QByteArray payload);
    void fail(Error error);

    QByteArray m_buffer;
    WebSocketMessage m_message; // the fragments so far
    bool m_fragmented = false;
    Error m_error = Error::None;
};

} // namespace weir
