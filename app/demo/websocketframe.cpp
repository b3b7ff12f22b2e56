// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "websocketframe.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr quint8 finalBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 opcodeBits = 0x0f;
constexpr quint8 controlBit = 0x08;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr qsizetype maskSize = 4;
constexpr qsizetype controlLimit = 125; // RFC 6455 5.5

void applyMask(QByteArray &payload, const char *mask)
{
    char *bytes = payload.data();
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[i & (maskSize - 1)]);
}

void appendLength(QByteArray &out, qsizetype length, quint8 mask)
{
    char wide[8];
    if (length < 126) {
        out.append(char(mask | quint8(length)));
    } else if (length <= 0xffff) {
        qToBigEndian(quint16(length), wide);
        out.append(char(mask | 126)).append(wide, 2);
    } else {
        qToBigEndian(quint64(length), wide);
        out.append(char(mask | 127)).append(wide, 8);
    }
}

bool known(quint8 opcode)
{
    return opcode <= quint8(WebSocketOpcode::Binary)
        || (opcode >= quint8(WebSocketOpcode::Close) && opcode <= quint8(WebSocketOpcode::Pong));
}
}

QByteArray webSocketFrame(WebSocketOpcode opcode, QByteArrayView payload, WebSocketFraming framing)
{
    static constexpr char mask[maskSize] = {0x37, char(0xfa), 0x21, 0x3d};
    QByteArray out;
    out.reserve(payload.size() + 14);
    out.append(char((framing.final ? finalBit : 0) | framing.reserved << 4 | quint8(opcode)));
    appendLength(out, payload.size(), framing.masked ? maskBit : 0);
    if (!framing.masked)
        return out.append(payload);
    QByteArray hidden = payload.toByteArray();
    applyMask(hidden, mask);
    return out.append(mask, maskSize).append(hidden);
}

QByteArray closePayload(quint16 code, QByteArrayView reason)
{
    qsizetype size = std::min(reason.size(), controlLimit - 2);
    const auto insideCharacter = [&] { return (quint8(reason[size]) & 0xc0) == 0x80; };
    while (size > 0 && size < reason.size() && insideCharacter())
        --size;
    char status[2];
    qToBigEndian(code, status);
    return QByteArray(status, 2).append(reason.first(size));
}

std::optional<WebSocketMessage> WebSocketReader::next()
{
    while (m_error == Error::None) {
        const std::optional<Header> head = header();
        if (!head || m_buffer.size() - head->size < head->length)
            return {};
        QByteArray payload = m_buffer.mid(head->size, qsizetype(head->length));
        applyMask(payload, m_buffer.constData() + head->size - maskSize);
        m_buffer.remove(0, head->size + qsizetype(head->length));
        if (auto message = joined(head->first, std::move(payload)))
            return message;
    }
    return {};
}

std::optional<WebSocketReader::Header> WebSocketReader::header()
{
    if (m_buffer.size() < 2)
        return {};
    const auto second = quint8(m_buffer[1]);
    Header head{.first = quint8(m_buffer[0]), .size = 2 + maskSize, .length = second & lengthBits};
    const quint8 opcode = head.first & opcodeBits;
    // RFC 6455 5.1, 5.2, 5.5: a client masks; no extension was agreed on; control frames are whole and short
    const bool control = opcode & controlBit;
    if (!(second & maskBit) || (head.first & reservedBits) || !known(opcode)
        || (control && (!(head.first & finalBit) || head.length > controlLimit))) {
        fail(Error::Protocol);
        return {};
    }
    const qsizetype extended = head.length == 126 ? 2 : head.length == 127 ? 8 : 0;
    head.size += extended;
    if (m_buffer.size() < head.size)
        return {};
    if (extended == 2)
        head.length = qFromBigEndian<quint16>(m_buffer.constData() + 2);
    else if (extended == 8)
        head.length = qFromBigEndian<qint64>(m_buffer.constData() + 2);
    if (head.length < 0 || head.length > messageLimit - m_message.payload.size()) {
        fail(head.length < 0 ? Error::Protocol : Error::TooBig);
        return {};
    }
    return head;
}

// RFC 6455 5.4
std::optional<WebSocketMessage> WebSocketReader::joined(quint8 first, QByteArray payload)
{
    const auto opcode = WebSocketOpcode(first & opcodeBits);
    if (quint8(opcode) & controlBit)
        return WebSocketMessage{opcode, std::move(payload)};
    if ((opcode == WebSocketOpcode::Continuation) != m_fragmented) {
        fail(Error::Protocol);
        return {};
    }
    if (m_fragmented)
        m_message.payload.append(payload);
    else
        m_message = {opcode, std::move(payload)};
    m_fragmented = !(first & finalBit);
    if (m_fragmented)
        return {};
    if (m_message.opcode == WebSocketOpcode::Text && !m_message.payload.isValidUtf8()) {
        fail(Error::NotUtf8);
        return {};
    }
    return std::exchange(m_message, {});
}

void WebSocketReader::fail(Error error)
{
    m_error = error;
    m_buffer.clear();
    m_message = {};
}

} // namespace weir
