// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framewalker.h"

#include <QtEndian>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype firstBytes = 3;
constexpr quint64 controlLimit = 125; // RFC 6455 5.5

bool isControl(Opcode opcode)
{
    return quint8(opcode) & 0x8;
}

// The whole header, once its first two bytes are there.
qsizetype headerSize(const QByteArray &header)
{
    const quint8 second = quint8(header[1]);
    const quint8 size = second & 0x7f;
    return 2 + (size == 126 ? 2 : size == 127 ? 8 : 0) + (second & 0x80 ? 4 : 0);
}
}

void FrameWalker::reset()
{
    m_header.resize(0); // keeps its memory: there are a million frames a second
    m_frame = {};
    m_left = m_at = 0;
    m_inPayload = m_isSaid = false;
}

void FrameWalker::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() || (m_inPayload && m_left == 0)) {
        if (!m_inPayload) {
            const qsizetype wanted = (m_header.size() < 2 ? 2 : headerSize(m_header)) - m_header.size();
            const qsizetype taken = std::min(wanted, bytes.size() - at);
            m_header.append(bytes.data() + at, taken);
            at += taken;
            m_at += quint64(taken);
            if (m_header.size() >= 2 && m_header.size() == headerSize(m_header))
                readHeader();
            continue;
        }
        const quint64 wantedBytes = isControl(m_frame.opcode) ? controlLimit : quint64(firstBytes);
        const quint64 wanted = std::min(m_frame.size, wantedBytes) - quint64(m_frame.payload.size());
        const qsizetype taken = qsizetype(std::min<quint64>(m_left, quint64(bytes.size() - at)));
        m_frame.payload.append(bytes.data() + at, qsizetype(std::min<quint64>(wanted, quint64(taken))));
        at += taken;
        m_at += quint64(taken);
        m_left -= quint64(taken);
        if (!m_isSaid && quint64(m_frame.payload.size()) == std::min(m_frame.size, wantedBytes))
            say();
        if (m_left == 0) {
            m_inPayload = false;
            m_header.resize(0);
        }
    }
}

void FrameWalker::skip(quint64 bytes)
{
    m_left -= bytes;
    m_at += bytes;
    if (m_left == 0) {
        m_inPayload = false;
        m_header.resize(0);
    }
}

void FrameWalker::readHeader()
{
    const quint8 first = quint8(m_header[0]);
    const quint8 second = quint8(m_header[1]);
    const uchar *more = reinterpret_cast<const uchar *>(m_header.constData()) + 2;
    m_frame.payload.resize(0);
    m_frame.begin = m_at - quint64(m_header.size());
    m_frame.opcode = Opcode(first & 0x0f);
    m_frame.isFinal = first & 0x80;
    m_frame.isMasked = second & 0x80;
    m_frame.size = second & 0x7f;
    if (m_frame.size == 126)
        m_frame.size = qFromBigEndian<quint16>(more);
    else if (m_frame.size == 127)
        m_frame.size = qFromBigEndian<quint64>(more);
    m_left = m_frame.size;
    m_inPayload = true;
    m_isSaid = false;
}

void FrameWalker::say()
{
    m_isSaid = true;
    m_found(m_frame);
}

} // namespace weir
